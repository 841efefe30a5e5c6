// The words of a language by class: what the calendar table holds, as its reader sees it.

/** class → word (lower case) → meaning. */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<string, string>>;
