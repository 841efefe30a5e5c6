// What is enough to call a telling an event: a day with somebody, two parties, or a definite act of somebody named. What is only
// imagined, denied or demanded without a day is none.
import type { Told } from "./refer.js";

/** Kinds that are news without a day, where somebody named does them to somebody named. */
const acts = new Set([
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
]);

/** Whether a telling is an event of the chronicle. */
export function keeps(told: Told): boolean {
  const parties = told.participants.length;
  if (told.refersTo !== null && told.pronoun)
    return told.duration !== null || told.outcome !== null || told.place !== null || told.date !== null;
  if (told.pronoun) return false;
  if (told.status === "hypothetical" || told.status === "denied")
    return told.date !== null && parties > 1 && told.status === "denied";
  if (told.refersTo !== null && told.noun)
    return (
      told.duration !== null ||
      told.outcome !== null ||
      told.format !== null ||
      told.place !== null ||
      told.why.rule.includes("/")
    );
  if (told.date !== null)
    return parties > 0 || told.noun !== null || told.kind === "strike" || told.kind === "decision";
  if (told.headline) return parties > 0;
  if (told.status !== "happened" && told.status !== "cancelled") return false;
  if (told.noun !== null) return parties > 1;
  return parties > 1 && acts.has(told.kind);
}
