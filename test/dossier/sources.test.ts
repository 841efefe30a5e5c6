// What lies in a folder is found without waiting for anything: a pipe that nobody writes to is named and left.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findSources } from "../../src/dossier/sources.js";

const folder = mkdtempSync(join(tmpdir(), "parley-sources-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform === "win32")("a pipe in a folder is skipped", async () => {
  writeFileSync(join(folder, "a.txt"), "Envoys met on Monday.");
  expect(spawnSync("mkfifo", [join(folder, "b.txt")]).status).toBe(0);
  const [file, pipe] = findSources([folder], { beside: null, extensions: [".txt"], largest: 100 });
  expect((await file?.load())?.length).toBe(21);
  await expect(pipe?.load()).rejects.toThrow("it is a pipe or a device, not a file");
});
