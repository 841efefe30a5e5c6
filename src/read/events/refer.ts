// Tellings that go on about an event told before: "They lasted …", "the meeting was held behind closed doors"; and headlines, which the first
// sentences tell again. A telling that goes on takes over the day.
import { boundsOf, compatible } from "../../model/edtf.js";
import type { EventMention } from "../../model/reading.js";
import type { EventKind } from "../../model/words.js";
import type { AnalysedSentence } from "../analysis.js";
import type { Field } from "./field.js";

/** Kinds that may be told by each other's nouns: a call as "conversation", a visit as "talks". */
const families: Readonly<Partial<Record<EventKind, string>>> = {
  meeting: "encounter",
  call: "encounter",
  visit: "visit",
};
export const familyOf = (kind: EventKind): string => families[kind] ?? kind;

export type Told = EventMention & {
  readonly noun: { readonly definite: boolean; readonly plural: boolean; readonly pointed?: boolean } | null;
  readonly pronoun: boolean;
  readonly sentence: number;
  readonly headline: boolean;
  readonly opening: boolean; // in the first sentence of the report
  readonly aside: boolean; // in a clause behind "after", "since", "because"
  readonly ownWords: boolean; // told by one of its parties
  readonly tense: "past" | "pluperfect" | "other";
};

const shares = (a: EventMention, b: EventMention): boolean =>
  a.participants.some(({ actor }) => b.participants.some((other) => other.actor === actor));

/** "The conversation took place on December 30": the undated telling just before, of which the words now tell the day, or -1. */
function datingOf(told: Told, before: readonly Told[]): number {
  if (told.noun?.definite !== true || told.participants.length > 0) return -1;
  return before.findLastIndex(
    (earlier) =>
      earlier.dateEvidence === null &&
      told.sentence - earlier.sentence <= 3 &&
      familyOf(earlier.kind) === familyOf(told.kind) &&
      earlier.status === told.status,
  );
}

/** Kinds that are over when they are told: "it began", "they ended" never goes on about them. */
const acts: ReadonlySet<EventKind> = new Set(["proposal", "rejection", "publication", "response", "decision"] as const);

/** Acts of deciding that "reached its decision on Monday" dates. */
const decisions: ReadonlySet<EventKind> = new Set([
  "rejection",
  "decision",
  "vote",
  "agreement",
  "ratification",
] as const);
const decided = "reach-decision";

/** "The board reached its decision on Monday": the act just before, without a day, that was decided then, or -1. */
function decisionOf(told: Told, before: readonly Told[]): number {
  if (told.why.rule !== decided || told.dateEvidence === null) return -1;
  return before.findLastIndex(
    (earlier) =>
      decisions.has(earlier.kind) &&
      earlier.dateEvidence === null &&
      earlier.status === told.status &&
      told.sentence - earlier.sentence <= 4,
  );
}

/** "Some 900 downed tools": a strike told by a figure alone. */
const isHeadcount = (told: Told): boolean =>
  told.kind === "strike" && told.noun === null && told.participants.length === 0 && told.quantities.length > 0;

/** The strike told just before that a figure is told of, or -1. */
const headcountOf = (told: Told, before: readonly Told[]): number =>
  before.findLastIndex((earlier) => earlier.kind === "strike" && told.sentence - earlier.sentence <= 2);

/** The first part of a telling's rule: its noun or frame. */
const ruleOf = ({ why }: Told): string => why.rule.split("/")[0] ?? "";

