// The order of the record: by date (nulls last; an interval by its start, coarser first), then document (by publication,
// then id), then offset, then id. Keys are made once a line, so that sorting never reads a date twice.
import { boundsOf, type Edtf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Span } from "../model/span.js";
import type { Corpus } from "./input.js";

/** Rank of a document in the record's order; a document that is not in it comes last. */
export type RankOf = (doc: DocumentId) => number;

/** Ranks of the documents of a corpus. */
export function ranksOf(corpus: Corpus): RankOf {
  const ranks = new Map(corpus.map(({ document }, index) => [document.id, index]));
  return (doc) => ranks.get(doc) ?? corpus.length;
}

/** Two spans by document, start and end. */
export const compareSpans =
  (rankOf: RankOf) =>
  (a: Span, b: Span): number =>
    rankOf(a.doc) - rankOf(b.doc) || a.start - b.start || a.end - b.end;

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a line is ordered by: its date, its first evidence, its id. */
export type OrderKey = { readonly date: Edtf | null; readonly span: Span | undefined; readonly id: string };

/** The lines in the order of the record. */
export function inRecordOrder<Line>(lines: readonly Line[], keyOf: (line: Line) => OrderKey, rankOf: RankOf): Line[] {
  const keyed = lines.map((line) => {
    const { date, span, id } = keyOf(line);
    const days = date === null ? { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY } : boundsOf(date);
    return {
      line,
      dated: date === null ? 1 : 0,
      days,
      date: date ?? "",
      rank: span ? rankOf(span.doc) : -1,
      start: span?.start ?? 0,
      id,
    };
  });
  keyed.sort(
    (a, b) =>
      a.dated - b.dated ||
      ascending(a.days.first, b.days.first) ||
      ascending(b.days.last, a.days.last) ||
      byCodeUnit(a.date, b.date) ||
      a.rank - b.rank ||
      a.start - b.start ||
      byCodeUnit(a.id, b.id),
  );
  return keyed.map(({ line }) => line);
}

/** Two numbers, infinite ones too. */
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
