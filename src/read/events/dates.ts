// Which time expression belongs to an event: one of its own clause first, then one that stands in front of the whole sentence.

import { boundsOf, dayOf, type Edtf, edtf, plainOf } from "../../model/edtf.js";
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import type { Clause, Stretch } from "./clauses.js";
import { type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";

/** `date` null: a day whose year nothing tells. */
export type Dated = { readonly date: Edtf | null; readonly evidence: Range };

/** Whether the timex at tokens [from, to) dates a thing and not what happens: "the Vienna Document of 2011", "the state of 1997". */
function datesAThing(field: Field, from: number): boolean {
  return (
    isOf(field, "ofword", from - 1) &&
    ["NOUN", "PROPN"].includes(tagAt(field, from - 2)) &&
    !isOf(field, "daypart", from - 2) &&
    !isEventNoun(field, from - 2)
  );
}

const isEventNoun = (field: Field, index: number): boolean =>
  (field.words.nouns.get(lowerAt(field, index)) ?? []).length > 0 || isOf(field, "talks", index);

const isDate = (timex: Timex | undefined): timex is Timex =>
  timex !== undefined &&
  (timex.type === "DATE" || timex.type === "TIME") &&
  (timex.edtf !== null || timex.value.startsWith("XXXX-"));

/** Both ends of a range of two timexes ("From January 10 to 13"), as one date; without its time of day. */
function wholeRange(field: Field, timex: Timex): Dated {
  const own = {
    date: timex.edtf === null ? null : plainOf(timex.edtf),
    evidence: { start: timex.start, end: timex.end },
  };
  const both = timex.rangeId === null ? [] : (field.rangeOf.get(timex.rangeId) ?? []);
  const [first, last] = [both[0], both.at(-1)];
  if (!first || !last || first === last) return own;
  const evidence = { start: first.start, end: last.end };
  return { date: first.edtf && last.edtf ? spanned(first.edtf, last.edtf) : own.date, evidence };
}

function spanned(from: Edtf, to: Edtf): Edtf {
  const [left, right] = [plainOf(from), plainOf(to)];
  const [start, end] = [left.split("/")[0] ?? left, right.split("/").at(-1) ?? right];
  return start === end || boundsOf(edtf(start)).first > boundsOf(edtf(end)).last ? left : edtf(`${start}/${end}`);
}

/** "on February 9 and 10", "Thursday and Friday": the day right behind the one whose timex begins at token `at`, joined to it; -1 where none is. */
function dayJoined(field: Field, at: number): number {
  const index = field.timexOf[at] ?? -1;
  let next = at;
  while (field.timexOf[next] === index) next++;
  if (!isOf(field, "andword", next) && lowerAt(field, next) !== ",") return -1;
  next++;
  if (!inTimex(field, next) && /^(?:ADP|DET)$/.test(tagAt(field, next))) next++;
  const [one, two] = [field.ground.timexes[index], field.ground.timexes[field.timexOf[next] ?? -1]];
  if (!inTimex(field, next) || !isDate(one) || !isDate(two) || !one.edtf || !two.edtf) return -1;
  const [first, second] = [boundsOf(one.edtf), boundsOf(two.edtf)];
  const single = first.first === first.last && second.first === second.last;
  return single && second.first === first.last + 1 ? next : -1;
}

/** A date with the days joined to it, as one: the last token that begins one of them, and the whole. */
function withJoined(
  field: Field,
  dated: Dated,
  at: number,
  to: number,
): { readonly dated: Dated; readonly last: number } {
  let [last, whole] = [at, dated];
  for (let next = dayJoined(field, last); next >= 0 && next < to; next = dayJoined(field, last)) {
    const timex = field.ground.timexes[field.timexOf[next] ?? -1];
    if (!timex?.edtf || whole.date === null) break;
    whole = { date: spanned(whole.date, timex.edtf), evidence: { start: whole.evidence.start, end: timex.end } };
    last = next;
  }
  return { dated: whole, last };
}

/** The dates told in tokens [from, to) outside `hole`, each with its first token, in order; the parts of a range once. */
export function datesIn(
  field: Field,
  stretch: Stretch,
  hole: Stretch | null = null,
): readonly (Dated & { readonly token: number })[] {
  const found: (Dated & { token: number })[] = [];
  let seen = -1;
  const ranges = new Set<number>();
  for (let i = stretch.from; i < stretch.to; i++) {
    if (!inTimex(field, i) || (hole && i >= hole.from && i < hole.to)) continue;
    const index = field.timexOf[i] ?? -1;
    if (index === seen) continue;
    seen = index;
    const timex = field.ground.timexes[index];
    if (!isDate(timex) || datesAThing(field, i)) continue;
    if (timex.rangeId !== null && ranges.has(timex.rangeId)) continue;
    if (timex.rangeId !== null) ranges.add(timex.rangeId);
    const { dated, last } = withJoined(field, wholeRange(field, timex), i, stretch.to);
    found.push({ ...dated, token: i });
    if (last > i) {
      seen = field.timexOf[last] ?? -1;
      i = last;
    }
  }
  return found;
}

/** The date of what `trigger` tells: of its clause, or one that stands in front and holds for it too. */
export function dateOf(
  field: Field,
  clause: Clause,
  trigger: number,
  clauses: readonly Clause[],
  guard = 0,
): Dated | null {
  const own = datesIn(field, clause, clause.hole).filter(
    ({ token, evidence }) =>
      isPointed(field, token, evidence) &&
      !datesAnother(field, clause.group.verb, token) &&
      !isOwned(field, token, evidence, trigger),
  );
  if (own.length > 0) return presentAhead(field, clause, nearest(own, trigger));
  if (guard > 4) return null;
  const opened =
    isOf(field, "whenword", clause.from - 1) || clause.kind === "relative" ? adjacent(field, clause) : null;
  if (opened) return opened;
  const outer = clauses.find(({ index }) => index === clause.outer);
  if (clause.kind === "relative")
    return outer && isOf(field, "whoword", clause.from - 1) ? onlyOf(field, outer, clause) : null;
  if (clause.kind === "main") return clause.hole ? ledBy(field, clause) : null;
  if (clause.kind !== "coordinate" || !outer) return null;
  if (clause.introducer === ",") {
    const before = adjacent(field, clause);
    if (before) return before;
  }
  return fronted(field, outer, clauses, guard) ?? (clause.shared ? onlyOf(field, outer, clause) : null);
}

/** The dates told in a stretch that say when, and not since or until when. */
export const pointedDates = (field: Field, stretch: Stretch): readonly (Dated & { readonly token: number })[] =>
  datesIn(field, stretch).filter(({ token, evidence }) => isPointed(field, token, evidence));

/** "would decide after the meetings in Brussels on January 12": whether the date is that of what came before or after. */
function datesAnother(field: Field, verb: number, token: number): boolean {
  for (let i = token - 1; i > verb && token - i < 16; i--) {
    if (lowerAt(field, i) === ",") return false;
    if (isOf(field, "beforeafter", i) && !inTimex(field, i)) return true;
  }
  return false;
}

/** "reach deal; [Thursday]'s strike off", "rejected [Monday]'s offer": the day of a thing, or behind a semicolon; not "at Monday's meeting". */
function isOwned(field: Field, token: number, { end }: Range, trigger: number): boolean {
  const [from, to] = token < trigger ? [token, trigger] : [trigger, token];
  for (let i = from; i < to; i++) if (lowerAt(field, i) === ";") return true;
  let behind = token;
  while ((field.tokens[behind]?.end ?? end + 1) <= end) behind++;
  return trigger < token && isOf(field, "possess", behind) && !isOf(field, "dateprep", token - 1);
}

/** Whether a date says when, and not since or until when; the start of a range does. */
function isPointed(field: Field, token: number, evidence: Range): boolean {
  const timex = field.ground.timexes[field.timexOf[token] ?? -1];
  if (timex && timex.rangeId !== null && evidence.end > timex.end) return true;
  if (isOf(field, "untilword", token - 1) || isOf(field, "fromword", token - 1)) return false;
  return !isPeriod(field, timex, token);
}

/** "a loss for the first half", "its results for 2020": what a figure is for, and no day on which something happens. */
function isPeriod(field: Field, timex: Timex | undefined, token: number): boolean {
  const at = tagAt(field, token - 1) === "DET" ? token - 2 : token - 1;
  if (!timex?.edtf || !isOf(field, "for", at)) return false;
  const { first, last } = boundsOf(timex.edtf);
  return last - first > longestSet;
}

/** Most days of what something may be set for ("planned for next week", "for March"). */
const longestSet = 31;

function nearest(dates: readonly (Dated & { readonly token: number })[], trigger: number): Dated | null {
  let best: (Dated & { readonly token: number }) | null = null;
  const cost = (token: number): number => (token > trigger ? token - trigger : (trigger - token) * 0.8);
  for (const dated of dates) if (!best || cost(dated.token) < cost(best.token)) best = dated;
  return best;
}

/** A date directly in front of the clause: "On December 7, when …", "for Saturday, when …". */
function adjacent(field: Field, clause: Clause): Dated | null {
  for (let i = clause.from - 1; i >= clause.sentence.first && i > clause.from - 7; i--) {
    if (!inTimex(field, i)) {
      if (tagAt(field, i) === "VERB" || (tagAt(field, i) === "PROPN" && i < clause.from - 2)) return null;
      continue;
    }
    const timex = field.ground.timexes[field.timexOf[i] ?? -1];
    return isDate(timex) ? wholeRange(field, timex) : null;
  }
  return null;
}

/** "After talks that ended on Sunday, they signed": the day of what stands in front. */
function ledBy(field: Field, clause: Clause): Dated | null {
  if (!clause.hole || !isOf(field, "occasion", clause.from)) return null;
  const dates = datesIn(field, clause.hole);
  return dates.length === 1 ? (dates[0] ?? null) : null;
}

/** A date in front of the subject of `outer`, which holds for the clauses that go on from it. */
function fronted(field: Field, outer: Clause, clauses: readonly Clause[], guard: number): Dated | null {
  const limit = outer.subject && !outer.shared ? outer.subject.from : outer.group.first;
  const dates = datesIn(field, { from: outer.from, to: Math.max(outer.from, limit) });
  if (dates[0]) return dates[0];
  return datesIn(field, outer, outer.hole).length > 0
    ? null
    : dateOf(field, outer, outer.group.verb, clauses, guard + 1);
}

function onlyOf(field: Field, outer: Clause, clause: Clause): Dated | null {
  const own = datesIn(field, outer, { from: clause.from, to: clause.to }).filter(({ token, evidence }) =>
    isPointed(field, token, evidence),
  );
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** "to a meeting on Tuesday" in Saturday's report: a weekday by its name alone is the one to come. */
export function weekAhead(field: Field, dated: Dated): Dated {
  const published = field.ground.analysis.document.published.value;
  const told = field.ground.analysis.text.slice(dated.evidence.start, dated.evidence.end);
  if (dated.date === null || published === null || (/\d/.test(told) && !isClock(field, dated))) return dated;
  const [day, report] = [boundsOf(dated.date), boundsOf(published).last];
  const isWeekday = day.first === day.last && day.first < report && report - day.first < 7;
  return isWeekday ? { ...dated, date: dayOf(day.first + 7) } : dated;
}

/** "its members vote on Wednesday": the present with a weekday tells what is to come. */
function presentAhead(field: Field, { group, sentence }: Clause, dated: Dated | null): Dated | null {
  const present =
    group.finite && !group.past && !group.perfect && !group.progressive && !group.passive && group.mood === null;
  return dated && present && sentence.role === "body" && !group.negated ? weekAhead(field, dated) : dated;
}

/** "Tuesday at 9 a.m.": the figures are those of the hour. */
const isClock = (field: Field, { evidence }: Dated): boolean =>
  field.ground.timexes.some(
    ({ start, end, type }) => type === "TIME" && start <= evidence.start && evidence.end <= end,
  );
