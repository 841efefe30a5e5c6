// TimelineJS (Knight Lab): the chronicle as its JSON, one slide an event, lanes by what became of it. The fields are those of
// timeline.knightlab.com/docs/json-format.html; texts are HTML there, so everything is escaped and links are not made.
import { boundsOf, dayOf, type Edtf, precisionOf } from "../model/edtf.js";
import type { Event, ParleyRecord } from "../model/record.js";
import { dateWords } from "./date-words.js";
import { jsonWithList } from "./json-list.js";
import { type Lookup, lookupOf } from "./lookup.js";
import { escapeXml } from "./xml.js";

type TimelineDate = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
};

/** A point in time with the parts that it tells. */
function timelineDate(point: string): TimelineDate {
  const [, year, month, day, hour, minute] =
    /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(point) ?? [];
  return {
    year: Number(year),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
    ...(hour && { hour: Number(hour) }),
    ...(minute && { minute: Number(minute) }),
  };
}

/** Start, and end where the date is an interval with both. An open beginning starts where it ends. */
function datesOf(date: Edtf): { readonly start_date: TimelineDate; readonly end_date?: TimelineDate } {
  const [from = "", to] = date.split("/");
  if (precisionOf(date) !== "interval" || to === undefined) return { start_date: timelineDate(date) };
  const isOpen = (end: string): boolean => end === ".." || end === "";
  if (isOpen(from)) return { start_date: timelineDate(to) };
  if (isOpen(to)) return { start_date: timelineDate(from) };
  return { start_date: timelineDate(from), end_date: timelineDate(dayOf(boundsOf(date).last)) };
}

const lanes: Readonly<Record<Event["status"], string>> = {
  happened: "Happened",
  planned: "Planned",
  cancelled: "Cancelled",
  denied: "Denied",
  hypothetical: "Hypothetical",
  unknown: "Not known",
};

/** What a slide tells: the facts on a line, then each report's words. */
function slideText(event: Event, look: Lookup): string {
  const facts = [
    lanes[event.status],
    event.plan?.fate === "lapsed" || event.plan?.fate === "moved" ? event.plan.fate : null,
    event.basis === "claimed" ? "claimed, not told by a report itself" : null,
    look.names(event.participants.map(({ actor }) => actor)).join(", "),
    event.place,
    event.outcome,
  ];
  const told = [...new Set(event.reports.map(({ span }) => look.quote(span)))];
  return [
    `<p>${escapeXml(facts.filter(Boolean).join(" · "))}</p>`,
    ...told.map((line) => `<p>${escapeXml(line)}</p>`),
  ].join("");
}

function* slides(events: readonly Event[], look: Lookup): Generator<object> {
  for (const event of events) {
    if (event.date === null || event.date === "../..") continue;
    yield {
      ...datesOf(event.date),
      display_date: dateWords(event.date),
      text: { headline: escapeXml(event.label), text: slideText(event, look) },
      group: lanes[event.status],
      unique_id: event.id,
      autolink: false,
    };
  }
}

/** The timeline. Events without a date have no place on it; its title says how many they are. */
export function* timelinejs(record: ParleyRecord): Generator<string> {
  const { title, documents, from, to } = record.dossier;
  const undated = record.events.filter(({ date }) => date === null).length;
  const text = [
    `${documents} ${documents === 1 ? "report" : "reports"}${from && to ? `, ${dateWords(from)} to ${dateWords(to)}` : ""}.`,
    undated > 0 ? `${undated} undated ${undated === 1 ? "event is" : "events are"} not shown.` : "",
  ];
  const head = {
    scale: "human",
    title: { text: { headline: escapeXml(title), text: `<p>${text.filter(Boolean).join(" ")}</p>` }, autolink: false },
  };
  yield* jsonWithList(head, "events", slides(record.events, lookupOf(record)));
}
