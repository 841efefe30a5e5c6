// Time expressions of a text, as TIMEX3: what words say, resolved against a reference day and what the text told before.
// Stands alone: text and a reference in, timexes out. Never asks the clock.
import type { Edtf } from "../model/edtf.js";
import type { Timex } from "../model/reading.js";
import { edtfOfTimex } from "../model/timex.js";
import { fold } from "../text/fold.js";
import { dayOfDate } from "./days.js";
import type { Meaning } from "./meaning.js";
import { bareGround, meaningOf, type TimeSentence, type ToldPhrase, toldPhrases } from "./phrases.js";
import { isNarrative, Story } from "./story.js";
import type { TimeWords } from "./words.js";

export type { TimeWords } from "./words.js";

export type TimeOptions = {
  /** The day the text was published; null where unknown: then years and months are given only where the text gives them. */
  readonly reference: Edtf | null;
  /** Sentences to look at, in order; nothing outside them is read. */
  readonly sentences: readonly TimeSentence[];
};

function timexOf(
  { start, end, rule, rangeId }: ToldPhrase,
  { type, value, mod = null, implied = [], fiscal }: Meaning,
): Timex {
  const edtf = (type === "DATE" || type === "TIME") && !fiscal ? edtfOfTimex(value) : null;
  return { start, end, type, value, mod, edtf, rangeId, implied, rule };
}

/** The time expressions of `text` in order, none overlapping. Never throws on any text; linear in its length. */
export function findTimexes(text: string, { reference, sentences }: TimeOptions, words: TimeWords): readonly Timex[] {
  const ground = { ...bareGround(words), reference: dayOfDate(reference) };
  const phrases = toldPhrases(text, fold(text), sentences, words, ground);
  const story = new Story(isNarrative(phrases, ground.reference), ground.reference);
  return phrases.flatMap((phrase) => {
    const meaning = meaningOf(phrase, { ...ground, tense: phrase.tense, ...story.before(phrase.paragraph) });
    if (!meaning) return [];
    story.tell(phrase, meaning, phrase.paragraph);
    return [timexOf(phrase, meaning)];
  });
}
