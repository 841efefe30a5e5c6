// Scores of grouping: BCubed (Bagga and Baldwin 1998), MUC (Vilain et al. 1995), CEAF-e (Luo 2005) and their mean, as CoNLL-2012
// defines it. Mentions are strings; one that only one side has stands alone on the other and is right for nobody.
export type Grouping = ReadonlyMap<string, string>; // mention → group

export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const scoreOf = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
});

function groupsOf(grouping: Grouping): string[][] {
  const groups = new Map<string, string[]>();
  for (const [mention, group] of grouping) {
    const list = groups.get(group);
    if (list) list.push(mention);
    else groups.set(group, [mention]);
  }
  return [...groups.values()];
}

/** How many mentions of each group of `other` are in `group`. */
function shared(group: readonly string[], other: Grouping): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of group) {
    const into = other.get(mention);
    if (into !== undefined) counts.set(into, (counts.get(into) ?? 0) + 1);
  }
  return counts;
}

/** The mean over the mentions of `own` of the share of their group that is theirs in `other` too. */
function bcubedSide(own: Grouping, other: Grouping): number {
  let sum = 0;
  for (const group of groupsOf(own))
    for (const count of shared(group, other).values()) sum += (count * count) / group.length;
  return own.size ? sum / own.size : 0;
}

export const bcubed = (gold: Grouping, said: Grouping): Score =>
  scoreOf(bcubedSide(said, gold), bcubedSide(gold, said));

function mucSide(own: Grouping, other: Grouping): number {
  let [links, kept] = [0, 0];
  for (const group of groupsOf(own)) {
    const parts = shared(group, other);
    const alone = group.length - [...parts.values()].reduce((sum, count) => sum + count, 0);
    links += group.length - 1;
    kept += group.length - (parts.size + alone);
  }
  return links ? kept / links : 0;
}

export const muc = (gold: Grouping, said: Grouping): Score => scoreOf(mucSide(said, gold), mucSide(gold, said));

type Edge = { readonly g: number; readonly s: number; readonly value: number };

/** The sum of the best one-to-one matching of groups by 2·shared/(sizes): exact inside each connected part (Kuhn–Munkres by augmenting). */
function bestMatching(edges: readonly Edge[]): number {
  // Successive best augmenting paths over the sparse graph; groups are small, so parts are too.
  const bySource = new Map<number, Edge[]>();
  for (const edge of edges) bySource.set(edge.g, [...(bySource.get(edge.g) ?? []), edge]);
  const matchOf = new Map<number, Edge>(); // by s
  let total = 0;
  for (const start of bySource.keys()) total += augment(start, bySource, matchOf);
  return total;
}

/** Adds group `start` to the matching along the path that gains most (Bellman–Ford); gives the gain. */
function augment(start: number, bySource: ReadonlyMap<number, readonly Edge[]>, matchOf: Map<number, Edge>): number {
  const gain = new Map<number, number>([[start, 0]]); // by g: what is gained so far on the way to freeing it
  const via = new Map<number, Edge>(); // by s: the edge that would take it
  const reach = new Map<number, number>(); // by s
  const queue = [start];
  for (let steps = 0; queue.length > 0 && steps < 100_000; steps++) {
    const g = queue.shift() ?? start;
    for (const edge of bySource.get(g) ?? []) {
      const value = (gain.get(g) ?? 0) + edge.value;
      if (matchOf.get(edge.s)?.g === g || value <= (reach.get(edge.s) ?? Number.NEGATIVE_INFINITY) + 1e-12) continue;
      reach.set(edge.s, value);
      via.set(edge.s, edge);
      const held = matchOf.get(edge.s);
      if (!held || held.g === start) continue;
      const freed = value - held.value;
      if (freed > (gain.get(held.g) ?? Number.NEGATIVE_INFINITY) + 1e-12) {
        gain.set(held.g, freed);
        queue.push(held.g);
      }
    }
  }
  const ends: { s: number | null; g: number; value: number }[] = [];
  for (const [s, value] of reach) if (!matchOf.has(s)) ends.push({ s, g: start, value });
  for (const [g, value] of gain) if (g !== start) ends.push({ s: null, g, value });
  const best = ends.sort((a, b) => b.value - a.value)[0];
  if (!best || best.value <= 0) return 0;
  // Walk back from the free end, or from the group that gives its place up.
  let s: number | null = best.s ?? [...matchOf].find(([, edge]) => edge.g === best.g)?.[0] ?? null;
  for (let steps = 0; s !== null && steps < 10_000; steps++) {
    const edge: Edge | undefined = via.get(s);
    if (!edge) break;
    const former: number | null =
      edge.g === start ? null : ([...matchOf].find(([, held]) => held.g === edge.g)?.[0] ?? null);
    matchOf.set(s, edge);
    s = former;
  }
  return best.value;
}

export function ceafe(gold: Grouping, said: Grouping): Score {
  const [wanted, had] = [groupsOf(gold), groupsOf(said)];
  const indexOf = new Map(had.flatMap((group, index) => group.map((mention) => [mention, index] as const)));
  const edges: Edge[] = [];
  for (const [g, group] of wanted.entries()) {
    const counts = new Map<number, number>();
    for (const mention of group) {
      const s = indexOf.get(mention);
      if (s !== undefined) counts.set(s, (counts.get(s) ?? 0) + 1);
    }
    for (const [s, count] of counts) edges.push({ g, s, value: (2 * count) / (group.length + (had[s]?.length ?? 0)) });
  }
  const total = bestMatching(edges);
  return scoreOf(had.length ? total / had.length : 0, wanted.length ? total / wanted.length : 0);
}

/** The mean F1 of MUC, BCubed and CEAF-e. */
export const conll = (gold: Grouping, said: Grouping): number =>
  (muc(gold, said).f1 + bcubed(gold, said).f1 + ceafe(gold, said).f1) / 3;
