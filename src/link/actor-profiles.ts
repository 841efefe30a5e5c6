// Profiles: what all documents that name an actor in one way say of it, and which profiles are one actor. What the lexicon
// knows meets by its key; the rest by name, office and sound. Of people with one surname, no merge without a given name or
// an office that decides (eyecite's rule: accept only if exactly one candidate remains).
import type { LocalActor, Why } from "../model/reading.js";
import type { ActorKind } from "../model/words.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import {
  apart,
  type Comparison,
  compareMisspelt,
  comparePersons,
  coreName,
  initialsOf,
  mayBeSamePerson,
  namesAlone,
  type PersonName,
  personName,
  plainName,
  plainPerson,
  soundOf,
  transliterated,
  umlautless,
} from "./compare-names.js";
import type { NameForms } from "./compare-names-words.js";
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
  weak: boolean; // capitals alone tell that it is a person or an organization, in all documents
};

const mergeScore = 0.7;

const signatureOf = (actor: LocalActor): string =>
  actor.key ??
  `${actor.kind === "person" || actor.kind === "state" ? actor.kind : "organization"}:${plainName(actor.name)}`;

function profileOf(actor: LocalActor, forms: NameForms): Profile {
  const plain = plainName(actor.name);
  const person = actor.kind === "person" ? personName(plainPerson(actor.name, forms), forms) : null;
  return {
    kind: actor.kind,
    key: actor.key,
    name: actor.name,
    plain,
    person,
    strong: new Set(),
    offices: new Set(),
    locals: [],
    weak: actor.key === null,
  };
}

/** What an actor's membership or office is of, in a form that two documents share. */
const groupName = (actors: readonly LocalActor[], index: number | null): string => {
  const actor = index === null ? undefined : actors[index];
  return actor ? (actor.key?.replace(/\/.*$/, "").replace(/^body:/, "state:") ?? plainName(actor.name)) : "";
};

/** Rules that see capitals only: whether a person or an organization is named is open. */
const openRules = new Set(
  ["acts-alone", "single", "two-names", "says", "surname"].map((rule) => `actors/name/${rule}`),
);

/** Local actors of a document that something else than capitals tells the kind of. */
function surelyKnown({ reading }: Corpus[number]): ReadonlySet<number> {
  const sure = new Set<number>();
  for (const { actor, form, why } of reading.mentions)
    if (actor !== null && form === "name" && !openRules.has(why.rule)) sure.add(actor);
  for (const [index, { roles, memberOf }] of reading.actors.entries())
    if (roles.length > 0 || memberOf.length > 0) sure.add(index);
  return sure;
}

export function profilesOf(corpus: Corpus, forms: NameForms): { profiles: Profile[]; profileOfLocal: number[][] } {
  const index = new Map<string, number>();
  const profiles: Profile[] = [];
  const profileOfLocal = corpus.map((input, doc) => {
    const { reading } = input;
    const sure = surelyKnown(input);
    return reading.actors.map((actor, local) => {
      const signature = signatureOf(actor);
      const at = index.get(signature) ?? profiles.length;
      if (at === profiles.length) {
        index.set(signature, at);
        profiles.push(profileOf(actor, forms));
      }
      const profile = profiles[at];
      if (!profile) return at;
      profile.locals.push([doc, local]);
      if (sure.has(local)) profile.weak = false;
      for (const form of [actor.name, ...actor.forms]) if (namesAlone(form)) profile.strong.add(plainName(form));
      for (const role of actor.roles)
        profile.offices.add(`${plainName(role.title)}|${groupName(reading.actors, role.of)}`);
      return at;
    });
  });
  return { profiles, profileOfLocal };
}

const isPerson = (profile: Profile): boolean => profile.kind === "person";

