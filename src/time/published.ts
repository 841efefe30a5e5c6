// When a report was published, from inside: the latest day that it tells as past lies on the day or just before it, what it
// announces lies after it, and its year is the one in which all of that follows the last date told with a year. Rules:
//   lead-date        the lead tells a day with its year as past
//   past-and-coming  days without a year, told as past up to one day and as coming from it on, behind a date with a year
//   weekday          the same, where a weekday beside a day leaves one year only
//   among-others     the same, where other reports date the same days (the year of most of them); asked first
//   near-others      the year in which other reports of the dossier were published near that day, if one alone agrees
//   present          a day that the lead names beside "today"; a weekday with its number ("this Thursday (8)")
//   weekday-behind   weekdays told as past in the week behind the last full date
// Nothing fits, or two days or years fit equally well: unknown. Never today's date.
import type { Published } from "../model/document.js";
import { asEdtf } from "../model/edtf.js";
import { byPlace, overlaps, type Range } from "../model/span.js";
import { fold } from "../text/fold.js";
import { type Day, dayAt, dayValue, isDay, numberOf, weekdayAt } from "./days.js";
import { type DayTold, daysTold, inYear, rangeOf } from "./days-told.js";
import { yearWritten } from "./makers/date.js";
import { meantNumber } from "./meaning.js";
import { bareGround, type ToldPhrase, toldPhrases } from "./phrases.js";
import { bracketedDay, forward, presentDay, weekdayBehind, withPlans } from "./published-signs.js";
import { plainSentences } from "./sentences.js";
import type { TimeWords } from "./words.js";

/** Sentences that are the lead. */
const leadSentences = 3;
/** Days within which what is told as past or as coming is looked for. */
const reach = 183;
/** Days for which a day told with its year, or a month, lends that year to what comes after it. */
const gapOfDay = 200;
const gapOfMonth = 130;
/** The share of the days told that must agree with the day chosen. */
const agreement = 0.8;
/** Days that are looked at: what a report tells beyond that many is a list. */
const mostDays = 300;

/** Whether a day told fits a publication on `candidate`: what is past behind it, what is coming ahead of it. */
function fits(candidate: DayTold, { phrase: { tense }, ...day }: DayTold): boolean {
  const ahead = forward(candidate, day as DayTold);
  if (tense === "future") return ahead <= reach;
  if (tense === "past") return ahead === 0 || ahead >= 365 - reach;
  return ahead <= reach || ahead >= 365 - reach;
}

/** The latest day told as past that all the others agree with; null where there is none, or too little agrees. */
function lastPast(days: readonly DayTold[]): DayTold | null {
  const past = days.filter(({ phrase, year }) => phrase.tense === "past" && year === null);
  let best: { readonly day: DayTold; readonly score: number } | null = null;
  for (const day of past) {
    const score = days.filter((other) => fits(day, other)).length;
    const later = best && score === best.score && forward(best.day, day) > 0 && forward(best.day, day) <= reach;
    if (!best || score > best.score || later) best = { day, score };
  }
  return best && best.score >= agreement * days.length && days.length >= 2 ? best.day : null;
}

/** The day told as past that comes last in the run of days: the one that none told as past follows within half a year. */
function latestPast(days: readonly DayTold[]): DayTold | null {
  const past = days.filter(({ phrase }) => phrase.tense === "past");
  return past.find((day) => past.every((other) => forward(day, other) === 0 || forward(day, other) > reach)) ?? null;
}

type LastDated = { readonly number: number; readonly gap: number; readonly phrase: ToldPhrase };

/** The last date before the report that its words give a year to, as the first day that it can mean, and how far it lends its year. */
function lastDated(phrases: readonly ToldPhrase[], words: TimeWords): LastDated | null {
  const ground = bareGround(words);
  let last: LastDated | null = null;
  for (const phrase of phrases) {
    const year = yearWritten(phrase.slots.year ?? phrase.slots.year2);
    const month = meantNumber(phrase, ground, "month");
    if (year === null || month === null || phrase.tense === "future" || phrase.longSince) continue;
    const said = phrase.slots.day ?? phrase.slots.day2;
    const day = { year, month, day: Number.parseInt(said ?? "1", 10) };
    if (isDay(day) && (!last || numberOf(day) > last.number))
      last = { number: numberOf(day), gap: said === undefined ? gapOfMonth : gapOfDay, phrase };
  }
  return last;
}

