// Punctuation stands outside of the tree while it is built, and is hung in afterwards, to the highest word on its left or on its right that
// is reached without stepping over it (https://universaldependencies.org/u/dep/punct.html); a small model says on which side.
import { feature } from "./hash.js";
import type { Lexeme } from "./lexeme.js";
import type { Scoring } from "./tagger.js";

/** 1 for each word whose tag is punctuation. */
export const marksOf = (tags: Int32Array, isMarkTag: Uint8Array): Uint8Array =>
  Uint8Array.from(tags, (tag) => isMarkTag[tag] as number);

const opening: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "-LRB-": "-RRB-" };

/** For each mark of a pair the other one, -1 for the rest. Quotation marks of one form open and close by turns. */
export function pairsOf(words: readonly Lexeme[]): Int32Array {
  const partner = new Int32Array(words.length).fill(-1);
  const open: { readonly at: number; readonly close: string }[] = [];
  for (const [i, { form }] of words.entries()) {
    const last = open.at(-1);
    if (last && form === last.close) {
      partner[i] = last.at;
      partner[last.at] = i;
      open.pop();
    } else if (form === '"') {
      const before = open.findLastIndex(({ close }) => close === '"');
      if (before < 0) open.push({ at: i, close: '"' });
      else {
        const at = open[before]?.at ?? -1;
        partner[i] = at;
        partner[at] = i;
        open.length = before;
      }
    } else {
      const close = opening[form];
      if (close !== undefined && open.length < 20) open.push({ at: i, close });
    }
  }
  return partner;
}

/** Classes of the side model. */
export const [onLeft, onRight] = [0, 1];

const mostFeatures = 16;

/** Hangs in punctuation; one object a model, since it keeps its buffers. */
export class PunctuationHanger {
  readonly #scoring: Scoring;
  readonly #scores = new Float32Array(2);
  readonly buffer = new Int32Array(mostFeatures);

  constructor(scoring: Scoring) {
    this.#scoring = scoring;
  }

  /**
   * Fills in the heads of punctuation. `heads`: of all words, those of the others known (the root's is the length). `isMark`: 1 for
   * punctuation. `onChoice` hears of each choice between two words, while its features are in the buffer.
   */
  hang(
    words: readonly Lexeme[],
    tags: Int32Array,
    isMark: Uint8Array,
    heads: Int32Array,
    onChoice?: (word: number, left: number, right: number, side: number, count: number) => void,
  ): void {
    const length = words.length;
    let root = -1;
    for (let i = 0; i < length; i++) if (isMark[i] === 0 && heads[i] === length) root = i;
    if (root < 0) {
      // nothing but punctuation: the first mark is the root
      for (let i = 0; i < length; i++) heads[i] = i === 0 ? length : 0;
      return;
    }
    let partner: Int32Array | null = null;
    let before = -1; // last word that is no mark
    for (let i = 0; i < length; i++) {
      if (isMark[i] === 0) {
        before = i;
        continue;
      }
      partner ??= pairsOf(words);
      let after = i + 1;
      while (after < length && isMark[after] === 1) after++;
      const pair = partner[i] as number;
      let left = before;
      let right = after < length ? after : -1;
      if (pair > i) {
        // an opening mark looks into its pair, a closing one too
        while (right >= 0 && right < pair && (heads[right] as number) > i && (heads[right] as number) < pair)
          right = heads[right] as number;
        if (right > pair) right = -1;
      } else
        while (right >= 0 && (heads[right] as number) > i && (heads[right] as number) < length)
          right = heads[right] as number;
      if (pair >= 0 && pair < i) {
        while (left > pair && (heads[left] as number) < i && (heads[left] as number) > pair)
          left = heads[left] as number;
        if (left < pair) left = -1;
      } else while (left >= 0 && (heads[left] as number) < i) left = heads[left] as number;
      if (left < 0 || right < 0) {
        heads[i] = left >= 0 ? left : right >= 0 ? right : root;
        continue;
      }
      const count = this.#features(words, tags, heads, i, left, right, pair);
      const scores = this.#scores.fill(0);
      this.#scoring.score(this.buffer, count, scores);
      const side = (scores[onRight] as number) > (scores[onLeft] as number) ? onRight : onLeft;
      heads[i] = side === onLeft ? left : right;
      onChoice?.(i, left, right, side, count);
    }
  }

  #features(
    words: readonly Lexeme[],
    tags: Int32Array,
    heads: Int32Array,
    i: number,
    left: number,
    right: number,
    pair: number,
  ): number {
    const { buffer } = this;
    const mark = words[i]?.hash ?? 0;
    const [leftTag, rightTag] = [tags[left] as number, tags[right] as number];
    const [leftHead, rightHead] = [heads[left] as number, heads[right] as number];
    // which of the two the other hangs on, or whether both hang on something else
    const relation =
      leftHead === right
        ? 1
        : rightHead === left
          ? 2
          : leftHead < i || leftHead === words.length
            ? 3
            : rightHead < i
              ? 4
              : 5;
    const paired = pair < 0 ? 0 : pair > i ? 1 : 2;
    const kind = relation * 4 + paired;
    let n = 0;
    buffer[n++] = feature(500, mark, kind);
    buffer[n++] = feature(501, mark, leftTag, rightTag);
    buffer[n++] = feature(502, kind, leftTag, rightTag);
    buffer[n++] = feature(503, mark, kind, leftTag);
    buffer[n++] = feature(504, mark, kind, rightTag);
    buffer[n++] = feature(505, mark, words[right]?.hash ?? 0);
    buffer[n++] = feature(506, mark, words[left]?.hash ?? 0);
    buffer[n++] = feature(507, kind, words[i + 1]?.hash ?? 0);
    buffer[n++] = feature(508, kind, words[i - 1]?.hash ?? 0);
    buffer[n++] = feature(509, mark, tags[i + 1] ?? -1, tags[i - 1] ?? -1);
    buffer[n++] = feature(510, kind, Math.min(4, right - i), Math.min(4, i - left));
    buffer[n++] = feature(511, mark, kind, i === 0 ? 1 : 0);
    return n;
  }
}
