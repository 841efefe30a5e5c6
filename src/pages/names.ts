// Actors as they stand in lines: linked to their pages.
import type { ActorId } from "../model/ids.js";
import type { PageContext } from "./context.js";
import { type Html, html, joined, type Value } from "./html.js";

/** The actor's name, linked to its page; the id where the record has no such actor. */
export function actorLink(context: PageContext, id: ActorId): Html {
  const actor = context.index.actors.get(id);
  return actor
    ? html`<a class="actor" dir="auto" href="${context.links.page("actor", id)}">${actor.name}</a>`
    : html`${id}`;
}

/** "A", "A and B", "A, B and C". */
export function actorList(context: PageContext, ids: readonly ActorId[]): Value {
  const names = ids.map((id) => actorLink(context, id));
  const last = names.at(-1);
  return names.length < 2 ? names : [joined(names.slice(0, -1), ", "), " and ", last];
}

/** Names as plain text, for titles and labels. */
export const namesText = (context: PageContext, ids: readonly ActorId[]): string =>
  ids.map((id) => context.index.actors.get(id)?.name ?? id).join(", ");
