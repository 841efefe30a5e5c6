// The parts of a TIMEX3 value, those that the words say apart from those that were taken from elsewhere: of "the 9th" that is
// 2022-01-09 the words say the day only.
import type { RecordTimex } from "../model/record.js";

type Part = { readonly name: string; readonly value: string; readonly implied: boolean };

const shape =
  /^(\d{4}|BC\d{4}|XXXX)(?:-(?:W(\d{2})(?:-(WE|\d))?|Q(\d)|H(\d)|(SP|SU|FA|WI)|(\d{2})(?:-(\d{2}))?))?(?:T(.+))?$/;

/** The parts of a date or time of day; none of a duration, a set, or a reference. */
function partsOf({ value, implied }: Pick<RecordTimex, "value" | "implied">): readonly Part[] {
  const match = shape.exec(value);
  if (!match) return [];
  const [, year, week, weekday, quarter, half, season, month, day, time] = match;
  // A week, a quarter or a day that the words only point at ("last week", "yesterday") is implied with all that holds it.
  const all = implied.includes("day");
  const part = (name: string, text: string | undefined, isImplied: boolean): readonly Part[] =>
    text === undefined || text.includes("X") ? [] : [{ name, value: text, implied: isImplied }];
  return [
    ...part("year", year, implied.includes("year")),
    ...part("week", week, all),
    ...part("day of the week", weekday, all),
    ...part("quarter", quarter, all),
    ...part("half", half, all),
    ...part("season", season, all),
    ...part("month", month, implied.includes("month")),
    ...part("day", day, all),
    ...part("time of day", time, false),
  ];
}

const texts = (parts: readonly Part[], implied: boolean): readonly string[] =>
  parts.filter((part) => part.implied === implied).map(({ name, value }) => `${name} ${value}`);

/** "day 09". Of a value without parts nothing. */
export const saidParts = (timex: Pick<RecordTimex, "value" | "implied">): readonly string[] =>
  texts(partsOf(timex), false);

/** "year 2022", "month 01". */
export const impliedParts = (timex: Pick<RecordTimex, "value" | "implied">): readonly string[] =>
  texts(partsOf(timex), true);
