// The sentences of a text where nobody has made them yet: as text/ makes them, with the abbreviations of the calendar.
import { overlaps, type Range } from "../model/span.js";
import { paragraphRanges, plainSentenceWords, type SentenceWords, sentenceRanges } from "../text/sentences.js";
import type { TimeSentence } from "./phrases.js";
import type { TimeWords } from "./words.js";

const sentenceWords = ({ lexicon }: TimeWords): SentenceWords => ({
  ...plainSentenceWords,
  abbreviations: new Set(
    [...lexicon.values()].flatMap((words) => [...words.keys()].filter((word) => word.endsWith("."))),
  ),
});

/** The sentences outside `skip`, with their paragraphs. */
export function plainSentences(text: string, skip: readonly Range[], words: TimeWords): readonly TimeSentence[] {
  const own = sentenceWords(words);
  return paragraphRanges(text).flatMap((range, paragraph) =>
    sentenceRanges(text, range, own)
      .filter((sentence) => !skip.some((mark) => overlaps(mark, sentence)))
      .map((sentence) => ({ ...sentence, paragraph })),
  );
}
