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
  /** First letters (up to a sign or a digit) of the words that a phrase without a digit at its head can begin with. */
  readonly starters: ReadonlySet<string>;
};

/** Classes of which every time expression without a digit has a word. */
const coreClasses = [
  ...["month", "weekday", "weekdays", "unit", "units", "season", "part", "period", "latest", "holiday", "decadename"],
  ...[
    "soon",
    "bygone",
    "then",
    "era",
    "yearhead",
    "deictic",
    "tonight",
    "noon",
    "oclock",
    "dayhalf",
    "reference",
    "often",
  ],
];

/**
 * First letters of what a phrase can begin with: of the words of every class that a pattern has a slot for, and of the
 * words of the patterns themselves but prepositions, with which no phrase begins.
 */
function startersOf(lexicon: Lexicon, patterns: readonly string[]): ReadonlySet<string> {
  const slots = new Set(
    patterns.flatMap((pattern) => [...pattern.matchAll(/\{([a-z]+)\d*\}/g)].map(([, name]) => name ?? "")),
  );
  const own = patterns.flatMap((pattern) => pattern.replace(/\{\w+\}|\\./g, " ").match(/\p{L}+/gu) ?? []);
  const literal = own.filter((word) => !lexicon.get("preposition")?.has(word));
  const words = [
    ...[...slots].flatMap((name) => [...(lexicon.get(name)?.keys() ?? [])]),
    ...(lexicon.get("number")?.keys() ?? []),
    ...literal,
  ];
  return new Set(words.map((word) => /^\p{L}+/u.exec(word)?.[0] ?? ""));
}

/** The words of a language from its tables. Throws RangeError where a pattern names a slot that nothing fills. */
export function timeWordsOf(calendar: readonly CalendarRow[], phrasings: readonly PhrasingRow[]): TimeWords {
  const classes = new Map<string, Map<string, string>>();
  for (const { class: name, word, value } of calendar) {
    const words = classes.get(name) ?? new Map<string, string>();
    words.set(word, value);
    classes.set(name, words);
  }
  const triggers = coreClasses.flatMap((name) => [...(classes.get(name)?.keys() ?? [])]);
  return {
    lexicon: classes,
    phrasings: phrasings.map(({ rule, value, pattern }) => ({
      rule,
      maker: value,
      pattern: compilePattern(pattern, classes),
    })),
    starters: startersOf(
      classes,
      phrasings.map(({ pattern }) => pattern),
    ),
    trigger: new RegExp(`\\d|(?<![\\p{L}])(?:${alternativesOf(triggers)})`, "u"),
  };
}
