// The same event across reports. Tellings of one day are compared first; then what is told with a month, or with no date,
// joins an event only if exactly one candidate remains. Blocked by kind, day and party, so that one more report costs
// about one report.
import { cluster, type Pair, pairsByKey } from "./cluster.js";
import { compareEvents, eventScore, whyApart } from "./compare-events.js";
import { spanIn } from "./input.js";
import type { OpenProblem } from "./problems.js";
import { monthsOf, type Telling } from "./tellings.js";

export type Join = { readonly score: number; readonly because: string };
/** Tellings (indices) that tell one event, and why they were joined. */
export type EventGroup = { readonly members: readonly number[]; readonly joins: readonly Join[] };

/** A lead this large over the second-best candidate counts as being the only one. */
const clearLead = 0.15;
const neighbours = 60;

const isPrecise = (telling: Telling): boolean => telling.days !== null && telling.days.last - telling.days.first < 1;

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

function precisePairs(tellings: readonly Telling[]): (Pair & Join)[] {
  const keys = tellings.map((telling) => (isPrecise(telling) ? [`${telling.family}|${telling.days?.first}`] : []));
  return pairsByKey(keys, neighbours).flatMap(([a, b]): (Pair & Join)[] => {
    const [left, right] = [tellings[a], tellings[b]];
    if (!left || !right) return [];
    const { score, because } = compareEvents(left, right);
    return score >= eventScore ? [{ a, b, score, because }] : [];
  });
}

/** Keys under which what is told without a day meets events: kind, month and party. */
function looseKeys(telling: Telling): string[] {
  const days = telling.days ?? telling.window;
  const parties = telling.parties.size > 0 ? [...telling.parties] : ["?"];
  const months = days ? monthsOf(days) : ["undated"];
  return months.flatMap((month) => parties.map((party) => `${telling.family}|${month}|${party}`));
}

type Best = { readonly group: number; readonly score: number; readonly because: string };

function candidatesFor(
  tellings: readonly Telling[],
  own: readonly number[],
  groups: readonly (readonly number[])[],
  among: ReadonlySet<number>,
): Best[] {
  const found: Best[] = [];
  for (const group of among) {
    let best: Best | null = null;
    let possible = true;
    for (const i of own) {
      for (const j of groups[group] ?? []) {
        const [a, b] = [tellings[i], tellings[j]];
        if (!a || !b) continue;
        if (whyApart(a, b) !== null) possible = false;
        const { score, because } = possible ? compareEvents(a, b) : { score: 0, because: "" };
        if (!best || score > best.score) best = { group, score, because };
      }
      if (!possible) break;
    }
    if (possible && best && best.score >= eventScore) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score || a.group - b.group);
}

/** Groups of tellings, one an event, by their first telling; and what could not be decided. */
export function groupEvents(tellings: readonly Telling[]): { groups: EventGroup[]; problems: OpenProblem[] } {
  const together = (left: readonly number[], right: readonly number[]): boolean =>
    left.every((i) =>
      right.every((j) => {
        const [a, b] = [tellings[i], tellings[j]];
        return !a || !b || continues.get(j) === i || continues.get(i) === j || whyApart(a, b) === null;
      }),
    );
  const continues = continuations(tellings);
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
    joins.set(group, [...(joins.get(group) ?? []), { score, because }]);
  }
  return joinLoose(tellings, groups, joins);
}

function joinLoose(
  tellings: readonly Telling[],
  groups: number[][],
  joins: Map<number, Join[]>,
): { groups: EventGroup[]; problems: OpenProblem[] } {
  const isLoose = (members: readonly number[]): boolean =>
    members.every((member) => {
      const telling = tellings[member];
      return telling !== undefined && !isPrecise(telling);
    });
  const byKey = new Map<string, number[]>();
  const file = (index: number): void => {
    for (const member of groups[index] ?? []) {
      const telling = tellings[member];
      for (const key of telling ? looseKeys(telling) : []) {
        const list = byKey.get(key) ?? [];
        if (!list.includes(index)) byKey.set(key, [...list, index]);
      }
    }
  };
  for (const [index, members] of groups.entries()) if (!isLoose(members)) file(index);
  const problems: OpenProblem[] = [];
  const gone = new Set<number>();
  // The most precise first: a month before a year, a year before nothing.
  const width = (members: readonly number[]): number =>
    Math.min(
      ...members.map((member) => {
        const days = tellings[member]?.days ?? null;
        return days ? days.last - days.first : 1e7;
      }),
    );
  const loose = [...groups.keys()].filter((index) => isLoose(groups[index] ?? []));
  loose.sort((a, b) => width(groups[a] ?? []) - width(groups[b] ?? []) || a - b);
  for (const index of loose) {
    const own = groups[index] ?? [];
    const among = new Set<number>();
    for (const member of own) {
      const telling = tellings[member];
      for (const key of telling ? looseKeys(telling) : [])
        for (const group of (byKey.get(key) ?? []).slice(-neighbours))
          if (group !== index && !gone.has(group)) among.add(group);
    }
    const [best, second] = candidatesFor(tellings, own, groups, among);
    if (best && (!second || best.score - second.score >= clearLead)) {
      groups[best.group] = [...(groups[best.group] ?? []), ...own].sort((a, b) => a - b);
      groups[index] = [];
      gone.add(index);
      joins.set(best.group, [
        ...(joins.get(best.group) ?? []),
        ...(joins.get(index) ?? []),
        { score: best.score, because: best.because },
      ]);
      file(best.group);
      continue;
    }
    file(index);
    const telling = tellings[own[0] ?? -1];
    if (best && second && telling) {
      const span = spanIn(telling.input, telling.mention);
      const names = [best, second].map(({ group }) => {
        const other = tellings[groups[group]?.[0] ?? -1];
        return other ? `${other.mention.date ?? "undated"} ${other.mention.kind}` : "";
      });
      problems.push({
        span,
        stage: "events",
        reason: "Two events of the dossier fit what is told here; kept apart.",
        candidates: names,
      });
    }
  }
  const left = groups.flatMap((members, index): EventGroup[] =>
    members.length > 0 ? [{ members, joins: joins.get(index) ?? [] }] : [],
  );
  return { groups: left.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0)), problems };
}
