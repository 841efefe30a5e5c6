// The words that reading stances needs of a language: cues with what they take, nouns that name a stance, and small classes of words.
import type { Stance } from "../../model/words.js";

/** What a cue takes: see the head of lang/en/stances.txt. */
export type StanceFrame =
  | "noun"
  | "inf"
  | "ing"
  | "that"
  | "whether"
  | "person-noun"
  | "person-inf"
  | "person-to"
  | "person-for"
  | "person-that"
  | "passive"
  | "subject"
  | "turned"
  | "whole"
  | "wished"
  | "impersonal"
  | "clause"
  | "implied"
  | "any"
  | "party"
  | "inner";

export type StanceCue = {
  readonly rule: string;
  readonly words: readonly string[]; // the words behind the inflecting one
  readonly before: readonly string[]; // the words before it ("there", "it", "not")
  readonly stance: Stance | null; // null: says nothing without "not"
  readonly negated: Stance | null;
  readonly frames: ReadonlySet<StanceFrame>;
  readonly score: number;
};
export type CueForm = "base" | "present" | "past" | "participle" | "ing";
export type InflectedStanceCue = { readonly cue: StanceCue; readonly form: CueForm };

export type StanceNoun = {
  readonly rule: string;
  readonly stance: Stance;
  readonly leads: ReadonlySet<string>; // words between the noun and its matter; ":" is a list
  readonly score: number;
};

/** Classes of words that rules ask for; the table of a language must fill all of them. */
export const wordClasses = [
  "be",
  "not",
  "auxiliary",
  "finite",
  "doubt",
  "directive",
  "determiner",
  "own",
  "conjunction",
  "clause",
  "joining",
  "subordinate",
  "collective",
  "papers",
  "handing",
  "provide",
  "about",
  "condition",
  "thing",
  "vague",
  "tail",
  "tail-before",
  "meeting",
  "infinitive",
  "that",
  "ties",
  "by",
  "relative",
  "addressing",
  "particle",
  "nobody",
  "have",
  "longer",
  "making",
  "idle",
  "like",
  "instrument",
  "provided",
  "intending",
  "degree",
  "asking",
  "possessive",
  "plain-duty",
  "as",
  "hard",
  "told",
  "no-matter",
  "reaching",
  "origin",
  "including",
  "return",
  "own-kind",
  "amount",
  "pronoun",
  "bare-thing",
  "nothing-named",
  "meeting-act",
  "sought",
  "many",
  "turning-act",
  "point",
  "occasion",
  "temporal",
  "neuter",
  "ordinals",
  "if",
  "unless",
  "only",
  "only-behind",
  "open-helper",
  "open-word",
  "giving",
  "judging",
  "bad",
  "good",
  "lukewarm",
  "too",
  "enough",
  "falling-short",
  "threat",
  "offered",
  "portion",
  "author",
  "maybe",
  "sides",
  "sides-plain",
  "both",
  "undoing",
  "copular",
  "an-offer",
  "a-demand",
  "one",
  "purpose",
  "proviso",
  "organ",
  "asked",
  "declining",
  "commenting",
  "country-own",
  "flat",
  "lacking",
  "deal-word",
  "holding",
  "nor",
  "neither",
  "telling",
  "pledging",
  "making-one",
  "central",
  "goal",
  "copula",
  "a-deal",
  "there",
  "prospective",
  "lines",
  "red",
  "one-side",
  "opposite",
] as const;
export type WordClass = (typeof wordClasses)[number];

/** Words that reading stances needs of a language. */
export type StanceWords = {
  readonly cues: ReadonlyMap<string, readonly InflectedStanceCue[]>; // by form of the inflecting word, lower case; a longer cue comes first
  readonly nouns: ReadonlyMap<string, StanceNoun>; // by form
  readonly ordinal: (word: string) => number | null; // 1 for "first"; null for any other word
  readonly is: (kind: WordClass, word: string) => boolean;
};
