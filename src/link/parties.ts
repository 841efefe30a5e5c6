// Who speaks for whom: the party (state or organization) behind a person or an organ, and the parties that a joint body
// ("Russia-NATO Council") brings together.
import type { ActorId } from "../model/ids.js";
import type { Actor } from "../model/record.js";
import { plainName } from "./compare-names.js";

export type Parties = {
  /** The state or organization that an actor speaks for; itself where it speaks for nobody else. */
  readonly partyOf: (actor: ActorId) => ActorId;
  /** The actor, all that it speaks for, and the parties that meet in it. */
  readonly circleOf: (actor: ActorId) => ReadonlySet<ActorId>;
  readonly actor: (id: ActorId) => Actor | undefined;
};

/** Parties that a joint body's name brings together: at least two of its hyphened or joined parts name actors. */
function constituentsOf(actor: Actor, byName: ReadonlyMap<string, ActorId>): ActorId[] {
  if (actor.kind === "person" || actor.kind === "state") return [];
  const found = new Set<ActorId>();
  for (const name of [actor.name, ...actor.aliases]) {
    if (!/[-–—/]|\band\b/.test(name)) continue;
    for (const part of name.split(/\s*[-–—/]\s*|\s+/)) {
      const id = byName.get(plainName(part));
      if (id !== undefined && id !== actor.id) found.add(id);
    }
  }
  return found.size >= 2 ? [...found] : [];
}

/** Who speaks for whom among the actors of a record. */
export function partiesOf(actors: readonly Actor[]): Parties {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const byName = new Map<string, ActorId>();
  for (const actor of actors) {
    if (actor.kind !== "state" && actor.kind !== "organization") continue;
    for (const name of [actor.name, ...actor.aliases]) if (!byName.has(plainName(name))) byName.set(plainName(name), actor.id);
  }
  const groupOf = (id: ActorId): ActorId | undefined =>
    [...(byId.get(id)?.memberOf ?? [])].sort((a, b) => b.evidence.length - a.evidence.length)[0]?.actor;
  const partyOf = (id: ActorId): ActorId => {
    let current = id;
    for (const seen = new Set<ActorId>(); !seen.has(current); ) {
      seen.add(current);
      const kind = byId.get(current)?.kind;
      if (kind === "state" || kind === "organization") return current;
      current = groupOf(current) ?? current;
    }
    return current;
  };
  const circles = new Map<ActorId, ReadonlySet<ActorId>>();
  const circleOf = (id: ActorId): ReadonlySet<ActorId> => {
    const known = circles.get(id);
    if (known) return known;
    const circle = new Set<ActorId>([id]);
    for (const member of circle) {
      for (const { actor } of byId.get(member)?.memberOf ?? []) circle.add(actor);
      const found = byId.get(member);
      if (found && member === id) for (const part of constituentsOf(found, byName)) circle.add(part);
    }
    circles.set(id, circle);
    return circle;
  };
  return { partyOf, circleOf, actor: (id) => byId.get(id) };
}
