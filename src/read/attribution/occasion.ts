// The circumstances of a saying, read from the words around the cue: to whom, by which channel, when.
import type { Attribution, Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { isFiniteVerb, nounPhraseAfter } from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt, quoteClosing, quoteOpening, rangeOf } from "./ground.js";
import { dayIn, firstFrom, sentenceOf } from "./places.js";
import type { Site } from "./sites.js";
import type { Source } from "./source.js";

const longestTitle = 4; // tokens

export type Occasion = {
  readonly end: number; // token behind the adjuncts
  readonly addressee: Range | null;
  readonly channel: Attribution["channel"];
  readonly timex: Timex | null;
  readonly scene?: boolean; // at or after something that is told before: "after the talks", "afterwards"
};

/** The channel that tokens [first, last) name, without its determiner and the adverb of a time behind it ("[the Gazette] late on Friday"). */
export function channelNamed(ground: Ground, first: number, last: number): Attribution["channel"] {
  let from = isA(ground, first, "article") ? first + 1 : first;
  if (isA(ground, from, "edge") && isA(ground, from + 1, "genitive mark") && from + 2 < last)
    return channelNamed(ground, from + 2, last); // "the sidelines of a summit"
  while (from < last - 1 && ((ground.timexOf[from] ?? -1) >= 0 || isA(ground, from, "clitic"))) from++;
  let to = last;
  if (to - 1 > from && isA(ground, to - 1, "time unit") && isA(ground, to, "time adverb")) to--; // "told parliament hours later"
  while (to - 1 > from && isA(ground, to - 1, "time adverb") && (ground.nameOf[to - 1] ?? -1) < 0) to--;
  const range = rangeOf(ground, from, to);
  return range ? { ...range, name: ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " ") } : null;
}

/** Name of a channel without its determiner: "interview with Radio One". */
export function channelOf(ground: Ground, first: number, last: number): Attribution["channel"] {
  const { words } = ground;
  let head = -1;
  for (let i = first; i < last; i++) {
    if (
      words.channels.has(lowerAt(ground, i)) ||
      words.platforms.has(lowerAt(ground, i)) ||
      words.channels.has(hyphened(ground, i))
    ) {
      head = i;
      break;
    }
  }
  return head < 0 ? null : channelNamed(ground, first, last);
}

/** A medium that is told something is the channel: "told the Gazette"; so is whoever publishes the document. Its kind in front is no part of its name: "the broadcaster Radio One". */
export function mediumOf(ground: Ground, first: number, last: number): Attribution["channel"] {
  for (let i = first; i < last; i++)
    if (ground.words.agencies.has(lowerAt(ground, i))) return channelNamed(ground, first, last);
  const channel = channelNamed(ground, first, last);
  return channel && isOutlet(ground, channel.name) ? channel : null;
}

/** Whether a name is the document's own outlet, in full or its first or last words ("Northwire" of "Northwire News", "the Tidewater" of "The Calder Tidewater"). */
function isOutlet({ analysis }: Ground, name: string): boolean {
  const outlet = analysis.document.outlet?.toLowerCase() ?? "";
  const own = name.toLowerCase();
  return outlet !== "" && own.length > 2 && (`${outlet} `.startsWith(`${own} `) || ` ${outlet}`.endsWith(` ${own}`));
}

/** End of a phrase "in an interview with the media in Washington" that begins at its preposition. */
export function phraseEnd(ground: Ground, start: number, to: number): number {
  const time = ground.timexOf[start + 1] ?? -1;
  const phrase = nounPhraseAfter(ground, start + 1, to);
  let last = phrase?.last ?? start + 1;
  if (time >= 0) while (last < to && ground.timexOf[last] === time) last++;
  if (time >= 0 && isA(ground, last, "clitic")) last = nounPhraseAfter(ground, last + 1, to)?.last ?? last; // "at Friday's briefing"
  return overTitle(ground, last, to);
}