/** Years that a day can be in, by the weekdays that the text puts beside its days without a year. */
function weekdaysAllow(year: number, published: DayTold, days: readonly DayTold[]): boolean {
  return days.every((day) => {
    if (day.weekday === null || day.year !== null) return true;
    const own = numberOf(inYear(published, year));
    const near = [year - 1, year, year + 1]
      .map((y) => numberOf(inYear(day, y)))
      .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))[0];
    return near !== undefined && weekdayAt(near) === day.weekday;
  });
}

type YearFound = { readonly year: number; readonly evidence: readonly Range[] };

function yearBehind(published: DayTold, days: readonly DayTold[], last: LastDated | null): YearFound | null {
  if (!last) return null;
  const { year } = dayAt(last.number);
  const found = [year, year + 1].find(
    (y) => isDay(inYear(published, y)) && numberOf(inYear(published, y)) >= last.number,
  );
  if (found === undefined || numberOf(inYear(published, found)) - last.number > last.gap) return null;
  return weekdaysAllow(found, published, days) ? { year: found, evidence: [rangeOf(last.phrase)] } : null;
}

/** The year of the last date told with one, or the year after it, if a weekday beside a day is right in one of them alone. */
function yearOfWeekday(published: DayTold, days: readonly DayTold[], last: LastDated | null): YearFound | null {
  const beside = days.filter(({ weekday, year }) => weekday !== null && year === null);
  if (beside.length === 0 || !last) return null;
  const { year: latest } = dayAt(last.number);
  const years = [latest, latest + 1].filter((year) => {
    const day = inYear(published, year);
    return isDay(day) && numberOf(day) >= last.number && weekdaysAllow(year, published, days);
  });
  const [year] = years;
  return years.length === 1 && year !== undefined
    ? { year, evidence: [...beside, last].map(({ phrase }) => rangeOf(phrase)) }
    : null;
}

/** The year in which other reports date most of the days that this one tells without a year; at least two, and more than in any other year. */
function yearAmong(days: readonly DayTold[], others: OtherDays): YearFound | null {
  const own = new Map(days.filter(({ year }) => year === null).map((day) => [`${day.month}-${day.day}`, day]));
  const counts = [...others.years].map((year) => ({
    year,
    told: [...own.values()].filter((day) => others.has(dayValue(inYear(day, year)))),
  }));
  const [best, second] = counts.sort((a, b) => b.told.length - a.told.length || a.year - b.year);
  if (!best || best.told.length < 2 || best.told.length === second?.told.length) return null;
  return { year: best.year, evidence: best.told.map(({ phrase }) => rangeOf(phrase)) };
}

/** Days within which another report of the dossier must have been published for a day to take its year. */
const nearOthers = 120;

/** The one year in which the day lies near days on which other reports were published, and its weekdays agree. */
function yearNear(published: DayTold, days: readonly DayTold[], others: OtherDays): YearFound | null {
  const known = (others.published ?? []).map((day) => numberOf(dayOf(day)));
  const candidates = new Set([...others.years].flatMap((year) => [year - 1, year, year + 1]));
  const allowed = [published, ...days.filter(({ phrase }) => phrase !== published.phrase)];
  const near = [...candidates].filter((year) => {
    const day = inYear(published, year);
    if (!isDay(day) || !weekdaysAllow(year, published, allowed)) return false;
    return known.some((other) => Math.abs(other - numberOf(day)) <= nearOthers);
  });
  const [year] = near;
  return near.length === 1 && year !== undefined ? { year, evidence: [] } : null;
}

const dayOf = (day: string): Day => {
  const [year = 0, month = 1, number = 1] = day.split("-").map(Number);
  return { year, month, day: number };
};

