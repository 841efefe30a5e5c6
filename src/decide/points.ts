// The places that a decision points at, each put where its words stand now. What is only half there is not done by halves:
// speakers, groups, the actor and the issue of a position must all be found; of what it is about, as much as it needs.
import type { Action, Pointed } from "../model/decision.js";

type Place = (pointed: Pointed) => Pointed | null;

/** How many of the words that it is about must be there: two where two are made one. */
const least = (action: Action): number =>
  action.kind === "withdraw" ? 0 : action.kind.startsWith("merge-") ? Math.min(2, action.on.length) : 1;

const found = (points: readonly Pointed[], place: Place): Pointed[] => points.flatMap((point) => place(point) ?? []);

/** All of them, or null. */
function whole(points: readonly Pointed[], place: Place): Pointed[] | null {
  const all = found(points, place);
  return all.length === points.length ? all : null;
}

/** The action with its words where they stand now; else the words that are not there, or not there for sure. */
export function movedAction(action: Action, place: Place): Action | { readonly missing: readonly string[] } {
  const missing = missingIn(action, place);
  const on = found(action.on, place);
  if (on.length < least(action)) return { missing };
  switch (action.kind) {
    case "split-actor":
    case "split-event":
      return { ...action, on, from: found(action.from, place) };
    case "speaks-for": {
      const groups = whole(action.groups, place);
      return groups ? { ...action, on, groups } : { missing };
    }
    case "attribute-statement":
    case "add-statement": {
      const speakers = whole(action.speakers, place);
      const ranges = action.kind === "add-statement" ? whole(action.on, place) : on;
      return speakers && ranges ? { ...action, on: ranges, speakers } : { missing };
    }
    case "set-position":
    case "reject-position": {
      const [actor, issue] = [place(action.actor), place(action.issue)];
      return actor && issue ? { ...action, on, actor, issue } : { missing };
    }
    case "withdraw":
      return action;
    default:
      return { ...action, on };
  }
}

/** Everything that an action points at. */
export function pointsOf(action: Action): readonly Pointed[] {
  return [
    ...action.on,
    ...("from" in action ? action.from : []),
    ...("groups" in action ? action.groups : []),
    ...("speakers" in action ? action.speakers : []),
    ...("actor" in action ? [action.actor, action.issue] : []),
  ];
}

const missingIn = (action: Action, place: Place): readonly string[] => [
  ...new Set(pointsOf(action).flatMap((point) => (place(point) === null ? [point.words] : []))),
];
