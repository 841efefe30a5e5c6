// The gold of a corpus: what a careful person read out of its reports, in the format told in gold/README.md. Words point
// into the reports as text, so that people can check them; offsets are found when scoring.
import { readFileSync } from "node:fs";
import { inputError } from "../../../src/model/errors.js";
import type { ActorKind, DiscrepancyAttribute, EventKind, Fate, StatementKind } from "../../../src/model/words.js";

/** Words of a report; `nth` from 1. A bare string is its first occurrence. */
export type Words = string | { readonly text: string; readonly nth?: number };
export type FileWords = { readonly file: string; readonly text: string; readonly nth?: number };

export type GoldDocument = {
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly furniture?: readonly Words[];
  readonly background?: readonly Words[];
  readonly duplicateOf?: string;
};
export type GoldActor = {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly optional?: boolean;
};
export type GoldTimex = FileWords & {
  readonly type: string;
  readonly value: string;
  readonly alt?: readonly string[];
  readonly optional?: boolean;
};
export type GoldStatement = {
  readonly file: string;
  readonly speaker: string | readonly string[] | null;
  readonly cue: string | null;
  readonly content: readonly Words[];
  readonly kind: StatementKind;
  readonly channel: string | null;
  readonly date: string | null;
  readonly negated?: boolean;
  readonly optional?: boolean;
};
export type GoldEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly label: string;
  readonly date: string | null;
  readonly status: string;
  readonly participants?: readonly string[];
  readonly mentions: readonly FileWords[];
  readonly fate?: Fate;
  readonly optional?: boolean;
};
export type GoldSeries = {
  readonly label: string;
  readonly events: readonly string[];
  readonly not?: readonly string[];
};
export type GoldState = { readonly at: string; readonly state: string | readonly string[] };
export type GoldIssue = { readonly id: string; readonly label: string; readonly terms?: readonly string[] };
export type GoldPosition = {
  readonly issue: string;
  readonly actor: string;
  readonly stance: string | readonly string[];
  readonly optional?: boolean;
};
export type GoldDiscrepancy = { readonly event: string; readonly attribute: DiscrepancyAttribute };

export type GoldCorpus = {
  readonly reports?: string; // folder of the reports, relative to the gold's own folder
  readonly documents: readonly GoldDocument[];
  readonly actors: readonly GoldActor[];
  readonly timexes: readonly GoldTimex[];
  readonly statements: readonly GoldStatement[];
  readonly events: readonly GoldEvent[];
  readonly series?: readonly GoldSeries[];
  readonly state?: readonly GoldState[];
  readonly issues: readonly GoldIssue[];
  readonly positions: readonly GoldPosition[];
  readonly discrepancies: readonly GoldDiscrepancy[];
  readonly apart: readonly (readonly string[])[]; // [event, event, why]
};

/** The text of words, and which occurrence of it is meant. */
export const wordsOf = (words: Words): { readonly text: string; readonly nth: number } =>
  typeof words === "string" ? { text: words, nth: 1 } : { text: words.text, nth: words.nth ?? 1 };

/** One value or several, as a list; nothing as an empty list. */
export const listOf = <T extends string>(value: T | readonly T[] | null): readonly T[] =>
  value === null ? [] : typeof value === "string" ? [value] : value;

const lists = ["actors", "timexes", "statements", "events", "issues", "positions", "discrepancies", "apart"] as const;

/** The gold corpus in a JSON file; lists that are left out are empty. Throws InputError where it is none. */
export function readGold(path: string): GoldCorpus {
  let corpus: Partial<GoldCorpus>;
  try {
    corpus = JSON.parse(readFileSync(path, "utf8")) as Partial<GoldCorpus>;
  } catch (error) {
    throw inputError(
      `no gold can be read (${error instanceof Error ? error.message : "unreadable"})`,
      path,
      "Name a gold.json, or a folder that holds one.",
    );
  }
  if (!Array.isArray(corpus.documents))
    throw inputError('the gold names no "documents"', path, "See gold/README.md for the format.");
  const empty = Object.fromEntries(lists.map((name) => [name, []]));
  return { ...empty, ...corpus } as GoldCorpus;
}
