// A reading: what one document says, read without any knowledge of other documents. Everything in it points at ranges of
// the document's text; actors are local (index into `actors`), and become Actors of the record in link/.
import type { Edtf } from "./edtf.js";
import type { DocumentId } from "./ids.js";
import type { Range } from "./span.js";
import type {
  ActorKind,
  EventKind,
  EventStatus,
  ParticipantRole,
  Stance,
  StatementKind,
  StatementMode,
  TimexBasis,
  TimexType,
} from "./words.js";

/** The rule that made a line, and how sure it is (0–1; null: the rule is exact). */
export type Why = { readonly rule: string; readonly score: number | null };

export type Sentence = Range & {
  readonly paragraph: number; // 0-based
  readonly role: "headline" | "dateline" | "body"; // furniture has no sentences
};

export type Timex = Range & {
  readonly type: TimexType;
  readonly value: string; // TIMEX3 value
  readonly mod: string | null;
  readonly edtf: Edtf | null; // the same as EDTF where it is a date or an interval of dates
  readonly rangeId: number | null; // two timexes of one range share it
  readonly implied: readonly ("year" | "month" | "day")[];
  readonly from?: TimexBasis; // what the implied parts were taken from
  readonly anchor?: "begin" | "end"; // of a length: whether the day of publication is where it begins or ends
  readonly tense?: "past" | "future"; // that of the words beside it, where it chose between two dates
  readonly rule: string;
};

/** How a mention names its actor: by a name, by an epithet that names ("Moscow", "the alliance", "the head of state"), by a bare title or description, by a pronoun. */
export type MentionForm = "name" | "epithet" | "title" | "pronoun";
export type Mention = Range & {
  readonly form: MentionForm;
  readonly actor: number | null; // index into Reading.actors; null: undecided
  readonly why: Why;
};

export type LocalRole = Range & { readonly title: string; readonly of: number | null };
export type LocalActor = {
  readonly kind: ActorKind;
  readonly name: string; // the fullest form in this document, or the lexicon's name
  readonly key: string | null; // lexicon id ("state:RU", "org:NATO", "body:RU/foreign-ministry"); null for what only the text knows
  readonly forms: readonly string[]; // distinct surface forms that name it (no pronouns, no bare titles)
  readonly roles: readonly LocalRole[];
  readonly memberOf: readonly { readonly actor: number; readonly evidence: Range }[];
};

export type Attribution = {
  readonly speakers: readonly number[]; // indices into actors
  readonly source: Range | null; // the words that name the source, named or not
  readonly cue: Range | null;
  readonly cueLemma: string | null;
  readonly mode: StatementMode;
  readonly content: readonly Range[];
  readonly kind: StatementKind;
  readonly negated: boolean;
  readonly refusal: boolean;
  readonly within: number | null; // index into attributions
  readonly via: readonly { readonly actor: number | null; readonly name: string; readonly evidence: Range }[];
  readonly addressee: number | null;
  readonly channel: (Range & { readonly name: string }) | null;
  readonly date: { readonly value: Edtf; readonly evidence: Range } | null;
  readonly headline: boolean;
  readonly why: Why;
  readonly decidedBy?: string; // the person who set it right
};

/** What somebody is told to want, hold, plan, support or reject, without a word of what he said: an attitude, and no statement of the record. */
export type View = {
  readonly speakers: readonly number[]; // indices into actors
  readonly source: Range | null;
  readonly cue: Range;
  readonly cueLemma: string | null;
  readonly content: readonly Range[];
  readonly negated: boolean;
  readonly why: Why;
};

export type Quantity = {
  readonly value: number;
  readonly unit: string;
  readonly what: string;
  readonly evidence: Range;
};

/** One telling of an event: the smallest clause that holds trigger, participants and date. */
export type EventMention = Range & {
  readonly trigger: Range;
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly date: Edtf | null;
  readonly dateEvidence: Range | null;
  readonly status: EventStatus;
  readonly participants: readonly {
    readonly actor: number;
    readonly role: ParticipantRole;
    readonly evidence: Range;
  }[];
  readonly place: (Range & { readonly name: string }) | null;
  readonly duration: (Range & { readonly value: string; readonly mod: string | null }) | null;
  readonly format: (Range & { readonly name: string }) | null; // "closed-door", "by telephone", "working meal"
  readonly round: (Range & { readonly number: number }) | null;
  readonly outcome: (Range & { readonly name: string }) | null;
  readonly quantities: readonly Quantity[];
  readonly object: Range | null; // what is proposed, published, rejected …
  readonly foretold?: true; // its words say that it had been planned: "a day later than planned"
  readonly sums: number | null; // tells several at once ("three rounds"): how many
  readonly attribution: number | null; // told inside these words (index into attributions)
  readonly refersTo: number | null; // "They lasted …", "the talks": the mention (index) that it continues
  readonly why: Why;
};

/** What names an event again; `like`: beginnings of words of which one must stand in the event that it means (none: any). */
export type Retelling = EventMention & { readonly like: readonly string[] };

/** One actor's reported stance on something demanded, offered or provided for. The range: the words that tell it, from cue or actor to term. */
export type StanceMention = Range & {
  readonly term: Range; // the words that name the issue
  readonly act?: true; // they begin with a verb as dictionaries have it: "release the crew"
  readonly turned?: true; // a word before the first of several terms turns this one round too: "abandon the base and [the exercises]"
  readonly actor: number;
  readonly stance: Stance;
  readonly by: readonly number[]; // who ascribes it; empty: the actor's own words, acts, or the report's
  readonly date: Edtf | null;
  readonly attribution: number | null;
  readonly event: number | null; // the proposal, rejection … (index into events) that carries it
  readonly why: Why;
};

export type Problem = Range & {
  readonly stage: string;
  readonly reason: string;
  readonly candidates: readonly string[];
};

/** What one document tells, without a word of any other. Actors, attributions and events are named by their index in the lists. */
export type Reading = {
  readonly document: DocumentId;
  readonly reader: string; // version of the reader that made it
  readonly sentences: readonly Sentence[];
  readonly timexes: readonly Timex[];
  readonly actors: readonly LocalActor[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly views?: readonly View[]; // absent where nothing that finds them was at hand
  readonly events: readonly EventMention[];
  readonly retellings?: readonly Retelling[]; // what names an event again with too little to be one by itself ("the walkout"); refersTo: index in events
  readonly stances: readonly StanceMention[];
  readonly background: readonly Range[]; // sentences that the report itself tells as past
  readonly problems: readonly Problem[];
};
