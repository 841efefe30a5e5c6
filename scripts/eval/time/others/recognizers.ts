// Microsoft's recognizers-text for dates and times (MIT): values close to TIMEX3, those that a sentence leaves open twice, as past and as future.
import recognizers from "@microsoft/recognizers-text-date-time";
import type { OtherFound, OtherTimeTagger, ReferenceDay } from "../others.js";
import { dayText, stretchText } from "./values.js";

type Reading = Readonly<Record<string, string>> | Map<string, string>;
type Answer = {
  readonly start: number;
  readonly end: number; // inclusive
  readonly typeName: string;
  readonly resolution: { readonly values: readonly Reading[] } | null;
};
type Model = { readonly parse: (query: string, reference: Date) => readonly Answer[] };

const model = new recognizers.DateTimeRecognizer("en-us").getDateTimeModel("en-us", true) as unknown as Model;

const get = (value: Reading, name: string): string | undefined =>
  value instanceof Map ? value.get(name) : value[name];

/** The day before an end that is not part of the stretch. */
const dayBefore = (text: string): string =>
  new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);

/** Of the readings of an answer the one nearest to the day of the report: a past and a future one where the words leave it open. */
function nearest(values: readonly Reading[], { year, month, day }: ReferenceDay): Reading | undefined {
  const now = Date.UTC(year, month - 1, day);
  const distance = (value: Reading): number => {
    const at = Date.parse((get(value, "value") ?? get(value, "start") ?? "").slice(0, 10));
    return Number.isNaN(at) ? Number.POSITIVE_INFINITY : Math.abs(at - now);
  };
  return [...values].sort((a, b) => distance(a) - distance(b))[0];
}

/** Type and value of an answer. */
function meaningOf(
  { typeName, resolution }: Answer,
  reference: ReferenceDay,
): { readonly type: string; readonly value: string } | null {
  const reading = nearest(resolution?.values ?? [], reference);
  const kind = typeName.split(".")[1];
  const timex = reading && get(reading, "timex");
  if (!reading || !timex) return null;
  if (timex === "PRESENT_REF") return { type: "DATE", value: timex };
  if (kind === "duration") return { type: "DURATION", value: timex };
  if (kind === "set") return { type: "SET", value: timex };
  const said = get(reading, "value");
  const [start, end] = [get(reading, "start"), get(reading, "end")];
  const today = dayText(reference.year, reference.month, reference.day);
  if (kind === "date") return said ? { type: "DATE", value: said } : null;
  if (kind === "datetime") return said ? { type: "TIME", value: said.replace(" ", "T").slice(0, 16) } : null;
  if (kind === "time") return said ? { type: "TIME", value: `${today}T${said.slice(0, 5)}` } : null;
  if (kind === "daterange" && start && end) return { type: "DATE", value: stretchText(start, dayBefore(end)) };
  const part = /T(?:MO|AF|EV|NI)$/.exec(timex)?.[0];
  if (part) return { type: "TIME", value: `${start && start.length > 8 ? start.slice(0, 10) : today}${part}` };
  return { type: kind?.includes("time") ? "TIME" : "DATE", value: timex };
}

function tag(sentence: string, reference: ReferenceDay): readonly OtherFound[] {
  const { year, month, day } = reference;
  return model.parse(sentence, new Date(year, month - 1, day, 12)).flatMap((answer) => {
    const meaning = meaningOf(answer, reference);
    return meaning ? [{ start: answer.start, end: answer.end + 1, ...meaning }] : [];
  });
}

export const recognizersTagger: OtherTimeTagger = { name: "@microsoft/recognizers-text-date-time", tag };
