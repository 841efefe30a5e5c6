// compromise-dates (MIT), on compromise: stretches of days with their unit, and lengths.
import nlp from "compromise";
import dates from "compromise-dates";
import type { OtherFound, OtherTimeTagger, ReferenceDay } from "../others.js";
import { dayText, stretchText } from "./values.js";

nlp.plugin(dates);

type Stretch = { readonly start?: string; readonly end?: string; readonly unit?: string; readonly repeat?: unknown };
type Line = {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: Stretch;
  readonly duration?: Readonly<Record<string, number>>;
};
type View = {
  readonly dates: (options: object) => { readonly json: (options: object) => readonly Line[] };
  readonly durations: () => { readonly json: (options: object) => readonly Line[] };
};

const letters: Readonly<Record<string, string>> = {
  year: "PnY",
  quarter: "PnQ",
  month: "PnM",
  week: "PnW",
  day: "PnD",
  hour: "PTnH",
  minute: "PTnM",
  second: "PTnS",
};

function dateOf({ dates: stretch, offset }: Line): readonly OtherFound[] {
  const { start, end, unit, repeat } = stretch ?? {};
  const span = { start: offset.start, end: offset.start + offset.length };
  if (repeat !== undefined) return [{ ...span, type: "SET", value: "P1D" }];
  if (!start) return [];
  const first = start.slice(0, 10);
  if (unit === "time" || unit === "hour" || unit === "minute")
    return [{ ...span, type: "TIME", value: `${first}T${start.slice(11, 16)}` }];
  return [{ ...span, type: "DATE", value: end ? stretchText(first, end.slice(0, 10)) : first }];
}

function lengthOf({ duration = {}, offset }: Line): readonly OtherFound[] {
  const [unit = "", count] = Object.entries(duration)[0] ?? [];
  const form = letters[unit];
  return form === undefined || count === undefined
    ? []
    : [
        {
          start: offset.start,
          end: offset.start + offset.length,
          type: "DURATION",
          value: form.replace("n", String(count)),
        },
      ];
}

/** Of a sentence that it throws on (it does on some years and quarters) nothing is found. */
function tag(sentence: string, reference: ReferenceDay): readonly OtherFound[] {
  try {
    return tagOrThrow(sentence, reference);
  } catch {
    return [];
  }
}

function tagOrThrow(sentence: string, { year, month, day }: ReferenceDay): readonly OtherFound[] {
  const view = nlp(sentence) as unknown as View;
  const options = { offset: true, terms: false };
  const found = view
    .dates({ today: dayText(year, month, day), timezone: "UTC" })
    .json(options)
    .flatMap(dateOf);
  const lengths = view.durations().json(options).flatMap(lengthOf);
  const free = lengths.filter((length) => !found.some(({ start, end }) => start < length.end && length.start < end));
  return [...found, ...free].sort((a, b) => a.start - b.start);
}

export const compromiseTagger: OtherTimeTagger = { name: "compromise-dates", tag };
