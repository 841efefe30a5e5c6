// Sayings that are events: somebody said something on a day that the text tells with it, or on an occasion of its own (an interview).
import { boundsOf, plainOf } from "../../model/edtf.js";
import type { Attribution, EventMention } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { type Field, findClass, tokensOf } from "./field.js";

const hull = (ranges: readonly Range[]): Range => ({
  start: Math.min(...ranges.map(({ start }) => start)),
  end: Math.max(...ranges.map(({ end }) => end)),
});

const sentenceAt = (field: Field, range: Range): number => field.tokens[tokensOf(field, range).from]?.sentence ?? -1;

/** The telling of one saying as an event, or null where it is no news of its own. */
function statementEvent(field: Field, attribution: Attribution, index: number): EventMention | null {
  const { cue, source, speakers, date, channel } = attribution;
  if (!cue || speakers.length === 0 || attribution.mode === "belief" || attribution.refusal) return null;
  const here = sentenceAt(field, cue);
  const own = date !== null && sentenceAt(field, date.evidence) === here ? date : null;
  const occasion =
    channel !== null && sentenceAt(field, channel) === here && isOccasion(field, channel) ? channel : null;
  if (!own && !occasion) return null;
  if (own && boundsOf(own.value).last - boundsOf(own.value).first > 31) return null;
  const outside = (range: Range | null): Range[] =>
    range !== null &&
    sentenceAt(field, range) === here &&
    !attribution.content.some((part) => part.start < range.end && range.start < part.end)
      ? [range]
      : [];
  const span = hull([cue, ...outside(source), ...outside(own ? own.evidence : null), ...outside(occasion)]);
  const evidence = source ?? cue;
  return {
    ...span,
    trigger: cue,
    kind: "statement",
    plover: null,
    date: own ? plainOf(own.value) : null,
    dateEvidence: own?.evidence ?? null,
    status: "happened",
    participants: speakers.map((actor) => ({ actor, role: "agent" as const, evidence })),
    place: null,
    duration: null,
    format: null,
    round: null,
    outcome: null,
    quantities: [],
    object: attribution.content[0] ?? null,
    sums: null,
    attribution: attribution.within ?? null,
    refersTo: null,
    why: {
      rule: own ? "statement/dated" : `statement/occasion/${index >= 0 ? "own" : ""}`.replace(/\/own$/, ""),
      score: own ? 0.8 : 0.6,
    },
  };
}

function isOccasion(field: Field, range: Range): boolean {
  const { from, to } = tokensOf(field, range);
  return findClass(field, "occasions", from, to) >= 0;
}

/** The sayings of a document that are events. */
export const statementEvents = (field: Field): readonly EventMention[] =>
  field.ground.attributions.flatMap((attribution, index) => statementEvent(field, attribution, index) ?? []);
