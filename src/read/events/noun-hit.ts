// Event nouns in the text, each with the phrase it stands in: from its article to what hangs on it.
import type { Stretch } from "./clauses.js";
import { type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { phraseEnd } from "./phrases.js";
import type { NounEntry } from "./words.js";

export type NounHit = {
  readonly entry: NounEntry;
  readonly from: number;
  readonly to: number;
  readonly phrase: Stretch;
};

/** The event noun at `index`, with the phrase it stands in: from its article to what hangs on it. */
export function nounAt(field: Field, index: number, ceiling: number): NounHit | null {
  for (const entry of field.words.nouns.get(lowerAt(field, index)) ?? []) {
    if (!entry.words.every((word, i) => lowerAt(field, index + i) === word)) continue;
    const to = index + entry.words.length;
    const head = to - 1;
    const tag = tagAt(field, head);
    if (tag === "VERB" && !["DET", "ADJ", "NUM", "NOUN"].includes(tagAt(field, index - 1))) continue;
    if (tag === "AUX" || tag === "ADV") continue;
    if (inTimex(field, index) || isOf(field, "possess", to) || isOf(field, "otherwise", index - 1)) continue;
    if (
      ["NOUN", "PROPN"].includes(tagAt(field, to)) &&
      !inTimex(field, to) &&
      !isOf(field, "hangs", to) &&
      (field.words.nouns.has(lowerAt(field, to)) || (field.mentionOf[to] ?? -1) < 0)
    )
      continue;
    if (lowerAt(field, to) === "-" || (lowerAt(field, index - 1) === "-" && isOf(field, "nonword", index - 2)))
      continue;
    return { entry, from: index, to, phrase: { from: phraseStart(field, index), to: tailEnd(field, to, ceiling) } };
  }
  return null;
}

const isDuration = (field: Field, index: number): boolean =>
  field.ground.timexes[field.timexOf[index] ?? -1]?.type === "DURATION";

function phraseStart(field: Field, noun: number): number {
  let start = noun;
  while (start > 0) {
    const before = start - 1;
    const word = lowerAt(field, before);
    if (
      !(
        ["ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON"].includes(tagAt(field, before)) ||
        isOf(field, "possess", before) ||
        (word === "-" && field.tokens[before]?.end === field.tokens[start]?.start) ||
        word === "&" ||
        (field.mentionOf[before] ?? -1) >= 0 ||
        isDuration(field, before) ||
        (isOf(field, "ofword", before) &&
          (field.words.numbers.get(lowerAt(field, before - 1))?.kind === "unit" || isDuration(field, before - 1)))
      )
    )
      break;
    if (field.tokens[before]?.sentence !== field.tokens[noun]?.sentence) break;
    start = before;
    if (tagAt(field, before) === "DET" && !isOf(field, "ofword", before - 1)) break;
  }
  return start;
}

/** The end of the prepositional phrases that hang on the noun: "of the council", "between X and Y", "on security", "in Geneva", "on Monday". */
/** The time expression at `index` or behind a preposition there ("on March 6"), or -1. */
function timedAt(field: Field, index: number): number {
  if (isOf(field, "dateprep", index) && inTimex(field, index + 1)) return index + 1;
  return inTimex(field, index) && lowerAt(field, index - 1) !== "," ? index : -1;
}

/** Longest tail that is followed, in tokens. */
const longest = 80;

function tailEnd(field: Field, from: number, last: number): number {
  const ceiling = Math.min(last, from + longest);
  let end = from;
  while (end < ceiling) {
    if (inTimex(field, end)) {
      end++;
      continue;
    }
    const joins = lowerAt(field, end) === "," || (end > from && inTimex(field, end - 1) && isOf(field, "andword", end));
    const timed = joins ? timedAt(field, end + 1) : -1;
    if (timed < 0 && !isOf(field, "hangs", end)) break;
    const start = timed >= 0 ? timed : end + 1;
    let next = start;
    while (next < ceiling && inTimex(field, next)) next++;
    if (next === start) next = phraseEnd(field, start, ceiling);
    if (next === start && isOf(field, "hangs", start)) {
      end = start;
      continue;
    }
    if (next === start) break;
    end = next;
  }
  return end;
}

/** "after ten days of negotiations", "after a 14-hour session": a noun whose length is told. */
export function isLong(field: Field, hit: NounHit): boolean {
  for (let i = hit.phrase.from; i < hit.from; i++)
    if (field.ground.timexes[field.timexOf[i] ?? -1]?.type === "DURATION") return true;
  return false;
}

/** "during a third round": a noun whose number is told. */
export function isNumbered(field: Field, hit: NounHit): boolean {
  for (let i = hit.phrase.from; i < hit.from; i++)
    if (field.words.numbers.get(lowerAt(field, i))?.kind === "ordinal") return true;
  return false;
}
