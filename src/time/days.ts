// Days as year, month and day, and arithmetic on them. Months and weekdays count from 1 (Monday = 1), weeks are ISO 8601's.
import { boundsOf, dayNumber, type Edtf, monthLength, precisionOf } from "../model/edtf.js";

export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Days since 1970-01-01. */
export const numberOf = (day: Day): number => dayNumber(day.year, day.month, day.day);

/** The day of a day number. */
export function dayAt(number: number): Day {
  const date = new Date(number * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) … 7 (Sunday). */
export const weekdayAt = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Whether the calendar has the day. */
export const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

export const addDays = (day: Day, count: number): Day => dayAt(numberOf(day) + count);

/** The same day some months on; the last of the month where the month is shorter. */
export function addMonths({ year, month, day }: Day, count: number): Day {
  const index = year * 12 + month - 1 + count;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year: y, month: m, day: Math.min(day, monthLength(y, m)) };
}

/** ISO year and week of a day. */
function weekOf(day: Day): { readonly year: number; readonly week: number } {
  const number = numberOf(day);
  const thursday = dayAt(number - weekdayAt(number) + 4);
  return { year: thursday.year, week: Math.floor((numberOf(thursday) - dayNumber(thursday.year, 1, 1)) / 7) + 1 };
}

/** The day that a date means: its first, where it is an interval; null where it is coarser than a day. */
export function dayOfDate(date: Edtf | null): Day | null {
  if (date === null) return null;
  const { first } = boundsOf(date);
  const precision = precisionOf(date);
  return Number.isFinite(first) && (precision === "day" || precision === "time" || precision === "interval")
    ? dayAt(first)
    : null;
}

const padded = (value: number, width = 2): string => String(value).padStart(width, "0");
export const yearValue = (year: number): string => padded(year, 4);
export const monthValue = (year: number | null, month: number): string =>
  `${year === null ? "XXXX" : padded(year, 4)}-${padded(month)}`;
export const dayValue = ({ year, month, day }: Day): string => `${monthValue(year, month)}-${padded(day)}`;
export const weekValue = (day: Day): string => {
  const { year, week } = weekOf(day);
  return `${padded(year, 4)}-W${padded(week)}`;
};
