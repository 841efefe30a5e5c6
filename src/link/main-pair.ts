// The two parties that a dossier is about: the pair that most events bring together, or, where no event names both, the two that its reports
// name far more than anybody else. Where no pair leads clearly there is none.
import type { ActorId } from "../model/ids.js";
import type { Parties } from "./parties.js";

export type Pair = readonly [ActorId, ActorId];

/** Events of both that a pair needs, and how far it must lead. */
const leastTold = 3;
const clearLead = 1.5;
/** How much more often than the third the second party must be named, and how often at least. */
const namedLead = 2;
const leastNamed = 8;

const isParty = (id: ActorId, parties: Parties): boolean =>
  ["state", "organization"].includes(parties.actor(id)?.kind ?? "");

/** The two parties that most of `gatherings` (who takes part in each event) have together; null where none leads. */
function pairOfEvents(gatherings: readonly (readonly ActorId[])[], parties: Parties): Pair | "several" | null {
  const counts = new Map<string, { readonly pair: Pair; count: number }>();
  for (const gathered of gatherings) {
    const sides = [...new Set(gathered.map(parties.partyOf))].filter((id) => isParty(id, parties)).sort();
    for (const [at, a] of sides.entries())
      for (const b of sides.slice(at + 1)) {
        const known = counts.get(`${a}|${b}`);
        if (known) known.count++;
        else counts.set(`${a}|${b}`, { pair: [a, b], count: 1 });
      }
  }
  const [best, second] = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.pair.join() < b.pair.join() ? -1 : 1),
  );
  if (!best || best.count < leastTold) return null;
  return best.count >= clearLead * (second?.count ?? 0) ? best.pair : "several";
}

/** The two parties that are named far more often than all others. */
function pairOfNames(named: readonly ActorId[], parties: Parties): Pair | null {
  const counts = [...new Set(named)]
    .filter((id) => isParty(id, parties))
    .map((id) => ({ id, count: parties.actor(id)?.mentions.length ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const [first, second, third] = counts;
  if (!first || !second || second.count < leastNamed) return null;
  const pair: Pair = first.id < second.id ? [first.id, second.id] : [second.id, first.id];
  return second.count >= namedLead * (third?.count ?? 0) ? pair : null;
}

/** The main pair of a dossier. `gatherings`: who takes part in each event; `named`: everybody that its reports name. */
export function mainPairOf(
  gatherings: readonly (readonly ActorId[])[],
  named: readonly ActorId[],
  parties: Parties,
): Pair | null {
  const pair = pairOfEvents(gatherings, parties);
  if (pair === "several") return null;
  return pair ?? pairOfNames(named, parties);
}
