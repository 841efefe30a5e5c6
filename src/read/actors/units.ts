// The units of a text by what they are: a name with its titles, a people, a description, a pronoun.
import { phraseAt } from "../names/phrases.js";
import { isHonorific } from "../names/titles.js";
import { joinMember, memberByKey } from "./cast.js";
import { describedAt } from "./describe.js";
import { enter, isSubject, speaks, type Unnamed } from "./enter.js";
import { epithetAt, epithetIdentity } from "./epithets.js";
import { formOf, isA, lowerAt, type Name, rangeAt } from "./ground.js";
import { identify } from "./identify.js";
import type { Identity, Stage } from "./identity.js";
import { ownerActors } from "./owners.js";
import { pronounAt } from "./pronouns.js";
import { learnRole } from "./roles.js";
import type { Unit } from "./unit.js";

const scores: Readonly<Record<string, number>> = {
  "description/organization": 0.85,
  "description/office": 0.85,
  "description/person": 0.75,
  "description/both": 0.7,
  "description/both-of-the-text": 0.6,
  "description/epithet": 0.75,
  "description/side": 0.95,
  "pronoun/subject-before": 0.8,
  "pronoun/only-candidate": 0.7,
  "pronoun/group-before": 0.6,
  "pronoun/party-before": 0.6,
};

/** "The commission's Lina Orr": whom somebody named directly behind an organization or state belongs to. */
function joinOwner(stage: Stage, person: number, at: number): void {
  const index = stage.ground.nameAt[at];
  const name = index === undefined ? undefined : stage.ground.names[index];
  const owner = index === undefined ? undefined : stage.actorOfName.get(index);
  if (name && owner !== undefined && name.last === at + 1 && name.span.kind !== "person")
    joinMember(stage.cast, person, owner, name.span);
}

/** "Opposition leader Anna Vale of the Centre Party": whom somebody belongs to by the name behind. */
function joinBehind(stage: Stage, person: number, name: Name): void {
  const { ground } = stage;
  if (!isA(ground, "genitive", name.last)) return;
  const at = isA(ground, "the", name.last + 1) ? name.last + 2 : name.last + 1;
  const next = ground.names[ground.nameAt[at] ?? -1];
  const owned =
    next && lowerAt(ground, next.last) === "'s" ? ground.names[ground.nameAt[next.last + 1] ?? -1] : undefined;
  const behind = owned?.span.kind === "body" ? owned : next; // "of Norway's Foreign Ministry"
  const owner = behind && stage.actorOfName.get(behind.index);
  if (behind && owner !== undefined && next?.first === at && behind.span.kind !== "person")
    joinMember(stage.cast, person, owner, behind.span);
}

/** "Vale, who chairs the supervisory board", "Vale, who leads Orvela": whom somebody belongs to by what he leads. */
function joinLed(stage: Stage, person: number, name: Name): void {
  const { ground } = stage;
  if (lowerAt(ground, name.last) !== "," || !isA(ground, "who", name.last + 1)) return;
  if (!isA(ground, "leading", name.last + 2)) return;
  const at = name.last + 3;
  const ceiling = ground.analysis.sentences[ground.tokens[at]?.sentence ?? 0]?.last ?? at;
  const described = describedAt(ground, at, ceiling);
  const told = (stage.cast.members[person]?.memberOf.length ?? 0) > 0;
  if (described && told && described.owners.length === 0) return; // "Orvela chief executive Anna Vale, who chairs the board"
  const identity = described?.owners.every(({ by }) => by !== "pronoun") ? identify(stage, described, false) : null;
  const behind = ground.names[ground.nameAt[isA(ground, "the", at) ? at + 1 : at] ?? -1];
  const led = described ? identity?.actors[0] : behind && stage.actorOfName.get(behind.index);
  if (led !== undefined && stage.cast.members[led]?.kind !== "person")
    joinMember(stage.cast, person, led, rangeAt(ground, name.last + 2, described?.last ?? behind?.last ?? at));
}

/** "The army's delegation, led by Anna Vale": whom somebody belongs to by the party that he is told to lead. */
function joinLeader(stage: Stage, person: number, first: number): void {
  const { ground, scene } = stage;
  if (ground.tokens[first - 1]?.upos !== "ADP" || !isA(ground, "leading", first - 2)) return;
  if ((stage.cast.members[person]?.memberOf.length ?? 0) > 0) return;
  const comma = lowerAt(ground, first - 3) === "," ? first - 3 : first - 2;
  const where = (at: number): boolean => isA(ground, "locative", isA(ground, "the", at) ? at - 1 : at); // "at the US mission"
  const entry = scene.entries.findLast(({ at }) => at < comma && !where(at - 1));
  const [party] = entry?.actors ?? [];
  const near = entry && entry.sentence === ground.tokens[first]?.sentence && comma - entry.at < 8;
  if (near && party !== undefined && entry.sort === "party" && entry.actors.length === 1)
    joinMember(stage.cast, person, party, rangeAt(ground, entry.at, first));
}

