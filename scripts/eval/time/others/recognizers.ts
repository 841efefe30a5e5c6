// Microsoft's recognizers-text for dates and times (MIT): values close to TIMEX3, those that a sentence leaves open twice, as past and as future.
import recognizers from "@microsoft/recognizers-text-date-time";
import type { OtherFound, OtherTimeTagger, ReferenceDay } from "../others.js";
import { stretchText } from "./values.js";

type Answer = {
  readonly start: number;
  readonly end: number; // inclusive
  readonly typeName: string;
  readonly resolution: { readonly values: readonly (Readonly<Record<string, string>> | Map<string, string>)[] } | null;
};
type Model = { readonly parse: (query: string, reference: Date) => readonly Answer[] };

const model = new recognizers.DateTimeRecognizer("en-us").getDateTimeModel("en-us", true) as unknown as Model;

const get = (value: Readonly<Record<string, string>> | Map<string, string>, name: string): string | undefined =>
  value instanceof Map ? value.get(name) : value[name];

/** The day before an end that is not part of the stretch. */
const dayBefore = (text: string): string =>
  new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);

/** Type and value of an answer's first reading, which is the past one. */
function meaningOf({ typeName, resolution }: Answer): { readonly type: string; readonly value: string } | null {
  const first = resolution?.values[0];
  const kind = typeName.split(".")[1];
  const timex = first && get(first, "timex");
  if (!first || !timex) return null;
  if (timex === "PRESENT_REF") return { type: "DATE", value: timex };
  if (kind === "duration") return { type: "DURATION", value: timex };
  if (kind === "set") return { type: "SET", value: timex };
  const said = get(first, "value");
  const [start, end] = [get(first, "start"), get(first, "end")];
  if (kind === "date") return said ? { type: "DATE", value: said } : null;
  if (kind === "datetime") return said ? { type: "TIME", value: said.replace(" ", "T").slice(0, 16) } : null;
  if (kind === "daterange" && start && end) return { type: "DATE", value: stretchText(start, dayBefore(end)) };
  const part = /^(\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI)$/.exec(timex);
  if (part) return { type: "TIME", value: timex };
  return { type: kind?.includes("time") ? "TIME" : "DATE", value: timex };
}

function tag(sentence: string, { year, month, day }: ReferenceDay): readonly OtherFound[] {
  return model.parse(sentence, new Date(year, month - 1, day, 12)).flatMap((answer) => {
    const meaning = meaningOf(answer);
    return meaning ? [{ start: answer.start, end: answer.end + 1, ...meaning }] : [];
  });
}

export const recognizersTagger: OtherTimeTagger = { name: "@microsoft/recognizers-text-date-time", tag };
