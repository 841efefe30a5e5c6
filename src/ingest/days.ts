// Calendar days as headers and datelines print them. A day whose order of day and month cannot be told is left out.
import { monthLength } from "../model/edtf.js";
import type { Range } from "../model/span.js";
import type { IngestWords } from "./words.js";

/** A printed day. `year` is null where none is printed. */
export type PrintedDay = Range & { readonly year: number | null; readonly month: number; readonly day: number };

/** A printed day that can be two days: "03/07/2023". The first reading is day before month. */
export type UnsureDay = PrintedDay & { readonly other: { readonly month: number; readonly day: number } };

const numeric = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-])/gu;

/** Days of a folded line in figures that a finder leaves out: those that can be two days, and those with two figures for the year. */
export function unsureDays(line: string): (PrintedDay | UnsureDay)[] {
  return [...line.matchAll(numeric)].flatMap((match) => {
    const [first, second, short] = [Number(match[1]), Number(match[3]), match[4]?.length === 2];
    const year = short ? 2000 + Number(match[4]) : Number(match[4]);
    const order = match[2] === "." ? ([first, second] as const) : unordered(first, second);
    const range = { start: match.index, end: match.index + match[0].length, year };
    if (order)
      return short && order[1] >= 1 && order[1] <= 12 && order[0] >= 1 && order[0] <= monthLength(year, order[1])
        ? [{ ...range, day: order[0], month: order[1] }]
        : [];
    if (first < 1 || second < 1 || first > 12 || second > 12) return [];
    return [{ ...range, day: first, month: second, other: { day: second, month: first } }];
  });
}

/** Finds the printed days of a folded line; offsets are within the line. */
export type DayFinder = (line: string) => PrintedDay[];

const escaped = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.]/g, "\\."))
    .join("|");

/** Day and month of "a/b": only where one of them cannot be a month, or both are equal. */
function unordered(a: number, b: number): readonly [number, number] | null {
  if (a > 12 && b <= 12) return [a, b];
  if (b > 12 && a <= 12) return [b, a];
  return a === b ? [a, b] : null;
}

/** A finder for a language's months. */
export function dayFinder(words: Pick<IngestWords, "months">): DayFinder {
  const month = `(${escaped(words.months.keys())})\\b\\.?`;
  const patterns: readonly (readonly [
    RegExp,
    (match: RegExpExecArray) => readonly [string | undefined, number, string | undefined] | null,
  ])[] = [
    [/(?<![\d.])(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/gi, (m) => [m[1], Number(m[2]), m[3]]],
    [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/gi, (m) => [m[3], Number(m[2]), m[1]]],
    [
      /(?<![\d./])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/gi,
      (m) => {
        const order = unordered(Number(m[1]), Number(m[2]));
        return order && [m[3], order[1], String(order[0])];
      },
    ],
    [
      new RegExp(
        `(?<![\\d.:])(\\d{1,2})(?:st|nd|rd|th)? ?(?:of )?-?${month}(?:-|,? )?(?:((?:19|20)\\d{2})(?!\\d))?`,
        "gi",
      ),
      (m) => [m[3], words.months.get((m[2] ?? "").toLowerCase()) ?? 0, m[1]],
    ],
    [
      new RegExp(`\\b${month} ?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? ((?:19|20)\\d{2})(?!\\d))?`, "gi"),
      (m) => [m[3], words.months.get((m[1] ?? "").toLowerCase()) ?? 0, m[2]],
    ],
  ];
  return (line) => {
    const found: PrintedDay[] = [];
    for (const [pattern, read] of patterns) {
      for (const match of line.matchAll(pattern)) {
        const parts = read(match);
        if (!parts) continue;
        const [year, month, day] = [parts[0] === undefined ? null : Number(parts[0]), parts[1], Number(parts[2])];
        const valid =
          month >= 1 &&
          month <= 12 &&
          day >= 1 &&
          day <= monthLength(year ?? 2000, month) &&
          (year === null || (year > 1800 && year < 2200));
        const range = { start: match.index, end: match.index + match[0].trimEnd().length };
        if (valid && !found.some((other) => other.start < range.end && range.start < other.end))
          found.push({ ...range, year, month, day });
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

/** YYYY-MM-DD of a day in a year. */
export const isoDay = (year: number, { month, day }: { readonly month: number; readonly day: number }): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
