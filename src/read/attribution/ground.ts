// What every rule of attribution looks at: tokens with the quotation, time expression and name they stand in.
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { type Quotation, quotations } from "../../text/quotemarks.js";
import { paragraphRanges } from "../../text/sentences.js";
import type { AnalysedSentence, Analysis, Token } from "../analysis.js";
import type { AttributionWords, WordClass } from "./words.js";

/** Tokens [from, to) that one rule may look at: a sentence, or the part of it inside one quotation. */
export type Stretch = { readonly from: number; readonly to: number };

export type Ground = {
  readonly analysis: Analysis;
  readonly tokens: readonly Token[];
  readonly words: AttributionWords;
  readonly quotes: readonly Quotation[];
  readonly opening: ReadonlyMap<number, Quotation>; // by offset of the opening mark
  readonly closing: ReadonlyMap<number, Quotation>; // by offset behind the closing mark
  readonly quoteOf: readonly number[]; // by token: innermost quotation that holds it between its marks, or -1
  readonly timexOf: readonly number[]; // by token: index of its timex, or -1
  readonly nameOf: readonly number[]; // by token: index of its name, or -1
  readonly timexes: readonly Timex[];
};

const longestReach = 200; // tokens before and behind a cue: no sentence that anybody wrote is longer

/** For every token the last of `ranges` that holds it (the innermost where they nest), or -1. Linear: both come in order of start. */
function holders(tokens: readonly Token[], ranges: readonly Range[]): number[] {
  const at = new Array<number>(tokens.length).fill(-1);
  let first = 0;
  for (const [index, range] of ranges.entries()) {
    while (first < tokens.length && (tokens[first]?.start ?? 0) < range.start) first++;
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.start >= range.end) break;
      if (token.end <= range.end) at[i] = index;
    }
  }
  return at;
}

const byStart = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/** Whether a time word is part of a title: "The [Daily] Comet". */
const inTitle = (text: string, { start, end }: Range): boolean =>
  /^\p{Lu}/u.test(text.slice(start, end)) && /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));

/** The ground of one document. */
export function groundOf(
  analysis: Analysis,
  names: readonly Range[],
  timexes: readonly Timex[],
  words: AttributionWords,
): Ground {
  const { tokens } = analysis;
  const quotes = quotations(analysis.text, paragraphRanges(analysis.text));
  const titled = (each: Timex): boolean => each.type === "SET" && inTitle(analysis.text, each);
  const sortedNames = [...names].sort(byStart);
  const sortedTimexes = timexes.filter((each) => !titled(each)).sort(byStart);
  return {
    analysis,
    tokens,
    words,
    quotes,
    timexes: sortedTimexes,
    opening: new Map(quotes.map((quote) => [quote.start, quote])),
    closing: new Map(quotes.map((quote) => [quote.end, quote])),
    quoteOf: holders(
      tokens,
      quotes.map((quote) => quote.inner),
    ),
    timexOf: holders(tokens, sortedTimexes),
    nameOf: holders(tokens, sortedNames),
  };
}

/** Lower-case folded word of a token; "" outside the text. */
export const lowerAt = (ground: Ground, index: number): string => ground.tokens[index]?.lower ?? "";

/** Whether a token is of a closed class of words. */
export const isA = (ground: Ground, index: number, name: WordClass): boolean =>
  ground.words.classes[name].has(lowerAt(ground, index));

/** Whether a token ends as the words of a class of endings do. */
export function endsAs(ground: Ground, index: number, name: WordClass): boolean {
  const word = lowerAt(ground, index);
  for (const ending of ground.words.classes[name]) if (word.endsWith(ending)) return true;
  return false;
}

/** The sentence of a token. */
export const sentenceAt = (ground: Ground, index: number): AnalysedSentence | undefined =>
  ground.analysis.sentences[ground.tokens[index]?.sentence ?? -1];

/** First token of a sentence behind its dateline ("OSLO, March 3 (Nordwire) - "): nobody there says anything. */
function behindDateline(ground: Ground, { first }: AnalysedSentence, index: number): number {
  const { dateline } = ground.analysis.document;
  const [from, end] = [ground.tokens[first]?.start ?? 0, dateline?.end ?? 0];
  if (!dateline || dateline.start < from || end > (sentenceAt(ground, first)?.end ?? 0)) return first;
  let at = first;
  while (at < index && (ground.tokens[at]?.end ?? end) <= end) at++;
  while (at > first && at < index && /^[-,:.]$/.test(lowerAt(ground, at))) at++;
  return at;
}

/** The stretch that a token stands in: its sentence, cut to the innermost quotation around the token, and to what a person could still take in. */
export function stretchAt(ground: Ground, index: number): Stretch {
  const sentence = sentenceAt(ground, index);
  if (!sentence) return { from: index, to: index + 1 };
  const [first, last] = [
    Math.max(behindDateline(ground, sentence, index), index - longestReach),
    Math.min(sentence.last, index + longestReach),
  ];
  const quote = ground.quotes[ground.quoteOf[index] ?? -1];
  if (!quote) return { from: first, to: last };
  let [from, to] = [index, index + 1];
  while (from > first && (ground.tokens[from - 1]?.start ?? 0) >= quote.inner.start) from--;
  while (to < last && (ground.tokens[to]?.end ?? 0) <= quote.inner.end) to++;
  return { from, to };
}

/** Characters from the start of token `from` to the end of token `to - 1`. */
export function rangeOf(ground: Ground, from: number, to: number): Range | null {
  const [first, last] = [ground.tokens[from], ground.tokens[to - 1]];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

/** The quotation whose opening mark is token `index`. */
export const quoteOpening = (ground: Ground, index: number): Quotation | undefined => {
  const token = ground.tokens[index];
  return token && isMark(token) ? ground.opening.get(token.start) : undefined;
};

/** The quotation whose closing mark is token `index`. */
export const quoteClosing = (ground: Ground, index: number): Quotation | undefined => {
  const token = ground.tokens[index];
  return token && isMark(token) ? ground.closing.get(token.end) : undefined;
};

const isMark = (token: Token): boolean => token.lower === '"' || token.lower === "'";
