// What every format asks of a record: the document of a span, the words at it, an actor's name, and how to cite it.
import type { ActorId, DocumentId } from "../model/ids.js";
import type { Actor, ParleyRecord, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";

export type Lookup = {
  readonly document: (id: DocumentId) => RecordDocument | undefined;
  readonly actor: (id: ActorId) => Actor | undefined;
  /** Name of an actor; its id where the record does not hold it. */
  readonly name: (id: ActorId) => string;
  /** The words at a span, white space folded. */
  readonly words: (span: Span) => string;
  /** "Outlet, 2022-01-10" — or the document's address where its outlet is not known. */
  readonly source: (id: DocumentId) => string;
};

/** Lookups over one record. */
export function lookupOf(record: ParleyRecord): Lookup {
  const documents = new Map(record.documents.map((document) => [document.id, document]));
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  return {
    document: (id) => documents.get(id),
    actor: (id) => actors.get(id),
    name: (id) => actors.get(id)?.name ?? id,
    words: (span) => (documents.get(span.doc)?.text ?? "").slice(span.start, span.end).replace(/\s+/g, " ").trim(),
    source: (id) => {
      const document = documents.get(id);
      return [document?.outlet ?? document?.uri ?? id, document?.published.value ?? "undated"].join(", ");
    },
  };
}
