// The days that matter most in a dossier: those that reports keep coming back to. A report counts for a day that it names,
// more the later it does so (what is still told weeks later mattered) and more if it names the day again; and for the day on
// which it was published. After the date features of Tran et al. (2013) and Ghalandari and Ifrim (2020), without training.
import { asEdtf, boundsOf, compareDates, dayOf, type Edtf } from "../model/edtf.js";
import type { ParleyRecord } from "../model/record.js";

/** A report as ranking sees it: days as numbers from 1970-01-01, each as often as it is named. */
export type DatedReport = { readonly published: number | null; readonly named: readonly number[] };

/** What a second mention in one report adds to the first. */
const again = 0.5;

/** How much a report counts for a day that it names `lag` days later. */
const weightOf = (lag: number): number => 1 + Math.log(1 + Math.max(0, lag));

/** Days with their weight, heaviest first; the earlier of two equal ones first. */
export function rankDays(reports: readonly DatedReport[]): { readonly day: number; readonly weight: number }[] {
  const weights = new Map<number, number>();
  const add = (day: number, weight: number): void => {
    weights.set(day, (weights.get(day) ?? 0) + weight);
  };
  for (const { published, named } of reports) {
    const counts = new Map<number, number>();
    for (const day of named) counts.set(day, (counts.get(day) ?? 0) + 1);
    for (const [day, count] of counts)
      add(day, weightOf(published === null ? 0 : published - day) * (count > 1 ? 1 + again : 1));
    if (published !== null) add(published, 1);
  }
  return [...weights].map(([day, weight]) => ({ day, weight })).sort((a, b) => b.weight - a.weight || a.day - b.day);
}

/** The reports of a record with the days that they name: times of day count for their day, longer times for none. */
export function datedReports({ documents, timexes }: ParleyRecord): DatedReport[] {
  const named = new Map<string, number[]>();
  for (const { span, value } of timexes) {
    const day = dayNamed(value);
    if (day !== null) named.set(span.doc, [...(named.get(span.doc) ?? []), day]);
  }
  return documents.map(({ id, published }) => ({
    published: published.value === null ? null : boundsOf(published.value).first,
    named: named.get(id) ?? [],
  }));
}

/** The day that a TIMEX3 value names, or null: "2022-01-10", "2022-01-10TEV". */
export function dayNamed(value: string): number | null {
  const day = asEdtf(/^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(value)?.[1] ?? "");
  return day === null ? null : boundsOf(day).first;
}

/** Days on which reports were published, each once, in order; of a month or a year its last. */
export function reportDays({ documents }: ParleyRecord): readonly Edtf[] {
  const days = documents.flatMap(({ published }) =>
    published.value === null ? [] : [dayOf(boundsOf(published.value).last)],
  );
  return [...new Set(days)].sort(compareDates);
}