function inferred(day: Day, evidence: readonly Range[], mark: "" | "~" = "~"): Published | null {
  const value = isDay(day) ? asEdtf(`${dayValue(day)}${mark}`) : null;
  const distinct = evidence.filter(
    (range, index) => evidence.findIndex((other) => other.start === range.start && other.end === range.end) === index,
  );
  return value && { value, basis: "inferred", evidence: distinct.toSorted(byPlace) };
}

/** Whether the lead points at another day with "today" or a weekday, so that the date it names is history. */
function pointsElsewhere(day: Day, phrases: readonly ToldPhrase[], words: TimeWords): boolean {
  const ground = bareGround(words);
  return phrases.some((phrase) => {
    if (phrase.sentence >= leadSentences || phrase.slots.month !== undefined) return false;
    const weekday = meantNumber(phrase, ground, "weekday");
    return phrase.maker === "deictic" || (weekday !== null && weekday !== weekdayAt(numberOf(day)));
  });
}

/** A day that the lead tells as past with its year, if none that it tells is later. */
function fromLead(days: readonly DayTold[], phrases: readonly ToldPhrase[], words: TimeWords): Published | null {
  const dated = days.filter(({ year, phrase }) => year !== null && phrase.tense !== "future");
  const number = (day: DayTold): number => numberOf(inYear(day, day.year ?? 0));
  const latest = dated.toSorted((a, b) => number(b) - number(a))[0];
  if (latest?.phrase.tense !== "past" || latest.phrase.sentence >= leadSentences || latest.year === null) return null;
  const day = inYear(latest, latest.year);
  return pointsElsewhere(day, phrases, words) ? null : inferred(day, latest.evidence);
}

/** Days (YYYY-MM-DD) that other reports of the same dossier date, and the years that these lie in. */
export type OtherDays = {
  readonly years: Iterable<number>;
  readonly has: (day: string) => boolean;
  readonly published?: readonly string[]; // days on which they were published, YYYY-MM-DD
};
const noOthers: OtherDays = { years: [], has: () => false };

export type PublishedOptions = {
  /** What other reports of the same dossier date; they lend a year, never a day. */
  readonly others?: OtherDays;
  /** Where the report's dateline stands: a day in it is that of publication. */
  readonly dateline?: Range | null;
};

/**
 * The day of publication that can be told from inside a text, with the words that gave it; approximate ("~") but for the
 * day of a dateline; null where nothing fixes it. `skip`: furniture, from which nothing is read.
 */
export function inferPublished(
  text: string,
  skip: readonly Range[],
  words: TimeWords,
  { others = noOthers, dateline = null }: PublishedOptions = {},
): Published | null {
  const folded = fold(text);
  const sentences = plainSentences(text, skip, words);
  const phrases = toldPhrases(text, folded, sentences, words, bareGround(words));
  const days = withPlans(daysTold(phrases.slice(0, mostDays), words), folded, words);
  const undated = days.filter(({ year }) => year === null);
  const own = dateline ? undated.find(({ phrase }) => overlaps(dateline, phrase)) : undefined;
  const last = lastPast(undated);
  const day =
    own ??
    presentDay(days, folded, sentences[leadSentences - 1]?.end ?? folded.length, words) ??
    bracketedDay(phrases, latestPast(undated), folded, words) ??
    (last && (weekdayBehind(last, days, phrases, words) ?? last));
  if (!day || day.year !== null)
    return undated.some(({ phrase }) => phrase.tense === "past") ? null : fromLead(days, phrases, words);
  const dated = lastDated(phrases, words);
  const year =
    yearAmong(days, others) ??
    yearBehind(day, days, dated) ??
    yearOfWeekday(day, days, dated) ??
    (own || undated.some(({ weekday }) => weekday !== null) || day.weekday !== null
      ? yearNear(day, days, others)
      : null);
  return year && inferred(inYear(day, year.year), [...day.evidence, ...year.evidence], own ? "" : "~");
}
