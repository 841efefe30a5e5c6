// What every rule of events looks at: tokens with the time expression, the actor, the words of somebody that they stand in.
import type { Mention, Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { AnalysedSentence, Token } from "../analysis.js";
import type { ReadGround } from "../ground.js";
import type { EventWords } from "./words.js";

/** Words that name or refer to somebody decided: one actor, or several ("the two"). */
export type Named = Range & { readonly actors: readonly number[] };

export type Field = {
  readonly ground: ReadGround;
  readonly words: EventWords;
  readonly tokens: readonly Token[];
  readonly timexOf: readonly number[]; // by token: index of its timex, or -1
  readonly nameOf: readonly number[]; // by token: index of its name, or -1
  readonly contentOf: readonly number[]; // by token: index of the innermost attribution whose content holds it, or -1
  readonly mentions: readonly Named[]; // outermost only, in order
  readonly actorOf: ReadonlyMap<string, number>; // by key of the lexicon
  readonly rangeOf: ReadonlyMap<number, readonly Timex[]>; // the timexes of one range ("From January 10 to 13")
  readonly mentionOf: readonly number[]; // by token: index in `mentions`, or -1
};

type Held = Range & { readonly index: number };

/** For each token the last of `ranges` (sorted by start) that touches it, or -1. */
function holders(tokens: readonly Token[], ranges: readonly Held[]): number[] {
  const at = new Array<number>(tokens.length).fill(-1);
  let first = 0;
  for (const range of ranges) {
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= range.start) first++;
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.start >= range.end) break;
      at[i] = range.index;
    }
  }
  return at;
}

const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;
const numbered = (ranges: readonly Range[]): Held[] =>
  ranges.map(({ start, end }, index) => ({ start, end, index })).sort(byPlace);

function outermost(mentions: readonly Mention[]): Named[] {
  const kept: { start: number; end: number; actors: number[] }[] = [];
  for (const { start, end, actor } of [...mentions].sort(byPlace)) {
    if (actor === null) continue;
    const last = kept.at(-1);
    if (!last || start >= last.end) kept.push({ start, end, actors: [actor] });
    else if (last.start === start && last.end === end && !last.actors.includes(actor)) last.actors.push(actor);
  }
  return kept;
}

function rangesOf(timexes: readonly Timex[]): Map<number, Timex[]> {
  const ranges = new Map<number, Timex[]>();
  for (const timex of timexes)
    if (timex.rangeId !== null) ranges.set(timex.rangeId, [...(ranges.get(timex.rangeId) ?? []), timex]);
  return ranges;
}

/** The field of one document. */
export function fieldOf(ground: ReadGround, words: EventWords): Field {
  const { tokens } = ground.analysis;
  const mentions = outermost(ground.resolution.mentions);
  const contents = ground.attributions
    .flatMap((attribution, index) => attribution.content.map(({ start, end }) => ({ start, end, index })))
    .sort(byPlace);
  return {
    ground,
    words,
    tokens,
    mentions,
    actorOf: new Map(
      ground.resolution.actors.flatMap(({ key }, index) => (key === null ? [] : [[key, index] as const])),
    ),
    rangeOf: rangesOf(ground.timexes),
    timexOf: holders(tokens, numbered(ground.timexes)),
    nameOf: holders(tokens, numbered(ground.names)),
    contentOf: holders(tokens, contents),
    mentionOf: holders(tokens, numbered(mentions)),
  };
}

/** Lower-case folded word of a token; "" outside the text. */
export const lowerAt = (field: Field, index: number): string => field.tokens[index]?.lower ?? "";
export const tagAt = (field: Field, index: number): string => field.tokens[index]?.upos ?? "";
export const inTimex = (field: Field, index: number): boolean => (field.timexOf[index] ?? -1) >= 0;

/** Number of tokens from `index` on that are a word of the class; 0 where there is none. */
export function classAt(field: Field, name: string, index: number): number {
  for (const word of field.words.classes.get(name)?.get(lowerAt(field, index)) ?? []) {
    if (word.every((part, i) => lowerAt(field, index + i) === part)) return word.length;
  }
  return 0;
}
export const isOf = (field: Field, name: string, index: number): boolean => classAt(field, name, index) > 0;

/** First token of [from, to) where a word of the class begins, or -1. */
export function findClass(field: Field, name: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (isOf(field, name, i)) return i;
  return -1;
}

/** Characters from the start of token `from` to the end of token `to - 1`. */
export function charsOf(field: Field, from: number, to: number): Range | null {
  const [first, last] = [field.tokens[from], field.tokens[to - 1]];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

export const sentenceOf = (field: Field, index: number): AnalysedSentence | undefined =>
  field.ground.analysis.sentences[field.tokens[index]?.sentence ?? -1];

/** Tokens [from, to) that touch the characters of `range`. */
export function tokensOf(field: Field, range: Range): { readonly from: number; readonly to: number } {
  let [low, high] = [0, field.tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((field.tokens[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < field.tokens.length && (field.tokens[to]?.start ?? Infinity) < range.end) to++;
  return { from: low, to };
}