/** Where forms of a name begin: without a polite word before it, with its bearer's rank or office ("Commander Vale"), with whose it is ("Norway's Orvela"). */
function formsOf({ ground }: Stage, name: Name): number[] {
  const found: number[] = [];
  const title = name.title?.last === name.first ? name.title : null;
  for (let at = name.first - 1; title && at >= title.first && at > name.first - 4; at--) {
    if (ground.marks.capital[at] !== true || ground.nameAt[at] !== undefined) break;
    const ending = ground.offices.ending.get(name.first);
    const office = ending?.first === at ? ending : undefined;
    const short = name.last - name.first === 1 || office?.value.id === "military" || office?.value.id === "judge";
    if ((short && office) || isHonorific(ground.marks, at)) found.push(at);
  }
  const owner = ground.names[ground.nameAt[name.first - 2] ?? -1];
  if (owner && owner.last === name.first - 1 && lowerAt(ground, name.first - 1) === "'s") found.push(owner.first);
  return [...found, name.first];
}

/** The unit of a name; of a person with the titles around it. Learns the role that the title tells. */
export function nameUnit(stage: Stage, name: Name, inner: boolean): Unit | null {
  const actor = stage.actorOfName.get(name.index);
  if (actor === undefined || name.span.kind === "place") return null;
  const member = stage.cast.members[actor];
  const at = name.first - (lowerAt(stage.ground, name.first - 1) === "." ? 2 : 1); // "Dr. Vale"
  const polite = isHonorific(stage.ground.marks, at) && stage.ground.marks.capital[at] === true;
  const headFirst = polite ? at : name.first;
  member?.forms.add(formOf(stage.ground, rangeAt(stage.ground, headFirst, name.last)));
  for (const first of formsOf(stage, name))
    member?.forms.add(formOf(stage.ground, rangeAt(stage.ground, first, name.last)));
  if (name.title) learnRole(stage.ground, stage.cast, actor, name.title, (owner, at) => ownerActors(stage, owner, at));
  if (name.span.kind === "person" && !name.title && lowerAt(stage.ground, name.first - 1) === "'s")
    joinOwner(stage, actor, name.first - 2);
  if (name.span.kind === "person") {
    joinBehind(stage, actor, name);
    joinLed(stage, actor, name);
    joinLeader(stage, actor, Math.min(headFirst, name.title?.first ?? name.first));
  }
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

/** "The Italians", in a text of two companies: the only organization told to be of that state, where the state itself is no actor of the text. */
function companyOf({ ground, cast, actorOfName }: Stage, key: string): number | null {
  const [only, other] = cast.members.flatMap(({ classes }, index) => (classes.has(`@${key}`) ? [index] : []));
  if (only === undefined || other !== undefined || cast.members[only]?.kind !== "organization") return null;
  const alone = ground.names.some(({ span, last }) => {
    const owned = lowerAt(ground, last) === "'s" ? ground.names[ground.nameAt[last + 1] ?? -1] : undefined;
    return span.key === key && actorOfName.get(owned?.index ?? -1) !== only;
  });
  return alone ? null : only;
}

/** "The Norwegians": the people of a state, for the state, or for its company. */
export function peopleUnit(stage: Stage, at: number, ceiling: number): Unit | null {
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
  const actor = companyOf(stage, people.value) ?? memberByKey(stage.cast, people.value, null, range);
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

/** The unit of an epithet of somebody told of before. */
export function epithetUnit(stage: Stage, at: number, ceiling: number): Unit | null {
  const epithet = epithetAt(stage.ground, at, ceiling);
  const identity = epithet && epithetIdentity(stage, epithet);
  if (!epithet || !identity) return null;
  const { first, last, head } = epithet;
  tellProblem(stage, identity, first, last);
  const form = formOf(stage.ground, rangeAt(stage.ground, first, last));
  for (const actor of identity.actors) stage.cast.members[actor]?.forms.add(form);
  enter(stage, first, last, identity.actors, "person");
  return {
    first,
    last,
    head: { first: head, last: head + 1 },
    actors: identity.actors,
    form: identity.form,
    rule: identity.rule,
    score: scores[identity.rule] ?? 0.7,
    inner: false,
    anonymous: identity.actors.length === 0,
  };
}

/** The unit of a description. */
export function describedUnit(stage: Stage, at: number, ceiling: number): Unit | null {
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
  const mouth: Unnamed = { noun: null, parties: [], mouth: identity.rule === "description/spokesman-of" };
  const who = identity.actors.length === 0 ? unnamed : mouth;
  enter(stage, described.first, described.last, identity.actors, identity.sort, who);
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

/** The unit of a pronoun. What it tells of a person's gender is kept. */
export function pronounUnit(stage: Stage, at: number): Unit | null {
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
export function innerUnits(stage: Stage, first: number, last: number, outer: number | null): Unit[] {
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
