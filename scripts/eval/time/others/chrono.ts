// chrono-node (MIT): dates and times with known and implied components; no lengths, no sets.
import { en, type ParsedComponents } from "chrono-node";
import type { OtherFound, OtherTimeTagger, ReferenceDay } from "../others.js";
import { dayText, monthText, weekText } from "./values.js";

const parts: readonly (readonly [RegExp, string])[] = [
  [/morning/i, "MO"],
  [/afternoon/i, "AF"],
  [/evening/i, "EV"],
  [/night/i, "NI"],
];

function meaningOf(words: string, start: ParsedComponents): { readonly type: string; readonly value: string } {
  const get = (name: "year" | "month" | "day" | "hour" | "minute"): number => start.get(name) ?? 0;
  const day = dayText(get("year"), get("month"), get("day"));
  if (/\bnow\b/i.test(words)) return { type: "DATE", value: "PRESENT_REF" };
  const part = parts.find(([pattern]) => pattern.test(words));
  if (part) return { type: "TIME", value: `${day}T${part[1]}` };
  if (/\bweeks?\b/i.test(words)) return { type: "DATE", value: weekText(get("year"), get("month"), get("day")) };
  if (/\bmonths?\b/i.test(words)) return { type: "DATE", value: monthText(get("year"), get("month")) };
  if (/\byears?\b/i.test(words)) return { type: "DATE", value: String(get("year")) };
  if (start.isCertain("hour") && /\d|noon|midnight/i.test(words)) {
    const minute = String(get("minute")).padStart(2, "0");
    return { type: "TIME", value: `${day}T${String(get("hour")).padStart(2, "0")}:${minute}` };
  }
  if (start.isCertain("day") || start.isCertain("weekday")) return { type: "DATE", value: day };
  return start.isCertain("month")
    ? { type: "DATE", value: monthText(get("year"), get("month")) }
    : { type: "DATE", value: String(get("year")) };
}

function tag(sentence: string, { year, month, day }: ReferenceDay): readonly OtherFound[] {
  const reference = { instant: new Date(Date.UTC(year, month - 1, day, 12)), timezone: "UTC" };
  return en.casual
    .parse(sentence, reference)
    .map(({ index, text, start }) => ({ start: index, end: index + text.length, ...meaningOf(text, start) }));
}

export const chronoTagger: OtherTimeTagger = { name: "chrono-node", tag };
