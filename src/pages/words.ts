// The words that the pages use for the closed vocabularies of the record.
import type {
  ActorKind,
  DialogueState,
  DiscrepancyAttribute,
  EventKind,
  EventStatus,
  Fate,
  ParticipantRole,
  Stance,
  StatementMode,
} from "../model/words.js";

export const kindWords: Readonly<Record<EventKind, string>> = {
  meeting: "Meeting",
  call: "Call",
  visit: "Visit",
  statement: "Statement",
  proposal: "Proposal",
  publication: "Publication",
  response: "Response",
  agreement: "Agreement",
  ratification: "Ratification",
  rejection: "Rejection",
  vote: "Vote",
  decision: "Decision",
  appeal: "Appeal",
  threat: "Threat",
  deadline: "Deadline",
  suspension: "Suspension",
  expulsion: "Expulsion",
  sanction: "Sanction",
  strike: "Strike",
  deployment: "Deployment",
  "use-of-force": "Use of force",
  designation: "Designation",
  other: "Other",
};

export const statusWords: Readonly<Record<EventStatus, string>> = {
  planned: "planned",
  happened: "happened",
  cancelled: "cancelled",
  denied: "denied",
  hypothetical: "not certain",
  unknown: "status unknown",
};

/** Happened reads better as "held" where people come together. */
export const heldKinds: ReadonlySet<EventKind> = new Set<EventKind>(["meeting", "call", "visit", "vote"]);

export const fateWords: Readonly<Record<Fate, string>> = {
  pending: "announced, not yet reported as held",
  held: "announced, then held",
  moved: "announced, then moved to another date",
  cancelled: "announced, then cancelled",
  lapsed: "announced, never reported as held",
};

export const actorWords: Readonly<Record<ActorKind, { readonly one: string; readonly many: string }>> = {
  person: { one: "Person", many: "People" },
  state: { one: "State", many: "States" },
  organization: { one: "Organization", many: "Organizations" },
  body: { one: "Body", many: "Bodies" },
};

export const roleWords: Readonly<Record<ParticipantRole, string>> = {
  agent: "by",
  counterpart: "with",
  target: "to",
  host: "host",
  participant: "takes part",
};

export const modeWords: Readonly<Record<StatementMode, string>> = {
  speech: "said",
  writing: "wrote",
  belief: "thinks",
};

export const stanceWords: Readonly<Record<Stance, string>> = {
  demands: "demands",
  proposes: "proposes",
  supports: "supports",
  accepts: "accepts",
  conditional: "accepts on conditions",
  rejects: "rejects",
  ignores: "ignores",
  noncommittal: "does not commit itself",
};

export const stateWords: Readonly<Record<DialogueState, string>> = {
  open: "open",
  scheduled: "talks scheduled",
  "under-way": "talks under way",
  inconclusive: "talks without a result",
  agreed: "agreed",
  suspended: "suspended",
  closed: "closed",
};

export const attributeWords: Readonly<Record<DiscrepancyAttribute, string>> = {
  date: "the date",
  place: "the place",
  participants: "who took part",
  duration: "how long it lasted",
  outcome: "the outcome",
  scope: "the scope",
  number: "a number",
};

/** "1 report", "3 reports". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
