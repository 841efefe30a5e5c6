// The common ground of the reading stages: a document with its sentences and tagged tokens. Furniture has none of them.
import type { Document } from "../model/document.js";
import type { Sentence } from "../model/reading.js";
import type { Range } from "../model/span.js";
import { bareWord } from "../text/tokens.js";

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
    readonly lower: string; // folded and lower case, without the stop of an abbreviation ("corp"); '-' for dashes, '"' for ''
    readonly index: number; // in Analysis.tokens
    readonly sentence: number; // in Analysis.sentences
  };

/** Where the words of a name that ends in `token` end: before the stop of an abbreviation, so that "Acme Corp." is named alike everywhere. */
export const wordEnd = (token: Token): number => token.end - (token.text.length - bareWord(token.text).length);

/** A sentence with its tokens: Analysis.tokens[first … last). */
export type AnalysedSentence = Sentence & { readonly index: number; readonly first: number; readonly last: number };

export type Analysis = {
  readonly document: Document;
  readonly text: string; // document.text
  readonly folded: string; // the same length, quotes and dashes in one form: rules match on this
  readonly sentences: readonly AnalysedSentence[];
  readonly tokens: readonly Token[];
};