/** The earlier telling that `told` goes on about, or -1. `before` are in order of the text. */
export function antecedentOf(told: Told, before: readonly Told[]): number {
  const ownDate = told.dateEvidence !== null;
  if (told.kind === "statement") return -1;
  if (ownDate && !told.pronoun) return Math.max(datingOf(told, before), decisionOf(told, before));
  if (isHeadcount(told)) return headcountOf(told, before);
  // "That meeting was led by Holm and Nilsen": one that is pointed at may name people of its own.
  const pointed = told.noun?.pointed === true;
  const goesOn =
    told.pronoun || (told.noun?.definite === true && (told.participants.length < 2 || pointed) && told.sums === null);
  if (!goesOn) return -1;
  const reach = told.pronoun ? 1 : pointed && told.participants.length > 1 ? 2 : 20;
  for (let i = before.length - 1; i >= 0; i--) {
    const earlier = before[i];
    if (!earlier || told.sentence - earlier.sentence > reach) break;
    if (told.pronoun && (earlier.trigger.start > told.trigger.start || acts.has(earlier.kind))) continue;
    // What took place is not the one that was called off.
    if (earlier.status === "cancelled" && told.status === "happened") continue;
    if (earlier.kind === "statement" || (!told.pronoun && familyOf(earlier.kind) !== familyOf(told.kind))) continue;
    // A hearing goes on about a hearing, and not about whatever else has no kind of its own.
    if (told.kind === "other" && ruleOf(told) !== ruleOf(earlier)) continue;
    if (told.round && earlier.round && told.round.number !== earlier.round.number) continue;
    if (told.place && earlier.place && told.place.name !== earlier.place.name) continue;
    if (earlier.sums !== null && !(told.noun?.plural || told.pronoun)) continue;
    if (!pointed && told.participants.length > 0 && earlier.participants.length > 0 && !shares(told, earlier)) continue;
    return i;
  }
  return -1;
}

/** The telling just before with the same two parties or more, of the same family, that an undated encounter repeats ("Blinken and Stoltenberg discussed …"). */
export function repeatOf(told: Told, before: readonly Told[]): number {
  if (
    told.date !== null ||
    told.participants.length < 2 ||
    familyOf(told.kind) !== "encounter" ||
    told.status !== "happened"
  )
    return -1;
  for (let i = before.length - 1; i >= 0; i--) {
    const earlier = before[i];
    if (!earlier || told.sentence - earlier.sentence > 3) break;
    const same =
      earlier.participants.length === told.participants.length &&
      told.participants.every(({ actor }) => earlier.participants.some((other) => other.actor === actor));
    if (same && familyOf(earlier.kind) === "encounter" && earlier.status === told.status) return i;
  }
  return -1;
}

/** Whether somebody of one telling speaks for somebody of the other ("Russia" and "the Russian Foreign Ministry"). */
function related(field: Field, a: EventMention, b: EventMention): boolean {
  const { actors } = field.ground.resolution;
  const parties = (mention: EventMention): number[] =>
    mention.participants.flatMap(({ actor }) => [
      actor,
      ...(actors[actor]?.memberOf ?? []).map((member) => member.actor),
    ]);
  const left = new Set(parties(a));
  return parties(b).some((actor) => left.has(actor));
}

/** Kinds of acts that the first sentence tells in short and a later one in full. */
const toldInFull: ReadonlySet<EventKind> = new Set(["proposal", "rejection", "response", "decision", "vote"] as const);

/** The telling a few sentences before of the same act on the same day by the same doer: the first sentence in short, the next in full. Or -1. */
export function againOf(told: Told, before: readonly Told[]): number {
  const agents = (mention: EventMention): string =>
    mention.participants
      .filter(({ role }) => role === "agent")
      .map(({ actor }) => actor)
      .sort((a, b) => a - b)
      .join();
  if (told.date === null || !toldInFull.has(told.kind) || told.noun !== null || agents(told) === "") return -1;
  return before.findLastIndex((earlier) => {
    if (
      earlier.kind !== told.kind ||
      earlier.date !== told.date ||
      earlier.sums !== null ||
      earlier.sentence === told.sentence ||
      told.sentence - earlier.sentence > 4
    )
      return false;
    return earlier.status === told.status && agents(earlier) === agents(told) && !otherNumbers(earlier, told);
  });
}

