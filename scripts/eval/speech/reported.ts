// A sentence in which somebody is reported to have said something, on the tokens of the reader: where its source, its cue and
// its content stand. Sentences and tokens are split as the reader splits them.
import type { Range } from "../../../src/model/span.js";
import { paragraphRanges, type SentenceWords, sentenceRanges } from "../../../src/text/sentences.js";
import { type TokenWords, tokenRanges } from "../../../src/text/tokens.js";

/** An attribution of a text as somebody marked it; offsets in UTF-16 units. */
export type MarkedAttribution = {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
};

/** One sentence of an attribution. Numbers are indices of its tokens. */
export type Reported = {
  readonly doc: string;
  readonly forms: readonly string[];
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
  readonly kind: "direct" | "mixed" | "indirect";
};

export type SplitSentence = Range & { readonly tokens: readonly Range[] };

/** What a language knows of sentences and tokens. */
export type SplitWords = { readonly sentence: SentenceWords; readonly token: TokenWords };

/** The sentences of a text that has no furniture, with their tokens. */
export const splitText = (text: string, words: SplitWords): SplitSentence[] =>
  paragraphRanges(text).flatMap((paragraph) =>
    sentenceRanges(text, paragraph, words.sentence).map((sentence) => ({
      ...sentence,
      tokens: tokenRanges(text, sentence.start, sentence.end, words.token),
    })),
  );

/** Whether a token is a word, a number or a sign, and no punctuation. */
export const isWordForm = (form: string): boolean => /[\p{L}\p{N}\p{Sc}%]/u.test(form);

const inside = (tokens: readonly Range[], ranges: readonly Range[]): Set<number> =>
  new Set(
    tokens.flatMap((token, index) =>
      ranges.some((range) => token.start < range.end && range.start < token.end) ? [index] : [],
    ),
  );

const without = (set: ReadonlySet<number>, ...others: readonly ReadonlySet<number>[]): Set<number> =>
  new Set([...set].filter((index) => !others.some((other) => other.has(index))));

/**
 * The attribution in the one sentence that holds its cue; null where that sentence does not also hold the whole source and a
 * word of the content. A token that is marked twice belongs to the cue, then to the source.
 */
export function reportedIn(
  doc: string,
  text: string,
  sentences: readonly SplitSentence[],
  marked: MarkedAttribution,
  kind: Reported["kind"],
): Reported | null {
  const holds = (sentence: Range, range: Range): boolean => sentence.start <= range.start && range.end <= sentence.end;
  const sentence = sentences.find((each) => marked.cue.length > 0 && marked.cue.every((range) => holds(each, range)));
  if (!sentence || marked.source.length === 0) return null;
  if (!marked.source.every((range) => holds(sentence, range))) return null;
  const { tokens } = sentence;
  const forms = tokens.map(({ start, end }) => text.slice(start, end));
  const cue = inside(tokens, marked.cue);
  const source = without(inside(tokens, marked.source), cue);
  const content = without(inside(tokens, marked.content), cue, source);
  const hasWords = (set: ReadonlySet<number>): boolean => [...set].some((index) => isWordForm(forms[index] ?? ""));
  if (!hasWords(source) || !hasWords(content)) return null;
  return { doc, forms, source, cue, content, kind };
}
