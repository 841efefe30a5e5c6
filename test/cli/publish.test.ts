// parley publish: a site that can be opened; what is not a site is never touched; errors are one line and change nothing.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-publish-"));
const talks = join(folder, "talks.parley");
beforeAll(async () => {
  const clippings = writeReports(join(folder, "clippings"));
  expect((await parley(["read", clippings, "-d", talks, "--title", "Fishing talks"])).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("writes a site, says how large it is and what to open; again replaces it", async () => {
  const site = join(folder, "site");
  for (const _ of [1, 2]) {
    const { code, out, err } = await parley(["publish", site, "-d", talks]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/site holds [\d,]+ files, [\d.]+ [kM]B\. Open .*index\.html\n$/);
  }
  expect(readFileSync(join(site, "index.html"), "utf8")).toContain("Fishing talks");
  expect(existsSync(join(site, "export", "record-json.json"))).toBe(true);
});
test("shows the record as of days of reports too, as many as are asked for", async () => {
  const daysIn = async (...more: readonly string[]): Promise<readonly string[]> => {
    const site = join(folder, `days-${more.join("")}`);
    expect((await parley(["publish", site, "-d", talks, ...more])).code).toBe(0);
    return existsSync(join(site, "as-of")) ? readdirSync(join(site, "as-of")) : [];
  };
  const usual = await daysIn();
  expect(usual.length).toBeGreaterThan(0);
  expect(await daysIn("--days", "0")).toEqual([]);
  expect(await daysIn("--days", "1")).toEqual(usual.slice(0, 1));
});
test("as of a day it says what is left out, on the command line and on every page", async () => {
  const site = join(folder, "then");
  const { code, err } = await parley(["publish", site, "-d", talks, "--as-of", "1990"]);
  expect(code).toBe(0);
  expect(err).toContain("As of 1990: 0 documents");
  expect(readFileSync(join(site, "statements.html"), "utf8")).toContain("As of");
});
test.each([
  ["a folder with other files", "work"],
  ["a file", "note.txt"],
])("%s is not touched", async (_, name) => {
  const path = join(folder, name);
  if (name === "work") {
    mkdirSync(path);
    writeFileSync(join(path, "thesis.txt"), "years");
  } else writeFileSync(path, "a note");
  const before = readdirSync(folder);
  const { code, out, err } = await parley(["publish", path, "-d", talks]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.trim().split("\n").length).toBe(1);
  expect(readdirSync(folder)).toEqual(before);
});
test.each([
  [["publish", "-d", talks]],
  [["publish", join(folder, "x"), "-d", join(folder, "none.parley")]],
  [["publish", join(folder, "x"), "-d", talks, "--as-of", "soon"]],
  [["publish", join(folder, "x"), "-d", talks, "--days", "many"]],
])("%j is refused in one line", async (args) => {
  const { code, err } = await parley(args);
  expect(code).toBe(2);
  expect(err).not.toBe("");
  expect(existsSync(join(folder, "x"))).toBe(false);
});