/** 'the channel ["Rondo 1"]': behind the name in quotation marks that a channel or medium has. */
function overTitle(ground: Ground, at: number, to: number): number {
  const quote = quoteOpening(ground, at);
  const named =
    ground.words.agencies.has(lowerAt(ground, at - 1)) || ground.words.channels.has(lowerAt(ground, at - 1));
  const behind = quote && named ? firstFrom(ground.tokens, quote.end) : at;
  return behind <= to && behind - at <= longestTitle + 2 ? behind : at;
}

/** Whether a time expression stands at token `at`, or behind a preposition or an adverb there ("late on Friday"). */
function isTimed(ground: Ground, at: number): boolean {
  const adverb = isA(ground, at, "time adverb") ? at + 1 : at;
  const on = isA(ground, adverb, "preposition") ? adverb + 1 : adverb;
  return (ground.timexOf[on] ?? -1) >= 0;
}

/** "a letter [dated] July 25", "a statement [issued] late on Friday": the participle between a channel and its time. */
const isDated = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.upos === "VERB" &&
  endsAs(ground, at, "participle ending") &&
  !endsAs(ground, at, "gerund ending") &&
  isTimed(ground, at + 1);

/** "a letter [seen by the Gazette]": behind a participle with its agent, or `at` where none stands there. */
function overAgent(ground: Ground, at: number, to: number): number {
  const participle = ground.tokens[at]?.upos === "VERB" && endsAs(ground, at, "participle ending");
  if (!participle || endsAs(ground, at, "gerund ending") || !isA(ground, at + 1, "agent mark")) return at;
  return nounPhraseAfter(ground, at + 2, to)?.last ?? at;
}

/** ", in a statement issued on Friday,": what is put in between commas behind a cue, where it names a channel; null where it does not. */
function insertedAt(ground: Ground, comma: number, to: number): Occasion | null {
  if (lowerAt(ground, comma) !== "," || !isA(ground, comma + 1, "preposition")) return null;
  const inner = occasionAt(ground, comma + 1, to, false);
  return inner.channel && lowerAt(ground, inner.end) === "," ? inner : null;
}

/** "by telephone", "by e-mail": the means, without a determiner. */
const isMeans = (ground: Ground, at: number): boolean =>
  isA(ground, at, "agent mark") &&
  (ground.words.channels.has(lowerAt(ground, at + 1)) || ground.words.channels.has(hyphened(ground, at + 1)));

/** The word of three tokens around a hyphen: "e-mail". */
const hyphened = (ground: Ground, at: number): string =>
  lowerAt(ground, at + 1) === "-" ? [0, 1, 2].map((i) => lowerAt(ground, at + i)).join("") : "";

/** "after the talks", "at the opening": what is told before is the occasion. */
function isScene(ground: Ground, start: number, end: number): boolean {
  if (!isA(ground, start, "scene preposition")) return false;
  if (isA(ground, start + 1, "indefinite")) return false; // "at a news conference": one not told before
  for (let i = start + 2; i < end; i++) if (isA(ground, i, "scene")) return true;
  return false;
}

/** The time expression of the nearest sentence before the one at offset `at`, in its paragraph or the one before: when the scene was. */
export function sceneTimex(ground: Ground, at: number): Timex | null {
  const own = sentenceOf(ground, at);
  for (let index = (own?.index ?? 0) - 1; index >= 0; index--) {
    const sentence = ground.analysis.sentences[index];
    if (!own || !sentence || sentence.paragraph < own.paragraph - 1 || sentence.role !== "body") return null;
    const timex = dayIn(ground, sentence);
    if (timex) return timex;
  }
  return null;
}

/** The channel named by a prepositional phrase in tokens [from, to): "In an interview with the Gazette, X said". */
export function channelIn(ground: Ground, from: number, to: number): Attribution["channel"] {
  for (let i = from; i < to; i++) {
    if (!isA(ground, i, "preposition") || isA(ground, i, "later preposition")) continue;
    const end = Math.min(phraseEnd(ground, i, to), to);
    const channel = channelOf(ground, i + 1, end);
    if (channel)
      return isA(ground, end, "companion mark") && end < to
        ? channelJoin(ground, channel, Math.min(phraseEnd(ground, end, to), to))
        : channel;
  }
  return null;
}

