// Time expressions of a text, as TIMEX3: what words say, resolved against a reference day and what the text told before.
// Stands alone: text and a reference in, timexes out. Never asks the clock.
import type { Edtf } from "../model/edtf.js";
import type { Timex } from "../model/reading.js";
import type { Range } from "../model/span.js";

/** Words and rules of a language: the tables timexes.txt and calendar.txt. */
export type TimeWords = Readonly<Record<string, never>>;
export type TimeOptions = {
  /** The day the text was published; null where unknown. */
  readonly reference: Edtf | null;
  /** Sentences to look at, in order; nothing outside them is read. */
  readonly sentences: readonly Range[];
};

/** The time expressions of `text` in order, none overlapping. */
export function findTimexes(_text: string, _options: TimeOptions, _words: TimeWords): readonly Timex[] {
  return [];
}
