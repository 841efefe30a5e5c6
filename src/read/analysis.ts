// The common ground of the reading stages: a document with its sentences and tagged tokens. Furniture has none of them.
import type { Document } from "../model/document.js";
import type { Sentence } from "../model/reading.js";
import type { Range } from "../model/span.js";

export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** Part of speech (Universal Dependencies) and lemma (lower case) of one token. */
export type Tag = { readonly upos: Upos; readonly lemma: string };

/** Tags for tokens given as ranges of a text. What a language plugs in. */
export type Tagger = (text: string, tokens: readonly Range[]) => readonly Tag[];

export type Token = Range &
  Tag & {
    readonly text: string; // as it stands
    readonly lower: string; // folded and lower case
    readonly index: number; // in Analysis.tokens
    readonly sentence: number; // in Analysis.sentences
  };

/** A sentence with its tokens: Analysis.tokens[first … last). */
export type AnalysedSentence = Sentence & { readonly index: number; readonly first: number; readonly last: number };

export type Analysis = {
  readonly document: Document;
  readonly text: string; // document.text
  readonly folded: string; // the same length, quotes and dashes in one form: rules match on this
  readonly sentences: readonly AnalysedSentence[];
  readonly tokens: readonly Token[];
};
