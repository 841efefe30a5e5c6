// Makers of dates that are told by a distance ("two weeks ago", "three days later") or by their neighbour ("the day before",
// "the same month"), counted from the reference, or from what the text told before.
import { type Ground, type Maker, type Meaning, meant, meantNumber, type Phrase } from "../meaning.js";
import { amountSaid, lengthOf, unitOf } from "./length.js";
import { yearBefore } from "./quarter.js";
import { basisFor, date, shiftedDate, toldFor } from "./shift.js";

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
  // A week after a day that is told is that day of the week.
  const [precise, days] = unit === "W" && base !== null && base === ground.told.day ? ["D", 7] : [unit, 1];
  const meaning =
    amount === "X" ? null : shiftedDate(base, precise, direction * days * Math.round(amount), phrase, ground);
  const from = sign.endsWith("now") ? undefined : basisFor(unit, ground);
  return meaning ? { ...meaning, mod, from } : { type: "DURATION", value: lengthOf(amount, unit), mod };
};

/** "the day before", "the next year". */
export const neighbourMaker: Maker = (phrase, ground) => {
  const [unit, count] = [meant(phrase, ground, "unit"), meantNumber(phrase, ground, "aside")];
  return unit === null || count === null ? null : fromTold(unit, count, phrase, ground);
};

function fromTold(unit: string, count: number, phrase: Phrase, ground: Ground): Meaning | null {
  const meaning = shiftedDate(toldFor(unit, ground), unit, count, phrase, ground);
  return meaning && { ...meaning, from: basisFor(unit, ground) };
}

/** "the same day". */
export const sameMaker: Maker = (phrase, ground) => {
  const unit = meant(phrase, ground, "unit");
  return unit === null ? null : fromTold(unit, 0, phrase, ground);
};

export const referenceMaker: Maker = (phrase, ground) => {
  const value = meant(phrase, ground, "reference") ?? meant(phrase, ground, "bygone");
  return value ? { type: "DATE", value } : null;
};

/** "soon": ahead only where the words tell of what is to come ("he was soon replaced" tells of no future). */
export const soonMaker: Maker = (phrase, ground) => {
  const value = meant(phrase, ground, "soon");
  return value !== null && ground.tense === "future" ? { type: "DATE", value } : null;
};
