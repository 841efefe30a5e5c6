// The reports that a record cites, as references: those with evidence for at least one line, in the record's order.
import type { DocumentId } from "../model/ids.js";
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import { distinct, type Lookup, lookupOf, spansOf, webAddress } from "./lookup.js";

export type Reference = {
  readonly id: DocumentId;
  readonly document: RecordDocument;
  readonly title: string;
  readonly year: number | null;
  readonly month: number | null; // 1–12
  readonly day: number | null;
  /** Its address, where a browser may follow it. */
  readonly url: string | null;
  /** Sentences that are cited from it, at most `mostSentences`. */
  readonly cited: readonly string[];
};

const mostSentences = 3;

/** Everything that stands as evidence of a line: events, statements, positions, discrepancies. */
function* evidenceOf(record: ParleyRecord): Generator<Span> {
  for (const { reports } of record.events) for (const { span } of reports) yield span;
  for (const statement of record.statements) yield* spansOf(statement).slice(0, 1);
  for (const { evidence } of record.positions) yield* evidence;
  for (const { values } of record.discrepancies) for (const { evidence } of values) yield* evidence;
}

function citedSentences(spans: readonly Span[], look: Lookup): readonly string[] {
  const sentences = new Set<string>();
  for (const span of distinct(spans)) {
    sentences.add(look.cite(span).sentence);
    if (sentences.size === mostSentences) break;
  }
  return [...sentences];
}

/** References of a record. */
export function* referencesOf(record: ParleyRecord): Generator<Reference> {
  const look = lookupOf(record);
  const spans = new Map<DocumentId, Span[]>();
  for (const span of evidenceOf(record)) {
    const own = spans.get(span.doc);
    if (own) own.push(span);
    else spans.set(span.doc, [span]);
  }
  for (const document of record.documents) {
    const own = spans.get(document.id);
    if (!own) continue;
    const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(document.published.value ?? "") ?? [];
    yield {
      id: document.id,
      document,
      title: document.title ?? document.uri,
      year: year === undefined ? null : Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
      url: webAddress(document.uri),
      cited: citedSentences(own, look),
    };
  }
}
