// Governments without a name: "the government", "the health ministry". They are those of the one state that the text is about; a text
// that names no state has one of its own.
import { addMember, type Cast, memberByKey } from "./cast.js";
import type { Described } from "./describe.js";
import { type Ground, isA, lowerAt, rangeAt } from "./ground.js";
import { type Identity, none, one, type Stage } from "./identity.js";

/** Class of a state that a text first names as the one that others deal with ("the talks with Norway"): not whose the text is. */
export const counterpart = "counterpart";

/** The only state that the text names as an actor, and not only as the other side; null where there are several or none. */
export function onlyState(cast: Cast): number | null {
  const states = cast.members.flatMap(({ kind, key }, index) => (kind === "state" && key !== null ? [index] : []));
  const [only] = states;
  if (only === undefined || states.length > 1) return null;
  return cast.members[only]?.classes.has(counterpart) === true ? null : only;
}

/** States whose government the text names as such: "the government of Norway", "Norway's government", "the Norwegian government". */
export function governmentsTold(ground: Ground): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of ground.names) {
    const { key, kind } = name.span;
    if (kind !== "state" || key === null) continue;
    const before = isA(ground, "the", name.first - 1) ? name.first - 2 : name.first - 1;
    const of = isA(ground, "genitive", before) && isState(ground, before - 1);
    const behind = lowerAt(ground, name.last) === "'s" ? name.last + 1 : name.last;
    if (of || isState(ground, behind)) keys.add(key);
  }
  return keys;
}

const isState = (ground: Ground, index: number): boolean =>
  (ground.words.descriptions.get(lowerAt(ground, index)) ?? []).some(
    ({ words, value }) => words.length === 1 && value.some(({ kind }) => kind === "state"),
  );

/** The state behind "the government"; null where the text does not tell. */
export function governmentOf({ cast, governments: told }: Stage): number | null {
  const [key] = told;
  if (told.size === 1 && key !== undefined) return cast.byKey.get(key) ?? null;
  return told.size > 1 ? null : onlyState(cast);
}

const statesOf = (cast: Cast): number =>
  cast.members.filter(({ kind, key, classes }) => kind === "state" && key !== null && !classes.has(counterpart)).length;

/** "The government": the state's; an actor of its own where the text names no state and it speaks or acts. */
export function government(stage: Stage, described: Described, speaks: boolean): Identity | null {
  const { cast } = stage;
  if (described.article !== "definite" || described.words.length > described.nounEnd - described.head) return null;
  const state = governmentOf(stage);
  if (state !== null) return one(state, "party", "title", "description/government");
  if (statesOf(cast) > 0) return none("party", "description/government");
  const name = described.words.join(" ");
  const known = cast.members.findIndex((member) => member.classes.has(`=${name}`));
  if (known >= 0) return one(known, "party", "epithet", "description/government");
  if (!speaks) return null;
  const made = addMember(cast, "body", name);
  cast.members[made]?.classes.add(`=${name}`);
  return one(made, "party", "epithet", "description/government");
}

/** "The health ministry" that no state is named with: that of the only state, or the text's own where it speaks and none is named. */
export function ministry(stage: Stage, described: Described, id: string, speaks: boolean): number | null {
  const { ground, cast } = stage;
  const range = rangeAt(ground, described.first, described.last);
  const state = onlyState(cast);
  const key = state === null ? null : (cast.members[state]?.key ?? null);
  if (key !== null) return memberByKey(cast, `body:${key.slice(6)}/${id}`, null, range);
  if (!speaks || statesOf(cast) > 0) return null;
  const made = addMember(cast, "body", described.words.join(" "));
  cast.members[made]?.classes.add(`*${id}`);
  return made;
}
