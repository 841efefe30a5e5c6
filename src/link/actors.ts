// Actors of the record: the same person, state, organization or body across documents, under every spelling, with all that
// the documents say of it.
import type { ActorId } from "../model/ids.js";
import type { Mention, Why } from "../model/reading.js";
import type { Actor } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { type Merge, mergeProfiles, type Profile, profilesOf } from "./actor-profiles.js";
import type { NameForms } from "./compare-names-words.js";
import { type Decided, decidedOver } from "./decided.js";
import { nameDecided, regroupedActors } from "./decided-actors.js";
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

/** What a group is: as the lexicon knows it, else as something better than capitals tells it. */
const kindOf = (members: readonly Profile[]): Actor["kind"] =>
  (members.find(({ key }) => key !== null) ?? members.find(({ weak }) => !weak) ?? members[0])?.kind ?? "organization";

/** The name that an actor goes by: the lexicon's, else the full name that most documents use. */
function nameOf(members: readonly Profile[]): string {
  const keyed = members.find((profile) => profile.key !== null);
  if (keyed) return keyed.name;
  const kind = kindOf(members);
  const whole = ({ person, kind: own, name }: Profile): boolean =>
    person ? person.given !== null : own === "body" && /^\p{Lu}/u.test(name); // "Orvela works council", not "works council"
  const score = (profile: Profile): number => (whole(profile) ? 1e6 : 0) + profile.locals.length;
  const best = members
    .filter((profile) => profile.kind === kind)
    .sort((a, b) => score(b) - score(a) || b.name.length - a.name.length || (a.name < b.name ? -1 : 1))[0];
  return best?.name ?? "";
}

/** The actor of the record for a group, or where no report names it ("the deputy foreign minister of Russia": no ministry), what it belongs to. */
function groupsOf(corpus: Corpus, doc: number, local: number, actorOf: ActorOf, depth = 0): ActorId[] {
  const id = actorOf(doc, local);
  if (id !== null) return [id];
  const above = corpus[doc]?.reading.actors[local]?.memberOf ?? [];
  return depth > 4 ? [] : above.flatMap((membership) => groupsOf(corpus, doc, membership.actor, actorOf, depth + 1));
}

type NamedBy = (doc: number, local: number) => readonly Mention[];

/** The mentions that name each local actor, in the order of the text. */
function namingMentions(corpus: Corpus): NamedBy {
  const byActor = corpus.map(({ reading }) => {
    const found = new Map<number, Mention[]>();
    for (const mention of reading.mentions) {
      if (mention.actor === null || !names(mention)) continue;
      const list = found.get(mention.actor);
      if (list) list.push(mention);
      else found.set(mention.actor, [mention]);
    }
    return found;
  });
  return (doc, local) => byActor[doc]?.get(local) ?? [];
}

type Ground = { readonly corpus: Corpus; readonly actorOf: ActorOf; readonly namedBy: NamedBy };
type Locals = Profile["locals"];

/** All mentions of an actor and the forms that name it, by document and place. */
function mentionsOf(locals: Locals, { corpus, namedBy }: Ground): Pick<Actor, "mentions" | "aliases"> {
  const placed = locals.flatMap(([doc, local]) => namedBy(doc, local).map((mention) => ({ doc, mention })));
  placed.sort((a, b) => a.doc - b.doc || a.mention.start - b.mention.start);
  const aliases = new Set<string>();
  const mentions = placed.flatMap(({ doc, mention }) => {
    const input = corpus[doc];
    if (!input) return [];
    aliases.add(input.document.text.slice(mention.start, mention.end).replace(/\s+/g, " "));
    return [spanIn(input, mention)];
  });
  for (const [doc, local] of locals) // longer forms than what is marked: "Commander Vale", "Norway's Orvela"
    for (const form of corpus[doc]?.reading.actors[local]?.forms ?? []) aliases.add(form);
  return { mentions, aliases: [...aliases] };
}

/** Offices of an actor, each with all that tells it. */
function rolesOf(locals: Locals, { corpus, actorOf }: Ground): Actor["roles"] {
  const roles = new Map<string, { title: string; of: ActorId | null; evidence: Span[] }>();
  for (const [doc, local] of locals) {
    const input = corpus[doc];
    for (const role of input?.reading.actors[local]?.roles ?? []) {
      if (!input) continue;
      const of = role.of === null ? null : (groupsOf(corpus, doc, role.of, actorOf)[0] ?? null);
      const signature = `${role.title.toLowerCase()}|${of}`;
      const entry = roles.get(signature) ?? { title: role.title, of, evidence: [] };
      entry.evidence.push(spanIn(input, role));
      roles.set(signature, entry);
    }
  }
  return [...roles.values()].map(({ title, of, evidence }) => ({ title, of, from: null, to: null, evidence }));
}

/** Whom an actor speaks for, each with all that tells it. */
function membershipsOf(id: ActorId, locals: Locals, { corpus, actorOf }: Ground): Actor["memberOf"] {
  const groups = new Map<ActorId, Span[]>();
  for (const [doc, local] of locals) {
    const input = corpus[doc];
    for (const membership of input?.reading.actors[local]?.memberOf ?? []) {
      for (const group of groupsOf(corpus, doc, membership.actor, actorOf)) {
        if (group === id || !input) continue;
        const evidence = groups.get(group) ?? [];
        evidence.push(spanIn(input, membership.evidence));
        groups.set(group, evidence);
      }
    }
  }
  return [...groups].map(([actor, evidence]) => ({ actor, from: null, to: null, evidence }));
}

/** One actor's line out of all documents that name it. */
function assemble(members: readonly Profile[], id: ActorId, name: string, why: readonly Why[], ground: Ground): Actor {
  const locals = members.flatMap((profile) => profile.locals).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const { mentions, aliases } = mentionsOf(locals, ground);
  return {
    id,
    kind: kindOf(members),
    name,
    aliases,
    roles: rolesOf(locals, ground),
    memberOf: membershipsOf(id, locals, ground),
    mentions,
    why,
  };
}

/** Actors in the order of their first mention in the record's order of documents. Actors that nothing names are left out. */
export function linkActors(corpus: Corpus, forms: NameForms, decided: Decided = decidedOver(corpus, [])): LinkedActors {
  const found = profilesOf(corpus, forms);
  const { merges: read, doubtful } = mergeProfiles(found.profiles, forms);
  const { profiles, profileOfLocal, merges } = regroupedActors({ ...found, merges: read }, decided);
  const namedBy = namingMentions(corpus);
  const firstPlace = ({ members }: Merge): number => {
    let first = Number.POSITIVE_INFINITY;
    for (const member of members) {
      for (const [doc, local] of profiles[member]?.locals ?? []) {
        const [mention] = namedBy(doc, local);
        if (mention) first = Math.min(first, places(mention, doc));
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
      const locals = merge.profiles.flatMap((profile) => profile.locals);
      const name = nameDecided(locals, decided) ?? nameOf(merge.profiles);
      const id = slug(name) as ActorId;
      for (const member of merge.members) idOfProfile.set(member, id);
      return { ...merge, id, name };
    });
  const actorOf: ActorOf = (doc, local) => idOfProfile.get(profileOfLocal[doc]?.[local] ?? -1) ?? null;
  const ground = { corpus, actorOf, namedBy };
  const actors = named.map((merge) => assemble(merge.profiles, merge.id, merge.name, merge.why, ground));
  return { actors, actorOf, problems: problemsOf(corpus, found.profiles, doubtful) };
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
