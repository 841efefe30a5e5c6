// The name tagger: BILOU labels (Ratinov & Roth 2009) by Viterbi over an averaged perceptron (Collins 2002). It looks at words, tags,
// relations and lists of known phrases, and at what the same words were taken for earlier in the document.
import type { NameType } from "./annotation.js";
import { feature, hashText } from "./hash.js";
import type { Lexeme } from "./lexeme.js";
import type { PhraseHits } from "./phrases.js";
import type { Scoring } from "./tagger.js";

/** Kinds of names that are learned; "OTH" (nationalities, works, events) only so that it is told from the others. */
export const nameKinds = ["PER", "ORG", "LOC", "OTH"] as const;
export type NameKind = NameType | "OTH";

/** Labels: 0 outside, then begin, inside, last and unit of each kind. */
export const nameLabels = 1 + 4 * nameKinds.length;
export const [begins, insides, lasts, units] = [0, 1, 2, 3];
export const labelOf = (kind: number, part: number): number => 1 + kind * 4 + part;

/** A sentence as the name tagger sees it. */
export type NameInput = {
  readonly words: readonly Lexeme[];
  readonly upos: Int32Array;
  readonly heads: Int32Array; // index, -1 for the root
  readonly relations: Int32Array;
  readonly hits: PhraseHits;
};

/** What is known of a document's words when a sentence is read: votes by word for each kind, how often it is written small and large inside a sentence. */
export type Memory = {
  readonly votes: Map<number, Int32Array>;
  readonly small: ReadonlySet<number>;
  readonly large: ReadonlySet<number>;
};

/** What the sentences of a document show of their words, before any is labelled. */
export function memoryOf(sentences: readonly (readonly Lexeme[])[]): Memory {
  const small = new Set<number>();
  const large = new Set<number>();
  for (const words of sentences) {
    const heading = words.filter(({ form }) => /^\p{Ll}/u.test(form)).length < words.length / 3;
    for (const [i, { form, hash }] of words.entries()) {
      if (/^\p{Ll}/u.test(form)) small.add(hash);
      else if (i > 0 && !heading && /^\p{Lu}/u.test(form)) large.add(hash);
    }
  }
  return { votes: new Map(), small, large };
}

/** Enters what a sentence's words were taken for. */
export function remember(memory: Memory, words: readonly Lexeme[], labels: Int32Array): void {
  for (const [i, { hash, form }] of words.entries()) {
    const label = labels[i] as number;
    if (label === 0 || !/^\p{Lu}/u.test(form)) continue;
    const votes = memory.votes.get(hash) ?? new Int32Array(nameKinds.length);
    const kind = (label - 1) >> 2;
    votes[kind] = (votes[kind] as number) + 1;
    memory.votes.set(hash, votes);
  }
}

/** What a word was mostly taken for so far: a kind, or -1. */
function vote(memory: Memory, hash: number): number {
  const votes = memory.votes.get(hash);
  if (!votes) return -1;
  let best = 0;
  for (let k = 1; k < votes.length; k++) if ((votes[k] as number) > (votes[best] as number)) best = k;
  return best;
}

const none = hashText("\u0003none");

function wordFeatures(words: readonly Lexeme[], upos: Int32Array, i: number, into: Int32Array, from: number): number {
  let n = from;
  for (let offset = -2; offset <= 2; offset++) {
    const word = words[i + offset];
    const place = 300 + (offset + 2) * 8;
    into[n++] = feature(place, word?.hash ?? none);
    if (word === undefined) continue;
    into[n++] = feature(place + 1, word.shape, upos[i + offset] as number);
    if (offset === 2 || offset === -2) continue;
    into[n++] = feature(place + 3, word.cased);
    into[n++] = feature(place + 4, upos[i + offset] as number, word.suffix3);
    if (offset === 0) {
      into[n++] = feature(place + 5, hashText(word.norm.slice(0, 3)));
      into[n++] = feature(place + 6, word.suffix2, word.shape);
      into[n++] = feature(place + 7, word.ambiguity, word.shape);
    }
  }
  const [before, here, after] = [words[i - 1], words[i], words[i + 1]];
  into[n++] = feature(340, before?.hash ?? none, here?.hash ?? none);
  into[n++] = feature(341, here?.hash ?? none, after?.hash ?? none);
  into[n++] = feature(342, before?.shape ?? 0, here?.shape ?? 0, after?.shape ?? 0);
  into[n++] = feature(343, before?.hash ?? none, here?.shape ?? 0);
  into[n++] = feature(344, after?.hash ?? none, here?.shape ?? 0);
  into[n++] = feature(345, before?.hash ?? none, words[i - 2]?.hash ?? none, here?.shape ?? 0);
  into[n++] = feature(346, after?.hash ?? none, words[i + 2]?.hash ?? none, here?.shape ?? 0);
  into[n++] = feature(347, i === 0 ? 1 : 0, here?.shape ?? 0);
  return n;
}

