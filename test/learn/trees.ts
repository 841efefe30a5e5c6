// Hand-made trees for tests: sentences in a short form of CoNLL-U, and arbitrary trees for properties.
import fc from "fast-check";
import type { Upos, Word } from "../../src/learn/annotation.js";

const byTag: Readonly<Record<string, Upos>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  DT: "DET",
  CD: "NUM",
  PRP: "PRON",
  PRP$: "PRON",
  WP: "PRON",
  WDT: "PRON",
  CC: "CCONJ",
  JJ: "ADJ",
  RB: "ADV",
  WRB: "ADV",
  MD: "AUX",
  TO: "PART",
  POS: "PART",
  EX: "PRON",
};

function uposOf(xpos: string, relation: string): Upos {
  if (/^aux|^cop/.test(relation)) return "AUX";
  if (/^VB/.test(xpos)) return "VERB";
  if (xpos === "IN") return relation === "mark" ? "SCONJ" : "ADP";
  return byTag[xpos] ?? "PUNCT";
}

/** Words of "form/TAG>head:relation …" (Penn tags; heads from 1, 0 the root). Lemmas are the forms in lower case. */
export const tree = (drawing: string): Word[] =>
  drawing
    .trim()
    .split(/\s+/)
    .map((drawn) => {
      const [, form = "", xpos = "", head = "0", relation = "dep"] = /^(.+)\/(.+)>(\d+):(.+)$/.exec(drawn) ?? [];
      return { form, lemma: form.toLowerCase(), upos: uposOf(xpos, relation), xpos, head: Number(head) - 1, relation };
    });

/** "form < head relation" of every word that hangs otherwise in `after`. */
export const changes = (before: readonly Word[], after: readonly Word[]): string[] =>
  after.flatMap((word, index) => {
    const same = before[index]?.head === word.head && before[index]?.relation === word.relation;
    return same ? [] : [`${word.form} < ${after[word.head]?.form ?? "-"} ${word.relation}`];
  });

const relations =
  "nsubj obj obl ccomp parataxis nmod acl acl:relcl advcl punct mark flat compound det case conj cc".split(" ");
const tags = "NN NNP VBD VBZ VBG VBN CD , IN DT CC JJ MD PRP WP WRB RB".split(" ");

/** Any tree of 1–30 words whose forms are drawn from `forms`, projective or not. */
export const anyTree = (forms: readonly string[] = ["a", "b", "c"]): fc.Arbitrary<Word[]> =>
  fc
    .array(
      fc.record({
        form: fc.constantFrom(...forms),
        xpos: fc.constantFrom(...tags),
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
        const { form, xpos } = draft;
        return { form, lemma: form.toLowerCase(), upos: uposOf(xpos, relation), xpos, head, relation };
      });
    });
