// When a report was published, and the words that say so. Metadata and labelled header lines state it; a dateline without a
// year takes it from elsewhere; otherwise it is inferred from inside, or unknown. The clock is never asked.
import type { Document, Published } from "../model/document.js";
import { asEdtf, boundsOf, dayNumber, type Edtf } from "../model/edtf.js";
import { byPlace, type Range, sliceOf } from "../model/span.js";
import { fold } from "../text/fold.js";
import { type DayFinder, dayFinder, isoDay, type PrintedDay } from "./days.js";
import { readHeadLine } from "./head-line.js";
import type { HeaderDay } from "./header.js";
import type { Claims, DayClaim } from "./page.js";
import type { IngestWords } from "./words.js";

export const unknownDay: Published = { value: null, basis: "unknown", evidence: [] };

const number = (day: string): number => boundsOf(day as Edtf).first;
const stated = (day: string, evidence: readonly Range[]): Published => {
  const value = asEdtf(day);
  return value === null ? unknownDay : { value, basis: "stated", evidence };
};

/** The header day that prints a claim's day; a stamp in UTC may be a day off the page's own calendar. */
function printed(claim: DayClaim, days: readonly HeaderDay[]): HeaderDay | null {
  const own = days.filter((day) => day.field !== "updated" && day.year !== null);
  const distance = (day: HeaderDay): number => Math.abs(number(isoDay(day.year ?? 0, day)) - number(claim.day));
  return (
    own.find((day) => distance(day) === 0) ?? (claim.utc ? own.find((day) => distance(day) === 1) : undefined) ?? null
  );
}

function fromClaim(claim: DayClaim | undefined, days: readonly HeaderDay[]): Published | null {
  if (!claim) return null;
  const seen = printed(claim, days);
  return seen ? stated(isoDay(seen.year ?? 0, seen), [seen]) : stated(claim.day, []);
}

function fromHeader(days: readonly HeaderDay[], field: "published" | null): Published | null {
  const found = days.find((day) => day.year !== null && isField(day, field));
  return found ? stated(isoDay(found.year ?? 0, found), [{ start: found.start, end: found.end }]) : null;
}

/** A label of anything but publication and change says nothing of its day. */
const isField = ({ field }: HeaderDay, wanted: "published" | null): boolean =>
  wanted === "published" ? field === "published" : field !== "published" && field !== "updated";

/** A header that tells only when the report was changed: it was published then, or before. */
function fromUpdated(days: readonly HeaderDay[]): Published | null {
  const found = days.find((day) => day.year !== null && day.field === "updated");
  const value = found ? asEdtf(`${isoDay(found.year ?? 0, found)}~`) : null;
  return found && value ? { value, basis: "inferred", evidence: [{ start: found.start, end: found.end }] } : null;
}

/** The days of a header with those that figures leave open settled: by the weekday beside them, or by the order that other figures of the page have; else left out. */
function settled(days: readonly HeaderDay[], folded: string): readonly HeaderDay[] {
  const open = days.some(({ other }) => other !== null);
  const order = open ? orderOf(folded) : null;
  return days.flatMap((day) => {
    if (day.other === null || day.year === null) return [day];
    const readings = [day, { ...day, ...day.other }];
    const agreeing = readings.filter(
      ({ year, month, day: number }) => day.weekday !== null && weekdayOf(year ?? 0, month, number) === day.weekday,
    );
    const [only] =
      agreeing.length === 1 ? agreeing : order === null ? [] : order === "day" ? readings : readings.slice(1);
    return only ? [{ ...only, other: null }] : [];
  });
}

/** Whether the figures of a page put the day before the month, or behind it; null where nothing tells, or both. */
function orderOf(folded: string): "day" | "month" | null {
  const orders = new Set<"day" | "month">();
  for (const [, first, second] of folded.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/gu)) {
    if (Number(first) > 12 && Number(second) <= 12) orders.add("day");
    if (Number(second) > 12 && Number(first) <= 12) orders.add("month");
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}

/** Years in which a weekday printed beside a day, or in the lead, agrees with the calendar. */
function weekdayOf(year: number, month: number, day: number): number {
  return ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1;
}

export type Surroundings = {
  readonly folded: string; // the whole text
  readonly weekdays: ReadonlyMap<string, number>;
  readonly findDays: DayFinder;
  readonly since: ReadonlySet<string>; // words behind which a year lies far back
  readonly inferred: () => Published | null; // from inside the text, by the language's rules
};

/** A day without its year: of a dateline, or of a header, where a weekday may stand beside it. */
export type Anchor = Range & { readonly day: PrintedDay | null; readonly weekday?: number | null };

/** The year of a day: that of the weekday beside it or in its lead, among the years that the text prints; else of what is inferred. */
function fromAnchor(dateline: Anchor | null, around: Surroundings, hint: DayClaim | undefined): Published | null {
  const day = dateline?.day;
  if (!dateline || !day) return null;
  if (day.year !== null) return stated(isoDay(day.year, day), [{ start: day.start, end: day.end }]);
  if (hint) return inferredDay(Number(hint.day.slice(0, 4)), day, []);
  const inside = around.inferred();
  const near = inside?.value ? nearestYear(day, boundsOf(inside.value).first) : null;
  const gap =
    near !== null && inside?.value
      ? Math.abs(number(isoDay(near, day)) - boundsOf(inside.value).first)
      : Number.POSITIVE_INFINITY;
  const found = near !== null && gap <= 40 ? inferredDay(near, day, inside?.evidence ?? []) : null;
  const weekday = weekdayInLead(dateline, around);
  if (found && near !== null && weekday && !fallsOn(near, day, weekday.weekday))
    return fromWeekday(dateline, around) ?? found;
  return found ?? fromWeekday(dateline, around);
}

