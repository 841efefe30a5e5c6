// TIMEX3 values (TimeML 1.2.1) and their meaning as EDTF dates.
import { asEdtf, dayNumber, dayOf, type Edtf, edtf } from "./edtf.js";

const grammar = new RegExp(
  [
    "^(?:PAST_REF|PRESENT_REF|FUTURE_REF)$",
    "^(?:\\d{4}|\\d{3}|\\d{2}|XXXX|BC\\d{1,4})(?:-(?:\\d{2}|XX|Q[1-4X]|H[12X]|W(?:\\d{2}|XX)(?:-(?:[1-7]|WE|X))?|SP|SU|FA|WI)(?:-(?:\\d{2}|XX))?)?(?:T(?:MO|MI|AF|EV|NI|DT|\\d{2}(?::\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?))?$",
    "^T(?:MO|MI|AF|EV|NI|DT|\\d{2}(?::\\d{2}(?::\\d{2})?)?)$",
    "^P(?:[\\dX.]+(?:[YMWDECQ]|DE|CE|L))*(?:T(?:[\\dX.]+[HMS]|[\\dX.]*(?:MO|AF|EV|NI))+)?$",
  ].join("|"),
);

/** Whether a string is a TIMEX3 value of the grammar that the record allows. */
export const isTimexValue = (value: string): boolean => value.length > 1 && grammar.test(value);

/** Monday of ISO week `week` of `year`, as a day number. */
function weekStart(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  const weekday = (((fourth + 3) % 7) + 7) % 7; // 0 = Monday
  return fourth - weekday + (week - 1) * 7;
}

const quarters: Readonly<Record<string, readonly [string, string]>> = {
  Q1: ["01", "03"],
  Q2: ["04", "06"],
  Q3: ["07", "09"],
  Q4: ["10", "12"],
  H1: ["01", "06"],
  H2: ["07", "12"],
  SP: ["03", "05"],
  SU: ["06", "08"],
  FA: ["09", "11"],
};

/** The EDTF date or interval that a DATE or TIME value means, or null where it means none (durations, sets, references, unknown years). */
export function edtfOfTimex(value: string): Edtf | null {
  const day = value.replace(/T(?:MO|MI|AF|EV|NI|DT|\d.*)$/, "");
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(day)) return asEdtf(day);
  if (/^\d{3}$/.test(day)) return edtf(`${day}0/${day}9`);
  const week = /^(\d{4})-W(\d{2})(?:-([1-7]|WE))?$/.exec(day);
  if (week) {
    const monday = weekStart(Number(week[1]), Number(week[2]));
    if (week[3] === "WE") return edtf(`${dayOf(monday + 5)}/${dayOf(monday + 6)}`);
    return week[3] ? dayOf(monday + Number(week[3]) - 1) : edtf(`${dayOf(monday)}/${dayOf(monday + 6)}`);
  }
  const part = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/.exec(day);
  if (!part) return null;
  const [year, name] = [part[1] ?? "", part[2] ?? ""];
  if (name === "WI") return asEdtf(`${year}-12/${String(Number(year) + 1).padStart(4, "0")}-02`);
  const months = quarters[name];
  return months ? edtf(`${year}-${months[0]}/${year}-${months[1]}`) : null;
}

/** Minutes of a duration value such as PT1H30M or P2D; null where it has an unknown amount. */
export function minutesOf(value: string): number | null {
  const match =
    /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?)?$/.exec(
      value,
    );
  if (!match) return null;
  const [years, months, weeks, days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0));
  return (
    (((years ?? 0) * 365 + (months ?? 0) * 30 + (weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 +
    (minutes ?? 0)
  );
}
