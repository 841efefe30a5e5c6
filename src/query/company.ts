// Who met whom: pairs of actors that take part in the same meetings, calls and visits, by party or by person.
import type { ActorId } from "../model/ids.js";
import type { Event } from "../model/record.js";

export type Pair = { readonly a: ActorId; readonly b: ActorId; readonly events: readonly Event[] };

/**
 * Pairs of those who take part in the same event, those with the most events first; `standFor` says whom a participant is
 * counted as (itself, or its parties). Nobody meets himself.
 */
export function pairsIn(events: readonly Event[], standFor: (id: ActorId) => Iterable<ActorId>): readonly Pair[] {
  const pairs = new Map<string, { readonly a: ActorId; readonly b: ActorId; readonly events: Event[] }>();
  for (const event of events) {
    const present = [...new Set(event.participants.flatMap(({ actor }) => [...standFor(actor)]))].sort();
    for (const [index, a] of present.entries())
      for (const b of present.slice(index + 1)) {
        const key = `${a} ${b}`;
        const pair = pairs.get(key) ?? { a, b, events: [] };
        pair.events.push(event);
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()].toSorted(
    (x, y) => y.events.length - x.events.length || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
  );
}
