// The words that the temporal tagger needs of a language, and their rows compiled once: given in by lang/, never imported here.
import { bitOf, digitBit, firstOf } from "./first.js";
import { compilePattern, type Lexicon } from "./pattern.js";

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
  /** Bits of the classes of which it must hold a word. */
  readonly needs: number;
};

export type TimeWords = {
  readonly lexicon: Lexicon;
  readonly phrasings: readonly Phrasing[];
  /** What the first letters of words tell, and what a digit does; other letters tell nothing. */
  readonly byWord: ReadonlyMap<string, Opening>;
  readonly byDigit: Opening;
};

/** Bits of the classes that have such a word, the core bit for those of which one must be near; the phrasings that it can begin, in the order of the table. */
export type Opening = { readonly bits: number; readonly phrasings: readonly Phrasing[] };

/** The bit of the words that a time expression cannot do without. */
export const coreBit = 1 << 30;

/** Classes of which every time expression without a digit has a word. */
const coreClasses = [
  ...["month", "weekday", "weekdays", "unit", "units", "season", "part", "period", "latest", "holiday", "decadename"],
  ...["soon", "bygone", "then", "era", "yearhead", "deictic", "tonight", "noon", "oclock", "dayhalf", "reference"],
  "often",
];

/** Bits of the classes by the first letters of their words. */
function bitsOf(lexicon: Lexicon): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [name, words] of lexicon) {
    const own = bitOf(name) | (coreClasses.includes(name) ? coreBit : 0);
    for (const word of own === 0 ? [] : words.keys()) {
      const letters = /^\p{L}+/u.exec(word)?.[0] ?? "";
      bits.set(letters, (bits.get(letters) ?? 0) | own);
    }
  }
  return bits;
}

/** The words of a language from its lexicon and phrasings. */
export function timeWordsFrom(lexicon: Lexicon, phrasings: readonly Phrasing[]): TimeWords {
  const bits = bitsOf(lexicon);
  const openings = new Set([...bits.keys(), ...phrasings.flatMap(({ words }) => [...words])]);
  const opening = (word: string): Opening => ({
    bits: bits.get(word) ?? 0,
    phrasings: phrasings.filter(({ words }) => words.has(word)),
  });
  return {
    lexicon,
    phrasings,
    byWord: new Map([...openings].map((word) => [word, opening(word)])),
    byDigit: { bits: digitBit | coreBit, phrasings: phrasings.filter(({ digit }) => digit) },
  };
}

/** The words of a language from its tables. Throws RangeError where a pattern names a slot that nothing fills. */
export function timeWordsOf(calendar: readonly CalendarRow[], rows: readonly PhrasingRow[]): TimeWords {
  const lexicon = new Map<string, Map<string, string>>();
  for (const { class: name, word, value } of calendar) {
    const words = lexicon.get(name) ?? new Map<string, string>();
    words.set(word, value);
    lexicon.set(name, words);
  }
  const phrasings = rows.map(({ rule, value, pattern }): Phrasing => {
    const { words, digit, needs } = firstOf(pattern, lexicon);
    return { rule, maker: value, pattern: compilePattern(pattern, lexicon), words, digit, needs };
  });
  return timeWordsFrom(lexicon, phrasings);
}
