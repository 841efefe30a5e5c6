// Events whose noun or verb is left out because it was just said: "in Brussels on January 12 and in Vienna on January 13", "the second on September 30",
// "will not be held on Monday but three days later".
import type { Stretch } from "./clauses.js";
import { type Dated, pointedDates } from "./dates.js";
import type { EventDraft } from "./draft.js";
import { type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import { againstReport } from "./status.js";

type Echo = { readonly trigger: Stretch; readonly dated: Dated; readonly moved: boolean };

/** The end of the time expression at `index`, or `index` where there is none. */
function timexEnd(field: Field, index: number, ceiling: number): number {
  let end = index;
  while (end < ceiling && inTimex(field, end) && field.timexOf[end] === field.timexOf[index]) end++;
  return end;
}

/** "and in Vienna on January 13", ", the second on September 30", "but three days later": what begins at `index`, or null. */
function echoAt(field: Field, index: number, ceiling: number): Echo | null {
  const moved = isOf(field, "butword", index);
  if (!moved && !isOf(field, "andword", index) && lowerAt(field, index) !== ",") return null;
  let i = index + 1;
  while (i < ceiling && (isOf(field, "andword", i) || tagAt(field, i) === "ADV") && !inTimex(field, i)) i++;
  const start = i;
  const ordinal =
    isOf(field, "definite", i) &&
    field.words.numbers.get(lowerAt(field, i + 1))?.kind === "ordinal" &&
    !inTimex(field, i + 1);
  if (ordinal) i += 2;
  else if (isOf(field, "placeprep", i) && !inTimex(field, i + 1)) {
    i++;
    while (i < ceiling && (field.nameOf[i] ?? -1) >= 0 && !inTimex(field, i)) i++;
    if (i === start + 1) return null;
  } else if (!moved) return null;
  if (isOf(field, "dateprep", i)) i++;
  const end = timexEnd(field, i, ceiling);
  if (end === i) return null;
  const [dated] = pointedDates(field, { from: i, to: end });
  return dated ? { trigger: { from: start, to: end }, dated, moved } : null;
}

/** The echoes of `draft` in tokens [from, to), in order. */
export function echoes(field: Field, draft: EventDraft, from: number, to: number): readonly EventDraft[] {
  const found: EventDraft[] = [];
  const first = draft.dates[0];
  if (!first || draft.noun === null) return found;
  for (let i = from; i < to; i++) {
    const echo = echoAt(field, i, to);
    if (
      !echo ||
      echo.dated.date === null ||
      echo.dated.date === first.date ||
      draft.dates.some(({ date }) => date === echo.dated.date)
    )
      continue;
    if (echo.moved !== (draft.status === "cancelled")) continue;
    const status = echo.moved
      ? "planned"
      : draft.status === "cancelled" || againstReport(field, echo.dated.date) === 1
        ? "planned"
        : draft.status;
    found.push({
      ...draft,
      trigger: echo.trigger,
      rule: `${draft.rule.split("/")[0] ?? ""}/echo`,
      dates: [echo.dated],
      status,
      noun: { ...draft.noun, at: echo.trigger.from + 1, plural: false },
      scope: echo.trigger,
      parties: echo.moved ? draft.parties : [],
      score: draft.score - 0.1,
    });
    i = echo.trigger.to - 1;
  }
  return found;
}
