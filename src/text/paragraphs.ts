// Paragraphs of a text: its lines, or blocks between empty lines where the lines were broken at a fixed width. Linear in time,
// and in memory but for the paragraphs themselves.
import type { Range } from "../model/span.js";
import { trimRange } from "../model/span.js";

/** Whether the lines of a text were broken at a fixed width, so that a line break inside a paragraph means nothing. */
export function isHardWrapped(text: string): boolean {
  let wrapped = 0;
  let breaks = 0;
  let line = "";
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf("\n", from);
    const to = at < 0 ? text.length : at;
    const next = to > from ? text.slice(from, to).trim() : "";
    if (from > 0 && line !== "" && next !== "") {
      breaks++;
      const full = line.length >= 55 && line.length <= 100;
      if (full && (/^[\p{Ll}\d(]/u.test(next) || !/[.!?:"”’)]$/.test(line))) wrapped++;
    }
    line = next;
    from = to + 1;
  }
  return breaks >= 6 && wrapped / breaks > 0.7;
}

/** Paragraphs: lines, or blocks between empty lines where the text was broken at a fixed width. Trimmed, never empty. */
export function paragraphRanges(text: string): Range[] {
  const separator = isHardWrapped(text) ? /\n[ \t\u00a0]*\n\s*/g : /\n+/g;
  const ranges: Range[] = [];
  let from = 0;
  const take = (end: number): void => {
    const range = trimRange(text, { start: from, end });
    if (range) ranges.push(range);
  };
  for (const match of text.matchAll(separator)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return ranges;
}
