// What resolving actors looks at: tokens, the names in them, offices, quotations and the sources of attributions, all by token.
import type { Problem } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { ActorKind } from "../../model/words.js";
import { type Analysis, type Token, wordEnd } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { type Marks, markTokens } from "../names/marks.js";
import type { NameSpan } from "../names/names.js";
import { type Offices, officesOf } from "../names/titles.js";
import type { WordClass } from "../names/words.js";
import type { ActorWords } from "./words.js";

/** A name as tokens [first, last), with its title as tokens. */
export type Name = {
  readonly span: NameSpan;
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly title: { readonly first: number; readonly last: number } | null;
};

export type Ground = {
  readonly analysis: Analysis;
  readonly tokens: readonly Token[];
  readonly words: ActorWords;
  readonly marks: Marks;
  readonly offices: Offices;
  readonly names: readonly Name[];
  readonly nameAt: readonly (number | undefined)[]; // token → index in names
  readonly titled: readonly boolean[]; // token lies in the title of a name
  readonly source: readonly boolean[]; // token lies in the source of an attribution
  readonly quoted: readonly boolean[];
  readonly toldIn: readonly (number | undefined)[]; // token → index of the innermost attribution whose content holds it
  readonly attributions: readonly RawAttribution[];
  readonly problems: Problem[];
};

/** The first token that ends behind offset `at`. */
function tokenAt(tokens: readonly Token[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tokens [first, last) that `range` touches. */
export function tokensOf(tokens: readonly Token[], range: Range): { first: number; last: number } {
  const first = tokenAt(tokens, range.start);
  let last = first;
  while (last < tokens.length && (tokens[last]?.start ?? range.end) < range.end) last++;
  return { first, last };
}

function quotedTokens(analysis: Analysis): boolean[] {
  let [open, paragraph] = [false, -1];
  return analysis.tokens.map((token) => {
    const own = analysis.sentences[token.sentence]?.paragraph ?? -1;
    if (own !== paragraph) [open, paragraph] = [false, own];
    if (token.lower === '"') open = !open;
    return open && token.lower !== '"';
  });
}

/** For each token the innermost attribution whose content holds it: the longest content is laid first, shorter ones over it. */
function tellings(tokens: readonly Token[], attributions: readonly RawAttribution[]): (number | undefined)[] {
  const toldIn = new Array<number | undefined>(tokens.length).fill(undefined);
  const pieces = attributions.flatMap(({ content }, index) => content.map((range) => ({ range, index })));
  pieces.sort((a, b) => b.range.end - b.range.start - (a.range.end - a.range.start) || a.index - b.index);
  for (const { range, index } of pieces) {
    const { first, last } = tokensOf(tokens, range);
    toldIn.fill(index, first, last);
  }
  return toldIn;
}

/** The source of the words that token `at` stands in; null where nobody is told to say them. */
export function speakerRange(ground: Ground, at: number): Range | null {
  const index = ground.toldIn[at];
  const attribution = index === undefined ? undefined : ground.attributions[index];
  if (!attribution || attribution.source) return attribution?.source ?? null;
  return attribution.continues === null || attribution.continues === index
    ? null
    : (ground.attributions[attribution.continues]?.source ?? null);
}

/** The ground of one document. */
export function groundOf(
  analysis: Analysis,
  names: readonly NameSpan[],
  attributions: readonly RawAttribution[],
  words: ActorWords,
): Ground {
  const { tokens } = analysis;
  const marks = markTokens(analysis, [], words.names);
  const nameAt = new Array<number | undefined>(tokens.length).fill(undefined);
  const found = names.map((span, index): Name => {
    const { first, last } = tokensOf(tokens, span);
    for (let i = first; i < last; i++) nameAt[i] = index;
    return { span, index, first, last, title: span.title && tokensOf(tokens, span.title) };
  });
  const titled = new Array<boolean>(tokens.length).fill(false);
  for (const { title } of found) if (title) titled.fill(true, title.first, title.last);
  const source = new Array<boolean>(tokens.length).fill(false);
  for (const attribution of attributions) {
    if (!attribution.source) continue;
    const { first, last } = tokensOf(tokens, attribution.source);
    source.fill(true, first, last);
  }
  return {
    analysis,
    tokens,
    words,
    marks,
    offices: officesOf(marks),
    names: found,
    nameAt,
    titled,
    source,
    quoted: quotedTokens(analysis),
    toldIn: tellings(tokens, attributions),
    attributions,
    problems: [],
  };
}

export const lowerAt = (ground: Ground, index: number): string => ground.tokens[index]?.lower ?? "";

export const uposAt = (ground: Ground, index: number): string => ground.tokens[index]?.upos ?? "";

/** Whether the token at `index` is a word of a closed class of names. */
export const isA = (ground: Ground, kind: WordClass, index: number): boolean =>
  ground.words.names.is(kind, lowerAt(ground, index));

const endOf = (token: Token | undefined): number => (token ? wordEnd(token) : 0);

/** The characters of tokens [first, last), without the stop of an abbreviation at their end. */
export const rangeAt = (ground: Ground, first: number, last: number): Range => ({
  start: ground.tokens[first]?.start ?? 0,
  end: endOf(ground.tokens[last - 1]),
});

/** The words of a range, white space collapsed: a surface form. */
export const formOf = (ground: Ground, range: Range): string =>
  ground.analysis.text.slice(range.start, range.end).replace(/\s+/g, " ");

export const isActorKind = (kind: NameSpan["kind"]): kind is ActorKind =>
  kind === "person" || kind === "state" || kind === "organization" || kind === "body";
