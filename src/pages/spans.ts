// Every span that a record points with, by document: each must be a place on its document's page.
import type { DocumentId } from "../model/ids.js";
import type { ParleyRecord } from "../model/record.js";
import { byPlace, type Span } from "../model/span.js";

const isSpan = (value: object): value is Span =>
  "doc" in value &&
  typeof value.doc === "string" &&
  "start" in value &&
  typeof value.start === "number" &&
  "end" in value &&
  typeof value.end === "number";

/** Spans anywhere in the record, each once, in the order of the text. Walks the whole record, so a field added later is not forgotten. */
export function spansOf(record: ParleyRecord): ReadonlyMap<DocumentId, readonly Span[]> {
  const found = new Map<DocumentId, Map<string, Span>>();
  const rest: unknown[] = [record];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== "object" || value === null) continue;
    if (isSpan(value)) {
      const spans = found.get(value.doc) ?? new Map<string, Span>();
      spans.set(`${value.start}-${value.end}`, value);
      found.set(value.doc, spans);
    } else for (const child of Object.values(value)) rest.push(child);
  }
  return new Map([...found].map(([document, spans]) => [document, [...spans.values()].sort(byPlace)]));
}
