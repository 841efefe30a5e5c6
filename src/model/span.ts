// Stretches of text. A Range lies in a text that is known from the context; a Span names its document.
// Offsets are UTF-16 code units, end exclusive: text.slice(start, end).
import type { DocumentId } from "./ids.js";

/** A stretch of a text, end exclusive. */
export type Range = { readonly start: number; readonly end: number };
/** A stretch of the text of a document, end exclusive. */
export type Span = { readonly doc: DocumentId; readonly start: number; readonly end: number };

/** A span of `doc` at `range`. Throws RangeError on an empty or negative range: such a span is a bug. */
export function spanOf(doc: DocumentId, range: Range): Span {
  if (!(range.start >= 0 && range.start < range.end)) throw new RangeError(`not a span: ${range.start}–${range.end}`);
  return { doc, start: range.start, end: range.end };
}

/** The words at `range`. */
export const sliceOf = (text: string, range: Range): string => text.slice(range.start, range.end);

/** Whether two ranges share at least one character. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const covers = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** By start, the longer first. */
export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/** The range without white space at its ends; null if nothing is left. */
export function trimRange(text: string, range: Range): Range | null {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}
