// What every rule of stances looks at: tokens with the mention, time expression and attribution they stand in.
import type { Range } from "../../model/span.js";
import { type Quotation, quotations } from "../../text/quotemarks.js";
import { paragraphRanges } from "../../text/sentences.js";
import type { Token } from "../analysis.js";
import type { EventGround } from "../ground.js";
import type { StanceWords, WordClass } from "./words.js";

export type Scene = EventGround & {
  readonly tokens: readonly Token[];
  readonly words: StanceWords;
  readonly mentionOf: readonly number[]; // by token: index of the longest mention that holds it, or -1
  readonly timexOf: readonly number[]; // by token: index of its timex, or -1
  readonly attributionOf: readonly number[]; // by token: the innermost attribution whose content holds it, or -1
  readonly quotes: readonly Quotation[];
  readonly quoteOf: readonly number[]; // by token: the innermost quotation that holds it, or -1
  readonly children: readonly (readonly number[])[]; // by token: the tokens that depend on it, in order
};

/** Tokens [first, last). */
export type Chunk = { readonly first: number; readonly last: number };

/** For every token the last that holds it of `ranges` in order of start, the longer first; or -1. */
function holders(
  tokens: readonly Token[],
  ranges: readonly (Range & { readonly index: number })[],
  longest: boolean,
): number[] {
  const at = new Array<number>(tokens.length).fill(-1);
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  let first = 0;
  for (const range of sorted) {
    while (first < tokens.length && (tokens[first]?.start ?? 0) < range.start) first++;
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.start >= range.end) break;
      if (token.end <= range.end && !(longest && (at[i] ?? -1) >= 0)) at[i] = range.index;
    }
  }
  return at;
}

const numbered = <T extends Range>(ranges: readonly T[]) =>
  ranges.map(({ start, end }, index) => ({ start, end, index }));

/** The scene of one document. */
export function sceneOf(ground: EventGround, words: StanceWords): Scene {
  const { tokens, text } = ground.analysis;
  const quotes = quotations(text, paragraphRanges(text));
  const contents = ground.attributions.flatMap(({ content }, index) =>
    content.map(({ start, end }) => ({ start, end, index })),
  );
  return {
    ...ground,
    tokens,
    words,
    quotes,
    mentionOf: holders(tokens, numbered(ground.resolution.mentions), true),
    timexOf: holders(tokens, numbered(ground.timexes), true),
    attributionOf: holders(tokens, contents, false),
    quoteOf: holders(tokens, numbered(quotes.map(({ inner }) => inner)), false),
    children: childrenOf(tokens),
  };
}

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => []);
  for (const { head, index } of tokens) if (head >= 0 && head !== index) children[head]?.push(index);
  return children;
}

/** Lower-case folded word of a token; "" outside the text. */
export const lower = (scene: Scene, index: number): string => scene.tokens[index]?.lower ?? "";
export const upos = (scene: Scene, index: number): string => scene.tokens[index]?.upos ?? "";

const verbal: ReadonlySet<WordClass> = new Set<WordClass>(["finite", "auxiliary", "doubt", "directive"]);

/** Whether the token's word belongs to a class; the "May" of a date is no verb. */
export const is = (scene: Scene, kind: WordClass, index: number): boolean =>
  scene.words.is(kind, lower(scene, index)) && !(verbal.has(kind) && (scene.timexOf[index] ?? -1) >= 0);

/** The tokens of the sentence that token `index` stands in. */
export function sentenceOf(scene: Scene, index: number): Chunk {
  const sentence = scene.analysis.sentences[scene.tokens[index]?.sentence ?? -1];
  return sentence ? { first: sentence.first, last: sentence.last } : { first: index, last: index };
}

/** Characters of a chunk; null where it is empty. */
export function rangeOf(scene: Scene, chunk: Chunk): Range | null {
  const [from, to] = [scene.tokens[chunk.first], scene.tokens[chunk.last - 1]];
  return from && to && chunk.first < chunk.last ? { start: from.start, end: to.end } : null;
}

export const isMention = (scene: Scene, index: number): boolean => (scene.mentionOf[index] ?? -1) >= 0;
const nominalTags = new Set(["NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"]);

/** Whether a hyphen ties the token to a neighbour: "remote-controlled". */
export const isHyphened = (scene: Scene, index: number): boolean => {
  const [before, token, after] = [scene.tokens[index - 1], scene.tokens[index], scene.tokens[index + 1]];
  const ties = (hyphen: typeof token): boolean => hyphen?.lower === "-";
  return (ties(before) && before?.end === token?.start) || (ties(after) && after?.start === token?.end);
};

/** Whether a token can stand inside a noun phrase. */
export function isNominal(scene: Scene, index: number): boolean {
  if (isMention(scene, index)) return true;
  const word = lower(scene, index);
  if (word === "" || is(scene, "auxiliary", index) || is(scene, "clause", index))
    return word === "'s" && upos(scene, index) === "PART";
  return (
    isHyphened(scene, index) ||
    is(scene, "determiner", index) ||
    nominalTags.has(upos(scene, index)) ||
    word === "'s" ||
    word === "'" ||
    word === "-" ||
    word === "%"
  );
}
