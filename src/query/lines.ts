// One line of the record by its id, with everything that hangs on it; and what a search finds, with where it stands.
import type { Event, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import { type ActorRow, actorRows } from "./actors.js";
import { type DiscrepancyRow, discrepancyRows } from "./documents.js";
import { type MeetingRow, withMeeting } from "./events.js";
import { everything } from "./filter.js";
import type { Citation, Lookup } from "./lookup.js";
import { type PositionRow, positionRow } from "./positions.js";
import { type Entry, type SearchKind, searchRecord, termsOf } from "./search.js";
import { type StatementRow, statementRow } from "./statements.js";

type EventLine = MeetingRow & {
  readonly formerly: readonly string[];
  readonly roles: readonly { readonly actor: string; readonly name: string; readonly role: string }[];
  readonly facts: readonly { readonly field: string; readonly value: string; readonly evidence: readonly Citation[] }[];
  readonly quantities: readonly (Omit<Event["quantities"][number], "evidence"> & { readonly evidence: Citation })[];
  readonly discrepancies: readonly DiscrepancyRow[];
};

/** An event by its id, or by a former one. */
export function eventLine(look: Lookup, asked: string): EventLine | null {
  const event = look.record.events.find(({ id, formerly }) => id === asked || formerly.some((old) => old === asked));
  if (!event) return null;
  return {
    ...withMeeting(event, look),
    formerly: event.formerly,
    roles: event.participants.map(({ actor, role }) => ({ actor, name: look.name(actor), role })),
    facts: event.facts.map(({ field, value, evidence }) => ({ field, value, evidence: evidence.map(look.cite) })),
    quantities: event.quantities.map(({ evidence, ...quantity }) => ({ ...quantity, evidence: look.cite(evidence) })),
    discrepancies: discrepancyRows(look, everything).filter((row) => row.event === event.id),
  };
}

/** A statement by its id. */
export function statementLine(look: Lookup, asked: string): StatementRow | null {
  const statement = look.record.statements.find(({ id }) => id === asked);
  return statement ? statementRow(statement, look) : null;
}

type ActorLine = ActorRow & {
  readonly statementIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly positions: readonly PositionRow[];
};

/** An actor by its id, with what it said, took part in and holds. */
export function actorLine(look: Lookup, asked: string): ActorLine | null {
  const row = actorRows(look, everything).find(({ id }) => id === asked);
  if (!row) return null;
  const { statements, events, positions } = look.record;
  return {
    ...row,
    statementIds: statements.filter(({ speakers }) => speakers.includes(row.id)).map(({ id }) => id),
    eventIds: events
      .filter(({ participants }) => participants.some(({ actor }) => actor === row.id))
      .map(({ id }) => id),
    positions: positions.filter(({ actor }) => actor === row.id).map((position) => positionRow(position, look)),
  };
}

/** A report by its id. */
export const documentLine = (look: Lookup, asked: string): RecordDocument | null =>
  look.record.documents.find(({ id }) => id === asked) ?? null;

/** Where a found line stands: its place; of a report the first of the words asked for, else its beginning. */
function placesOf({ kind, id, place }: Entry, look: Lookup, terms: readonly string[]): readonly Span[] {
  if (place !== null) return [place];
  if (kind === "actor") return look.record.actors.find((actor) => actor.id === id)?.mentions.slice(0, 1) ?? [];
  if (kind === "issue") return look.record.issues.find((issue) => issue.id === id)?.evidence.slice(0, 1) ?? [];
  const document = look.record.documents.find((one) => one.id === id);
  if (!document || document.text === "") return [];
  const folded = document.text.toLowerCase();
  const found = terms.map((term) => ({ term, start: folded.indexOf(term) })).find(({ start }) => start >= 0);
  if (found && folded.length === document.text.length)
    return [{ doc: document.id, start: found.start, end: found.start + found.term.length }];
  const first = document.novelty[0]?.span;
  return first ? [first] : [{ doc: document.id, start: 0, end: Math.min(document.text.length, 200) }];
}

type FoundRow = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly head: string;
  readonly evidence: readonly Citation[];
};

/** Lines and reports that hold all words asked for, best first. */
export function foundRows(look: Lookup, asked: string): readonly FoundRow[] {
  const terms = termsOf(asked);
  return searchRecord(look, asked).map(({ entry }) => ({
    kind: entry.kind,
    id: entry.id,
    head: entry.head,
    evidence: placesOf(entry, look, terms).map(look.cite),
  }));
}
