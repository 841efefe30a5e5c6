// `npm start`: from a fresh clone to the sample dossier in a browser. Installs what is locked, builds what is stale, reads
// samples/security-guarantees, prints its chronicle and serves it. A second run does only what is not done yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./installed.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const cli = join("dist", "src", "cli", "index.js");
const stamp = join("dist", ".built-from");
const samples = join("samples", "security-guarantees");
const folder = ".parley-sample"; // may be deleted at any time

/** SHA-256 of files and folders, whatever the order on the disk. */
function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const inside =
      existsSync(path) &&
      readdirSync(dirname(path), { withFileTypes: true })
        .find((entry) => join(dirname(path), entry.name) === path)
        ?.isDirectory();
    const files = inside
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [path];
    for (const file of files.sort()) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Runs a script by this Node; gives its exit code. */
const runNode = (script, ...args) => spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status ?? 3;

/** Builds unless dist/ was built from just these sources. */
function ensureBuilt() {
  const sources = hashOf(["package-lock.json", "scripts", "src", "tsconfig.json"]);
  if (existsSync(cli) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  console.log("Building …");
  const status = runNode(join("scripts", "build.mjs"));
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, sources);
}

/** The dossier of the samples, made or brought up to date. */
function ensureSample() {
  mkdirSync(folder, { recursive: true });
  const name = `sample-${hashOf([samples]).slice(0, 12)}.parley`;
  for (const old of readdirSync(folder))
    if (!old.startsWith(name)) rmSync(join(folder, old), { recursive: true, force: true });
  const dossier = join(folder, name);
  const readSamples = () =>
    runNode(cli, "read", samples, "--again", "--no-news", "-d", dossier, "--title", "Security guarantees, 2021–22");
  console.log(`Reading ${samples} …`);
  if (readSamples() >= 2) {
    for (const old of readdirSync(folder)) rmSync(join(folder, old), { recursive: true, force: true }); // a cache: made anew
    if (readSamples() >= 2) process.exit(3);
  }
  return dossier;
}

ensureInstalled();
ensureBuilt();
const dossier = ensureSample();
console.log("");
const shown = runNode(cli, "chronicle", "-d", dossier);
if (shown !== 0) process.exit(shown);
process.argv.splice(2, Number.POSITIVE_INFINITY, "serve", "-d", dossier, ...process.argv.slice(2));
await import(new URL(`../${cli.replaceAll("\\", "/")}`, import.meta.url).href); // in this process, so that signals reach the server
