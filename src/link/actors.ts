// Actors of the record: the same person, state, organization or body across documents, under every spelling, with all that
// the documents say of it.
import type { ActorId } from "../model/ids.js";
import type { Mention, Why } from "../model/reading.js";
import type { Actor } from "../model/record.js";
import type { Range } from "../model/span.js";
import { type Merge, mergeProfiles, type Profile, profilesOf } from "./actor-profiles.js";
import { slugMaker } from "./ids.js";
import { type ActorOf, type Corpus, spanIn } from "./input.js";
import type { OpenProblem } from "./problems.js";

/** The actors of a dossier, and who is who in each document. */
export type LinkedActors = {
  readonly actors: readonly Actor[];
  readonly actorOf: ActorOf;
  readonly problems: readonly OpenProblem[];
};

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

/** Where each local actor is first named, as one number that orders documents and places; infinite where nothing names it. */
function firstMentions(corpus: Corpus): (doc: number, local: number) => number {
  const firsts = corpus.map(({ reading }, doc) => {
    const first = new Map<number, number>();
    for (const mention of reading.mentions) {
      if (mention.actor !== null && names(mention) && !first.has(mention.actor))
        first.set(mention.actor, places(mention, doc));
    }
    return first;
  });
  return (doc, local) => firsts[doc]?.get(local) ?? Number.POSITIVE_INFINITY;
}

/** Actors in the order of their first mention in the record's order of documents. Actors that nothing names are left out. */
export function linkActors(corpus: Corpus): LinkedActors {
  const { profiles, profileOfLocal } = profilesOf(corpus);
  const { merges, doubtful } = mergeProfiles(profiles);
  const firstOf = firstMentions(corpus);
  const firstPlace = ({ members }: Merge): number => {
    let first = Number.POSITIVE_INFINITY;
    for (const member of members) {
      for (const [doc, local] of profiles[member]?.locals ?? []) first = Math.min(first, firstOf(doc, local));
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
