// What resolving actors needs of a language beside its names: descriptions that stand for actors, and small closed classes.
import type { NameWords } from "../names/names.js";
import type { Phrases } from "../names/phrases.js";

/** A description that stands for an actor told elsewhere ("the union", "the two sides", "the diplomat"). */
export type Description = {
  readonly kind: "organization" | "organ" | "side" | "spokesman" | "joint" | "person" | "state" | "body";
  readonly of: readonly string[];
  readonly makes: boolean; // makes an actor itself where the text names none
  readonly form: "epithet" | "title";
};

/** Mark of a noun for those who do what the organization's own name tells: "the monitors" of the Joint Monitoring Mission. */
export const byName = "&name";

export type ActorWordClass =
  | "he"
  | "his"
  | "she"
  | "her"
  | "they"
  | "it"
  | "its"
  | "their"
  | "whose"
  | "not-yet"
  | "bid"
  | "from"
  | "first"
  | "definite"
  | "indefinite"
  | "both"
  | "deputy"
  | "hanging"
  | "anonymous"
  | "inverting"
  | "pointing"
  | "mouthpiece"
  | "personal-mouthpiece"
  | "of-whom"
  | "based"
  | "being"
  | "armed-word"
  | "side-noun"
  | "speaking-office"
  | "for-person"
  | "opposite"
  | "age"
  | "native"
  | "once"
  | "no-person"
  | "person-ending"
  | "that";

export type ActorWords = {
  readonly names: NameWords;
  readonly descriptions: Phrases<readonly Description[]>;
  readonly is: (kind: ActorWordClass, word: string) => boolean;
};