function listFeatures(hits: PhraseHits, i: number, into: Int32Array, from: number): number {
  let n = from;
  for (let offset = -1; offset <= 1; offset++) {
    const at = i + offset;
    const parts = [hits.first[at] ?? 0, hits.inside[at] ?? 0, hits.last[at] ?? 0, hits.whole[at] ?? 0];
    for (let part = 0; part < 4; part++) {
      let bits = parts[part] as number;
      if (bits === 0) continue;
      into[n++] = feature(350 + offset, part, bits);
      if (offset !== 0) continue;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits);
        into[n++] = feature(353, part, bit);
        bits &= ~(1 << bit);
      }
    }
  }
  into[n++] = feature(
    354,
    (hits.whole[i] ?? 0) | (hits.first[i] ?? 0),
    (hits.whole[i + 1] ?? 0) | (hits.last[i + 1] ?? 0),
  );
  into[n++] = feature(
    355,
    (hits.whole[i] ?? 0) | (hits.last[i] ?? 0),
    (hits.whole[i - 1] ?? 0) | (hits.first[i - 1] ?? 0),
  );
  return n;
}

function treeFeatures(input: NameInput, i: number, into: Int32Array, from: number): number {
  let n = from;
  const head = input.heads[i] as number;
  const relation = input.relations[i] as number;
  into[n++] = feature(360, relation, input.words[head]?.hash ?? none);
  into[n++] = feature(361, relation, input.words[i]?.shape ?? 0);
  const above = head >= 0 && head < i + 6 && head > i - 6 ? head : -1;
  if (above >= 0) {
    // a part of a longer name is told by what the whole of it does
    into[n++] = feature(
      362,
      input.relations[above] as number,
      relation,
      input.words[input.heads[above] as number]?.hash ?? none,
    );
  }
  return n;
}

function memoryFeatures(memory: Memory, words: readonly Lexeme[], i: number, into: Int32Array, from: number): number {
  let n = from;
  const here = words[i] as Lexeme;
  const before = i > 0 ? vote(memory, words[i - 1]?.hash ?? none) : -1;
  const after = i + 1 < words.length ? vote(memory, words[i + 1]?.hash ?? none) : -1;
  const own = vote(memory, here.hash);
  into[n++] = feature(370, own, here.shape);
  into[n++] = feature(371, own, before, after);
  const seen = (memory.small.has(here.hash) ? 1 : 0) + (memory.large.has(here.hash) ? 2 : 0);
  into[n++] = feature(372, seen, here.shape, i === 0 ? 1 : 0);
  return n;
}

export const mostNameFeatures = 160;

/** Features of the word at `i` into `into`; gives how many. */
export function nameFeatures(input: NameInput, memory: Memory, i: number, into: Int32Array): number {
  let n = wordFeatures(input.words, input.upos, i, into, 0);
  n = listFeatures(input.hits, i, into, n);
  n = treeFeatures(input, i, into, n);
  return memoryFeatures(memory, input.words, i, into, n);
}

const capital = /^[^\p{L}]*\p{Lu}/u;

/** 1 for each word that may be in a name: written with a capital, or on a list, or between two such words that stand close. The others are outside without asking. */
export function candidates({ words, hits }: NameInput): Uint8Array {
  const count = words.length;
  const may = new Uint8Array(count);
  let last = -9;
  for (let i = 0; i < count; i++) {
    const listed =
      (hits.first[i] as number) | (hits.inside[i] as number) | (hits.last[i] as number) | (hits.whole[i] as number);
    if (listed === 0 && !capital.test(words[i]?.form ?? "")) continue;
    may[i] = 1;
    if (i - last <= 3) for (let k = last + 1; k < i; k++) may[k] = 1;
    last = i;
  }
  return may;
}

