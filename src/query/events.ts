// Rows of the chronicle and of the meetings: what happened, planned and held apart, each with its outlets and evidence.
import type { Edtf } from "../model/edtf.js";
import type { EventId } from "../model/ids.js";
import type { Event } from "../model/record.js";
import type { DiscrepancyAttribute, EventKind, EventStatus, Fate } from "../model/words.js";
import { type Facts, type Filter, filterOf } from "./filter.js";
import type { Citation, Lookup } from "./lookup.js";

export type ChronicleRow = {
  readonly id: EventId;
  readonly date: Edtf | null;
  readonly status: EventStatus;
  readonly fate: Fate | null; // what became of what was planned
  readonly basis: Event["basis"];
  readonly kind: EventKind;
  readonly label: string;
  readonly place: string | null;
  readonly participants: readonly string[];
  readonly outlets: readonly string[];
  readonly reports: number;
  readonly independent: number;
  readonly contradicted: readonly DiscrepancyAttribute[]; // attributes on which reports contradict each other
  readonly evidence: readonly Citation[]; // each report's clause; those that tell it with its status first
};

export type MeetingRow = ChronicleRow & {
  readonly series: string | null;
  readonly round: number | null;
  readonly format: string | null;
  readonly duration: string | null; // TIMEX3
  readonly outcome: string | null;
};

/** What an event is tested on by a filter. */
export function eventFacts(event: Event, look: Lookup): Facts {
  const documents = event.reports.map(({ span }) => span.doc);
  const words = event.reports.map(({ span }) => look.words(span));
  const actors = event.participants.map(({ actor }) => actor);
  return {
    date: event.date,
    actors,
    issues: look.issuesOfEvent(event.id),
    documents,
    words: [event.label, ...words],
    shown: event.reports.map(({ span }) => span),
  };
}

function contradictions(look: Lookup): ReadonlyMap<EventId, readonly DiscrepancyAttribute[]> {
  const found = new Map<EventId, DiscrepancyAttribute[]>();
  for (const { event, attribute, kind } of look.record.discrepancies)
    if (kind === "contradiction") found.set(event, [...(found.get(event) ?? []), attribute]);
  return found;
}

function chronicleRow(event: Event, look: Lookup, contradicted: readonly DiscrepancyAttribute[]): ChronicleRow {
  const fits = (report: Event["reports"][number]): boolean => report.statusAsTold === event.status;
  return {
    id: event.id,
    date: event.date,
    status: event.status,
    fate: event.plan?.fate ?? null,
    basis: event.basis,
    kind: event.kind,
    label: event.label,
    place: event.place,
    participants: [...new Set(look.names(event.participants.map(({ actor }) => actor)))],
    outlets: look.outlets(event.reports.map(({ span }) => span.doc)),
    reports: event.sources.reports,
    independent: event.sources.independent,
    contradicted,
    evidence: [...event.reports.filter(fits), ...event.reports.filter((report) => !fits(report))].map(({ span }) =>
      look.cite(span),
    ),
  };
}

/** Events in the record's order. */
export function chronicleRows(look: Lookup, filter: Filter): readonly ChronicleRow[] {
  const [wanted, contradicted] = [filterOf(look, filter), contradictions(look)];
  return look.record.events
    .filter((event) => wanted(eventFacts(event, look)))
    .map((event) => chronicleRow(event, look, contradicted.get(event.id) ?? []));
}

const meetingKinds: ReadonlySet<EventKind> = new Set(["meeting", "call", "visit"]);

const seriesOf = (look: Lookup): ReadonlyMap<EventId, string> =>
  new Map(look.record.series.flatMap(({ label, events }) => events.map((id) => [id, label] as const)));

function meetingRow(row: ChronicleRow, event: Event, series: ReadonlyMap<EventId, string>): MeetingRow {
  const { round, format, duration, outcome } = event;
  return { ...row, series: series.get(row.id) ?? null, round, format, duration, outcome };
}

/** Meetings, calls and visits, with the series that they are rounds of. */
export function meetingRows(look: Lookup, filter: Filter): readonly MeetingRow[] {
  const series = seriesOf(look);
  return chronicleRows(look, filter).flatMap((row) => {
    const event = look.event(row.id);
    return event && meetingKinds.has(row.kind) ? [meetingRow(row, event, series)] : [];
  });
}

/** One event, of whatever kind, with all that a row of the meetings tells. */
export const withMeeting = (event: Event, look: Lookup): MeetingRow =>
  meetingRow(chronicleRow(event, look, contradictions(look).get(event.id) ?? []), event, seriesOf(look));
