// A report that names days and no year takes its year from the other reports of the dossier that date the same days, and is
// read again with it; so does one whose year was inferred, where the others date its days in another year. What is kept
// stays as it was: this is a view, the same for any order of intake.
import type { LinkInput } from "../link/input.js";
import type { Published } from "../model/document.js";
import { type Edtf, plainOf, precisionOf } from "../model/edtf.js";
import type { DossierKit, Reader } from "./kit.js";

const isUndated = ({ document }: LinkInput): boolean => document.published.value === null;
const isInferred = ({ document }: LinkInput): boolean => document.published.basis === "inferred";

/** The days that a dated report is of, and tells. */
function daysIn({ document, reading }: LinkInput): ReadonlySet<string> {
  const dates = [document.published.value, ...reading.timexes.map(({ edtf }) => edtf)];
  return new Set(dates.flatMap((date) => (date !== null && precisionOf(date) === "day" ? [plainOf(date)] : [])));
}

/** How many dated reports tell each day. */
function countDays(inputs: readonly LinkInput[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const input of inputs) {
    if (isUndated(input)) continue;
    for (const day of daysIn(input)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

function dated<T extends LinkInput>(input: T, published: Published | null, reader: Reader): T {
  if (!published) return input;
  const document = { ...input.document, published };
  return { ...input, document, reading: reader.read(document) };
}

/** Days of an inferred report that others must tell too for its year to stand unasked. */
const confirming = 2;

/** What the other reports say of an inferred year: another one, or null where they confirm it or say nothing. */
function corrected(
  input: LinkInput,
  counts: ReadonlyMap<string, number>,
  years: ReadonlySet<number>,
  reader: Reader,
): Published | null {
  const own = daysIn(input);
  const shared = [...own].filter((day) => (counts.get(day) ?? 0) > 1);
  if (shared.length >= confirming) return null;
  const has = (day: string): boolean => (counts.get(day) ?? 0) > (own.has(day) ? 1 : 0);
  const published = reader.publishedAmong(input.document, { years, has });
  const yearOf = (value: Edtf | null | undefined): string | undefined => value?.slice(0, 4);
  return published && yearOf(published.value) !== yearOf(input.document.published.value) ? published : null;
}

/** The inputs in their order; the undated ones with the day that the others let them infer, the inferred ones set right. */
export async function datedByOthers<T extends LinkInput>(
  inputs: readonly T[],
  kit: Pick<DossierKit, "reader">,
): Promise<readonly T[]> {
  if (!inputs.some((input) => isUndated(input) || isInferred(input))) return inputs;
  const counts = countDays(inputs);
  if (counts.size === 0) return inputs;
  const reader = await kit.reader();
  const years = new Set([...counts.keys()].map((day) => Number(day.slice(0, 4))).filter(Number.isInteger));
  const published = inputs.flatMap(({ document }) => {
    const { value, basis } = document.published;
    return value !== null && basis === "stated" && precisionOf(value) === "day" ? [plainOf(value)] : [];
  });
  const all = { years, has: (day: string) => counts.has(day), published };
  return inputs.map((input) => {
    if (isUndated(input)) return dated(input, reader.publishedAmong(input.document, all), reader);
    return isInferred(input) ? dated(input, corrected(input, counts, years, reader), reader) : input;
  });
}
