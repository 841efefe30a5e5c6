// How what is mentioned enters the scene: as the subject of a clause, the source of words, or beside them; alone or in a group.
import { verbFollows } from "../names/marks.js";
import { type Ground, isA, lowerAt } from "./ground.js";
import type { Stage } from "./identity.js";
import type { Entry } from "./scene.js";
import type { Unit } from "./unit.js";

/** "Orvela on Monday raised its bid": behind a short phrase that a preposition opens at `index`. */
function behindPhrase(ground: Ground, index: number): number {
  if (ground.tokens[index]?.upos !== "ADP" || ground.words.is("of-whom", lowerAt(ground, index))) return index;
  let end = index + 1;
  while (end < index + 5 && ["DET", "PROPN", "NOUN", "NUM"].includes(ground.tokens[end]?.upos ?? "")) end++;
  return end > index + 1 && ground.tokens[end]?.upos === "VERB" ? end : index;
}

/** Whether the unit [first, last) is the subject of a clause: a finite verb follows, and no preposition stands before it. */
export function isSubject(stage: Stage, first: number, last: number): boolean {
  const { ground } = stage;
  const before = lowerAt(ground, first - 1);
  if (ground.words.is("hanging", before) || ground.tokens[last]?.upos === "PART") return false; // "urging the group to talk"
  const outer = isA(ground, "the", first - 1) ? first - 2 : first - 1;
  if (isA(ground, "beside", outer) && !isA(ground, "and", outer)) return false; // "talks with the union and"
  if (verbFollows(ground.marks, last) || verbFollows(ground.marks, behindPhrase(ground, last))) return true;
  if (isA(ground, "and", last) || ground.words.is("inverting", before)) return true;
  if (lowerAt(ground, last) !== ",") return false;
  for (let i = last + 1; i < last + 30 && ground.tokens[i]?.sentence === ground.tokens[first]?.sentence; i++) {
    if (lowerAt(ground, i) === "," && verbFollows(ground.marks, i + 1)) return true;
    if (/^["();:]$/.test(lowerAt(ground, i))) return false;
  }
  return verbFollows(ground.marks, last + 1);
}

/** Whether one of tokens [first, last) stands in the source of an attribution. */
export const speaks = ({ ground }: Pick<Stage, "ground">, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (ground.source[i]) return true;
  return false;
};

export type Unnamed = { readonly noun: string | null; readonly parties: readonly number[]; readonly mouth?: boolean };

/** Enters what stands at tokens [first, last) into the scene. */
export function enter(
  stage: Stage,
  first: number,
  last: number,
  actors: readonly number[],
  sort: "person" | "party",
  unnamed: Unnamed | null = null,
): void {
  const { ground, cast, scene } = stage;
  const source = speaks(stage, first, last);
  const gender = actors.length === 1 ? (cast.members[actors[0] ?? -1]?.gender ?? null) : null;
  scene.entries.push({
    at: first,
    sentence: ground.tokens[first]?.sentence ?? 0,
    actors,
    sort,
    gender,
    source,
    strong: source || isSubject(stage, first, last),
    quoted: ground.quoted[first] === true,
    noun: unnamed?.noun ?? null,
    mouth: unnamed?.mouth ?? false,
    parties: unnamed?.parties ?? [],
  });
}

/** A name inside a title: it may be meant later, and is no subject. */
export function enterWeak(stage: Stage, first: number, last: number, actors: readonly number[]): void {
  enter(stage, first, last, actors, "party");
  const entry = stage.scene.entries.pop();
  if (entry && stage.cast.members[actors[0] ?? -1]?.kind !== "person")
    stage.scene.entries.push({ ...entry, source: false, strong: false });
}

/** Whether only "and" stands in tokens [from, to): with a comma before it and an article behind it, if any. */
function joinedByAnd(ground: Ground, from: number, to: number): boolean {
  const and = lowerAt(ground, from) === "," ? from + 1 : from;
  if (!isA(ground, "and", and)) return false;
  return and + 1 === to || (and + 2 === to && isA(ground, "the", and + 1));
}

/** "Tom Vale and Anna Orr spoke": units joined by "and" are one group for what follows. */
export function enterGroup(stage: Stage, before: Unit | undefined, unit: Unit): void {
  const { ground, scene, cast } = stage;
  if (
    !before ||
    unit.actors.length === 0 ||
    before.actors.length === 0 ||
    !joinedByAnd(ground, before.last, unit.first)
  )
    return;
  const sentence = ground.tokens[unit.first]?.sentence;
  let previous: Entry | undefined;
  for (let back = 1; back <= 8 && !previous; back++) {
    const entry = scene.entries.at(-back);
    if (entry?.sentence !== sentence) break;
    if (entry && entry.at <= before.first && entry.actors.length > 1) previous = entry;
  }
  const chained =
    previous && before.actors.every((actor) => previous.actors.includes(actor)) ? previous.actors : before.actors;
  const actors = [...new Set([...chained, ...unit.actors])];
  const persons = actors.filter((actor) => cast.members[actor]?.kind === "person").length;
  if (persons === 0 || persons === actors.length)
    enter(stage, unit.first, unit.last, actors, persons > 0 ? "person" : "party");
}
