// The words that linking needs of a language; lang/<code>/link.ts fills it from tables.
import type { DialogueState, EventKind } from "../model/words.js";

export type LinkWords = {
  /** Words that say nothing about what a text is about. */
  readonly stopwords: ReadonlySet<string>;
  /** The line that names an event, by kind, with the places {parties} {agent} {target} {object} {noun} {place}. */
  readonly labels: ReadonlyMap<EventKind, string>;
  /** Words that tell how an encounter ended, and the state of the dialogue that they mean; the first that matches counts. */
  readonly outcomes: readonly { readonly words: string; readonly state: DialogueState }[];
  /** Nouns that name the dialogue itself ("talks", "negotiations", "contacts"). */
  readonly dialogueNouns: ReadonlySet<string>;
  /** Words that presuppose that it stands still ("resume", "revive", "return to the table"). */
  readonly resumption: readonly string[];
  /** Words that turn an issue round without making it another ("non", "no", "not", "preventing", "refusal"). */
  readonly polarity: ReadonlySet<string>;
};
