// The closed vocabularies of the record: kinds, states and stances, as lists (for schemas and help texts) and as types.
export const actorKinds = ["person", "state", "organization", "body"] as const;
export type ActorKind = (typeof actorKinds)[number];

export const timexTypes = ["DATE", "TIME", "DURATION", "SET"] as const;
/** What a time expression took its implied parts from: the day of publication, what the text told before, the date that it shares a range or list with, or the time that a narrative is in. */
export const timexBases = ["publication", "told", "range", "narrative"] as const;
export type TimexBasis = (typeof timexBases)[number];
export type TimexType = (typeof timexTypes)[number];

export const statementModes = ["speech", "writing", "belief"] as const;
export type StatementMode = (typeof statementModes)[number];

export const statementKinds = ["direct", "indirect", "mixed"] as const;
export type StatementKind = (typeof statementKinds)[number];

export const eventKinds = [
  "meeting",
  "call",
  "visit",
  "statement",
  "proposal",
  "publication",
  "response",
  "agreement",
  "ratification",
  "rejection",
  "vote",
  "decision",
  "appeal",
  "threat",
  "deadline",
  "suspension",
  "expulsion",
  "sanction",
  "strike",
  "deployment",
  "use-of-force",
  "designation",
  "other",
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStatuses = ["planned", "happened", "cancelled", "denied", "hypothetical", "unknown"] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const participantRoles = ["agent", "counterpart", "target", "host", "participant"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const fates = ["pending", "held", "moved", "cancelled", "lapsed"] as const;
export type Fate = (typeof fates)[number];

export const stances = [
  "demands",
  "proposes",
  "supports",
  "accepts",
  "conditional",
  "rejects",
  "ignores",
  "noncommittal",
] as const;
export type Stance = (typeof stances)[number];

export const discrepancyAttributes = [
  "date",
  "place",
  "participants",
  "duration",
  "outcome",
  "scope",
  "number",
] as const;
export type DiscrepancyAttribute = (typeof discrepancyAttributes)[number];

export const dialogueStates = [
  "open",
  "scheduled",
  "under-way",
  "inconclusive",
  "agreed",
  "suspended",
  "closed",
] as const;
export type DialogueState = (typeof dialogueStates)[number];

export const dateBases = ["stated", "inferred", "unknown"] as const;
export type DateBasis = (typeof dateBases)[number];

export const decisionKinds = [
  "merge-actors",
  "split-actor",
  "rename-actor",
  "retype-actor",
  "speaks-for",
  "reject-statement",
  "attribute-statement",
  "date-statement",
  "add-statement",
  "merge-events",
  "split-event",
  "date-event",
  "retype-event",
  "reject-event",
  "name-issue",
  "merge-issues",
  "define-issue",
  "set-position",
  "reject-position",
  "mark-furniture",
  "set-published",
  "set-outlet",
  "confirm",
] as const;
/** The lines of which a person can say that they are right. */
export const confirmedKinds = ["statement", "event", "actor", "problem"] as const;
/** What a person can decide; "withdraw" besides, which only ends an earlier decision. */
export type DecisionKind = (typeof decisionKinds)[number];