/** Keys under which profiles that may be one actor meet. Surnames meet with one letter left out (deletion neighbourhood). */
function meetingKeys(profile: Profile, forms: NameForms): string[] {
  if (profile.person) {
    const { surname } = profile.person;
    const without = surname.length < 5 ? [] : [...surname].map((_, at) => surname.slice(0, at) + surname.slice(at + 1));
    const halves = surname.includes("-") ? surname.split("-") : [];
    const open = profile.weak ? [`o:${profile.plain}`] : [];
    const given = profile.person.given?.split(" ")[0];
    const misspelt = given ? [`g:${soundOf(given)}${surname[0] ?? ""}`] : [];
    const heard = [...misspelt, `t:${transliterated(surname)}`, ...[...profile.offices].map((office) => `f:${office}`)];
    return [...[surname, umlautless(surname), ...without, ...halves].map((form) => `p:${form}`), ...heard, ...open];
  }
  const initials = initialsOf(profile.name).toLowerCase();
  if (isOwnState(profile)) return [`s:${transliterated(profile.plain)}`, `o:${profile.plain}`];
  const spelt = isOwn(profile) ? [`s:${transliterated(profile.plain)}`] : [];
  const names = [...spelt, ...profile.strong, ...(initials.length > 2 ? [initials] : [])].map((form) => `o:${form}`);
  const core = profile.key === null && profile.kind === "organization" ? [`o:${coreName(profile.plain, forms)}`] : [];
  const open = profile.weak && !profile.plain.includes(" ") ? [`p:${profile.plain}`] : [];
  const words = wordsKey(profile);
  if (words !== null) names.push(`w:${words}`);
  return [...new Set([...names, ...core, ...open, ...(isOwnBody(profile) ? [`b:${bodyNoun(profile)}`] : [])])];
}

/** The words of an organization's name of at least three, without small ones, in alphabetical order; null for others. */
function wordsKey({ kind, name, plain }: Profile): string | null {
  if (kind === "person" || kind === "state" || !/^\p{Lu}/u.test(name)) return null;
  const small = new Set(name.split(/\s+/).filter((word) => /^\p{Ll}/u.test(word)));
  const words = plain.split(" ").filter((word) => !small.has(word));
  return words.length < 3 ? null : words.sort().join(" ");
}

/** A body that a report names by its noun only: "works council", "Orvela supervisory board". */
const isOwnBody = ({ kind, key, name }: Profile): boolean =>
  kind === "body" && key === null && /^\p{Ll}/u.test(name.split(" ").at(-1) ?? "");
const bodyNoun = ({ plain }: Profile): string => plain.split(" ").slice(-2).join(" ");

/** What tells names apart that share a part: short names that several bear, full names by their core, bodies by their noun. */
type Shared = {
  readonly names: ReadonlySet<string>;
  readonly cores: ReadonlyMap<string, number>;
  readonly bodies: ReadonlyMap<string, number>;
  readonly surnames: ReadonlyMap<string, number>;
  readonly forms: NameForms;
};

/** How many different full names come under each key. */
function counted(found: readonly (readonly [key: string, name: string])[]): ReadonlyMap<string, number> {
  const names = new Map<string, Set<string>>();
  for (const [key, name] of found) names.set(key, (names.get(key) ?? new Set()).add(name));
  return new Map([...names].map(([key, own]) => [key, own.size]));
}

function sharedOf(profiles: readonly Profile[], forms: NameForms): Shared {
  const cored = profiles.filter(
    ({ kind, key, plain }) => kind === "organization" && key === null && coreName(plain, forms) !== plain,
  );
  const owned = profiles.filter((profile) => isOwnBody(profile) && profile.plain !== bodyNoun(profile));
  return {
    forms,
    names: sharedShortNames(profiles),
    cores: counted(cored.map(({ plain }) => [coreName(plain, forms), plain])),
    bodies: counted(owned.map((profile) => [bodyNoun(profile), ownerCore(profile, forms)])),
    surnames: counted(
      profiles.flatMap(({ person }) => (person?.given ? [[person.surname, person.given] as const] : [])),
    ),
  };
}

/** The owner in the name of an own body, without words for its kind: "orvela" of "orvela se works council". */
const ownerCore = ({ plain }: Profile, forms: NameForms): string =>
  coreName(plain.split(" ").slice(0, -2).join(" "), forms);

/** Two own bodies: of one owner, or one without an owner where the dossier has one such body. */
function compareBodies(a: Profile, b: Profile, shared: Shared): Comparison {
  if (bodyNoun(a) !== bodyNoun(b)) return apart("other bodies");
  const [left, right] = [ownerCore(a, shared.forms), ownerCore(b, shared.forms)];
  if (left !== "" && right !== "")
    return left === right ? { score: 0.9, because: `the ${bodyNoun(a)} of one organization` } : apart("other owners");
  return shared.bodies.get(bodyNoun(a)) === 1
    ? { score: 0.75, because: `the only ${bodyNoun(a)} of the dossier` }
    : apart("the body of nobody told");
}

