// The words that the temporal tagger needs of a language, and their rows compiled once: given in by lang/, never imported here.
import { alternativesOf, compilePattern, type Lexicon } from "./pattern.js";

/** One word of the calendar table: which slot it fills and what it means there. */
export type CalendarRow = { readonly class: string; readonly word: string; readonly value: string };
/** One phrasing of the rule table. `value` names the maker that gives its meaning. */
export type PhrasingRow = { readonly rule: string; readonly value: string; readonly pattern: string };

/** A phrasing ready to be tried at a place of the folded text in lower case (sticky). */
export type Phrasing = { readonly rule: string; readonly maker: string; readonly pattern: RegExp };

export type TimeWords = {
  readonly lexicon: Lexicon;
  readonly phrasings: readonly Phrasing[];
  /** Whether a stretch of folded text in lower case can hold a time expression at all. */
  readonly trigger: RegExp;
};

/** Classes whose words alone make no time expression, and so do not let a sentence be looked at. */
const besideClasses = new Set([
  "tense",
  "preposition",
  "until",
  "and",
  "counted",
  "ambiguous",
  "number",
  "relation",
  "mod",
  "approx",
  "zone",
  "one",
  "clause",
  "article",
  "between",
  "suffix",
  "half",
  "later",
  "side",
  "span",
]);

/** The words of a language from its tables. Throws RangeError where a pattern names a slot that nothing fills. */
export function timeWordsOf(calendar: readonly CalendarRow[], phrasings: readonly PhrasingRow[]): TimeWords {
  const classes = new Map<string, Map<string, string>>();
  for (const { class: name, word, value } of calendar) {
    const words = classes.get(name) ?? new Map<string, string>();
    words.set(word, value);
    classes.set(name, words);
  }
  const triggers = [...classes].flatMap(([name, words]) => (besideClasses.has(name) ? [] : [...words.keys()]));
  return {
    lexicon: classes,
    phrasings: phrasings.map(({ rule, value, pattern }) => ({
      rule,
      maker: value,
      pattern: compilePattern(pattern, classes),
    })),
    trigger: new RegExp(`\\d|(?<![\\p{L}])(?:${alternativesOf(triggers)})`, "u"),
  };
}
