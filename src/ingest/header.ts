// The head of a report in plain sight: masthead, date lines, bylines, labelled fields, headline, dateline. It ends where the
// first paragraph begins.
import type { Furniture } from "../model/document.js";
import type { Range } from "../model/span.js";
import { foldWords } from "../text/fold.js";
import { outletInByline } from "./byline.js";
import { type Dateline, readDateline } from "./dateline.js";
import type { DayFinder, PrintedDay } from "./days.js";
import { isProse } from "./furniture.js";
import { type HeadLine, isHeadLine, isStamp, type LabelledDay, namesIn, readHeadLine } from "./head-line.js";
import { chooseTitle, isHeadline, isWriter } from "./headline.js";
import { isMediumName, kindOfName } from "./outlet-names.js";
import type { Line } from "./page.js";
import type { HeaderField, IngestWords } from "./words.js";

/** A day printed in a header, offsets in the text. */
export type HeaderDay = LabelledDay;
export type Header = {
  readonly title: Range | null;
  readonly masthead: Range | null;
  readonly names: readonly Range[]; // names in date lines, the outlet's perhaps among them
  readonly source: Range | null; // behind "Source:"
  readonly beside: Range | null; // the outlet's name in the headline's line or beside the writer's
  readonly byline: Range | null;
  readonly days: readonly HeaderDay[]; // offsets in the text
  readonly dateline: Dateline | null;
  readonly furniture: readonly Furniture[];
};

const deep = 16; // lines looked at
const shortest = 110; // characters from which a line without a full stop is a paragraph
const shortLine = 80; // characters of what may stand between a standfirst and the date line
const standfirst = 300; // characters of a sentence that may stand between a headline and the date line

/** The label at the beginning of a line: its field and where its value begins. */
function labelOf(line: string, words: IngestWords): { field: HeaderField; value: number; colon: boolean } | null {
  const match = /^((?:\p{L}+[ -]){0,3}\p{L}+) ?(:) ?|^(\p{L}+(?: \p{L}+)?) (?=\d)/u.exec(line.slice(0, 60));
  const name = (match?.[1] ?? match?.[3])?.toLowerCase();
  const mail = match?.[2] === undefined ? undefined : words.mailLabels.get(name ?? "");
  const field = name === undefined ? undefined : (words.labels.get(name) ?? mail);
  return match && field ? { field, value: match[0].length, colon: match[2] !== undefined } : null;
}

/** Whether a line names a column or an edition and then a day: "Border notebook, 21 April 2025". */
const namesEdition = (line: string, days: readonly PrintedDay[]): boolean =>
  days.some(
    ({ start, end, year }) =>
      year !== null && end === line.length && /^\p{Lu}[\p{L}'-]*(?: [\p{L}'-]+){0,2}, $/u.test(line.slice(0, start)),
  );

/** "By our foreign desk", "by Ana Petrova in Oslo": a byline's word and then only names and what stands in bylines. */
const isByline = (line: string, words: IngestWords): boolean => {
  const first = /^(\p{L}+) (.+)$/u.exec(line);
  if (!first || line.length > 110 || isProse(line)) return false;
  const rest = (first[2] ?? "").split(/[\s|,]+/u).filter((word) => word !== "");
  return (
    words.labels.get(first[1]?.toLowerCase() ?? "") === "byline" &&
    rest.length <= 14 &&
    rest.every(
      (word) =>
        /^[\p{Lu}&]/u.test(word) || words.bywords.has(word.toLowerCase()) || words.sections.has(word.toLowerCase()),
    )
  );
};

type Draft = {
  title: Range | null;
  masthead: Range | null;
  names: Range[];
  source: Range | null;
  beside: Range | null;
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
  draft.days.push({
    ...day,
    start: start + day.start,
    end: start + day.end,
    field: label.field,
    weekday: null,
    other: null,
  });
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
  if (label.field === "source") draft.source ??= withoutAddress(line, value, range.start);
  if (label.field === "byline") draft.byline ??= value;
  draft.furniture.push({ ...range, reason: label.field === "byline" ? "byline" : "header" });
  return true;
}

