// Task events: marks of PLV sentences, halves, macro-F1, and the lexicon's own examples.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { unmarked } from "../../scripts/eval/events/plv.js";
import { classScores, macroF1 } from "../../scripts/eval/events/score.js";
import { runEvents } from "../../scripts/eval/events/task.js";
import { readOptions } from "../../scripts/eval/options.js";

describe("unmarked", () => {
  it.each([
    ["<s>Norway</s> met <t>Sweden</t>.", "Norway met Sweden.", { start: 0, end: 6 }, { start: 11, end: 17 }],
    ["<s>A</s> and <t><s>B</s></t> met.", "A and B met.", { start: 0, end: 1 }, { start: 6, end: 7 }],
    ["Nobody met.", "Nobody met.", null, null],
  ])("%s", (marked, sentence, source, target) => expect(unmarked(marked)).toEqual({ sentence, source, target }));
});

test("macro-F1 is the mean over the gold's classes", () => {
  const codings = [
    { gold: "AID", said: "AID" },
    { gold: "AID", said: "AID" },
    { gold: "YIELD", said: "AID" },
    { gold: "YIELD", said: null },
  ];
  expect(macroF1(classScores(codings))).toBeCloseTo((0.8 + 0) / 2);
  expect(macroF1([])).toBe(0);
});

test("even uids are scored, all are predicted", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-plv-"));
  const rows = [
    "uid\tgold_root\tmarked_sentence",
    "0\tAGREE\t<s>Norway</s> promised to help <t>Sweden</t>.",
    '1\tYIELD\t"<s>Norway</s> said ""no"" to <t>Sweden</t>."',
    "2\tASSAULT\t<s>Norway</s> visited <t>Sweden</t>.",
  ];
  writeFileSync(join(folder, "rows.tsv"), rows.join("\n"));
  const file = join(folder, "told.jsonl");
  const lines: string[] = [];
  const options = readOptions(["events", "--data", folder, "--predictions", file, "--misses"]);
  expect(options && (await runEvents(options, (line) => lines.push(line)))).toBe(true);
  expect(lines[0]).toContain("root macro-F1 0.500");
  expect(lines[0]).toContain("(2 sentences)");
  expect(lines.at(-1)).toContain("CONSULT for ASSAULT");
  const told = readFileSync(file, "utf8").trim().split("\n");
  expect(told.map((line) => JSON.parse(line).uid)).toEqual(["0", "1", "2"]);
  expect(JSON.parse(told[0] ?? "")).toEqual({ uid: "0", root: "AGREE", quad: "verbal cooperation" });
});
