// Profiles: what all documents that name an actor in one way say of it, and which profiles are one actor. What the lexicon
// knows meets by its key; the rest by name, office and sound. Of people with one surname, no merge without a given name or
// an office that decides (eyecite's rule: accept only if exactly one candidate remains).
import type { LocalActor, Why } from "../model/reading.js";
import type { ActorKind } from "../model/words.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import {
  apart,
  type Comparison,
  comparePersons,
  initialsOf,
  mayBeSamePerson,
  namesAlone,
  type PersonName,
  personName,
  plainName,
  plainPerson,
  umlautless,
} from "./compare-names.js";
import type { Corpus } from "./input.js";

/** What documents that name an actor in the same way say of it together. */
export type Profile = {
  readonly kind: ActorKind;
  readonly key: string | null;
  readonly name: string;
  readonly plain: string;
  readonly person: PersonName | null;
  readonly strong: Set<string>; // plain forms that name on their own
  readonly offices: Set<string>; // "title|of", plain
  readonly locals: [doc: number, local: number][];
};

const mergeScore = 0.7;

const signatureOf = (actor: LocalActor): string =>
  actor.key ??
  `${actor.kind === "person" || actor.kind === "state" ? actor.kind : "organization"}:${plainName(actor.name)}`;

function profileOf(actor: LocalActor): Profile {
  const plain = plainName(actor.name);
  const person = actor.kind === "person" ? personName(plainPerson(actor.name)) : null;
  return {
    kind: actor.kind,
    key: actor.key,
    name: actor.name,
    plain,
    person,
    strong: new Set(),
    offices: new Set(),
    locals: [],
  };
}

/** What an actor's membership or office is of, in a form that two documents share. */
const groupName = (actors: readonly LocalActor[], index: number | null): string => {
  const actor = index === null ? undefined : actors[index];
  return actor ? (actor.key?.replace(/\/.*$/, "").replace(/^body:/, "state:") ?? plainName(actor.name)) : "";
};

export function profilesOf(corpus: Corpus): { profiles: Profile[]; profileOfLocal: number[][] } {
  const index = new Map<string, number>();
  const profiles: Profile[] = [];
  const profileOfLocal = corpus.map(({ reading }, doc) =>
    reading.actors.map((actor, local) => {
      const signature = signatureOf(actor);
      const at = index.get(signature) ?? profiles.length;
      if (at === profiles.length) {
        index.set(signature, at);
        profiles.push(profileOf(actor));
      }
      const profile = profiles[at];
      if (!profile) return at;
      profile.locals.push([doc, local]);
      for (const form of [actor.name, ...actor.forms]) if (namesAlone(form)) profile.strong.add(plainName(form));
      for (const role of actor.roles)
        profile.offices.add(`${plainName(role.title)}|${groupName(reading.actors, role.of)}`);
      return at;
    }),
  );
  return { profiles, profileOfLocal };
}

const isPerson = (profile: Profile): boolean => profile.kind === "person";

/** Keys under which profiles that may be one actor meet. Surnames meet with one letter left out (deletion neighbourhood). */
function meetingKeys(profile: Profile): string[] {
  if (profile.person) {
    const { surname } = profile.person;
    const without = surname.length < 5 ? [] : [...surname].map((_, at) => surname.slice(0, at) + surname.slice(at + 1));
    const halves = surname.includes("-") ? surname.split("-") : [];
    return [surname, umlautless(surname), ...without, ...halves].map((form) => `p:${form}`);
  }
  const initials = initialsOf(profile.name).toLowerCase();
  return [...profile.strong, ...(initials.length > 2 ? [initials] : [])].map((form) => `o:${form}`);
}

function shareOffice(a: Profile, b: Profile): boolean {
  for (const office of a.offices) if (b.offices.has(office)) return true;
  return false;
}

const holdsAll = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

/** How many organizations a short name may name before it tells none of them apart. */
const mostOfOneName = 2;

/**
 * Short names that several organizations bear ("Porto" of the Porto Dockers Union, the Porto Bakers Union, the Porto Pilots
 * Guild): no merge may rest on them. Names that add words to one another are of one organization.
 */
