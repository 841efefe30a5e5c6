// The words that linking needs of a language; lang/<code>/link.ts fills it from tables.
import type { DialogueState, EventKind } from "../model/words.js";
import type { NameForms } from "./compare-names-words.js";
import type { FigureWords } from "./figures.js";
import type { IssueWords } from "./issue-words.js";

/** Words that tell what a dialogue came to. `phrase`: words by spaces, "a/b" for either, "*" for up to four words between. */
export type StatePhrase = { readonly name: string; readonly phrase: string; readonly state: DialogueState };

export type LinkWords = {
  /** Words that say nothing about what a text is about. */
  readonly stopwords: ReadonlySet<string>;
  /** The line that names an event, by kind: {parties} {agent} {target} {others} {object} {place} {trigger}; "[…]" falls away where its places are empty. */
  readonly labels: ReadonlyMap<EventKind, string>;
  /** The line that names a series: {parties}, {count}. */
  readonly seriesLabel: string;
  /** Words that tell how an encounter ended, and the state of the dialogue that they mean; the first that matches counts. */
  readonly outcomes: readonly StatePhrase[];
  /** Words about the dialogue as a whole: that it stands still, is over, goes on. */
  readonly dialogueStates: readonly StatePhrase[];
  /** Nouns that name the dialogue itself ("talks", "negotiations", "contacts"). */
  readonly dialogueNouns: ReadonlySet<string>;
  /** Nouns that name an encounter ("talks", "meeting", "dinner"): what the label of one ends in. */
  readonly encounterNouns: ReadonlySet<string>;
  /** Those of them that count encounters and say nothing of what they are ("round"). */
  readonly countedNouns: ReadonlySet<string>;
  /** Words that say of an encounter that it is one more of its kind ("again"). */
  readonly again: ReadonlySet<string>;
  /** What is accepted where parties only agree to talk ("invitation"). */
  readonly invitations: ReadonlySet<string>;
  /** Words that take several encounters together ("all", "both"). */
  readonly summing: ReadonlySet<string>;
  /** Words that make what is said of the dialogue no fact ("would", "if"). */
  readonly hypothetical: ReadonlySet<string>;
  /** Words that turn an issue round without making it another ("non", "no", "not", "preventing", "refusal"). */
  readonly polarity: ReadonlySet<string>;
  readonly issues: IssueWords;
  readonly figures: FigureWords;
  readonly names: NameForms;
  /** Words that join a further thing to a list ("and", "or"). */
  readonly joining: ReadonlySet<string>;
};
