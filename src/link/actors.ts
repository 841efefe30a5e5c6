// Actors of the record: the same person, state, organization or body across documents, under every spelling. What the
// lexicon knows meets by its key; the rest by name, office and sound. Of people with one surname, no merge without a
// given name or an office that decides (eyecite's rule: accept only if exactly one candidate remains).
import type { ActorId } from "../model/ids.js";
import type { LocalActor, Mention, Why } from "../model/reading.js";
import type { Actor } from "../model/record.js";
import type { Range } from "../model/span.js";
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
} from "./compare-names.js";
import { slugMaker } from "./ids.js";
import { type ActorOf, type Corpus, spanIn } from "./input.js";
import type { OpenProblem } from "./problems.js";

/** What documents that name an actor in the same way say of it together. */
type Profile = {
  readonly kind: ActorKind;
  readonly key: string | null;
  readonly name: string;
  readonly plain: string;
  readonly person: PersonName | null;
  readonly strong: Set<string>; // plain forms that name on their own
  readonly offices: Set<string>; // "title|of", plain
  readonly locals: [doc: number, local: number][];
};

/** The actors of a dossier, and who is who in each document. */
export type LinkedActors = {
  readonly actors: readonly Actor[];
  readonly actorOf: ActorOf;
  readonly problems: readonly OpenProblem[];
};

const mergeScore = 0.7;

const signatureOf = (actor: LocalActor): string =>
  actor.key ??
  `${actor.kind === "person" || actor.kind === "state" ? actor.kind : "organization"}:${plainName(actor.name)}`;

function profileOf(actor: LocalActor): Profile {
  const plain = plainName(actor.name);
  const person = actor.kind === "person" ? personName(plain) : null;
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

function profilesOf(corpus: Corpus): { profiles: Profile[]; profileOfLocal: number[][] } {
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
    return [surname, ...without].map((form) => `p:${form}`);
  }
  const initials = initialsOf(profile.name).toLowerCase();
  return [...profile.strong, ...(initials.length > 2 ? [initials] : [])].map((form) => `o:${form}`);
}

function shareOffice(a: Profile, b: Profile): boolean {
  for (const office of a.offices) if (b.offices.has(office)) return true;
  return false;
}

