// The log of decisions as one reads it: in one order whatever the order of the entries, and which of them are in force. An
// entry that is superseded is not, unless what superseded it was taken back: withdrawing a withdrawal puts the first one in
// force again, a third word on the same thing leaves the first one superseded.
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
    const takenBack = ended.get(decision.id)?.action.kind === "withdraw";
    if (decision.supersedes !== null && !takenBack && !seen.has(decision.supersedes))
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

/** What became of an entry of the log. */
export type LogEntry = {
  readonly decision: Decision;
  readonly state: "in force" | "superseded" | "without effect";
  readonly why: string | null; // which entry superseded it; what is not there any more
};

/** Where persons say different things of one thing. The last one has effect. */
export type Conflict = {
  readonly field: string;
  readonly words: string;
  readonly says: readonly { readonly id: string; readonly author: string; readonly value: string }[];
};

/** How far persons agree on what several of them decided (Krippendorff's alpha; null: all said the same). */
export type Agreement = {
  readonly coders: readonly string[];
  readonly fields: readonly { readonly field: string; readonly units: number; readonly alpha: number | null }[];
  readonly units: number; // things that two or more decided on
  readonly alpha: number | null;
};

/** The log with what became of each entry, where persons conflict, and how far they agree. */
export type DecisionLog = {
  readonly entries: readonly LogEntry[];
  readonly conflicts: readonly Conflict[];
  readonly agreement: Agreement;
};

/** The lists of the record in which decisions change lines. */
export const changedLists = [
  "documents",
  "actors",
  "statements",
  "events",
  "issues",
  "positions",
  "proposals",
  "discrepancies",
] as const;

/** One line that is new, gone, or has other values in some fields (as JSON). */
export type Change = {
  readonly list: (typeof changedLists)[number];
  readonly id: string;
  readonly what: "new" | "gone" | "changed";
  readonly line: string; // a few words that tell which one it is
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
};

/** A decision and what it changed, or would change. */
export type Decided = { readonly decision: Decision; readonly changes: readonly Change[] };
