// The log of decisions as one reads it: in one order whatever the order of the entries, and which of them are in force. An
// entry that is superseded by one in force is not; withdrawing a withdrawal puts the first one in force again.
import type { Decision, KnownDecision } from "./decision.js";
import { decisionKinds } from "./words.js";

const known: ReadonlySet<string> = new Set([...decisionKinds, "withdraw"]);

/** Whether this version knows what a decision does. */
export const isKnown = (decision: Decision): decision is KnownDecision => known.has(decision.action.kind);

/** By time, then id: two logs merged either way are the same log. The same entry twice stands once. */
export function inLogOrder(decisions: readonly Decision[]): readonly Decision[] {
  const byId = new Map<string, Decision>();
  for (const decision of decisions) if (!byId.has(decision.id)) byId.set(decision.id, decision);
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/** What ends each entry that is not in force: the entry that supersedes it. An entry that comes before another cannot supersede it. */
export function supersededBy(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const ended = new Map<string, Decision>();
  const seen = new Set<string>(); // entries that come later in the log
  for (const decision of [...inLogOrder(decisions)].reverse()) {
    if (decision.supersedes !== null && !ended.has(decision.id) && !seen.has(decision.supersedes))
      if (!ended.has(decision.supersedes)) ended.set(decision.supersedes, decision);
    seen.add(decision.id);
  }
  return ended;
}

/** The decisions that have an effect, in the order in which they take it. */
export function inForce(decisions: readonly Decision[]): readonly KnownDecision[] {
  const ended = supersededBy(decisions);
  return inLogOrder(decisions)
    .filter(isKnown)
    .filter(({ id, action }) => !ended.has(id) && action.kind !== "withdraw");
}
