// The same event across reports. Tellings of one day are compared first; then what is told with a month, or with no date,
// joins an event only if exactly one candidate remains. Blocked by kind, day and party, so that one more report costs
// about one report.
import { attach } from "./attach.js";
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import { compareEvents, eventScore, mayDifferByADay, whyApart } from "./compare-events.js";
import { sharedOf } from "./compare-words.js";
import { type EventGroup, type Join, joinLoose } from "./join-loose.js";
import type { OpenProblem } from "./problems.js";
import { isPrecise, type Telling } from "./tellings.js";

const neighbours = 60;

/** Tellings that continue another of the same report ("They lasted …") start out in its group. */
function continuations(tellings: readonly Telling[]): Map<number, number> {
  const at = new Map(tellings.map((telling, index) => [`${telling.doc},${telling.index}`, index]));
  const first = new Map<number, number>();
  for (const [index, { doc, mention }] of tellings.entries()) {
    const earlier = mention.refersTo === null ? undefined : at.get(`${doc},${mention.refersTo}`);
    if (earlier !== undefined && earlier !== index) first.set(index, earlier);
  }
  return first;
}

/** The kind and the day, of what is signed or begun the next day too; a planned meeting of one body meets what that body decides too. */
const keysOf = ({ family, days, mention, participants }: Telling): readonly string[] => [
  `${family}|${days?.first}`,
  ...(days && mayDifferByADay(mention) ? [`${family}|${days.first + 1}`] : []),
  ...(mention.kind === "meeting" && mention.status === "planned" && participants.length === 1
    ? [`decision|${days?.first}`]
    : []),
];

/** "On 12 and 13 October": the few days of what is told with its first and last. */
const spanKeys = ({ family, days }: Telling): readonly string[] =>
  days && days.last - days.first < fewDays ? [`${family}|${days.first}-${days.last}`] : [];
const fewDays = 5;

/** Pairs of one day that are alike enough. */
function precisePairs(tellings: readonly Telling[]): (Pair & Join)[] {
  const keys = tellings.map((telling) => (isPrecise(telling) ? keysOf(telling) : spanKeys(telling)));
  return pairsByKey(keys, neighbours).flatMap(([a, b]): (Pair & Join)[] => {
    const [left, right] = [tellings[a], tellings[b]];
    if (!left || !right) return [];
    const { score, because } = compareEvents(left, right);
    return score >= eventScore ? [{ a, b, score, because }] : [];
  });
}

/** Groups with what only tells again in the group that it means: members are indices in tellings, then in retellings. */
export function withRetellings(
  tellings: readonly Telling[],
  groups: readonly EventGroup[],
  retellings: readonly Telling[],
): EventGroup[] {
  const attached = attach(tellings, groups, retellings);
  const more = new Map<number, { readonly index: number; readonly join: Join }[]>();
  for (const [index, { group, join }] of attached)
    more.set(group, [...(more.get(group) ?? []), { index: tellings.length + index, join }]);
  const all = [...tellings, ...retellings];
  const place = (member: number): readonly [number, number] => [all[member]?.doc ?? 0, all[member]?.mention.start ?? 0];
  return groups.map((group, at) => {
    const own = more.get(at);
    if (!own) return group;
    const members = [...group.members, ...own.map(({ index }) => index)].sort((a, b) => {
      const [x, y] = [place(a), place(b)];
      return x[0] - y[0] || x[1] - y[1] || a - b;
    });
    return { members, joins: [...group.joins, ...own.map(({ join }) => join)] };
  });
}

