// What finding names needs of a language: lexicons of states, organizations, bodies, places and offices, and small closed classes.
import type { ActorKind } from "../../model/words.js";
import type { Phrases } from "./phrases.js";

/** An actor that the lexicon knows. */
export type Entry = {
  readonly key: string; // "state:RU", "org:NATO", "body:RU/foreign-ministry"
  readonly kind: ActorKind;
  readonly name: string;
  readonly of: string | null; // key of what it belongs to
  readonly epithets: readonly string[];
};

/** What a phrase of the lexicon names; a capital names its state only where it acts or speaks. */
export type Sense = { readonly as: "name" | "capital" | "place" | "medium"; readonly entry: Entry | null };

/** One meaning of a name that several states bear: a key, or null for a place; words that tell it; whether it is meant where nothing tells. */
export type Meaning = { readonly key: string | null; readonly signs: readonly string[]; readonly otherwise: boolean };

/** A kind of body that states and organizations have ("foreign-ministry"). */
export type BodyKind = { readonly id: string; readonly name: string };

/** `late`: a description by this office may name the person just told of without a title. `plural`: the phrase tells of several holders. */
export type OfficeClass = {
  readonly id: string;
  readonly of: string | null;
  readonly late: boolean;
  readonly plural: boolean;
};

/** The kind of organization that a word at the end of a name tells. */
export type OrgHead = { readonly id: string; readonly kind: "organization" | "body" | "other" };

export type WordClass =
  | "function"
  | "never"
  | "particle"
  | "joiner"
  | "locative"
  | "addressing"
  | "capital-of"
  | "hosting"
  | "saying"
  | "place-noun"
  | "person-noun"
  | "shortened"
  | "beside"
  | "business"
  | "organization-noun"
  | "side"
  | "living"
  | "modifier"
  | "honorific"
  | "honorific-m"
  | "honorific-f"
  | "suffix"
  | "genitive"
  | "the"
  | "article"
  | "possessive"
  | "belonging"
  | "and"
  | "or"
  | "direction"
  | "according"
  | "where"
  | "telling"
  | "with-party"
  | "whose-side"
  | "inside"
  | "linker"
  | "which"
  | "relation"
  | "organization-owned"
  | "organization-relation"
  | "party-name"
  | "a"
  | "union-word"
  | "surname-too"
  | "occasion"
  | "whose"
  | "leading"
  | "who"
  | "medium-noun"
  | "at-office"
  | "firm-office"
  | "percent"
  | "state-owned"
  | "state-relation"
  | "state-organ"
  | "state-office"
  | "demonym-ending"
  | "adjective-ending"
  | "surname-opening"
  | "dealing-with"
  | "field-body"
  | "premises"
  | "numbered-head"
  | "union-opening"
  | "head-first"
  | "district"
  | "public-district"
  | "place-opening"
  | "family-word"
  | "bare-body"
  | "adjective-opening"
  | "hyphen-tail";

export type Gender = "m" | "f";

export type NameWords = {
  readonly lexicon: Phrases<Sense>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Names that several states bear, lower case. */
  readonly ambiguous: ReadonlyMap<string, readonly Meaning[]>;
  /** Words that alone name a body where a sign of it stands in the text ("Commission", with "Brussels"), lower case. */
  readonly short: ReadonlyMap<string, { readonly key: string; readonly signs: readonly string[] }>;
  /** Adjectives of states, lower case, to the keys of the states. */
  readonly adjectives: Phrases<readonly string[]>;
  /** Plural nouns for the people of a state ("the Americans"). */
  readonly people: Phrases<string>;
  /** Adjective by key of the state, for naming its organs. */
  readonly adjectiveOf: ReadonlyMap<string, string>;
  readonly bodies: Phrases<BodyKind>;
  readonly bodyNames: ReadonlyMap<string, string>; // "foreign-ministry" → "Foreign Ministry"
  readonly bodyByOffice: ReadonlyMap<string, string>; // "foreign" → "foreign-ministry"
  readonly offices: Phrases<OfficeClass>;
  readonly orgHeads: ReadonlyMap<string, OrgHead>; // lower case
  readonly givenNames: ReadonlyMap<string, Gender | "either">; // lower case
  readonly is: (kind: WordClass, word: string) => boolean;
};