/** The adjuncts from token `start`: adverbs, time expressions and prepositional phrases. `hearer`: the verb takes the person told. */
export function occasionAt(ground: Ground, start: number, to: number, hearer: boolean): Occasion {
  let at = start;
  let addressee: Range | null = null;
  let channel: Attribution["channel"] = null;
  let timex: Timex | null = null;
  let scene = false;
  if (hearer) {
    const person = nounPhraseAfter(ground, at, to);
    if (person) {
      channel = mediumOf(ground, person.first, person.last) ?? channelOf(ground, person.first, person.last);
      if (!channel) addressee = rangeOf(ground, person.first, person.last);
      at = person.last;
    }
  }
  while (at < to) {
    const own = ground.timexOf[at] ?? -1;
    if (own >= 0) {
      timex ??= ground.timexes[own] ?? null;
      while (at < to && ground.timexOf[at] === own) at++;
      continue;
    }
    if (
      (ground.tokens[at]?.upos === "ADV" || isA(ground, at, "occasion adverb")) &&
      !isA(ground, at, "question adverb")
    ) {
      scene ||= isA(ground, at, "afterwards");
      at++;
      continue;
    }
    if ((channel && isDated(ground, at)) || (isA(ground, at, "time adverb") && isTimed(ground, at))) {
      at++;
      continue;
    }
    const behind = channel ? overAgent(ground, at, to) : at;
    if (behind > at) {
      at = behind;
      continue;
    }
    const inserted = insertedAt(ground, at, to);
    if (inserted) {
      channel ??= inserted.channel;
      timex ??= inserted.timex;
      at = inserted.end + 1;
      continue;
    }
    if (lowerAt(ground, at) === "," && isA(ground, at + 1, "speaking") && isA(ground, at + 2, "preposition")) {
      at += 2; // "X said, speaking at the harbour on Friday"
      continue;
    }
    if (!isA(ground, at, "preposition")) break;
    const end = phraseEnd(ground, at, to);
    if (end <= at + 1) break;
    for (let i = at + 1; i < end && !timex; i++) timex = ground.timexes[ground.timexOf[i] ?? -1] ?? null;
    if (isA(ground, at, "infinitive mark") && !addressee) addressee = rangeOf(ground, at + 1, end);
    else if (isA(ground, at, "companion mark") && channel) channel = channelJoin(ground, channel, end);
    else if (isMeans(ground, at))
      channel = channel ? channelJoin(ground, channel, end) : channelNamed(ground, at + 1, end); // "told the Gazette by telephone"
    else if (!isA(ground, at, "later preposition")) channel ??= channelOf(ground, at + 1, end);
    scene ||= isScene(ground, at, end);
    at = end;
  }
  return { end: at, addressee, channel, timex, scene };
}

/** The time expression that stands before source and cue: "On Friday X said", "X on Friday said"; null where something else is told before. */
export function occasionBefore(ground: Ground, site: Site, source: Source | null, leads: boolean): Timex | null {
  const from = site.stretch.from;
  const lead = source && source.first < site.first ? source.first : site.first;
  const aside = source !== null && lowerAt(ground, source.last) === "," && isA(ground, source.last + 1, "relative"); // "who came on Friday" dates the coming
  for (let i = source && source.first < site.first && !aside ? source.last : site.first; i < site.at; i++) {
    const timex = ground.timexes[ground.timexOf[i] ?? -1];
    if (timex) return timex;
  }
  let found: Timex | null = null;
  for (let i = leads ? lead - 1 : -1; i >= from; i--) {
    if (isFiniteVerb(ground, i) || quoteClosing(ground, i)) break;
    found ??= ground.timexes[ground.timexOf[i] ?? -1] ?? null;
  }
  return found;
}

/** "an interview" + "with Radio One". */
function channelJoin(
  ground: Ground,
  channel: NonNullable<Attribution["channel"]>,
  end: number,
): Attribution["channel"] {
  const range = { start: channel.start, end: ground.tokens[end - 1]?.end ?? channel.end };
  return { ...range, name: ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " ") };
}
