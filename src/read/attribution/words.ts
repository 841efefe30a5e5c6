// The words that attribution needs of a language: cues with their frames, and the small closed classes around them.
import type { StatementMode } from "../../model/words.js";
import type { ViewModel } from "./views/weights.js";

/** What can follow or precede a cue: a that-clause, a bare clause, an infinitive, somebody + infinitive, a quotation, a noun phrase that is said. */
export type Frame =
  | "that"
  | "bare"
  | "inf"
  | "person-inf"
  | "quote"
  | "noun"
  | "person"
  | "ing"
  | "phrase"
  | "long-phrase"
  | "figure"
  | "object"
  | "object-as"
  | "object-of"
  | "object-at"
  | "object-for";

export type CueForm = "base" | "present" | "past" | "participle" | "ing";
export type Cue = {
  readonly lemma: string;
  readonly rule: string; // the line of the table
  readonly mode: StatementMode;
  readonly frames: ReadonlySet<Frame>;
  readonly particle: string | null; // "call on", "point out": the second word
  readonly polarity: "plain" | "denies" | "refuses" | "silent"; // silent: refuses where it is negated
};
export type InflectedCue = { readonly cue: Cue; readonly form: CueForm };

/** The closed classes of cues-classes.txt. */
export const wordClasses = [
  "us",
  "this medium",
  "particle",
  "issuing",
  "hearer",
  "same",
  "past helper",
  "complementizer",
  "infinitive mark",
  "agent mark",
  "genitive mark",
  "companion mark",
  "containing mark",
  "dummy subject",
  "existential",
  "clitic",
  "owner mark",
  "any writing",
  "edge",
  "time unit",
  "standing",
  "conjunction",
  "gerund ending",
  "adverb ending",
  "past ending",
  "participle ending",
  "determiner",
  "possessive",
  "article",
  "subject",
  "expletive",
  "pointer",
  "relative",
  "auxiliary",
  "be",
  "unfinite",
  "have",
  "not",
  "joining",
  "hanging",
  "hung",
  "clause word",
  "question",
  "clause opener",
  "subordinator",
  "person",
  "quantity",
  "loose adverb",
  "verb adverb",
  "occasion adverb",
  "question adverb",
  "time adverb",
  "issued",
  "giving",
  "speaking",
  "reached",
  "preposition",
  "turning participle",
  "turn",
  "adversative",
  "joiner",
  "refused act",
  "unsettled",
  "as-link",
  "at-link",
  "what",
  "site",
  "reference",
  "keeping",
  "reckoning mark",
  "viewing mark",
  "reckoning",
  "worded",
  "wordless",
  "institution",
  "condition",
  "modal",
  "scene",
  "later preposition",
  "scene preposition",
  "afterwards",
  "this",
  "self",
  "pronoun",
  "anybody",
  "no source",
  "citing",
  "indefinite",
  "fronting",
  "asked for",
  "backshifted",
  "shifting",
  "neither",
  "reflexive",
  "inert",
  "asked",
  "elliptic act",
  "ours",
  "spokesperson",
  "someone",
  "nor",
  "verdict",
] as const;
export type WordClass = (typeof wordClasses)[number];

/** A sort of views, and whether a view of it is a statement of the record: always, only with a clause, a quotation or a figure, or never. */
export type ViewClass = { readonly name: string; readonly mode: StatementMode; readonly told: "yes" | "clause" | "no" };

export type AttributionWords = {
  readonly classes: Readonly<Record<WordClass, ReadonlySet<string>>>;
  readonly cues: ReadonlyMap<string, readonly InflectedCue[]>; // by form, lower case
  readonly nounCues: ReadonlySet<string>; // "statement", "warning"
  readonly saidNouns: ReadonlySet<string>; // "readiness", "concern": what one expresses or announces
  readonly writings: ReadonlySet<string>; // "document", "statement": things that say
  readonly channels: ReadonlySet<string>; // "interview", "briefing": occasions and media of saying
  readonly platforms: ReadonlySet<string>; // "facebook"
  readonly accordingTo: readonly (readonly string[])[]; // "according to"
  readonly agencies: ReadonlySet<string>; // words that name a medium: "agency", "tass"
  readonly views?: ViewModel; // finds what is viewed without being said; absent: nothing does
  readonly viewClasses: ReadonlyMap<string, ViewClass>; // by lemma of the cue
};
