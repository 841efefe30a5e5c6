// Who speaks for whom: the party (state or organization) behind a person or an organ, and the parties that a joint body
// ("Russia-NATO Council") brings together.
import type { ActorId } from "../model/ids.js";
import type { Actor } from "../model/record.js";
import { plainName } from "./compare-names.js";

export type Parties = {
  /** The state or organization that an actor speaks for; itself where it speaks for nobody else. */
  readonly partyOf: (actor: ActorId) => ActorId;
  /** Everybody that an actor speaks for, without itself. */
  readonly above: (actor: ActorId) => ReadonlySet<ActorId>;
  /** The parties that meet in a joint body; none where it is no such body. */
  readonly jointOf: (actor: ActorId) => readonly ActorId[];
  /** The actor, all that it speaks for, and the parties that meet in it. */
  readonly circleOf: (actor: ActorId) => ReadonlySet<ActorId>;
  readonly actor: (id: ActorId) => Actor | undefined;
};

/** Parties that a joint body's name brings together: at least two of its hyphened or joined parts name actors. */
function constituentsOf(actor: Actor, byName: ReadonlyMap<string, ActorId>): ActorId[] {
  if (actor.kind === "person" || actor.kind === "state") return [];
  const found = new Set<ActorId>();
  for (const name of [actor.name, ...actor.aliases]) {
    if (!/[-–—/]/.test(name)) continue;
    for (const part of name.split(/\s*[-–—/]\s*|\s+/)) {
      const id = byName.get(plainName(part));
      if (id !== undefined && id !== actor.id) found.add(id);
    }
  }
  return found.size >= 2 ? [...found] : [];
}

/** A function that computes a value for an actor once. */
function once<T>(compute: (id: ActorId) => T): (id: ActorId) => T {
  const known = new Map<ActorId, T>();
  return (id) => {
    const value = known.get(id) ?? compute(id);
    known.set(id, value);
    return value;
  };
}

/** Names of states and organizations, in plain form, the first actor of a name. */
function partyNames(actors: readonly Actor[]): ReadonlyMap<string, ActorId> {
  const byName = new Map<string, ActorId>();
  for (const actor of actors) {
    if (actor.kind !== "state" && actor.kind !== "organization") continue;
    for (const name of [actor.name, ...actor.aliases])
      if (!byName.has(plainName(name))) byName.set(plainName(name), actor.id);
  }
  return byName;
}

/** Who speaks for whom among the actors of a record. */
export function partiesOf(actors: readonly Actor[]): Parties {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const byName = partyNames(actors);
  const groupOf = (id: ActorId): ActorId | undefined =>
    [...(byId.get(id)?.memberOf ?? [])].sort((a, b) => b.evidence.length - a.evidence.length)[0]?.actor;
  const partyOf = once((id) => {
    let current = id;
    for (const seen = new Set<ActorId>(); !seen.has(current); ) {
      seen.add(current);
      const kind = byId.get(current)?.kind;
      if (kind === "state" || kind === "organization") return current;
      current = groupOf(current) ?? current;
    }
    return current;
  });
  const above = once((id): ReadonlySet<ActorId> => {
    const found = new Set<ActorId>();
    const waiting: ActorId[] = [id];
    for (const member of waiting) {
      for (const { actor } of byId.get(member)?.memberOf ?? []) {
        if (actor !== id && !found.has(actor)) {
          found.add(actor);
          waiting.push(actor);
        }
      }
    }
    return found;
  });
  const jointOf = once((id) => {
    const actor = byId.get(id);
    return actor ? constituentsOf(actor, byName) : [];
  });
  const circleOf = once((id): ReadonlySet<ActorId> => new Set([id, ...above(id), ...jointOf(id)]));
  return { partyOf, above, jointOf, circleOf, actor: (id) => byId.get(id) };
}
