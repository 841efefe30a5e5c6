// Makers of dates that are told by their place beside another day: the reference, or the day told before.
import {
  addDays,
  addMonths,
  type Day,
  dayAt,
  dayValue,
  isDay,
  monthValue,
  numberOf,
  weekdayAt,
  weekValue,
  yearValue,
} from "../days.js";
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
import { weekdayNear, yearOf } from "../near.js";
import { yearWritten } from "./date.js";
import { amountSaid, lengthOf, unitOf } from "./length.js";

const everything: readonly Implied[] = ["year", "month", "day"];
const date = (value: string, phrase: Phrase, ground: Ground, implied = everything): Meaning => ({
  type: "DATE",
  value,
  mod: meant(phrase, ground, "mod"),
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
const unanchored = (count: number): string => (count < 0 ? "PAST_REF" : count > 0 ? "FUTURE_REF" : "PRESENT_REF");

function shiftedDate(base: Day | null, unit: string, count: number, phrase: Phrase, ground: Ground): Meaning | null {
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

/** Whether the relation's word counts from what the text told, not from the reference ("the following day"). */
const isTold = (phrase: Phrase, { lexicon }: Ground): boolean =>
  slotOf(phrase, "same") !== undefined || (lexicon.get("told")?.has(slotOf(phrase, "relation") ?? "") ?? false);

/** How many units on a relation's word points ("last": -1), "that" and "the same" among them; null where there is none. */
const relationOf = (phrase: Phrase, ground: Ground): number | null =>
  meantNumber(phrase, ground, "relation") ?? meantNumber(phrase, ground, "same");

/** "last week", "this month", "the following day". */
export const relativeMaker: Maker = (phrase, ground) => {
  const [unit, count] = [meant(phrase, ground, "unit"), relationOf(phrase, ground)];
  if (unit === null || count === null) return null;
  return shiftedDate(
    isTold(phrase, ground) || (unit === "D" && count !== 0) ? toldFor(unit, ground) : ground.reference,
    unit,
    count,
    phrase,
    ground,
  );
};

/** "the end of the year": the unit that holds the reference. */
export const theUnitMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  if (unit === null) return null;
  const meaning = shiftedDate(ground.reference, unit, 0, phrase, ground);
  return meaning && { ...meaning, mod: meaning.mod ?? "END" };
};

export const deicticMaker: Maker = (phrase, ground) => {
  const count = meantNumber(phrase, ground, "deictic");
  if (count === null) return null;
  const part = meant(phrase, ground, "part");
  if (!ground.reference) return date(unanchored(count), phrase, ground, []);
  const value = dayValue(addDays(ground.reference, count));
  return part === null ? date(value, phrase, ground) : { ...date(`${value}T${part}`, phrase, ground), type: "TIME" };
};

/** "Monday", "last Friday", "Tuesday evening", "Monday last week". */
export const weekdayMaker: Maker = (phrase, ground) => {
  const weekday = meantNumber(phrase, ground, "weekday");
  if (weekday === null) return null;
  const part = meant(phrase, ground, "part");
  const suffix = part === null ? "" : `T${part}`;
  const type = part === null ? "DATE" : "TIME";
  const base = ground.reference;
  if (!base) return { ...date(`XXXX-WXX-${weekday}${suffix}`, phrase, ground, []), type };
  const number = weekdayNumber(weekday, base, phrase, ground);
  return { ...date(`${dayValue(dayAt(number))}${suffix}`, phrase, ground), type };
};

function weekdayNumber(weekday: number, base: Day, phrase: Phrase, ground: Ground): number {
  const relation = meantNumber(phrase, ground, "relation");
  const monday = numberOf(base) - weekdayAt(numberOf(base)) + 1;
  if (relation !== null && phrase.rule === "weekday-week") return monday + 7 * relation + weekday - 1;
  if (relation === null || relation === 0) {
    if (relation === 0) return monday + weekday - 1;
    return weekdayNear(weekday, base, ground.tense);
  }
  const from = isTold(phrase, ground) ? (ground.told.day ?? base) : base;
  const near = weekdayNear(weekday, addDays(from, relation), relation > 0 ? "future" : "past");
  return near;
}

/** "the weekend": the last one that has begun, the coming one where the tense looks ahead. */
export const weekendMaker: Maker = (phrase, ground) => {
  const base = ground.reference;
  if (!base) return null;
  const saturday = weekdayNear(6, base, ground.tense);
  return date(`${weekValue(dayAt(saturday))}-WE`, phrase, ground);
};

/** "this morning", "that night". */
export const partMaker: Maker = (phrase, ground) => {
  const [part, count] = [meant(phrase, ground, "part"), relationOf(phrase, ground)];
  if (part === null) return null;
  const base = (count === null || isTold(phrase, ground) ? ground.told.day : null) ?? ground.reference;
  if (!base) return { ...date(`XXXX-XX-XXT${part}`, phrase, ground, []), type: "TIME" };
  return { ...date(`${dayValue(addDays(base, count ?? 0))}T${part}`, phrase, ground), type: "TIME" };
};

/** "tonight", "overnight", "last night". */
export const tonightMaker: Maker = (phrase, ground) => {
  const count = meantNumber(phrase, ground, "tonight");
  if (count === null) return null;
  if (!ground.reference) return { ...date("XXXX-XX-XXTNI", phrase, ground, []), type: "TIME" };
  return { ...date(`${dayValue(addDays(ground.reference, count))}TNI`, phrase, ground), type: "TIME" };
};

/** "the first week of March 2021": a week, day or month inside what is larger. */
export const relativeOrdinalMaker: Maker = (phrase, ground) => {
  const nth = meantNumber(phrase, ground, "ordinal") ?? Number.parseInt(slotOf(phrase, "nth") ?? "", 10);
  const unit = ground.lexicon.get("unit")?.get(phrase.slots.unit ?? "");
  const month = meantNumber(phrase, ground, "month");
  const base = ground.reference;
  if (!Number.isInteger(nth) || !unit || month === null) return null;
  const year = yearWritten(slotOf(phrase, "year")) ?? base?.year;
  if (year === undefined) return null;
  const first = { year, month, day: 1 };
  if (unit === "D") return date(dayValue(addDays(first, nth - 1)), phrase, ground, []);
  // A month's first week is the one that holds its fourth day, as ISO counts a year's weeks.
  return unit === "W" && nth <= 5
    ? date(weekValue(addDays({ ...first, day: 4 }, 7 * (nth - 1))), phrase, ground, [])
    : null;
};

/** "the week of March 7": the unit that holds a named day. */
export const unitOfDateMaker: Maker = (phrase, ground) => {
  const [unit, month, day] = [
    meant(phrase, ground, "unit"),
    meantNumber(phrase, ground, "month"),
    Number.parseInt(slotOf(phrase, "day") ?? "", 10),
  ];
  if (unit === null || month === null) return null;
  const year = yearWritten(slotOf(phrase, "year")) ?? yearOf(month, day, ground);
  if (year === null || !isDay({ year, month, day })) return null;
  const named = { year, month, day };
  return date(unit === "WE" ? `${weekValue(named)}-WE` : (shifted(named, unit, 0) ?? dayValue(named)), phrase, ground, [
    "year",
  ]);
};

/** "three weeks ago": in the unit's own precision. */
export const agoMaker: Maker = (phrase, ground) => {
  const [amount, unit] = [phrase.slots.halfof ? 1 : amountSaid(phrase, ground), unitOf(phrase, ground)];
  if (amount === null || unit === null) return null;
  const mod = meant(phrase, ground, "approx");
  if (amount === "X") return { ...date("PAST_REF", phrase, ground, []), mod };
  if (unit === "Y" && amount === 1 && mod === null && ground.quarter) return yearBefore(phrase, ground);
  const halves = meant(phrase, ground, "halfof") ?? meant(phrase, ground, "half") ?? "0";
  const [count, precise] =
    unit === "Y" && halves === "0.5" ? [(phrase.slots.halfof ? 0 : 12 * amount) + 6, "M"] : [Math.round(amount), unit];
  const meaning = shiftedDate(ground.reference, precise, -count, phrase, ground);
  return meaning ? { ...meaning, mod } : { type: "DURATION", value: lengthOf(amount, unit), mod };
};

/** "the week after next", "the year before last". */
export const afterNextMaker: Maker = (phrase, ground) => {
  const [unit, count] = [meant(phrase, ground, "unit"), meantNumber(phrase, ground, "afternext")];
  return unit === null || count === null ? null : shiftedDate(ground.reference, unit, count, phrase, ground);
};

/** "two days later", "a week earlier", "three months from now": from the day told before, or from now where the words say so. */
export const offsetMaker: Maker = (phrase, ground) => {
  const [amount, unit] = [amountSaid(phrase, ground), unitOf(phrase, ground)];
  const sign = meant(phrase, ground, "later") ?? meant(phrase, ground, "aside");
  if (amount === null || unit === null || sign === null) return null;
  const mod = meant(phrase, ground, "approx");
  const direction = sign.startsWith("-") ? -1 : 1;
  if (unit === "Y" && amount === 1 && direction < 0 && ground.quarter) return yearBefore(phrase, ground);
  const base = sign.endsWith("now") ? ground.reference : toldFor(unit, ground);
  const meaning = amount === "X" ? null : shiftedDate(base, unit, direction * Math.round(amount), phrase, ground);
  return meaning ? { ...meaning, mod } : { type: "DURATION", value: lengthOf(amount, unit), mod };
};

/** "the day before", "the next year". */
export const neighbourMaker: Maker = (phrase, ground) => {
  const [unit, count] = [meant(phrase, ground, "unit"), meantNumber(phrase, ground, "aside")];
  return unit === null || count === null ? null : shiftedDate(toldFor(unit, ground), unit, count, phrase, ground);
};

/** "the same day". */
export const sameMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  return unit === null ? null : shiftedDate(toldFor(unit, ground), unit, 0, phrase, ground);
};

export const yearEarlierMaker: Maker = (phrase, ground) => yearBefore(phrase, ground);

/** "the quarter", "the latest period": the quarter that the text tells of; none where it tells of none. */
export const sameQuarterMaker: Maker = (phrase, ground) => {
  if (meant(phrase, ground, "period") === "H") return null;
  const { quarter, reference } = ground;
  if (quarter) return date(`${yearValue(quarter.year)}-Q${quarter.quarter}`, phrase, ground, ["year"]);
  return reference && slotOf(phrase, "latest") !== undefined ? shiftedDate(reference, "Q", -1, phrase, ground) : null;
};

/** The year before; of the quarter that the text tells of, where it tells of one. */
function yearBefore(phrase: Phrase, ground: Ground): Meaning | null {
  const { quarter, reference } = ground;
  if (quarter && reference && reference.year - quarter.year <= 1)
    return date(`${yearValue(quarter.year - 1)}-Q${quarter.quarter}`, phrase, ground, ["year"]);
  return shiftedDate(reference, "Y", -1, phrase, ground);
}

export const referenceMaker: Maker = (phrase, ground) => {
  const value = meant(phrase, ground, "reference");
  return value ? { type: "DATE", value } : null;
};
