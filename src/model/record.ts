// The record of a dossier: the public contract, schema "parley-record/1". What each field means is told in docs/record.md;
// the runtime schema (schema.ts) is pinned to these types, and the published JSON Schema is made from it.
import type { Edtf } from "./edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "./ids.js";
import type { Why } from "./reading.js";
import type { Span } from "./span.js";
import type {
  ActorKind,
  DateBasis,
  DialogueState,
  DiscrepancyAttribute,
  EventKind,
  EventStatus,
  Fate,
  ParticipantRole,
  Stance,
  StatementKind,
  StatementMode,
  TimexType,
} from "./words.js";

/** Who set a line right, where a person did. */
export type DecidedBy = { readonly decidedBy?: string };

/** A report with its text, its furniture, and what is new in it. */
export type RecordDocument = DecidedBy & {
  readonly id: DocumentId;
  readonly textHash: string;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: { readonly value: Edtf | null; readonly basis: DateBasis; readonly evidence: readonly Span[] };
  readonly language: string;
  readonly translatedFrom: string | null;
  readonly text: string;
  readonly furniture: readonly { readonly span: Span; readonly reason: string }[];
  readonly duplicateOf: DocumentId | null;
  readonly replaces: DocumentId | null;
  readonly novelty: readonly Novelty[];
};
/** A sentence by sentence account of what a report tells: new, told before in the dossier (`earlier`: where), or told as past. */
export type Novelty = {
  readonly span: Span;
  readonly kind: "new" | "recycled" | "background";
  readonly earlier: Span | null;
};

