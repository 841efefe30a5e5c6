// Years that the ends of a range and the members of a list lend each other: "between March and April 2018", "from November to
// February 2020" (November 2019), "from March 2019 to June". The year goes into the slot "lent", apart from what the words say.
import type { Phrase } from "./meaning.js";

const yearOf = ({ slots }: Phrase): number | null => {
  const word = slots.year ?? slots.year2 ?? slots.lent;
  return word && /^\d{4}$/.test(word) ? Number(word) : null;
};

const lacksYear = (phrase: Phrase): boolean => {
  const { slots, maker } = phrase;
  const takesYear = maker === "date" || maker === "season" || maker === "quarter";
  return takesYear && yearOf(phrase) === null && slots.relation === undefined && slots.same === undefined;
};

/**
 * The same phrases, those without a year with the one that is lent to them. `ranges`: pairs of indices, each the index and the
 * next; `months`: what words of months mean; `isList`: whether only a joint stands between two phrases.
 */
export function lent(
  phrases: readonly Phrase[],
  ranges: readonly (readonly [number, number])[],
  months: ReadonlyMap<string, string>,
  isList: (left: Phrase, right: Phrase) => boolean,
): readonly Phrase[] {
  const all = [...phrases];
  const begun = new Set(ranges.map(([first]) => first));
  const month = ({ slots }: Phrase): number => Number(months.get(slots.month ?? "") ?? 0);
  const lend = (phrase: Phrase, year: number): Phrase => ({
    ...phrase,
    slots: { ...phrase.slots, lent: String(year) },
  });
  for (let i = all.length - 2; i >= 0; i--) {
    const [left, right] = [all[i], all[i + 1]];
    const year = right && right.maker !== "year" ? yearOf(right) : null;
    if (!left || !right || year === null || !lacksYear(left) || !isList(left, right)) continue;
    const isBefore = begun.has(i) && month(right) > 0 && month(left) > month(right);
    all[i] = lend(left, isBefore ? year - 1 : year);
  }
  for (let i = 0; i + 1 < all.length; i++) {
    const [left, right] = [all[i], all[i + 1]];
    const year = left && left.maker !== "year" ? yearOf(left) : null;
    if (!left || !right || year === null || !begun.has(i) || !lacksYear(right)) continue;
    const isBehind = month(right) > 0 && month(right) < month(left);
    all[i + 1] = lend(right, isBehind ? year + 1 : year);
  }
  return all;
}
