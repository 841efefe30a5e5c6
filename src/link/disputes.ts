// Disputes: which reports of a dossier are of one negotiation, so that "a pay rise" in one company is not that in another.
// Reports that share two parties are of one, and so on from report to report (clique percolation, k = 3: Palla et al. 2005).
// Most dossiers hold one negotiation: where most reports are of one, all are.
import type { ActorId } from "../model/ids.js";
import type { Reading } from "../model/reading.js";
import type { ActorOf, Corpus, LinkInput } from "./input.js";

/** The dispute that a document is of: the same number for the same one. */
export type DisputeOf = (doc: number) => number;

const most = 12; // parties of a document that are looked at: those told of most

/** The state or organization that an actor of a report speaks for there; null where the report does not say. */
function partyIn(reading: Reading, local: number): number | null {
  let at = local;
  for (let depth = 0; depth < 5; depth++) {
    const actor = reading.actors[at];
    if (!actor) return null;
    if (actor.kind === "state" || actor.kind === "organization") return at;
    const above = actor.memberOf[0]?.actor;
    if (above === undefined || above === at) return actor.kind === "body" ? at : null;
    at = above;
  }
  return null;
}

/** Who is named in the words of a stance ("rejected [Kestrel]'s offer"). */
function namedInStances({ stances, mentions }: Reading): readonly number[] {
  return mentions.flatMap(({ actor, form, start, end }) =>
    actor !== null && form === "name" && stances.some((stance) => stance.start <= start && end <= stance.end)
      ? [actor]
      : [],
  );
}

/** States and organizations that want, say or do something in a report, and those that this is about; those told of most first. */
function partiesIn({ reading }: LinkInput, doc: number, actorOf: ActorOf): readonly ActorId[] {
  const counts = new Map<ActorId, number>();
  const local = [
    ...reading.stances.map(({ actor }) => actor),
    ...namedInStances(reading),
    ...reading.attributions.flatMap(({ speakers }) => speakers),
    ...reading.events.flatMap(({ participants }) => participants.map(({ actor }) => actor)),
  ];
  for (const actor of local) {
    const at = partyIn(reading, actor);
    const party = at === null ? null : actorOf(doc, at);
    if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(0, most).map(([party]) => party);
}

/** Numbers that are joined into sets, each known by its least one. */
function joiner(size: number): {
  readonly of: (index: number) => number;
  readonly join: (a: number, b: number) => void;
} {
  const above = Array.from({ length: size }, (_, index) => index);
  const of = (index: number): number => {
    let top = index;
    while (above[top] !== top) top = above[top] ?? top;
    for (let at = index; at !== top; ) {
      const next = above[at] ?? top;
      above[at] = top;
      at = next;
    }
    return top;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [of(a), of(b)];
    above[Math.max(x, y)] = Math.min(x, y);
  };
  return { of, join };
}

/** Joins the reports that share two parties. */
function joinPairs(tables: readonly (readonly ActorId[])[], join: (a: number, b: number) => void): void {
  const first = new Map<string, number>();
  for (const [doc, table] of tables.entries()) {
    for (const [at, one] of table.entries()) {
      for (const other of table.slice(at + 1)) {
        const key = one < other ? `${one}|${other}` : `${other}|${one}`;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, doc);
        else join(earlier, doc);
      }
    }
  }
}

/** How the reports of one party are spread over disputes: how many there are, and the dispute that has most. */
type Spread = { all: number; readonly counts: Map<number, number>; best: number; most: number };

function addTo(spread: Spread, dispute: number): void {
  const count = (spread.counts.get(dispute) ?? 0) + 1;
  spread.counts.set(dispute, count);
  if (count > spread.most) [spread.best, spread.most] = [dispute, count];
}

/** The dispute that at least half of a party's other reports are of; null where there is none, or no other report. */
function mainOf({ all, counts, best, most: held }: Spread, own: number): number | null {
  const others = all - 1;
  if (others < 1) return null;
  if (best !== own) return held * 2 >= others ? best : null;
  const next = others <= 2 ? [...counts.keys()].find((dispute) => dispute !== own) : undefined;
  return next ?? null;
}

/** The disputes with each stray report — one that shares no two parties with another — in that which its parties are mostly of, where they are of one. */
function withStrays(
  tables: readonly (readonly ActorId[])[],
  disputes: readonly number[],
  sizes: ReadonlyMap<number, number>,
): readonly number[] {
  const spreads = new Map<ActorId, Spread>();
  for (const [doc, table] of tables.entries()) {
    for (const party of table) {
      const spread = spreads.get(party) ?? { all: 0, counts: new Map<number, number>(), best: -1, most: 0 };
      spread.all++;
      addTo(spread, disputes[doc] ?? doc);
      spreads.set(party, spread);
    }
  }
  const left = [...disputes];
  const joined = new Set<number>(); // strays that another one has joined stay
  for (const [doc, table] of tables.entries()) {
    if (sizes.get(doc) !== 1 || joined.has(doc)) continue;
    const own = table.flatMap((party) => spreads.get(party) ?? []);
    const mains = new Set(own.flatMap((spread) => mainOf(spread, doc) ?? []));
    const [main] = mains;
    if (mains.size !== 1 || main === undefined) continue;
    left[doc] = main;
    joined.add(main);
    for (const spread of own) {
      spread.counts.delete(doc);
      addTo(spread, main);
    }
  }
  return left;
}

function sizesOf(disputes: readonly number[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const dispute of disputes) sizes.set(dispute, (sizes.get(dispute) ?? 0) + 1);
  return sizes;
}

/** Which dispute each document of a corpus is of. About linear in its size. */
export function disputesOf(corpus: Corpus, actorOf: ActorOf): DisputeOf {
  const tables = corpus.map((input, doc) => partiesIn(input, doc, actorOf));
  const { of, join } = joiner(tables.length);
  joinPairs(tables, join);
  const shared = tables.map((_, doc) => of(doc));
  const disputes = withStrays(tables, shared, sizesOf(shared));
  const largest = [...sizesOf(disputes).values()].reduce((most, size) => Math.max(most, size), 0);
  const telling = tables.filter((table) => table.length > 0).length;
  return largest * 2 > telling ? () => 0 : (doc) => disputes[doc] ?? doc;
}
