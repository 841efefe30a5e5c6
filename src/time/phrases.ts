// The phrases of a whole text in order, each with the tense beside it and the range that it is an end of.
import type { Range } from "../model/span.js";
import { isTimexValue } from "../model/timex.js";
import { chain } from "./chains.js";
import { makers } from "./makers/makers.js";
import type { Ground, Meaning, Phrase, Tense, Told } from "./meaning.js";
import { PhraseReader } from "./scan.js";
import { isLimitAhead, type TenseMap, tenseBeside, tenseMap } from "./tense.js";
import type { TimeWords } from "./words.js";

/** `paragraph`: phrases of the same one lend each other their month; a sentence without one stands alone. */
export type TimeSentence = Range & { readonly paragraph?: number };

export type ToldPhrase = Phrase & {
  readonly sentence: number; // index
  readonly paragraph: number;
  readonly tense: Tense | null;
  readonly rangeId: number | null;
  /** All of its sentence: a heading, where it is a year. */
  readonly alone: boolean;
  /** Behind "since": what may lie far back. */
  readonly longSince: boolean;
};

/** What a phrase means on its ground; null where that is nothing of TIMEX3's grammar. */
export function meaningOf(phrase: Phrase, ground: Ground): Meaning | null {
  const meaning = makers[phrase.maker]?.(phrase, ground) ?? null;
  return meaning && isTimexValue(meaning.value) ? meaning : null;
}

export const nothingTold: Told = { day: null, month: null, year: null, last: null };

/** The ground where nothing is known but the language. */
export const bareGround = (words: TimeWords): Ground => ({
  lexicon: words.lexicon,
  reference: null,
  tense: null,
  told: nothingTold,
  quarter: null,
  month: null,
  narrative: null,
});

/** The text in lower case, the same length: what would change its length stays as it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}

/** Makers that ask for the tense beside their phrase. */
const tensed: ReadonlySet<string> = new Set([
  ...["date", "ordinal-day", "part-date", "weekday", "weekend", "clock", "quarter", "season", "holiday", "soon"],
  ...["slashed", "unit-of-date"],
]);

/** The phrases of `text` inside its sentences. `folded`: the folded text. */
export function toldPhrases(
  text: string,
  folded: string,
  sentences: readonly TimeSentence[],
  words: TimeWords,
  ground: Ground,
): ToldPhrase[] {
  const told: ToldPhrase[] = [];
  // What was told before, and the tense, may give a phrase its meaning: neither is known yet.
  const any: Ground = {
    ...ground,
    quarter: { year: 2000, quarter: 1 },
    told: { ...nothingTold, last: "2000" },
    tense: "future",
  };
  const usable = (phrase: Phrase): boolean => meaningOf(phrase, any) !== null;
  const reader = new PhraseReader({ text, lowered: lowerCase(folded) }, words, usable);
  let ranges = 0;
  for (const [index, sentence] of sentences.entries()) {
    const found = reader.phrasesIn(sentence);
    if (found.length === 0) continue;
    const chained = chain(found, sentence.end, folded, words.lexicon);
    const said = folded.slice(sentence.start, sentence.end);
    let tenses: TenseMap | null = null; // read only where a phrase asks for it
    const tenseOf = (phrase: Phrase): Tense | null => {
      if (!tensed.has(phrase.maker)) return null;
      if (isLimitAhead(said, sentence.start, phrase, words.lexicon)) return "future";
      tenses ??= tenseMap(said, sentence.start, words.lexicon);
      return tenseBeside(tenses, phrase);
    };
    const rangeIds = new Map<number, number>();
    for (const [first, second] of chained.ranges) {
      const id = rangeIds.get(first) ?? ranges++;
      rangeIds.set(first, id).set(second, id);
    }
    for (const [place, phrase] of chained.phrases.entries()) {
      told.push({
        ...phrase,
        sentence: index,
        paragraph: sentence.paragraph ?? index,
        tense: tenseOf(phrase),
        rangeId: rangeIds.get(place) ?? null,
        alone: phrase.start === sentence.start && phrase.end === sentence.end,
        longSince:
          words.lexicon
            .get("since")
            ?.has(
              /(\p{L}+)\s*$/u.exec(folded.slice(Math.max(0, phrase.start - 20), phrase.start))?.[1]?.toLowerCase() ??
                "",
            ) ?? false,
      });
    }
  }
  return told;
}
