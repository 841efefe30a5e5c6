// When a report was published, and the words that say so. Metadata and labelled header lines state it; a dateline without a
// year takes it from elsewhere; otherwise it is inferred from inside, or unknown. The clock is never asked.
import type { Published } from "../model/document.js";
import { asEdtf, boundsOf, dayNumber, type Edtf } from "../model/edtf.js";
import { byPlace, type Range } from "../model/span.js";
import type { Dateline } from "./dateline.js";
import { type DayFinder, isoDay } from "./days.js";
import type { HeaderDay } from "./header.js";
import type { Claims, DayClaim } from "./page.js";

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
  const found = days.find((day) => day.field === field && day.year !== null);
  return found ? stated(isoDay(found.year ?? 0, found), [{ start: found.start, end: found.end }]) : null;
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

/** The year of a dateline's day: that of the weekday in its lead, among the years that the text prints; else of what is inferred. */
function fromDateline(dateline: Dateline | null, around: Surroundings, hint: DayClaim | undefined): Published | null {
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
function weekdayInLead(dateline: Dateline, around: Surroundings): (Range & { readonly weekday: number }) | null {
  const lead = around.folded.slice(dateline.end, dateline.end + 600).split("\n")[0] ?? "";
  const match = /\bon (\p{L}+day)\b/u.exec(lead);
  const weekday = around.weekdays.get(match?.[1]?.toLowerCase() ?? "");
  if (!match || weekday === undefined) return null;
  const start = dateline.end + match.index + 3;
  return { start, end: start + (match[1]?.length ?? 0), weekday };
}

/** The weekday of the lead fixes the year, if exactly one of the years around those printed agrees with it. */
function fromWeekday(dateline: Dateline, around: Surroundings): Published | null {
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

/** The day of publication with its basis and evidence. `addressDay`: a day in the file's name, the last resort. */
export function publishedOf(
  claims: Claims,
  days: readonly HeaderDay[],
  dateline: Dateline | null,
  addressDay: DayClaim | null,
  around: Surroundings,
): Published {
  const claim = (kind: DayClaim["kind"]): DayClaim | undefined => claims.days.find((day) => day.kind === kind);
  return (
    fromClaim(claim("published"), days) ??
    fromHeader(days, "published") ??
    fromClaim(claim("dated"), days) ??
    fromHeader(days, null) ??
    fromClaim(claim("address"), days) ??
    fromDateline(dateline, around, addressDay ?? undefined) ??
    around.inferred() ??
    (addressDay ? { value: asEdtf(addressDay.day), basis: "inferred", evidence: [] } : unknownDay)
  );
}
