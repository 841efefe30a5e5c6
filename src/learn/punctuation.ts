// Punctuation stands outside of the tree while it is built, and is hung in afterwards. It belongs to the highest word on its left or on its
// right that is reached without stepping over it (https://universaldependencies.org/u/dep/punct.html); as trees err, a small model ranks
// every word on the way up, too.
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

/** Classes of the model: what a candidate is scored for is the second against the first. */
export const [isNotHead, isHead] = [0, 1];

const mostFeatures = 24;
const mostAbove = 8; // candidates on a side, the highest ones

/** The words a mark may hang on. */
export type Candidates = {
  readonly mark: number;
  readonly pair: number;
  readonly words: readonly number[]; // those on the left from below to above, then those on the right
  readonly left: number; // how many of them stand on the left
};

/** What hanging looks at: the sentence and its tree; the root's head is the length; heads of marks are filled in. */
export type Unhung = {
  readonly words: readonly Lexeme[];
  readonly tags: Int32Array;
  readonly isMark: Uint8Array; // 1 for punctuation
  readonly heads: Int32Array;
  readonly labels: Int32Array; // those of marks do not matter
};

/** Words from `word` up, as long as they stand on its side of the mark, and inside of `from` … `to`. */
function climb(heads: Int32Array, word: number, from: number, to: number): number[] {
  const path: number[] = [];
  for (let at = word; at >= from && at < to; at = heads[at] as number) {
    path.push(at);
    if (path.length > 2 * mostAbove) path.shift();
  }
  return path.slice(-mostAbove);
}

/** What the mark at `mark` may hang on. `partner`: the other mark of its pair or -1. An opening mark looks into its pair, a closing one too. */
export function candidatesOf(
  { isMark, heads }: Pick<Unhung, "isMark" | "heads">,
  mark: number,
  partner: number,
): Candidates {
  let before = mark - 1;
  while (before >= 0 && isMark[before] === 1) before--;
  let after = mark + 1;
  while (after < heads.length && isMark[after] === 1) after++;
  const onLeft = climb(heads, before, partner >= 0 && partner < mark ? partner + 1 : 0, mark);
  const onRight = climb(heads, after, mark + 1, partner > mark ? partner : heads.length);
  return { mark, pair: partner, words: [...onLeft, ...onRight], left: onLeft.length };
}

/** The labels of the first and of the last dependent of each word, -1 where there is none. */
function edgeLabels({ isMark, heads, labels }: Unhung): { first: Int32Array; last: Int32Array } {
  const first = new Int32Array(heads.length + 1).fill(-1);
  const last = new Int32Array(heads.length + 1).fill(-1);
  for (let i = 0; i < heads.length; i++) {
    if (isMark[i] === 1) continue;
    const head = heads[i] as number;
    if (first[head] === -1) first[head] = labels[i] as number;
    last[head] = labels[i] as number;
  }
  return { first, last };
}

/** Hangs in punctuation; one object a model, since it keeps its buffers. */
export class PunctuationHanger {
  readonly #scoring: Scoring;
  readonly #scores = new Float32Array(2);
  readonly buffer = new Int32Array(mostFeatures);

  constructor(scoring: Scoring) {
    this.#scoring = scoring;
  }

  /**
   * Fills in the heads of punctuation. `onChoice` hears of each choice between several words: the candidates, which was chosen, and a
   * function that puts the features of a candidate into the buffer and gives how many.
   */
  hang(
    sentence: Unhung,
    onChoice?: (
      mark: number,
      words: readonly number[],
      chosen: number,
      features: (candidate: number) => number,
    ) => void,
  ): void {
    const { words, isMark, heads } = sentence;
    const length = words.length;
    let root = -1;
    for (let i = 0; i < length; i++) if (isMark[i] === 0 && heads[i] === length) root = i;
    if (root < 0) {
      // nothing but punctuation: the first mark is the root
      for (let i = 0; i < length; i++) heads[i] = i === 0 ? length : 0;
      return;
    }
    const partner = pairsOf(words);
    const edges = edgeLabels(sentence);
    for (let i = 0; i < length; i++) {
      if (isMark[i] === 0) continue;
      const candidates = candidatesOf(sentence, i, partner[i] as number);
      const features = (candidate: number): number => this.#features(sentence, edges, candidates, candidate);
      let [best, most] = [-1, 0];
      for (let k = 0; k < candidates.words.length; k++) {
        const scores = this.#scores.fill(0);
        if (candidates.words.length > 1) this.#scoring.score(this.buffer, features(k), scores);
        const score = (scores[isHead] as number) - (scores[isNotHead] as number);
        if (best >= 0 && score <= most) continue;
        [best, most] = [k, score];
      }
      heads[i] = candidates.words[best] ?? root;
      if (candidates.words.length > 1) onChoice?.(i, candidates.words, best, features);
    }
  }

