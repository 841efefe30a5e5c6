// What is known of a word: shapes, folding, lists, and words that are met again.
import { expect, test } from "vitest";
import { lexemes, shapeOf } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";

const texts: Readonly<Record<string, string>> = {
  ambiguity: "talk\t71\ntalks\t72\n0\t5",
  choices: "the\t3\ntalks\t4 8",
  clusters: "talks\t9\n00\t4",
};
const lexicon = lexiconIn((name) => texts[name] ?? "");

test.each([
  ["talks", "xx"],
  ["Ryabkov", "Xxx"],
  ["NATO", "XX"],
  ["I", "X"],
  ["2022", "00"],
  ["16.5", "00.0"],
  ["U.S.", "X.X."],
  ["iPhone", "xXxx"],
  ["Jean-Luc", "Xxx-Xxx"],
  ["Ёлки", "Xxx"],
  ["中国", "xx"],
  ["...", ".."],
  ["", ""],
])("the shape of %s is %s", (form, shape) => {
  expect(shapeOf(form)).toBe(shape);
});

test("a shape is short, however long the word", () => {
  expect(shapeOf("aA".repeat(1000)).length).toBeLessThanOrEqual(24);
});

test("a word is the same wherever it is met, until too many were", () => {
  const of = lexemes(lexicon);
  const first = of("talks");
  expect(of("talks")).toBe(first);
  for (let i = 0; i < 100_001; i++) of(`w${i}`);
  expect(of("talks")).not.toBe(first); // forgotten: memory is bounded
  expect({ ...of("talks"), sums: [] }).toEqual({ ...first, sums: [] });
});

test("words that differ in figures only are one, and so are large and small letters, but not as they are written", () => {
  const of = lexemes(lexicon);
  expect(of("16").hash).toBe(of("27").hash);
  expect(of("16").cased).toBe(of("27").cased);
  expect(of("16").cluster).toBe(5);
  expect(of("Talks").hash).toBe(of("talks").hash);
  expect(of("Talks").cased).not.toBe(of("talks").cased);
  expect(of("Talks").cluster).toBe(10); // classes are counted from 1, 0 is none
  expect(of("quux").cluster).toBe(0);
});

test("the tags that a word may have are those of the word as it is written", () => {
  const of = lexemes(lexicon);
  expect([of("the").choices, of("talks").choices, of("The").choices, of("quux").choices]).toEqual([
    [3],
    [4, 8],
    null,
    null,
  ]);
});

test("curly and straight marks are one, and a very long word is known by its beginning", () => {
  const of = lexemes(lexicon);
  expect(of("’s").hash).toBe(of("'s").hash);
  expect(of("“").form).toBe('"');
  expect(of(`${"x".repeat(100)}yz`).form).toBe("x".repeat(100));
});

test("words that were never counted are told apart by their ending and shape", () => {
  const of = lexemes(lexicon);
  expect(of("Blorkov").ambiguity).toBe(of("Zlorkov").ambiguity);
  expect(of("blorking").ambiguity).not.toBe(of("blorked").ambiguity);
  expect(of("talks").ambiguity).toBe(72);
});
