// What full-text search looks through: the report's text with its furniture blanked (so that offsets stay), and the words of
// each statement and event.
import type { Document } from "../model/document.js";
import type { DocumentId } from "../model/ids.js";
import type { Reading } from "../model/reading.js";
import type { ParleyRecord } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import type { Passage } from "../store/store.js";

/** The text with spaces in place of furniture: the same length. */
export function reportText(text: string, furniture: readonly Range[]): string {
  let report = "";
  for (const { start, end } of furniture.toSorted((a, b) => a.start - b.start)) {
    if (end <= report.length) continue;
    report += text.slice(report.length, Math.max(start, report.length));
    report += " ".repeat(end - report.length);
  }
  return report + text.slice(report.length);
}

/** From the first to the last of some ranges; null where there are none. */
function hull(ranges: readonly (Range | null)[]): Range | null {
  const there = ranges.filter((range) => range !== null);
  return there.length === 0
    ? null
    : { start: Math.min(...there.map(({ start }) => start)), end: Math.max(...there.map(({ end }) => end)) };
}

function passage(
  kind: Passage["kind"],
  text: string,
  place: Range | null | undefined,
  words: Range | null,
): readonly Passage[] {
  return place && words
    ? [{ kind, start: place.start, end: place.end, words: text.slice(words.start, words.end) }]
    : [];
}

const whole = (text: string, furniture: readonly Range[]): Passage => ({
  kind: "document",
  start: 0,
  end: text.length,
  words: reportText(text, furniture),
});

/** The passages of a document that was read. A statement stands at its first content, an event at its clause. */
export function passagesOf({ text, furniture }: Document, reading: Reading): readonly Passage[] {
  return [
    whole(text, furniture),
    ...reading.attributions.flatMap(({ source, cue, content }) =>
      passage("statement", text, content[0] ?? cue, hull([source, cue, ...content])),
    ),
    ...reading.events.flatMap((event) => passage("event", text, event, event)),
  ];
}

/** The passages of each document of a record: the same, from what the record tells. */
export function passagesOfRecord(record: ParleyRecord): (id: DocumentId) => readonly Passage[] {
  const passages = new Map<DocumentId, Passage[]>();
  const texts = new Map(record.documents.map(({ id, text }) => [id, text]));
  const add = (kind: Passage["kind"], place: Span | null | undefined, words: Range | null): void => {
    if (place) passages.get(place.doc)?.push(...passage(kind, texts.get(place.doc) ?? "", place, words));
  };
  for (const { id, text, furniture } of record.documents)
    passages.set(id, [
      whole(
        text,
        furniture.map(({ span }) => span),
      ),
    ]);
  for (const { speakerSpan, cueSpan, content } of record.statements)
    add("statement", content[0] ?? cueSpan, hull([speakerSpan, cueSpan, ...content]));
  for (const { reports } of record.events) for (const { span } of reports) add("event", span, span);
  return (id) => passages.get(id) ?? [];
}
