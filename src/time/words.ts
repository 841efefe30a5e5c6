// The words that the temporal tagger needs of a language, and their rows compiled once: given in by lang/, never imported here.
import { Courses } from "./course.js";
import { compileSlots, type Lexicon, type SlotPattern } from "./pattern.js";
import { Vocabulary } from "./vocabulary.js";
import { Walker } from "./walk.js";

/** One word of the calendar table: which slot it fills and what it means there. */
export type CalendarRow = { readonly class: string; readonly word: string; readonly value: string };
/** One phrasing of the rule table. `value` names the maker that gives its meaning. */
export type PhrasingRow = { readonly rule: string; readonly value: string; readonly pattern: string };

/** A phrasing ready to be tried at a place of the folded text in lower case; its pattern is compiled when it is first asked for. */
export type Phrasing = {
  readonly rule: string;
  readonly maker: string;
  readonly notation: string;
  readonly pattern: () => SlotPattern;
};

export type TimeWords = {
  readonly lexicon: Lexicon;
  readonly phrasings: readonly Phrasing[];
  /** The words that phrasings are made of. */
  readonly vocabulary: Vocabulary;
  /** Tells which phrasings the words of a text can be. */
  readonly walker: Walker;
};

/** The words of a language from its lexicon and phrasings. */
export function timeWordsFrom(lexicon: Lexicon, phrasings: readonly Phrasing[]): TimeWords {
  const vocabulary = new Vocabulary();
  const courses = new Courses(lexicon, vocabulary);
  const places = phrasings.map(({ notation }, index) => courses.of(notation, index));
  return { lexicon, phrasings, vocabulary, walker: new Walker(places, vocabulary.size) };
}

function phrasingOf({ rule, value, pattern: notation }: PhrasingRow, lexicon: Lexicon): Phrasing {
  let compiled: SlotPattern | null = null;
  return { rule, maker: value, notation, pattern: () => (compiled ??= compileSlots(notation, lexicon)) };
}

/** The words of a language from its tables. */
export function timeWordsOf(calendar: readonly CalendarRow[], rows: readonly PhrasingRow[]): TimeWords {
  const lexicon = new Map<string, Map<string, string>>();
  for (const { class: name, word, value } of calendar) {
    const words = lexicon.get(name) ?? new Map<string, string>();
    words.set(word, value);
    lexicon.set(name, words);
  }
  return timeWordsFrom(
    lexicon,
    rows.map((row) => phrasingOf(row, lexicon)),
  );
}
