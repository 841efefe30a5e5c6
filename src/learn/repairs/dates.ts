// A date ("Monday, January 9th, 2022", "the 9th of January") as one phrase: what a parser has torn apart hangs on its day again.
// A date that is one phrase already is left as it is.
import type { Word } from "../annotation.js";
import { isTree } from "../tree.js";
import type { RepairWords } from "./words.js";

/** Words [start … end) of a date; `day` is the word that heads it. */
export type DateRun = { readonly start: number; readonly end: number; readonly day: number };

const ordinal = /^\d{1,2}(?:st|nd|rd|th)?$/i;
const year = /^(?:1[89]|20)\d\d$/;

/** The dates of a sentence, by their forms: a month with a day before or behind it, with weekday and year where they stand. */
export function dateRuns(words: readonly Word[], { months, weekdays }: RepairWords): DateRun[] {
  const form = (index: number): string => words[index]?.form.toLowerCase() ?? "";
  const found: DateRun[] = [];
  for (let month = 0; month < words.length; month++) {
    if (!months.has(form(month)) || words[month]?.upos === "AUX" || words[month]?.upos === "VERB") continue;
    let [start, end, day] = [month, month + 1, -1];
    if (ordinal.test(form(month + 1))) [end, day] = [month + 2, month + 1];
    else if (ordinal.test(form(month - 1))) [start, day] = [month - 1, month - 1];
    else if (words[month - 1]?.upos === "ADP" && /\D$/.test(form(month - 2)) && ordinal.test(form(month - 2)))
      [start, day] = [month - 2, month - 2];
    if (day < 0) continue;
    if (year.test(form(end))) end += 1;
    else if (form(end) === "," && year.test(form(end + 1))) end += 2;
    if (weekdays.has(form(start - 1))) start -= 1;
    else if (form(start - 1) === "," && weekdays.has(form(start - 2))) start -= 2;
    found.push({ start, end, day });
  }
  return found;
}

/** A torn date as one phrase below its day: it hangs where its first torn part hung. */
function joined(words: readonly Word[], { start, end, day }: DateRun): readonly Word[] {
  const isInside = (index: number): boolean => index >= start && index < end;
  const tops = words.flatMap((word, index) => (isInside(index) && !isInside(word.head) ? [index] : []));
  if (tops.length < 2) return words;
  const outer = words[tops[0] ?? -1];
  if (!outer) return words;
  const changed = words.map((word, index): Word => {
    if (index === day) return { ...word, head: outer.head, relation: outer.relation };
    if (isInside(index) && (tops.includes(index) || word.head === day || leadsTo(words, day, index)))
      return {
        ...word,
        head: day,
        relation: word.upos === "PUNCT" ? "punct" : index < day ? "compound" : "nmod:unmarked",
      };
    return isInside(word.head) && !isInside(index) ? { ...word, head: day } : word;
  });
  return isTree(changed) ? changed : words;
}

/** Whether the path up from `index` goes through `above`. */
function leadsTo(words: readonly Word[], index: number, above: number): boolean {
  for (let at = index, n = 0; at >= 0 && n < words.length; at = words[at]?.head ?? -1, n++)
    if (at === above) return true;
  return false;
}

/** Every date of a sentence as one phrase. */
export function joinDates(words: readonly Word[], repair: RepairWords): readonly Word[] {
  return dateRuns(words, repair).reduce<readonly Word[]>(joined, words);
}
