// The temporal tagger of English, as the package's subpath parley/time: a text and the day of its report in, time expressions
// as TIMEX3 out. Asks neither clock nor time zone.
import type { Edtf } from "../../model/edtf.js";
import { edtf } from "../../model/edtf.js";
import type { Timex } from "../../model/reading.js";
import { plainSentences } from "../../time/sentences.js";
import { findTimexes } from "../../time/time.js";
import { asTimeml } from "../../time/timeml.js";
import type { TimeWords } from "../../time/words.js";
import { timeWords } from "./time.js";

export { edtfOfTimex, isTimexValue, minutesOf } from "../../model/timex.js";

/** A time expression; offsets are UTF-16 units, end exclusive, and `text` is what stands there. */
export type TimeExpression = Timex & { readonly text: string };

let words: TimeWords | null = null;

/**
 * The time expressions of a text in order, none overlapping. `published`: the day it was published, as EDTF ("2022-01-12");
 * null where unknown: then only what the words themselves say is given. Throws InputError where `published` is no EDTF date,
 * and on no text.
 */
export function timexes(text: string, published: string | null = null): readonly TimeExpression[] {
  words ??= timeWords();
  const reference: Edtf | null = published === null ? null : edtf(published);
  return findTimexes(text, { reference, sentences: plainSentences(text, [], words) }, words).map((timex) => ({
    ...timex,
    text: text.slice(timex.start, timex.end),
  }));
}

/**
 * The text with TIMEX3 tags around its time expressions (TimeML 1.2.1); t0 is the day it was `published`, as for `timexes`.
 * Throws InputError where that is no EDTF date.
 */
export const timeml = (text: string, published: string | null = null): string =>
  asTimeml(text, timexes(text, published));
