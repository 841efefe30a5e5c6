// Where a line of the record is found again from what a document says: events by their mention, statements by their place.
import type { EventId, StatementId } from "../model/ids.js";
import type { Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { EventLine } from "./event-lines.js";

/** The event that mention `index` of the document at `doc` tells. */
export function eventFinder(lines: readonly EventLine[]): (doc: number, index: number) => EventId | null {
  const found = new Map(
    lines.flatMap(({ event, tellings }) => tellings.map(({ doc, index }) => [`${doc},${index}`, event.id] as const)),
  );
  return (doc, index) => found.get(`${doc},${index}`) ?? null;
}

/** Where a statement stands: its first content, else its cue, else its source. */
export const placeOf = ({ content, cueSpan, speakerSpan }: Statement): Span | null =>
  content[0] ?? cueSpan ?? speakerSpan;

/** The place of a statement by its id. */
export function placeFinder(statements: readonly Statement[]): (id: StatementId) => Span | null {
  const places = new Map(statements.map((statement) => [statement.id, placeOf(statement)] as const));
  return (id) => places.get(id) ?? null;
}

/** The names in the chain of the statement that something is told in. */
export function viaFinder(
  statements: readonly Statement[],
): (telling: { readonly statement: StatementId | null }) => readonly string[] {
  const names = new Map(statements.map(({ id, via }) => [id, via.map(({ name }) => name)] as const));
  return ({ statement }) => (statement === null ? [] : (names.get(statement) ?? []));
}
