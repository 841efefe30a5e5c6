// The tagger, in two passes. The first looks at words alone, so that all it needs is summed once a word; what it is sure of stands. The
// second goes from left to right over the rest, and sees the tags before as they stand and those behind as the first pass has them
// (bidirectional context as in Tsuruoka & Tsujii 2005). UPOS and XPOS are one class; ambiguity classes as in Choi & Palmer 2012.
import { feature } from "./hash.js";
import { type Lexeme, wordPlaces } from "./lexeme.js";

/** What scores features: weights that learn, or weights at rest. */
export type Scoring = {
  readonly classes: number;
  readonly score: (features: Int32Array, count: number, scores: Float32Array) => void;
};

const mostFeatures = 150;

/** Features of the word at `i` that depend on tags or on several words into `into`, from `from` on; gives where they end. `tags`: those before `i` as they stand, those behind as the first pass has them. */
function contextFeatures(
  words: readonly Lexeme[],
  i: number,
  edgeWord: Lexeme,
  tags: Int32Array,
  into: Int32Array,
  from: number,
): number {
  const here = words[i] ?? edgeWord;
  const before = words[i - 1] ?? edgeWord;
  const after = words[i + 1] ?? edgeWord;
  const last = i > 0 ? (tags[i - 1] as number) : -1;
  const last2 = i > 1 ? (tags[i - 2] as number) : -1;
  const next = i + 1 < words.length ? (tags[i + 1] as number) : -1;
  const next2 = i + 2 < words.length ? (tags[i + 2] as number) : -1;
  let n = from;
  into[n++] = feature(70, last);
  into[n++] = feature(71, last, last2);
  into[n++] = feature(72, last, here.hash);
  into[n++] = feature(73, last, here.ambiguity);
  into[n++] = feature(75, last, here.suffix3, here.shape);
  into[n++] = feature(76, last, last2, here.ambiguity);
  into[n++] = feature(77, before.hash, here.hash);
  into[n++] = feature(78, here.hash, after.hash);
  into[n++] = feature(81, before.hash, here.ambiguity);
  into[n++] = feature(83, here.shape, after.shape, before.shape);
  into[n++] = feature(84, here.suffix2, after.hash);
  into[n++] = feature(86, last2, here.hash);
  into[n++] = feature(87, last, here.cluster, after.cluster);
  into[n++] = feature(88, next, next2, here.ambiguity);
  into[n++] = feature(89, here.hash, next2);
  into[n++] = feature(90, next);
  into[n++] = feature(91, next, next2);
  into[n++] = feature(92, last, next);
  into[n++] = feature(93, here.hash, next);
  into[n++] = feature(94, here.ambiguity, next);
  into[n++] = feature(95, last, here.ambiguity, next);
  into[n++] = feature(96, here.suffix3, next, here.shape);
  return n;
}

/** Where the features of a word lie that is seen from the word at `i`: its own, or those of a neighbour. */
function placeOf(i: number, offset: number): number {
  return offset === 0 ? (i === 0 ? wordPlaces.first : wordPlaces.here) : (wordPlaces.from[offset + 2] as number);
}

const offsets = [0, -1, -2, 1, 2] as const;

/** One pass over weights of its own: scores the classes that a word can have. */
export class TagScorer {
  readonly #scoring: Scoring;
  readonly #edge: Lexeme;
  readonly #cache: number; // which of a word's sums are of these weights; -1: they still learn, so that no sum may be kept
  readonly #all: readonly number[];
  readonly scores: Float32Array;
  readonly buffer = new Int32Array(mostFeatures);
  /** By how much the best class of the last word was better than the next. */
  margin = 0;

  constructor(scoring: Scoring, edgeWord: Lexeme, cache: number) {
    this.#scoring = scoring;
    this.#edge = edgeWord;
    this.#cache = cache;
    this.#all = Array.from({ length: scoring.classes }, (_, label) => label);
    this.scores = new Float32Array(scoring.classes);
  }

