// Dates as people write them, for formats that people read: "6 March 2023", "10–13 January 2022", "since 2016".
import type { Edtf } from "../model/edtf.js";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function pointWords(point: string): string {
  const [, year = point, month, day, time, mark] =
    /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^~?%]*)?([~?%]?)$/.exec(point) ?? [];
  const words = [day && String(Number(day)), month && (months[Number(month) - 1] ?? month), year].filter(Boolean);
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
