// `npm run check`: types, lint, walls, dead code, build, floors, tests (the docs are tested there too). `npm test` (--install)
// installs first. Stops at the first step that fails; closes with the line that counts the tests.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./installed.mjs";

if (process.argv.includes("--install")) ensureInstalled();

/** Runs a script of node_modules or of this folder by this Node; ends the process where it fails. */
function step(name, script, args) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exitCode = status ?? 1;
    return false;
  }
  return true;
}

const tsc = "node_modules/typescript/bin/tsc";
const folder = mkdtempSync(join(tmpdir(), "parley-check-"));
const report = join(folder, "tests.json");
const passed =
  step("types", tsc, ["-p", "tsconfig.test.json"]) &&
  step("types of the pages' scripts", tsc, ["-p", "src/pages/islands/tsconfig.json"]) &&
  step("lint", "node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) &&
  step("walls", "scripts/walls.mjs", []) &&
  step("dead code", "node_modules/knip/bin/knip.js", []) &&
  step("build", "scripts/build.mjs", []) &&
  step("floors", "dist/scripts/eval.js", []);
const tested =
  passed &&
  step("tests", "node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
if (passed) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    if (numPassedTests + numFailedTests === 0) {
      console.error("no test was run");
      process.exitCode = 1;
    }
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
  } catch {
    if (tested) process.exitCode = 1;
    console.error("the tests left no report");
  }
}
rmSync(folder, { recursive: true, force: true });
