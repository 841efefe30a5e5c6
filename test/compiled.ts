// The compiled code, for tests of whole processes and threads: Node runs no TypeScript there.
import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "vitest";

/** Compiles into a folder of its own for each test file, since several run at once; gives the folder. */
export function compile(name: string): string {
  const build = resolve(".build", name);
  const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--outDir", build];
  for (const args of [tsc, ["scripts/copy-tables.mjs", build]])
    expect(spawnSync(process.execPath, args).error).toBeUndefined();
  if (!existsSync(join(build, "models"))) symlinkSync(resolve("models"), join(build, "models"));
  return build;
}
