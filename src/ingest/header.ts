// The head of a report in plain sight: masthead, date lines, bylines, labelled fields, headline, dateline. It ends where the
// first paragraph begins.
import type { Furniture } from "../model/document.js";
import type { Range } from "../model/span.js";
import { foldWords } from "../text/fold.js";
import { type Dateline, readDateline } from "./dateline.js";
import type { DayFinder, PrintedDay } from "./days.js";
import { isProse } from "./furniture.js";
import type { Line } from "./page.js";
import type { HeaderField, IngestWords } from "./words.js";

/** A day printed in a header. `field`: what its label calls it; null where it has none. */
export type HeaderDay = PrintedDay & { readonly field: HeaderField | null };
export type Header = {
  readonly title: Range | null;
  readonly masthead: Range | null;
  readonly source: Range | null; // behind "Source:"
  readonly byline: Range | null;
  readonly days: readonly HeaderDay[]; // offsets in the text
  readonly dateline: Dateline | null;
  readonly furniture: readonly Furniture[];
};

const deep = 14; // lines looked at
const time =
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:a\.?m\.?|p\.?m\.?)?\b|\b\d{1,2}\s?(?:a\.?m\.?|p\.?m\.?)(?=\W|$)|\bT\d{2}:\d{2}\S*/giu;
const zone = /\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|MSK|ET|Z)\b(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2}/gu;

/** The label at the beginning of a line: its field and where its value begins. */
export function labelOf(
  line: string,
  words: IngestWords,
): { field: HeaderField; value: number; colon: boolean } | null {
  const match = /^((?:\p{L}+[ -]){0,3}\p{L}+) ?(:) ?|^(\p{L}+(?: \p{L}+)?) (?=\d)/u.exec(line.slice(0, 60));
  const name = (match?.[1] ?? match?.[3])?.toLowerCase();
  const field = name === undefined ? undefined : words.labels.get(name);
  return match && field ? { field, value: match[0].length, colon: match[2] !== undefined } : null;
}

/** Whether one of several parts of a line between bars or dots is a day and nothing else: "No. 21 | 24 May 2024 | For subscribers". */
function hasDayOfItsOwn(line: string, days: readonly PrintedDay[]): boolean {
  const parts = line.split(/\s*[|\u00b7\u2022]\s*/u);
  return (
    parts.length > 1 && days.some(({ start, end, year }) => year !== null && parts.includes(line.slice(start, end)))
  );
}

/** Whether a line names a column or an edition and then a day: "Border notebook, 21 April 2025". */
const namesEdition = (line: string, days: readonly PrintedDay[]): boolean =>
  days.some(
    ({ start, end, year }) =>
      year !== null && end === line.length && /^\p{Lu}[\p{L}'-]*(?: [\p{L}'-]+){0,2}, $/u.test(line.slice(0, start)),
  );

