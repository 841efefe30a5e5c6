// "State Department: the talks will go on", "Mayor: 'no' to the bridge": headlines and lists of voices.

import { firstBehind } from "./behind.js";
import { isFiniteVerb, nounPhraseAfter, nounPhraseBefore } from "./chunk.js";
import { contentRange, holdsClause, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteOpening, rangeOf, sentenceAt } from "./ground.js";
import { occasionAt } from "./occasion.js";

const longestSource = 9;

/** All attributions of this kind: one a sentence at most. */
export function colonSayings(ground: Ground): Parts[] {
  return ground.analysis.sentences.flatMap(({ first, last }) => colonParts(ground, first, last) ?? []);
}

/** "HALDEN: board says yes": what stands before the colon is what the others speak about. */
function isTopic(ground: Ground, from: number, to: number): boolean {
  const phrase = nounPhraseAfter(ground, from, to);
  const readings = phrase ? (ground.words.cues.get(lowerAt(ground, phrase.last)) ?? []) : [];
  return readings.some(({ cue, form }) => cue.rule === "say" && (form === "past" || form === "present"));
}

/** "De Boer: [not enough]": a few words without a verb that begin small. */
function isFragment(ground: Ground, from: number, to: number): boolean {
  const first = ground.tokens[from];
  if (!first || first.text !== first.lower || first.upos === "NUM" || to - from > longestSource) return false;
  for (let i = from; i < to; i++) if (/^[,;:]$/.test(lowerAt(ground, i))) return false;
  return true;
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
  const quote = quoteOpening(ground, colon + 1);
  const whole = quote !== undefined && firstBehind(ground, quote.end, colon + 1) >= last - 1;
  const hearer = whole ? unnamed.find((i) => isA(ground, i, "infinitive mark")) : undefined; // 'Ann Lee to the Gazette: "…"'
  const adrift = unnamed.some((i) => isA(ground, i, "preposition") && i < (hearer ?? colon));
  if (unnamed.length === colon - first || adrift) return null;
  if (!whole && isTopic(ground, colon + 1, last)) return null;
  const named = unnamed.length === 0 || (unnamed.length === 1 && isA(ground, first, "article"));
  const short = named && isFragment(ground, colon + 1, last); // "De Boer: not enough."
  if (!whole && !short && !holdsClause(ground, colon + 1, last)) return null;
  const words = contentRange(ground, colon + 1, last);
  const content = whole ? quotePieces(ground, quote) : words ? [words] : [];
  const headline = sentenceAt(ground, first)?.role === "headline";
  return content.length > 0
    ? {
        rule: "colon",
        occasion: hearer === undefined ? null : occasionAt(ground, hearer + 1, colon, true),
        source: rangeOf(ground, first, hearer ?? colon),
        cue: headline ? null : rangeOf(ground, colon, colon + 1), // in a headline no word says it; in a text it marks the place
        cueLemma: headline ? null : ":",
        mode: "speech",
        content,
        score: 0.7,
      }
    : null;
}
