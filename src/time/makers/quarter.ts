// Makers of quarters and halves of a year, and of what is compared with the quarter that a text tells of. A quarter of a
// financial year ("its fiscal second quarter", "first quarter ended September 29") has its number, but no days of the calendar.
import { yearValue } from "../days.js";
import {
  type Ground,
  type Implied,
  type Maker,
  type Meaning,
  meant,
  meantNumber,
  type Phrase,
  slotOf,
} from "../meaning.js";
import { yearWritten } from "./date.js";
import { date, shiftedDate } from "./shift.js";

const impliedYear: readonly Implied[] = ["year"];

/** The month in which the words say that the quarter ended, and whether that is another quarter of the calendar. */
function isFiscal(phrase: Phrase, number: number, { lexicon }: Ground): boolean {
  if (slotOf(phrase, "fiscal") !== undefined) return true;
  const ended = Number(lexicon.get("month")?.get(phrase.slots.ended ?? "") ?? Number.NaN);
  return ended >= 1 && Math.ceil(ended / 3) !== number;
}

const fiscal = (meaning: Meaning): Meaning => ({ ...meaning, fiscal: true });

/** "the fourth quarter of 2021", "last year's third quarter", "first-half". */
export const quarterMaker: Maker = (phrase, ground) => {
  const number = Number(slotOf(phrase, "q") ?? meant(phrase, ground, "quarter") ?? Number.NaN);
  const letter = meant(phrase, ground, "period") ?? "Q";
  if (!(number >= 1 && number <= (letter === "H" ? 2 : 4))) return null;
  const base = ground.reference;
  const relation = meantNumber(phrase, ground, "relation");
  const said = yearWritten(slotOf(phrase, "year", "lent")) ?? (relation !== null && base ? base.year + relation : null);
  const as = letter === "Q" && isFiscal(phrase, number, ground) ? fiscal : (meaning: Meaning): Meaning => meaning;
  if (said !== null || !base)
    return as(
      date(
        `${said === null ? "XXXX" : yearValue(said)}-${letter}${number}`,
        phrase,
        ground,
        said === null || slotOf(phrase, "year") !== undefined ? [] : impliedYear,
      ),
    );
  const month = letter === "H" ? number * 6 - 3 : number * 3 - 1;
  const year =
    ground.narrative?.year ?? (ground.tense !== "future" && month > base.month + 2 ? base.year - 1 : base.year);
  return as(date(`${yearValue(year)}-${letter}${number}`, phrase, ground, impliedYear));
};

/** "the quarter ended July 31": that of the calendar that holds most of its months, the last one before the reference. */
export const quarterEndedMaker: Maker = (phrase, ground) => {
  const month = Number(ground.lexicon.get("month")?.get(phrase.slots.ended ?? "") ?? Number.NaN);
  const base = ground.reference;
  if (!(month >= 1) || meant(phrase, ground, "period") !== "Q" || !base) return null;
  const year = ground.narrative?.year ?? (month > base.month ? base.year - 1 : base.year);
  const quarter = Math.ceil((month - 1) / 3);
  return date(
    quarter === 0 ? `${yearValue(year - 1)}-Q4` : `${yearValue(year)}-Q${quarter}`,
    phrase,
    ground,
    impliedYear,
  );
};

/** "the 2020 quarter", "the 2020 period": of that year the quarter that the text tells of; the year where it tells of none. */
export const yearPeriodMaker: Maker = (phrase, ground) => {
  const year = yearWritten(slotOf(phrase, "year"));
  if (year === null || meant(phrase, ground, "period") === "H") return null;
  const { quarter } = ground;
  return quarter && Math.abs(quarter.year - year) <= 1
    ? date(`${yearValue(year)}-Q${quarter.quarter}`, phrase, ground, [])
    : date(yearValue(year), phrase, ground, []);
};

/** "the quarter", "the latest period": the quarter that the text tells of; none where it tells of none. */
export const sameQuarterMaker: Maker = (phrase, ground) => {
  if (meant(phrase, ground, "period") === "H") return null;
  const { quarter, reference } = ground;
  if (quarter)
    return { ...date(`${yearValue(quarter.year)}-Q${quarter.quarter}`, phrase, ground, impliedYear), from: "told" };
  return reference && slotOf(phrase, "latest") !== undefined ? shiftedDate(reference, "Q", -1, phrase, ground) : null;
};

/** "the year-earlier third quarter", "the same period last year". */
export const yearEarlierMaker: Maker = (phrase, ground) => {
  const number = meantNumber(phrase, ground, "quarter");
  const letter = meant(phrase, ground, "period") ?? "Q";
  const base = ground.reference;
  return number !== null && base
    ? date(`${yearValue(base.year - 1)}-${letter}${number}`, phrase, ground, impliedYear)
    : yearBefore(phrase, ground);
};

/** The year before; of the quarter that the text tells of, where it tells of one. */
export function yearBefore(phrase: Phrase, ground: Ground): Meaning | null {
  const { quarter, reference } = ground;
  if (quarter && reference && reference.year - quarter.year <= 1)
    return { ...date(`${yearValue(quarter.year - 1)}-Q${quarter.quarter}`, phrase, ground, impliedYear), from: "told" };
  return shiftedDate(reference, "Y", -1, phrase, ground);
}