/** Whether a line tells nothing but a day: what is left without date, time, weekday, labels and names is nothing. */
export function isDateLine(line: string, days: readonly PrintedDay[], words: IngestWords): boolean {
  if (line.length > 150 || !days.some((day) => day.year !== null)) return false;
  if (line.length <= 100 && (hasDayOfItsOwn(line, days) || namesEdition(line, days))) return true;
  let rest = line;
  for (const day of [...days].reverse()) rest = `${rest.slice(0, day.start)} , ${rest.slice(day.end)}`;
  rest = rest.replace(time, " , ").replace(zone, " , ");
  if (/[.!?]["')]*$/.test(rest.trim()) && rest.trim().split(/\s+/).length > 4) return false;
  const parts = rest
    .split(/[,|:;()[\]\u00b7\u2022/]|\s-{1,2}\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.every((part) => {
    const left = part.split(/\s+/).filter((word) => {
      const lower = word.toLowerCase().replace(/\.$/, "");
      return !words.headerWords.has(lower) && !words.weekdays.has(lower) && !words.labels.has(lower);
    });
    return left.length <= 4 && left.every((word) => /^[\p{Lu}\p{N}&#-]/u.test(word));
  });
}

/** Whether a line can be a headline: short, no sentence's full stop, not a label. */
export function isHeadline(line: string): boolean {
  const count = line.split(/\s+/).length;
  return (
    line.length <= 230 &&
    count >= 2 &&
    count <= 36 &&
    !/[.;:,]["')]*$/.test(line.replace(/\.\.\.$/, "")) &&
    /\p{L}/u.test(line)
  );
}

const isByline = (line: string, words: IngestWords): boolean => {
  const first = /^(\p{L}+) (.+)$/u.exec(line);
  if (!first || line.length > 110 || isProse(line)) return false;
  return (
    words.labels.get(first[1]?.toLowerCase() ?? "") === "byline" &&
    /^(?:our |the )?[\p{L}\s.,'&-]+(?:\|.*)?$/u.test(first[2] ?? "") &&
    line.split(/\s+/).length <= 14
  );
};

type Draft = {
  title: Range | null;
  masthead: Range | null;
  source: Range | null;
  byline: Range | null;
  days: HeaderDay[];
  dateline: Dateline | null;
  furniture: Furniture[];
};

/** A label and a date before a paragraph on one line: " date 2022-11-21 The opportunity …". Returns where the rest begins. */
function inlineHeader(line: string, start: number, words: IngestWords, findDays: DayFinder, draft: Draft): number {
  const label = labelOf(line, words);
  if (label?.field !== "published" && label?.field !== "updated") return 0;
  const day = findDays(line.slice(0, 90)).find((found) => found.start === label.value && found.year !== null);
  if (!day) return 0;
  const stamp = /^T?\s?\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?/.exec(line.slice(day.end))?.[0].length ?? 0;
  draft.days.push({ ...day, start: start + day.start, end: start + day.end, field: label.field });
  draft.furniture.push({ start, end: start + day.end + stamp, reason: "header" });
  return day.end + stamp;
}

/** Takes a labelled line ("Published: …", "Source: …", "Title: …") into the draft; false where it is none. */
function takeLabelled(line: string, range: Range, words: IngestWords, draft: Draft): boolean {
  const label = labelOf(line, words);
  if (!label?.colon || line.length > 240) return false;
  const value = { start: range.start + label.value, end: range.end };
  if (value.start >= value.end || (isProse(line.slice(label.value)) && label.field !== "title")) return false;
  if (label.field === "title") {
    draft.title ??= value;
    draft.furniture.push({ start: range.start, end: value.start, reason: "header" });
    return true;
  }
  if (label.field === "source") draft.source ??= value;
  if (label.field === "byline") draft.byline ??= value;
  draft.furniture.push({ ...range, reason: label.field === "byline" ? "byline" : "header" });
  return true;
}

/** "…, Source: NAME" inside a date line. */
function sourceInside(line: string, start: number, words: IngestWords): Range | null {
  for (const match of line.matchAll(/(\p{L}+): ?(\p{Lu}[^|:\n]{1,60})/gu)) {
    if (words.labels.get(match[1]?.toLowerCase() ?? "") !== "source") continue;
    const from = start + match.index + match[0].indexOf(match[2] ?? "");
    return { start: from, end: from + (match[2] ?? "").trimEnd().length };
  }
  return null;
}

/** Whether a line can be an outlet's masthead: few capitalised words, no stop. */
const isMasthead = (line: string): boolean => {
  const parts = line.split(/\s+/);
  return (
    parts.length <= 6 &&
    line.length <= 50 &&
    !/[.!?:;,]$/.test(line) &&
    parts.every((part) => /^[\p{Lu}\p{N}&]/u.test(part) || /^(?:of|the|and|in|for|on|de|la)$/.test(part))
  );
};

const same = (a: string, b: string): boolean => foldWords(a) === foldWords(b);

/**
 * The head of a report. `lines` in order, `folded` their folded words; `titles`: headlines that metadata gives, best first;
 * `isKnownLine`: whether a line is known furniture (then it is passed over).
 */
export function readHeader(
  lines: readonly Line[],
  folded: readonly string[],
  words: IngestWords,
  findDays: DayFinder,
  titles: readonly string[],
  isKnownLine: (index: number) => boolean,
): Header {
  const draft: Draft = {
    title: null,
    masthead: null,
    source: null,
    byline: null,
    days: [],
    dateline: null,
    furniture: [],
  };
  const paged = lines.some((line) => line.element !== "" && !/^h\d$/.test(line.element));
  const given = titles
    .map((title) => lines.findIndex((_, index) => same(folded[index] ?? "", title)))
    .find((index) => index >= 0);
  const headline = given ?? (paged ? lines.findIndex((line) => line.element === "h1") : -1);
  const titleLine = headline >= 0 ? lines[headline] : undefined;
  if (titleLine) draft.title = { start: titleLine.start, end: titleLine.end };
  const from = headline >= 0 && paged ? Math.max(0, headline - 4) : 0;
  const unplaced: number[] = [];
  for (
    let index = from, seen = 0;
    index < lines.length && seen < deep + (headline > from ? headline - from : 0);
    index++, seen++
  ) {
    const [range, line] = [lines[index], folded[index] ?? ""];
    if (!range || index === headline) continue;
    const rest = index === from ? inlineHeader(line, range.start, words, findDays, draft) : 0;
    const remaining = line.slice(rest).trimStart();
    const begin = range.start + line.length - remaining.length;
    const dateline = readDateline(remaining, begin, words, findDays);
    if (dateline && (isProse(remaining) || dateline.end - begin < remaining.length)) {
      draft.dateline = dateline;
      break;
    }
    if (rest > 0 && remaining !== "") {
      if (isProse(remaining)) break;
      continue;
    }
    if (rest > 0) continue;
    const days = findDays(line);
    if (isDateLine(line, days, words)) {
      const field = labelOf(line, words)?.field ?? null;
      days.forEach((day, order) => {
        const label = order === 0 ? field : labelBefore(line.slice(days[order - 1]?.end ?? 0, day.start), words);
        if (day.year !== null)
          draft.days.push({
            ...day,
            start: range.start + day.start,
            end: range.start + day.end,
            field: label ?? (order === 0 ? labelBefore(line.slice(0, day.start), words) : null),
          });
      });
      draft.source ??= sourceInside(line, range.start, words);
      draft.furniture.push({ start: range.start, end: range.end, reason: "header" });
      if (draft.title === null && unplaced.length > 0) takeMasthead(unplaced, lines, folded, draft);
      continue;
    }
    if (takeLabelled(line, range, words, draft)) continue;
    if (isByline(line, words)) {
      const value = line.indexOf(" ") + 1;
      draft.byline ??= { start: range.start + value, end: range.end };
      draft.furniture.push({ start: range.start, end: range.end, reason: "byline" });
      continue;
    }
    if (isKnownLine(index)) continue;
    if (isProse(line)) {
      // a headline may end in "!" or "?"
      if (unplaced.length === 0 && draft.title === null && !paged && isHeadline(line) && index + 1 < lines.length) {
        unplaced.push(index);
        continue;
      }
      break;
    }
    unplaced.push(index);
  }
  if (draft.title === null && !paged) placeTitle(unplaced, lines, folded, draft);
  return draft;
}

function labelBefore(text: string, words: IngestWords): HeaderField | null {
  const names = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (let size = 3; size >= 1; size--) {
    const field = words.labels.get(names.slice(-size).join(" "));
    if (field && names.length >= size) return field;
  }
  return null;
}

/** Of the short lines above a date line the first may be the masthead, if a headline is still to come. */
function takeMasthead(unplaced: number[], lines: readonly Line[], folded: readonly string[], draft: Draft): void {
  const first = unplaced[0] ?? 0;
  const line = lines[first];
  const following = lines.findIndex((_, index) => index > first && isProse(folded[index] ?? ""));
  const between = folded
    .slice(first + 1, following < 0 ? undefined : following)
    .filter((text) => isHeadline(text) && !/\d{4}/.test(text)).length;
  const name = (folded[first] ?? "").replace(/ \([^()]{2,40}\)$/, ""); // "THE QUAY COURIER (English edition)"
  if (!line || unplaced.length !== 1 || !isMasthead(name) || between === 0) return;
  draft.masthead = { start: line.start, end: line.start + name.length };
  draft.furniture.push({ start: line.start, end: line.end, reason: "masthead" });
  unplaced.shift();
}

/** Whether a line can name a section of a paper: one to four words, all capitalised or joining two that are. */
const isSection = (line: string): boolean => {
  const parts = line.split(/\s+/);
  return (
    parts.length <= 4 &&
    /^[\p{Lu}\p{L}\s&-]+$/u.test(line) &&
    parts.every((part) => /^(?:\p{Lu}|&$|and$|of$|the$)/u.test(part))
  );
};

/** The headline is the first short line that nothing else explains, with text below it; a section's name above a longer line is none. */
function placeTitle(
  unplaced: readonly number[],
  lines: readonly Line[],
  folded: readonly string[],
  draft: Draft,
): void {
  const candidates = unplaced.filter((candidate) => isHeadline(folded[candidate] ?? ""));
  const [first, second] = candidates;
  const wordsIn = (index: number | undefined): number => (folded[index ?? -1] ?? "").split(/\s+/).length;
  const skips = first !== undefined && second !== undefined && isSection(folded[first] ?? "") && wordsIn(second) >= 5;
  const index = skips ? second : first;
  const line = index === undefined ? undefined : lines[index];
  if (index === undefined || !line || index + 1 >= lines.length) return;
  draft.title = { start: line.start, end: line.end };
  const section = skips && first !== undefined ? lines[first] : undefined;
  if (section) draft.furniture.push({ start: section.start, end: section.end, reason: "section" });
}
