// Years in words, as broadcasts write them: "nineteen ninety-six", "twenty twenty-two". The words are the calendar table's.
import type { Lexicon } from "./lexicon.js";

const wordsOf = (lexicon: Lexicon, name: string, holds: (value: number) => boolean): string =>
  [...(lexicon.get(name) ?? [])]
    .filter(([word, value]) => !word.includes(" ") && holds(Number(value)))
    .map(([word]) => word)
    .join("|");

/** Source of a pattern for a spelled year; "" where the language has no words for its centuries. */
export function spelledYearSource(lexicon: Lexicon): string {
  const heads = wordsOf(lexicon, "yearhead", () => true);
  if (heads === "") return "";
  const teens = wordsOf(lexicon, "number", (value) => value >= 10 && value < 20);
  const tens = wordsOf(lexicon, "number", (value) => value >= 20 && value < 100);
  const ones = wordsOf(lexicon, "number", (value) => value >= 1 && value < 10);
  return `(?:${heads})[ -](?:(?:${teens})|(?:${tens})(?:[ -](?:${ones}))?)(?![ -](?:${tens}|${ones}))`;
}

/** A spelled year as digits; null where the words are none. */
export function spelledYear(words: string, lexicon: Lexicon): string | null {
  const [head = "", ...rest] = words.split(/[ -]/);
  const century = lexicon.get("yearhead")?.get(head);
  const tail = rest.reduce((sum, word) => sum + Number(lexicon.get("number")?.get(word) ?? Number.NaN), 0);
  return century === undefined || !(tail >= 10 && tail < 100) ? null : `${century}${tail}`;
}