  #features(
    { words, tags, heads, labels, isMark }: Unhung,
    { first, last }: { readonly first: Int32Array; readonly last: Int32Array },
    { mark, pair, words: candidates, left }: Candidates,
    k: number,
  ): number {
    const { buffer } = this;
    const word = candidates[k] as number;
    const isLeft = k < left;
    const above = Math.min(3, (isLeft ? left : candidates.length) - 1 - k);
    const below = Math.min(2, isLeft ? k : k - left);
    const otherTop = candidates[isLeft ? candidates.length - 1 : left - 1] ?? -1;
    const other = otherTop >= 0 && (isLeft ? left < candidates.length : left > 0) ? otherTop : -1;
    // an arc of the other side's highest word over the candidate would be crossed
    const beyond = other < 0 ? -1 : (heads[other] as number);
    const crosses =
      other >= 0 && (isLeft ? beyond < mark && word < beyond : beyond > mark && beyond < words.length && word > beyond);
    const relation = other < 0 ? 0 : beyond === word ? 1 : heads[word] === other ? 2 : beyond === words.length ? 3 : 4;
    const paired = pair < 0 ? 0 : pair > mark ? 1 : heads[pair] === word ? 2 : 3;
    const place = ((above * 2 + (isLeft ? 1 : 0)) * 2 + (crosses ? 1 : 0)) * 4 + paired;
    const m = (words[mark]?.hash ?? 0) ^ Math.imul(place + 1, 0x9e3779b1);
    const head = heads[word] as number;
    const [tag, label, hash] = [tags[word] as number, labels[word] as number, words[word]?.hash ?? 0];
    const headLabel = head < words.length ? (labels[head] as number) : -1;
    const headTag = head < words.length ? (tags[head] as number) : -1;
    const [otherTag, otherLabel] = other < 0 ? [-1, -1] : [tags[other] as number, labels[other] as number];
    const previous = mark > 0 && isMark[mark - 1] === 1 ? 1 : 0;
    let lastMark = mark - 1;
    while (lastMark >= 0 && mark - lastMark < 30 && isMark[lastMark] === 0) lastMark--;
    const same = lastMark >= 0 && isMark[lastMark] === 1 ? (heads[lastMark] === word ? 1 : 2) : 0;
    let n = 0;
    buffer[n++] = feature(500, m, relation);
    buffer[n++] = feature(501, m, tag);
    buffer[n++] = feature(502, m, label);
    buffer[n++] = feature(503, m, tag, label);
    buffer[n++] = feature(504, m, hash);
    buffer[n++] = feature(505, m, otherTag, otherLabel);
    buffer[n++] = feature(506, m, label * 64 + otherLabel, relation);
    buffer[n++] = feature(507, m, headTag, headLabel);
    buffer[n++] = feature(508, m, Math.min(8, Math.abs(word - mark)), below);
    buffer[n++] = feature(509, m, words[mark + 1]?.hash ?? 0);
    buffer[n++] = feature(510, m, words[mark - 1]?.hash ?? 0);
    buffer[n++] = feature(511, m, tags[mark + 1] ?? -1, tags[mark - 1] ?? -1);
    buffer[n++] = feature(512, m, Math.min(4, left), Math.min(4, candidates.length - left));
    buffer[n++] = feature(513, m, label, first[word] as number);
    buffer[n++] = feature(514, m, label, last[word] as number);
    buffer[n++] = feature(515, m, label, words[mark + 1]?.hash ?? 0);
    buffer[n++] = feature(516, m, same * 2 + previous, lastMark >= 0 ? (words[lastMark]?.hash ?? 0) : 0);
    buffer[n++] = feature(517, m, tag, otherTag);
    buffer[n++] = feature(518, m, label, headLabel * 4 + below);
    return n;
  }
}
