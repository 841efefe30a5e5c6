// Time expressions of a text, as TIMEX3: what words say, resolved against a reference day and what the text told before.
// Stands alone: text and a reference in, timexes out. Never asks the clock.
import type { Edtf } from "../model/edtf.js";
import type { Timex } from "../model/reading.js";
import type { Range } from "../model/span.js";
import { edtfOfTimex, isTimexValue } from "../model/timex.js";
import { fold } from "../text/fold.js";
import { chain } from "./chains.js";
import { dayOfDate } from "./days.js";
import { makers } from "./makers/makers.js";
import type { Ground, Meaning, Phrase } from "./meaning.js";
import { phrasesIn } from "./scan.js";
import { isNarrative, Story } from "./story.js";
import { tenseBeside, tenseMap } from "./tense.js";
import type { TimeWords } from "./words.js";

export type { TimeWords } from "./words.js";

export type TimeOptions = {
  /** The day the text was published; null where unknown. */
  readonly reference: Edtf | null;
  /** Sentences to look at, in order; nothing outside them is read. `paragraph`: a day told in the same one lends its month. */
  readonly sentences: readonly (Range & { readonly paragraph?: number })[];
};

/** A value of TIMEX3's grammar, or nothing. */
function meaningOf(phrase: Phrase, ground: Ground): Meaning | null {
  const meaning = makers[phrase.maker]?.(phrase, ground) ?? null;
  return meaning && isTimexValue(meaning.value) ? meaning : null;
}

function timexOf(phrase: Phrase, meaning: Meaning, rangeId: number | null): Timex {
  const { type, value, mod = null, implied = [] } = meaning;
  const dated = type === "DATE" || type === "TIME";
  return {
    start: phrase.start,
    end: phrase.end,
    type,
    value,
    mod,
    edtf: dated ? edtfOfTimex(value) : null,
    rangeId,
    implied,
    rule: phrase.rule,
  };
}

/** The time expressions of `text` in order, none overlapping. */
export function findTimexes(text: string, options: TimeOptions, words: TimeWords): readonly Timex[] {
  const folded = fold(text);
  const { lexicon } = words;
  const bare: Ground = {
    lexicon,
    reference: dayOfDate(options.reference),
    tense: null,
    told: { day: null, month: null, year: null },
    month: null,
    narrative: null,
  };
  const usable = (phrase: Phrase): boolean => meaningOf(phrase, bare) !== null;
  const sentences = options.sentences.map((sentence, index) => ({
    ...sentence,
    paragraph: sentence.paragraph ?? index,
    ...chain(phrasesIn(text, folded, sentence, words, usable), sentence.end, folded, lexicon),
  }));
  const story = new Story(
    isNarrative(
      sentences.flatMap(({ phrases }) => phrases),
      bare.reference,
    ),
  );
  const timexes: Timex[] = [];
  let ranges = 0;
  for (const sentence of sentences) {
    if (sentence.phrases.length === 0) continue;
    const tenses = tenseMap(folded.slice(sentence.start, sentence.end), sentence.start, lexicon);
    const rangeIds = new Map<number, number>();
    for (const [first, second] of sentence.ranges) {
      const id = rangeIds.get(first) ?? ranges++;
      rangeIds.set(first, id).set(second, id);
    }
    for (const [index, phrase] of sentence.phrases.entries()) {
      const tense = tenseBeside(tenses, phrase);
      const meaning = meaningOf(phrase, { ...bare, tense, ...story.before(sentence.paragraph) });
      if (!meaning) continue;
      story.tell(phrase, meaning, sentence.paragraph);
      timexes.push(timexOf(phrase, meaning, rangeIds.get(index) ?? null));
    }
  }
  return timexes;
}
