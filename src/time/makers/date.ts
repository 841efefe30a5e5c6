// Makers of calendar dates: days, months, years and what is larger, from words that name them.
import { addDays, type Day, dayAt, dayValue, isDay, monthValue, numberOf, weekdayAt, yearValue } from "../days.js";
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
import { monthOf, yearOf } from "../near.js";
import { amountOf } from "./length.js";

const date = (value: string, phrase: Phrase, ground: Ground, implied: readonly Implied[] = []): Meaning => ({
  type: "DATE",
  value,
  mod: meant(phrase, ground, "mod") ?? meant(phrase, ground, "around"),
  implied,
});

/** The number that digits begin with. */
const leading = (word: string | undefined): number | null =>
  word === undefined || !/^\d/.test(word) ? null : Number.parseInt(word, 10);

/** A year as written: four digits, or two behind an apostrophe. */
export function yearWritten(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = Number(word.replace("'", ""));
  return word.startsWith("'") ? digits + (digits < 40 ? 2000 : 1900) : digits;
}

/** The year that a phrase says ("2021", "of last year"); null where it says none. */
function yearSaid(phrase: Phrase, ground: Ground): number | null {
  const written = yearWritten(slotOf(phrase, "year"));
  const relation = meantNumber(phrase, ground, "relation") ?? meantNumber(phrase, ground, "same");
  if (written !== null || relation === null || (!/\S\s/.test(phrase.words) && phrase.rule !== "day-of-list"))
    return written;
  const told =
    slotOf(phrase, "same") !== undefined || ground.lexicon.get("told")?.has(slotOf(phrase, "relation") ?? "");
  const base = (told ? ground.told.year : null) ?? ground.reference;
  return base && base.year + relation;
}

const dayOf = (phrase: Phrase, ground: Ground): number | null =>
  leading(slotOf(phrase, "day", "nth", "dd")) ?? meantNumber(phrase, ground, "ordinal");

/** A month with or without day and year. */
export const dateMaker: Maker = (phrase, ground) => {
  const month = meantNumber(phrase, ground, "month") ?? leading(slotOf(phrase, "mm"));
  if (month === null) return null;
  const day = dayOf(phrase, ground);
  const said = yearSaid(phrase, ground);
  const year =
    said ?? yearWritten(slotOf(phrase, "lent")) ?? yearOf(month, day, ground, meantNumber(phrase, ground, "weekday"));
  const implied: readonly Implied[] = slotOf(phrase, "year") === undefined ? ["year"] : [];
  const from = said === null && slotOf(phrase, "lent") !== undefined ? "range" : undefined;
  if (day === null) return { ...date(monthValue(year, month), phrase, ground, year === null ? [] : implied), from };
  if (!isDay({ year: year ?? 2000, month, day })) return null;
  if (year === null) return date(`${monthValue(null, month)}-${String(day).padStart(2, "0")}`, phrase, ground);
  return { ...date(dayValue({ year, month, day }), phrase, ground, implied), from };
};

/** "last December": the last one before the reference, "next May", "this June". */
export const relativeMonthMaker: Maker = (phrase, ground) => {
  const [month, relation] = [meantNumber(phrase, ground, "month"), meantNumber(phrase, ground, "relation")];
  const base = ground.reference;
  if (month === null || relation === null) return null;
  if (!base) return date(monthValue(null, month), phrase, ground);
  const year =
    relation < 0
      ? month < base.month
        ? base.year
        : base.year - 1
      : relation > 0
        ? month > base.month
          ? base.year
          : base.year + 1
        : base.year;
  return date(monthValue(year, month), phrase, ground, ["year"]);
};

/** "25/03/2021": only where the order of day and month can be told. */
export const slashedMaker: Maker = (phrase, ground) => {
  const [a, b, year] = [
    leading(slotOf(phrase, "a")),
    leading(slotOf(phrase, "b")),
    yearWritten(slotOf(phrase, "year")),
  ];
  if (a === null || b === null || year === null) return null;
  const dotted = phrase.words.includes(".");
  const day: Day | null =
    a > 12 || dotted ? { year, month: b, day: a } : b > 12 || a === b ? { year, month: a, day: b } : null;
  return day && isDay(day) ? date(dayValue(day), phrase, ground) : null;
};

export const yearMaker: Maker = (phrase, ground) => {
  const named = slotOf(phrase, "n"); // "the year two thousand"
  const amount = named === undefined ? null : amountOf(named, ground.lexicon);
  const year = typeof amount === "number" ? amount : yearWritten(slotOf(phrase, "year"));
  return year === null || (named !== undefined && !(year >= 1000 && year < 2100))
    ? null
    : { ...date(yearValue(year), phrase, ground), fiscal: slotOf(phrase, "fiscal") !== undefined };
};

