// Nouns that introduce what is said: "his warning that …", "the ministry's claim that …", "issued a statement saying …" (the verb rules have the last).

import { firstBehind } from "./behind.js";
import { isAuxiliary, isFiniteVerb, nounPhraseBefore } from "./chunk.js";
import { clauseEnd, contentRange, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteOpening, rangeOf, stretchAt } from "./ground.js";
import { mainSubject, type Source } from "./source.js";

/** "their", "the ministry's" before a noun. */
function possessorOf(ground: Ground, noun: number, floor: number): Source | null {
  for (let i = noun - 1; i >= Math.max(floor, noun - 4); i--) {
    if (isA(ground, i, "possessive")) return { range: rangeOf(ground, i, i + 1), first: i, last: i + 1 };
    if (isA(ground, i, "clitic") || lowerAt(ground, i) === "'") {
      const phrase = nounPhraseBefore(ground, i, floor);
      return phrase && { range: rangeOf(ground, phrase.first, phrase.last), ...phrase };
    }
    if (ground.tokens[i]?.upos !== "ADJ" && ground.tokens[i]?.upos !== "NOUN") break;
  }
  return null;
}

/** "his last words, posted on Friday, were [that] …": the "that" behind a form of "be" with the noun as subject, or -1. */
function beThat(ground: Ground, noun: number, to: number): number {
  let at = noun + 1;
  if (lowerAt(ground, at) === ",") {
    while (at + 1 < Math.min(to, noun + 12) && lowerAt(ground, at + 1) !== ",") at++;
    at += 2;
  }
  return isA(ground, at, "be") && isA(ground, at + 1, "complementizer") ? at + 1 : -1;
}

/** Whose saying it is: the possessor, the one behind "of" or "by", the subject of the clause. */
function ownerOf(ground: Ground, noun: number, that: number, floor: number): Source | null {
  if (isA(ground, noun + 1, "owner mark") && that > noun + 2) {
    return { range: rangeOf(ground, noun + 2, that), first: noun + 2, last: that };
  }
  const possessor = possessorOf(ground, noun, floor);
  if (possessor) return possessor;
  const subject = mainSubject(ground, floor, noun);
  return subject && !isA(ground, subject.first, "expletive") ? subject : null;
}

/** "His warning that prices would rise | came too late": before the verb whose subject the noun is. */
function beforeMainVerb(ground: Ground, noun: number, that: number, to: number): number {
  for (let i = that + 3; i < to; i++)
    if (isFiniteVerb(ground, i) && ground.tokens[i - 1]?.upos === "VERB" && !isA(ground, i, "auxiliary")) return i; // "would rise | came"
  const { head = -1, relation = "" } = ground.tokens[noun] ?? {};
  if (!relation.startsWith("nsubj") || head <= that + 2 || head >= to) return to;
  let first = head;
  while (first - 1 > that + 2 && (isAuxiliary(ground, first - 1) || ground.tokens[first - 1]?.upos === "ADV")) first--;
  return first;
}

/** All attributions whose cue is a noun. */
export function nounSayings(ground: Ground): Parts[] {
  return ground.tokens.flatMap((token) =>
    (ground.words.nounCues.has(token.lower) || isA(ground, token.index, "worded")) && token.upos !== "VERB"
      ? (nounParts(ground, token.index) ?? [])
      : [],
  );
}

function nounParts(ground: Ground, noun: number): Parts | null {
  const stretch = stretchAt(ground, noun);
  let that = noun + 1;
  if (isA(ground, that, "owner mark"))
    while (
      that < Math.min(stretch.to, noun + 10) &&
      !isA(ground, that, "complementizer") &&
      !/^[,;:.]$/.test(lowerAt(ground, that))
    )
      that++;
  const told = beThat(ground, noun, stretch.to);
  if (told > 0) that = told;
  else if (!ground.words.nounCues.has(lowerAt(ground, noun))) return null;
  if (!isA(ground, that, "complementizer") || that + 2 >= stretch.to) return null;
  const source = told > 0 ? possessorOf(ground, noun, stretch.from) : ownerOf(ground, noun, that, stretch.from);
  if (!source) return null;
  const opening = quoteOpening(ground, that + 1);
  const to =
    told > 0
      ? clauseEnd(ground, that + 1, stretch)
      : beforeMainVerb(ground, noun, that, clauseEnd(ground, that + 1, stretch));
  const words = contentRange(ground, that + 1, to);
  const alone = opening !== undefined && firstBehind(ground, opening.end, that) >= to - 1;
  const content = alone && opening ? quotePieces(ground, opening) : words ? [words] : [];
  return content.length > 0
    ? {
        rule: "noun:that",
        source: source.range,
        cue: rangeOf(ground, noun, noun + 1),
        cueLemma: lowerAt(ground, noun),
        mode: "speech",
        content,
        score: 0.7,
      }
    : null;
}
