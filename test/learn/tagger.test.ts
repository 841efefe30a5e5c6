// The tagger: sums that are kept give the tags that summing anew gives, and a word has only the tags that it may have.
import fc from "fast-check";
import { expect, test } from "vitest";
import { feature } from "../../src/learn/hash.js";
import { edge, type Lexeme, lexemes } from "../../src/learn/lexeme.js";
import { lexiconIn } from "../../src/learn/model.js";
import { type Scoring, Tagger } from "../../src/learn/tagger.js";

const classes = 9;
/** Weights out of nothing: whole numbers by feature and class, so that sums are exact in any order. */
const anyWeights = (seed: number): Scoring => ({
  classes,
  score: (features, count, scores) => {
    for (let i = 0; i < count; i++)
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (feature(seed, features[i] ?? 0, c) % 64);
  },
});
const lexemeOf = (): ((form: string) => Lexeme) =>
  lexemes(lexiconIn((name) => (name === "choices" ? "the\t7\ntalks\t2 5" : "")));
const sentences = fc.array(
  fc.array(fc.constantFrom("the", "talks", "The", "in", "Bern", "2022", ".", "ended"), { maxLength: 12 }),
  {
    maxLength: 5,
  },
);

test("sums of a word that are kept change no tag, also when the word comes again elsewhere", () => {
  fc.assert(
    fc.property(sentences, fc.nat(), fc.nat({ max: 100 }), (texts, seed, sure) => {
      const [fresh, kept] = [lexemeOf(), lexemeOf()];
      const slow = new Tagger(anyWeights(seed), anyWeights(seed + 1), fresh(edge), sure, false);
      const fast = new Tagger(anyWeights(seed), anyWeights(seed + 1), kept(edge), sure, true);
      for (const forms of texts) expect(fast.tag(forms.map(kept))).toEqual(slow.tag(forms.map(fresh)));
    }),
  );
});

test("a frequent word has only tags that it was seen with, whatever the weights say", () => {
  fc.assert(
    fc.property(sentences, fc.nat(), fc.boolean(), (texts, seed, caching) => {
      const of = lexemeOf();
      const tagger = new Tagger(anyWeights(seed), anyWeights(seed + 1), of(edge), 30, caching);
      for (const forms of texts) {
        for (const [i, tag] of tagger.tag(forms.map(of)).entries()) {
          if (forms[i] === "the") expect(tag).toBe(7);
          if (forms[i] === "talks") expect([2, 5]).toContain(tag);
          expect(tag).toBeLessThan(classes);
        }
      }
    }),
  );
});

/** Weights that see one template alone: the class is one more than the value of its feature. */
const counting = (template: number): Scoring => {
  const values = Array.from({ length: classes + 1 }, (_, i) => feature(template, i - 1));
  return {
    classes,
    score: (features, count, scores) => {
      for (let i = 0; i < count; i++) {
        const value = values.indexOf(features[i] ?? 0);
        if (value >= 0) scores[value % classes] = (scores[value % classes] ?? 0) + 1;
      }
    },
  };
};
const nothing: Scoring = { classes, score: () => {} };

test("in the second pass the tags before a word count as they stand", () => {
  const of = lexemes(lexiconIn(() => ""));
  const tagger = new Tagger(nothing, counting(70), of(edge), 1);
  expect(Array.from(tagger.tag("a b c d a b".split(" ").map(of)))).toEqual([0, 1, 2, 3, 4, 5]);
});

test("and those behind it as the first pass has them", () => {
  const of = lexemes(lexiconIn((name) => (name === "choices" ? "the\t7" : "")));
  const tagger = new Tagger(nothing, counting(90), of(edge), 1);
  // the last word has no tag behind it (-1), "a" has "the" (7) behind it, the first "b" a word of the first pass's first class
  expect(Array.from(tagger.tag("b a the c".split(" ").map(of)))).toEqual([1, 8, 7, 0]);
});

test("a tag of which the first pass is sure stands", () => {
  const of = lexemes(lexiconIn(() => ""));
  const liking = (label: number, by: number): Scoring => ({
    classes,
    score: (_, __, scores) => {
      scores[label] = (scores[label] ?? 0) + by;
    },
  });
  const [sure, other] = [liking(4, 3), liking(5, 9)];
  const words = ["a", "b"].map(of);
  expect(Array.from(new Tagger(sure, other, of(edge), 15).tag(words))).toEqual([4, 4]);
  expect(Array.from(new Tagger(sure, other, of(edge), 15.5).tag(["a", "b"].map(lexemes(lexiconIn(() => "")))))).toEqual(
    [5, 5],
  );
});
