// Dates as people read them, with their precision kept: a month stays a month, and what is approximate says so.
import { type Edtf, monthNames, precisionOf } from "../model/edtf.js";
import { type Html, html } from "./html.js";

/** Parts of one point of time; null where it is none. */
function partsOf(point: string): {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly time: string | null;
} | null {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})[^~?%]*)?)?)?[~?%]?$/.exec(point);
  if (!match) return null;
  const month = match[2] === undefined ? null : (monthNames[Number(match[2]) - 1] ?? null);
  return {
    year: match[1] ?? "",
    month,
    day: match[3] === undefined ? null : String(Number(match[3])),
    time: match[4] ?? null,
  };
}

type Form = "long" | "short";
const nameIn = (month: string, form: Form): string => (form === "short" ? month.slice(0, 3) : month);

function pointText(point: string, form: Form): string {
  const parts = partsOf(point);
  if (!parts) return point;
  const text = [parts.day, parts.month === null ? null : nameIn(parts.month, form), parts.year]
    .filter((part) => part !== null)
    .join(" ");
  const timed = parts.time === null ? text : `${text}, ${parts.time}`;
  return point.endsWith("~")
    ? `about ${timed}`
    : point.endsWith("?")
      ? `${timed}?`
      : point.endsWith("%")
        ? `about ${timed}?`
        : timed;
}

function intervalText(from: string, to: string, form: Form): string {
  if (from === ".." || from === "") return `until ${pointText(to, form)}`;
  if (to === ".." || to === "") return `since ${pointText(from, form)}`;
  const [a, b] = [partsOf(from), partsOf(to)];
  if (
    a &&
    b &&
    a.year === b.year &&
    a.month !== null &&
    b.month !== null &&
    a.time === null &&
    b.time === null &&
    !/[~?%]$/.test(from)
  ) {
    const end = pointText(to, form);
    if (a.day === null && b.day === null) return `${nameIn(a.month, form)} – ${end}`;
    if (a.day !== null && b.day !== null)
      return a.month === b.month ? `${a.day}–${end}` : `${a.day} ${nameIn(a.month, form)} – ${end}`;
  }
  return `${pointText(from, form)} – ${pointText(to, form)}`;
}

/** A date in words: "10 January 2022", "10–13 January 2022", "since 2016", "about May 2021". */
export function dateText(date: Edtf, form: Form = "long"): string {
  const slash = date.indexOf("/");
  return slash < 0 ? pointText(date, form) : intervalText(date.slice(0, slash), date.slice(slash + 1), form);
}

/** A date as an element; an interval has no machine-readable value in HTML, so it carries the EDTF in its title. */
export function timeOf(date: Edtf, form: Form = "long"): Html {
  const precision = precisionOf(date);
  const exact = /^\d{4}-\d{2}(-\d{2})?$/.test(date);
  return exact
    ? html`<time datetime="${date}">${dateText(date, form)}</time>`
    : html`<span class="date" title="${date} (${precision})">${dateText(date, form)}</span>`;
}

/** "January 2022" of the month that a date begins in; its year where it says no month. */
export function monthHeading(date: Edtf): string {
  const first = date.slice(0, date.indexOf("/") < 0 ? undefined : date.indexOf("/"));
  const parts = partsOf(first.startsWith("..") || first === "" ? date.slice(date.indexOf("/") + 1) : first);
  return parts === null ? date : [parts.month, parts.year].filter((part) => part !== null).join(" ");
}

const modWords: Readonly<Record<string, string>> = {
  APPROX: "about",
  LESS_THAN: "less than",
  MORE_THAN: "more than",
  EQUAL_OR_LESS: "at most",
  EQUAL_OR_MORE: "at least",
  BEFORE: "before",
  AFTER: "after",
  ON_OR_BEFORE: "until",
  ON_OR_AFTER: "from",
  START: "the beginning of",
  MID: "the middle of",
  END: "the end of",
};

/** A TIMEX3 modifier in words: "LESS_THAN" is "less than"; "" of none. */
export const modText = (mod: string | null): string =>
  mod === null ? "" : (modWords[mod] ?? mod.toLowerCase().replaceAll("_", " "));

/** A TIMEX3 duration in words, with its modifier if one follows it: "8 hours", "less than 8 hours"; what says no amount stays as it is. */
export function durationText(value: string): string {
  const match =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?)?(?: ([A-Z_]+))?$/.exec(
      value,
    );
  if (!match) return value;
  const names = ["year", "month", "week", "day", "hour", "minute"];
  const parts = names.flatMap((name, index) => {
    const amount = match[index + 1];
    return amount === undefined ? [] : [`${amount} ${name}${amount === "1" ? "" : "s"}`];
  });
  return parts.length > 0 ? `${modText(match[7] ?? null)} ${parts.join(" ")}`.trim() : value;
}
