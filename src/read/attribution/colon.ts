// "State Department: the talks will go on", "Mayor: 'no' to the bridge", '"No" - Ann Lee': headlines, lists of voices, transcripts.

import { firstBehind } from "./behind.js";
import { hasName, isFiniteVerb, nounPhraseAfter, nounPhraseBefore, withName } from "./chunk.js";
import { contentRange, holdsClause, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteOpening, rangeOf, sentenceAt } from "./ground.js";
import { occasionAt } from "./occasion.js";

const longestSource = 9;

/** All attributions of this kind: one a sentence at most. */
export function colonSayings(ground: Ground): Parts[] {
  return ground.analysis.sentences.flatMap(
    ({ first, last }) => colonParts(ground, first, last) ?? dashParts(ground, first, last) ?? [],
  );
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

/** Whether a headline's source needs no name: "Union: strike to go on", "Sources: owners to sell mine". */
const isOffice = (ground: Ground, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isA(ground, i, "person") || isA(ground, i, "institution")) return true;
  return false;
};

/** The mark behind what may be a source: a colon, or a dash before a quotation; -1 where the sentence does not begin so. */
function markAt(ground: Ground, first: number, last: number): number {
  for (let at = first + 1; at < Math.min(last - 1, first + longestSource); at++) {
    const word = lowerAt(ground, at);
    if (word === ":" || (word === "-" && quoteOpening(ground, at + 1))) return at;
    if (isFiniteVerb(ground, at) || /^[,;."(]$/.test(word)) return -1;
  }
  return -1;
}

/** "WALLACE: Let me ask. Will you come?": all that a transcript gives to one who is written large, to the end of the paragraph. */
function transcriptEnd(ground: Ground, first: number, colon: number, last: number): number {
  const { sentences, text } = ground.analysis;
  const own = sentenceAt(ground, first);
  const source = rangeOf(ground, first, colon);
  const words = source ? text.slice(source.start, source.end) : "";
  if (own?.role !== "body" || !/\p{Lu}{2}/u.test(words) || words !== words.toUpperCase()) return last;
  if (sentences[own.index - 1]?.paragraph === own.paragraph) return last;
  let end = own.index;
  while (sentences[end + 1]?.paragraph === own.paragraph) end++;
  return sentences[end]?.last ?? last;
}

function colonParts(ground: Ground, first: number, last: number): Parts | null {
  const colon = markAt(ground, first, last);
  const phrase = colon < 0 ? null : nounPhraseBefore(ground, colon, first);
  if (!phrase || phrase.first !== first) return null;
  const headline = sentenceAt(ground, first)?.role === "headline";
  const unnamed = ground.nameOf
    .slice(first, colon)
    .map((name, i) => (name < 0 ? first + i : -1))
    .filter((i) => i >= 0);
  const quote = quoteOpening(ground, colon + 1);
  const whole = quote !== undefined && firstBehind(ground, quote.end, colon + 1) >= last - 1;
  const hearer = whole ? unnamed.find((i) => isA(ground, i, "infinitive mark")) : undefined; // 'Ann Lee to the Gazette: "…"'
  const adrift = unnamed.some((i) => isA(ground, i, "preposition") && i < (hearer ?? colon));
  const nameless = unnamed.length === colon - first;
  if (adrift || (nameless && !(headline && isOffice(ground, first, colon)))) return null;
  if (!whole && (isTopic(ground, colon + 1, last) || lowerAt(ground, colon) !== ":")) return null;
  const short = (headline || unnamed.length === 0) && isFragment(ground, colon + 1, last);
  if (!whole && !short && !holdsClause(ground, colon + 1, last)) return null;
  const end = transcriptEnd(ground, first, colon, last);
  const words = contentRange(ground, colon + 1, end);
  const content = whole && end === last ? quotePieces(ground, quote) : words ? [words] : [];
  return content.length > 0
    ? {
        rule: "colon",
        occasion: hearer === undefined ? null : occasionAt(ground, hearer + 1, colon, true),
        source: rangeOf(ground, first, hearer ?? colon),
        cue: headline ? null : rangeOf(ground, colon, colon + 1), // in a headline no word says it; in a text it marks the place
        cueLemma: headline ? null : lowerAt(ground, colon),
        mode: "speech",
        content,
        score: 0.7,
      }
    : null;
}

/** '"We will not sign" - Maria Keller.': a sentence that is a quotation, and behind a dash whose. */
function dashParts(ground: Ground, first: number, last: number): Parts | null {
  const quote = quoteOpening(ground, first);
  const dash = quote ? firstBehind(ground, quote.end, first) : last;
  if (!quote || lowerAt(ground, dash) !== "-") return null;
  const phrase = nounPhraseAfter(ground, dash + 1, last);
  const end = phrase ? withName(ground, phrase, last) : last;
  const ends = end >= last || (lowerAt(ground, end) === "." && end + 1 >= last);
  if (!phrase || !ends || !hasName(ground, phrase.first, end)) return null;
  return {
    rule: "dash",
    source: rangeOf(ground, phrase.first, end),
    cue: rangeOf(ground, dash, dash + 1),
    cueLemma: "-",
    mode: "speech",
    content: quotePieces(ground, quote),
    score: 0.7,
  };
}
