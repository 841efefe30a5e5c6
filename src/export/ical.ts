// iCalendar (RFC 5545): the dated events of the record as a calendar, written with ical-generator. Days, months and intervals are
// all-day entries of their length; a time of day makes an entry at that time. Ids are those of the record, stamps are days of
// publication, so that a calendar that is fetched again is the same or tells what has become of each entry.
import {
  escape as escapeText,
  ICalCalendar,
  ICalEvent,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { boundsOf, type Edtf, plainOf, precisionOf } from "../model/edtf.js";
import type { Event, ParleyRecord } from "../model/record.js";
import { minutesOf } from "../model/timex.js";
import { dateWords } from "./date-words.js";
import { folded } from "./fold.js";
import { distinct, type Lookup, lookupOf } from "./lookup.js";
import { legal } from "./xml.js";

/** What calendars call it: held is CONFIRMED, what will not be (or not then, or was denied) is CANCELLED, all else TENTATIVE. */
function statusOf({ status, plan }: Event): ICalEventStatus {
  if (status === "happened") return ICalEventStatus.CONFIRMED;
  const isOff = status === "cancelled" || status === "denied" || plan?.fate === "cancelled" || plan?.fate === "moved";
  return isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.TENTATIVE;
}

const longest = 92; // days of an entry: a year or an open interval is no entry of a calendar

type When = Pick<ICalEventData, "start" | "allDay" | "floating"> & { readonly end: Date | null };
const midnight = (day: number): Date => new Date(day * 864e5);

/** Where an event stands in a calendar; null where its date is too wide or open. */
function whenOf(date: Edtf, duration: string | null): When | null {
  if (precisionOf(date) === "time") {
    const point = date.replace(/[~?%]$/, "");
    const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(point);
    const start = new Date(hasZone ? point : `${point}Z`);
    if (Number.isNaN(start.getTime())) return whenOf(plainOf(date), duration);
    const minutes = duration === null ? null : minutesOf(duration);
    const end = minutes === null || minutes === 0 ? null : new Date(start.getTime() + minutes * 6e4);
    return { start, end, floating: !hasZone };
  }
  const { first, last } = boundsOf(date);
  if (!Number.isFinite(first) || !Number.isFinite(last) || last - first >= longest) return null;
  return { start: midnight(first), end: midnight(last + 1), allDay: true };
}

/** The last day on which a report told it; a calendar wants a time, so it is midnight of that day. */
function stampOf(event: Event, record: ParleyRecord, look: Lookup): Date {
  const days = event.reports.flatMap(({ span }) => {
    const published = look.document(span.doc)?.published.value;
    return published ? [boundsOf(published).last] : [];
  });
  const own = days.length > 0 ? Math.max(...days) : record.dossier.to === null ? 0 : boundsOf(record.dossier.to).last;
  return midnight(Number.isFinite(own) ? own : 0);
}

function description(event: Event, look: Lookup): string {
  const fate =
    event.plan && event.plan.fate !== "held" && event.plan.fate !== "pending" ? ` (plan: ${event.plan.fate})` : "";
  const facts = [
    `${event.status}${fate}${event.basis === "claimed" ? ", claimed" : ""}, ${dateWords(event.date)}`,
    look.names(event.participants.map(({ actor }) => actor)).join(", "),
    event.outcome,
  ];
  const told = distinct(event.reports.map(({ span }) => span)).map(look.quote);
  return legal([...facts.filter(Boolean), "", ...new Set(told)].join("\n"));
}

/** Whether a date is a day or closer; a wider one is told in the title of its entry, since its bar would tell too much. */
const isExact = (date: Edtf | null): boolean =>
  date !== null && !/[~?%]$/.test(date) && ["day", "time"].includes(precisionOf(date));

function entryOf(event: Event, when: When, record: ParleyRecord, look: Lookup): ICalEventData {
  const { end, ...start } = when;
  const stamp = stampOf(event, record, look);
  return {
    ...start,
    ...(end && { end }),
    id: `${event.id}@parley.invalid`,
    stamp,
    lastModified: stamp,
    summary: legal(isExact(event.date) ? event.label : `${event.label} (${dateWords(event.date)})`),
    description: description(event, look),
    ...(event.place && { location: legal(event.place) }),
    status: statusOf(event),
    transparency: ICalEventTransparency.TRANSPARENT,
    categories: [{ name: event.kind }],
    x: { "X-PARLEY-EDTF": event.date ?? "", "X-PARLEY-STATUS": event.status },
  };
}

/** Text of a calendar property that the library writes as it gets it. */
const property = (text: string): string => escapeText(legal(text).replace(/\s+/g, " "), false);

/** The calendar. Events without a date, of a year or with an open end are not in it; its description says how many they are. */
export function* ics(record: ParleyRecord): Generator<string> {
  const look = lookupOf(record);
  const dated = record.events.flatMap((event) => {
    const when = event.date === null ? null : whenOf(event.date, event.duration);
    return when ? [{ event, when }] : [];
  });
  const left = record.events.length - dated.length;
  const calendar = new ICalCalendar({
    prodId: { company: "Parley", product: "Parley", language: "EN" },
    name: property(record.dossier.title),
    ...(left > 0 && {
      description: property(`${left} of ${record.events.length} events have no date precise enough for a calendar.`),
    }),
  });
  // Entry by entry: the library folds a whole calendar a character at a time, which takes seconds for a large dossier.
  const end = "END:VCALENDAR";
  yield `${calendar.toString().slice(0, -end.length)}`;
  for (const { event, when } of dated)
    yield folded(new ICalEvent(entryOf(event, when, record, look), calendar).toString());
  yield `${end}\r\n`;
}
