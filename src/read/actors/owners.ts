// Whose something is: the actors behind "Russian", "its", "the union's".
import { phraseAt } from "../names/phrases.js";
import { ownBody } from "./bodies.js";
import { organisationsFor } from "./candidates.js";
import { memberByKey, rootOf } from "./cast.js";
import type { Owner } from "./describe.js";
import { ofGender } from "./gender.js";
import { governmentOf } from "./governments.js";
import { rangeAt } from "./ground.js";
import type { Stage } from "./identity.js";
import { backwards, nearest } from "./scene.js";

const nounOf = (stage: Stage, owner: Owner): string =>
  stage.ground.tokens
    .slice(owner.first, owner.last)
    .map((token) => token.lower)
    .join(" ");

/** "Orvela raised its offer for Norvik after the maker's board had met": of those that fit in its sentence the only one that is not its subject. */
function notSubject({ ground, scene }: Stage, { first }: Owner, fits: readonly number[]): number | null {
  const sentence = ground.tokens[first]?.sentence;
  const [entries = []] = backwards(ground, scene, first, 0, 0);
  const own = entries.filter((entry) => entry.sentence === sentence && !entry.quoted);
  const subjects = new Set(own.flatMap(({ strong, actors }) => (strong ? actors : [])));
  const told = new Set(own.flatMap(({ actors }) => actors.filter((actor) => fits.includes(actor))));
  const [only, other] = [...told].filter((actor) => !subjects.has(actor));
  return only !== undefined && other === undefined && told.size > 1 ? only : null;
}

/** Who an owner is. */
export function ownerActors(stage: Stage, owner: Owner, at: number): readonly number[] {
  if (owner.by === "name") {
    const actor = stage.actorOfName.get(owner.name);
    if (actor === undefined) return [];
    const isPerson = stage.cast.members[actor]?.kind === "person"; // "Vale's spokesman" speaks for whom Vale speaks for
    const root = isPerson ? rootOf(stage.cast, actor) : actor;
    return stage.cast.members[root]?.kind === "person" ? [] : [root];
  }
  if (owner.by === "adjective") {
    const key = owner.keys.length === 1 ? owner.keys[0] : owner.keys.find((one) => stage.cast.byKey.has(one));
    return key === undefined
      ? []
      : [memberByKey(stage.cast, key, null, rangeAt(stage.ground, owner.first, owner.last))];
  }
  if (owner.by === "noun" && owner.rows.some(({ kind }) => kind === "state")) {
    const state = governmentOf(stage);
    return state === null ? [] : [state];
  }
  if (owner.by === "noun" && owner.rows.some(({ kind }) => kind === "body")) {
    const above = owner.of ? ownerActors(stage, owner.of, at) : [];
    const body =
      owner.of && above.length === 0
        ? null
        : ownBody(
            stage,
            nounOf(stage, owner),
            above,
            owner.first,
            owner.rows.some(({ makes }) => makes),
          );
    return body === null ? above : [body];
  }
  if (owner.by === "noun") {
    const fits = organisationsFor(stage, owner.rows, nounOf(stage, owner), []);
    const of = phraseAt(stage.ground.words.names.adjectives, stage.ground.tokens, owner.first - 1, owner.first);
    if (of && fits.length > 1) return []; // "the Italian insurer's": which of them is Italian is not told
    const found = notSubject(stage, owner, fits) ?? nearest(stage.ground, stage.scene, fits, at);
    return found === null ? [] : [found];
  }
  const found = pronounOwners(stage, owner, at);
  return found.map((actor) => (stage.cast.members[actor]?.kind === "person" ? rootOf(stage.cast, actor) : actor));
}

/** Of a group the one whom "his" or "her" tells; any other actors as they are. */
function byGender(stage: Stage, actors: readonly number[], word: string): readonly number[] {
  const one = actors.length > 1 ? ofGender(stage, actors, stage.ground.words.is("his", word) ? "m" : "f") : null;
  return one === null ? actors : [one];
}

/** Whom "its", "her", "whose" at an owner's place means: the persons or parties themselves. */
export function pronounOwners(stage: Stage, owner: Owner & { readonly by: "pronoun" }, at: number): readonly number[] {
  if (stage.ground.words.is("whose", owner.word)) {
    const [entries = []] = backwards(stage.ground, stage.scene, at, 0, 0);
    const last = entries.at(-1); // "the union UQZ, whose leader"
    return last?.sort === "party" && last.actors.length === 1 ? last.actors : [];
  }
  const wantsPerson = stage.ground.words.is("his", owner.word) || stage.ground.words.is("her", owner.word);
  const heard = stage.ground.quoted[at] === true;
  for (const all of backwards(stage.ground, stage.scene, at, 2, 1)) {
    const shown = wantsPerson
      ? all.map((entry) => ({ ...entry, actors: byGender(stage, entry.actors, owner.word) }))
      : all;
    const entries = shown.filter(({ quoted }) => heard || !quoted); // "Norway said no. \"NATO knows,\" said its spokesman"
    const single = !stage.ground.words.is("their", owner.word);
    const grouped = new Set(single ? entries.flatMap(({ actors }) => (actors.length > 1 ? actors : [])) : []);
    const fitting = entries.filter(
      ({ sort, actors }) =>
        actors.length > 0 &&
        (sort === "person") === wantsPerson &&
        !(single && actors.some((actor) => grouped.has(actor))),
    );
    const own = entries[0]?.sentence === stage.ground.tokens[at]?.sentence;
    const strong = fitting.filter((entry) => entry.strong);
    const found = (own ? strong.at(-1) : strong[0]) ?? fitting[0];
    if (found) return found.actors;
  }
  return [];
}
