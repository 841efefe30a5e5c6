// Tokens of press text, without loss: every character is inside a token or is white space between two. Splits as Universal
// Dependencies does (hyphens, clitics, possessives and units apart; addresses, numbers, abbreviations with their stop whole).
// What belongs to one language is handed in. Linear: a run without white space is cut every `longestToken` characters.
import type { Range } from "../model/span.js";
import { fold } from "./fold.js";
import { pieceEnds } from "./token-pieces.js";
import { plainTokenWords, type TokenWords } from "./token-words.js";

export type { TokenWords } from "./token-words.js";

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
