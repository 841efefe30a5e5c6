// What a text has told of time so far: the last day, the month of the paragraph, and the year that a narrative of another
// time is in. Mutable on purpose: one story a text, told in the order of the text.
import type { Day } from "./days.js";
import type { Ground, Meaning, Phrase, Told, YearMonth } from "./meaning.js";
import { nothingTold, type ToldPhrase } from "./phrases.js";

/** Years as headings, months with their year, or years at all, that make a text a narrative; the share of them that must lie far behind the reference. */
const fewest = { headings: 2, dated: 3, bare: 8 };
const share = 0.8;
const farYears = 2;
/** So many years, and dates with their year, among all dates that a text is a chronicle, however near its time. */
const dense = { years: 16, dated: 8, share: 0.5 };
/** A narrative hardly says "today" or "on Monday": at most this many to an explicit year. */
const mostDeictic = 0.1;

const yearIn = (phrase: Phrase): number | null => {
  const word = phrase.slots.year ?? phrase.slots.year2;
  return word && /^\d{4}$/.test(word) ? Number(word) : null;
};

/** Whether a text tells of another time than its own: most of the years that its words give lie well before the reference. */
export function isNarrative(phrases: readonly ToldPhrase[], reference: Day | null): boolean {
  const explicit = phrases.filter((phrase) => yearIn(phrase) !== null);
  if (explicit.length === 0) return false;
  if (!reference) return true;
  const dated = explicit.filter((phrase) => phrase.maker === "date");
  const headings = explicit.filter(({ alone }) => alone).length;
  if (headings < fewest.headings && dated.length < fewest.dated && explicit.length < fewest.bare) return false;
  const deictic = phrases.filter(({ rule }) => rule.startsWith("weekday") || rule.startsWith("deictic")).length;
  if (deictic > mostDeictic * explicit.length) return false;
  const shared = phrases.filter(({ maker }) => maker === "date" || maker === "weekday" || maker === "deictic").length;
  if (explicit.length >= dense.years && dated.length >= dense.dated && explicit.length >= dense.share * shared)
    return true;
  const far = (list: readonly Phrase[]): boolean =>
    list.filter((phrase) => reference.year - (yearIn(phrase) ?? 0) >= farYears).length >= share * list.length;
  return far(explicit) && far(dated);
}

const firstOf = (year: number, month: number | null, day: number | null): Day => ({
  year,
  month: month ?? 1,
  day: day ?? 1,
});

const quarterMakers: ReadonlySet<string> = new Set(["quarter", "quarter-ended"]);

export class Story {
  readonly #narrative: boolean;
  #told: Told = nothingTold;
  #quarter: Ground["quarter"] = null;
  #month: (YearMonth & { readonly paragraph: number }) | null = null;
  #last: Day | null = null;
  #anchor: { readonly year: number; readonly month: number | null } | null = null;

  readonly #reference: Day | null;

  constructor(narrative: boolean, reference: Day | null) {
    this.#narrative = narrative;
    this.#reference = reference;
  }

  /** What was told before a phrase of a paragraph. */
  before(paragraph: number): Pick<Ground, "reference" | "told" | "quarter" | "month" | "narrative"> {
    return {
      // A narrative's own time is what its "last week" and "the end of the year" are counted from.
      reference: this.#narrative ? (this.#last ?? this.#reference) : this.#reference,
      told: this.#told,
      quarter: this.#quarter,
      month: this.#month?.paragraph === paragraph ? this.#month : null,
      narrative: this.#narrative ? this.#anchor : null,
    };
  }

  /** Whether a quarter lies behind the reference, so that something can be reported of it. */
  #isOver(year: number, quarter: number): boolean {
    const now = this.#reference;
    return this.#narrative || now === null || 4 * year + quarter < 4 * now.year + Math.ceil(now.month / 3);
  }

  /** Takes in a phrase with its meaning. */
  tell(phrase: Phrase, { type, value, fiscal }: Meaning, paragraph: number): void {
    if (type !== "DATE" && type !== "TIME") return;
    const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
    if (quarter && quarterMakers.has(phrase.maker) && (fiscal || this.#isOver(Number(quarter[1]), Number(quarter[2]))))
      this.#quarter = { year: Number(quarter[1]), quarter: Number(quarter[2]) };
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)/.exec(value);
    if (!match) return;
    const [year, month, day] = [
      Number(match[1]),
      match[2] === undefined ? null : Number(match[2]),
      match[3] === undefined ? null : Number(match[3]),
    ];
    const first = firstOf(year, month, day);
    this.#last = first;
    this.#told = {
      day: day === null ? this.#told.day : first,
      month: month === null ? this.#told.month : first,
      year: first,
      last: value.replace(/T.*$/, ""),
    };
    if (month !== null) this.#month = { year, month, paragraph };
    if (yearIn(phrase) !== null || phrase.maker === "date") this.#anchor = { year, month };
  }
}
