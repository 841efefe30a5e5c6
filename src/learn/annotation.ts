// What the language layer says of a sentence: parts of speech, lemmas, dependencies, names. The vocabulary of Universal
// Dependencies (https://universaldependencies.org) and of Universal NER (PER, ORG, LOC).

/** Universal parts of speech. */
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

/** One token of a sentence. `head` is the index of its head in the sentence, -1 for the root; `xpos` is a Penn Treebank tag. */
export type Word = {
  readonly form: string; // as it stands
  readonly lemma: string;
  readonly upos: Upos;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string; // with its subtype: "nsubj:pass"
};

/** A token of which only the tags were asked for. */
export type TaggedWord = Pick<Word, "form" | "lemma" | "upos" | "xpos">;

export type NameType = "PER" | "ORG" | "LOC";

/** A name: tokens [first … last) of the sentence with that index in its document. */
export type NameSpan = {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
};

/** A trained language layer. All is pure, linear in the number of tokens, and never throws. */
export type LanguageModel = {
  /** Tags, lemmas and dependencies of sentences, given their tokens. Exactly one word of each is the root. Many at once are faster than one by one. */
  readonly analyseAll: (sentences: readonly (readonly string[])[]) => (readonly Word[])[];
  /** Those of one sentence. */
  readonly analyse: (forms: readonly string[]) => readonly Word[];
  /** Tags and lemmas alone, in a fraction of the time: those that `analyseAll` gives. */
  readonly tagAll: (sentences: readonly (readonly string[])[]) => (readonly TaggedWord[])[];
  /** The names of a document, given its analysed sentences in order. */
  readonly names: (sentences: readonly (readonly Word[])[]) => readonly NameSpan[];
};
