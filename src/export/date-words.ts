// Dates as people write them, for formats that people read: "6 March 2023", "10–13 January 2022", "since 2016".
import { type Edtf, monthNames } from "../model/edtf.js";

function pointWords(point: string): string {
  const [, year = point, month, day, time, mark] =
    /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^~?%]*)?([~?%]?)$/.exec(point) ?? [];
  const words = [day && String(Number(day)), month && (monthNames[Number(month) - 1] ?? month), year].filter(Boolean);
  const about = mark === "~" || mark === "%" ? "about " : "";
  const doubt = mark === "?" || mark === "%" ? " (uncertain)" : "";
  return `${about}${words.join(" ")}${time ? `, ${time}` : ""}${doubt}`;
}

/** A date in words; null: "undated". */
export function dateWords(date: Edtf | null): string {
  if (date === null) return "undated";
  const [from = "", to] = date.split("/");
  if (to === undefined) return pointWords(from);
  if (from === ".." || from === "") return `until ${pointWords(to)}`;
  if (to === ".." || to === "") return `since ${pointWords(from)}`;
  const isDay = /^-?\d{4}-\d{2}-\d{2}$/;
  if (isDay.test(from) && isDay.test(to) && from.slice(0, -3) === to.slice(0, -3))
    return `${Number(from.slice(-2))}–${pointWords(to)}`;
  return `${pointWords(from)} – ${pointWords(to)}`;
}

const units: readonly (readonly [letter: string, unit: string])[] = [
  ["Y", "year"],
  ["M", "month"],
  ["W", "week"],
  ["D", "day"],
  ["DE", "decade"],
];
const timeUnits: typeof units = [
  ["H", "hour"],
  ["M", "minute"],
  ["S", "second"],
];

/** A TIMEX3 duration in words: "1 hour 30 minutes", "some days" where the amount is not told; as it is where it has no such words. */
export function durationWords(value: string): string {
  const [, days = "", time = ""] = /^P([^T]*)(?:T(.*))?$/.exec(value) ?? [];
  const words = (part: string, names: typeof units): string[] =>
    [...part.matchAll(/(X+|[\d.]+)([A-Z]+)/g)].flatMap(([, amount = "", letter]) => {
      const unit = names.find(([own]) => own === letter)?.[1];
      return unit === undefined
        ? []
        : [`${amount.startsWith("X") ? "some" : amount} ${unit}${amount === "1" ? "" : "s"}`];
    });
  return [...words(days, units), ...words(time, timeUnits)].join(" ") || value;
}
