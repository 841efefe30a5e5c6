// Sentences that no one wrote: what never ends (a table in one line, a page of brackets) is cut, so that what is done for each
// sentence stays small. Every character stays in exactly one piece.
import type { Range } from "../model/span.js";

/** Tokens that one sentence has at most, counted roughly: runs of letters and digits (longest 1,000), and every other sign. */
export const longestSentence = 2000;

const rough = /[\p{L}\p{N}\p{M}]{1,1000}|\S/gu;

/**
 * `range` of `text` in pieces of at most `longestSentence` rough tokens: cut at white space in the second half of a piece, else
 * hard. Untrimmed, in order. Linear: what is counted again is less than what was cut off.
 */
export function cutLong(text: string, range: Range): Range[] {
  if (range.end - range.start <= longestSentence) return [range];
  const pieces: Range[] = [];
  let start = range.start;
  let count = 0;
  let space = -1; // the last place behind white space in the second half of the piece
  rough.lastIndex = start;
  for (let match = rough.exec(text); match !== null && match.index < range.end; match = rough.exec(text)) {
    if (count > longestSentence / 2 && /\s/.test(text.charAt(match.index - 1))) space = match.index;
    count++;
    if (count <= longestSentence) continue;
    const cut = space > start ? space : match.index;
    pieces.push({ start, end: cut });
    start = cut;
    rough.lastIndex = cut;
    count = 0;
    space = -1;
  }
  return [...pieces, { start, end: range.end }];
}
