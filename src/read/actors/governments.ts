// Governments and bodies without a name: "the government", "the health ministry", "the army". They are those of the one state that the
// text is about; a text that names no state has its own.
import { phraseAt } from "../names/phrases.js";
import { addMember, belongsTo, type Cast, joinMember, memberByKey } from "./cast.js";
import type { Described } from "./describe.js";
import { type Ground, isA, lowerAt, rangeAt } from "./ground.js";
import { type Identity, none, one, type Stage } from "./identity.js";
import { nearest } from "./scene.js";
import type { Description } from "./words.js";

/** Class of a state that a text first names as the one that others deal with ("the talks with Norway"): not whose the text is. */
export const counterpart = "counterpart";

/** The only state that the text names as an actor, and not only as the other side; null where there are several or none. */
export function onlyState(cast: Cast): number | null {
  const states = cast.members.flatMap(({ kind }, index) => (kind === "state" ? [index] : []));
  const [only] = states;
  if (only === undefined || states.length > 1) return null;
  return cast.members[only]?.classes.has(counterpart) === true ? null : only;
}

/** States whose government the text names as such: "the government of Norway", "Norway's government", "the Norwegian government". */
export function governmentsTold(
  ground: Ground,
  cast: Cast,
  actorOfName: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const name of ground.names) {
    const actor = actorOfName.get(name.index);
    if (name.span.kind !== "state" || actor === undefined) continue;
    const before = isA(ground, "the", name.first - 1) ? name.first - 2 : name.first - 1;
    const of = isA(ground, "genitive", before) && isState(ground, before - 1);
    const behind = lowerAt(ground, name.last) === "'s" ? name.last + 1 : name.last;
    if (of || isState(ground, behind)) found.add(actor);
  }
  for (const { first, last, keys } of adjectivesIn(ground)) {
    const [key, other] = keys;
    const actor = key === undefined || other !== undefined ? undefined : cast.byKey.get(key);
    if (actor !== undefined && isA(ground, "the", first - 1) && isState(ground, last)) found.add(actor);
  }
  return found;
}

/** Adjectives of states in the text. */
function adjectivesIn(ground: Ground): { first: number; last: number; keys: readonly string[] }[] {
  return ground.tokens.flatMap(({ index }) => {
    if (!isState(ground, index)) return [];
    for (let first = index - 3; first < index; first++) {
      const found = phraseAt(ground.words.names.adjectives, ground.tokens, first, index);
      if (found?.last === index) return [{ first, last: index, keys: found.value }];
    }
    return [];
  });
}

const isState = (ground: Ground, index: number): boolean =>
  (ground.words.descriptions.get(lowerAt(ground, index)) ?? []).some(
    ({ words, value }) => words.length === 1 && value.some(({ kind }) => kind === "state"),
  );

/** The state behind "the government"; null where the text does not tell. */
export function governmentOf({ cast, governments: told, named }: Stage): number | null {
  const [actor] = told;
  if (told.size === 1 && actor !== undefined) return actor;
  const only = told.size > 1 ? null : onlyState(cast);
  return only !== null && named.has(only) ? only : null; // not that of "the Omani mediators"
}

const statesOf = (cast: Cast): number =>
  cast.members.filter(({ kind, classes }) => kind === "state" && !classes.has(counterpart)).length;

/** "The kingdom", "the sultanate": of the states that are one, the one told last. */
function realm({ ground, cast, scene }: Stage, described: Described, codes: readonly string[]): Identity | null {
  if (described.article !== "definite" || described.words.length > described.nounEnd - described.head) return null;
  const fits = codes.flatMap((code) => cast.byKey.get(`state:${code}`) ?? []);
  const found = nearest(ground, scene, fits, described.first);
  return found === null ? null : one(found, "party", "epithet", "description/realm");
}

/** "The government": the state's; an actor of its own where the text names no state and it speaks or acts. */
export function government(stage: Stage, described: Described, speaks: boolean): Identity | null {
  const { cast } = stage;
  const codes = described.rows.flatMap(({ kind, of }) => (kind === "state" ? of : []));
  if (codes.length > 0) return realm(stage, described, codes);
  if (described.article !== "definite" || described.words.length > described.nounEnd - described.head) return null;
  const state = governmentOf(stage);
  if (state !== null) return one(state, "party", "epithet", "description/government");
  if (statesOf(cast) > 0) return none("party", "description/government");
  const name = described.words.join(" ");
  const known = cast.members.findIndex((member) => member.classes.has(`=${name}`));
  if (known >= 0) return one(known, "party", "epithet", "description/government");
  if (!speaks) return null;
  const made = addMember(cast, "body", name);
  cast.members[made]?.classes.add(`=${name}`);
  return one(made, "party", "epithet", "description/government");
}

/** The kind of body that the table says a noun means ("the army"); undefined where it says none. */
export const bodyId = (ground: Ground, rows: readonly Description[]): string | undefined =>
  rows
    .flatMap(({ of }) => of)
    .map((wanted) => wanted.slice(1))
    .find((id) => ground.words.names.bodyNames.has(id));

/** A body of a state: by the lexicon's key, or of a state that only the text knows by its kind. */
export function bodyOfState(
  stage: Stage,
  state: number,
  id: string,
  noun: string,
  range: { start: number; end: number },
): number {
  const { cast } = stage;
  const member = cast.members[state];
  if (member?.key) return memberByKey(cast, `body:${member.key.slice(6)}/${id}`, null, range);
  const known = cast.members.findIndex(({ classes }, index) => classes.has(`*${id}`) && belongsTo(cast, index, state));
  if (known >= 0) return known;
  const made = addMember(cast, "body", `${member?.name ?? ""} ${noun}`);
  cast.members[made]?.classes.add(`*${id}`);
  joinMember(cast, made, state, range);
  return made;
}

/** "The health ministry", "the army" that no state is named with: of the only state, or the text's own where it speaks and none is named. */
export function ministry(stage: Stage, described: Described, id: string, speaks: boolean): number | null {
  const { ground, cast } = stage;
  const range = rangeAt(ground, described.first, described.last);
  const state = governmentOf(stage);
  if (state !== null) return bodyOfState(stage, state, id, described.words.join(" "), range);
  if (!speaks || statesOf(cast) > 0) return null;
  const made = addMember(cast, "body", described.words.join(" "));
  cast.members[made]?.classes.add(`*${id}`);
  return made;
}

/** "The transport minister, Anna Vale … the ministry": the ministry of the only minister whose field the text tells. */
export function ministryOfMinister(stage: Stage, described: Described): number | null {
  const { cast, ground } = stage;
  const found = new Map<string, number[]>();
  for (const [index, { held }] of cast.members.entries())
    for (const { classes, words } of held) {
      if (!classes.includes("minister")) continue;
      const id = [...words].map((word) => ground.words.names.bodyByOffice.get(word)).find((own) => own !== undefined);
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), index]);
    }
  const [only, other] = found;
  if (!only || other) return null;
  const [id, ministers] = only;
  const name = ground.words.names.bodyNames.get(id) ?? id;
  const range = rangeAt(ground, described.first, described.last);
  const state = onlyState(cast);
  const made = state === null ? addMember(cast, "body", name) : bodyOfState(stage, state, id, name, range);
  cast.members[made]?.classes.add(`*${id}`);
  for (const minister of ministers) joinMember(cast, minister, made, range);
  return made;
}
