// Who is who in one document: names, titles, epithets and pronouns joined to local actors. A resolution is accepted only if
// exactly one candidate remains; else it is a Problem.
import type { Mention } from "../../model/reading.js";
import type { Analysis } from "../analysis.js";
import type { ActorResolution, RawAttribution } from "../draft.js";
import type { NameSpan } from "../names/names.js";
import { withOwnStates } from "../names/own-states.js";
import { mainParties } from "./both.js";
import { type Cast, localActors, memberByKey, newCast } from "./cast.js";
import { counterpart, governmentsTold } from "./governments.js";
import { formOf, type Ground, groundOf, isA, isActorKind, rangeAt } from "./ground.js";
import { groupOf } from "./office-of.js";
import { groupOrganisations } from "./organisations.js";
import { groupPersons } from "./persons.js";
import { resolver } from "./resolve.js";
import { newScene } from "./scene.js";
import type { Unit } from "./unit.js";
import { walk } from "./walk.js";
import type { ActorWords } from "./words.js";

export type { ActorWords } from "./words.js";

const indefinite = (unit: Unit): boolean =>
  unit.rule === "description/spokesman-of" || unit.rule === "description/organ-of";

/** The mentions of a unit: one for each of its actors; a name or epithet spans only the words that name. */
function mentionsOf(ground: Ground, unit: Unit): Mention[] {
  const { first, last } = unit.form === "name" ? unit.head : unit;
  const why = { rule: `actors/${unit.rule}`, score: unit.score };
  if (unit.anonymous || indefinite(unit)) return [];
  return unit.actors.map((actor) => ({ ...rangeAt(ground, first, last), form: unit.form, actor, why }));
}

/** Marks the states that are first named behind "talks with", "negotiations with". */
function markCounterparts(ground: Ground, cast: Cast, keyed: ReadonlyMap<number, number>): void {
  const seen = new Set<number>();
  for (const name of ground.names) {
    const actor = keyed.get(name.index);
    const member = actor === undefined ? undefined : cast.members[actor];
    if (actor === undefined || member?.kind !== "state" || seen.has(actor)) continue;
    seen.add(actor);
    const dealing = isA(ground, "occasion", name.first - 2) && isA(ground, "dealing-with", name.first - 1);
    if (dealing) member.classes.add(counterpart);
  }
}

/** The actors of a document. */
export function resolveActors(
  analysis: Analysis,
  names: readonly NameSpan[],
  attributions: readonly RawAttribution[],
  language: ActorWords,
): ActorResolution {
  const words = { ...language, names: withOwnStates(analysis, language.names) };
  const ground = groundOf(analysis, names, attributions, words);
  const cast = newCast(words.names);
  const keyed = new Map<number, number>();
  for (const name of ground.names) {
    if (name.span.key !== null && isActorKind(name.span.kind))
      keyed.set(name.index, memberByKey(cast, name.span.key, formOf(ground, name.span), name.span));
  }
  markCounterparts(ground, cast, keyed);
  for (const { span } of ground.names) {
    const reason = "Several states bear this name, and the text does not tell which is meant.";
    if (span.rule === "several-states")
      ground.problems.push({ start: span.start, end: span.end, stage: "actors", reason, candidates: [] });
  }
  const organisations = groupOrganisations(ground, cast, keyed);
  const persons = groupPersons(ground, cast);
  const actorOfName = new Map([...keyed, ...organisations, ...persons].sort((a, b) => a[0] - b[0]));
  const counts = new Map<number, number>();
  for (const actor of actorOfName.values()) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const units = walk({
    ground,
    cast,
    scene: newScene(),
    actorOfName,
    named: new Set(actorOfName.values()),
    counts,
    governments: governmentsTold(ground, cast, actorOfName),
    mainParties: mainParties(ground, cast, actorOfName),
  });
  const mouth = (actor: number): number | null =>
    cast.members[actor]?.kind === "person" ? (groupOf(cast, actor) ?? actor) : null;
  const mentions = units.flatMap((unit) => mentionsOf(ground, unit)).sort((a, b) => a.start - b.start || b.end - a.end);
  return { actors: localActors(cast), mentions, problems: ground.problems, resolve: resolver(ground, units, mouth) };
}