/** Whether two tellings name other sums of one unit ("3 percent", "4.5 percent"). */
function otherNumbers(a: EventMention, b: EventMention): boolean {
  return a.quantities.some(
    ({ unit, value }) =>
      b.quantities.some((other) => other.unit === unit && other.value !== value) &&
      !b.quantities.some((other) => other.unit === unit && other.value === value),
  );
}

/** The headline's telling that `told` repeats with the day, or -1. */
export function headlineOf(field: Field, told: Told, before: readonly Told[]): number {
  if (told.headline || told.sentence > 6) return -1;
  return before.findIndex(
    (earlier) =>
      (earlier.headline || (earlier.opening && told.sentence > earlier.sentence)) &&
      (earlier.date === null || (earlier.headline && told.date !== null && compatible(earlier.date, told.date))) &&
      earlier.kind === told.kind &&
      (earlier.status === told.status || earlier.status === "unknown") &&
      (earlier.participants.length === 0 ||
        told.participants.length === 0 ||
        shares(told, earlier) ||
        related(field, told, earlier)),
  );
}

/** The telling of the same kind in the sentence before, which `told` tells in detail, or -1. */
export function elaboratedOf(told: Told, before: readonly Told[]): number {
  if (told.dateEvidence !== null) return -1;
  return before.findLastIndex((earlier) => earlier.kind === told.kind && earlier.sentence === told.sentence - 1);
}

/** Fewest tokens of a sentence that tells news. */
const shortest = 8;

/** Kinds of acts that a report of one day's news tells without repeating the day. */
const dayOfNews: ReadonlySet<EventKind> = new Set([
  "proposal",
  "rejection",
  "response",
  "agreement",
  "decision",
  "vote",
  "deadline",
  "suspension",
  "expulsion",
  "sanction",
  "meeting",
] as const);

/** The first sentence of the report: section names and bylines are shorter. */
export const firstOf = (field: Field): AnalysedSentence | undefined =>
  field.ground.analysis.sentences.find(({ role, first, last }) => role === "body" && last - first >= shortest);

/** "tabled an offer on Sunday; the union turned it down within hours": the dated telling of the same sentence just before, or null. */
export function besideOf(told: Told, before: readonly Told[]): Told | null {
  const isAct = told.status === "happened" && told.tense === "past" && !told.aside && dayOfNews.has(told.kind);
  if (!isAct || told.attribution !== null || told.headline || told.noun !== null || told.dateEvidence !== null)
    return null;
  const beside = before.findLast(({ sentence, kind }) => sentence === told.sentence && kind !== "statement");
  return beside?.dateEvidence && beside.status === "happened" && !beside.aside && beside.attribution === null
    ? beside
    : null;
}

/** The event of the first sentence, whose day holds for what the next sentences tell in the simple past; null where there is none. */
export function leadOf(field: Field, told: Told, before: readonly Told[]): Told | null {
  if (
    told.headline ||
    told.aside ||
    told.attribution !== null ||
    told.status !== "happened" ||
    told.tense !== "past" ||
    !dayOfNews.has(told.kind)
  )
    return null;
  if (told.kind === "meeting" && (told.round === null || told.participants.length > 1)) return null;
  const sentences = field.ground.analysis.sentences;
  const first = firstOf(field);
  const here = sentences[told.sentence];
  if (!first || !here || here.paragraph > first.paragraph + 1) return null;
  const lead = before.find(
    (earlier) =>
      earlier.sentence === first.index &&
      earlier.status === "happened" &&
      earlier.kind !== "statement" &&
      !earlier.why.rule.endsWith("/alone"),
  );
  if (!lead?.date || boundsOf(lead.date).first !== boundsOf(lead.date).last) return null;
  const published = field.ground.analysis.document.published.value;
  if (published !== null && boundsOf(published).first - boundsOf(lead.date).last > 3) return null;
  return lead;
}
