// One more report: its keys are few and meet its like; what it brings is told beside what was there.
import { expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { keysOf, linkNeighbourhood } from "../../src/link/neighbourhood.js";
import { newsOf } from "../../src/link/news.js";
import { reports } from "./dossier.js";

const options = { title: "A test", reader: "by hand", words: linkWords() };
const keys = (input: (typeof reports)["wire"]): string[] => keysOf(input, options.words.stopwords);
const shared = (a: readonly string[], b: readonly string[]): number => a.filter((key) => b.includes(key)).length;

test("keys are few, the same each time, and shared by reports of one event and by reprints", () => {
  for (const input of Object.values(reports)) {
    expect(keys(input).length).toBeLessThanOrEqual(160);
    expect(keys(input)).toEqual(keys(input));
  }
  expect(shared(keys(reports.wire), keys(reports.preview))).toBeGreaterThan(0);
  expect(shared(keys(reports.wire), keys(reports.reprint))).toBeGreaterThan(5);
  expect(shared(keys(reports.wire), keys(reports.later))).toBe(0);
});

test("a report that tells planned rounds as held joins their events", () => {
  const [brought] = linkNeighbourhood([reports.wire], [reports.preview], options);
  expect(brought?.events.map(({ event, earlier }) => [event.date, event.status, earlier.length])).toEqual([
    ["2031-03-09", "happened", 1],
    ["2031-03-10", "happened", 1],
    ["2031-03-12", "happened", 1],
  ]);
  expect(brought?.sentences.every(({ kind }) => kind === "new")).toBe(true);
});

test("a reprint, and a report that contradicts another, say so", () => {
  expect(newsOf([reports.reprint], [reports.wire], options)).toEqual([
    { kind: "duplicate", line: "d-reprint.txt repeats b-wire.txt" },
  ]);
  const lines = newsOf([reports.other], [reports.wire], options).map(({ line }) => line);
  expect(lines[0]).toBe(
    "2031-03-10 Veldonia–Ostrania talks, Brennick: duration told as almost eight hours and as about six hours",
  );
});

test("an earlier report taken in later finds its sentences known", () => {
  const [brought] = linkNeighbourhood([reports.wire], [reports.reprint], options);
  expect(brought?.sentences.map(({ kind }) => kind)).toEqual([
    "recycled",
    "recycled",
    "recycled",
    "recycled",
    "recycled",
  ]);
});
