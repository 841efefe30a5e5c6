// Punctuation: which marks are pairs, and where marks are hung; a tree stays a projective tree.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lexeme, lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import { candidatesOf, isHead, marksOf, PunctuationHanger, pairsOf } from "../../src/learn/punctuation.js";
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

const isMarkForm = (form: string): boolean => /^[^\p{L}]+$/u.test(form);

/** A sentence; `drawn`: heads of its words, from 1, 0 the root; "-" for marks. */
function sentenceOf(text: string, drawn: string) {
  const words = wordsOf(text);
  const isMark = Uint8Array.from(words, ({ form }) => (isMarkForm(form) ? 1 : 0));
  const heads = Int32Array.from(drawn.split(" "), (head) =>
    head === "-" || head === "0" ? words.length : Number(head) - 1,
  );
  const none = (): Int32Array => new Int32Array(words.length);
  return { words, isMark, heads, tags: none(), labels: none() };
}

/** The candidates of each mark: those on the left, from below to above, a bar, and those on the right. */
function candidates(text: string, drawn: string): string {
  const sentence = sentenceOf(text, drawn);
  const partner = pairsOf(sentence.words);
  return sentence.words
    .flatMap(({ form }, i) => {
      if (sentence.isMark[i] === 0) return [];
      const { words, left } = candidatesOf(sentence, i, partner[i] ?? -1);
      const told = words.map((word) => sentence.words[word]?.form);
      return [`${form} ${[...told.slice(0, left), "|", ...told.slice(left)].join(" ")}`];
    })
    .join("; ");
}

describe("what a mark may hang on", () => {
  test.each([
    ["a full stop: what stands on its left", "they left .", "2 0 -", ". left |"],
    ["at the beginning: what stands on its right", '" they left', "- 3 0", '" | they left'],
    ["a comma: the way up on both sides", "talks in Bern , she said", "6 3 1 - 6 0", ", Bern talks | she said"],
    ["brackets look into their pair", "they met ( in Bern ) again", "2 0 - 5 2 - 2", "( met | in Bern; ) Bern | again"],
    ["several marks in a row each alike", "they left ! ?", "2 0 - -", "! left |; ? left |"],
    ["no way up steps over the mark", "we , say they , leave", "3 - 0 6 - 3", ", we | say; , they | leave"],
  ])("%s", (_, text, heads, expected) => {
    expect(candidates(text, heads)).toBe(expected);
  });
});

/** Weights that like the candidate asked for as number `turn` best (from 0). */
const likes = (turn: number): Scoring => {
  let asked = 0;
  return {
    classes: 2,
    score: (_, __, scores) => {
      scores[isHead] = asked++ === turn ? 1 : 0;
    },
  };
};

describe("marks are hung", () => {
  test.each([
    [0, "Bern"],
    [1, "talks"],
    [2, "she"],
    [3, "said"],
  ])("on the candidate that is scored highest: %i, %s", (turn, expected) => {
    const sentence = sentenceOf("talks in Bern , she said", "6 3 1 - 6 0");
    new PunctuationHanger(likes(turn)).hang(sentence);
    expect(sentence.words[sentence.heads[3] ?? -1]?.form).toBe(expected);
  });

  test("on the only candidate without asking", () => {
    const sentence = sentenceOf("left .", "0 -");
    const never: Scoring = {
      classes: 2,
      score: () => {
        throw new Error("asked");
      },
    };
    new PunctuationHanger(never).hang(sentence);
    expect(sentence.heads[1]).toBe(0);
  });

  test("of nothing but marks the first is the root", () => {
    const sentence = sentenceOf("? ! .", "- - -");
    new PunctuationHanger(likes(0)).hang(sentence);
    expect(Array.from(sentence.heads)).toEqual([3, 0, 0]);
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
          const none = (): Int32Array => new Int32Array(length);
          const words = drawn.map(lexemeOf);
          new PunctuationHanger(scoring).hang({ words, tags: none(), labels: none(), isMark, heads });
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
