// The name tagger: which words may be names, which labels may follow which, and that no name stays open, whatever the weights.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelsOf } from "../../scripts/train/names.js";
import { feature } from "../../src/learn/hash.js";
import { lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import {
  begins,
  candidates,
  insides,
  labelOf,
  lasts,
  mayFollow,
  memoryOf,
  mostNameFeatures,
  type NameInput,
  NameTagger,
  nameKinds,
  nameLabels,
  namesOf,
  remember,
  transition,
  units,
} from "../../src/learn/names.js";
import { phraseHits, phraseTree } from "../../src/learn/phrases.js";
import type { Scoring } from "../../src/learn/tagger.js";

const lexemeOf = lexemes(lexiconIn(() => ""));
const phrases = phraseTree([
  [["european", "union"], 1],
  [["Bern"], 2],
]);
function inputOf(forms: readonly string[]): NameInput {
  return {
    words: forms.map(lexemeOf),
    upos: new Int32Array(forms.length),
    heads: Int32Array.from(forms, (_, i) => i - 1),
    relations: new Int32Array(forms.length),
    hits: phraseHits(phrases, forms),
  };
}
const memory = () => memoryOf([]);
const [O, B, I, L, U] = [0, labelOf(0, begins), labelOf(0, insides), labelOf(0, lasts), labelOf(0, units)];
const [otherI, otherL] = [labelOf(1, insides), labelOf(1, lasts)];

describe("words that may be in a name", () => {
  test.each([
    ["she met Ines Okafor", "0011"],
    ["nothing here", "00"],
    ["Bank of the West", "1111"],
    ["Bank of all the West", "10001"],
    ["the european union", "011"],
    ["iPhone maker", "00"],
    ["“Quoted", "1"],
    ["3M and 4", "100"],
    ["Éire", "1"],
    ["Москва", "1"],
    ["", ""],
  ])("%s: %s", (text, expected) => {
    expect(candidates(inputOf(text === "" ? [] : text.split(" "))).join("")).toBe(expected);
  });
});

describe("labels follow each other", () => {
  test.each<[string, number, number, boolean]>([
    ["outside begins a sentence", -1, O, true],
    ["a name begins a sentence", -1, B, true],
    ["no sentence begins inside of a name", -1, I, false],
    ["nor with the last word of one", -1, L, false],
    ["begin, inside", B, I, true],
    ["begin, last", B, L, true],
    ["begin, inside of another kind", B, otherI, false],
    ["begin, last of another kind", B, otherL, false],
    ["begin and nothing", B, O, false],
    ["begin, begin", B, B, false],
    ["inside, inside", I, I, true],
    ["inside, outside", I, O, false],
    ["last, outside", L, O, true],
    ["last, begin", L, B, true],
    ["last, inside", L, I, false],
    ["unit, unit", U, U, true],
    ["unit, last", U, L, false],
    ["outside, inside", O, I, false],
  ])("%s", (_, last, next, may) => {
    expect(mayFollow(last, next)).toBe(may);
  });
});

const forms = fc.array(fc.constantFrom("Bern", "in", "Union", "of", "european", "union", "NATO", "said", "."), {
  maxLength: 16,
});
const anyWeights = (seed: number): Scoring => ({
  classes: nameLabels,
  score: (features, count, scores) => {
    expect(count).toBeLessThanOrEqual(mostNameFeatures);
    for (let i = 0; i < count; i++)
      for (let c = 0; c < nameLabels; c++) scores[c] = (scores[c] ?? 0) + (feature(seed, features[i] ?? 0, c) % 64);
  },
});

describe("the best labels", () => {
  test("never leave a name open, mix two kinds, or touch what can be no name", () => {
    fc.assert(
      fc.property(forms, fc.nat(), (text, seed) => {
        const input = inputOf(text);
        const labels = new NameTagger(anyWeights(seed)).labels(input, memory());
        expect(labels).toHaveLength(text.length);
        const may = candidates(input);
        let last = -1;
        for (const [i, label] of labels.entries()) {
          expect(mayFollow(last, label)).toBe(true);
          if (may[i] === 0) expect(label).toBe(O);
          last = label;
        }
        expect(mayFollow(last, O)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("are the best of all that are allowed, not the best word by word", () => {
    // each word alone would be a name of its own; that a name goes on is worth more
    const worth = new Map([
      [transition(B), { label: L, score: 30 }],
      [transition(U), { label: U, score: -10 }],
    ]);
    const scoring: Scoring = {
      classes: nameLabels,
      score: (features, count, scores) => {
        for (let i = 0; i < count; i++) {
          const pair = worth.get(features[i] ?? 0);
          if (pair) scores[pair.label] = (scores[pair.label] ?? 0) + pair.score;
        }
        if (count > 1) scores[U] = (scores[U] ?? 0) + 10;
      },
    };
    expect(Array.from(new NameTagger(scoring).labels(inputOf(["Ines", "Okafor"]), memory()))).toEqual([B, L]);
    expect(Array.from(new NameTagger(scoring).labels(inputOf(["Ines", "met", "x", "x", "Okafor"]), memory()))).toEqual([
      U,
      O,
      O,
      O,
      U,
    ]);
  });
});

test("names of labels, and labels of names", () => {
  const names = [
    { first: 1, last: 2, kind: "LOC" },
    { first: 2, last: 5, kind: "PER" },
    { first: 7, last: 9, kind: "OTH" },
  ] as const;
  const labels = labelsOf(9, names);
  expect(namesOf(labels)).toEqual(names);
  expect(Array.from(labels.subarray(2, 5))).toEqual([B, I, L]);
  expect(labels[1]).toBe(labelOf(nameKinds.indexOf("LOC"), units));
});

describe("what a document remembers", () => {
  const words = (text: string) => text.split(" ").map(lexemeOf);
  test("is which words it writes small, and large inside of sentences that are no heading", () => {
    const { small, large } = memoryOf([
      words("the Union met in Bern on time"),
      words("Talks End In Bern Without Deal"),
      words("Time is short"),
    ]);
    const has = (set: ReadonlySet<number>, form: string): boolean => set.has(lexemeOf(form).hash);
    expect(["Union", "Bern", "Talks", "Deal", "Time"].map((form) => has(large, form))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(["met", "time", "Deal", "short"].map((form) => has(small, form))).toEqual([true, true, false, true]);
  });
  test("changes how the same words are labelled later", () => {
    const seen = new Set<number>();
    const scoring: Scoring = {
      classes: nameLabels,
      score: (features, count) => {
        for (let i = 0; i < count; i++) seen.add(features[i] ?? 0);
      },
    };
    const tagger = new NameTagger(scoring);
    const [sentence, before] = [inputOf(["Okafor"]), memory()];
    tagger.labels(sentence, before);
    const known = seen.size;
    tagger.labels(sentence, before);
    expect(seen.size).toBe(known);
    remember(before, sentence.words, Int32Array.of(U));
    tagger.labels(sentence, before);
    expect(seen.size).toBeGreaterThan(known);
  });
});
