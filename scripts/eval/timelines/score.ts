// Date-F1 of a timeline: as many of the heaviest days as the gold has, inside the window of its first and last day. Beside it the
// two counts that it is compared with: reports published on the day, and sentences that name it.
import { asEdtf, boundsOf, dayOf } from "../../../src/model/edtf.js";

/** A report: the day of publication and, sentence by sentence, the days that it names (numbers from 1970-01-01). */
export type TopicReport = { readonly published: number; readonly sentences: readonly (readonly number[])[] };
export type Ranked = readonly { readonly day: number; readonly weight: number }[];

const ranked = (counts: ReadonlyMap<number, number>): Ranked =>
  [...counts].map(([day, weight]) => ({ day, weight })).sort((a, b) => b.weight - a.weight || a.day - b.day);

function counted(days: Iterable<number>): Ranked {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return ranked(counts);
}

export const pubCount = (reports: readonly TopicReport[]): Ranked => counted(reports.map(({ published }) => published));
export const mentionCount = (reports: readonly TopicReport[]): Ranked =>
  counted(reports.flatMap(({ sentences }) => sentences.flatMap((days) => [...new Set(days)])));

/** The chosen days of a timeline, as text. */
export function chosen(days: Ranked, gold: readonly string[]): string[] {
  const numbers = gold.flatMap((day) => asEdtf(day) ?? []).map((day) => boundsOf(day).first);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return days
    .filter(({ day }) => first <= day && day <= last)
    .slice(0, gold.length)
    .map(({ day }) => dayOf(day));
}

/** F1 of the chosen days against the gold's, 0–1. */
export function dateF1(days: Ranked, gold: readonly string[]): number {
  const said = chosen(days, gold);
  const right = said.filter((day) => gold.includes(day)).length;
  return right ? (2 * right) / (said.length + gold.length) : 0;
}
