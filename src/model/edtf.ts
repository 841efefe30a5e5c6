// Dates as EDTF level 1 (Library of Congress, 2019; ISO 8601-2), the part the record uses: day, month, year, intervals,
// open intervals, trailing ~ and ?, and a day with a time of day. Values are strings; this file reads, compares and makes them.

declare const brand: unique symbol;
/** A date of EDTF level 1: "2022-01-10", "2021-10", "2022-01-10/2022-01-13", "2016/..", "2014~". */
export type Edtf = string & { readonly [brand]: "Edtf" };

/** First and last day that a date may mean, as day numbers since 1970-01-01 (UTC); open ends are ±Infinity. */
export type DayBounds = { readonly first: number; readonly last: number };

const point = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?([~?%]?)$/;

/** Days after which the calendar repeats itself. Date.UTC takes the years 0–99 for those of the last century. */
const daysOf400Years = 146_097;

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year + 400, month - 1, day) / 864e5) - daysOf400Years;

/** Number of days of a month (1–12). */
export const monthLength = (year: number, month: number): number =>
  new Date(Date.UTC(year + 400, month, 0)).getUTCDate();

function pointBounds(text: string): DayBounds | null {
  const match = point.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined)
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, monthLength(year, month)) };
  const day = Number(match[3]);
  if (day < 1 || day > monthLength(year, month)) return null;
  return { first: dayNumber(year, month, day), last: dayNumber(year, month, day) };
}

function readBounds(text: string): DayBounds | null {
  const slash = text.indexOf("/");
  if (slash < 0) return pointBounds(text);
  const [left, right] = [text.slice(0, slash), text.slice(slash + 1)];
  const from = left === ".." || left === "" ? { first: -Infinity, last: -Infinity } : pointBounds(left);
  const to = right === ".." || right === "" ? { first: Infinity, last: Infinity } : pointBounds(right);
  if (!from || !to || from.first > to.last) return null;
  return { first: from.first, last: to.last };
}

/** The text as Edtf, or null where it is no date of this grammar. */
export const asEdtf = (text: string): Edtf | null => (readBounds(text) ? (text as Edtf) : null);

/** The text as Edtf. Throws RangeError where it is none: for values that code makes. */
export function edtf(text: string): Edtf {
  const value = asEdtf(text);
  if (value === null) throw new RangeError(`not an EDTF date: ${text}`);
  return value;
}

const read = new Map<string, DayBounds>(); // lists are sorted by date: the same few are asked for again and again
const mostRead = 20_000;

/** First and last day of a date. */
export function boundsOf(date: Edtf): DayBounds {
  const known = read.get(date);
  if (known) return known;
  const bounds = readBounds(date);
  if (!bounds) throw new RangeError(`not an EDTF date: ${date}`);
  if (read.size >= mostRead) read.clear();
  read.set(date, bounds);
  return bounds;
}

/** The day of a day number, as YYYY-MM-DD. */
export const dayOf = (number: number): Edtf => new Date(number * 864e5).toISOString().slice(0, 10) as Edtf;

export type Precision = "time" | "day" | "month" | "year" | "interval";
/** How precise a date is. */
export function precisionOf(date: Edtf): Precision {
  if (date.includes("/")) return "interval";
  const plain = date.replace(/[~?%]$/, "");
  if (plain.includes("T")) return "time";
  return plain.length >= 10 ? "day" : plain.length >= 7 ? "month" : "year";
}

/** The date without its time of day and without ~ and ?. */
export const plainOf = (date: Edtf): Edtf => date.replace(/[~?%]/g, "").replace(/T[^/]*/g, "") as Edtf;

/** Whether every day of `inner` is a day of `outer`. */
export function includesDate(outer: Edtf, inner: Edtf): boolean {
  const [o, i] = [boundsOf(outer), boundsOf(inner)];
  return o.first <= i.first && i.last <= o.last;
}

/** Whether two dates can be the same time: their days overlap. */
export function compatible(a: Edtf, b: Edtf): boolean {
  const [x, y] = [boundsOf(a), boundsOf(b)];
  return x.first <= y.last && y.first <= x.last;
}

/** The order of the record: by start, coarser first, then by code unit; null last. */
export function compareDates(a: Edtf | null, b: Edtf | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const [x, y] = [boundsOf(a), boundsOf(b)];
  if (x.first !== y.first) return x.first < y.first ? -1 : 1;
  if (x.last !== y.last) return x.last > y.last ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The interval of two dates, or the date itself where both are the same. */
export const intervalOf = (from: Edtf, to: Edtf): Edtf => (from === to ? from : edtf(`${from}/${to}`));

/** Months by name, as dates are written in words. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
