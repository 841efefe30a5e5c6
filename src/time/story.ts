// What a text has told of time so far: the last day, the month of the paragraph, and the year that a narrative of another
// time is in. Mutable on purpose: one story a text, told in the order of the text.
import { type Day, numberOf } from "./days.js";
import type { Ground, Meaning, Phrase, YearMonth } from "./meaning.js";

/** Explicit years that make a text a narrative, and the share of them that must lie far behind the reference. */
const fewest = 5;
const share = 0.7;
const farYears = 2;

const yearIn = (phrase: Phrase): number | null => {
  const word = phrase.slots.year ?? phrase.slots.year2;
  return word && /^\d{4}$/.test(word) ? Number(word) : null;
};

/** Whether a text tells of another time than its own: most of the years that its words give lie well before the reference. */
export function isNarrative(phrases: readonly Phrase[], reference: Day | null): boolean {
  const years = phrases.map(yearIn).filter((year) => year !== null);
  if (years.length === 0) return false;
  if (!reference) return true;
  return (
    years.length >= fewest && years.filter((year) => reference.year - year >= farYears).length / years.length >= share
  );
}

export class Story {
  readonly #reference: Day | null;
  readonly #narrative: boolean;
  #told: Day | null = null;
  #month: (YearMonth & { readonly paragraph: number }) | null = null;
  #anchor: { readonly year: number; readonly month: number | null; readonly paragraph: number } | null = null;

  constructor(reference: Day | null, narrative: boolean) {
    this.#reference = reference;
    this.#narrative = narrative;
  }

  /** What was told before a phrase of a paragraph. */
  before(paragraph: number): Pick<Ground, "told" | "month" | "narrative"> {
    const anchor = this.#anchor;
    const far = anchor && this.#reference ? this.#reference.year - anchor.year >= farYears : true;
    const near = anchor && anchor.paragraph === paragraph && anchor.month !== null && far;
    return {
      told: this.#told,
      month: this.#month?.paragraph === paragraph ? this.#month : null,
      narrative:
        anchor && (near || (this.#narrative && (far || anchor.paragraph === paragraph)))
          ? { year: anchor.year, month: anchor.month }
          : null,
    };
  }

  /** Takes in a phrase with its meaning. */
  tell(phrase: Phrase, { type, value }: Meaning, paragraph: number): void {
    if (type !== "DATE" && type !== "TIME") return;
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)/.exec(value);
    if (!match) return;
    const [year, month, day] = [
      Number(match[1]),
      match[2] === undefined ? null : Number(match[2]),
      match[3] === undefined ? null : Number(match[3]),
    ];
    if (month !== null && day !== null) this.#told = { year, month, day };
    if (month !== null) this.#month = { year, month, paragraph };
    if (yearIn(phrase) !== null || this.#anchor === null || (phrase.maker === "date" && this.#narrative)) {
      if (yearIn(phrase) !== null || this.#narrative) this.#anchor = { year, month, paragraph };
    }
  }
}

/** Days between two days. */
export const apart = (a: Day, b: Day): number => Math.abs(numberOf(a) - numberOf(b));
