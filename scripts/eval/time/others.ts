// Other taggers of time expressions on the same texts. Each reads a sentence with the day of its report, as a program that
// uses it would; its answer is put into TIMEX3 where its own form says as much, and prepositions at the head of its spans,
// which TimeML leaves out, are cut off.
import type { Range } from "../../../src/model/span.js";
import { chronoTagger } from "./others/chrono.js";
import { compromiseTagger } from "./others/compromise.js";
import { recognizersTagger } from "./others/recognizers.js";
import type { Found } from "./score.js";

/** A day as its report has it, without a zone. */
export type ReferenceDay = { readonly year: number; readonly month: number; readonly day: number };
export type OtherFound = Range & { readonly type: string; readonly value: string };
export type OtherTimeTagger = {
  readonly name: string;
  /** Expressions of one sentence; offsets in it. */
  readonly tag: (sentence: string, reference: ReferenceDay) => readonly OtherFound[];
};

export const otherTimeTaggers: readonly OtherTimeTagger[] = [chronoTagger, compromiseTagger, recognizersTagger];

const preposition =
  /^(?:(?:on|in|at|for|since|by|from|until|during|before|after|between|of|within|over|through)\s+)+(?=\S)/i;
const tail = /[\s,.;:"'()]+$/;

/** A span without prepositions before it and signs behind it. */
export function trimmed<T extends Range>(found: T, sentence: string): T {
  const words = sentence.slice(found.start, found.end);
  const start = found.start + (preposition.exec(words)?.[0].length ?? 0);
  const kept = sentence.slice(start, found.end);
  const isClock = /\b[ap]\.m\.$/i.test(kept);
  return { ...found, start, end: found.end - (isClock ? 0 : (tail.exec(kept)?.[0].length ?? 0)) };
}

/** What a tagger finds in the sentences of a text. */
export function foundBy(
  tagger: OtherTimeTagger,
  text: string,
  sentences: readonly Range[],
  reference: ReferenceDay,
): readonly Found[] {
  return sentences.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    return tagger
      .tag(sentence, reference)
      .map((found) => trimmed(found, sentence))
      .filter((found) => found.start < found.end)
      .map((found) => ({ ...found, start: start + found.start, end: start + found.end, mod: null, rule: tagger.name }));
  });
}
