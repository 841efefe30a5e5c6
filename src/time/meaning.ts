// What a phrase means, before and after it is put on the calendar: what its words say is kept apart from what was taken
// from elsewhere (chrono's known and implied values).
import type { Range } from "../model/span.js";
import type { TimexBasis, TimexType } from "../model/words.js";
import type { Day } from "./days.js";
import type { Lexicon } from "./pattern.js";

export type Implied = "year" | "month" | "day";
export type Tense = "past" | "future";

/** A phrase that a rule found, its slots filled with lower-case words. */
export type Phrase = Range & {
  readonly rule: string;
  readonly maker: string;
  readonly words: string; // the folded, lower-case words themselves
  readonly slots: Readonly<Record<string, string | undefined>>;
};

/** The last times that a text told before a phrase, by how precise they were; what is missing in a day is its first. */
export type Told = {
  readonly day: Day | null;
  readonly month: Day | null;
  readonly year: Day | null;
  /** The value of the last date. */
  readonly last: string | null;
};

export type YearMonth = { readonly year: number; readonly month: number };

/** What a maker may look at: the reference day, the tense beside the phrase, what the text told before. */
export type Ground = {
  readonly lexicon: Lexicon;
  readonly reference: Day | null;
  readonly tense: Tense | null;
  /** The last day that the text told before this phrase. */
  readonly told: Told;
  /** The quarter that the text told last: what "a year earlier" is compared with in it. */
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
  /** The month that the same paragraph told last. */
  readonly month: YearMonth | null;
  /** The year (and month) told last, where the text is a narrative of a time other than the reference's. */
  readonly narrative: { readonly year: number; readonly month: number | null } | null;
};

export type Meaning = {
  readonly type: TimexType;
  readonly value: string;
  readonly mod?: string | null;
  readonly implied?: readonly Implied[];
  /** What the implied parts were taken from, where it is not the reference. */
  readonly from?: TimexBasis | undefined;
  /** Whether a length begins or ends at the reference. */
  readonly anchor?: "begin" | "end";
  /** Of a financial year: its number is told, its days are not. */
  readonly fiscal?: boolean;
};

/** Gives a phrase its meaning; null where it is no time expression after all. */
export type Maker = (phrase: Phrase, ground: Ground) => Meaning | null;

const slotKeys = new Map<string, readonly string[]>();
/** The names of a slot and of its second, third and fourth one. */
function keysOf(name: string): readonly string[] {
  const known = slotKeys.get(name);
  if (known) return known;
  const keys = [name, `${name}2`, `${name}3`, `${name}4`];
  slotKeys.set(name, keys);
  return keys;
}

/** A slot, or its second one, whichever is filled. */
export const slotOf = (phrase: Phrase, ...names: readonly string[]): string | undefined => {
  for (const name of names)
    for (const key of keysOf(name)) if (phrase.slots[key] !== undefined) return phrase.slots[key];
  return undefined;
};

/** What the word in a slot means in its class; null where the slot is empty. */
export const meant = (phrase: Phrase, ground: Ground, name: string): string | null => {
  const word = slotOf(phrase, name);
  return word === undefined ? null : (ground.lexicon.get(name)?.get(word) ?? null);
};

/** The same, as a number. */
export const meantNumber = (phrase: Phrase, ground: Ground, name: string): number | null => {
  const value = meant(phrase, ground, name);
  return value === null || value === "" ? null : Number(value);
};
