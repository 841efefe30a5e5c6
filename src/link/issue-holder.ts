// Whose a stance is: the state or organization that somebody speaks for, but never over a body that decides for itself. A
// parliament that ratifies, a court that dismisses, a works council that objects hold no position of the state or the company.
import type { ActorId } from "../model/ids.js";
import type { Parties } from "./parties.js";

const depth = 6;

/** The holder of an actor's stances. `standsAlone`: words in the names of bodies that decide for themselves ("parliament", "court"). */
export function holderOf(actor: ActorId, parties: Parties, standsAlone: ReadonlySet<string>): ActorId {
  let current = actor;
  for (let steps = 0; steps < depth; steps++) {
    const known = parties.actor(current);
    if (!known || known.kind === "state" || known.kind === "organization") break;
    const words = known.kind === "body" ? (known.name.toLowerCase().match(/\p{L}+/gu) ?? []) : [];
    if (words.some((word) => standsAlone.has(word))) return current;
    const above = [...known.memberOf].sort((a, b) => b.evidence.length - a.evidence.length)[0]?.actor;
    if (above === undefined || above === current) break;
    current = above;
  }
  return parties.partyOf(actor);
}
