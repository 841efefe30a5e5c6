// Search: hits of the store, each with the line of the record that it is, and where it stands in its report.
import type { Edtf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { searchable } from "../store/fulltext.js";
import type { Hit, PassageKind, Store } from "../store/store.js";
import { reportText } from "./passages.js";

/** A place that holds the words. In `snippet`, U+0001 and U+0002 stand around each of them. */
export type Found = Range & {
  readonly kind: PassageKind;
  readonly id: string; // of the document, statement or event
  readonly document: DocumentId;
  readonly uri: string;
  readonly outlet: string | null;
  readonly published: Edtf | null;
  readonly title: string | null;
  readonly snippet: string;
};

const key = (kind: PassageKind, span: Span): string => `${kind} ${span.doc} ${span.start} ${span.end}`;

/** Ids of the record's lines by where their passages stand. */
function linesByPlace(record: ParleyRecord): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const { id, content, cueSpan } of record.statements) {
    const place = content[0] ?? cueSpan;
    if (place) lines.set(key("statement", place), id);
  }
  for (const { id, reports } of record.events) for (const { span } of reports) lines.set(key("event", span), id);
  return lines;
}

/** Where a snippet stands in the text; the whole passage where it cannot be told. */
function placeOf(hit: Hit, text: string): Range {
  if (hit.kind !== "document") return { start: hit.start, end: hit.end };
  const words = hit.snippet.replaceAll("\u0001", "").replaceAll("\u0002", "").replace(/^…|…$/g, "");
  const start = text.indexOf(words);
  return start < 0 ? { start: hit.start, end: hit.end } : { start, end: start + words.length };
}

/** At most `most` places of `record`'s documents that hold all `words`, best first; a statement or event that the record leaves out is left out. */
export async function searchIn(
  store: Store,
  record: ParleyRecord,
  words: string,
  most: number,
): Promise<readonly Found[]> {
  const lines = linesByPlace(record);
  const documents = new Map<DocumentId, RecordDocument>(record.documents.map((document) => [document.id, document]));
  const hits = await store.search(words, most * 4);
  const found = hits.flatMap((hit): Found[] => {
    const document = documents.get(hit.document);
    const id =
      hit.kind === "document"
        ? hit.document
        : lines.get(key(hit.kind, { doc: hit.document, start: hit.start, end: hit.end }));
    if (!document || id === undefined) return [];
    const place = placeOf(
      hit,
      searchable(
        reportText(
          document.text,
          document.furniture.map(({ span }) => span),
        ),
      ),
    );
    const { uri, outlet, published, title } = document;
    return [
      {
        kind: hit.kind,
        id,
        document: hit.document,
        ...place,
        uri,
        outlet,
        published: published.value,
        title,
        snippet: hit.snippet.replace(/\s+/g, " ").trim(),
      },
    ];
  });
  return found.slice(0, most);
}
