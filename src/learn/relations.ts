// Names the relation of each arc of a finished tree, so that every feature may look at the whole of it; pairs of tags that
// practically always stand in one relation bypass the model.
import { feature } from "./hash.js";
import { distanceOf, type ParseInput } from "./parse-features.js";
import type { Scoring } from "./tagger.js";

/** A finished tree as the labeller looks at it. */
type Tree = {
  readonly heads: Int32Array; // the root's head is the length
  readonly first: Int32Array; // first dependent of a word, "no word" where there is none
  readonly next: Int32Array; // next dependent of the same head
  readonly previous: Int32Array; // previous dependent of the same head
};

function treeOf(heads: Int32Array): Tree {
  const none = heads.length + 1;
  const make = (): Int32Array => new Int32Array(heads.length + 2).fill(none);
  const [first, next, previous, last] = [make(), make(), make(), make()];
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i] as number;
    if (first[head] === none) first[head] = i;
    else {
      const before = last[head] as number;
      next[before] = i;
      previous[i] = before;
    }
    last[head] = i;
  }
  return { heads, first, next, previous };
}

export const mostRelationFeatures = 80;

/** The words, dependents before their heads and from left to right. */
function bottomUp(tree: Tree): Int32Array {
  const count = tree.heads.length;
  const none = count + 1;
  const order = new Int32Array(count);
  let word = count; // the root
  for (let n = 0; n < count; ) {
    while (tree.first[word] !== none) word = tree.first[word] as number;
    order[n++] = word;
    while (n < count && tree.next[word] === none) {
      word = tree.heads[word] as number;
      order[n++] = word;
    }
    word = tree.next[word] as number;
  }
  return order;
}

/** Features of the arc of `word` into `into`; gives how many. `labels`: those of its dependents and of its siblings before it are known. */
function relationFeatures(tree: Tree, input: ParseInput, labels: Int32Array, word: number, into: Int32Array): number {
  const { word: W, tag: T, upos: P } = input;
  const none = input.length + 1;
  const head = tree.heads[word] as number;
  const grand = head < input.length ? (tree.heads[head] as number) : none;
  const [dt, ht, dw, hw] = [T[word] as number, T[head] as number, W[word] as number, W[head] as number];
  const [dp, hp, gp] = [P[word] as number, P[head] as number, P[grand] as number];
  const before = word > 0 ? word - 1 : none;
  const after = word + 1 < input.length ? word + 1 : none;
  const side = word < head ? 0 : 1;
  const distance = side * 16 + distanceOf(Math.min(word, head), Math.max(word, head));
  const child = tree.first[word] as number;
  const child2 = child < none ? (tree.next[child] as number) : none;
  const previous = tree.previous[word] as number;
  const next = tree.next[word] as number;
  const between = Math.min(3, Math.abs((input.marks[head] as number) - (input.marks[word] as number)));
  const gap = input.gap[word] as number;
  const gapAfter = input.gap[word + 1] as number;
  const pair = dt * 256 + ht;
  let n = 0;
  into[n++] = feature(200, pair, distance);
  into[n++] = feature(201, pair, side);
  into[n++] = feature(202, dw, ht, side);
  into[n++] = feature(203, dt, hw, side);
  into[n++] = feature(204, dw, hw, side);
  into[n++] = feature(205, dw, dt);
  into[n++] = feature(206, hw, side);
  into[n++] = feature(207, pair, gp * 2 + side);
  into[n++] = feature(208, pair, W[child] as number, side);
  into[n++] = feature(209, dt * 256 + (T[child] as number), ht * 2 + side, T[child2] as number);
  into[n++] = feature(210, W[child] as number, hw, side);
  into[n++] = feature(211, W[child] as number, hp * 2 + side, dw);
  into[n++] = feature(215, pair, (T[before] as number) * 256 + (T[after] as number), side);
  into[n++] = feature(216, pair, T[previous] as number, side);
  into[n++] = feature(217, pair, T[next] as number, side);
  into[n++] = feature(222, pair, between * 2 + side, input.quoted[word] as number);
  into[n++] = feature(230, pair * 2 + side, gap, gapAfter);
  into[n++] = feature(231, dt * 2 + side, gap, hw);
  into[n++] = feature(223, hw, dp, distance);
  into[n++] = feature(224, dw, hp, distance);
  const [A, S, X] = [input.ambiguity, input.suffix, input.shape];
  into[n++] = feature(233, A[word] as number, hw, side);
  into[n++] = feature(234, S[word] as number, ht * 2 + side, dt);
  into[n++] = feature(235, X[word] as number, pair, side);
  const sibling = previous < none ? (labels[previous] as number) : -1;
  into[n++] = feature(242, pair * 2 + side, sibling);
  into[n++] = feature(244, hw, sibling, dp * 2 + side);
  // every dependent: markers, prepositions, copulas, subjects
  for (let c = child; c < none && n < mostRelationFeatures - 2; c = tree.next[c] as number) {
    into[n++] = feature(229, pair * 2 + side, W[c] as number);
    into[n++] = feature(243, pair * 2 + side, labels[c] as number);
    into[n++] = feature(245, hw * 2 + side, labels[c] as number, dp);
  }
  return n;
}

/** Relations that need no model: "tag · 2^16 + head tag · 2 + side" → class. */
export type SureRelations = ReadonlyMap<number, number>;

export const arcKind = (input: ParseInput, word: number, head: number): number =>
  (input.tag[word] as number) * 65_536 + (input.tag[head] as number) * 2 + (word < head ? 0 : 1);

/** Finds relations; one object a model, since it keeps its buffers. */
export class Labeller {
  readonly #scoring: Scoring;
  readonly #sure: SureRelations;
  readonly buffer = new Int32Array(mostRelationFeatures + 8);
  readonly #scores: Float32Array;
  readonly #root: number;

  /** `root`: the class of the root's relation, which only its child has. */
  constructor(scoring: Scoring, sure: SureRelations, root: number) {
    this.#scoring = scoring;
    this.#sure = sure;
    this.#root = root;
    this.#scores = new Float32Array(scoring.classes);
  }

  /** The best class for each word; `onChoice` hears of each that the model chose, while its features are in the buffer. */
  relations(
    heads: Int32Array,
    input: ParseInput,
    onChoice?: (word: number, label: number, count: number) => void,
  ): Int32Array {
    const tree = treeOf(heads);
    const labels = new Int32Array(heads.length);
    const order = bottomUp(tree);
    for (let k = 0; k < order.length; k++) {
      const word = order[k] as number;
      const head = heads[word] as number;
      const sure = head === input.length ? this.#root : this.#sure.get(arcKind(input, word, head));
      if (sure !== undefined) {
        labels[word] = sure;
        continue;
      }
      const count = relationFeatures(tree, input, labels, word, this.buffer);
      const scores = this.#scores.fill(0);
      this.#scoring.score(this.buffer, count, scores);
      let best = this.#root === 0 ? 1 : 0;
      for (let c = 0; c < scores.length; c++)
        if (c !== this.#root && (scores[c] as number) > (scores[best] as number)) best = c;
      labels[word] = best;
      onChoice?.(word, best, count);
    }
    return labels;
  }
}
