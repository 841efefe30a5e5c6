// By which channel something was said, around a cue whatever rule found it: a medium told, a phrase "in a letter", "on Channel Nine",
// the writing that says it, or the one that the sentences before speak of.
import type { Attribution } from "../../model/reading.js";
import { overlaps, type Range } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";
import { goesWith, isCue, type Place } from "./around.js";
import { nounPhraseAfter } from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt } from "./ground.js";
import { channelNamed, channelOf, mediumOf, phraseEnd } from "./occasion.js";
import { openingOccasion } from "./opening.js";
import { firstFrom, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";

/** A medium with a name of its own in tokens [first, last): "on Radio One", "with the broadcaster Radio One". */
function namedMedium(ground: Ground, first: number, last: number): Attribution["channel"] {
  for (let i = first; i < last; i++) {
    const token = ground.tokens[i];
    if (token && token.text !== token.lower && i > first - 1) return mediumOf(ground, first, last);
  }
  return null;
}

/** "told [us]", "told [this newspaper]": whoever publishes the report is the channel. */
function ownMedium(ground: Ground, at: number): Attribution["channel"] {
  const { outlet } = ground.analysis.document;
  const token = ground.tokens[at];
  if (!token) return null;
  if (isA(ground, at, "us")) return outlet === null ? null : { start: token.start, end: token.end, name: outlet };
  const medium = ground.tokens[at + 1];
  if (!isA(ground, at, "this medium") || !medium || !ground.words.agencies.has(medium.lower)) return null;
  const name = ground.analysis.text.slice(token.start, medium.end);
  return { start: token.start, end: medium.end, name: outlet === null ? name : `${name} (${outlet})` };
}

/** The channel that a phrase around the cue names: "at a rally", "in a letter to staff", "on Channel Nine"; the nearest. */
function phraseChannel(ground: Ground, place: Place): Attribution["channel"] {
  let best: { readonly channel: NonNullable<Attribution["channel"]>; readonly cost: number } | null = null;
  for (let i = place.from; i < place.to; i++) {
    if (!isA(ground, i, "preposition") || isA(ground, i, "later preposition") || isCue(place, i)) continue;
    const goes = !place.isSaid(i) && goesWith(ground, place, i);
    if (!goes && !place.isSaid(i)) continue;
    let end = Math.min(phraseEnd(ground, i, place.to), place.to);
    if (ground.words.channels.has(lowerAt(ground, end)) && end < place.to) end++; // "in a 14-page ruling", the noun read as a verb
    if (end <= i + 1) continue;
    const own = place.isSaid(i) ? hangsOnCue(ground, place, i + 1, end) : !place.isSaid(end - 1);
    if (!own) continue;
    const channel = channelOf(ground, i + 1, end) ?? namedMedium(ground, i + 1, end);
    const cost = i < place.first ? place.first - i + 5 : i - place.last;
    if (channel && (!best || cost < best.cost)) best = { channel, cost };
  }
  return best?.channel ?? null;
}

/** Whether a noun of tokens [from, to), outside any quotation, hangs on the cue itself. */
function hangsOnCue(ground: Ground, place: Place, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = ground.tokens[i];
    if (
      token &&
      isCue(place, token.head) &&
      token.relation.startsWith("obl") &&
      ground.quoteOf[i] === ground.quoteOf[place.first]
    )
      return true;
  }
  return false;
}

/** The writing that says it: "[the summary] says", "according to [a report] published on Friday". */
function writingChannel(ground: Ground, source: Range | null): Attribution["channel"] {
  if (!source) return null;
  const inside = tokensIn(ground, source);
  const [head] = inside;
  if (!head) return null;
  const phrase = nounPhraseAfter(ground, head.index, (inside.at(-1)?.index ?? head.index) + 1);
  const at = inside.findIndex(({ lower }) => ground.words.writings.has(lower));
  const writing = inside[at];
  if (!phrase || !writing || writing.index >= phrase.last) return null;
  const next = inside[at + 1];
  if (next && (isA(ground, next.index, "clitic") || /^(?:NOUN|PROPN)$/.test(next.upos))) return null; // "the report's author"
  if (inside.slice(0, at).some(({ index }) => isA(ground, index, "joining") || isA(ground, index, "clitic")))
    return null;
  return channelNamed(ground, head.index, writing.index + 1);
}

/** Sentences that are looked back for the writing that somebody writes. */
const writingReach = 3;

