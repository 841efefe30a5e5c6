// The words that the temporal tagger needs of a language, and their rows compiled once: given in by lang/, never imported here.
import { firstOf } from "./first.js";
import { alternativesOf, compilePattern, type Lexicon } from "./pattern.js";

/** One word of the calendar table: which slot it fills and what it means there. */
export type CalendarRow = { readonly class: string; readonly word: string; readonly value: string };
/** One phrasing of the rule table. `value` names the maker that gives its meaning. */
export type PhrasingRow = { readonly rule: string; readonly value: string; readonly pattern: string };

/** A phrasing ready to be tried at a place of the folded text in lower case (sticky). */
export type Phrasing = {
  readonly rule: string;
  readonly maker: string;
  readonly pattern: RegExp;
  /** First letters of the words that it can begin with. */
  readonly words: ReadonlySet<string>;
  /** Whether a digit can begin it. */
  readonly digit: boolean;
};

export type TimeWords = {
  readonly lexicon: Lexicon;
  readonly phrasings: readonly Phrasing[];
  /** What every time expression has: a digit, or a word of the calendar (global). */
  readonly trigger: RegExp;
  /** Phrasings by the first letters of a word that can begin them, in the order of the table. */
  readonly byWord: ReadonlyMap<string, readonly Phrasing[]>;
  readonly byDigit: readonly Phrasing[];
};

/** Classes of which every time expression without a digit has a word. */
const coreClasses = [
  ...["month", "weekday", "weekdays", "unit", "units", "season", "part", "period", "latest", "holiday", "decadename"],
  ...["soon", "bygone", "then", "era", "yearhead", "deictic", "tonight", "noon", "oclock", "dayhalf", "reference"],
  "often",
];

/** The same words with other phrasings. */
export function withPhrasings(
  words: Pick<TimeWords, "lexicon" | "trigger">,
  phrasings: readonly Phrasing[],
): TimeWords {
  const byWord = new Map<string, Phrasing[]>();
  for (const phrasing of phrasings)
    for (const word of phrasing.words) byWord.set(word, [...(byWord.get(word) ?? []), phrasing]);
  return { ...words, phrasings, byWord, byDigit: phrasings.filter(({ digit }) => digit) };
}

/** The words of a language from its tables. Throws RangeError where a pattern names a slot that nothing fills. */
export function timeWordsOf(calendar: readonly CalendarRow[], rows: readonly PhrasingRow[]): TimeWords {
  const lexicon = new Map<string, Map<string, string>>();
  for (const { class: name, word, value } of calendar) {
    const words = lexicon.get(name) ?? new Map<string, string>();
    words.set(word, value);
    lexicon.set(name, words);
  }
  const triggers = coreClasses.flatMap((name) => [...(lexicon.get(name)?.keys() ?? [])]);
  const trigger = new RegExp(`\\d|(?<!\\p{L})(?:${alternativesOf(triggers)})`, "gu");
  const phrasings = rows.map(({ rule, value, pattern }): Phrasing => {
    const { words, digit } = firstOf(pattern, lexicon);
    return { rule, maker: value, pattern: compilePattern(pattern, lexicon), words, digit };
  });
  return withPhrasings({ lexicon, trigger }, phrasings);
}
