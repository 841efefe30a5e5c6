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
    fc.property(sentences, fc.nat(), (texts, seed) => {
      const [fresh, kept] = [lexemeOf(), lexemeOf()];
      const slow = new Tagger(anyWeights(seed), fresh(edge), false);
      const fast = new Tagger(anyWeights(seed), kept(edge), true);
      for (const forms of texts) expect(fast.tag(forms.map(kept))).toEqual(slow.tag(forms.map(fresh)));
    }),
  );
});

test("a frequent word has only tags that it was seen with, whatever the weights say", () => {
  fc.assert(
    fc.property(sentences, fc.nat(), fc.boolean(), (texts, seed, caching) => {
      const of = lexemeOf();
      const tagger = new Tagger(anyWeights(seed), of(edge), caching);
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

test("tags before a word count", () => {
  // the feature of "the tag before" alone decides: each tag is one more than the one before
  const last = Array.from({ length: classes + 1 }, (_, i) => feature(70, i - 1));
  const scoring: Scoring = {
    classes,
    score: (features, count, scores) => {
      for (let i = 0; i < count; i++) {
        const before = last.indexOf(features[i] ?? 0);
        if (before >= 0) scores[before % classes] = (scores[before % classes] ?? 0) + 1;
      }
    },
  };
  const of = lexemes(lexiconIn(() => ""));
  const tagger = new Tagger(scoring, of(edge), true);
  expect(Array.from(tagger.tag("a b c d a b".split(" ").map(of)))).toEqual([0, 1, 2, 3, 4, 5]);
});
