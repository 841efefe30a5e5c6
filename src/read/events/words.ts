// The words that reading events needs of a language: verbs and nouns that tell an event, verbs that say it took place, classes of words
// around them, and how an event was held and ended. lang/<code>/events.ts fills it from tables.
import type { EventKind } from "../../model/words.js";
import type { PloverWords } from "./plover.js";

export type EventVerbForm = "base" | "present" | "past" | "participle" | "ing";

/** What must stand around a verb so that it tells the event; `name` is a class of words for "class" and "subject". */
export type Need = { readonly what: NeedKind; readonly name: string };
export const needKinds = [
  "actor",
  "long",
  "count",
  "person",
  "with",
  "to",
  "people",
  "group",
  "company",
  "as",
  "inf",
  "that",
  "place",
  "time",
  "none",
  "any",
  "until",
  "pronoun",
  "on",
  "for",
  "against",
  "class",
  "event",
] as const;
export type NeedKind = (typeof needKinds)[number];

export type VerbRule = {
  readonly name: string;
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly subject: Need;
  readonly objects: readonly (readonly Need[])[]; // one of them must hold wholly
  readonly passive: boolean;
};
export type NounRule = {
  readonly name: string;
  readonly kind: EventKind;
  readonly plover: string | null;
  readonly alone: "dated" | "parties" | "both" | "no";
};
export type SupportRule = {
  readonly name: string;
  readonly side: "subject" | "object";
  readonly phase: "occur" | "host" | "begin" | "go-on" | "end" | "last" | "move" | "cancel" | "plan";
};
/** A form of a verb: its rule, and the words that must follow ("hand" + "over"). */
export type Inflected<Rule> = {
  readonly rule: Rule;
  readonly form: EventVerbForm;
  readonly lemma: string;
  readonly rest: readonly string[];
  /** Whether words may stand between the verb and the rest ("handed the drafts over"). */
  readonly gap: boolean;
};
export type NounEntry = { readonly rule: NounRule; readonly words: readonly string[]; readonly plural: boolean };
export type Detail = {
  readonly field: "format" | "outcome";
  readonly name: string;
  readonly phrase: readonly string[];
  readonly order: number; // of its line: the first line that matches counts
};
export type NumberWord = { readonly value: number; readonly kind: "cardinal" | "ordinal" | "unit" };

/** What a verb tells when a day stands with it and no frame fits; "none": no event. */
export type Act = { readonly kind: EventKind | "none"; readonly plover: string | null };

/** A noun that tells an event again: of which kind, and the beginnings of words of which one must stand in an event of kind "other". */
export type RetoldNoun = { readonly kind: EventKind; readonly like: readonly string[] };

export type EventWords = {
  readonly plover: PloverWords;
  readonly retold: ReadonlyMap<string, readonly RetoldNoun[]>; // by lemma
  readonly acts: ReadonlyMap<string, Act>; // by lemma, with its particle
  readonly verbs: ReadonlyMap<string, readonly Inflected<VerbRule>[]>; // by form, lower case
  readonly support: ReadonlyMap<string, readonly Inflected<SupportRule>[]>;
  readonly nouns: ReadonlyMap<string, readonly NounEntry[]>; // by first word, longest first
  /** Classes of words; each word a list of tokens, by first token, longest first. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, readonly (readonly string[])[]>>;
  /** Verbs that announce what follows them ("agree to meet", "is expected to meet"), all forms. */
  readonly planners: ReadonlySet<string>;
  /** Endings of verb forms: what a past, a participle and a progressive form of any verb end in. */
  readonly endings: { readonly past: RegExp; readonly participle: RegExp; readonly progressive: RegExp };
  readonly details: ReadonlyMap<string, readonly Detail[]>; // by first word
  readonly numbers: ReadonlyMap<string, NumberWord>;
};
