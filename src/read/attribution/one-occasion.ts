// Whoever speaks on one day only in a report speaks on that day wherever nothing else is told: others may have spoken in between.
import type { Attribution } from "../../model/reading.js";
import type { RawAttribution } from "../draft.js";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
/** Paragraphs after the dated saying within which the occasion is still the same. */
const reach = 8;

/**
 * `attributions` with the day of their speakers' one occasion; `paragraphOf`: the paragraph at an offset; `isPast`: whether the cue
 * there is in the past ("says" goes on, "said" was once). Not for what is told of many occasions.
 */
export function withOneOccasion(
  attributions: readonly Attribution[],
  raw: readonly RawAttribution[],
  paragraphOf: (offset: number) => number,
  isPast: (offset: number) => boolean,
): readonly Attribution[] {
  const known = new Map<string, { readonly date: Attribution["date"]; readonly paragraph: number }>();
  const place = (each: Attribution): number => paragraphOf(each.cue?.start ?? each.content[0]?.start ?? 0);
  return attributions.map((each, index) => {
    if (each.within !== null || each.headline || each.speakers.length === 0) return each;
    const key = each.speakers.join(" ");
    const before = known.get(key);
    if (each.date) {
      const other = before !== undefined && before.date?.value !== each.date.value;
      known.set(key, { date: other ? null : each.date, paragraph: place(each) });
      return each;
    }
    const told = raw[index]?.settled !== false && each.mode !== "belief" && each.cue !== null && isPast(each.cue.start);
    const near = before?.date && isDay.test(before.date.value) && place(each) - before.paragraph <= reach;
    return told && near ? { ...each, date: before.date } : each;
  });
}