/** A name that capitals alone make a person's or an organization's, and one that the dossier knows better. */
function compareOpen(a: Profile, b: Profile, shared: Shared): Comparison {
  const [open, known] = a.weak ? [a, b] : [b, a];
  if (open.weak === known.weak || open.key !== null) return apart("one is a person");
  if (open.person) {
    const same = known.strong.has(open.plain) && !shared.names.has(open.plain);
    return same ? { score: 0.8, because: `"${open.plain}" is an organization elsewhere` } : apart("one is a person");
  }
  const bearer = known.person?.given && known.person.surname === open.plain && shared.surnames.get(open.plain) === 1;
  return bearer ? { score: 0.75, because: `"${open.plain}" is a surname elsewhere` } : apart("one is a person");
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

/** A state that only a text knows, not the lexicon. */
const isOwnState = ({ kind, key }: Profile): boolean =>
  kind === "state" && (key === null || key.startsWith("state:own-"));

const isOwn = ({ kind, key }: Profile): boolean => kind === "organization" && key === null;

/** Two profiles by name and office; 0 where they cannot be one actor. */
function compareProfiles(a: Profile, b: Profile, shared: Shared): Comparison {
  const sharedNames = shared.names;
  if (isPerson(a) !== isPerson(b)) return compareOpen(a, b, shared);
  if (isOwnBody(a) && isOwnBody(b)) return compareBodies(a, b, shared);
  const misspelt = apartOnce(a, b);
  if (a.person && b.person) {
    const found = comparePersons(a.person, b.person, shareOffice(a, b));
    return found.score >= mergeScore || !misspelt ? found : better(compareMisspelt(a.person, b.person), found);
  }
  if (isOwnState(a) && isOwnState(b) && transliterated(a.plain) === transliterated(b.plain))
    return { score: 0.85, because: "one state's name in two transliterations" };
  if (a.key !== null && b.key !== null) return apart("the lexicon knows them as two");
  for (const form of a.strong)
    if (b.strong.has(form) && !sharedNames.has(form)) return { score: 0.9, because: `both are called "${form}"` };
  const words = wordsKey(a);
  if (words !== null && words === wordsKey(b) && a.name !== b.name)
    return { score: 0.8, because: "the same words in another order" };
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    const initials = initialsOf(long.name).toLowerCase();
    if (initials.length > 2 && short.strong.has(initials) && !sharedNames.has(initials))
      return { score: 0.75, because: `"${initials}" are the initials of ${long.name}` };
    const core = short.plain === coreName(long.plain, shared.forms) && short.plain !== long.plain;
    if (core && isOwn(a) && isOwn(b) && shared.cores.get(short.plain) === 1)
      return { score: 0.85, because: `${short.name} is short for ${long.name}` };
  }
  const spelt = isOwn(a) && isOwn(b) && misspelt && a.plain.length > 5;
  if (spelt && transliterated(a.plain) === transliterated(b.plain))
    return { score: 0.75, because: `${a.name} and ${b.name} are one name, spelt otherwise in a single report` };
  return apart("other names");
}

const better = (a: Comparison, b: Comparison): Comparison => (a.score > b.score ? a : b);

/** Whether no report names both, and one of them stands in a single report. */
function apartOnce(a: Profile, b: Profile): boolean {
  const left = new Set(a.locals.map(([doc]) => doc));
  const right = new Set(b.locals.map(([doc]) => doc));
  return Math.min(left.size, right.size) === 1 && ![...left].some((doc) => right.has(doc));
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
      if (!a || !b || (a.key !== null && b.key !== null && a.key !== b.key && !(isOwnState(a) && isOwnState(b))))
        return false;
      if (a.person && b.person && !mayBeSamePerson(a.person, b.person)) return false;
    }
  }
  return true;
}

export type Merge = { readonly members: readonly number[]; readonly why: readonly Why[] };

export function mergeProfiles(
  profiles: readonly Profile[],
  forms: NameForms,
): {
  merges: Merge[];
  doubtful: readonly [number, string][];
} {
  const shared = sharedSurnames(profiles);
  const sharedParts = sharedOf(profiles, forms);
  const pairs: (Pair & { because: string })[] = [];
  const doubtful: [number, string][] = [];
  for (const [a, b] of pairsByKey(
    profiles.map((profile) => meetingKeys(profile, forms)),
    200,
  )) {
    const [left, right] = [profiles[a], profiles[b]];
    if (!left || !right) continue;
    const { score, because } = compareProfiles(left, right, sharedParts);
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
