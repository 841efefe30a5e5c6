// Makers of sets: what recurs.
import { type Maker, meant, meantNumber, slotOf } from "../meaning.js";
import { amountOf, lengthOf } from "./length.js";

const set = (value: string) => ({ type: "SET" as const, value });

/** "every year", "each Monday", "every May", "every summer". */
export const setMaker: Maker = (phrase, ground) => {
  const count = meantNumber(phrase, ground, "each") ?? 1;
  const unit = meant(phrase, ground, "unit");
  if (unit) return set(lengthOf(count, unit));
  const weekday = meant(phrase, ground, "weekday");
  if (weekday) return set(`XXXX-WXX-${weekday}`);
  const month = meant(phrase, ground, "month");
  if (month) return set(`XXXX-${month.padStart(2, "0")}`);
  const season = meant(phrase, ground, "season");
  if (season) return set(`XXXX-${season}`);
  const part = meant(phrase, ground, "part");
  return part ? set(`XXXX-XX-XXT${part}`) : null;
};

export const setCountMaker: Maker = (phrase, ground) => {
  const amount = amountOf(slotOf(phrase, "n") ?? "", ground.lexicon);
  const unit = meant(phrase, ground, "units");
  return amount === null || unit === null ? null : set(lengthOf(amount, unit));
};

/** "Fridays". */
export const weekdaysMaker: Maker = (phrase, ground) => {
  const weekday = meant(phrase, ground, "weekdays");
  return weekday ? set(`XXXX-WXX-${weekday}`) : null;
};

/** "weekly". */
export const oftenMaker: Maker = (phrase, ground) => {
  const value = meant(phrase, ground, "often");
  return value ? set(value) : null;
};