/** A value without a mail address or a day behind it: "The Quay" of "The Quay <desk@quay.example>". */
function withoutAddress(line: string, { start, end }: Range, offset: number): Range | null {
  const value = line.slice(start - offset, end - offset);
  const size = value.split(/\s*(?:[<(,|]|\s-\s)/u)[0]?.replace(/"+$/, "").length ?? value.length;
  return size > 0 && !value.slice(0, size).includes("@") ? { start, end: start + size } : null;
}

const same = (a: string, b: string): boolean => foldWords(a) === foldWords(b);

/** Where the head ends: at the first paragraph, or behind a header line that follows a standfirst. */
function headEnd(
  folded: readonly string[],
  from: number,
  isHead: (index: number) => boolean,
  isKnown: (index: number) => boolean,
): number {
  const last = Math.min(folded.length, from + deep);
  const opening = (index: number): boolean => isProse(folded[index] ?? "") && !isKnown(index) && !isHead(index);
  let end = from;
  while (end < last && !opening(end)) end++;
  for (let index = end + 1; index <= end + 4 && index < last; index++) {
    const short = folded.slice(end + 1, index).every((line) => line.length <= shortLine);
    if (isHead(index) && short && (folded[end] ?? "").length <= standfirst) return index + 1;
    if (opening(index) && (folded[index] ?? "").length > standfirst) break;
  }
  return end;
}

/** Names in a head line that can be the outlet's: first in its line, or made of a medium's words; no place in front of a day. */
function outletNames({ pieces }: HeadLine, line: string, start: number, words: IngestWords, titled: boolean): Range[] {
  return pieces.flatMap((piece, at) => {
    if (piece.kind !== "name") return [];
    const next = pieces[at + 1];
    const placed = next?.ahead === "," && (next.kind === "day" || next.kind === "stamp");
    const name = line.slice(piece.start, piece.end);
    const kind = kindOfName(name, words);
    const medium = kind === "outlet" || (kind === "open" && /^the \p{Lu}/iu.test(name));
    // Below the headline a bare name is an outlet's only where a bar, a dash or a bracket parts it from the day.
    const parted = kind === "open" && (/^[|\u00b7\u2022/-]/u.test(next?.ahead ?? "") || /^[([]/u.test(piece.ahead));
    return medium || (at === 0 && (titled ? parted : !placed))
      ? [{ start: start + piece.start, end: start + piece.end }]
      : [];
  });
}

/**
 * The head of a report. `lines` in order, `folded` their folded words; `titles`: headlines that metadata gives, best first;
 * `isKnownLine`: whether a line is known furniture (then it is passed over); `isOutlet`: whether a name is the outlet's, as
 * the rest of the page shows.
 */
export function readHeader(
  lines: readonly Line[],
  folded: readonly string[],
  words: IngestWords,
  findDays: DayFinder,
  titles: readonly string[],
  isKnownLine: (index: number) => boolean,
  isOutlet: (name: string) => boolean,
): Header {
  const draft: Draft = {
    title: null,
    masthead: null,
    names: [],
    source: null,
    beside: null,
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
  const heads = new Map<number, HeadLine>();
  const headOf = (index: number): HeadLine => {
    const found = heads.get(index) ?? readHeadLine(folded[index] ?? "", words, findDays);
    heads.set(index, found);
    return found;
  };
  const isHead = (index: number): boolean =>
    index !== headline && (isHeadLine(headOf(index)) || namesEdition(folded[index] ?? "", headOf(index).days));
  const end = headEnd(folded, from, isHead, isKnownLine);
  const unplaced: number[] = [];
  const marked: number[] = []; // header lines
  let body = false;
  for (let index = from; index <= end && index < lines.length; index++) {
    const [range, line] = [lines[index], folded[index] ?? ""];
    if (!range || index === headline) continue;
    const rest = index === from ? inlineHeader(line, range.start, words, findDays, draft) : 0;
    const remaining = line.slice(rest).trimStart();
    const begin = range.start + line.length - remaining.length;
    const dateline = isHead(index) ? null : readDateline(remaining, begin, words, findDays);
    // "PORT POST - the paper of the quays" is no dateline
    const told = dateline && (dateline.day !== null || dateline.agency !== null || remaining.length > shortest);
    if (dateline && (isProse(remaining) || (told && dateline.end - begin < remaining.length))) {
      draft.dateline = dateline;
      break;
    }
    if (rest > 0 && remaining !== "" && isProse(remaining)) break;
    if (rest > 0) continue;
    if (isHead(index)) {
      const head = headOf(index);
      const isText = (each: number): boolean => headOf(each).pieces.some(({ kind }) => kind === "text");
      takeHead(head, line, range, words, draft, body || unplaced.some(isText));
      if (head.pieces.every(({ kind }) => kind !== "byline")) marked.push(index);
      continue;
    }
    if (takeLabelled(line, range, words, draft)) {
      marked.push(index);
      continue;
    }
    if (isByline(line, words)) {
      const value = line.indexOf(" ") + 1;
      draft.byline ??= { start: range.start + value, end: range.end };
      draft.furniture.push({ start: range.start, end: range.end, reason: "byline" });
      continue;
    }
    if (isKnownLine(index)) continue;
    if (isProse(line)) {
      // a headline may end in "!" or "?"
      const first = unplaced.every((each) => headOf(each).pieces.every(({ kind }) => kind === "name"));
      if (first && draft.title === null && !paged && isHeadline(line) && index + 1 < lines.length) unplaced.push(index);
      else body = true;
      continue;
    }
    if (!body) unplaced.push(index);
    else if (isWriter(line, words)) {
      draft.byline ??= { start: range.start, end: range.end };
      draft.furniture.push({ start: range.start, end: range.end, reason: "byline" });
    }
  }
  const isNamed = (name: string): boolean => isMediumName(name, words) || isOutlet(name);
  if (draft.title === null && !paged)
    chooseTitle({ unplaced, marked, lines, folded, headOf, words, findDays, isOutlet: isNamed }, draft);
  takeBylineOutlet({ lines, folded, from, end, unplaced, words, isOutlet: isNamed }, draft);
  return draft;
}

type Scope = {
  readonly lines: readonly Line[];
  readonly folded: readonly string[];
  readonly from: number;
  readonly end: number;
  readonly unplaced: readonly number[];
  readonly words: IngestWords;
  readonly isOutlet: (name: string) => boolean;
};

/** The outlet that a byline, or a line about the writer below it, names. */
function takeBylineOutlet(scope: Scope, draft: Draft): void {
  const { lines, folded, from, end, unplaced, words, isOutlet } = scope;
  let below = false;
  for (let index = from; index < end && index < lines.length; index++) {
    const range = lines[index];
    if (!range) continue;
    const { byline, title } = draft;
    const isWriters =
      (byline !== null && range.start <= byline.start && byline.end <= range.end) ||
      draft.furniture.some(({ start, reason }) => start === range.start && reason === "byline");
    const isOpen =
      unplaced.includes(index) &&
      (title === null || range.start > title.end) &&
      !draft.furniture.some(({ start }) => start === range.start);
    if (isWriters || isOpen) {
      const found = outletInByline(folded[index] ?? "", below && !isWriters, words, isOutlet);
      if (found) draft.beside ??= { start: range.start + found.start, end: range.start + found.end };
      if (found && isOpen) draft.furniture.push({ start: range.start, end: range.end, reason: "byline" });
    }
    below = isWriters;
  }
}

/** Takes a date line or another line about the report into the draft. */
function takeHead(head: HeadLine, line: string, range: Range, words: IngestWords, draft: Draft, titled: boolean): void {
  for (const day of head.days) draft.days.push({ ...day, start: range.start + day.start, end: range.start + day.end });
  draft.names.push(...outletNames(head, line, range.start, words, titled));
  const at = (kind: "value" | "byline"): Range | null => {
    const piece = head.pieces.find((each) => each.kind === kind);
    if (!piece) return null;
    const own = kind === "byline" ? namesIn(line, piece, words) : piece;
    return { start: range.start + own.start, end: range.start + own.end };
  };
  draft.source ??= at("value");
  draft.byline ??= at("byline");
  const [only] = head.pieces;
  const reason = head.pieces.every(({ kind }) => kind === "section")
    ? "section"
    : only?.kind === "byline" && head.days.length === 0
      ? "byline"
      : head.days.length === 0 && isStamp(line, words)
        ? "live report"
        : "header";
  draft.furniture.push({ start: range.start, end: range.end, reason });
}
