// Views beside what is said: each line of cues-views.txt at its example and its counter-example; where they go; what holds for any text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { viewRows } from "../../../src/lang/en/attribution.js";
import { arcsOf } from "../../../src/read/attribution/views/arcs.js";
import { type Viewed, viewsOf, wordsAt } from "./sayings.js";

const stays = ({ text, views }: Viewed): string[] =>
  views.map(
    ({ source, cue, content }) =>
      `${wordsAt(text, source)} | ${wordsAt(text, cue)} | ${content.map((range) => wordsAt(text, range)).join(" … ")}`,
  );

for (const { name, told, example, counter } of viewRows()) {
  const rules = ({ raw, views }: Viewed): string[] => [...raw, ...views].map(({ why }) => why.rule);
  test(`views/${name}: ${example}`, () => {
    const seen = viewsOf(example);
    const found = (told === "no" ? seen.views : seen.raw).map(({ why }) => why.rule);
    // a view with a clause may be read as a saying by a rule of speech before
    expect(found.some((rule) => rule === `view:${name}` || (told === "clause" && !rule.startsWith("view:")))).toBe(
      true,
    );
  });
  test(`views/${name}, not: ${counter}`, () => expect(rules(viewsOf(counter))).not.toContain(`view:${name}`));
}

describe("what stays a view, and what is a statement too", () => {
  const table: readonly [text: string, said: number, stay: readonly string[]][] = [
    ["The union wants nine percent.", 0, ["The union | wants | nine percent"]],
    ["The union demands nine percent.", 1, []],
    ["Nobody demands nine percent.", 0, []],
    ["The union said it would wait.", 1, []],
    ["The union sat by the water.", 0, []],
  ];
  for (const [text, said, stay] of table)
    test(text, () => {
      const seen = viewsOf(text);
      expect([seen.raw.length, stays(seen)]).toEqual([said, stay]);
    });
});

test("arcs: the words below a token are counted from its first to its last", () => {
  const { analysis } = viewsOf("The union wants nine percent.");
  const { left, right, children } = arcsOf(analysis.tokens);
  const root = analysis.tokens.findIndex(({ head }) => head === -1);
  expect([left[root], right[root]]).toEqual([0, analysis.tokens.length]);
  expect(children.flat().length).toBe(analysis.tokens.length - 1);
});

test("any text: views lie in it, and never in what is said or in one another", () => {
  const pieces = fc.constantFrom(
    "The union",
    " wants",
    " supports",
    " the bill",
    " to sign",
    ",",
    ".",
    ' "',
    '"',
    " and",
    " who",
    " said",
    " that",
    " Maria Keller",
    " criticized",
    " plans",
    "\n\n",
    " of the board",
    " he",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { text, views, raw } = viewsOf(parts.join(""));
      const taken = views.flatMap(({ cue, content }) => [cue, ...content]);
      for (const { start, end } of taken) expect(0 <= start && start < end && end <= text.length).toBe(true);
      const said = raw.flatMap(({ cue, content }) => [...(cue ? [cue] : []), ...content]);
      for (const [index, one] of taken.entries())
        for (const other of [...taken.slice(index + 1), ...said])
          expect(one.end <= other.start || other.end <= one.start).toBe(true);
    }),
    { numRuns: 100 },
  );
});
