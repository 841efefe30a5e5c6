// What persons decided on actors: who is one, who is two, what an actor is called, what it is, for whom it speaks.
import type { Pointed } from "../model/decision.js";
import type { ActorId } from "../model/ids.js";
import type { Actor } from "../model/record.js";
import type { Merge, Profile } from "./actor-profiles.js";
import { authors, type Decided, nearestTo } from "./decided.js";
import type { ActorOf } from "./input.js";

type Local = readonly [doc: number, local: number];
const keyOf = ([doc, local]: Local): string => `${doc},${local}`;

/** The actor of a document that words name. */
function localAt(decided: Decided, pointed: Pointed): Local | null {
  const doc = decided.docOf(pointed);
  if (doc === null) return null;
  const named = decided.corpus[doc]?.reading.mentions.filter(({ actor }) => actor !== null) ?? [];
  const actor = nearestTo(named, pointed)?.actor ?? null;
  return actor === null ? null : [doc, actor];
}

const nobody = "nobody, or more than one, is named at these words";

export type Grouped = {
  readonly profiles: readonly Profile[];
  readonly profileOfLocal: readonly (readonly number[])[];
  readonly merges: readonly Merge[];
};
type Group = { readonly locals: Map<string, Local>; readonly why: Merge["why"] };

/** Groups in which the actors that words name are one, or apart from the rest. */
function decide(groups: Group[], decided: Decided): void {
  for (const decision of decided.of("merge-actors", "split-actor")) {
    const { action } = decision;
    const locals = action.on.flatMap((pointed) => {
      const local = localAt(decided, pointed);
      if (!local) decided.missed(decision, pointed, nobody);
      return local ? [local] : [];
    });
    const [first] = locals;
    if (!first || (action.kind === "merge-actors" && locals.length < 2)) continue;
    const why = [{ rule: "actors/decided by a person", score: null }];
    if (action.kind === "split-actor") {
      for (const { locals: own } of groups) for (const local of locals) own.delete(keyOf(local));
      groups.push({ locals: new Map(locals.map((local) => [keyOf(local), local])), why });
      continue;
    }
    const leads = ({ locals: own }: Group): number => (own.has(keyOf(first)) ? 0 : 1); // it is called as the first is
    const held = groups
      .filter(({ locals: own }) => locals.some((local) => own.has(keyOf(local))))
      .sort((a, b) => leads(a) - leads(b));
    const all = new Map(held.flatMap((group) => [...group.locals]));
    const reasons = [...held.flatMap((group) => group.why), ...why];
    for (const group of held) group.locals.clear();
    groups.push({ locals: all, why: [...new Map(reasons.map((one) => [one.rule, one])).values()] });
  }
}

/** Who is who after decisions: what a group holds of a profile becomes a profile of its own. */
export function regroupedActors(grouped: Grouped, decided: Decided): Grouped {
  if (decided.of("merge-actors", "split-actor").length === 0) return grouped;
  const groups = grouped.merges.map(({ members, why }): Group => {
    const locals = members.flatMap((member) => grouped.profiles[member]?.locals ?? []);
    return { locals: new Map(locals.map((local) => [keyOf(local), local])), why };
  });
  decide(groups, decided);
  const profiles = [...grouped.profiles];
  const profileOfLocal = grouped.profileOfLocal.map((own) => [...own]);
  const merges = groups.flatMap(({ locals, why }): Merge[] => {
    const shares = new Map<number, [number, number][]>();
    for (const [doc, local] of locals.values()) {
      const profile = grouped.profileOfLocal[doc]?.[local] ?? -1;
      shares.set(profile, [...(shares.get(profile) ?? []), [doc, local]]);
    }
    const members = [...shares].flatMap(([index, share]): number[] => {
      const profile = grouped.profiles[index];
      if (!profile) return [];
      if (share.length === profile.locals.length) return [index];
      profiles.push({ ...profile, locals: share });
      for (const [doc, local] of share) profileOfLocal[doc]?.splice(local, 1, profiles.length - 1);
      return [profiles.length - 1];
    });
    return members.length > 0 ? [{ members, why }] : [];
  });
  return { profiles, profileOfLocal, merges };
}

/** The name that a person gave to the actor with these members in the documents; null: none. */
export function nameDecided(locals: readonly Local[], decided: Decided): string | null {
  let name: string | null = null;
  for (const { action } of decided.of("rename-actor")) {
    const at = action.on.map((pointed) => localAt(decided, pointed)).find((local) => local !== null);
    if (at && locals.some((local) => keyOf(local) === keyOf(at))) name = action.name;
  }
  return name;
}

/** Actors with what persons said that they are, and for whom they speak; and who decided on each. */
export function decidedActors(actors: readonly Actor[], actorOf: ActorOf, decided: Decided): Actor[] {
  const by = authors();
  const changed = new Map(actors.map((actor) => [actor.id, actor]));
  const idAt = (pointed: Pointed): ActorId | null => {
    const local = localAt(decided, pointed);
    return local && actorOf(...local);
  };
  for (const decision of decided.of("merge-actors", "split-actor", "rename-actor", "retype-actor", "speaks-for")) {
    const { action, author } = decision;
    const touched = action.kind === "split-actor" ? [...action.on, ...action.from] : action.on;
    for (const pointed of touched) by.add(idAt(pointed) ?? "", author);
    const [first] = action.on;
    const id = action.on.flatMap((pointed) => idAt(pointed) ?? [])[0];
    const actor = id === undefined ? undefined : changed.get(id);
    if (!actor || !first) decided.missed(decision, first, nobody);
    else if (action.kind === "retype-actor") changed.set(actor.id, { ...actor, kind: action.to });
    else if (action.kind === "speaks-for") {
      const groups = new Set(action.groups.flatMap((pointed) => idAt(pointed) ?? []));
      groups.delete(actor.id);
      if (groups.size < action.groups.length) decided.missed(decision, first, "the group is not named at its words");
      if (groups.size === 0 && action.groups.length > 0) continue;
      const evidence = [first.span];
      const memberOf = [...groups].map((group) => ({ actor: group, from: null, to: null, evidence }));
      changed.set(actor.id, { ...actor, memberOf });
    }
  }
  return actors.map(({ id }) => changed.get(id)).flatMap((actor) => (actor ? [{ ...actor, ...by.of(actor.id) }] : []));
}

/** The actor that words name. */
export const actorNamedAt = (pointed: Pointed, actorOf: ActorOf, decided: Decided): ActorId | null => {
  const local = localAt(decided, pointed);
  return local && actorOf(...local);
};
