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

const widest = 2 ** 26; // characters of a text: more than any that is taken in

/** Spans anywhere in the record, each once, in the order of the text. Walks the whole record, so a field added later is not forgotten. */
export function spansOf(record: ParleyRecord): ReadonlyMap<DocumentId, readonly Span[]> {
  const found = new Map<DocumentId, Map<number, Span>>();
  const rest: object[] = [record];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (isSpan(value)) {
      const spans = found.get(value.doc) ?? new Map<number, Span>();
      if (spans.size === 0) found.set(value.doc, spans);
      spans.set(value.start * widest + value.end, value);
    } else for (const child of Object.values(value)) if (typeof child === "object" && child !== null) rest.push(child);
  }
  return new Map([...found].map(([document, spans]) => [document, [...spans.values()].sort(byPlace)]));
}
