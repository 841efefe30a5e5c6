// One line of a report's head taken apart: days, times, labels, sections, editions, bylines and names between bars, dashes,
// dots, commas and wide gaps. What nothing explains is "text": then the line may be a headline, and is no header.
import type { Range } from "../model/span.js";
import { type DayFinder, type PrintedDay, type UnsureDay, unsureDays } from "./days.js";
import type { HeaderField, IngestWords } from "./words.js";

export type HeadKind =
  | "day"
  | "stamp"
  | "label"
  | "section"
  | "live"
  | "edition"
  | "byline"
  | "name"
  | "value"
  | "filler"
  | "text";
/** A piece of a head line, offsets within the line. `ahead`: the sign in front of it. */
export type HeadPiece = Range & { readonly kind: HeadKind; readonly field: HeaderField | null; readonly ahead: string };
/** A day of a head line with what its label calls it, the weekday printed with it, and the other day that figures can mean. */
export type LabelledDay = PrintedDay & {
  readonly field: HeaderField | null;
  readonly weekday: number | null;
  readonly other: UnsureDay["other"] | null;
};
export type HeadLine = { readonly pieces: readonly HeadPiece[]; readonly days: readonly LabelledDay[] };

const longestLine = 200;
const longestLabel = 4; // words
const longestName = 7; // words

const time =
  /\bT?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:hrs|hours|h\b|Uhr)?(?:a\.?m\.?|p\.?m\.?)?(?![\d%.,]*\d|\p{L})|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\bT\d{2}:\d{2}\S*/giu;
const zone =
  /\b(?:GMT|UTC|BST|WET|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|IST|JST|KST|HKT|SGT|AEST|AEDT|ET|Z)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|(?<=\d\s?)[+-]\d{2}:?\d{2}\b/gu;
const hidden = "\ue000"; // stands where a day or a time stood
/** What parts the pieces of a line; a full stop only behind a word that is no abbreviation. */
const parting =
  /\s*[|\u00b7\u2022\u00bb\u203a;,()[\]]\s*|\s*:\s+|:$|\s+[-/~>]{1,3}\s+|\s{2,}|\/(?=\p{Lu})|(?<=\p{L}{4}|\ue000{2}|\d{2})\.\s+(?=[\p{Lu}\d\ue000])|\.$/gu;

const blank = (line: string, { start, end }: Range): string =>
  line.slice(0, start) + hidden.repeat(end - start) + line.slice(end);

/** The line with its days and times hidden, the same length. */
function hide(line: string, days: readonly PrintedDay[]): string {
  let rest = line;
  for (const day of days) rest = blank(rest, day);
  const cover = (match: string): string => hidden.repeat(match.length);
  return rest.replace(time, cover).replace(zone, cover);
}

type Word = Range & { readonly lower: string; readonly capital: boolean; readonly gone: boolean };

