// The walk through a document, word by word: names, descriptions and pronouns become units, each with its actors; the scene grows
// with them.
import type { MentionForm } from "../../model/reading.js";
import { verbFollows } from "../names/marks.js";
import { phraseAt } from "../names/phrases.js";
import { isHonorific } from "../names/titles.js";
import { joinMember, memberByKey } from "./cast.js";
import { describedAt } from "./describe.js";
import { formOf, type Ground, isA, lowerAt, type Name, rangeAt } from "./ground.js";
import { type Identity, identify, ownerActors, type Stage } from "./identify.js";
import { pronounAt } from "./pronouns.js";
import { learnRole } from "./roles.js";
import type { Entry } from "./scene.js";

/** Words that stand for actors: tokens [first, last); `head`: the name or noun itself, `inner`: it lies inside another unit. */
export type Unit = {
  readonly first: number;
  readonly last: number;
  readonly head: { readonly first: number; readonly last: number };
  readonly actors: readonly number[];
  readonly form: MentionForm;
  readonly rule: string;
  readonly score: number | null;
  readonly inner: boolean;
  readonly anonymous: boolean; // somebody unnamed: an actor of nobody
};

const scores: Readonly<Record<string, number>> = {
  "description/organization": 0.85,
  "description/office": 0.85,
  "description/person": 0.75,
  "description/both": 0.7,
  "description/both-of-the-text": 0.6,
  "description/side": 0.95,
  "pronoun/subject-before": 0.8,
  "pronoun/only-candidate": 0.7,
  "pronoun/group-before": 0.6,
  "pronoun/party-before": 0.6,
};

/** A name inside a title: it may be meant later, and is no subject. */
function enterWeak(stage: Stage, first: number, last: number, actors: readonly number[]): void {
  enter(stage, first, last, actors, "party");
  const entry = stage.scene.entries.pop();
  if (entry && stage.cast.members[actors[0] ?? -1]?.kind !== "person")
    stage.scene.entries.push({ ...entry, source: false, strong: false });
}

/** Whether the unit [first, last) is the subject of a clause: a finite verb follows, and no preposition stands before it. */
function isSubject(stage: Stage, first: number, last: number): boolean {
  const { ground } = stage;
  const before = lowerAt(ground, first - 1);
  if (ground.words.is("hanging", before)) return false;
  if (verbFollows(ground.marks, last)) return true;
  if (isA(ground, "and", last) || ground.words.is("inverting", before)) return true;
  if (lowerAt(ground, last) !== ",") return false;
  for (let i = last + 1; i < last + 30 && ground.tokens[i]?.sentence === ground.tokens[first]?.sentence; i++) {
    if (lowerAt(ground, i) === "," && verbFollows(ground.marks, i + 1)) return true;
    if (/^["();:]$/.test(lowerAt(ground, i))) return false;
  }
  return verbFollows(ground.marks, last + 1);
}

const speaks = (stage: Stage, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (stage.ground.source[i]) return true;
  return false;
};

type Unnamed = { readonly noun: string; readonly parties: readonly number[] };

function enter(
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
    parties: unnamed?.parties ?? [],
  });
}

/** "The commission's Lina Orr": whom somebody named directly behind an organization or state belongs to. */
function joinOwner(stage: Stage, person: number, at: number): void {
  const index = stage.ground.nameAt[at];
  const name = index === undefined ? undefined : stage.ground.names[index];
  const owner = index === undefined ? undefined : stage.actorOfName.get(index);
  if (name && owner !== undefined && name.last === at + 1 && name.span.kind !== "person")
    joinMember(stage.cast, person, owner, name.span);
}

/** The unit of a name; of a person with the titles around it. Learns the role that the title tells. */
function nameUnit(stage: Stage, name: Name, inner: boolean): Unit | null {
  const actor = stage.actorOfName.get(name.index);
  if (actor === undefined || name.span.kind === "place") return null;
  const member = stage.cast.members[actor];
  const polite =
    name.title !== null && isHonorific(stage.ground.marks, name.title.first) && name.title.last === name.first;
  const headFirst = polite && name.title ? name.title.first : name.first;
  member?.forms.add(formOf(stage.ground, rangeAt(stage.ground, headFirst, name.last)));
  if (name.title) learnRole(stage.ground, stage.cast, actor, name.title, (owner, at) => ownerActors(stage, owner, at));
  if (name.span.kind === "person" && !name.title && lowerAt(stage.ground, name.first - 1) === "'s")
    joinOwner(stage, actor, name.first - 2);
  const first = Math.min(name.first, name.title?.first ?? name.first);
  const last = Math.max(name.last, name.title?.last ?? name.last);
  const exact = name.span.key !== null || name.last - name.first > 1;
  return {
    first,
    last,
    head: { first: headFirst, last: name.last },
    actors: [actor],
    form: "name",
    rule: `name/${name.span.rule}`,
    score: exact ? null : 0.9,
    inner,
    anonymous: false,
  };
}

function peopleUnit(stage: Stage, at: number, ceiling: number): Unit | null {
  const { ground } = stage;
  const article = isA(ground, "the", at) ? 1 : 0;
  const people = phraseAt(ground.words.names.people, ground.tokens, at + article, ceiling);
  const next = people && ground.tokens[people.last];
  if (
    !people ||
    (next && (next.upos === "NOUN" || next.upos === "PROPN") && !ground.words.names.is("saying", next.lower))
  )
    return null;
  const range = rangeAt(ground, at, people.last);
  const actor = memberByKey(stage.cast, people.value, null, range);
  stage.cast.members[actor]?.forms.add(formOf(ground, range));
  return {
    first: at,
    last: people.last,
    head: { first: people.first, last: people.last },
    actors: [actor],
    form: "epithet",
    rule: "people",
    score: 0.9,
    inner: false,
    anonymous: false,
  };
}

