// What the sentences before tell of the occasion of a saying: its day, its channel, and the one it is told of; and the day of a live
// report.
import type { Attribution, Timex } from "../../model/reading.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { dateOf, isDay, isPast, type Place } from "./around.js";
import { isAuxiliary, nounPhraseAfter } from "./chunk.js";
import { type Ground, isA, lowerAt } from "./ground.js";
import { channelIn, channelOf } from "./occasion.js";
import { dayIn, firstFrom, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";

/** Verbs that stand between a subject and what it gives: "has [put] out a statement"; index of the word behind. */
function behindGiving(ground: Ground, at: number): number {
  let verb = at;
  while (verb < at + 3 && (isAuxiliary(ground, verb) || ground.tokens[verb]?.upos === "ADV")) verb++;
  if (!isA(ground, verb, "giving")) return -1;
  return isA(ground, verb + 1, "particle") ? verb + 2 : verb + 1;
}

/** "More from [the minister]'s press conference": whose occasion a sentence names, and by which channel. */
function ownedOccasion(ground: Ground, { first: from, last: to }: AnalysedSentence): RawAttribution["scene"] {
  for (let i = from + 1; i < Math.min(to - 1, from + tokensBack); i++) {
    if (!isA(ground, i, "clitic")) continue;
    const end = nounPhraseAfter(ground, i + 1, to)?.last ?? i + 1;
    const channel = channelOf(ground, i + 1, end);
    const name = ground.nameOf[i - 1] ?? -1;
    let begin = i - 1;
    while (begin > from && name >= 0 && ground.nameOf[begin - 1] === name) begin--;
    const [head, tail] = [ground.tokens[begin], ground.tokens[i - 1]];
    if (channel && head && tail && name >= 0)
      return { subject: { start: head.start, end: tail.end }, date: null, channel };
  }
  return null;
}

/** Whether a sentence names an occasion told before: "as he left [the talks]". */
function namesScene(ground: Ground, { first: from, last: to }: AnalysedSentence): boolean {
  for (let i = from + 1; i < Math.min(to, from + tokensBack); i++)
    if (isA(ground, i, "scene") && isA(ground, i - 1, "article") && !isA(ground, i - 1, "indefinite")) return true;
  return false;
}

/** Paragraphs that are looked back for the day of a scene. */
const farthest = 3;
/** Sentences likewise. */
const sentencesBack = 16;
/** Tokens of the sentence before that are looked at. */
const tokensBack = 120;

/** The day of the nearest sentence before that tells of such a scene with its day. */
function dayOfScene(ground: Ground, sentence: AnalysedSentence): Timex | null {
  for (let index = sentence.index - 1; index >= 0; index--) {
    const before = ground.analysis.sentences[index];
    const far = sentence.index - index > sentencesBack;
    if (!before || far || before.paragraph < sentence.paragraph - farthest) return null;
    const day = before.role === "body" ? dayIn(ground, before) : null;
    for (let i = before.first; day && i < Math.min(before.last, before.first + tokensBack); i++)
      if (isA(ground, i, "scene")) return day;
  }
  return null;
}

/** What the sentence before, in the same paragraph, tells of an occasion, with the one it tells it of. */
export function sceneBefore(ground: Ground, sentence: AnalysedSentence): RawAttribution["scene"] {
  const before = ground.analysis.sentences[sentence.index - 1];
  if (!before || before.paragraph !== sentence.paragraph || before.role !== "body") return null;
  const subject = mainSubject(ground, before.first, before.last);
  if (!subject?.range) return ownedOccasion(ground, before);
  const object = behindGiving(ground, subject.last);
  const given = object < 0 ? null : nounPhraseAfter(ground, object, before.last);
  const channel =
    (given ? channelOf(ground, given.first, given.last) : null) ?? channelIn(ground, subject.last, before.last);
  const day = dayIn(ground, before);
  const timex = day ?? (namesScene(ground, before) ? dayOfScene(ground, before) : null);
  const date = timex && isPast(ground, timex) ? dateOf(timex) : null;
  if (!channel && !(date && day === null)) return ownedOccasion(ground, before);
  return { subject: subject.range, date: channel || day === null ? date : null, channel };
}

/** Tokens behind a preposition within which its scene is named: "after [three days of talks]". */
const sceneReach = 6;

/** "told reporters after three days of talks", "said on the same day": the day of the nearest sentence before that tells of it. */
export function timeAtScene(ground: Ground, place: Place, own: AnalysedSentence | undefined): Timex | null {
  if (!own) return null;
  for (let i = place.last; i < place.to && !place.isSaid(i) && lowerAt(ground, i) !== ","; i++) {
    if (isA(ground, i, "same") && (ground.timexOf[i] ?? -1) >= 0) return dayBefore(ground, own);
    if (!isA(ground, i, "scene preposition") || isA(ground, i + 1, "indefinite")) continue;
    for (let at = i + 1; at < Math.min(i + sceneReach, place.to) && lowerAt(ground, at) !== ","; at++)
      if (isA(ground, at, "scene")) return dayOfScene(ground, own);
  }
  return null;
}

/** "told him in a telephone conversation. … The call took place on December 30": the day of the occasion that a saying names as new. */
export function dayOfOccasion(
  ground: Ground,
  channel: Attribution["channel"],
  own: AnalysedSentence | undefined,
): Timex | null {
  const named = channel && tokensIn(ground, channel).some(({ index }) => isA(ground, index, "scene"));
  if (!own || !named) return null;
  for (let index = own.index + 1; index <= own.index + sentencesAhead; index++) {
    const sentence = ground.analysis.sentences[index];
    if (!sentence || sentence.paragraph > own.paragraph + farthest) return null;
    const opens = isA(ground, sentence.first, "article") && isA(ground, sentence.first + 1, "scene");
    const day = opens ? dayIn(ground, sentence) : null;
    if (day && isPast(ground, day)) return day;
  }
  return null;
}

/** Sentences behind a saying in which the day of its occasion is looked for. */
const sentencesAhead = 6;

/** The last day told in the sentences before, some paragraphs back at most, that is not to come. */
function dayBefore(ground: Ground, sentence: AnalysedSentence): Timex | null {
  for (let index = sentence.index - 1; index >= 0; index--) {
    const before = ground.analysis.sentences[index];
    const far = sentence.index - index > sentencesBack;
    if (!before || far || before.paragraph < sentence.paragraph - farthest) return null;
    const day = before.role === "body" ? dayIn(ground, before) : null;
    if (day && isPast(ground, day)) return day;
  }
  return null;
}

/**
 * The time that the sentence before lends: to what is told "an hour later", to what is said to "them" who are told of there, and
 * to what "had" been said then, where a time opens that sentence.
 */
export function timeBefore(ground: Ground, place: Place, own: AnalysedSentence | undefined): Timex | null {
  const before = own ? ground.analysis.sentences[own.index - 1] : undefined;
  if (!own || before?.role !== "body" || own.paragraph - before.paragraph > 1) return null;
  const day = dayIn(ground, before);
  const near = day && isPast(ground, day) ? day : null;
  for (let i = place.from; i < Math.min(place.first, place.from + 6); i++)
    if (
      isA(ground, i, "time adverb") &&
      (ground.timexOf[i] ?? -1) >= 0 &&
      !isDay(ground.timexes[ground.timexOf[i] ?? -1] ?? noTime)
    )
      return near;
  if (before.paragraph !== own.paragraph) return null;
  if (isA(ground, place.last, "hearer") && isA(ground, place.last + 1, "hearer") === false) return near;
  if (!isA(ground, place.first - 1, "past helper")) return null;
  const opening = ground.timexes[firstFrom(ground.timexes, before.start)];
  return opening && opening.start < before.start + opens && isDay(opening) && isPast(ground, opening) ? opening : near;
}

/** Characters of a sentence within which a time opens it. */
const opens = 12;

const noTime = { type: "DURATION", edtf: null } as const;

/** In a live report what is said in the present is said on its day; the stamps of its entries show it. */
export function liveDay(ground: Ground, place: Place): Attribution["date"] {
  const { published, furniture } = ground.analysis.document;
  const [evidence] = published.evidence;
  const live = furniture.filter(({ reason }) => reason === "live report").length >= entries;
  const tag = ground.tokens[place.last - 1]?.xpos;
  if (!live || published.basis !== "stated" || published.value === null || !evidence) return null;
  return tag !== "VBD" && tag !== "VBN" && tag !== "VBG" ? { value: published.value, evidence } : null;
}

/** Stamped entries that make a live report. */
const entries = 3;

/** A scene with what another tells of it besides, where both are of the same subject. */
export function merged(own: RawAttribution["scene"], other: RawAttribution["scene"]): RawAttribution["scene"] {
  if (!own || !other) return own ?? other;
  if (own.subject.start !== other.subject.start) return own;
  return { ...own, date: own.date ?? other.date, channel: own.channel ?? other.channel };
}
