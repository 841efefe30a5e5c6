// Days, weeks, months … shifted from one that is known: what the makers of relative dates share.
import {
  addDays,
  addMonths,
  type Day,
  dayValue,
  monthValue,
  numberOf,
  weekdayAt,
  weekValue,
  yearValue,
} from "../days.js";
import { type Ground, type Implied, type Meaning, meant, type Phrase, slotOf } from "../meaning.js";

const everything: readonly Implied[] = ["year", "month", "day"];
export const date = (value: string, phrase: Phrase, ground: Ground, implied = everything): Meaning => ({
  type: "DATE",
  value,
  mod: meant(phrase, ground, "mod") ?? meant(phrase, ground, "around"),
  implied,
});

/** `count` units from the unit that holds `base`, in the unit's own precision; null for units smaller than a day. */
export function shifted(base: Day, unit: string, count: number): string | null {
  switch (unit) {
    case "D":
      return dayValue(addDays(base, count));
    case "NI":
      return `${dayValue(addDays(base, count))}TNI`;
    case "W":
      return weekValue(addDays(base, 7 * count));
    case "FN":
      return weekValue(addDays(base, 14 * count));
    case "WE":
      return `${weekValue(addDays(base, 7 * (weekdayAt(numberOf(base)) <= 2 && count === 0 ? -1 : count)))}-WE`;
    case "M": {
      const { year, month } = addMonths(base, count);
      return monthValue(year, month);
    }
    case "Q": {
      const { year, month } = addMonths(base, 3 * count);
      return `${yearValue(year)}-Q${Math.ceil(month / 3)}`;
    }
    case "Y":
      return yearValue(base.year + count);
    case "DE":
      return yearValue(base.year + 10 * count).slice(0, 3);
    case "CE":
      return yearValue(base.year + 100 * count).slice(0, 2);
    default:
      return null;
  }
}

/** The value where no day is known to count from. */
export const unanchored = (count: number): string =>
  count < 0 ? "PAST_REF" : count > 0 ? "FUTURE_REF" : "PRESENT_REF";

export function shiftedDate(
  base: Day | null,
  unit: string,
  count: number,
  phrase: Phrase,
  ground: Ground,
): Meaning | null {
  if (!base) return date(unanchored(count), phrase, ground, []);
  const value = shifted(base, unit, count);
  if (value === null) return null;
  return { ...date(value, phrase, ground), type: value.includes("T") ? "TIME" : "DATE" };
}

/** The time told before that a unit is counted from: the last day, month or year told; the reference where none was. */
export function toldFor(unit: string, { told, reference }: Ground): Day | null {
  const last =
    unit === "M" || unit === "Q" ? told.month : unit === "Y" || unit === "DE" || unit === "CE" ? told.year : told.day;
  return last ?? reference;
}

/** "told", where toldFor gives what the text told before. */
export const basisFor = (unit: string, { told }: Ground): "told" | undefined =>
  (unit === "M" || unit === "Q" ? told.month : unit === "Y" || unit === "DE" || unit === "CE" ? told.year : told.day)
    ? "told"
    : undefined;

/** Whether the relation's word counts from what the text told, not from the reference ("the following day"). */
export const isTold = (phrase: Phrase, { lexicon }: Ground): boolean =>
  slotOf(phrase, "same") !== undefined || (lexicon.get("told")?.has(slotOf(phrase, "relation") ?? "") ?? false);
