// What persons decided on events: which tellings tell one event, which do not, what is none; its day and its kind.
import type { Pointed } from "../model/decision.js";
import { overlaps } from "../model/span.js";
import { authors, type Decided, nearestTo } from "./decided.js";
import type { EventLine } from "./event-lines.js";
import { spanPicker } from "./event-spans.js";
import type { EventGroup } from "./join-loose.js";
import type { Telling } from "./tellings.js";

/** Finds the telling (index) that words tell: the one that bears just this span in the record, else the one most like it. */
type TellingAt = (pointed: Pointed) => number | null;

function tellingFinder(tellings: readonly Telling[], groups: readonly EventGroup[], decided: Decided): TellingAt {
  const pick = spanPicker();
  const bySpan = new Map<string, number>();
  for (const [index, { members }] of groups.entries())
    for (const member of members) {
      const telling = tellings[member];
      if (!telling) continue;
      const { doc, start, end } = pick(telling, index);
      const key = `${doc},${start},${end}`;
      if (!bySpan.has(key)) bySpan.set(key, member);
    }
  return (pointed) => {
    const { span } = pointed;
    const same = bySpan.get(`${span.doc},${span.start},${span.end}`);
    if (same !== undefined) return same;
    const doc = decided.docOf(pointed);
    const own = tellings.flatMap((telling, index) =>
      telling.doc === doc ? [{ start: telling.mention.start, end: telling.mention.end, index, telling }] : [],
    );
    const near =
      nearestTo(own, pointed, 0.3) ??
      nearestTo(
        own.filter(({ telling }) => overlaps(telling.mention.trigger, span)),
        pointed,
        0.05,
      );
    return near?.index ?? null;
  };
}

const nothing = "no event, or more than one, is told at these words";

/** The tellings of each event after decisions. `tellings`: with the retellings after them, as the groups number them. */
export function regroupedEvents(
  groups: readonly EventGroup[],
  tellings: readonly Telling[],
  decided: Decided,
): readonly EventGroup[] {
  const decisions = decided.of("merge-events", "split-event", "reject-event");
  if (decisions.length === 0) return groups;
  const at = tellingFinder(tellings, groups, decided);
  let changed = groups.map(({ members, joins }) => ({ members: [...members], joins: [...joins] }));
  for (const decision of decisions) {
    const { action } = decision;
    const found = action.on.flatMap((pointed) => {
      const telling = at(pointed);
      if (telling === null) decided.missed(decision, pointed, nothing);
      return telling ?? [];
    });
    const held = changed.filter(({ members }) => found.some((member) => members.includes(member)));
    const first = held.find(({ members }) => members.includes(found[0] ?? -1));
    if (!first) continue;
    const join = { score: 1, because: "decided by a person" };
    if (action.kind === "reject-event") changed = changed.filter((group) => group !== first);
    else if (action.kind === "split-event") {
      for (const group of held) group.members = group.members.filter((member) => !found.includes(member));
      changed.push({ members: [...new Set(found)], joins: [join] });
    } else if (held.length > 1) {
      const [members, joins] = [held.flatMap((one) => one.members), held.flatMap((one) => one.joins)];
      changed = [...changed.filter((group) => !held.includes(group)), { members, joins: [...joins, join] }];
    }
  }
  const place = (member: number): number => (tellings[member]?.doc ?? 0) * 1e9 + (tellings[member]?.mention.start ?? 0);
  return changed
    .filter(({ members }) => members.length > 0)
    .map(({ members, joins }) => ({ members: members.sort((a, b) => place(a) - place(b) || a - b), joins }))
    .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** Lines of events with the day and kind that persons gave them; `relabel` names an event anew whose kind is another. */
export function decidedEvents(
  lines: readonly EventLine[],
  decided: Decided,
  relabel: (line: EventLine) => string,
): EventLine[] {
  const decisions = decided.of("date-event", "retype-event", "merge-events", "split-event");
  const by = authors();
  const changed = new Map(lines.map((line) => [line.event.id, line]));
  const places = lines.flatMap((line) =>
    line.event.reports.map(({ span: { doc, start, end } }) => ({ doc, start, end, line })),
  );
  const lineAt = (pointed: Pointed): EventLine | null =>
    nearestTo(
      places.filter(({ doc }) => doc === pointed.span.doc),
      pointed,
      0.3,
    )?.line ?? null;
  for (const decision of decisions) {
    const { action, author } = decision;
    const [first] = action.on;
    const touched = action.kind === "split-event" ? [...action.on, ...action.from] : action.on;
    const found = touched.flatMap((pointed) => lineAt(pointed) ?? [])[0];
    const line = found && changed.get(found.event.id);
    if (action.kind === "merge-events" || action.kind === "split-event") {
      for (const pointed of touched) by.add(lineAt(pointed)?.event.id ?? "", author);
    } else if (!line) decided.missed(decision, first, nothing);
    else {
      by.add(line.event.id, author);
      if (action.kind === "date-event")
        changed.set(line.event.id, { ...line, event: { ...line.event, date: action.date } });
      else {
        const event = { ...line.event, kind: action.to };
        changed.set(event.id, { ...line, event: { ...event, label: relabel({ ...line, event }) } });
      }
    }
  }
  return lines.flatMap(({ event: { id } }) => {
    const line = changed.get(id);
    return line ? [{ ...line, event: { ...line.event, ...by.of(id) } }] : [];
  });
}
