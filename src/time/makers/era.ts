// Makers of dates that go beyond four digits or point at what was told: years before our era, and "then".
import { yearValue } from "../days.js";
import { type Maker, meant, slotOf } from "../meaning.js";
import { date } from "./shift.js";

/** "480 BC", "the spring of 480 BC", "April 480 BC". */
export const bcMaker: Maker = (phrase, ground) => {
  const year = Number(slotOf(phrase, "bcyear") ?? Number.NaN);
  if (!(year >= 1)) return null;
  const [season, month] = [meant(phrase, ground, "season"), meant(phrase, ground, "month")];
  const part = season ?? month?.padStart(2, "0");
  return date(`BC${yearValue(year)}${part ? `-${part}` : ""}`, phrase, ground, []);
};

/** "since then", "during that period": the date that the text told last. */
export const thenMaker: Maker = (phrase, ground) =>
  ground.told.last === null ? null : { ...date(ground.told.last, phrase, ground), from: "told" };
