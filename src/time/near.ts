// Which year, month or week words mean that do not say it: the nearest to the reference, with the tense beside them as a
// push: what is told as past lies behind the reference, what is told as coming before it.
import { addMonths, type Day, isDay, numberOf, weekdayAt } from "./days.js";
import type { Ground, Tense, YearMonth } from "./meaning.js";

/**
 * Days that a candidate on the wrong side of the reference counts as farther away than it is. What is told as coming lies
 * ahead; what is told as past may be an announcement of what comes soon, so that it pulls less.
 */
const yearPush: Push = { past: 210, future: 300 };
const monthPush: Push = { past: 12, future: 12 };
type Push = Readonly<Record<Tense, number>>;

/** Distance of a candidate from the reference, in days; more where the tense points the other way. */
function cost(number: number, reference: number, tense: Tense | null, push: Push): number {
  const ahead = number - reference;
  const wrong = (tense === "past" && ahead > 0) || (tense === "future" && ahead < 0);
  return Math.abs(ahead) + (wrong ? push[tense] : 0);
}

function best<T>(candidates: readonly T[], costOf: (candidate: T) => number): T | null {
  let found: T | null = null;
  for (const candidate of candidates) if (found === null || costOf(candidate) < costOf(found)) found = candidate;
  return found;
}

/** The year of a month (and day) that is told without one; null where nothing fixes it. */
export function yearOf(
  month: number,
  day: number | null,
  { reference, tense, narrative }: Ground,
  weekday: number | null = null,
): number | null {
  if (narrative) return narrative.month !== null && month + 6 <= narrative.month ? narrative.year + 1 : narrative.year;
  if (!reference) return null;
  const number = numberOf(reference);
  const valid = [reference.year, reference.year - 1, reference.year + 1].filter(
    (year) => day === null || isDay({ year, month, day }),
  );
  const agreeing = valid.filter(
    (year) => day !== null && weekday !== null && weekdayAt(numberOf({ year, month, day })) === weekday,
  );
  const candidates = agreeing.length > 0 ? agreeing : valid;
  const place = (year: number): number => {
    if (day !== null) return numberOf({ year, month, day });
    return year === reference.year && month === reference.month ? number : numberOf({ year, month, day: 15 });
  };
  return best(candidates, (year) => cost(place(year), number, tense, yearPush));
}

/** The month of a day that is told as a bare number ("the 9th"); null where nothing fixes it. */
export function monthOf(day: number, ground: Ground): YearMonth | null {
  const { reference, tense, month, narrative, told } = ground;
  const inMonth = month && isDay({ ...month, day }) ? month : null;
  if (!reference || narrative)
    return (
      inMonth ??
      (told.month && isDay({ ...told.month, day }) ? { year: told.month.year, month: told.month.month } : null)
    );
  const number = numberOf(reference);
  if (inMonth) {
    const ahead = numberOf({ ...inMonth, day }) - number;
    if (!(tense === "past" && ahead > 0) && !(tense === "future" && ahead < 0)) return inMonth;
  }
  const months = [0, -1, 1]
    .map((count) => addMonths({ ...reference, day: 1 }, count))
    .filter((candidate) => isDay({ ...candidate, day }));
  const found = best(months, (candidate) => cost(numberOf({ ...candidate, day }), number, tense, monthPush));
  return found && { year: found.year, month: found.month };
}

/** The day number of a weekday: by tense behind or ahead of the reference (on it counts as behind), behind where nothing says. */
export function weekdayNear(weekday: number, reference: Day, tense: Tense | null): number {
  const number = numberOf(reference);
  const back = (weekdayAt(number) - weekday + 7) % 7;
  return tense === "future" ? (back === 0 ? number : number - back + 7) : number - back;
}
