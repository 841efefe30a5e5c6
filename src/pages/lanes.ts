// The picture of the span, before it is drawn: which lanes there are, which stretch of days is shown, and in which row of its
// lane each event stands so that no two cover each other.
import { boundsOf, type Edtf, precisionOf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import { eventKinds } from "../model/words.js";
import { partiesOf } from "./parties.js";
import type { RecordIndex } from "./record-index.js";
import { kindWords } from "./words.js";

/** `key`: what the chronicle is asked for to list the lane (kinds with "," between, or an actor); "" where nothing names it. */
export type Lane = { readonly key: string; readonly label: string; readonly events: readonly Event[] };
export type LanesBy = "kind" | "party";

const mostLanes = 9;

function lanesByKind(events: readonly Event[]): Lane[] {
  const lanes = eventKinds
    .map((kind) => ({ key: kind, label: kindWords[kind], events: events.filter((event) => event.kind === kind) }))
    .filter((lane) => lane.events.length > 0);
  if (lanes.length <= mostLanes) return lanes;
  const kept = new Set(lanes.toSorted((a, b) => b.events.length - a.events.length).slice(0, mostLanes - 1));
  const others = lanes.filter((lane) => !kept.has(lane));
  return [
    ...lanes.filter((lane) => kept.has(lane)),
    {
      key: others.map(({ key }) => key).join(","),
      label: "Other kinds",
      events: others.flatMap((lane) => lane.events),
    },
  ];
}

function lanesByParty(index: RecordIndex, events: readonly Event[]): Lane[] {
  const byParty = new Map<ActorId, Event[]>();
  const without: Event[] = [];
  for (const event of events) {
    const parties = new Set(event.participants.flatMap(({ actor }) => [...partiesOf(index, actor)]));
    if (parties.size === 0) without.push(event);
    for (const party of parties) byParty.set(party, [...(byParty.get(party) ?? []), event]);
  }
  const ranked = [...byParty].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const shown = ranked
    .slice(0, mostLanes - 1)
    .map(([id, own]): Lane => ({ key: id, label: index.actors.get(id)?.name ?? id, events: own }));
  const inShown = new Set(shown.flatMap((lane) => lane.events));
  const rest = [...new Set([...ranked.slice(mostLanes - 1).flatMap(([, own]) => own), ...without])].filter(
    (event) => !inShown.has(event),
  );
  return rest.length > 0 ? [...shown, { key: "", label: "Others", events: rest }] : shown;
}

/** Lanes of dated events. By party, an event stands in the lane of each party that takes part. */
export function lanesOf(index: RecordIndex, events: readonly Event[], by: LanesBy): Lane[] {
  const dated = events.filter(({ date }) => date !== null);
  return by === "kind" ? lanesByKind(dated) : lanesByParty(index, dated);
}

export type Days = { readonly first: number; readonly last: number };
export type Window = Days & { readonly earlier: number; readonly later: number };

/** First and last day of a date inside a window; null where it lies outside. Open ends go to the window's ends. */
export function clipped(date: Edtf, days: Days): Days | null {
  const bounds = boundsOf(date);
  if (bounds.last < days.first || bounds.first > days.last) return null;
  return { first: Math.max(bounds.first, days.first), last: Math.min(bounds.last, days.last) };
}

const edge = 2; // days of white before the first and after the last event
const margin = 120; // days before the first and after the last report that belong to the story

/** From the earliest beginning to the latest end of what begins and ends in `days`; `days` itself where nothing does. */
function trimmed(bounds: readonly Days[], days: Days): Days {
  const firsts = bounds.map(({ first }) => first).filter((first) => first >= days.first && first <= days.last);
  const lasts = bounds.map(({ last }) => last).filter((last) => last >= days.first && last <= days.last);
  const first = firsts.reduce((a, b) => Math.min(a, b), days.last);
  const last = lasts.reduce((a, b) => Math.max(a, b), days.first);
  return first <= last ? { first, last } : days;
}

/**
 * The days that the picture shows: what was asked for; else the time around the reports, so that one date of 1997 does not
 * squeeze the talks into a dot; else all. `earlier` and `later` count the events outside. Null where no event has a date.
 */
export function windowOf(
  events: readonly Event[],
  reported: Days | null,
  asked: { readonly from: Edtf | null; readonly to: Edtf | null },
): Window | null {
  const bounds = events.flatMap(({ date }) => (date === null ? [] : [boundsOf(date)]));
  const ends = bounds.flatMap(({ first, last }) => [first, last]).filter(Number.isFinite);
  if (ends.length === 0) return null;
  const all = { first: ends.reduce((a, b) => Math.min(a, b)), last: ends.reduce((a, b) => Math.max(a, b)) };
  const near = reported === null ? all : { first: reported.first - margin, last: reported.last + margin };
  const inside = (days: Days): number =>
    bounds.filter(({ first, last }) => last >= days.first && first <= days.last).length;
  const days = trimmed(bounds, inside(near) * 2 >= bounds.length ? near : all);
  const first = asked.from === null ? days.first - edge : boundsOf(asked.from).first;
  const last = asked.to === null ? days.last + edge : boundsOf(asked.to).last;
  const shown = first < last ? { first, last } : { first: last - edge, last: first + edge };
  return {
    ...shown,
    earlier: bounds.filter((one) => one.last < shown.first).length,
    later: bounds.filter((one) => one.first > shown.last).length,
  };
}

/** Row of each stretch so that those in one row do not touch; `gap` in the unit of the stretches. They come in any order. */
export function rowsOf(stretches: readonly Days[], gap: number, most: number): number[] {
  const order = stretches
    .map((_, index) => index)
    .toSorted((a, b) => (stretches[a]?.first ?? 0) - (stretches[b]?.first ?? 0) || a - b);
  const ends: number[] = [];
  const rows = stretches.map(() => 0);
  for (const index of order) {
    const stretch = stretches[index];
    if (!stretch) continue;
    const free = ends.findIndex((end) => end + gap <= stretch.first);
    const row = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[row] = Math.max(ends[row] ?? -Infinity, stretch.last);
    rows[index] = row;
  }
  return rows;
}

/** Whether a date is shown as a point: a day or a time of day. */
export const isPoint = (date: Edtf): boolean => precisionOf(date) === "day" || precisionOf(date) === "time";