function describedUnit(stage: Stage, at: number, ceiling: number): Unit | null {
  const described = describedAt(stage.ground, at, ceiling);
  if (!described) return null;
  const source = speaks(stage, described.first, described.last) || isSubject(stage, described.first, described.last);
  const identity = identify(stage, described, source);
  if (!identity) return null;
  tellProblem(stage, identity, described.first, described.last);
  const range = rangeAt(stage.ground, described.first, described.last);
  if (identity.form === "epithet")
    for (const actor of identity.actors) stage.cast.members[actor]?.forms.add(formOf(stage.ground, range));
  const unnamed: Unnamed = { noun: lowerAt(stage.ground, described.nounEnd - 1), parties: identity.parties ?? [] };
  enter(
    stage,
    described.first,
    described.last,
    identity.actors,
    identity.sort,
    identity.actors.length === 0 ? unnamed : null,
  );
  return {
    first: described.first,
    last: described.last,
    head: { first: described.head, last: described.nounEnd },
    actors: identity.actors,
    form: identity.form,
    rule: identity.rule,
    score: scores[identity.rule] ?? 0.8,
    inner: false,
    anonymous: identity.actors.length === 0,
  };
}

function tellProblem(stage: Stage, identity: Identity, first: number, last: number): void {
  if (identity.problem !== null)
    stage.ground.problems.push({
      ...rangeAt(stage.ground, first, last),
      stage: "actors",
      reason: identity.problem,
      candidates: [],
    });
}

function pronounUnit(stage: Stage, at: number): Unit | null {
  const identity = pronounAt(stage, at);
  if (!identity) return null;
  tellProblem(stage, identity, at, at + 1);
  const word = lowerAt(stage.ground, at);
  const [only] = identity.actors;
  const member = identity.actors.length === 1 && only !== undefined ? stage.cast.members[only] : undefined;
  if (member?.kind === "person")
    member.gender ??= stage.ground.words.is("he", word) ? "m" : stage.ground.words.is("she", word) ? "f" : null;
  enter(stage, at, at + 1, identity.actors, identity.sort);
  return {
    first: at,
    last: at + 1,
    head: { first: at, last: at + 1 },
    actors: identity.actors,
    form: "pronoun",
    rule: identity.rule,
    score: scores[identity.rule] ?? 0.7,
    inner: false,
    anonymous: identity.actors.length === 0,
  };
}

/** Names inside tokens [first, last) beside `outer`, as inner units. */
function innerUnits(stage: Stage, first: number, last: number, outer: number | null): Unit[] {
  const units: Unit[] = [];
  for (let i = first; i < last; ) {
    const index = stage.ground.nameAt[i];
    const name = index === undefined ? undefined : stage.ground.names[index];
    const unit = name && name.index !== outer ? nameUnit(stage, name, true) : null;
    if (unit) units.push(unit);
    i = name ? Math.max(name.last, i + 1) : i + 1;
  }
  return units;
}

/** Whether only "and" stands in tokens [from, to): with a comma before it and an article behind it, if any. */
function joinedByAnd(ground: Ground, from: number, to: number): boolean {
  const and = lowerAt(ground, from) === "," ? from + 1 : from;
  if (!isA(ground, "and", and)) return false;
  return and + 1 === to || (and + 2 === to && isA(ground, "the", and + 1));
}

/** "Tom Vale and Anna Orr spoke": units joined by "and" are one group for what follows. */
function enterGroup(stage: Stage, before: Unit | undefined, unit: Unit): void {
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
  for (let i = scene.entries.length - 1; i >= 0 && scene.entries[i]?.sentence === sentence && !previous; i--) {
    const entry = scene.entries[i];
    if (entry && entry.at <= before.first && entry.actors.length > 1) previous = entry;
  }
  const chained =
    previous && before.actors.every((actor) => previous.actors.includes(actor)) ? previous.actors : before.actors;
  const actors = [...new Set([...chained, ...unit.actors])];
  const persons = actors.filter((actor) => cast.members[actor]?.kind === "person").length;
  if (persons === 0 || persons === actors.length)
    enter(stage, unit.first, unit.last, actors, persons > 0 ? "person" : "party");
}

/** The units of a document in the order of their first tokens. */
export function walk(stage: Stage): Unit[] {
  const { ground } = stage;
  const units: Unit[] = [];
  const titled = new Map<number, Name>();
  for (const name of ground.names) titled.set(Math.min(name.first, name.title?.first ?? name.first), name);
  for (const sentence of ground.analysis.sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const opening = isA(ground, "the", i) ? titled.get(i + 1) : undefined;
      const index = ground.nameAt[i];
      const name =
        titled.get(i) ??
        (opening?.title ? opening : undefined) ??
        (index === undefined ? undefined : ground.names[index]);
      const described =
        name && (name.title || name.span.kind === "person") ? null : describedUnit(stage, i, sentence.last);
      const unit =
        described ??
        (name ? nameUnit(stage, name, false) : (peopleUnit(stage, i, sentence.last) ?? pronounUnit(stage, i)));
      if (unit) {
        const before = units.findLast(({ inner }) => !inner);
        const inner = innerUnits(stage, unit.first, unit.last, unit.form === "name" && name ? name.index : null);
        units.push(unit, ...inner);
        if (name?.title) for (const { first, last, actors } of inner) enterWeak(stage, first, last, actors);
        if (unit.form === "name" || unit.rule === "people")
          enter(stage, unit.first, unit.last, unit.actors, name?.span.kind === "person" ? "person" : "party");
        enterGroup(stage, before, unit);
      }
      i = Math.max(i + 1, unit?.last ?? name?.last ?? i + 1);
    }
  }
  return units;
}
