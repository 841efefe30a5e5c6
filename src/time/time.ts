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

function timexOf(phrase: ToldPhrase, meaning: Meaning, narrative: boolean): Timex {
  const { start, end, rangeId, tense } = phrase;
  const { type, value, mod = null, implied = [], fiscal, from, anchor } = meaning;
  const edtf = (type === "DATE" || type === "TIME") && !fiscal ? edtfOfTimex(value) : null;
  const rule = fiscal && !phrase.rule.startsWith("fiscal") ? `fiscal-${phrase.rule}` : phrase.rule;
  const timex = { start, end, type, value, mod, edtf, rangeId, implied, rule, ...(anchor ? { anchor } : {}) };
  if (implied.length === 0) return timex;
  const basis = from ?? (narrative ? "narrative" : "publication");
  return basis === "publication" && tense !== null ? { ...timex, from: basis, tense } : { ...timex, from: basis };
}

/** The time expressions of `text` in order, none overlapping. Never throws on any text; linear in its length. */
export function findTimexes(text: string, { reference, sentences }: TimeOptions, words: TimeWords): readonly Timex[] {
  const ground = { ...bareGround(words), reference: dayOfDate(reference) };
  const phrases = toldPhrases(text, fold(text), sentences, words, ground);
  const narrative = isNarrative(phrases, ground.reference);
  const story = new Story(narrative, ground.reference);
  return phrases.flatMap((phrase) => {
    const meaning = meaningOf(phrase, { ...ground, tense: phrase.tense, ...story.before(phrase.paragraph) });
    if (!meaning) return [];
    story.tell(phrase, meaning, phrase.paragraph);
    return [timexOf(phrase, meaning, narrative)];
  });
}
