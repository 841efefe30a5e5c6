// The circumstances of a saying, read from the words around the cue: to whom, by which channel, when.
import type { Attribution, Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { nounPhraseAfter } from "./chunk.js";
import { type Ground, lowerAt, rangeOf } from "./ground.js";

export type Occasion = {
  readonly end: number;                     // token behind the adjuncts
  readonly addressee: Range | null;
  readonly channel: Attribution["channel"];
  readonly timex: Timex | null;
};

const prepositions = new Set(["on", "in", "at", "to", "during", "after", "before", "following", "from", "via", "with", "through", "by", "ahead", "since", "over", "of", "for", "about", "regarding"]);

/** Name of a channel without its determiner: "interview with RTVI". */
function channelOf(ground: Ground, first: number, last: number): Attribution["channel"] {
  const { words } = ground;
  let head = -1;
  for (let i = first; i < last; i++) {
    if (words.channels.has(lowerAt(ground, i)) || words.platforms.has(lowerAt(ground, i))) { head = i; break; }
  }
  if (head < 0) return null;
  const from = /^(?:the|a|an|its|his|her|their)$/.test(lowerAt(ground, first)) ? first + 1 : first;
  const range = rangeOf(ground, from, last);
  return range ? { ...range, name: ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " ") } : null;
}

/** End of a phrase "in an interview with the media in Washington" that begins at its preposition. */
function phraseEnd(ground: Ground, start: number, to: number): number {
  const time = ground.timexOf[start + 1] ?? -1;
  const phrase = nounPhraseAfter(ground, start + 1, to);
  let last = phrase?.last ?? start + 1;
  if (time >= 0) while (last < to && ground.timexOf[last] === time) last++;
  return last;
}

/** The adjuncts from token `start`: adverbs, time expressions and prepositional phrases. `hearer`: the verb takes the person told. */
export function occasionAt(ground: Ground, start: number, to: number, hearer: boolean): Occasion {
  let at = start;
  let addressee: Range | null = null;
  let channel: Attribution["channel"] = null;
  let timex: Timex | null = null;
  if (hearer) {
    const person = nounPhraseAfter(ground, at, to);
    if (person) {
      addressee = rangeOf(ground, person.first, person.last);
      at = person.last;
    }
  }
  while (at < to) {
    const word = lowerAt(ground, at);
    const own = ground.timexOf[at] ?? -1;
    if (own >= 0) {
      timex ??= ground.timexes[own] ?? null;
      while (at < to && ground.timexOf[at] === own) at++;
      continue;
    }
    if ((ground.tokens[at]?.upos === "ADV" || /^(?:earlier|later|also|previously)$/.test(word)) && !/^(?:how|why|when|where)$/.test(word)) { at++; continue; }
    if (!prepositions.has(word)) break;
    const end = phraseEnd(ground, at, to);
    if (end <= at + 1) break;
    for (let i = at + 1; i < end && !timex; i++) timex = ground.timexes[ground.timexOf[i] ?? -1] ?? null;
    if (word === "to" && !addressee) addressee = rangeOf(ground, at + 1, end);
    else if (word === "with" && channel) channel = channelJoin(ground, channel, end);
    else channel ??= channelOf(ground, at + 1, end);
    at = end;
  }
  return { end: at, addressee, channel, timex };
}

/** "an interview" + "with RTVI". */
function channelJoin(ground: Ground, channel: NonNullable<Attribution["channel"]>, end: number): Attribution["channel"] {
  const range = { start: channel.start, end: ground.tokens[end - 1]?.end ?? channel.end };
  return { ...range, name: ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " ") };
}
