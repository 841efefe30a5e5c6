// What is enough to call a telling an event: a day with somebody, two parties, or a definite act of somebody named. What is only
// imagined, denied or demanded without a day is none.
import type { EventKind } from "../../model/words.js";
import type { Told } from "./refer.js";

/** Kinds that are news without a day, where somebody named does them to somebody named. */
const acts: ReadonlySet<EventKind> = new Set([
  "proposal",
  "publication",
  "response",
  "agreement",
  "ratification",
  "expulsion",
  "suspension",
  "sanction",
  "designation",
  "deployment",
  "use-of-force",
  "rejection",
  "call",
] as const);
/** Kinds that a text may tell as somebody's claim, without a day. */
const claims: ReadonlySet<EventKind> = new Set(["proposal", "expulsion", "suspension", "sanction", "call"] as const);
/** Kinds whose day is enough, though nobody is named. */
const dayIsEnough: ReadonlySet<EventKind> = new Set([
  "strike",
  "decision",
  "vote",
  "meeting",
  "call",
  "deadline",
  "other",
  "agreement",
  "ratification",
  "appeal",
  "use-of-force",
  "deployment",
  "response",
] as const);
/** Kinds that one party alone can do to nobody named. */
const single: ReadonlySet<EventKind> = new Set(["proposal", "agreement", "strike", "vote"] as const);

/** Kinds that make the headline and the first sentence though nobody is named ("Dockers vote for strike"). */
const leads: ReadonlySet<EventKind> = new Set(["strike", "vote", "agreement", "ratification"] as const);

/** Whether what goes on about an earlier telling adds something to it. */
function adds(told: Told): boolean {
  return (
    told.duration !== null ||
    told.outcome !== null ||
    told.format !== null ||
    told.place !== null ||
    told.quantities.length > 0 ||
    told.participants.length > 1
  );
}

/** Whether the day stands in the telling's own words, and was not taken over. */
const hasOwnDay = (told: Told): boolean =>
  told.dateEvidence !== null && told.start <= told.dateEvidence.start && told.dateEvidence.end <= told.end;

/** Whether an undated telling is an event. */
function keepsUndated(told: Told): boolean {
  const parties = told.participants.length;
  if (told.headline) return parties > 0 || leads.has(told.kind);
  if (told.opening && leads.has(told.kind) && told.status === "happened") return true;
  if (told.status !== "happened" && told.status !== "cancelled") return false;
  if (told.kind === "vote" && told.quantities.length > 0) return true;
  if (told.kind === "decision" && told.place !== null && told.object !== null) return true;
  if (told.noun !== null)
    return (
      parties > 1 ||
      (parties > 0 && told.place !== null && told.why.rule.includes("/") && !told.why.rule.endsWith("/alone"))
    );
  if (told.attribution !== null && (told.ownWords || !claims.has(told.kind))) return false;
  const done =
    told.participants.some(({ role }) => role === "agent") && told.object !== null && told.attribution === null;
  // Of what no kind names only what a frame knows is an act ("sued", "shut the border").
  const isAct = acts.has(told.kind) || (told.kind === "other" && done && !told.why.rule.startsWith("dated/"));
  return isAct && (parties > (single.has(told.kind) ? 0 : 1) || done);
}

/** Whether a telling is an event of the chronicle. */
export function keeps(told: Told): boolean {
  const parties = told.participants.length;
  if (told.pronoun)
    return told.refersTo !== null ? adds(told) || told.dateEvidence !== null : told.dateEvidence !== null && adds(told);
  if (told.status === "hypothetical") return false;
  if (told.status === "denied") return told.dateEvidence !== null && parties > 1;
  if (told.refersTo !== null && told.noun) return hasOwnDay(told) || adds(told) || !told.why.rule.endsWith("/alone");
  if (told.refersTo !== null) return true;
  if (told.dateEvidence !== null && told.why.rule.startsWith("dated/")) return true;
  if (told.dateEvidence !== null) return parties > 0 || told.noun !== null || dayIsEnough.has(told.kind);
  return keepsUndated(told);
}
