// Grouping by pairwise scores: best pair first, joined unless the two groups may not stand together (greedy agglomeration
// with cannot-link constraints; Wagstaff and Cardie 2000). The same pairs in any order give the same groups.

export type Pair = { readonly a: number; readonly b: number; readonly score: number };

/**
 * Groups of 0 … size-1. `pairs` are the candidates to join; `mayJoin` gets the members of both groups.
 * Groups come by their smallest member, members ascending.
 */
export function cluster(
  size: number,
  pairs: readonly Pair[],
  mayJoin: (left: readonly number[], right: readonly number[]) => boolean,
): number[][] {
  const groups = new Map<number, number[]>();
  const groupOf = Array.from({ length: size }, (_, index) => index);
  for (let index = 0; index < size; index++) groups.set(index, [index]);
  const ordered = [...pairs].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of ordered) {
    const [left, right] = [groupOf[a], groupOf[b]];
    if (left === undefined || right === undefined || left === right) continue;
    const [first, second] = left < right ? [left, right] : [right, left];
    const [into, from] = [groups.get(first) ?? [], groups.get(second) ?? []];
    if (!mayJoin(into, from)) continue;
    for (const member of from) groupOf[member] = first;
    groups.set(
      first,
      [...into, ...from].sort((x, y) => x - y),
    );
    groups.delete(second);
  }
  return [...groups.entries()].sort((x, y) => x[0] - y[0]).map(([, members]) => members);
}

/**
 * Pairs of indices that share a key, each once, a < b. Where many share one key, each is paired with the `most` before it
 * only, so that the number of pairs grows with the number of indices and not with its square.
 */
export function pairsByKey(keysOf: readonly (readonly string[])[], most: number): [number, number][] {
  const holders = new Map<string, number[]>();
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  for (const [index, keys] of keysOf.entries()) {
    for (const key of new Set(keys)) {
      const list = holders.get(key) ?? [];
      for (const earlier of list.slice(-most)) {
        const code = earlier * keysOf.length + index;
        if (seen.has(code)) continue;
        seen.add(code);
        pairs.push([earlier, index]);
      }
      list.push(index);
      holders.set(key, list);
    }
  }
  return pairs;
}
