// TIMEX3 values of days, whole periods and lengths, for the answers of other taggers.
import { Temporal } from "temporal-polyfill";

const two = (value: number): string => String(value).padStart(2, "0");
export const dayText = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
export const monthText = (year: number, month: number): string => `${year}-${two(month)}`;

/** "1998-W42": the ISO week of a day. */
export function weekText(year: number, month: number, day: number): string {
  const date = Temporal.PlainDate.from({ year, month, day });
  return `${date.yearOfWeek ?? year}-W${two(date.weekOfYear ?? 0)}`;
}

/** The value of a stretch of days: a day, a week, a weekend, a month, a quarter, a half, a year or a decade where it is a whole one; else its first day. */
export function stretchText(first: string, last: string): string {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const days = from.until(to).days + 1;
  if (days === 1) return from.toString();
  if (days === 7 && from.dayOfWeek === 1) return weekText(from.year, from.month, from.day);
  if (days === 2 && from.dayOfWeek === 6) return `${weekText(from.year, from.month, from.day)}-WE`;
  if (from.day !== 1 || to.day !== to.daysInMonth) return from.toString();
  const months = 12 * (to.year - from.year) + to.month - from.month + 1;
  if (months === 1) return monthText(from.year, from.month);
  if (months === 3 && from.month % 3 === 1) return `${from.year}-Q${Math.ceil(from.month / 3)}`;
  if (months === 6 && from.month % 6 === 1) return `${from.year}-H${Math.ceil(from.month / 6)}`;
  if (months === 12 && from.month === 1) return String(from.year);
  if (months === 120 && from.year % 10 === 0) return String(from.year / 10);
  return from.toString();
}
