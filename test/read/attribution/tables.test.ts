// Every line of the tables of cues does what its example says, and nothing of the kind at its counter-example.
import { expect, test } from "vitest";
import { cueRows, patternRows } from "../../../src/lang/en/attribution.js";
import { sayingsOf, wordsAt } from "./sayings.js";

for (const { name, example, counter } of cueRows()) {
  const ruleStarts = (rule: string) => rule.startsWith(`${name}:`);
  test(`cues/${name}: ${example}`, () => {
    expect(sayingsOf(example).raw.map((each) => each.why.rule)).toContainEqual(
      expect.stringMatching(new RegExp(`^${name}:`)),
    );
  });
  test(`cues/${name}, not: ${counter}`, () => {
    expect(sayingsOf(counter).raw.filter((each) => ruleStarts(each.why.rule))).toEqual([]);
  });
}

const marked = (example: string, open: string, close: string): string[] =>
  [...example.matchAll(new RegExp(`\\${open}([^\\${close}]*)\\${close}`, "g"))].map((match) =>
    (match[1] ?? "").replace(/[[\]{}]/g, "").replaceAll("¶", "\n\n"),
  );

for (const { name, example, counter } of patternRows()) {
  const isRule = (rule: string): boolean => rule === name || (!name.includes(":") && rule.endsWith(`:${name}`));
  test(`patterns/${name}: ${example}`, () => {
    const { text, raw } = sayingsOf(example.replace(/[[\]{}]/g, ""));
    const found = raw.filter((each) => isRule(each.why.rule) || each.continues !== null);
    const expected = { source: marked(example, "[", "]")[0] ?? null, content: marked(example, "{", "}") };
    expect(
      found.map((each) => ({
        source: wordsAt(text, each.source),
        content: each.content.map((range) => wordsAt(text, range)),
      })),
    ).toContainEqual(expected);
  });
  test(`patterns/${name}, not: ${counter}`, () => {
    expect(sayingsOf(counter).raw.filter((each) => isRule(each.why.rule))).toEqual([]);
  });
}