  #sums(word: Lexeme, place: number): Float32Array {
    const at = this.#cache * wordPlaces.count + place;
    let sums = word.sums[at] ?? null;
    if (sums === null) {
      sums = new Float32Array(this.#scoring.classes);
      const features = word.features[place] as Int32Array;
      this.#scoring.score(features, features.length, sums);
      word.sums[at] = sums;
    }
    return sums;
  }

  /** All features of the word at `i` into the buffer; gives how many. `tags`: null in the first pass. */
  features(words: readonly Lexeme[], i: number, tags: Int32Array | null): number {
    let n = tags === null ? 0 : contextFeatures(words, i, this.#edge, tags, this.buffer, 0);
    for (const offset of offsets) {
      const own = (words[i + offset] ?? this.#edge).features[placeOf(i, offset)] as Int32Array;
      this.buffer.set(own, n);
      n += own.length;
    }
    return n;
  }

  /** The best class of the word at `i`. */
  best(words: readonly Lexeme[], i: number, tags: Int32Array | null): number {
    const choices = words[i]?.choices ?? this.#all;
    const scores = this.scores;
    let best = choices[0] as number;
    if (choices.length === 1) {
      this.margin = Number.POSITIVE_INFINITY;
      return best;
    }
    scores.fill(0);
    if (this.#cache < 0) this.#scoring.score(this.buffer, this.features(words, i, tags), scores);
    else {
      if (tags !== null)
        this.#scoring.score(this.buffer, contextFeatures(words, i, this.#edge, tags, this.buffer, 0), scores);
      const edge = this.#edge;
      const a = this.#sums(words[i] ?? edge, placeOf(i, 0));
      const b = this.#sums(words[i - 1] ?? edge, placeOf(i, -1));
      const c = this.#sums(words[i - 2] ?? edge, placeOf(i, -2));
      const d = this.#sums(words[i + 1] ?? edge, placeOf(i, 1));
      const e = this.#sums(words[i + 2] ?? edge, placeOf(i, 2));
      for (let k = 0; k < choices.length; k++) {
        const label = choices[k] as number;
        scores[label] =
          (scores[label] as number) +
          (a[label] as number) +
          (b[label] as number) +
          (c[label] as number) +
          (d[label] as number) +
          (e[label] as number);
      }
    }
    let most = scores[best] as number;
    let second = Number.NEGATIVE_INFINITY;
    for (let k = 1; k < choices.length; k++) {
      const score = scores[choices[k] as number] as number;
      if (score > most) {
        second = most;
        most = score;
        best = choices[k] as number;
      } else if (score > second) second = score;
    }
    this.margin = most - second;
    return best;
  }
}

/** Tags of a first pass, and by how much each is better than the next. */
export type FirstTags = { readonly tags: Int32Array; readonly margins: Float32Array };

/** The first pass over a sentence. */
export function firstTags(pass: TagScorer, words: readonly Lexeme[]): FirstTags {
  const tags = new Int32Array(words.length);
  const margins = new Float32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    tags[i] = pass.best(words, i, null);
    margins[i] = pass.margin;
  }
  return { tags, margins };
}

/** Tags words; one object a model, since it keeps its buffers. */
export class Tagger {
  readonly #first: TagScorer;
  readonly #second: TagScorer;
  readonly #sure: number;

  /** `sure`: by how much a tag of the first pass must be better than the next to stand; `caching`: whether sums over one word are kept. */
  constructor(first: Scoring, second: Scoring, edgeWord: Lexeme, sure: number, caching = true) {
    this.#first = new TagScorer(first, edgeWord, caching ? 0 : -1);
    this.#second = new TagScorer(second, edgeWord, caching ? 1 : -1);
    this.#sure = sure;
  }

  /** Classes of the words of a sentence. */
  tag(words: readonly Lexeme[]): Int32Array {
    return this.retag(words, firstTags(this.#first, words));
  }

  /** The second pass over tags of the first. */
  retag(words: readonly Lexeme[], { tags, margins }: FirstTags): Int32Array {
    const found = tags.slice();
    for (let i = 0; i < words.length; i++)
      if ((margins[i] as number) < this.#sure) found[i] = this.#second.best(words, i, found);
    return found;
  }
}
