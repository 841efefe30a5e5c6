// Mentions of events of which only words are known: one event where the same trigger is told in reports about the same thing,
// with like words around it. The document filter is that of the strong lemma baselines (Upadhyay et al. 2016; Barhom et al.
// 2019); joined best pair first, by the mean of the two groups' pairs, so that one chance likeness joins nothing.
import { pairsByKey } from "./cluster.js";

/** A mention with the words that tell it and those around it; weights are made by `weightsOf`. */
export type WordMention = {
  readonly doc: number;
  readonly trigger: string; // the lemma of the word that tells it
  readonly keys: readonly string[]; // what it may be joined under: its stem, its synonyms
  readonly around: ReadonlySet<string>; // stems of its sentence
};

/** Stems with how much each says of what a report is about (tf-idf, of length 1). */
export type Weights = ReadonlyMap<string, number>;

/** The weights of each document's stems, given with repetitions. `frequency`: in how many documents a stem stands. */
export function weightsOf(documents: readonly (readonly string[])[]): Weights[] {
  const frequency = new Map<string, number>();
  for (const stems of documents) for (const stem of new Set(stems)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  return documents.map((stems) => {
    const counts = new Map<string, number>();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const weights = new Map<string, number>();
    for (const [stem, count] of counts)
      weights.set(stem, (1 + Math.log(count)) * Math.log((1 + documents.length) / (frequency.get(stem) ?? 1)));
    const length = Math.sqrt([...weights.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    return new Map([...weights].map(([stem, value]) => [stem, value / length]));
  });
}

/** The cosine of two documents' weights, 0–1. */
export function likeness(a: Weights, b: Weights): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, value] of small) sum += value * (large.get(stem) ?? 0);
  return sum;
}

/** The thresholds and weights of joining: chosen on the development part of ECB+'s train topics. */
export type JoinLimits = {
  readonly near: number; // documents less alike than this share nothing
  readonly join: number; // mean score from which groups are joined
  readonly around: number; // weight of like words around
  readonly same: number; // given for the same lemma
};
export const joinLimits: JoinLimits = { near: 0.12, join: 0.3, around: 0.3, same: 0.1 };

const neighbours = 200;

/** How well two mentions go together; null where they may not. */
function scoreOf(a: WordMention, b: WordMention, documents: readonly Weights[], limits: JoinLimits): number | null {
  const [left, right] = [documents[a.doc], documents[b.doc]];
  if (!left || !right) return null;
  const alike = a.doc === b.doc ? 1 : likeness(left, right);
  if (alike < limits.near) return null;
  // What both sentences tell, by how much it says of either report.
  let [both, all] = [0, 0];
  for (const stem of a.around) {
    const weight = left.get(stem) ?? 0;
    all += weight;
    if (b.around.has(stem)) both += weight;
  }
  for (const stem of b.around) all += right.get(stem) ?? 0;
  const around = all > 0 ? (2 * both) / all : 0;
  return alike + limits.around * around + (a.trigger === b.trigger ? limits.same : 0);
}

/** Groups of mentions (indices), each one event; by their smallest member. */
export function groupByWords(
  mentions: readonly WordMention[],
  documents: readonly Weights[],
  limits: JoinLimits = joinLimits,
): number[][] {
  const scored = new Map<string, number>();
  const key = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);
  const pairs = pairsByKey(
    mentions.map(({ keys }) => keys),
    neighbours,
  ).flatMap(([a, b]) => {
    const [left, right] = [mentions[a], mentions[b]];
    const score = left && right ? scoreOf(left, right, documents, limits) : null;
    if (score === null) return [];
    scored.set(key(a, b), score);
    return [{ a, b, score }];
  });
  const groups = new Map(mentions.map((_, index) => [index, [index]]));
  const groupOf = mentions.map((_, index) => index);
  for (const { a, b } of pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const [left, right] = [groupOf[a] ?? a, groupOf[b] ?? b];
    const [x, y] = [groups.get(left), groups.get(right)];
    if (left === right || !x || !y) continue;
    let sum = 0;
    for (const i of x) for (const j of y) sum += scored.get(key(i, j)) ?? 0;
    if (sum / (x.length * y.length) < limits.join) continue;
    const [into, from] = left < right ? [left, right] : [right, left];
    const merged = [...x, ...y].sort((p, q) => p - q);
    groups.set(into, merged);
    groups.delete(from);
    for (const member of merged) groupOf[member] = into;
  }
  return [...groups.values()].sort((p, q) => (p[0] ?? 0) - (q[0] ?? 0));
}
