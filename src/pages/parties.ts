// Who stands for whom: the states and organizations behind an actor, and everybody who speaks for one that is asked for.
import type { ActorId } from "../model/ids.js";
import { actorsNamed, withSpokesmen } from "../query/filter.js";
import { UnknownNameError } from "../query/names.js";
import type { Choice } from "./filters.js";
import type { RecordIndex } from "./record-index.js";

const mostChoices = 120;

const known = new WeakMap<RecordIndex, Map<ActorId, ReadonlySet<ActorId>>>();

/** The states that an actor is or speaks for; the organizations where there is no state. Looked up once a record. */
export function partiesOf(index: RecordIndex, id: ActorId): ReadonlySet<ActorId> {
  const parties = known.get(index) ?? new Map<ActorId, ReadonlySet<ActorId>>();
  known.set(index, parties);
  const found = parties.get(id) ?? partiesBehind(index, id);
  parties.set(id, found);
  return found;
}

function partiesBehind(index: RecordIndex, id: ActorId): ReadonlySet<ActorId> {
  const seen = new Set<ActorId>([id]);
  for (const member of seen) for (const { actor } of index.actors.get(member)?.memberOf ?? []) seen.add(actor);
  const ofKind = (kind: string): ActorId[] => [...seen].filter((member) => index.actors.get(member)?.kind === kind);
  const states = ofKind("state");
  return new Set(states.length > 0 ? states : ofKind("organization"));
}

/** The actors of an id or a name with all that speak for them; null: anybody was asked for. Nobody where the record has no such actor. */
export function actorsAsked(index: RecordIndex, asked: string | null): ReadonlySet<ActorId> | null {
  if (asked === null) return null;
  try {
    const known = index.actors.get(asked as ActorId);
    return withSpokesmen(index.look, known ? [known.id] : actorsNamed(index.look, asked).map(({ id }) => id));
  } catch (error) {
    if (error instanceof UnknownNameError) return new Set();
    throw error;
  }
}

/** Actors to choose from, by name: those with the most lines, the parties behind them, and the one that is chosen. */
export function actorChoices(
  index: RecordIndex,
  lines: ReadonlyMap<ActorId, readonly unknown[]>,
  chosen: string | null,
): Choice[] {
  const counts = new Map<ActorId, number>();
  for (const [id, { length }] of lines)
    for (const one of new Set([id, ...partiesOf(index, id)])) counts.set(one, (counts.get(one) ?? 0) + length);
  const most = [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostChoices)
    .map(([id]) => id);
  const actors = [...new Set([...most, ...(chosen === null ? [] : [chosen as ActorId])])].flatMap(
    (id) => index.actors.get(id) ?? [],
  );
  return actors.map(({ id, name }) => ({ value: id, words: name })).toSorted((a, b) => (a.words < b.words ? -1 : 1));
}
