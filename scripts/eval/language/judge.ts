// Ours against gold, word by word, as CoNLL-18 does (https://universaldependencies.org/conll18/evaluation.html): words are paired
// by their characters; UAS and LAS look at the universal part of a relation, and punctuation counts like everything else.
import type { LanguageModel, Word } from "../../../src/learn/annotation.js";
import type { Range } from "../../../src/model/span.js";
import type { GoldDocument, GoldSentence } from "./treebank.js";

/** A sentence of ours: its words with their places in the document's text. */
export type OwnSentence = { readonly tokens: readonly (Word & Range)[] };

/** Own sentences of a document, on gold tokens or on its raw text. */
export type Told = { readonly document: GoldDocument; readonly own: readonly OwnSentence[] };

/** A gold word and ours on the same characters. */
export type Judged = {
  readonly genre: string;
  readonly sentence: GoldSentence;
  readonly gold: Word & Range;
  readonly index: number; // of the gold word in its sentence
  readonly ours: Word & Range;
  readonly ownSentence: OwnSentence;
  readonly headRight: boolean; // both heads are the root, or a pair
};

export type Judgement = {
  readonly pairs: readonly Judged[];
  readonly goldWords: number;
  readonly ownWords: number;
  readonly goldSentences: number;
  readonly ownSentences: number;
  readonly sameSentences: number; // from the same first to the same last character
};

const placeOf = ({ start, end }: Range): string => `${start}-${end}`;

/** First to last character of a sentence's words; white space around them does not count. */
const extentOf = (words: readonly Range[]): string => `${words[0]?.start ?? -1}-${words.at(-1)?.end ?? -1}`;

/** The model's analysis of every gold sentence, at the places of the gold words. */
export function onGoldTokens(document: GoldDocument, model: Pick<LanguageModel, "analyse">): Told {
  const own = document.sentences.map(({ words }): OwnSentence => {
    const analysed = model.analyse(words.map(({ form }) => form));
    return {
      tokens: words.flatMap(({ start, end }, index) => {
        const word = analysed[index];
        return word ? [{ ...word, start, end }] : [];
      }),
    };
  });
  return { document, own };
}

function pairsOf({ document, own }: Told): readonly Judged[] {
  const ours = new Map(
    own.flatMap((sentence) => sentence.tokens.map((token) => [placeOf(token), { token, sentence }] as const)),
  );
  return document.sentences.flatMap((sentence) =>
    sentence.words.flatMap((gold, index): readonly Judged[] => {
      const match = ours.get(placeOf(gold));
      if (!match) return [];
      const goldHead = sentence.words[gold.head];
      const ownHead = match.sentence.tokens[match.token.head];
      const headRight = goldHead && ownHead ? placeOf(goldHead) === placeOf(ownHead) : !goldHead && !ownHead;
      const { token, sentence: ownSentence } = match;
      return [{ genre: document.genre, sentence, gold, index, ours: token, ownSentence, headRight }];
    }),
  );
}

/** All words of several documents, judged. */
export function judge(told: readonly Told[]): Judgement {
  const count = (size: (each: Told) => number): number => told.reduce((n, each) => n + size(each), 0);
  return {
    pairs: told.flatMap(pairsOf),
    goldWords: count(({ document }) => document.sentences.reduce((n, { words }) => n + words.length, 0)),
    ownWords: count(({ own }) => own.reduce((n, { tokens }) => n + tokens.length, 0)),
    goldSentences: count(({ document }) => document.sentences.length),
    ownSentences: count(({ own }) => own.length),
    sameSentences: count(({ document, own }) => {
      const extents = new Set(document.sentences.map(({ words }) => extentOf(words)));
      return own.filter(({ tokens }) => extents.has(extentOf(tokens))).length;
    }),
  };
}

/** "nsubj:pass" → "nsubj". */
export const universal = (relation: string): string => relation.split(":", 1)[0] ?? relation;

/** What is asked of a pair, in the order of CoNLL-18; a gold lemma that is not given ("_") is met by any. */
export const measures: readonly (readonly [string, (pair: Judged) => boolean])[] = [
  ["UPOS", ({ gold, ours }) => gold.upos === ours.upos],
  ["XPOS", ({ gold, ours }) => gold.xpos === ours.xpos],
  ["lemmas", ({ gold, ours }) => gold.lemma === "_" || gold.lemma === ours.lemma],
  ["UAS", ({ headRight }) => headRight],
  ["LAS", ({ gold, ours, headRight }) => headRight && universal(gold.relation) === universal(ours.relation)],
  ["LAS with subtypes", ({ gold, ours, headRight }) => headRight && gold.relation === ours.relation],
];
