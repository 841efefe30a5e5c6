// Grouping by pairwise scores: best pair first, joined unless the two groups may not stand together (greedy agglomeration
// with cannot-link constraints; Wagstaff and Cardie 2000). The same pairs in any order give the same groups.

export type Pair = { readonly a: number; readonly b: number; readonly score: number };

/** Members of a group that are asked whether it may be joined; of a larger one so many, evenly spread. */
const asked = 48;

function spread(members: readonly number[]): readonly number[] {
  if (members.length <= asked) return members;
  return Array.from({ length: asked }, (_, i) => members[Math.floor((i * members.length) / asked)] ?? 0);
}

/**
 * Groups of 0 … size-1. `pairs` are the candidates to join; `mayJoin` gets members of both groups (all, up to 48).
 * Groups come by their smallest member, members ascending. About linear in the number of pairs.
 */
export function cluster(
  size: number,
  pairs: readonly Pair[],
  mayJoin: (left: readonly number[], right: readonly number[]) => boolean,
): number[][] {
  const groups = Array.from({ length: size }, (_, index) => [index]);
  const groupOf = groups.map((_, index) => index);
  const ordered = [...pairs].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of ordered) {
    const [left, right] = [groupOf[a] ?? a, groupOf[b] ?? b];
    const [x, y] = [groups[left], groups[right]];
    if (left === right || !x || !y || !mayJoin(spread(x), spread(y))) continue;
    const [into, from, target] = x.length >= y.length ? [x, y, left] : [y, x, right];
    for (const member of from) {
      groupOf[member] = target;
      into.push(member);
    }
    from.length = 0;
  }
  const whole = groups.filter((members) => members.length > 0).map((members) => members.sort((p, q) => p - q));
  return whole.sort((p, q) => (p[0] ?? 0) - (q[0] ?? 0));
}

/**
 * Pairs of indices that share at least `least` keys, each once, a < b. Where many share one key, each is paired with the
 * `most` before it only, so that the number of pairs grows with the number of indices and not with its square.
 */
export function pairsByKey(keysOf: readonly (readonly string[])[], most: number, least = 1): [number, number][] {
  const holders = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [index, keys] of keysOf.entries()) {
    const met = new Map<number, number>();
    for (const key of new Set(keys)) {
      const list = holders.get(key);
      if (!list) {
        holders.set(key, [index]);
        continue;
      }
      for (let at = Math.max(0, list.length - most); at < list.length; at++) {
        const earlier = list[at];
        if (earlier === undefined) continue;
        const shared = (met.get(earlier) ?? 0) + 1;
        met.set(earlier, shared);
        if (shared === least) pairs.push([earlier, index]);
      }
      list.push(index);
    }
  }
  return pairs;
}
