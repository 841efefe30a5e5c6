// Whether what is told happened, is planned, was called off, is denied or only imagined: tense, mood and negation of its verb, and for
// events told without a verb of their own the day against the day of the report.
import { boundsOf, type Edtf } from "../../model/edtf.js";
import type { EventStatus } from "../../model/words.js";
import type { Clause } from "./clauses.js";
import { type Field, findClass, isOf, tagAt } from "./field.js";
import type { VerbGroup } from "./groups.js";

/** Whether a date lies wholly behind (1), wholly before or on (-1), or around (0) the day of the report; 0 where either is unknown. */
export function againstReport(field: Field, date: Edtf | null): -1 | 0 | 1 {
  const published = field.ground.analysis.document.published.value;
  if (date === null || published === null) return 0;
  const [told, report] = [boundsOf(date), boundsOf(published)];
  return told.first > report.last ? 1 : told.last <= report.last ? -1 : 0;
}

/** "if the talks fail", "should the talks fail". */
const isCondition = (field: Field, clause: Clause): boolean =>
  (clause.kind === "subordinate" && isOf(field, "condition", clause.from - 1)) ||
  isOf(field, "inversion", clause.sentence.first) ||
  (clause.group.first === clause.from && isOf(field, "inversion", clause.from));

/** "Should they fail, nurses would walk out": what a sentence that opens with a condition tells in its "would" or "could". */
const isConsequence = (field: Field, { sentence, group }: Clause): boolean =>
  (group.mood === "would" || group.mood === "may") &&
  (isOf(field, "inversion", sentence.first) || isOf(field, "ifword", sentence.first));

const hasCondition = (field: Field, { sentence }: Clause): boolean =>
  findClass(field, "condition", sentence.first, sentence.last) >= 0;

/** The status of what the verb group of `clause` tells; `governor` is the group it hangs on, for infinitives. */
export function statusOf(field: Field, clause: Clause, group: VerbGroup, date: Edtf | null): EventStatus {
  const time = againstReport(field, date);
  if (isCondition(field, clause) || isConsequence(field, clause)) return "hypothetical";
  if (group.negated || startsWithNone(field, clause))
    return time === 1 || group.mood === "will" || group.planned ? "cancelled" : "denied";
  if (!group.finite) return group.planned ? "planned" : "hypothetical";
  if (group.planned || group.mood === "will") return "planned";
  if (group.mood === "would")
    return time === 1 || (clause.kind === "complement" && date !== null) ? "planned" : "hypothetical";
  if (group.mood === "ought") return date !== null && time >= 0 ? "planned" : "hypothetical";
  // "a first convoy could leave on Sunday", in Thursday's report
  if (group.mood === "may" && time === 1 && clause.kind === "main" && !hasCondition(field, clause)) return "planned";
  if (group.mood === "may") return group.perfect && time === -1 ? "unknown" : "hypothetical";
  if (time === 1) return "planned";
  // "holds talks regularly": the present without a day tells no single event, but for headlines.
  const present = !group.past && !group.perfect && !group.progressive && !group.passive;
  if (present && date === null && clause.sentence.role !== "headline") return "unknown";
  return "happened";
}

function startsWithNone(field: Field, clause: Clause): boolean {
  const start = clause.subject?.from ?? -1;
  return start >= 0 && isOf(field, "noneof", start) && !clause.shared;
}

/** The status of an event that a noun tells alone: "after the meeting on Monday", "the upcoming talks". */
export function statusOfNoun(field: Field, noun: number, date: Edtf | null): EventStatus {
  for (
    let i = noun - 1;
    i > noun - 5 && ["ADJ", "NOUN", "DET", "NUM", "PROPN", "VERB"].includes(tagAt(field, i));
    i--
  ) {
    if (isOf(field, "plannedadj", i) && !isOf(field, "newword", i))
      return againstReport(field, date) === -1 ? "happened" : "planned";
  }
  const time = againstReport(field, date);
  return time === 1 ? "planned" : "happened";
}

/** Whether a past tense cannot be of that day: what happened does not lie behind the report ("proposed an increase from next year"). */
export const tooLate = (field: Field, group: VerbGroup, date: Edtf): boolean =>
  group.finite &&
  (group.past || group.perfect) &&
  group.mood === null &&
  !group.planned &&
  againstReport(field, date) === 1;