/** "the 1990s", "the '90s", "the nineties". */
export const decadeMaker: Maker = (phrase, ground) => {
  const word = (slotOf(phrase, "decade") ?? meant(phrase, ground, "decadename") ?? "").replace("'", "");
  if (word === "") return null;
  return date(
    word.length === 1 ? `${Number(word) < 3 ? "20" : "19"}${word}` : word,
    phrase,
    ground,
    word.length === 1 ? ["year"] : [],
  );
};

export const centuryMaker: Maker = (phrase, ground) => {
  const nth = leading(slotOf(phrase, "nth")) ?? meantNumber(phrase, ground, "ordinal");
  const era = meant(phrase, ground, "era") ?? "";
  return nth === null || nth < 2 || nth > 30 ? null : date(`${era}${String(nth - 1).padStart(2, "0")}`, phrase, ground);
};

/** "the 9th", "Monday the 10th". */
export const ordinalDayMaker: Maker = (phrase, ground) => {
  const day = dayOf(phrase, ground);
  if (day === null || day < 1 || day > 31) return null;
  const month = monthOf(day, ground);
  const isTold = month !== null && month.year === ground.month?.year && month.month === ground.month.month;
  return month
    ? { ...date(dayValue({ ...month, day }), phrase, ground, ["year", "month"]), from: isTold ? "told" : undefined }
    : date(`XXXX-XX-${String(day).padStart(2, "0")}`, phrase, ground);
};

/** Easter Sunday of a year of the Gregorian calendar, as a day number (Butcher's rule, Nature 1876). */
function easterOf(year: number): number {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const shifted =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15;
  const moon = (19 * golden + shifted) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const count = moon + toSunday - 7 * late + 114;
  return numberOf({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
}

/** "MM-DD", "MM-w-n" (the nth, L: last, weekday w of a month; "+k": k days later), or "E+n": n days from Easter Sunday. */
function holidayIn(year: number, rule: string): Day | null {
  if (rule.startsWith("E")) return dayAt(easterOf(year) + Number(rule.slice(1)));
  const [month, second, nth] = rule.split("-");
  const [third, more = "0"] = nth?.split("+") ?? [];
  if (third === undefined) return { year, month: Number(month), day: Number(second) };
  const days = Array.from({ length: 31 }, (_, i) => ({ year, month: Number(month), day: i + 1 })).filter(
    (day) => isDay(day) && weekdayAt(numberOf(day)) === Number(second),
  );
  const day = third === "L" ? days.at(-1) : days[Number(third) - 1];
  return day ? addDays(day, Number(more)) : null;
}

/** The month that a holiday lies in, or nearly: feasts that go by Easter are taken for April to June. */
const holidayMonth = (rule: string): number =>
  rule.startsWith("E") ? (Number(rule.slice(1)) > 25 ? 5 : 4) : Number(rule.slice(0, 2));

export const holidayMaker: Maker = (phrase, ground) => {
  const rule = meant(phrase, ground, "holiday");
  if (rule === null) return null;
  const said = yearWritten(slotOf(phrase, "year"));
  const fixed = /^\d\d-\d\d$/.test(rule);
  const year = said ?? yearOf(holidayMonth(rule), fixed ? Number(rule.slice(3)) : null, ground);
  const day = year === null ? null : holidayIn(year, rule);
  if (!day) return fixed ? date(`XXXX-${rule}`, phrase, ground) : null;
  return date(dayValue(day), phrase, ground, said === null ? ["year"] : []);
};

const seasonMonths: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12 };

export const seasonMaker: Maker = (phrase, ground) => {
  const season = meant(phrase, ground, "season");
  const month = seasonMonths[season ?? ""];
  if (season === null || month === undefined) return null;
  const lent = yearWritten(slotOf(phrase, "lent"));
  const said = yearWritten(slotOf(phrase, "year")) ?? lent;
  const relation = meantNumber(phrase, ground, "relation");
  const base = ground.reference;
  if (said !== null || !base) return date(`${said === null ? "XXXX" : yearValue(said)}-${season}`, phrase, ground);
  const ofYear = phrase.slots.relation2 !== undefined;
  const year =
    relation === null || (relation === 0 && season === "WI" && base.month < 6)
      ? yearOf(month, null, ground)
      : ofYear || relation === 0
        ? base.year + relation
        : relation < 0
          ? month + 2 <= base.month
            ? base.year
            : base.year - 1
          : month > base.month
            ? base.year
            : base.year + 1;
  return date(`${year === null ? "XXXX" : yearValue(year)}-${season}`, phrase, ground, ["year"]);
};
