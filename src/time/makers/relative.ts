// Makers of dates that are told by a word that points: "today", "last week", "next Monday", "this morning".
import { addDays, addMonths, type Day, dayAt, dayValue, isDay, numberOf, weekdayAt, weekValue } from "../days.js";
import { type Ground, type Maker, meant, meantNumber, type Phrase, slotOf } from "../meaning.js";
import { weekdayNear, yearOf } from "../near.js";
import { yearWritten } from "./date.js";
import { basisFor, date, isTold, shifted, shiftedDate, toldFor, unanchored } from "./shift.js";

/** How many units on a relation's word points ("last": -1), "that" and "the same" among them; null where there is none. */
const relationOf = (phrase: Phrase, ground: Ground): number | null =>
  meantNumber(phrase, ground, "relation") ?? meantNumber(phrase, ground, "same");

/** "last week", "this month", "the following day". */
export const relativeMaker: Maker = (phrase, ground) => {
  const [unit, count] = [meant(phrase, ground, "unit"), relationOf(phrase, ground)];
  if (unit === null || count === null) return null;
  const meaning = shiftedDate(
    isTold(phrase, ground) || (unit === "D" && count !== 0) ? toldFor(unit, ground) : ground.reference,
    unit,
    count,
    phrase,
    ground,
  );
  const from = isTold(phrase, ground) || (unit === "D" && count !== 0) ? basisFor(unit, ground) : undefined;
  return meaning && { ...meaning, from, fiscal: slotOf(phrase, "fiscal") !== undefined };
};

/** "the end of the year": the unit that holds the reference. */
export const theUnitMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  if (unit === null) return null;
  const meaning = shiftedDate(ground.reference, unit, 0, phrase, ground);
  return meaning && { ...meaning, mod: meaning.mod ?? "END" };
};

/** "for the year", "in the week": the unit that holds the reference, or that the text tells of. */
export const thePeriodMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  return unit !== null && ["W", "M", "Y"].includes(unit)
    ? shiftedDate(ground.reference, unit, 0, phrase, ground)
    : null;
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

/** "Friday week": a week behind the coming Friday. */
export const weekdayHenceMaker: Maker = (phrase, ground) => {
  const weekday = meantNumber(phrase, ground, "weekday");
  if (weekday === null || !ground.reference) return null;
  return date(dayValue(dayAt(weekdayNear(weekday, ground.reference, "future") + 7)), phrase, ground);
};

/** "the weekend": the last one that has begun, the coming one where the tense looks ahead. */
export const weekendMaker: Maker = (phrase, ground) => {
  const base = ground.reference;
  if (!base) return null;
  const saturday = weekdayNear(6, base, ground.tense);
  return date(`${weekValue(dayAt(saturday))}-WE`, phrase, ground);
};

/** "this morning", "that night". */
export const partMaker: Maker = (phrase, ground) => {
  const part = meant(phrase, ground, "part");
  const aside = meantNumber(phrase, ground, "aside");
  const count = relationOf(phrase, ground) ?? aside;
  if (part === null) return null;
  const base =
    (count === null || aside !== null || isTold(phrase, ground) ? ground.told.day : null) ?? ground.reference;
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
  const fromEnd = meantNumber(phrase, ground, "final");
  const month = meantNumber(phrase, ground, "month");
  const base = ground.reference;
  if ((!Number.isInteger(nth) && fromEnd === null) || !unit || month === null) return null;
  const year = yearWritten(slotOf(phrase, "year")) ?? base?.year;
  if (year === undefined) return null;
  const first = { year, month, day: 1 };
  if (fromEnd !== null) {
    const last = addDays(addMonths(first, 1), -1);
    if (unit === "D") return date(dayValue(addDays(last, -fromEnd)), phrase, ground, []);
    return unit === "W" ? date(weekValue(addDays(last, -7 * fromEnd)), phrase, ground, []) : null;
  }
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