/** A person, state, organization, or an organ of one: every name it goes by, its roles, whom it speaks for. */
export type Actor = DecidedBy & {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly {
    readonly title: string;
    readonly of: ActorId | null;
    readonly from: Edtf | null;
    readonly to: Edtf | null;
    readonly evidence: readonly Span[];
  }[];
  readonly memberOf: readonly {
    readonly actor: ActorId;
    readonly from: Edtf | null;
    readonly to: Edtf | null;
    readonly evidence: readonly Span[];
  }[];
  readonly mentions: readonly Span[];
  readonly why: readonly Why[];
};
/** A time expression of a report, as TIMEX3. */
export type RecordTimex = {
  readonly id: string;
  readonly span: Span;
  readonly type: TimexType;
  readonly value: string;
  readonly mod: string | null;
  readonly range: string | null;
  readonly implied: readonly string[];
  readonly why: Why;
};
/** One link of the chain through which words came to the report. */
export type Via = { readonly actor: ActorId | null; readonly name: string; readonly evidence: Span };
/** Somebody is reported to have said, written or thought something. */
export type Statement = DecidedBy & {
  readonly id: StatementId;
  readonly speakers: readonly ActorId[];
  readonly speakerSpan: Span | null;
  readonly cueSpan: Span | null;
  readonly mode: StatementMode;
  readonly content: readonly Span[];
  readonly kind: StatementKind;
  readonly negated: boolean;
  readonly refusal: boolean;
  readonly within: StatementId | null;
  readonly via: readonly Via[];
  readonly addressee: ActorId | null;
  readonly channel: string | null;
  readonly date: Edtf | null;
  readonly headline: boolean;
  readonly evidence: { readonly date: Span | null; readonly channel: Span | null };
  readonly why: Why;
};
/** The same words on the same occasion, told by one or more reports, with their different wordings. */
export type Utterance = {
  readonly id: string;
  readonly speakers: readonly ActorId[];
  readonly date: Edtf | null;
  readonly statements: readonly StatementId[];
  readonly first: DocumentId;
  readonly wordings: readonly { readonly text: string; readonly statements: readonly StatementId[] }[];
};
/** What reports may tell of an event, fact by fact. */
export type EventFactField = "date" | "place" | "duration" | "format" | "round" | "outcome" | "participants";
/** What happened, is planned or was said to have happened, with every report of it. */
export type Event = DecidedBy & {
  readonly id: EventId;
  readonly formerly: readonly EventId[];
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly label: string;
  readonly date: Edtf | null;
  readonly status: EventStatus;
  readonly basis: "told" | "claimed";
  readonly participants: readonly { readonly actor: ActorId; readonly role: ParticipantRole }[];
  readonly place: string | null;
  readonly duration: string | null;
  readonly format: string | null;
  readonly round: number | null;
  readonly outcome: string | null;
  readonly quantities: readonly {
    readonly value: number;
    readonly unit: string;
    readonly what: string;
    readonly evidence: Span;
  }[];
  readonly facts: readonly {
    readonly field: EventFactField;
    readonly value: string;
    readonly evidence: readonly Span[];
  }[];
  readonly plan: { readonly announced: readonly DocumentId[]; readonly fate: Fate } | null;
  readonly sources: { readonly reports: number; readonly outlets: number; readonly independent: number };
  readonly reports: readonly {
    readonly span: Span;
    readonly dateAsTold: Edtf | null;
    readonly statusAsTold: EventStatus;
    readonly statement: StatementId | null;
  }[];
  readonly why: readonly Why[];
};
/** Rounds of one dialogue, in order. */
export type Series = { readonly id: string; readonly label: string; readonly events: readonly EventId[] };
/** What was put forward, by whom, to whom, and who answered how. */
export type Proposal = {
  readonly id: string;
  readonly label: string;
  readonly by: readonly ActorId[];
  readonly to: readonly ActorId[];
  readonly date: Edtf | null;
  readonly event: EventId | null;
  readonly provisions: readonly { readonly issue: IssueId; readonly evidence: readonly Span[] }[];
  readonly answers: readonly {
    readonly actor: ActorId;
    readonly stance: Stance;
    readonly date: Edtf | null;
    readonly evidence: readonly Span[];
  }[];
};
/** A demand, offer or provision under discussion. */
export type Issue = DecidedBy & {
  readonly id: IssueId;
  readonly label: string;
  readonly terms: readonly string[];
  readonly evidence: readonly Span[];
};
/** What one actor, at one time, is reported to hold on one issue. */
export type Position = DecidedBy & {
  readonly id: string;
  readonly issue: IssueId;
  readonly actor: ActorId;
  readonly stance: Stance;
  readonly basis: "declared" | "ascribed";
  readonly by: readonly ActorId[];
  readonly date: Edtf | null;
  readonly evidence: readonly Span[];
  readonly statement: StatementId | null;
  readonly moved: boolean;
  readonly why: Why;
};
/** Reports of one event that cannot all be right, or that differ in detail. */
export type Discrepancy = {
  readonly id: string;
  readonly event: EventId;
  readonly attribute: DiscrepancyAttribute;
  readonly kind: "contradiction" | "difference-in-detail";
  readonly values: readonly { readonly value: string; readonly evidence: readonly Span[] }[];
};
/** What the dialogue between some parties was, from a day on. */
export type StateOfDialogue = {
  readonly id: string;
  readonly between: readonly ActorId[];
  readonly from: Edtf;
  readonly state: DialogueState;
  readonly evidence: readonly Span[];
};
/** What could not be decided, and between what. */
export type RecordProblem = {
  readonly id: string;
  readonly span: Span;
  readonly stage: string;
  readonly reason: string;
  readonly candidates: readonly string[];
};

/** The record of a dossier, schema parley-record/1. */
export type ParleyRecord = {
  readonly schema: "parley-record/1";
  readonly dossier: {
    readonly title: string;
    readonly documents: number;
    readonly from: Edtf | null;
    readonly to: Edtf | null;
  };
  readonly reader: {
    readonly version: string;
    readonly models: readonly { readonly name: string; readonly sha256: string }[];
  };
  readonly documents: readonly RecordDocument[];
  readonly actors: readonly Actor[];
  readonly timexes: readonly RecordTimex[];
  readonly statements: readonly Statement[];
  readonly utterances: readonly Utterance[];
  readonly events: readonly Event[];
  readonly series: readonly Series[];
  readonly proposals: readonly Proposal[];
  readonly issues: readonly Issue[];
  readonly positions: readonly Position[];
  readonly discrepancies: readonly Discrepancy[];
  readonly state: readonly StateOfDialogue[];
  readonly problems: readonly RecordProblem[];
};
