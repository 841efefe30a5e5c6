// Makers of times of day: on the day that the phrase names, else on the day told just before, else on the reference.
import { addDays, type Day, dayAt, dayValue, isDay, numberOf } from "../days.js";
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
import { monthOf, weekdayNear, yearOf } from "../near.js";
import { yearWritten } from "./date.js";
import { amountOf } from "./length.js";
import { isTold, toldFor } from "./shift.js";

/** The day told before, unless it lies ahead and the time of day is told as past. */
function tellable(told: Day | null, { reference, tense }: Ground): Day | null {
  return told && reference && tense === "past" && numberOf(told) > numberOf(reference) ? null : told;
}

/** The day that a time of day is of. */
function dayFor(phrase: Phrase, ground: Ground): Day | null {
  const weekday = meantNumber(phrase, ground, "weekday");
  const [month, day] = [meantNumber(phrase, ground, "month"), Number.parseInt(slotOf(phrase, "day") ?? "", 10)];
  if (month !== null) {
    const year = yearWritten(slotOf(phrase, "year")) ?? yearOf(month, day, ground);
    return year !== null && isDay({ year, month, day }) ? { year, month, day } : null;
  }
  const pointed = meantNumber(phrase, ground, "deictic") ?? meantNumber(phrase, ground, "relation");
  if (pointed !== null) {
    const base =
      isTold(phrase, ground) || (pointed !== 0 && slotOf(phrase, "deictic") === undefined)
        ? toldFor("D", ground)
        : ground.reference;
    return base && addDays(base, pointed);
  }
  if (weekday !== null) return ground.reference && dayAt(weekdayNear(weekday, ground.reference, ground.tense));
  return tellable(ground.told.day, ground) ?? ground.reference;
}

/** What the words leave out of the day that a time of day is of. */
function impliedOf(phrase: Phrase): readonly Implied[] {
  if (slotOf(phrase, "month") === undefined) return ["year", "month", "day"];
  return slotOf(phrase, "year") === undefined ? ["year"] : [];
}

const time = (day: Day | null, clock: string, phrase: Phrase, ground: Ground): Meaning => ({
  type: "TIME",
  value: `${day ? dayValue(day) : "XXXX-XX-XX"}T${clock}`,
  mod: meant(phrase, ground, "around"),
  implied: day ? impliedOf(phrase) : [],
});

/** Hours and minutes as "HH" or "HH:MM"; null where there is no such time. */
function clockOf(phrase: Phrase, ground: Ground): string | null {
  const noon = meant(phrase, ground, "noon");
  if (noon !== null) return noon;
  const word = slotOf(phrase, "clock", "n") ?? "";
  const match = /^(\d{1,2})(?:[:.](\d\d))?/.exec(word);
  const named = match ? null : amountOf(word.split(" ")[0] ?? "", ground.lexicon);
  const said = match ? Number(match[1]) : typeof named === "number" ? named : Number.NaN;
  const half = ground.lexicon.get("dayhalf")?.get(/[a-z.]+$/.exec(word.replace(/^[\d:.]+/, ""))?.[0] ?? "");
  if (!(said >= 0 && said <= 24) || (half && said > 12)) return null;
  const late = half === "PM" || (!half && ["AF", "EV"].includes(meant(phrase, ground, "part") ?? ""));
  const past = Number(meant(phrase, ground, "past") ?? 0);
  if (past !== 0 && said > 12) return null;
  const hour = late && said < 12 ? said + 12 : half === "AM" && said === 12 ? 0 : said;
  const minutes = 60 * hour + Number(match?.[2] ?? 0) + past;
  const two = (value: number): string => String(value).padStart(2, "0");
  return minutes < 0 ? null : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export const clockMaker: Maker = (phrase, ground) => {
  const clock = clockOf(phrase, ground);
  return clock === null
    ? null
    : time(dayFor(phrase, ground), `${clock}${meant(phrase, ground, "zone") ?? ""}`, phrase, ground);
};

const partImplied = (phrase: Phrase): readonly Implied[] =>
  slotOf(phrase, "month") === undefined && slotOf(phrase, "nth") !== undefined ? ["year", "month"] : impliedOf(phrase);

/** "the evening of the 9th", "the morning of March 3, 2021". */
export const partDateMaker: Maker = (phrase, ground) => {
  const part = meant(phrase, ground, "part");
  if (part === null) return null;
  const day = namedDay(phrase, ground);
  return day === null ? null : { type: "TIME", value: `${day}T${part}`, implied: partImplied(phrase) };
};

function namedDay(phrase: Phrase, ground: Ground): string | null {
  const weekday = meantNumber(phrase, ground, "weekday");
  if (weekday !== null)
    return ground.reference
      ? dayValue(dayAt(weekdayNear(weekday, ground.reference, ground.tense)))
      : `XXXX-WXX-${weekday}`;
  const day = Number.parseInt(slotOf(phrase, "day", "nth") ?? "", 10);
  if (!(day >= 1 && day <= 31)) return null;
  const two = String(day).padStart(2, "0");
  const month = meantNumber(phrase, ground, "month");
  if (month === null) {
    const near = monthOf(day, ground);
    return near ? dayValue({ ...near, day }) : `XXXX-XX-${two}`;
  }
  const year = yearWritten(slotOf(phrase, "year")) ?? yearOf(month, day, ground);
  if (year === null) return `XXXX-${String(month).padStart(2, "0")}-${two}`;
  return isDay({ year, month, day }) ? dayValue({ year, month, day }) : null;
}
