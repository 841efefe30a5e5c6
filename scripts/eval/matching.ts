// Overlap of stretches of text, and the greedy one-to-one matching of what was read with what the gold has.

/** A stretch of one file's text: UTF-16 offsets, end exclusive. */
export type Stretch = { readonly file: string | undefined; readonly start: number; readonly end: number };

/** Characters that two stretches share. */
export const overlap = (a: Stretch, b: Stretch): number =>
  a.file === b.file ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;

/** Characters in all stretches together. */
export const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((n, s) => n + (s.end - s.start), 0);

/** Characters that two lists of stretches share, pair by pair. */
export const overlapAll = (as: readonly Stretch[], bs: readonly Stretch[]): number =>
  as.reduce((n, a) => n + bs.reduce((m, b) => m + overlap(a, b), 0), 0);

/** Intersection over union of two lists of stretches, in characters (0–1). */
export function intersectionOverUnion(as: readonly Stretch[], bs: readonly Stretch[]): number {
  const shared = overlapAll(as, bs);
  return shared / Math.max(1, lengthOf(as) + lengthOf(bs) - shared);
}

/** Whether two stretches share at least `part` (0–1) of the shorter one. */
export const shares = (a: Stretch, b: Stretch, part: number): boolean =>
  overlap(a, b) >= part * Math.min(a.end - a.start, b.end - b.start);

/** One-to-one pairs, the highest score first (ties by order); pairs that score under `least` do not match. */
export function matchOneToOne<A, B>(
  as: readonly A[],
  bs: readonly B[],
  score: (a: A, b: B) => number,
  least: number,
): readonly (readonly [A, B])[] {
  const candidates = as
    .flatMap((a, i) => bs.map((b, j) => ({ a, b, i, j, value: score(a, b) })))
    .filter((c) => c.value >= least);
  candidates.sort((x, y) => y.value - x.value || x.i - y.i || x.j - y.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const pairs: [A, B][] = [];
  for (const { a, b, i, j } of candidates) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push([a, b]);
  }
  return pairs;
}
