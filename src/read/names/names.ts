// Names: maximal runs of words that name a person, state, organization, body or place, with what lexicon and context say of their kind.
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { ActorKind } from "../../model/words.js";
import type { Analysis } from "../analysis.js";

/** One name in the text. `kind` null: undecided. `key`: the lexicon's id, where the lexicon knows it. `title`: the office or title directly before or behind it. */
export type NameSpan = Range & {
  readonly kind: ActorKind | "place" | "other" | null;
  readonly key: string | null;
  readonly title: Range | null;
  readonly rule: string;
};

/** Words that finding names needs of a language. */
export type NameWords = Readonly<Record<string, never>>;

/** The names of a document in order, none overlapping. */
export function findNames(analysis: Analysis, _timexes: readonly Timex[], _words: NameWords): readonly NameSpan[] {
  const names: NameSpan[] = [];
  let first: number | null = null;
  for (const [index, token] of [...analysis.tokens, null].entries()) {
    const isName = token !== null && token.upos === "PROPN" && /^\p{Lu}/u.test(token.text);
    if (isName) first ??= index;
    else if (first !== null) {
      const [from, to] = [analysis.tokens[first], analysis.tokens[index - 1]];
      if (from && to) names.push({ start: from.start, end: to.end, kind: null, key: null, title: null, rule: "proper-nouns" });
      first = null;
    }
  }
  return names;
}
