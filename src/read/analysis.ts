// The common ground of the reading stages: a document with its sentences and tagged tokens. Furniture has none of them.
import type { NameType, Word } from "../learn/annotation.js";
import type { Document } from "../model/document.js";
import type { Sentence } from "../model/reading.js";
import type { Range } from "../model/span.js";
import { bareWord } from "../text/tokens.js";

/** A token with what the language layer says of it; the lemma in lower case, the head as an index in Analysis.tokens (-1: the root). */
export type Token = Range &
  Pick<Word, "upos" | "xpos" | "lemma" | "head" | "relation"> & {
    readonly text: string; // as it stands
    readonly lower: string; // folded and lower case, without the stop of an abbreviation ("corp"); '-' for dashes, '"' for ''
    readonly index: number; // in Analysis.tokens
    readonly sentence: number; // in Analysis.sentences
  };

/** Where the words of a name that ends in `token` end: before the stop of an abbreviation, so that "Acme Corp." is named alike everywhere. */
export const wordEnd = (token: Token): number => token.end - (token.text.length - bareWord(token.text).length);

/** A sentence with its tokens: Analysis.tokens[first … last). */
export type AnalysedSentence = Sentence & { readonly index: number; readonly first: number; readonly last: number };

/** A name that the language layer finds: Analysis.tokens[first … last). What the rules of names/ know outranks it. */
export type LayerName = { readonly first: number; readonly last: number; readonly type: NameType };

export type Analysis = {
  readonly document: Document;
  readonly text: string; // document.text
  readonly folded: string; // the same length, quotes and dashes in one form: rules match on this
  readonly sentences: readonly AnalysedSentence[];
  readonly tokens: readonly Token[];
  readonly names: readonly LayerName[]; // in order, none overlapping
};
