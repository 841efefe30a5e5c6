// The words that the repairs of a parse need of a language. All forms in lower case.

import type { Word } from "../annotation.js";

export type RepairWords = {
  /** Forms of verbs of saying, writing and thinking that take a clause or a quotation. */
  readonly cues: ReadonlySet<string>;
  /** The same of verbs with a particle ("point out", "make it clear"): form → its particles. */
  readonly phrasalCues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those whose object is who hears it: "told". */
  readonly hearerCues: ReadonlySet<string>;
  /** Those that ask, and what opens a question that is told: "if", "whether". */
  readonly askingCues: ReadonlySet<string>;
  readonly questionMarks: ReadonlySet<string>;
  /** First words of what stands before a source: "according". */
  readonly sourceMarks: ReadonlySet<string>;
  /** What opens a clause that is said: "that". */
  readonly complementizers: ReadonlySet<string>;
  /** Lemmas of nouns that take such a clause themselves: "claim", "fact". */
  readonly contentNouns: ReadonlySet<string>;
  /** What stands before the agent of a passive: "by". */
  readonly agentMarks: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  /** Other words that date: "week", "yesterday". */
  readonly times: ReadonlySet<string>;
  /** Last words of titles that stand before a name: "minister", "spokesman". */
  readonly titles: ReadonlySet<string>;
  /** What a title is of, before a name: "state" (behind a word of `genitives`), one or two words. */
  readonly portfolios: ReadonlySet<string>;
  readonly genitives: ReadonlySet<string>;
  /** Capitalised words that are in no person's name: "league". */
  readonly things: ReadonlySet<string>;
  /** Head nouns of the long names of organizations and bodies: "ministry", "department". */
  readonly bodies: ReadonlySet<string>;
};

/** Whether the word at `index` is a verb of saying. */
export function isCue(words: readonly Word[], index: number, { cues, phrasalCues }: RepairWords): boolean {
  const word = words[index];
  if (word?.upos !== "VERB") return false;
  const form = word.form.toLowerCase();
  if (cues.has(form)) return true;
  return [...(phrasalCues.get(form) ?? [])].some((particle) =>
    particle.split(" ").every((part, at) => words[index + 1 + at]?.form.toLowerCase() === part),
  );
}
