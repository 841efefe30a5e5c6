// What a language hands in about its tokens, and what stands there where no language is known.

/** What a language knows about its tokens; in lower case, with straight apostrophes. */
export type TokenWords = {
  readonly abbreviations: ReadonlySet<string>; // keep their full stop inside a sentence: "gen.", also "Gen."; "Sat.", only so
  readonly beforeNumbers: ReadonlySet<string>; // those that are abbreviations only before a number: "no."
  readonly clitics: ReadonlySet<string>; // behind an apostrophe, a token with it: "s" in "it's"
  readonly negations: ReadonlySet<string>; // as clitics, with one letter before the apostrophe: "n't"
  readonly elisions: ReadonlySet<string>; // words that begin with an apostrophe: "'em"
  readonly contractions: ReadonlyMap<string, readonly number[]>; // where one written word is cut: "cannot" → [3]
  readonly prefixes: ReadonlySet<string>; // keep their hyphen before a small letter or a digit: "re-elected"
  readonly units: ReadonlySet<string>; // leave the number they are written to: "10km", "5pm"
};

/** No language: nothing but marks, numbers and addresses is known. */
export const plainTokenWords: TokenWords = {
  abbreviations: new Set(),
  beforeNumbers: new Set(),
  clitics: new Set(),
  negations: new Set(),
  elisions: new Set(),
  contractions: new Map(),
  prefixes: new Set(),
  units: new Set(),
};
