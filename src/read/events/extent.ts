// How far a telling reaches: the smallest range that holds its trigger, its parties and its day, from the start of a phrase on.
import { covers, type Range } from "../../model/span.js";
import type { Dated } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { charsOf, type Field, inTimex as isInTimex, isOf, sentenceOf, tagAt, tokensOf } from "./field.js";

/** The smallest range that holds trigger, parties and day; what stands in another clause far from it is left out. */
export function rangeOf(field: Field, draft: EventDraft, dated: Dated | null, parts: readonly (Range | null)[]): Range {
  const trigger = charsOf(field, draft.trigger.from, draft.trigger.to) ?? { start: 0, end: 0 };
  const sentence = field.ground.analysis.sentences[field.tokens[draft.trigger.from]?.sentence ?? -1];
  const clause = draft.clause ? charsOf(field, draft.clause.from, draft.clause.to) : null;
  const isNear = (part: Range): boolean => {
    if (!sentence || !covers(sentence, part)) return false;
    return (
      clause === null ||
      draft.noun !== null ||
      covers(clause, part) ||
      (part.end <= clause.start && clause.start - part.end < 12)
    );
  };
  const near = [
    trigger,
    ...[...parts, dated?.evidence ?? null].filter((part): part is Range => part !== null && isNear(part)),
  ];
  const range = { start: Math.min(...near.map(({ start }) => start)), end: Math.max(...near.map(({ end }) => end)) };
  return { ...range, start: phraseStart(field, range.start) };
}

/** Words that belong to the phrase behind them: "the previous" round, "on" January 10. */
const leads: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM"]);

/** The start of the phrase that begins at character `start`: nothing is told from the middle of a phrase on. */
function phraseStart(field: Field, start: number): number {
  let at = tokensOf(field, { start, end: start + 1 }).from;
  const sentence = sentenceOf(field, at);
  if (!sentence || field.tokens[at]?.start !== start) return start;
  const timed = isInTimex(field, at);
  const isLead = (index: number): boolean =>
    timed
      ? isOf(field, "dateprep", index) || tagAt(field, index) === "DET"
      : leads.has(tagAt(field, index)) || isOf(field, "possessive", index);
  while (at > sentence.first && isLead(at - 1) && !isInTimex(field, at - 1)) at--;
  return field.tokens[at]?.start ?? start;
}
