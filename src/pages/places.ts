// Where words stand: on the page of their report, which is shown in parts where it is long. A part ends with a line.
import type { RecordDocument } from "../model/record.js";
import { type Range, type Span, trimRange } from "../model/span.js";
import type { PageContext } from "./context.js";
import { anchorOf } from "./links.js";

const longest = 6000; // characters of a part; with its marks and notes some fourteen bytes of HTML each

/** Lines of a text that have anything in them. */
export function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const range = trimRange(text, { start, end: start + line.length });
    if (range) lines.push(range);
    start += line.length + 1;
  }
  return lines;
}

const known = new WeakMap<RecordDocument, readonly Range[]>();

function cut(document: RecordDocument): readonly Range[] {
  const starts = [0];
  let first = 0;
  for (const { start, end } of linesOf(document.text)) {
    if (end - first <= longest || start === first) continue;
    starts.push(start);
    first = start;
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? document.text.length }));
}

/** The parts that a report is shown in, in order; together they are its text. */
export function partsOf(document: RecordDocument): readonly Range[] {
  const parts = known.get(document) ?? cut(document);
  known.set(document, parts);
  return parts;
}

/** Number of the part in which an offset lies, as addresses give it; null for the first. */
function pageOf(document: RecordDocument | undefined, offset: number): string | null {
  if (!document || document.text.length <= longest) return null;
  const at = partsOf(document).findIndex(({ end }) => offset < end);
  return at < 1 ? null : String(at + 1);
}

/** Address of the words of a span, on the page of their document. */
export const linkTo = ({ index, links }: PageContext, span: Span): string =>
  links.page("document", span.doc, { page: pageOf(index.documents.get(span.doc), span.start) }, anchorOf(span));