/** "…published a letter. … , he [writes]": the writing that the sentence, or one before it in the paragraph, speaks of. */
function writingBefore(ground: Ground, place: Place): Attribution["channel"] {
  const own = ground.analysis.sentences[ground.tokens[place.first]?.sentence ?? -1];
  if (!own) return null;
  for (let i = place.first - 1; i >= 0; i--) {
    const sentence = ground.analysis.sentences[ground.tokens[i]?.sentence ?? -1];
    if (!sentence || sentence.paragraph !== own.paragraph || own.index - sentence.index > writingReach) return null;
    const noun = ground.tokens[i];
    if (noun && ground.words.writings.has(noun.lower) && ground.words.channels.has(noun.lower) && !place.isSaid(i))
      return channelNamed(ground, i, i + 1);
  }
  return null;
}

/** "published a letter yesterday [urging] …": the writing directly before a participle that says something. */
function writingThatSays(ground: Ground, { first }: Place): Attribution["channel"] {
  if (!endsAs(ground, first, "gerund ending")) return null;
  let at = first - 1;
  while (at > first - 4 && ((ground.timexOf[at] ?? -1) >= 0 || isA(ground, at, "preposition"))) at--;
  const writes = ground.words.writings.has(lowerAt(ground, at)) && ground.words.channels.has(lowerAt(ground, at));
  return writes ? channelNamed(ground, at, at + 1) : null;
}

/** "At a rally in Oslo, Vale praised the crew and said", "Vale, at a rally in Oslo, praised …": what opens a sentence, or stands behind its subject, goes with all that the subject does. */
function subjectsChannel(ground: Ground, each: RawAttribution, place: Place): Attribution["channel"] {
  const sentence = ground.analysis.sentences[ground.tokens[place.first]?.sentence ?? -1];
  const subject = sentence ? mainSubject(ground, sentence.first, sentence.last) : null;
  const own =
    subject?.range && (each.source === null || overlaps(each.source, subject.range) || isBehind(ground, each, place));
  if (!sentence || !subject || !own || place.first < subject.last) return null;
  const opened = openingOccasion(ground, sentence.first, subject.first).channel;
  const comma = firstFrom(ground.tokens, subject.range?.end ?? 0);
  const inserted =
    lowerAt(ground, comma) === "," && isA(ground, comma + 1, "preposition")
      ? openingOccasion(ground, comma + 1, place.first).channel
      : null;
  return opened ?? inserted;
}

/** "… and repeated [his] warning": the source is a word for the subject. */
const isBehind = (ground: Ground, { source }: RawAttribution, { first }: Place): boolean => {
  const [only, ...more] = source ? tokensIn(ground, source) : [];
  return only !== undefined && more.length === 0 && only.index === first - 1 && isA(ground, only.index, "possessive");
};

/** "The newspaper Orvela Post, citing sources in the ministry, writes": who tells it, where those who are cited have no name. */
function viaChannel(ground: Ground, { via, source }: RawAttribution): Attribution["channel"] {
  const cited = source ? tokensIn(ground, source) : [];
  const unnamed =
    cited.some(({ index }) => isA(ground, index, "person")) &&
    !cited.some(({ index }) => (ground.nameOf[index] ?? -1) >= 0 || isA(ground, index, "article"));
  if (!unnamed) return null; // whoever has a name speaks himself
  const inside = via[0] ? tokensIn(ground, via[0]) : [];
  const [from, to] = [inside[0]?.index ?? 0, (inside.at(-1)?.index ?? -1) + 1];
  return from < to ? mediumOf(ground, from, to) : null;
}

/** The channel of one saying, where it has none yet. */
export function channelFor(ground: Ground, each: RawAttribution, place: Place): Attribution["channel"] {
  const hearer = nounPhraseAfter(ground, place.last, place.to);
  return (
    each.channel ??
    ownMedium(ground, place.last) ??
    (hearer && !place.isSaid(place.last) && each.cueLemma === "tell"
      ? namedMedium(ground, hearer.first, hearer.last)
      : null) ??
    phraseChannel(ground, place) ??
    writingThatSays(ground, place) ??
    subjectsChannel(ground, each, place) ??
    writingChannel(ground, each.source) ??
    (each.cueLemma === "write" ? writingBefore(ground, place) : null) ??
    viaChannel(ground, each)
  );
}

/** "on X": a name of one letter keeps the word in front of it. */
export function longEnough({ analysis }: Ground, channel: Attribution["channel"]): Attribution["channel"] {
  if (!channel || channel.name.length > 1) return channel;
  const before = /\p{L}+ $/u.exec(analysis.text.slice(Math.max(0, channel.start - 12), channel.start))?.[0] ?? "";
  return { ...channel, start: channel.start - before.length, name: `${before}${channel.name}` };
}
