// parley compare: reports side by side, for people and for programs; what is no comparison is refused.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-compare-"));
const dossier = join(folder, "talks.parley");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await parley(["read", writeReports(join(folder, "clippings")), "-d", dossier]);
});
const [meeting, page] = ["clippings/sub/03-meeting.md", "clippings/sub/04-page.html"];
const compare = (...args: readonly string[]) => parley(["compare", ...args, "-d", dossier]);

type Compared = { documents: { uri: string }[]; events: { id: string; verdict: string }[] };

test("two reports: who they are, and what both, or only one of them, tell", async () => {
  const { code, out, err } = await compare(meeting, page);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^2031-03-10 .*03-meeting\.md/);
  expect(out).toMatch(/\n(?:Told otherwise|Told by all) \(\d+\)\n/);
  expect(out).toContain("Lasse Echo");
  expect(out).toMatch(/not told by/);
});

test("for programs the same, and by an event", async () => {
  const told = JSON.parse((await compare(meeting, page, "--format", "json")).out) as Compared;
  expect(told.documents.map(({ uri }) => uri)).toEqual([meeting, page]);
  const both = told.events.find(({ verdict }) => verdict !== "left-out");
  const byEvent = JSON.parse((await compare("--event", both?.id ?? "", "--format", "json")).out) as Compared;
  expect(byEvent.documents.map(({ uri }) => uri)).toEqual(expect.arrayContaining([meeting, page]));
});

test.each([
  [[], /name two reports or more/],
  [[meeting], /two reports are needed/],
  [[meeting, "gone.txt"], /no such report: gone\.txt/],
  [["--event", "e-nothing"], /no such event/],
  [[meeting, page, "--event", "e-1"], /name two reports or more/],
])("%j is refused", async (args, why) => {
  const { code, err } = await compare(...args);
  expect(code).toBe(2);
  expect(err).toMatch(why);
});
