// "State Department: the talks will go on", "Mayor: 'no' to the bridge": headlines and lists of voices.

import { firstBehind } from "./behind.js";
import { isFiniteVerb, nounPhraseBefore } from "./chunk.js";
import { contentRange, holdsClause, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteOpening, rangeOf } from "./ground.js";

const longestSource = 9;

/** All attributions of this kind: one a sentence at most. */
export function colonSayings(ground: Ground): Parts[] {
  return ground.analysis.sentences.flatMap(({ first, last }) => colonParts(ground, first, last) ?? []);
}

function colonParts(ground: Ground, first: number, last: number): Parts | null {
  let colon = first + 1;
  while (colon < Math.min(last - 1, first + longestSource) && lowerAt(ground, colon) !== ":") {
    if (isFiniteVerb(ground, colon) || /^[,;."(]$/.test(lowerAt(ground, colon))) return null;
    colon++;
  }
  if (lowerAt(ground, colon) !== ":") return null;
  const phrase = nounPhraseBefore(ground, colon, first);
  if (!phrase || phrase.first !== first) return null;
  const unnamed = ground.nameOf
    .slice(first, colon)
    .map((name, i) => (name < 0 ? first + i : -1))
    .filter((i) => i >= 0);
  if (unnamed.length === colon - first || unnamed.some((i) => isA(ground, i, "preposition"))) return null;
  const quote = quoteOpening(ground, colon + 1);
  const whole = quote !== undefined && firstBehind(ground, quote.end, colon + 1) >= last - 1;
  if (!whole && !holdsClause(ground, colon + 1, last)) return null;
  const words = contentRange(ground, colon + 1, last);
  const content = whole ? quotePieces(ground, quote) : words ? [words] : [];
  return content.length > 0
    ? {
        rule: "colon",
        source: rangeOf(ground, first, colon),
        cue: rangeOf(ground, colon, colon + 1),
        cueLemma: ":",
        mode: "speech",
        content,
        score: 0.7,
      }
    : null;
}
