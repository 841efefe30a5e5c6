// Tokens of press text, without loss: every character is inside a token or is white space between two. Splits as Universal
// Dependencies does (hyphens, clitics, possessives and units apart; addresses, numbers, abbreviations with their stop whole).
// What belongs to one language is handed in. Linear: a run without white space is cut every `longestToken` characters.
import type { Range } from "../model/span.js";
import { fold } from "./fold.js";
import { pieceEnds } from "./token-pieces.js";

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

/** Characters (code points) that one token has at most. Longer runs are no words of anybody, and later stages compare words. */
export const longestToken = 1000;

/** A word without the full stop of its abbreviation: "Corp." → "Corp". "U.S." stays as it is. */
export const bareWord = (word: string): string =>
  word.endsWith(".") && /^[\p{L}\p{M}]+\.$/u.test(word) ? word.slice(0, -1) : word;

const chunk = new RegExp(`\\S{1,${longestToken}}`, "gu");

/**
 * Ranges of the tokens in `text` between `from` and `to`, in order. Where `to` ends a sentence, its full stop is a token even
 * behind an abbreviation that may keep it ("and so on, etc." → "etc" "."). Linear in the length.
 */
export function tokenRanges(text: string, from = 0, to = text.length, words: TokenWords = plainTokenWords): Range[] {
  const folded = fold(from === 0 && to === text.length ? text : text.slice(from, to));
  const ranges: Range[] = [];
  chunk.lastIndex = 0;
  for (let match = chunk.exec(folded); match !== null; match = chunk.exec(folded)) {
    let start = match.index;
    for (const end of pieceEnds(match[0], folded.slice(chunk.lastIndex, chunk.lastIndex + 12), words)) {
      ranges.push({ start: from + start, end: from + match.index + end });
      start = match.index + end;
    }
  }
  return ranges;
}
