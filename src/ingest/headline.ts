// Which of the lines of a plain report's head that nothing else explains is the headline; and what the others are then: the
// masthead above it, the section, the name of the writer below it.
import type { Furniture } from "../model/document.js";
import type { Range } from "../model/span.js";
import type { DayFinder } from "./days.js";
import { type HeadLine, type LabelledDay, namesOutletFirst, readHeadLine } from "./head-line.js";
import { kindOfName } from "./outlet-names.js";
import type { Line } from "./page.js";
import { affixesOf } from "./title-affix.js";
import type { IngestWords } from "./words.js";

/** Words from which a line is longer than a masthead, and a headline sure of itself. */
const longEnough = 5;

/** Whether a line can be a headline: short, no sentence's full stop, not a label. */
export function isHeadline(line: string): boolean {
  const count = countOf(line);
  return (
    line.length <= 230 &&
    count >= 2 &&
    count <= 36 &&
    !/[.;:,]["')]*$/.test(line.replace(/\.\.\.$/, "")) &&
    /\p{L}/u.test(line)
  );
}

const countOf = (line: string): number => line.split(/\s+/).length;

/** Whether a line can be an outlet's masthead: few capitalised words, no stop. */
const isMasthead = (line: string): boolean => {
  const parts = line.split(/\s+/);
  return (
    parts.length <= 6 &&
    line.length <= 50 &&
    !/[.!?:;,]$/.test(line) &&
    parts.every((part) => /^[\p{Lu}\p{N}&]/u.test(part) || /^(?:of|the|and|in|for|on|at|de|du|la)$/.test(part))
  );
};

/** Whether a line can name a section of a paper: one to four words, all capitalised or joining two that are. */
const isSection = (line: string): boolean =>
  countOf(line) <= 4 &&
  /^[\p{Lu}\p{L}\s&-]+$/u.test(line) &&
  line.split(/\s+/).every((part) => /^(?:\p{Lu}|&$|and$|of$|the$)/u.test(part));

/** Whether a line reads as the name of a writer, with a place or a post behind it: "Ana Petrova", "Ana Petrova and Jan Holm in Oslo". */
export const isWriter = (line: string, { bywords, sections }: IngestWords): boolean => {
  const parts = line.split(/[\s,]+/);
  const names = parts.filter((part) => /^\p{Lu}/u.test(part));
  return (
    parts.length <= 9 &&
    names.length >= 2 &&
    /^\p{Lu}[\p{L}'.-]* (?:(?:de|van|von|der|den|la|le|al|el|bin|da|di|du) )*\p{Lu}[\p{L}'.-]+/u.test(line) &&
    parts.every((part) => /^\p{Lu}[\p{L}'.-]*$/u.test(part) || bywords.has(part.toLowerCase()) || sections.has(part))
  );
};

export type Candidates = {
  readonly unplaced: readonly number[]; // indices of lines that nothing explains
  readonly marked: readonly number[]; // indices of header lines
  readonly lines: readonly Line[];
  readonly folded: readonly string[];
  readonly headOf: (index: number) => HeadLine;
  readonly words: IngestWords;
  readonly findDays: DayFinder;
  readonly isOutlet: (name: string) => boolean;
};
export type TitleDraft = {
  title: Range | null;
  masthead: Range | null;
  beside: Range | null;
  byline: Range | null;
  days: LabelledDay[];
  furniture: Furniture[];
};

/** Sets title and masthead of the draft, and marks what the other lines are found to be. */
export function chooseTitle(given: Candidates, draft: TitleDraft): void {
  const { lines, folded, headOf, words } = given;
  const wordsIn = (index: number | undefined): number => countOf(folded[index ?? -1] ?? "");
  let rest = given.unplaced.filter((index) => index + 1 < lines.length);
  const canTitle = (index: number): boolean => isHeadline(folded[index] ?? "");
  const mark = (index: number, reason: string): void => {
    const line = lines[index];
    if (line) draft.furniture.push({ start: line.start, end: line.end, reason });
    rest = rest.filter((each) => each !== index);
  };
  const takeFirst = (): void => {
    const able = rest.filter(
      (index, at) => canTitle(index) || (at === 0 && wordsIn(index) === 1 && /\p{L}{3}/u.test(folded[index] ?? "")),
    );
    if (able.length > 1 && draft.masthead === null) takeMasthead(given, able, draft, mark);
    const [strap, ...others] = rest.filter(canTitle);
    const isBelow = strap !== undefined && lines[strap - 1]?.start === draft.masthead?.start;
    if (isBelow && isStrapline(folded[strap] ?? "", words) && others.length > 0) mark(strap, "masthead");
  };
  takeFirst();
  for (const index of [...rest]) {
    const series = isSeries(headOf(index), folded[index] ?? "", words);
    if (series && rest.some((later) => later > index && canTitle(later) && wordsIn(later) >= longEnough))
      mark(index, "series");
  }
  takeFirst(); // the outlet may stand below the name of a live report
  const [first, second] = rest.filter(canTitle);
  if (first !== undefined && second !== undefined && isSection(folded[first] ?? "") && wordsIn(second) >= longEnough)
    mark(first, "section");
  const chosen = rest.find(canTitle);
  const title = chosen === undefined ? undefined : lines[chosen];
  if (chosen === undefined || !title) return;
  takeTitle(given, chosen, title, draft);
  for (const index of [...rest]) {
    const line = lines[index];
    if (index <= chosen || !line) continue;
    const isRubric =
      isSection(folded[index] ?? "") && wordsIn(chosen) >= longEnough && !isWriter(folded[index] ?? "", words);
    if (isRubric && wordsIn(index) <= longestRubric) mark(index, "section");
    if (draft.byline !== null) continue;
    if (!isWriter(folded[index] ?? "", words) || wordsIn(chosen) < 3) continue;
    draft.byline = { start: line.start, end: line.end };
    mark(index, "byline");
  }
}

/** The headline of its line; what stands beside it is the outlet's name, a section or a day. */
function takeTitle({ folded, words, findDays, isOutlet }: Candidates, at: number, line: Line, draft: TitleDraft): void {
  const text = folded[at] ?? "";
  const found = affixesOf(text, words, findDays, isOutlet);
  if (!found) {
    draft.title = { start: line.start, end: line.end };
    return;
  }
  const { title, outlet } = found;
  draft.title = { start: line.start + title.start, end: line.start + title.end };
  if (outlet) draft.beside = { start: line.start + outlet.start, end: line.start + outlet.end };
  for (const [start, end] of [
    [0, title.start],
    [title.end, text.length],
  ] as const) {
    if (start === end) continue;
    draft.furniture.push({ start: line.start + start, end: line.start + end, reason: "masthead" });
    const { days } = readHeadLine(text.slice(start, end), words, findDays);
    for (const day of days)
      draft.days.push({ ...day, start: line.start + start + day.start, end: line.start + start + day.end });
  }
}

/** What a paper says of itself below its name: "Established 1871", "The voice of the islands". */
const isStrapline = (line: string, { straps }: IngestWords): boolean =>
  countOf(line) <= longestStrap &&
  line
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => straps.has(word));
const longestRubric = 2; // words
const longestStrap = 9; // words

/** Whether a first line is a name that the report does not use: a topic's words stand in it in lower case. */
function standsAlone(name: string, first: number, { folded, words }: Candidates): boolean {
  const kind = kindOfName(name, words);
  if (kind !== "outlet" && kind !== "open") return false;
  const rest = folded.slice(first + 1).join("\n");
  return name
    .toLowerCase()
    .split(" ")
    .filter((word) => word.length > 3)
    .every((word) => !new RegExp(`(?<![\\p{L}])${word.replace(/[^\p{L}\p{N}]/gu, ".")}(?![\\p{L}])`, "u").test(rest));
}

/** The name of a live report: "LIVE: port talks - latest updates", "Port strike live: quays open again". */
function isSeries({ pieces }: HeadLine, line: string, { live }: IngestWords): boolean {
  if (pieces.some(({ kind }) => kind === "live")) return true;
  const label = /^([^:]{3,40}):/u.exec(line)?.[1]?.toLowerCase().split(" ") ?? [];
  return live.has(label[0] ?? "") || live.has(label.at(-1) ?? "");
}

/** The first line is the masthead: if a medium's words make it, or the page shows so elsewhere, or a header line stands between it and the headline. */
function takeMasthead(
  given: Candidates,
  rest: readonly number[],
  draft: TitleDraft,
  mark: (index: number, reason: string) => void,
): void {
  const { marked, lines, folded, words, isOutlet, headOf } = given;
  const [first, second] = rest;
  const line = lines[first ?? -1];
  if (first === undefined || second === undefined || !line) return;
  const [own] = headOf(first).pieces;
  if (own && namesOutletFirst(headOf(first), folded[first] ?? "", isOutlet, words)) {
    draft.masthead = { start: line.start + own.start, end: line.start + own.end };
    mark(first, "masthead");
    return;
  }
  const name = (folded[first] ?? "").replace(/ \([^()]{2,40}\)$/, ""); // "THE QUAY COURIER (English edition)"
  if (!isMasthead(name)) return;
  const known = headOf(first).pieces.some(({ kind }) => kind === "name") && isOutlet(name);
  const parted = marked.some((index) => first < index && index < second) && rest.length > 1;
  const named = /^the /iu.test(name) && countOf(name) <= 4 && countOf(folded[second] ?? "") >= longEnough;
  const alone = countOf(folded[second] ?? "") >= longEnough - 1 && standsAlone(name, first, given);
  if (!known && !parted && !named && !alone) return;
  if (kindOfName(name, words) === "section") return;
  draft.masthead = { start: line.start, end: line.start + name.length };
  mark(first, "masthead");
}
