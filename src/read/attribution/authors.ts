// Whose a writing is that says something: "the letter says" goes back to "a letter from the union", "the union's letter", "the union sent
// a letter", or to whoever said something "in a letter" before. The nearest place that tells an author decides.
import type { Range } from "../../model/span.js";
import type { RawAttribution } from "../draft.js";
import { dateOf, isPast } from "./around.js";
import { nounPhraseAfter, nounPhraseBefore } from "./chunk.js";
import { type Ground, isA, lowerAt, rangeOf } from "./ground.js";
import { channelNamed } from "./occasion.js";
import { dayIn, sentenceOf, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";

/** Tokens before the writing within which its author is looked for. */
const reach = 400;

/** Places that are looked at. */
const mostTries = 8;

/** The noun of a source that is a writing: its last token. */
const nounOf = (ground: Ground, source: Range): number => tokensIn(ground, source).at(-1)?.index ?? -1;

/** Whether the writing at `index` may be the one called by the noun at `noun`: "the document" may be any. */
const mayBe = (ground: Ground, index: number, noun: number): boolean =>
  lowerAt(ground, index) === lowerAt(ground, noun) ||
  (isA(ground, noun, "any writing") && ground.words.writings.has(lowerAt(ground, index)));

/** "a letter [sent] by the union", "the union's letter": whose the phrase itself tells that the writing at `index` is. */
function ownerOfWriting(ground: Ground, index: number, to: number): Range | null {
  const participle = isA(ground, index + 1, "issuing") ? index + 2 : index + 1;
  if (isA(ground, participle, "owner mark") && participle < to) {
    const phrase = nounPhraseAfter(ground, participle + 1, to);
    if (phrase) return rangeOf(ground, phrase.first, phrase.last);
  }
  const phrase = nounPhraseAfter(ground, index + 1, to); // "a report it published", "a letter the union sent"
  if (phrase && isA(ground, phrase.last, "issuing") && ground.tokens[phrase.last]?.upos === "VERB")
    return isA(ground, phrase.first, "pronoun")
      ? (mainSubject(ground, sentenceOf(ground, ground.tokens[index]?.start ?? 0)?.first ?? index, index)?.range ??
          null)
      : rangeOf(ground, phrase.first, phrase.last);
  for (let i = index - 1; i > index - 4; i--) {
    if (!isA(ground, i, "clitic")) continue;
    const phrase = nounPhraseBefore(ground, i, Math.max(0, i - 10));
    return phrase && rangeOf(ground, phrase.first, phrase.last);
  }
  return null;
}

/** "The union on Friday sent its members a letter": the subject of a sentence that tells of sending it. */
function giverOf(ground: Ground, index: number): Range | null {
  const sentence = sentenceOf(ground, ground.tokens[index]?.start ?? 0);
  const subject = sentence ? mainSubject(ground, sentence.first, sentence.last) : null;
  if (!subject?.range || subject.last > index) return null;
  for (let i = subject.last; i < index; i++)
    if (isA(ground, i, "giving") || isA(ground, i, "issuing")) return subject.range;
  return null;
}

/** "The new letter is blunt. The offer, it says": the writing that was the subject of the sentence before, or -1. */
function writingMeant(ground: Ground, source: Range): number {
  const [only, ...more] = tokensIn(ground, source);
  if (!only || more.length > 0 || !isA(ground, only.index, "dummy subject")) return -1;
  const own = sentenceOf(ground, source.start);
  const before = own ? ground.analysis.sentences[own.index - 1] : undefined;
  const subject = before && before.paragraph === own?.paragraph ? mainSubject(ground, before.first, before.last) : null;
  return subject && ground.words.writings.has(lowerAt(ground, subject.last - 1)) ? subject.last - 1 : -1;
}

/** The words that name the author, and the day, of the writing that the source of `each` is; null where no place before tells one. */
function authorOf(
  ground: Ground,
  each: RawAttribution,
  saidIn: ReadonlyMap<number, RawAttribution>,
): ({ readonly author: Range } & Pick<RawAttribution, "date" | "channel">) | null {
  if (!each.source) return null;
  const at = each.byWriting ? nounOf(ground, each.source) : writingMeant(ground, each.source);
  if (at < 0) return null;
  let tries = 0;
  for (let index = at - 1; index >= Math.max(0, at - reach) && tries < mostTries; index--) {
    if (!mayBe(ground, index, at)) continue;
    tries++;
    const to = sentenceOf(ground, ground.tokens[index]?.start ?? 0)?.last ?? index;
    const said = saidIn.get(index);
    const author = ownerOfWriting(ground, index, to) ?? said?.source ?? giverOf(ground, index);
    const channel = lowerAt(ground, index) === lowerAt(ground, at) ? null : channelNamed(ground, index, index + 1); // "in a note … says the text"
    if (author) return { author, date: said?.date ?? dayOfWriting(ground, index), channel };
  }
  return null;
}

/** The day that the sentence of a writing tells: "the union sent a letter on Friday". */
function dayOfWriting(ground: Ground, index: number): RawAttribution["date"] {
  const sentence = sentenceOf(ground, ground.tokens[index]?.start ?? 0);
  const day = sentence ? dayIn(ground, sentence) : null;
  return day && isPast(ground, day) ? dateOf(day) : null;
}

/** `found` with the words that name the author where a writing is the source. */
export function withAuthors(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const saidIn = sayersIn(ground, found);
  return found.map((each) => {
    const written = authorOf(ground, each, saidIn);
    if (!written) return each;
    return { ...each, ...written, date: each.date ?? written.date, channel: written.channel ?? each.channel };
  });
}

/** "The mayor said in a note": the saying whose channel holds a token, by token. */
function sayersIn(ground: Ground, found: readonly RawAttribution[]): ReadonlyMap<number, RawAttribution> {
  const saidIn = new Map<number, RawAttribution>();
  for (const each of found) {
    if (!each.source || !each.channel || each.within !== null || each.byWriting) continue;
    for (const { index } of tokensIn(ground, each.channel)) if (!saidIn.has(index)) saidIn.set(index, each);
  }
  return saidIn;
}
