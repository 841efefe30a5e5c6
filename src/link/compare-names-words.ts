// What comparing names needs of a language beside letters: particles, titles, family names that come first, and other forms of one
// word. Names are written in many languages inside texts of one, so the lists hold words of several.

export type NameFormClass =
  | "particle"
  | "kin"
  | "given-too"
  | "family-first"
  | "family-too"
  | "generation"
  | "title"
  | "ship"
  | "kind"
  | "small";

/** Words are plain: ASCII, lower case, without stops and apostrophes. */
export type NameForms = {
  readonly is: (kind: NameFormClass, word: string) => boolean;
  /** Phrases that stand for one legal form of companies, to the first of their line. */
  readonly legal: ReadonlyMap<string, string>;
  /** Other forms of a word or number ("forty", "organisation"), to the first of their line; "united states" to "us". */
  readonly spellings: ReadonlyMap<string, string>;
  /** Given names, to all that they may be short for or are shortened to. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
};
