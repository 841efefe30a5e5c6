// What else tells the day of publication than the latest day told as past: which days are only planned, a day that the lead
// tells beside "today", a weekday with its number in brackets, and the weekdays told as past behind the last full date.
import type { Range } from "../model/span.js";
import { numberOf } from "./days.js";
import { type DayTold, rangeOf } from "./days-told.js";
import { meantNumber } from "./meaning.js";
import { bareGround, type ToldPhrase } from "./phrases.js";
import type { TimeWords } from "./words.js";

const wordsBefore = 7;
const wordsAfter = 5;
const nearby = 90; // characters

/** Place of a day in a year, for distances that run over New Year. */
export const placeInYear = ({ month, day }: { readonly month: number; readonly day: number }): number =>
  numberOf({ year: 2001, month, day: month === 2 ? Math.min(day, 28) : day }) -
  numberOf({ year: 2001, month: 1, day: 1 });

type MonthDay = { readonly month: number; readonly day: number };
/** Days from one day of a year to another, going on. */
export const forward = (from: MonthDay, to: MonthDay): number => (placeInYear(to) - placeInYear(from) + 365) % 365;

/** The last words before an offset, and the first behind another, lower case, inside their clause. */
function around(folded: string, { start, end }: Range): { readonly before: string[]; readonly behind: string[] } {
  const before =
    folded
      .slice(Math.max(0, start - nearby), start)
      .split(/[.;:!?\n"()]/u)
      .at(-1) ?? "";
  const behind = folded.slice(end, end + nearby).split(/[.;:!?\n"()]/u)[0] ?? "";
  const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return { before: split(before).slice(-wordsBefore), behind: split(behind).slice(0, wordsAfter) };
}

/** Whether a day is one that something is planned for: "scheduled for March 30", "a strike on 26 October was notified". */
export function isPlanned(folded: string, phrase: Range, { lexicon }: TimeWords): boolean {
  const { before, behind } = around(folded, phrase);
  const plan = (word: string): boolean => lexicon.get("plan")?.has(word) ?? false;
  const be = (word: string | undefined): boolean => lexicon.get("planbe")?.has(word ?? "") ?? false;
  const last = before.at(-1) === "the" ? before.at(-2) : before.at(-1);
  return (
    (lexicon.get("planfor")?.has(last ?? "") ?? false) ||
    before.some(plan) ||
    behind.some((word, at) => plan(word) && be(behind[at - 1]))
  );
}

/** The days with those that are only planned no longer told as past. */
export const withPlans = (days: readonly DayTold[], folded: string, words: TimeWords): readonly DayTold[] =>
  days.map((day) =>
    day.phrase.tense === "past" && isPlanned(folded, day.phrase, words)
      ? { ...day, phrase: { ...day.phrase, tense: null } }
      : day,
  );

/** The one day that the lead names with its weekday, not as coming, while it speaks of "this morning" or "today". */
export function presentDay(
  days: readonly DayTold[],
  folded: string,
  leadEnd: number,
  { lexicon }: TimeWords,
): DayTold | null {
  const lead = folded.slice(0, leadEnd).toLowerCase();
  const present = [...(lexicon.get("present")?.keys() ?? [])].some((words) => {
    const at = lead.indexOf(words);
    return at >= 0 && !/\p{L}/u.test(lead.charAt(at - 1)) && !/\p{L}/u.test(lead.charAt(at + words.length));
  });
  const named = days.filter(({ phrase }) => phrase.end <= leadEnd);
  const [only] = named;
  return present && named.length === 1 && only && only.weekday !== null && only.phrase.tense !== "future" ? only : null;
}

/** "this Thursday (8)": the day with that number next behind the last day told as past. */
export function bracketedDay(
  phrases: readonly ToldPhrase[],
  last: DayTold | null,
  folded: string,
  words: TimeWords,
): DayTold | null {
  for (const phrase of phrases) {
    if (phrase.slots.month !== undefined || phrase.tense === "future") continue;
    const weekday = meantNumber(phrase, bareGround(words), "weekday");
    const inside = /\((\d{1,2})\)$/u.exec(folded.slice(phrase.start, phrase.end)); // the tagger may take the number in
    const behind = inside ?? /^ \((\d{1,2})\)/u.exec(folded.slice(phrase.end, phrase.end + 6));
    const day = Number(behind?.[1]);
    if (weekday === null || last === null || !(day >= 1 && day <= 31)) continue;
    const month = day >= last.day ? last.month : (last.month % 12) + 1;
    return { year: null, month, day, weekday, phrase, evidence: [rangeOf(phrase), rangeOf(last.phrase)] };
  }
  return null;
}

/** Days behind the last full date within which weekdays told as past are looked for. */
const week = 7;

/**
 * The latest weekday told as past in the week behind `last`, where that is a date without its weekday (what is older than a
 * week is told so) and a weekday beside another day shows the calendar; null where a day that is coming lies before it.
 */
export function weekdayBehind(
  last: DayTold,
  days: readonly DayTold[],
  phrases: readonly ToldPhrase[],
  words: TimeWords,
): DayTold | null {
  const known = days.find(({ weekday, phrase }) => weekday !== null && phrase.tense !== "past");
  if (last.weekday !== null || !known?.weekday) return null;
  const own = (((known.weekday - 1 - forward(last, known)) % 7) + 7) % 7; // 0 Monday … 6
  const told = phrases.flatMap((phrase) => {
    const weekday =
      phrase.tense === "past" && phrase.maker === "weekday" ? meantNumber(phrase, bareGround(words), "weekday") : null;
    return weekday === null ? [] : [{ phrase, gap: (((weekday - 1 - own) % 7) + 7) % 7 || week }];
  });
  const [best] = told.toSorted((a, b) => b.gap - a.gap);
  if (!best || new Set(told.map(({ gap }) => gap)).size < 2) return null;
  if (days.some((day) => day.phrase.tense !== "past" && forward(last, day) <= best.gap)) return null;
  const place = placeInYear(last) + best.gap;
  const date = new Date(Date.UTC(2001, 0, 1 + place));
  return {
    year: null,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: null,
    phrase: best.phrase,
    evidence: [rangeOf(best.phrase), rangeOf(known.phrase), rangeOf(last.phrase)],
  };
}