/** Groups of tellings, one an event, by their first telling; and what could not be decided. */
export function groupEvents(tellings: readonly Telling[]): { groups: EventGroup[]; problems: OpenProblem[] } {
  const continues = continuations(tellings);
  const together = (left: readonly number[], right: readonly number[]): boolean =>
    left.every((i) =>
      right.every((j) => {
        const [a, b] = [tellings[i], tellings[j]];
        return !a || !b || continues.get(j) === i || continues.get(i) === j || whyApart(a, b) === null;
      }),
    );
  const links = [...continues].map(([a, b]) => ({
    a: Math.min(a, b),
    b: Math.max(a, b),
    score: 2,
    because: "the report goes on about it",
  }));
  const pairs = [...links, ...precisePairs(tellings)];
  const groups = cluster(tellings.length, pairs, together);
  const groupOf = new Map(groups.flatMap((members, index) => members.map((member) => [member, index] as const)));
  const joins = new Map<number, Join[]>();
  for (const { a, b, score, because } of pairs) {
    const group = groupOf.get(a);
    if (group === undefined || group !== groupOf.get(b) || score > 1) continue;
    const list = joins.get(group);
    if (list) list.push({ score, because });
    else joins.set(group, [{ score, because }]);
  }
  return joinLoose(tellings, joinUnnamed(tellings, groups, joins), joins);
}

/** Whether a group is told only by verbs that no table knows. */
const isUnnamed = (members: readonly Telling[]): boolean =>
  members.length > 0 && members.every(({ mention }) => mention.why.rule === "dated/other");

/** How much two groups of one day share: parties, places, words; 0 where they may not be one. */
function likeness(own: readonly Telling[], other: readonly Telling[]): number {
  let best = 0;
  for (const a of own.slice(0, 8))
    for (const b of other.slice(0, 8)) {
      const parties = sharedOf(a.parties, b.parties) + sharedOf(a.persons, b.persons);
      const disjoint = a.parties.size > 0 && b.parties.size > 0 && parties === 0;
      const place = a.place !== null && a.place === b.place ? 1 : 0;
      if (a.doc === b.doc || disjoint) continue;
      best = Math.max(best, parties + place + Math.min(2, 0.5 * sharedOf(a.words, b.words)));
    }
  return best;
}

/** From this likeness on what a verb of no table tells of a day is the event of that day. */
const unnamedFrom = 1;

/**
 * "The watchdog pronounced on June 10": what is told of a day by a verb that no table knows is the event of another kind that other
 * reports tell of that day, if one only is like it. Gives the groups with such ones joined.
 */
function joinUnnamed(
  tellings: readonly Telling[],
  groups: readonly (readonly number[])[],
  joins: Map<number, Join[]>,
): (readonly number[])[] {
  const membersOf = (group: readonly number[]): Telling[] => group.flatMap((member) => tellings[member] ?? []);
  const byDay = new Map<number, number[]>();
  const told = groups.map(membersOf);
  for (const [index, members] of told.entries()) {
    const precise = members.find(isPrecise);
    if (!precise?.days || isUnnamed(members)) continue;
    byDay.set(precise.days.first, [...(byDay.get(precise.days.first) ?? []), index]);
  }
  const into = new Map<number, number[]>();
  const gone = new Set<number>();
  for (const [index, members] of told.entries()) {
    const day = isUnnamed(members) ? members.find(isPrecise)?.days?.first : undefined;
    if (day === undefined) continue;
    const scored = (byDay.get(day) ?? [])
      .slice(-neighbours)
      .map((group) => ({ group, score: likeness(members, told[group] ?? []) }))
      .filter(({ score }) => score >= unnamedFrom)
      .sort((a, b) => b.score - a.score || a.group - b.group);
    const [best, second] = scored;
    if (!best || (second && second.score === best.score)) continue;
    into.set(best.group, [...(into.get(best.group) ?? []), ...(groups[index] ?? [])]);
    joins.set(best.group, [...(joins.get(best.group) ?? []), { score: 0.6, because: "what else is told of that day" }]);
    gone.add(index);
  }
  return groups.map((group, index) =>
    gone.has(index) ? [] : [...group, ...(into.get(index) ?? [])].sort((a, b) => a - b),
  );
}