function wordsOf(piece: string, offset: number): Word[] {
  return [...piece.matchAll(/[^\s]+/gu)].map(({ 0: text, index }) => ({
    start: offset + index,
    end: offset + index + text.length,
    lower: text.toLowerCase().replace(/^["'#*_]+|["'.*_:]+$/gu, ""),
    capital: /^["'#(*_]*[\p{Lu}\p{N}&]/u.test(text),
    gone: text.replaceAll(hidden, "") === "" || /^[-/+.,*_]*$/.test(text.replaceAll(hidden, "")),
  }));
}

/** Whether words can be a name: all capitalised but for those that join, none too many. */
function namesSomebody(words: readonly Word[], { joiners }: IngestWords): boolean {
  const [first] = words;
  return (
    first !== undefined &&
    (first.capital || joiners.has(first.lower)) &&
    words.length <= longestName &&
    words.some(({ capital, lower }) => capital && /\p{L}/u.test(lower)) &&
    words.every(({ capital, gone, lower }) => !gone && (capital || joiners.has(lower)))
  );
}

type Read = { readonly kind: HeadKind; readonly field: HeaderField | null };

/** What the words of one piece are. */
function readPiece(all: readonly Word[], words: IngestWords): Read {
  const found = new Set<HeadKind>();
  let field: HeaderField | null = null;
  let byline = false;
  const left: Word[] = [];
  for (let at = 0; at < all.length; ) {
    const word = all[at];
    if (!word) break;
    const label = word.gone ? null : labelAt(all, at, words);
    if (label && left.length === 0) {
      field ??= label.field;
      byline ||= label.field === "byline";
      found.add("label");
      at += label.size;
      continue;
    }
    if (word.gone) found.add("stamp");
    else if (words.weekdays.has(word.lower)) found.add("stamp");
    else if (words.live.has(word.lower)) found.add("live");
    else if (words.editions.has(word.lower)) found.add("edition");
    else if (words.sections.has(word.lower)) found.add("section");
    else if (/^[#£$€]?\d[\d.,]*[pc]?$|^[a-z]\d{1,2}$/.test(word.lower)) found.add("edition");
    else if (!words.headerWords.has(word.lower) && !(words.joiners.has(word.lower) && at > 0)) left.push(word);
    at++;
  }
  if (byline && left.length > 0)
    return { kind: left.every(({ capital, lower }) => capital || words.bywords.has(lower)) ? "byline" : "text", field };
  const stamped = found.has("stamp") || found.has("label");
  if (left.length > 0) {
    const own = all.filter(({ gone }) => !gone);
    return { kind: !stamped && namesSomebody(own, words) ? "name" : "text", field };
  }
  if (found.has("stamp")) return { kind: "stamp", field };
  if (found.has("label")) return { kind: "label", field };
  const bare = /^[\d.,#]+$/.test(all.map(({ lower }) => lower).join(""));
  if (found.has("live")) return { kind: "live", field };
  if (bare) return { kind: "filler", field };
  if (found.has("edition")) return { kind: "edition", field };
  return { kind: found.has("section") ? "section" : "filler", field };
}

/** The longest label that begins at a word. */
function labelAt(all: readonly Word[], at: number, words: IngestWords): { field: HeaderField; size: number } | null {
  for (let size = Math.min(longestLabel, all.length - at); size >= 1; size--) {
    const own = all.slice(at, at + size);
    const field = own.some(({ gone }) => gone) ? undefined : words.labels.get(own.map(({ lower }) => lower).join(" "));
    if (field) return { field, size };
  }
  return null;
}

/** Pieces of the hidden line with the sign in front of each. */
function split(line: string): (Range & { readonly ahead: string })[] {
  const pieces: (Range & { ahead: string })[] = [];
  let [from, ahead] = [0, ""];
  const take = (end: number): void => {
    const text = line.slice(from, end);
    const bare = text.replace(/^[\s*_]+/u, "");
    const start = from + (text.length - bare.length);
    const size = bare.replace(/[\s*_]+$/u, "").length;
    if (size > 0) pieces.push({ start, end: start + size, ahead });
  };
  for (const match of line.matchAll(parting)) {
    take(match.index);
    from = match.index + match[0].length;
    ahead = match[0].trim() || " ";
  }
  take(line.length);
  return pieces;
}

/** A folded line of a head, taken apart. */
export function readHeadLine(line: string, words: IngestWords, findDays: DayFinder): HeadLine {
  if (line.length > longestLine)
    return { pieces: [{ start: 0, end: line.length, kind: "text", field: null, ahead: "" }], days: [] };
  const sure = findDays(line);
  const unsure = unsureDays(line).filter((day) => sure.every(({ start, end }) => day.end <= start || end <= day.start));
  const found = [...sure, ...unsure].sort((a, b) => a.start - b.start);
  const weekdays = (line.match(/\p{L}+/gu) ?? []).flatMap((word) => words.weekdays.get(word.toLowerCase()) ?? []);
  const weekday = found.length === 1 && weekdays.length === 1 ? (weekdays[0] ?? null) : null;
  const hiddenLine = hide(line, found);
  const pieces: HeadPiece[] = [];
  const days: LabelledDay[] = [];
  let field: HeaderField | null = null; // of the label in front
  for (const piece of split(hiddenLine)) {
    const own = wordsOf(hiddenLine.slice(piece.start, piece.end), piece.start);
    const read = readPiece(own, words);
    const inside = found.filter((day) => piece.start <= day.start && day.end <= piece.end);
    const labelled = read.field ?? field;
    for (const day of inside) days.push({ ...day, field: labelled, weekday, other: otherOf(day) });
    const kind = inside.length > 0 && read.kind === "stamp" ? "day" : read.kind;
    const value: HeadKind = field !== null && (kind === "name" || kind === "text") ? valueKind(field) : kind;
    pieces.push({ ...piece, kind: value, field: labelled });
    if (inside.length > 0) field = null;
    else if (read.field !== null) field = read.field;
    else if (kind !== "stamp") field = null;
  }
  return { pieces, days };
}

const otherOf = (day: PrintedDay | UnsureDay): UnsureDay["other"] | null => ("other" in day ? day.other : null);

/** What a name behind a label is. */
const valueKind = (field: HeaderField): HeadKind =>
  field === "byline" ? "byline" : field === "source" ? "value" : "text";

const weighty = new Set<HeadKind>(["day", "stamp", "label", "edition", "byline", "value"]);
const explained = new Set<HeadKind>([...weighty, "section", "live"]);

/** Whether a line tells about the report and is no part of it: at least one piece is known, and no piece is unknown text. */
export function isHeadLine(head: HeadLine): boolean {
  const { pieces } = head;
  if (isRow(pieces)) return true;
  if (pieces.some(({ kind }) => kind === "text")) return hasDayOfItsOwn(head) || isColumn(pieces);
  if (!pieces.some(({ kind }) => explained.has(kind))) return false;
  if (!pieces.some(({ kind }) => kind === "name")) return true;
  // "Opinion: The Minister Who Counts" is a headline with its section in front.
  return (
    pieces.some(({ kind }) => weighty.has(kind)) || !pieces.some(({ ahead }) => ahead.startsWith(":") || ahead === ",")
  );
}

/** A row of links or buttons: three short pieces or more with wide gaps between them. */
const isRow = (pieces: readonly HeadPiece[]): boolean =>
  pieces.length > 2 &&
  pieces.slice(1).every(({ ahead }) => ahead === " ") &&
  pieces.every(({ start, end }) => end - start < 30);

/** "Ports and their discontents, by our City columnist": a column's name and who writes it. */
const isColumn = ([first, second, ...rest]: readonly HeadPiece[]): boolean =>
  first !== undefined &&
  first.end - first.start <= 40 &&
  second?.kind === "byline" &&
  second.ahead === "," &&
  rest.length === 0;

/** Whether one of several short pieces between bars, dots or dashes is a day and nothing else: "7 March 2023 / Ports and people / For you". */
function hasDayOfItsOwn({ pieces, days }: HeadLine): boolean {
  return (
    pieces.length > 1 &&
    pieces.every(({ start, end, kind }) => end - start <= (kind === "text" ? 40 : 60)) &&
    pieces.slice(1).every(({ ahead }) => /^[|\u00b7\u2022/~-]/u.test(ahead)) &&
    pieces.some(({ kind }) => kind === "day") &&
    days.some(({ year }) => year !== null)
  );
}

/** The names of a byline: "Ana Petrova" of "Posted by Ana Petrova on"; offsets within the line. */
export function namesIn(line: string, { start, end }: Range, words: IngestWords): Range {
  const all = wordsOf(line.slice(start, end), start);
  const label = all.findLastIndex(({ lower }) => words.labels.get(lower) === "byline");
  const names = all.slice(label + 1);
  const stop = names.findIndex(
    ({ lower, capital }) =>
      /\d/.test(lower) ||
      words.months.has(lower) ||
      (!capital && !words.bywords.has(lower) && !words.sections.has(lower)),
  );
  const own = stop < 0 ? names : names.slice(0, stop);
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? { start: first.start, end: last.end } : { start, end };
}

/** Whether a line is the time of an entry and nothing else: "17:52", "Posted at 14.20 GMT". */
export function isStamp(line: string, words: IngestWords): boolean {
  if (line.length > 40 || line.search(time) < 0) return false;
  return readHeadLine(line, words, () => []).pieces.every(
    ({ kind }) => kind === "stamp" || kind === "label" || kind === "filler",
  );
}

/** A line that names its outlet first, and then says what that is or whence the text comes: "PORT POST - the paper of the quays". */
export function namesOutletFirst(
  { pieces }: HeadLine,
  line: string,
  isMedium: (name: string) => boolean,
  { media }: IngestWords,
): boolean {
  const [first, second] = pieces;
  if (first?.kind !== "name" || first.start > 0 || second === undefined || /^[:;]/.test(second.ahead)) return false;
  const name = line.slice(first.start, first.end);
  if (second.ahead === ",") return isMedium(name) && line.length < 60 && line.slice(second.start).split(" ").length < 4;
  const capitals = name === name.toUpperCase() && line !== line.toUpperCase();
  const barred = /^[|\u00b7\u2022]/u.test(second.ahead);
  const told = line
    .slice(second.start)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const known = isMedium(name) || capitals || barred || pieces.some(({ kind }) => kind === "edition");
  return name.split(" ").length <= 5 && (known || told.some((word) => media.has(word)));
}
