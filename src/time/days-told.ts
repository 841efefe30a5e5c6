// The days that a text names, as far as it names them: month and day, the year and the weekday only where the words give them.
import type { Range } from "../model/span.js";
import { type Day, isDay, numberOf } from "./days.js";
import { yearWritten } from "./makers/date.js";
import { meantNumber } from "./meaning.js";
import { bareGround, type ToldPhrase } from "./phrases.js";
import type { TimeWords } from "./words.js";

/** A day as the text tells it; the month of a bare number is its neighbour's, whose words are then evidence too. */
export type DayTold = {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | null;
  readonly phrase: ToldPhrase;
  readonly evidence: readonly Range[];
};

export const rangeOf = ({ start, end }: Range): Range => ({ start, end });

/** The days that phrases name; behind the others those told as a bare number ("the 9th"), where their month can be told. */
export function daysTold(phrases: readonly ToldPhrase[], words: TimeWords): DayTold[] {
  const ground = bareGround(words);
  const found: DayTold[] = [];
  const bare: { phrase: ToldPhrase; day: number }[] = [];
  for (const phrase of phrases) {
    const day = Number.parseInt(phrase.slots.day ?? phrase.slots.day2 ?? phrase.slots.nth ?? phrase.slots.dd ?? "", 10);
    const month =
      meantNumber(phrase, ground, "month") ?? (phrase.slots.mm === undefined ? null : Number(phrase.slots.mm));
    if (!(day >= 1 && day <= 31)) continue;
    if (month === null) {
      if (phrase.maker === "ordinal-day" || phrase.maker === "part-date") bare.push({ phrase, day });
      continue;
    }
    const year = yearWritten(phrase.slots.year ?? phrase.slots.year2);
    if (isDay({ year: year ?? 2000, month, day }))
      found.push({
        year,
        month,
        day,
        weekday: meantNumber(phrase, ground, "weekday"),
        phrase,
        evidence: [rangeOf(phrase)],
      });
  }
  const undated = found.filter(({ year }) => year === null);
  for (const { phrase, day } of bare) {
    const like = undated.length > 0 ? monthLender(phrase, day, undated) : monthBehind(day, found);
    if (like)
      found.push({
        year: null,
        month: like.month,
        day,
        weekday: meantNumber(phrase, ground, "weekday"),
        phrase,
        evidence: [rangeOf(phrase), rangeOf(like.phrase)],
      });
  }
  return found;
}

/** The day whose month a bare number takes: the only month there is, else that of the day told nearest before it. */
function monthLender(phrase: ToldPhrase, day: number, days: readonly DayTold[]): DayTold | null {
  const valid = days.filter(({ month }) => isDay({ year: 2000, month, day }));
  const [first] = valid;
  if (!first) return null;
  if (valid.every(({ month }) => month === first.month)) return first;
  return valid.filter((other) => other.phrase.start < phrase.start).at(-1) ?? null;
}

/** Where months come only with their year: the month behind the last such day, for a number that is too small for that month. */
function monthBehind(day: number, days: readonly DayTold[]): Pick<DayTold, "month" | "phrase"> | null {
  const last = days
    .filter(({ phrase }) => phrase.tense !== "future")
    .toSorted((a, b) => numberOf(inYear(b, b.year ?? 0)) - numberOf(inYear(a, a.year ?? 0)))[0];
  if (!last || day >= last.day) return null;
  const month = (last.month % 12) + 1;
  return isDay({ year: 2000, month, day }) ? { month, phrase: last.phrase } : null;
}

/** A day in a year. */
export const inYear = (day: Pick<DayTold, "month" | "day">, year: number): Day => ({
  year,
  month: day.month,
  day: day.day,
});
