// Task `statements`: reading marked texts, our attributions in the data's conventions, exact and overlapping figures.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readAnnotations, readMarkedTexts } from "../../scripts/eval/statements/brat.js";
import { asMarked } from "../../scripts/eval/statements/convention.js";
import { roleFigures } from "../../scripts/eval/statements/score.js";
import { kindOfWords, runStatements } from "../../scripts/eval/statements/task.js";
import type { Attribution } from "../../src/model/reading.js";

const folder = mkdtempSync(join(tmpdir(), "parley-statements-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// 😀 is one code point and two UTF-16 units: offsets of the data count it once
const text = "😀 The union also said that the port is shut. “Come down,” the mayor added.\n";
const at = (words: string): [number, number] => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return [start, start + [...words].length];
};
const ann = [
  `T1\tSource ${at("The union").join(" ")}\tThe union`,
  `T2\tCue ${at("also said").join(" ")}\talso said`,
  `T3\tContent ${at("that the port is shut").join(" ")}\tthat the port is shut`,
  "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
  `T4\tSource ${at("the mayor").join(" ")}\tthe mayor`,
  `T5\tCue ${at("added").join(" ")}\tadded`,
  `T6\tContent ${at("“Come down,”").join(" ")}\t“Come down,”`,
  "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6",
].join("\n");

mkdirSync(join(folder, "attributions"));
mkdirSync(join(folder, "text"));
writeFileSync(join(folder, "text", "harbour.txt"), text);
writeFileSync(join(folder, "attributions", "harbour_0a1b.ann"), ann);
writeFileSync(join(folder, "attributions", "harbour_9f9f.ann"), ""); // a second annotator: the first by name counts

test("brat: spans in pieces, roles by their events, one annotator a text", () => {
  expect(readAnnotations("T1\tContent 3 5;9 12\ta b\nE1\tContent:T1")).toEqual([
    {
      source: [],
      cue: [],
      content: [
        [3, 5],
        [9, 12],
      ],
    },
  ]);
  const [marked, ...more] = readMarkedTexts(folder);
  expect(more).toEqual([]);
  expect(marked?.doc).toBe("harbour");
  expect(marked?.attributions.map(({ content }) => content)).toEqual([
    [at("that the port is shut")],
    [at("“Come down,”")],
  ]);
});

test("convention: marks, that, adverbs; nothing nested", () => {
  const said = (words: string, content: string, within: number | null): Attribution => {
    const range = (of: string) => ({ start: text.indexOf(of), end: text.indexOf(of) + of.length });
    return {
      cue: range(words),
      source: null,
      content: [range(content)],
      within,
      speakers: [],
      via: [],
      why: { rule: "test", score: 1 },
    } as unknown as Attribution;
  };
  const attributions = [
    said("said", "the port is shut", null),
    said("added", "Come down", null),
    said("added", "down", 1),
  ];
  const converted = asMarked(text, { attributions });
  expect(converted.map(({ marked }) => [marked.cue, marked.content])).toEqual([
    [[at("also said")], [at("that the port is shut")]],
    [[at("added")], [at("“Come down,”")]],
  ]);
});

test("figures: exact and overlapping", () => {
  const marked = { source: [], cue: [], content: [[0, 10]] as const };
  const told = [
    {
      text: { doc: "a", text: "", attributions: [marked, { ...marked, content: [[20, 30]] as const }] },
      said: [marked, { ...marked, content: [[25, 40]] as const }],
    },
  ];
  expect(roleFigures(told, "content", () => true, "").map(({ right }) => right)).toEqual([1, 2]);
});

test("kinds by the marks", () => {
  expect([
    kindOfWords("“No,”"),
    kindOfWords("that it is “no”"),
    kindOfWords("that it isn't"),
    kindOfWords("''No'' … ''never''"),
  ]).toEqual(["direct", "mixed", "indirect", "direct"]);
});

test("the whole task: reads, scores, writes predictions", async () => {
  const lines: string[] = [];
  const predictions = join(folder, "predictions.jsonl");
  const options = {
    task: "statements",
    data: folder,
    reports: null,
    record: null,
    gold: null,
    predictions,
    by: null,
    floors: false,
    misses: false,
    pin: false,
    all: false,
  };
  expect(await runStatements(options, (line) => lines.push(line))).toBe(true);
  expect(lines.find((line) => line.startsWith("content, exact"))).toContain("(2/2 said, 2 gold)");
  expect(JSON.parse(readFileSync(predictions, "utf8"))).toMatchObject({
    doc: "harbour",
    attributions: [{ content: [at("that the port is shut")] }, { content: [at("“Come down,”")] }],
  });
});
