// Furniture: what on a page is no part of the report, marked with a reason, never cut. A line wrongly marked loses what it
// says, so a rule must match the whole line, and long lines are never judged by their words.
import type { Furniture } from "../model/document.js";
import { byPlace, type Range } from "../model/span.js";
import { foldWords } from "../text/fold.js";
import { isStamp } from "./head-line.js";
import { kindOfName } from "./outlet-names.js";
import type { Line } from "./page.js";
import type { IngestWords, LineRule } from "./words.js";

const longest = 300; // characters of a line that a rule may judge

/** Whether a line reads as running text: long, or ending as a sentence does. */
export const isProse = (line: string): boolean =>
  line.length > 220 || (/[.!?…]["')\]]*$/.test(line) && line.split(/\s+/).length >= 6);

/** A headline of a list that asks: "Who are the dockers of Quay Four?" */
const isTeaser = (line: string): boolean => /\?$/.test(line) && line.length <= 90 && !/[.!?] /.test(line);

export type Body = { readonly first: number; readonly last: number }; // indices of the first and last line of prose

/** Where the report's paragraphs begin and end among `lines` (folded). */
export function bodyOf(lines: readonly string[], judged: (index: number) => boolean): Body {
  const prose = lines.map((line, index) => !judged(index) && isProse(line));
  return { first: prose.indexOf(true), last: prose.lastIndexOf(true) };
}

function ruleFor(line: string, index: number, body: Body, rules: readonly LineRule[]): LineRule | null {
  if (line.length > longest) return null;
  return (
    rules.find(({ place, pattern }) => {
      if (place === "top" && body.first >= 0 && index >= body.first) return false;
      if (place === "end" && index < body.last) return false;
      return pattern.test(line);
    }) ?? null
  );
}

/** The address of a page and nothing else: "www.quay.example/talks". */
export const isAddress = (line: string): boolean =>
  /^(?:https?:\/\/|www\.)\S+$/i.test(line) || (line.length < 60 && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/?$/.test(line));

/** Why a line that no rule knows is none of the report's: the time of an entry, or below the report a line about its outlet. */
function ownReason(line: string, index: number, body: Body, words: IngestWords): string | null {
  if (isStamp(line, words)) return "live report";
  if (isAddress(line)) return "navigation";
  if ((index >= body.first && index < body.last) || line.length > longest) return null;
  const names = words.imprints.some(({ kind, pattern }) => {
    const outlet = pattern.exec(line)?.groups?.outlet;
    return outlet !== undefined && (kind !== "sign" || kindOfName(outlet, words) === "outlet");
  });
  return names ? "footer" : null;
}

/** Reasons by line for the lines that the rules know, with the lists that follow some of them. */
function byRules(lines: readonly string[], body: Body, words: IngestWords, reasons: (string | null)[]): void {
  for (let index = 0; index < lines.length; index++) {
    const rule = reasons[index] ? null : ruleFor(lines[index] ?? "", index, body, words.furniture);
    if (!rule && reasons[index] === null) reasons[index] = ownReason(lines[index] ?? "", index, body, words);
    if (!rule) continue;
    reasons[index] = rule.reason;
    const end = rule.run === "line" || (rule.run === "rest" && index < lines.length * 0.4) ? index + 1 : lines.length;
    for (let next = index + 1; next < end; next++) {
      const line = lines[next] ?? "";
      if (rule.run === "list" && ((isProse(line) && !isTeaser(line)) || line.length > 140)) break;
      reasons[next] ??= rule.reason;
    }
  }
}

/** Captions stand beside credits: a short line without a stop that a neighbouring credit repeats. */
function captions(lines: readonly string[], reasons: (string | null)[]): void {
  lines.forEach((line, index) => {
    if (reasons[index] !== null || line.length > 160 || isProse(line)) return;
    for (const near of [index - 1, index + 1]) {
      if (reasons[near] === "credit" && foldWords(lines[near] ?? "").includes(foldWords(line)))
        reasons[index] = "caption";
    }
  });
}

/** Where the report ends: above the sentences at the foot that are no part of it, which are marked. */
function bodyAbove(
  folded: readonly string[],
  lines: readonly Line[],
  words: IngestWords,
  reasons: (string | null)[],
): Body {
  for (let left = mostBelow; ; left--) {
    const body = bodyOf(folded, (index) => Boolean(reasons[index]) || lines[index]?.article === false);
    const last = folded[body.last] ?? "";
    const rule = left > 0 && body.last > body.first ? ruleFor(last, body.last, body, words.furniture) : null;
    const reason =
      rule?.run === "line"
        ? rule.reason
        : left > 0 && body.last > body.first
          ? ownReason(last, body.last, body, words)
          : null;
    if (reason === null) return body;
    reasons[body.last] = reason;
  }
}
const mostBelow = 12; // sentences at a page's foot

/**
 * The furniture of a page: what its structure says, what the article extractor leaves out, what the rules of the language
 * know, repeated headlines; `known` (lines of the header) comes first. `keep`: ranges that are never furniture.
 */
export function markFurniture(
  text: string,
  lines: readonly Line[],
  folded: readonly string[],
  words: IngestWords,
  title: string | null,
  known: readonly Furniture[],
  keep: readonly Range[],
): Furniture[] {
  const kept = (line: Range): boolean => keep.some((range) => range.start < line.end && line.start < range.end);
  const reasons = lines.map((line) =>
    kept(line) ? "" : known.some((mark) => mark.start <= line.start && line.end <= mark.end) ? "header" : line.reason,
  );
  const body = bodyAbove(folded, lines, words, reasons);
  byRules(folded, body, words, reasons);
  captions(folded, reasons);
  const wanted = title === null ? null : plainWords(title);
  const rescued = rescue(lines, folded, reasons);
  const marks: Furniture[] = [...known];
  lines.forEach((line, index) => {
    if (kept(line) || known.some((mark) => mark.start < line.end && line.start < mark.end)) return;
    const repeated =
      wanted !== null &&
      wanted.length > 12 &&
      line.end - line.start < 400 &&
      plainWords(folded[index] ?? "") === wanted;
    const reason = repeated
      ? "repeated headline"
      : reasons[index] || (line.article === false && !rescued.has(index) ? "outside the article" : null);
    if (reason) marks.push({ start: line.start, end: line.end, reason });
  });
  return marks.filter((mark) => mark.start < mark.end && mark.end <= text.length).sort(byPlace);
}

const plainWords = (line: string): string =>
  foldWords(line)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Paragraphs that the extractor dropped although they stand among the article's own: they are the report's. */
function rescue(
  lines: readonly Line[],
  folded: readonly string[],
  reasons: readonly (string | null)[],
): ReadonlySet<number> {
  const inside = lines.flatMap((line, index) => (line.article ? [index] : []));
  const [first, last] = [inside[0] ?? 0, inside.at(-1) ?? -1];
  const saved = new Set<number>();
  lines.forEach((line, index) => {
    if (line.article !== false || reasons[index]) return;
    const among = index > first && index < last;
    const heading = /^h[1-6]$/.test(line.element) && among && line.links < 0.5;
    const near = among || Math.abs(index - first) <= 3 || Math.abs(index - last) <= 3;
    const prose = line.links < 0.3 && isProse(folded[index] ?? "") && (line.end - line.start > 100 || among);
    if (heading || (near && prose)) saved.add(index);
  });
  return saved;
}
