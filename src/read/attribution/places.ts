// What stands at an offset or in a range of the document: tokens, sentences, quotations, days. Binary searches, so that a long document costs no more a word than a short one.
import type { Timex } from "../../model/reading.js";
import { overlaps, type Range } from "../../model/span.js";
import type { Quotation } from "../../text/quotemarks.js";
import type { AnalysedSentence, Token } from "../analysis.js";
import type { Ground } from "./ground.js";

const mostInner = 64; // quotations inside one that are looked at from behind

/** Index of the first of `ranges` (in order of their starts) that begins at or behind `offset`. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that lie in `range`. */
export function tokensIn(ground: Ground, range: Range): readonly Token[] {
  const first = firstFrom(ground.tokens, range.start);
  let last = first;
  while ((ground.tokens[last]?.end ?? Infinity) <= range.end) last++;
  return ground.tokens.slice(first, last);
}

/** The sentence at `offset`, if any. */
export function sentenceOf(ground: Ground, offset: number): AnalysedSentence | undefined {
  const { sentences } = ground.analysis;
  const at = firstFrom(sentences, offset);
  const [own, before] = [sentences[at], sentences[at - 1]];
  return own?.start === offset ? own : before && offset < before.end ? before : undefined;
}

/** The sentences that `range` touches. */
export function sentencesIn(ground: Ground, range: Range): readonly AnalysedSentence[] {
  const { sentences } = ground.analysis;
  let first = firstFrom(sentences, range.start);
  if ((sentences[first - 1]?.end ?? 0) > range.start) first--;
  let last = first;
  while ((sentences[last]?.start ?? Infinity) < range.end) last++;
  return sentences.slice(first, last);
}

/** The quotations that overlap `range`, in order. */
export function quotesIn(ground: Ground, range: Range): readonly Quotation[] {
  const { quotes } = ground;
  let first = firstFrom(quotes, range.start);
  for (let step = 0; step < mostInner && first > 0; step++) {
    first--;
    if (quotes[first]?.depth === 0) break;
  }
  let last = first;
  while ((quotes[last]?.start ?? Infinity) < range.end) last++;
  return quotes.slice(first, last).filter((quote) => overlaps(quote, range));
}

/** The first day in `range`, or null; months and weeks date no scene. */
export function dayIn(ground: Ground, range: Range): Timex | null {
  for (let at = firstFrom(ground.timexes, range.start); (ground.timexes[at]?.start ?? Infinity) < range.end; at++) {
    const timex = ground.timexes[at];
    if (timex && timex.end <= range.end && timex.type === "DATE" && /^\d{4}-\d{2}-\d{2}$/.test(timex.edtf ?? ""))
      return timex;
  }
  return null;
}
