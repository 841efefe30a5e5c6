// Hand-made trees for tests: sentences in a short form of CoNLL-U, and arbitrary trees for properties.
import fc from "fast-check";
import type { Upos, Word } from "../../src/learn/annotation.js";

/** Words of lines "form upos head relation" (head from 1, 0 the root); a fifth column is the lemma, a sixth the Penn tag. */
export const tree = (lines: string): Word[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [form = "", upos = "X", head = "0", relation = "dep", lemma = form.toLowerCase(), xpos = ""] = line
        .trim()
        .split(/\s+/);
      return { form, lemma, upos: upos as Upos, xpos, head: Number(head) - 1, relation };
    });

/** "form head relation" of every word, head by its form: what a test compares. */
export const drawn = (words: readonly Word[]): string[] =>
  words.map((word) => `${word.form} ${words[word.head]?.form ?? "-"} ${word.relation}`);

const relations = [
  "nsubj",
  "obj",
  "obl",
  "ccomp",
  "parataxis",
  "nmod",
  "acl",
  "punct",
  "mark",
  "flat",
  "compound",
  "det",
];
const upos: Upos[] = ["NOUN", "PROPN", "VERB", "NUM", "PUNCT", "ADP", "SCONJ", "DET", "CCONJ", "ADJ", "AUX", "PRON"];

/** Any tree of 1–30 words whose forms are drawn from `forms`, projective or not. */
export const anyTree = (forms: readonly string[] = ["a", "b", "c"]): fc.Arbitrary<Word[]> =>
  fc
    .array(
      fc.record({
        form: fc.constantFrom(...forms),
        upos: fc.constantFrom(...upos),
        relation: fc.constantFrom(...relations),
        head: fc.nat(1000),
        rank: fc.nat(1000),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((drafts) => {
      const order = drafts
        .map((_, index) => index)
        .sort((a, b) => (drafts[a]?.rank ?? 0) - (drafts[b]?.rank ?? 0) || a - b);
      const heads = new Map(
        order.map((index, place) => [index, place === 0 ? -1 : (order[(drafts[index]?.head ?? 0) % place] ?? -1)]),
      );
      return drafts.map((draft, index): Word => {
        const head = heads.get(index) ?? -1;
        const relation = head < 0 ? "root" : draft.relation;
        return { form: draft.form, lemma: draft.form.toLowerCase(), upos: draft.upos, xpos: "", head, relation };
      });
    });
