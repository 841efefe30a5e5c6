// Punctuation: which marks are pairs, and where marks are hung; a tree stays a projective tree.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lexeme, lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import { marksOf, onLeft, onRight, PunctuationHanger, pairsOf } from "../../src/learn/punctuation.js";
import type { Scoring } from "../../src/learn/tagger.js";
import { anyProjective, isOneTree } from "./trees-projective.js";

const lexemeOf = lexemes(lexiconIn(() => ""));
const wordsOf = (text: string): Lexeme[] => text.split(" ").map(lexemeOf);

describe("pairs", () => {
  test.each([
    ["brackets", "a ( b ) c", [[1, 3]]],
    [
      "brackets in brackets",
      "( a [ b ] )",
      [
        [0, 5],
        [2, 4],
      ],
    ],
    [
      "straight quotation marks by turns",
      '" a " b " c "',
      [
        [0, 2],
        [4, 6],
      ],
    ],
    ["typographic ones", "“ a ”", [[0, 2]]],
    ["as names of brackets", "-LRB- a -RRB-", [[0, 2]]],
    [
      "a quotation in brackets",
      '( " a " )',
      [
        [0, 4],
        [1, 3],
      ],
    ],
    ["brackets that stay open in a quotation", '" ( a "', [[0, 3]]],
    ["one that is never closed", "( a b", []],
    ["one that was never opened", "a b )", []],
    ["the wrong kind", "( a ]", []],
    ["a single quotation mark", 'a " b', []],
    ["commas are no pair", ", a ,", []],
  ] satisfies [string, string, number[][]][])("%s", (_, text, pairs) => {
    const found = pairsOf(wordsOf(text));
    const expected = new Int32Array(found.length).fill(-1);
    for (const [open = 0, close = 0] of pairs) {
      expected[open] = close;
      expected[close] = open;
    }
    expect(found).toEqual(expected);
  });

  test("are mutual, and opening stands before closing", () => {
    const marks = fc.array(fc.constantFrom("(", ")", "[", "]", '"', "``", "''", "a", ","), { maxLength: 60 });
    fc.assert(
      fc.property(marks, (forms) => {
        for (const [i, partner] of pairsOf(forms.map(lexemeOf)).entries())
          if (partner >= 0) expect(pairsOf(forms.map(lexemeOf))[partner]).toBe(i);
      }),
    );
  });
});

/** Always the same side. */
const always = (side: number): Scoring => ({
  classes: 2,
  score: (_, __, scores) => {
    scores[side] = 1;
  },
});
const isMarkForm = (form: string): boolean => /^[^\p{L}]+$/u.test(form);

/** Head of each word after marks are hung: "form<head". `heads`: of the words, from 1, 0 the root; "-" for marks. */
function hung(text: string, drawn: string, side: number): string {
  const words = wordsOf(text);
  const isMark = Uint8Array.from(words, ({ form }) => (isMarkForm(form) ? 1 : 0));
  const heads = Int32Array.from(drawn.split(" "), (head) =>
    head === "-" || head === "0" ? words.length : Number(head) - 1,
  );
  new PunctuationHanger(always(side)).hang(words, new Int32Array(words.length), isMark, heads);
  return words
    .flatMap(({ form }, i) => (isMark[i] === 1 ? [`${form}<${words[heads[i] as number]?.form ?? "root"}`] : []))
    .join(" ");
}

describe("marks are hung", () => {
  test.each([
    ["a full stop to the root", "they left .", "2 0 -", onRight, ".<left"],
    ["also where it would hang on the right", "they left .", "2 0 -", onLeft, ".<left"],
    ["marks at the beginning to the root", '" they left', "- 3 0", onLeft, '"<left'],
    ["a comma on the highest word on its left …", "talks in Bern , she said", "6 3 1 - 6 0", onLeft, ",<talks"],
    ["… or on its right", "talks in Bern , she said", "6 3 1 - 6 0", onRight, ",<said"],
    [
      "brackets to the top of what is between them",
      "they met ( in Bern ) again",
      "2 0 - 5 2 - 2",
      onRight,
      "(<Bern )<again",
    ],
    ["the closing one looks into them", "they met ( in Bern ) again", "2 0 - 5 2 - 2", onLeft, "(<met )<Bern"],
    ["several marks in a row each alike", "they left ! ?", "2 0 - -", onLeft, "!<left ?<left"],
  ])("%s", (_, text, heads, side, expected) => {
    expect(hung(text, heads, side)).toBe(expected);
  });

  test("of nothing but marks the first is the root", () => {
    const words = wordsOf("? ! .");
    const heads = new Int32Array(3).fill(3);
    new PunctuationHanger(always(onLeft)).hang(words, new Int32Array(3), Uint8Array.of(1, 1, 1), heads);
    expect(Array.from(heads)).toEqual([3, 0, 0]);
  });

  test("and any tree stays a tree with one root, its words where they were", () => {
    const form = fc.constantFrom("(", ")", ",", '"', ".", "w", "w", "w");
    fc.assert(
      fc.property(
        anyProjective(14),
        fc.array(form, { minLength: 30, maxLength: 30 }),
        fc.nat(),
        (tree, forms, seed) => {
          // words of the tree at the places of "w", marks between them as they come
          const places: number[] = [];
          const drawn: string[] = [];
          for (let i = 0; places.length < tree.length; i++) {
            const next = forms[i % forms.length] ?? "w";
            if (next === "w" || i > 60) places.push(drawn.length);
            drawn.push(i > 60 ? "w" : next);
          }
          const length = drawn.length;
          const isMark = Uint8Array.from(drawn, (each) => (each === "w" ? 0 : 1));
          const heads = new Int32Array(length).fill(length);
          for (const [i, head] of tree.entries()) heads[places[i] ?? 0] = places[head] ?? length;
          const before = heads.slice();
          let turn = seed;
          const scoring: Scoring = {
            classes: 2,
            score: (_, __, scores) => {
              turn = (Math.imul(turn, 1_103_515_245) + 12_345) & 0x7fffffff;
              scores[(turn >> 16) & 1] = 1;
            },
          };
          new PunctuationHanger(scoring).hang(drawn.map(lexemeOf), new Int32Array(length), isMark, heads);
          for (const place of places) expect(heads[place]).toBe(before[place]);
          expect(isOneTree(heads)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("marks are known by their tag", () => {
  expect(Array.from(marksOf(Int32Array.of(2, 0, 1), Uint8Array.of(1, 0, 0)))).toEqual([0, 1, 0]);
});
