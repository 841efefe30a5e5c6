// Sayings that are events: somebody said something on a day that the text tells with it, or on an occasion of its own (an interview).
import { boundsOf, type Edtf, plainOf } from "../../model/edtf.js";
import type { Attribution, EventMention } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { pointedDates } from "./dates.js";
import { detailIn } from "./details.js";
import { type Field, findClass, isOf, lowerAt, tokensOf } from "./field.js";
import { againstReport } from "./status.js";

const hull = (ranges: readonly Range[]): Range => ({
  start: Math.min(...ranges.map(({ start }) => start)),
  end: Math.max(...ranges.map(({ end }) => end)),
});

const sentenceAt = (field: Field, range: Range): number => field.tokens[tokensOf(field, range).from]?.sentence ?? -1;

/** The telling of one saying as an event, or null where it is no news of its own. */
function statementEvent(field: Field, attribution: Attribution): EventMention | null {
  const { cue, source, speakers, date, channel } = attribution;
  if (!cue || (speakers.length === 0 && source === null) || attribution.mode === "belief" || attribution.refusal)
    return null;
  if (isDependent(field, cue)) return null;
  const here = sentenceAt(field, cue);
  const inContent = (range: Range): boolean =>
    attribution.content.some((part) => part.start < range.end && range.start < part.end);
  const given = date !== null && sentenceAt(field, date.evidence) === here && !inContent(date.evidence) ? date : null;
  const own = given ?? dayBehind(field, cue, inContent);
  const occasion =
    channel !== null && sentenceAt(field, channel) === here && isOccasion(field, channel) ? channel : null;
  if (!own && !occasion) return null;
  if (speakers.length === 0 && (!own || !occasion)) return null;
  if (own && boundsOf(own.value).last - boundsOf(own.value).first > 31) return null;
  const outside = (range: Range | null): Range[] =>
    range !== null && sentenceAt(field, range) === here && !inContent(range) ? [range] : [];
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
      rule: own ? "statement/dated" : "statement/occasion",
      score: own ? 0.8 : 0.6,
    },
  };
}

/** "…, he said in a message to staff on Thursday night": the day behind the cue, where the words said stand in front of it. */
function dayBehind(
  field: Field,
  cue: Range,
  inContent: (range: Range) => boolean,
): { readonly value: Edtf; readonly evidence: Range } | null {
  const { to } = tokensOf(field, cue);
  const sentence = field.ground.analysis.sentences[sentenceAt(field, cue)];
  if (!sentence || lowerAt(field, tokensOf(field, cue).from - 2) !== ",") return null;
  let end = to;
  while (end < sentence.last && lowerAt(field, end) !== "," && end - to < farthest) end++;
  const behind = field.tokens[end - 1];
  if (!behind || inContent({ start: cue.end, end: behind.end })) return null;
  const [day, ...more] = pointedDates(field, { from: to, to: end });
  return day?.date && more.length === 0 && againstReport(field, day.date) === -1
    ? { value: day.date, evidence: day.evidence }
    : null;
}

/** Tokens behind a cue within which its day is looked for. */
const farthest = 14;

/** "X told Y in a telephone conversation that …": the call is the event. */
function callEvent(field: Field, attribution: Attribution): EventMention | null {
  const { cue, source, speakers, addressee, channel } = attribution;
  if (!cue || speakers.length !== 1 || addressee === null || speakers[0] === addressee) return null;
  const sentence = field.ground.analysis.sentences[sentenceAt(field, cue)];
  if (!sentence || field.ground.resolution.actors[addressee]?.kind !== "person") return null;
  const { to } = tokensOf(field, cue);
  const begin = attribution.content[0] ? tokensOf(field, attribution.content[0]).from : sentence.last;
  const format = detailIn(field, "format", {
    from: to,
    to: begin > to ? Math.min(begin, sentence.last) : sentence.last,
  });
  const isCall = format !== null && (format.name === "by telephone" || format.name === "by video");
  if (!isCall || format === null) return null;
  const base = statementEvent(field, { ...attribution, channel: channel ?? { ...format, name: format.name } });
  const [speaker] = speakers;
  const evidence = source ?? cue;
  const dated = base?.dateEvidence ? base : null;
  return {
    ...hull([evidence, cue, format, ...(dated?.dateEvidence ? [dated.dateEvidence] : [])]),
    trigger: { start: cue.start, end: format.end },
    kind: "call",
    plover: "CONSULT",
    date: dated?.date ?? null,
    dateEvidence: dated?.dateEvidence ?? null,
    status: "happened",
    participants: [speaker ?? addressee, addressee].map((actor) => ({
      actor,
      role: "participant" as const,
      evidence: hull([evidence, cue, format]),
    })),
    place: null,
    duration: null,
    format,
    round: null,
    outcome: null,
    quantities: [],
    object: null,
    sums: null,
    attribution: attribution.within ?? null,
    refersTo: null,
    why: { rule: "statement/call", score: 0.7 },
  };
}

/** "…, adding that", "to assure": a saying that only goes on from another act. */
function isDependent(field: Field, cue: Range): boolean {
  const { from, to } = tokensOf(field, cue);
  if (field.words.endings.progressive.test(lowerAt(field, from))) return true;
  return isOf(field, "toword", from - 1) || (to > from && isOf(field, "toword", from));
}

function isOccasion(field: Field, range: Range): boolean {
  const { from, to } = tokensOf(field, range);
  return findClass(field, "occasions", from, to) >= 0;
}

/** The sayings of a document that are events. */
export const statementEvents = (field: Field): readonly EventMention[] =>
  field.ground.attributions.flatMap(
    (attribution) => callEvent(field, attribution) ?? statementEvent(field, attribution) ?? [],
  );
