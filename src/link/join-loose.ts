// What is told with a month, an interval or no date joins an event only if exactly one candidate remains; two that fit are a
// problem and join none.
import { compareEvents, eventScore, whyApart } from "./compare-events.js";
import { spanIn } from "./input.js";
import type { OpenProblem } from "./problems.js";
import { isPrecise, monthsOf, type Telling } from "./tellings.js";

export type Join = { readonly score: number; readonly because: string };
/** Tellings (indices) that tell one event, and why they were joined. */
export type EventGroup = { readonly members: readonly number[]; readonly joins: readonly Join[] };

/** A lead this large over the second-best candidate counts as being the only one. */
const clearLead = 0.15;
const mostCandidates = 60;
const mostMembers = 24; // of a group that are compared

/** Keys under which what is told without a day meets events: kind and month, with each party, with none, with any. */
function keysFor({ days, window, parties, family }: Telling): { filed: string[]; looked: string[] } {
  const stretch = days ?? window;
  const months = stretch ? monthsOf(stretch) : ["undated"];
  const under = (names: readonly string[]): string[] =>
    months.flatMap((month) => names.map((name) => `${family}|${month}|${name}`));
  const own = [...parties];
  return {
    filed: under([...own, ...(own.length > 0 ? [] : ["none"]), "any"]),
    looked: under(own.length > 0 ? [...own, "none"] : ["any"]),
  };
}

/** How wide a group's time is: of its most precise telling; undated last. */
const widthOf = (members: readonly Telling[]): number =>
  Math.min(...members.map(({ days }) => (days ? Math.min(days.last - days.first, 1e6) : 1e7)));

type Best = { readonly group: number; readonly score: number; readonly because: string };

/** How well two groups are one event; null where anything in them may not stand together, or nothing speaks for it. */
function compareGroups(own: readonly Telling[], other: readonly Telling[], group: number): Best | null {
  let best: Best | null = null;
  for (const a of own.slice(0, mostMembers)) {
    for (const b of other.slice(0, mostMembers)) {
      if (whyApart(a, b) !== null) return null;
      const { score, because } = compareEvents(a, b);
      if (score >= eventScore && (!best || score > best.score)) best = { group, score, because };
    }
  }
  return best;
}

type State = {
  readonly groups: number[][];
  readonly joins: Map<number, Join[]>;
  readonly filed: Map<string, Set<number>>;
};

function file(state: State, index: number, tellings: readonly Telling[]): void {
  for (const member of state.groups[index] ?? []) {
    const telling = tellings[member];
    for (const key of telling ? keysFor(telling).filed : [])
      state.filed.set(key, (state.filed.get(key) ?? new Set()).add(index));
  }
}

/** The groups that a loose group may belong to, the likeliest first. */
function candidatesFor(state: State, index: number, tellings: readonly Telling[]): Best[] {
  const membersOf = (group: number): Telling[] =>
    (state.groups[group] ?? []).flatMap((member) => tellings[member] ?? []);
  const own = membersOf(index);
  const among = new Set(
    own.flatMap((telling) =>
      keysFor(telling).looked.flatMap((key) => [...(state.filed.get(key) ?? [])].slice(-mostCandidates)),
    ),
  );
  const found = [...among]
    .filter((group) => group !== index)
    .flatMap((group) => compareGroups(own, membersOf(group), group) ?? []);
  return found.sort((a, b) => b.score - a.score || a.group - b.group);
}

function join(state: State, index: number, { group, score, because }: Best, tellings: readonly Telling[]): void {
  state.groups[group] = [...(state.groups[group] ?? []), ...(state.groups[index] ?? [])].sort((a, b) => a - b);
  state.joins.set(group, [...(state.joins.get(group) ?? []), ...(state.joins.get(index) ?? []), { score, because }]);
  state.groups[index] = [];
  file(state, group, tellings);
}

function undecided(
  telling: Telling,
  candidates: readonly Best[],
  state: State,
  tellings: readonly Telling[],
): OpenProblem {
  const names = candidates.slice(0, 2).map(({ group }) => {
    const other = tellings[state.groups[group]?.[0] ?? -1];
    return other ? `${other.mention.date ?? "undated"} ${other.mention.kind}` : "";
  });
  const { start, end } = telling.mention;
  return {
    span: spanIn(telling.input, { start, end }),
    stage: "events",
    reason: "Two events of the dossier fit what is told here; kept apart.",
    candidates: names,
  };
}

/** The groups with what is loose joined to what it fits: the most precise first, a month before a year, a year before nothing. */
export function joinLoose(
  tellings: readonly Telling[],
  groups: readonly (readonly number[])[],
  joins: ReadonlyMap<number, Join[]>,
): { groups: EventGroup[]; problems: OpenProblem[] } {
  const state: State = { groups: groups.map((members) => [...members]), joins: new Map(joins), filed: new Map() };
  const membersOf = (index: number): Telling[] => (groups[index] ?? []).flatMap((member) => tellings[member] ?? []);
  const width = groups.map((_, index) => widthOf(membersOf(index)));
  const isLoose = groups.map((_, index) => !membersOf(index).some(isPrecise));
  for (const index of groups.keys()) if (!isLoose[index]) file(state, index, tellings);
  const loose = [...groups.keys()]
    .filter((index) => isLoose[index])
    .sort((a, b) => (width[a] ?? 0) - (width[b] ?? 0) || a - b);
  const problems: OpenProblem[] = [];
  for (const index of loose) {
    const candidates = candidatesFor(state, index, tellings);
    const [best, second] = candidates;
    if (best && (!second || best.score - second.score >= clearLead)) {
      join(state, index, best, tellings);
      continue;
    }
    file(state, index, tellings);
    const [telling] = membersOf(index);
    if (best && telling) problems.push(undecided(telling, candidates, state, tellings));
  }
  const left = state.groups.flatMap((members, index): EventGroup[] =>
    members.length > 0 ? [{ members, joins: state.joins.get(index) ?? [] }] : [],
  );
  return { groups: left.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0)), problems };
}
