// What the tagger finds in a text, for the tests of time/: one sentence a line.
import { timeWords } from "../../src/lang/en/time.js";
import { edtf } from "../../src/model/edtf.js";
import type { Timex } from "../../src/model/reading.js";
import { findTimexes } from "../../src/time/time.js";

export const words = timeWords();

/** Sentences of a text in which each line is a paragraph of one sentence; "¶" parts the sentences of a paragraph. */
export function sentencesOf(text: string) {
  const sentences = [];
  let start = 0;
  for (const [paragraph, line] of text.split("\n").entries()) {
    for (const part of line.split("¶")) {
      if (part !== "") sentences.push({ start, end: start + part.length, paragraph });
      start += part.length + 1;
    }
  }
  return sentences;
}

export type FoundTimex = Timex & { readonly words: string };

/** The timexes of a text published on a day (Wednesday 12 January 2022; null: unknown). */
export const found = (text: string, reference: string | null = "2022-01-12"): readonly FoundTimex[] =>
  findTimexes(
    text,
    { reference: reference === null ? null : edtf(reference), sentences: sentencesOf(text) },
    words,
  ).map((timex) => ({
    ...timex,
    words: text.slice(timex.start, timex.end),
  }));

/** "words = value" of each timex. */
export const told = (text: string, reference: string | null = "2022-01-12"): readonly string[] =>
  found(text, reference).map((timex) => `${timex.words} = ${timex.value}`);
