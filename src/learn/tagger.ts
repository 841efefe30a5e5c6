// The tagger: greedy, left to right, UPOS and XPOS as one class, over what the words are and the two tags before (Ratnaparkhi 1996;
// ambiguity classes of the next words as in Choi & Palmer 2012).
import { feature } from "./hash.js";
import type { Lexeme } from "./lexeme.js";

/** What scores features: weights that learn, or weights at rest. */
export type Scoring = {
  readonly classes: number;
  readonly score: (features: Int32Array, count: number, scores: Float32Array) => void;
};

const mostDynamic = 24;

/** Features of the word at `i` that depend on tags or on several words: into `into`; gives how many. */
function contextFeatures(
  words: readonly Lexeme[],
  i: number,
  edgeWord: Lexeme,
  last: number,
  last2: number,
  into: Int32Array,
): number {
  const here = words[i] ?? edgeWord;
  const before = words[i - 1] ?? edgeWord;
  const after = words[i + 1] ?? edgeWord;
  const after2 = words[i + 2] ?? edgeWord;
  let n = 0;
  into[n++] = feature(70, last);
  into[n++] = feature(71, last, last2);
  into[n++] = feature(72, last, here.hash);
  into[n++] = feature(73, last, here.ambiguity);
  into[n++] = feature(74, last, here.ambiguity, after.ambiguity);
  into[n++] = feature(75, last, here.suffix3, here.shape);
  into[n++] = feature(76, last, last2, here.ambiguity);
  into[n++] = feature(77, before.hash, here.hash);
  into[n++] = feature(78, here.hash, after.hash);
  into[n++] = feature(79, here.ambiguity, after.ambiguity, after2.ambiguity);
  into[n++] = feature(80, here.ambiguity, after.hash);
  into[n++] = feature(81, before.hash, here.ambiguity);
  into[n++] = feature(82, last, after.ambiguity);
  into[n++] = feature(83, here.shape, after.shape, before.shape);
  into[n++] = feature(84, here.suffix2, after.hash);
  into[n++] = feature(85, before.hash, after.hash);
  into[n++] = feature(86, last2, here.hash);
  into[n++] = feature(87, last, here.cluster, after.cluster);
  return n;
}

/** Tags words in place of a buffer; one object a model, since it keeps its buffers. */
export class Tagger {
  readonly #scoring: Scoring;
  readonly #scores: Float32Array;
  readonly #features = new Int32Array(mostDynamic + 120);
  readonly #edge: Lexeme;
  readonly #caching: boolean;
  readonly #all: readonly number[];

  /** `caching`: whether the weights are at rest, so that sums over one word may be kept. */
  constructor(scoring: Scoring, edgeWord: Lexeme, caching: boolean) {
    this.#scoring = scoring;
    this.#edge = edgeWord;
    this.#caching = caching;
    this.#scores = new Float32Array(scoring.classes);
    this.#all = Array.from({ length: scoring.classes }, (_, label) => label);
  }

  #sums(word: Lexeme, place: number, features: Int32Array): Float32Array {
    let sums = word.sums[place] ?? null;
    if (sums === null) {
      sums = new Float32Array(this.#scoring.classes);
      this.#scoring.score(features, features.length, sums);
      word.sums[place] = sums;
    }
    return sums;
  }

  #scoreAt(words: readonly Lexeme[], i: number, last: number, last2: number): void {
    const scores = this.#scores.fill(0);
    const here = words[i] ?? this.#edge;
    if (!this.#caching) {
      this.#scoring.score(this.#features, this.features(words, i, last, last2), scores);
      return;
    }
    const [before, before2] = [words[i - 1] ?? this.#edge, words[i - 2] ?? this.#edge];
    const [after, after2] = [words[i + 1] ?? this.#edge, words[i + 2] ?? this.#edge];
    const a = i === 0 ? this.#sums(here, 1, here.first) : this.#sums(here, 0, here.here);
    const b = this.#sums(before, 2, before.before);
    const c = this.#sums(before2, 3, before2.before2);
    const d = this.#sums(after, 4, after.after);
    const e = this.#sums(after2, 5, after2.after2);
    const count = contextFeatures(words, i, this.#edge, last, last2, this.#features);
    this.#scoring.score(this.#features, count, scores);
    const choices = here.choices ?? this.#all;
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

  /** All features of the word at `i` into the buffer that `buffer` gives; gives how many. For training. */
  features(words: readonly Lexeme[], i: number, last: number, last2: number): number {
    const here = words[i] ?? this.#edge;
    let n = contextFeatures(words, i, this.#edge, last, last2, this.#features);
    const parts = [
      i === 0 ? here.first : here.here,
      (words[i - 1] ?? this.#edge).before,
      (words[i - 2] ?? this.#edge).before2,
      (words[i + 1] ?? this.#edge).after,
      (words[i + 2] ?? this.#edge).after2,
    ];
    for (const part of parts) {
      this.#features.set(part, n);
      n += part.length;
    }
    return n;
  }

  get buffer(): Int32Array {
    return this.#features;
  }

  /** The best class of the word at `i`, given the two before it (-1 before the first word). */
  best(words: readonly Lexeme[], i: number, last: number, last2: number): number {
    const choices = words[i]?.choices ?? this.#all;
    let best = choices[0] as number;
    if (choices.length === 1) return best;
    this.#scoreAt(words, i, last, last2);
    const scores = this.#scores;
    for (let k = 1; k < choices.length; k++) {
      const label = choices[k] as number;
      if ((scores[label] as number) > (scores[best] as number)) best = label;
    }
    return best;
  }

  /** Classes of the words of a sentence. */
  tag(words: readonly Lexeme[]): Int32Array {
    const tags = new Int32Array(words.length);
    for (let i = 0; i < words.length; i++)
      tags[i] = this.best(words, i, i > 0 ? (tags[i - 1] as number) : -1, i > 1 ? (tags[i - 2] as number) : -1);
    return tags;
  }
}