/** Whether a dateline's day, or the day before it, is the weekday that its lead tells. */
const fallsOn = (
  year: number,
  { month, day }: { readonly month: number; readonly day: number },
  weekday: number,
): boolean => {
  const own = weekdayOf(year, month, day);
  return own === weekday || ((own + 5) % 7) + 1 === weekday;
};

function nearestYear(day: { month: number; day: number }, target: number): number {
  const middle = new Date(target * 864e5).getUTCFullYear();
  const distance = (year: number): number => Math.abs(dayNumber(year, day.month, day.day) - target);
  return [middle - 1, middle, middle + 1].reduce((best, year) => (distance(year) < distance(best) ? year : best));
}

function inferredDay(
  year: number,
  day: Range & { readonly month: number; readonly day: number },
  evidence: readonly Range[],
): Published {
  const value = asEdtf(isoDay(year, day));
  const own = { start: day.start, end: day.end };
  const others = evidence.filter((range) => range.start >= own.end || range.end <= own.start);
  return value === null ? unknownDay : { value, basis: "inferred", evidence: [own, ...others].sort(byPlace) };
}

/** The first weekday that the lead tells behind "on", and where it stands. */
function weekdayInLead(dateline: Anchor, around: Surroundings): (Range & { readonly weekday: number }) | null {
  if (dateline.weekday) return { start: dateline.start, end: dateline.end, weekday: dateline.weekday };
  const lead = around.folded.slice(dateline.end, dateline.end + 600).split("\n")[0] ?? "";
  const match = /\bon (\p{L}+day)\b/u.exec(lead);
  const weekday = around.weekdays.get(match?.[1]?.toLowerCase() ?? "");
  if (!match || weekday === undefined) return null;
  const start = dateline.end + match.index + 3;
  return { start, end: start + (match[1]?.length ?? 0), weekday };
}

/** The weekday of the lead fixes the year, if exactly one of the years around those printed agrees with it. */
function fromWeekday(dateline: Anchor, around: Surroundings): Published | null {
  const day = dateline.day;
  const told = weekdayInLead(dateline, around);
  if (!day || !told) return null;
  const printedYears = [...around.folded.matchAll(/(?:(\p{L}+) (?:\p{L}+ )?)?\b((?:19|20)\d{2})\b/gu)]
    .filter(([, first]) => !around.since.has(first?.toLowerCase() ?? ""))
    .map(([, , year]) => Number(year));
  if (printedYears.length === 0) return null;
  const latest = Math.max(...printedYears);
  const agreeing = [latest - 1, latest, latest + 1].filter(
    (year) => weekdayOf(year, day.month, day.day) === told.weekday,
  );
  const [year] = agreeing;
  return agreeing.length === 1 && year !== undefined
    ? inferredDay(year, day, [{ start: told.start, end: told.end }])
    : null;
}

/** The day without a year that a document prints in its dateline or its head: where other reports may lend it one. */
export function anchorOf(
  { text, furniture, dateline }: Pick<Document, "text" | "furniture" | "dateline">,
  words: IngestWords,
): Range | null {
  const findDays = dayFinder(words);
  const dated = dateline && findDays(fold(sliceOf(text, dateline))).length > 0;
  if (dated) return dateline;
  for (const { start, end } of furniture.filter((mark) => mark.reason === "header")) {
    const day = yearlessDay(readHeadLine(fold(text.slice(start, end)), words, findDays).days);
    if (day) return { start: start + day.start, end: start + day.end };
  }
  return dateline;
}

/** The marks that do not hold `anchor`: what holds a day that is to be read is not passed over. */
export const outside = <T extends Range>(marks: readonly T[], anchor: Range | null): readonly T[] =>
  anchor === null ? marks : marks.filter(({ start, end }) => anchor.start < start || end < anchor.end);

/** The first day of a header that has no year, with the line it stands in as far as that is known. */
export function yearlessDay(days: readonly HeaderDay[]): Anchor | null {
  const found = days.find(({ year, field }) => year === null && field !== "updated");
  return found ? { start: found.start, end: found.end, day: found, weekday: found.weekday } : null;
}

/**
 * The day of publication with its basis and evidence. `days`: of the header; `below`: under the report; `addressDay`: a day in
 * the file's name, the last resort.
 */
export function publishedOf(
  claims: Claims,
  days: readonly HeaderDay[],
  below: readonly HeaderDay[],
  dateline: Anchor | null,
  addressDay: DayClaim | null,
  around: Surroundings,
): Published {
  const claim = (kind: DayClaim["kind"]): DayClaim | undefined => claims.days.find((day) => day.kind === kind);
  const [above, under] = [settled(days, around.folded), settled(below, around.folded)];
  return (
    fromClaim(claim("published"), above) ??
    fromHeader(above, "published") ??
    fromClaim(claim("dated"), above) ??
    fromHeader(above, null) ??
    fromClaim(claim("address"), above) ??
    fromHeader(under, "published") ??
    fromAnchor(yearlessDay(above), around, addressDay ?? undefined) ??
    fromAnchor(dateline, around, addressDay ?? undefined) ??
    fromHeader(under, null) ??
    fromUpdated([...above, ...under]) ??
    around.inferred() ??
    (addressDay ? { value: asEdtf(addressDay.day), basis: "inferred", evidence: [] } : unknownDay)
  );
}