function sharedShortNames(profiles: readonly Profile[]): ReadonlySet<string> {
  const bearers = new Map<string, ReadonlySet<string>[]>();
  for (const { person, plain, strong } of profiles) {
    if (person || !plain.includes(" ")) continue;
    const words = new Set(plain.split(" "));
    for (const form of strong) {
      const others = bearers.get(form) ?? [];
      bearers.set(form, others);
      if (form.includes(" ") || others.length > mostOfOneName) continue;
      if (!others.some((other) => holdsAll(other, words) || holdsAll(words, other))) others.push(words);
    }
  }
  return new Set([...bearers].filter(([, names]) => names.length > mostOfOneName).map(([form]) => form));
}

/** Two profiles by name and office; 0 where they cannot be one actor. */
function compareProfiles(a: Profile, b: Profile, sharedNames: ReadonlySet<string>): Comparison {
  if (isPerson(a) !== isPerson(b)) return apart("one is a person");
  if (a.person && b.person) return comparePersons(a.person, b.person, shareOffice(a, b));
  if (a.key !== null && b.key !== null) return apart("the lexicon knows them as two");
  for (const form of a.strong)
    if (b.strong.has(form) && !sharedNames.has(form)) return { score: 0.9, because: `both are called "${form}"` };
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    const initials = initialsOf(long.name).toLowerCase();
    if (initials.length > 2 && short.strong.has(initials) && !sharedNames.has(initials))
      return { score: 0.75, because: `"${initials}" are the initials of ${long.name}` };
  }
  return apart("other names");
}

/** Surnames told without a given name that two people of the dossier bear: no merge may rest on them alone. */
function sharedSurnames(profiles: readonly Profile[]): ReadonlySet<string> {
  const bearers = new Map<string, Profile[]>();
  for (const profile of profiles) {
    if (!profile.person?.given) continue;
    const list = bearers.get(profile.person.surname) ?? [];
    const known = list.some((other) => other.person && profile.person && mayBeSamePerson(other.person, profile.person));
    if (!known) bearers.set(profile.person.surname, [...list, profile]);
  }
  return new Set([...bearers].filter(([, list]) => list.length > 1).map(([surname]) => surname));
}

function mayStandTogether(profiles: readonly Profile[], left: readonly number[], right: readonly number[]): boolean {
  for (const i of left) {
    for (const j of right) {
      const [a, b] = [profiles[i], profiles[j]];
      if (!a || !b || (a.key !== null && b.key !== null && a.key !== b.key)) return false;
      if (a.person && b.person && !mayBeSamePerson(a.person, b.person)) return false;
    }
  }
  return true;
}

export type Merge = { readonly members: readonly number[]; readonly why: readonly Why[] };

export function mergeProfiles(profiles: readonly Profile[]): {
  merges: Merge[];
  doubtful: readonly [number, string][];
} {
  const shared = sharedSurnames(profiles);
  const sharedNames = sharedShortNames(profiles);
  const pairs: (Pair & { because: string })[] = [];
  const doubtful: [number, string][] = [];
  for (const [a, b] of pairsByKey(profiles.map(meetingKeys), 200)) {
    const [left, right] = [profiles[a], profiles[b]];
    if (!left || !right) continue;
    const { score, because } = compareProfiles(left, right, sharedNames);
    const surname = left.person?.surname;
    const bare = left.person && right.person && (left.person.given === null) !== (right.person.given === null);
    if (bare && surname !== undefined && shared.has(surname) && !shareOffice(left, right)) {
      const which = left.person?.given === null ? a : b;
      if (score > 0) doubtful.push([which, which === a ? right.name : left.name]);
    } else if (score >= mergeScore) pairs.push({ a, b, score, because });
    else if (score >= 0.5) doubtful.push([a, right.name]);
  }
  const groups = cluster(profiles.length, pairs, (left, right) => mayStandTogether(profiles, left, right));
  const groupOf = new Map(groups.flatMap((members, index) => members.map((member) => [member, index] as const)));
  const used = new Map<number, typeof pairs>();
  for (const pair of pairs) {
    const group = groupOf.get(pair.a) ?? -1;
    if (group === groupOf.get(pair.b)) used.set(group, [...(used.get(group) ?? []), pair]);
  }
  const both = (pair: Pair): string => `${profiles[pair.a]?.name} = ${profiles[pair.b]?.name}`;
  const merges = groups.map((members, index) => ({
    members,
    why: (used.get(index) ?? []).map((pair) => ({ rule: `actors/${both(pair)}: ${pair.because}`, score: pair.score })),
  }));
  return { merges, doubtful };
}