/** Two profiles by name and office; 0 where they cannot be one actor. */
function compareProfiles(a: Profile, b: Profile): Comparison {
  if (isPerson(a) !== isPerson(b)) return apart("one is a person");
  if (a.person && b.person) return comparePersons(a.person, b.person, shareOffice(a, b));
  if (a.key !== null && b.key !== null) return apart("the lexicon knows them as two");
  for (const form of a.strong) if (b.strong.has(form)) return { score: 0.9, because: `both are called "${form}"` };
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    const initials = initialsOf(long.name).toLowerCase();
    if (initials.length > 2 && short.strong.has(initials))
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

type Merge = { readonly members: readonly number[]; readonly why: readonly Why[] };

function mergeProfiles(profiles: readonly Profile[]): { merges: Merge[]; doubtful: readonly [number, string][] } {
  const shared = sharedSurnames(profiles);
  const pairs: (Pair & { because: string })[] = [];
  const doubtful: [number, string][] = [];
  for (const [a, b] of pairsByKey(profiles.map(meetingKeys), 200)) {
    const [left, right] = [profiles[a], profiles[b]];
    if (!left || !right) continue;
    const { score, because } = compareProfiles(left, right);
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
  const merges = groups.map((members, index) => {
    const used = pairs.filter((pair) => groupOf.get(pair.a) === index && groupOf.get(pair.b) === index);
    const both = (pair: Pair): string => `${profiles[pair.a]?.name} = ${profiles[pair.b]?.name}`;
    return { members, why: used.map((pair) => ({ rule: `actors/${both(pair)}: ${pair.because}`, score: pair.score })) };
  });
  return { merges, doubtful };
}

/** Whether a mention names its actor: no pronouns, no bare titles. */
const names = (mention: Mention): boolean => mention.form === "name" || mention.form === "epithet";

const places = (range: Range, doc: number): number => doc * 1e9 + range.start;

/** The name that an actor goes by: the lexicon's, else the full name that most documents use. */
function nameOf(members: readonly Profile[]): string {
  const keyed = members.find((profile) => profile.key !== null);
  if (keyed) return keyed.name;
  const score = (profile: Profile): number => (profile.person?.given ? 1e6 : 0) + profile.locals.length;
  const best = [...members].sort(
    (a, b) => score(b) - score(a) || b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
  )[0];
  return best?.name ?? "";
}

/** The actor of the record for a group, or where no report names it ("the deputy foreign minister of Russia": no ministry), what it belongs to. */
function groupsOf(corpus: Corpus, doc: number, local: number, actorOf: ActorOf, depth = 0): ActorId[] {
  const id = actorOf(doc, local);
  if (id !== null) return [id];
  const above = corpus[doc]?.reading.actors[local]?.memberOf ?? [];
  return depth > 4 ? [] : above.flatMap((membership) => groupsOf(corpus, doc, membership.actor, actorOf, depth + 1));
}

/** One actor's lines out of all documents that name it. */
function assemble(
  corpus: Corpus,
  members: readonly Profile[],
  id: ActorId,
  name: string,
  why: readonly Why[],
  actorOf: ActorOf,
): Actor {
  const locals = members.flatMap((profile) => profile.locals).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const mentions: Actor["mentions"][number][] = [];
  const aliases = new Set<string>();
  const roles = new Map<string, { title: string; of: ActorId | null; evidence: Actor["mentions"][number][] }>();
  const groups = new Map<ActorId, Actor["mentions"][number][]>();
  for (const [doc, local] of locals) {
    const input = corpus[doc];
    const actor = input?.reading.actors[local];
    if (!input || !actor) continue;
    const own = input.reading.mentions.filter((mention) => mention.actor === local && names(mention));
    for (const mention of own) {
      mentions.push(spanIn(input, mention));
      aliases.add(input.document.text.slice(mention.start, mention.end).replace(/\s+/g, " "));
    }
    for (const role of actor.roles) {
      const of = role.of === null ? null : (groupsOf(corpus, doc, role.of, actorOf)[0] ?? null);
      const signature = `${role.title.toLowerCase()}|${of}`;
      const entry = roles.get(signature) ?? { title: role.title, of, evidence: [] };
      entry.evidence.push(spanIn(input, role));
      roles.set(signature, entry);
    }
    for (const membership of actor.memberOf) {
      for (const group of groupsOf(corpus, doc, membership.actor, actorOf)) {
        if (group !== id) groups.set(group, [...(groups.get(group) ?? []), spanIn(input, membership.evidence)]);
      }
    }
  }
  const kinds = members.find((profile) => profile.key !== null) ?? members[0];
  return {
    id,
    kind: kinds?.kind ?? "organization",
    name,
    aliases: [...aliases],
    roles: [...roles.values()].map(({ title, of, evidence }) => ({ title, of, from: null, to: null, evidence })),
    memberOf: [...groups].map(([actor, evidence]) => ({ actor, from: null, to: null, evidence })),
    mentions,
    why,
  };
}

/** Actors in the order of their first mention in the record's order of documents. Actors that nothing names are left out. */
export function linkActors(corpus: Corpus): LinkedActors {
  const { profiles, profileOfLocal } = profilesOf(corpus);
  const { merges, doubtful } = mergeProfiles(profiles);
  const firstPlace = ({ members }: Merge): number => {
    let first = Number.POSITIVE_INFINITY;
    for (const member of members) {
      for (const [doc, local] of profiles[member]?.locals ?? []) {
        for (const mention of corpus[doc]?.reading.mentions ?? [])
          if (mention.actor === local && names(mention)) first = Math.min(first, places(mention, doc));
      }
    }
    return first;
  };
  const placed = merges.map((merge) => ({
    ...merge,
    place: firstPlace(merge),
    profiles: merge.members.flatMap((member) => profiles[member] ?? []),
  }));
  placed.sort((a, b) => a.place - b.place || (a.members[0] ?? 0) - (b.members[0] ?? 0));
  const slug = slugMaker();
  const idOfProfile = new Map<number, ActorId>();
  const named = placed
    .filter((merge) => merge.place < Number.POSITIVE_INFINITY)
    .map((merge) => {
      const name = nameOf(merge.profiles);
      const id = slug(name) as ActorId;
      for (const member of merge.members) idOfProfile.set(member, id);
      return { ...merge, id, name };
    });
  const actorOf: ActorOf = (doc, local) => idOfProfile.get(profileOfLocal[doc]?.[local] ?? -1) ?? null;
  const actors = named.map((merge) => assemble(corpus, merge.profiles, merge.id, merge.name, merge.why, actorOf));
  return { actors, actorOf, problems: problemsOf(corpus, profiles, doubtful) };
}

function problemsOf(
  corpus: Corpus,
  profiles: readonly Profile[],
  doubtful: readonly [number, string][],
): OpenProblem[] {
  const candidates = new Map<number, Set<string>>();
  for (const [profile, name] of doubtful) candidates.set(profile, (candidates.get(profile) ?? new Set()).add(name));
  return [...candidates].flatMap(([index, names]): OpenProblem[] => {
    const profile = profiles[index];
    const [doc, local] = profile?.locals[0] ?? [-1, -1];
    const input = corpus[doc];
    const mention = input?.reading.mentions.find((candidate) => candidate.actor === local);
    if (!profile || !input || !mention) return [];
    const span = spanIn(input, mention);
    return [
      {
        span,
        stage: "actors",
        reason: `${profile.name} may be another actor of the dossier; kept apart.`,
        candidates: [...names].sort(),
      },
    ];
  });
}