/** Whether label `next` may follow `last` (-1: the beginning; next -1: the end). */
export function mayFollow(last: number, next: number): boolean {
  const open = last > 0 && ((last - 1) & 3) < 2; // begin or inside: the name goes on
  const goesOn = next > 0 && [insides, lasts].includes((next - 1) & 3);
  if (open) return goesOn && (last - 1) >> 2 === (next - 1) >> 2;
  return !goesOn;
}

const followers: readonly (readonly number[])[] = Array.from({ length: nameLabels }, (_, next) =>
  Array.from({ length: nameLabels }, (_, last) => last).filter((last) => mayFollow(last, next)),
);

/** The template of "the label before": a row of the model for each. */
export const transition = (last: number): number => feature(399, last);

/** Finds the best labels of sentences; one object a model, since it keeps its buffers. */
export class NameTagger {
  readonly #scoring: Scoring;
  readonly #features = new Int32Array(mostNameFeatures);
  readonly #one = new Int32Array(1);
  readonly #scores = new Float32Array(nameLabels);
  readonly #transitions: Float32Array[];

  constructor(scoring: Scoring) {
    this.#scoring = scoring;
    this.#transitions = Array.from({ length: nameLabels }, () => new Float32Array(nameLabels));
    this.refresh();
  }

  /** Reads the transitions from the model again, where it learns. */
  refresh(): void {
    for (let last = 0; last < nameLabels; last++) {
      this.#one[0] = transition(last);
      const row = this.#transitions[last]?.fill(0);
      if (row) this.#scoring.score(this.#one, 1, row);
    }
  }

  /** The best labels of a sentence's words: Viterbi over each run of candidates, with words outside around it. */
  labels(input: NameInput, memory: Memory): Int32Array {
    const count = input.words.length;
    const may = candidates(input);
    const labels = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      if (may[i] === 0) continue;
      let end = i + 1;
      while (end < count && may[end] === 1) end++;
      this.#labelRun(input, memory, i, end, labels);
      i = end;
    }
    return labels;
  }

  #labelRun(input: NameInput, memory: Memory, from: number, to: number, into: Int32Array): void {
    const size = (to - from) * nameLabels;
    const best = new Float32Array(size).fill(Number.NEGATIVE_INFINITY);
    const back = new Uint8Array(size);
    const scores = this.#scores;
    for (let i = from; i < to; i++) {
      scores.fill(0);
      this.#scoring.score(this.#features, nameFeatures(input, memory, i, this.#features), scores);
      const row = (i - from) * nameLabels;
      for (let next = 0; next < nameLabels; next++) {
        const own = scores[next] as number;
        if (i === from) {
          // before a run stands a word outside, or the beginning
          const before = i === 0 ? 0 : ((this.#transitions[0] as Float32Array)[next] as number);
          if (mayFollow(-1, next)) best[row + next] = before + own;
          continue;
        }
        for (const last of followers[next] as readonly number[]) {
          const sum =
            (best[row - nameLabels + last] as number) +
            ((this.#transitions[last] as Float32Array)[next] as number) +
            own;
          if (sum <= (best[row + next] as number)) continue;
          best[row + next] = sum;
          back[row + next] = last;
        }
      }
    }
    let at = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < nameLabels; label++) {
      if (!mayFollow(label, 0)) continue;
      const after = to < input.words.length ? ((this.#transitions[label] as Float32Array)[0] as number) : 0;
      const score = (best[size - nameLabels + label] as number) + after;
      if (at >= 0 && score <= most) continue;
      [at, most] = [label, score];
    }
    for (let i = to - 1; i >= from; i--) {
      into[i] = at;
      at = back[(i - from) * nameLabels + at] as number;
    }
  }
}

/** Names of labels: tokens [first … last) and their kind. */
export function namesOf(labels: Int32Array): { first: number; last: number; kind: NameKind }[] {
  const names: { first: number; last: number; kind: NameKind }[] = [];
  let first = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label === 0) continue;
    const part = (label - 1) & 3;
    if (part === begins || part === units) first = i;
    if (part === lasts || part === units)
      names.push({ first, last: i + 1, kind: nameKinds[(label - 1) >> 2] ?? "OTH" });
  }
  return names;
}
