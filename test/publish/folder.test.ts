// The folder of a site: written whole, an older site replaced as a whole, anything else left alone.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { writeSite } from "../../src/publish/folder.js";
import type { SiteFile } from "../../src/publish/site.js";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "parley-site-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function* filesOf(files: Readonly<Record<string, string | Uint8Array>>): AsyncGenerator<SiteFile> {
  for (const [path, piece] of Object.entries(files)) yield { path, pieces: [piece] };
}
async function* broken(): AsyncGenerator<SiteFile> {
  yield { path: "index.html", pieces: ["half"] };
  throw new Error("the pen broke");
}

test("files and folders are written, text and bytes", async () => {
  const site = join(home, "site");
  const written = await writeSite(
    site,
    filesOf({ "index.html": "é", "events/e-1.html": "b", "x.docx": new Uint8Array([1, 2]) }),
  );
  expect(written).toEqual({ files: 3, bytes: 5 });
  expect(readFileSync(join(site, "events", "e-1.html"), "utf8")).toBe("b");
  expect([...readFileSync(join(site, "x.docx"))]).toEqual([1, 2]);
  expect(readdirSync(home)).toEqual(["site"]);
});
test("an older site is replaced as a whole", async () => {
  const site = join(home, "site");
  await writeSite(site, filesOf({ "index.html": "old", "gone.html": "old" }));
  await writeSite(site, filesOf({ "index.html": "new" }));
  expect(readFileSync(join(site, "index.html"), "utf8")).toBe("new");
  expect(existsSync(join(site, "gone.html"))).toBe(false);
});
test("an empty folder is used, a folder with other files and a file are not touched", async () => {
  const [empty, full, file] = [join(home, "empty"), join(home, "full"), join(home, "file")];
  mkdirSync(empty);
  mkdirSync(full);
  writeFileSync(join(full, "thesis.docx"), "years of work");
  writeFileSync(file, "a file");
  await writeSite(empty, filesOf({ "index.html": "new" }));
  await expect(writeSite(full, filesOf({ "index.html": "new" }))).rejects.toThrow(InputError);
  await expect(writeSite(file, filesOf({ "index.html": "new" }))).rejects.toThrow(InputError);
  expect(readdirSync(full)).toEqual(["thesis.docx"]);
  expect(readFileSync(file, "utf8")).toBe("a file");
});
test("what breaks on the way leaves the older site and nothing else", async () => {
  const site = join(home, "site");
  await writeSite(site, filesOf({ "index.html": "old" }));
  await expect(writeSite(site, broken())).rejects.toThrow("the pen broke");
  expect(readFileSync(join(site, "index.html"), "utf8")).toBe("old");
  expect(readdirSync(home)).toEqual(["site"]);
});
