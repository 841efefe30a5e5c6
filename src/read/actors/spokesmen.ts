// Spokesmen whose organization is not told with them: "a company spokesman", or "a spokesman" behind what one party said or did.
import { phraseAt } from "../names/phrases.js";
import { organisationsFor } from "./candidates.js";
import { rootOf } from "./cast.js";
import type { Described } from "./describe.js";
import { lowerAt } from "./ground.js";
import type { Stage } from "./identity.js";
import { backwards, type Entry, nearest } from "./scene.js";

/** "A company spokesman": the organization that the noun before means; undefined where no such noun stands there. */
function byNoun(stage: Stage, described: Described): number | null | undefined {
  const { ground, scene } = stage;
  for (let at = described.first; at < described.head; at++) {
    const noun = phraseAt(ground.words.descriptions, ground.tokens, at, described.head);
    const rows = noun?.value.filter(({ kind }) => kind === "organization") ?? [];
    if (noun && rows.length > 0)
      return nearest(ground, scene, organisationsFor(stage, rows, lowerAt(ground, noun.last - 1), []), described.first);
  }
  return undefined;
}

/** The party that all subjects and sources of some entries are or belong to; null where they are several or none. */
function onlyParty(stage: Stage, entries: readonly Entry[]): number | null {
  const strong = entries.filter((entry) => entry.strong && !entry.quoted);
  const parties = new Set(strong.flatMap(({ actors }) => actors.map((actor) => rootOf(stage.cast, actor))));
  const [only] = parties;
  const one = parties.size === 1 && strong.every(({ actors }) => actors.length > 0) ? only : undefined;
  return one !== undefined && stage.cast.members[one]?.kind === "organization" ? one : null;
}

/** "Her spokesman said … The spokesman added": those for whom an unnamed spokesman spoke just before. */
function spokenBefore({ ground, scene }: Stage, at: number): number | null {
  for (const entries of backwards(ground, scene, at, 3, 1)) {
    const last = entries.findLast(({ mouth, actors }) => mouth && actors.length === 1);
    if (last) return last.actors[0] ?? null;
  }
  return null;
}

/** Whose spokesman speaks; null where the text does not tell. */
export function spokesmanOf(stage: Stage, described: Described, speaks: boolean): number | null {
  const told = byNoun(stage, described);
  if (told !== undefined) return told;
  if (described.article === "definite" && speaks) return spokenBefore(stage, described.first);
  if (!speaks || described.article === "definite" || described.nounEnd - described.first > 2) return null;
  for (const entries of backwards(stage.ground, stage.scene, described.first, 1, 0)) {
    if (entries.some((entry) => entry.strong && !entry.quoted)) return onlyParty(stage, entries);
  }
  return null;
}
