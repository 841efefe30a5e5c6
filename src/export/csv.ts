// CSV for those who count: one flat row for each report of an event and for each statement, both clocks, with offsets.
// The columns are told in docs/codebook.md; the test compares them.
import type { Event, ParleyRecord, Statement } from "../model/record.js";
import { rowOf } from "./cells.js";
import { type Lookup, lookupOf } from "./lookup.js";

type Value = string | number | boolean | null;

/** The columns, in order. */
export const csvColumns = [
  "row",
  "id",
  "kind",
  "plover",
  "label",
  "date",
  "date_as_told",
  "reported",
  "status",
  "status_as_told",
  "basis",
  "actors",
  "roles",
  "place",
  "duration",
  "cue",
  "mode",
  "negated",
  "channel",
  "addressee",
  "words",
  "outlet",
  "document",
  "uri",
  "start",
  "end",
  "statement",
  "rule",
  "score",
  "decided_by",
] as const;
type Row = Readonly<Record<(typeof csvColumns)[number], Value>>;

const nothing: Row = Object.fromEntries(csvColumns.map((column) => [column, null])) as Row;
const list = (values: readonly string[]): string => values.join("; ");

function eventRows(event: Event, look: Lookup): Row[] {
  return event.reports.map(({ span, dateAsTold, statusAsTold, statement }) => {
    const document = look.document(span.doc);
    return {
      ...nothing,
      row: "event",
      id: event.id,
      kind: event.kind,
      plover: event.plover,
      label: event.label,
      date: event.date,
      date_as_told: dateAsTold,
      reported: document?.published.value ?? null,
      status: event.status,
      status_as_told: statusAsTold,
      basis: event.basis,
      actors: list(event.participants.map(({ actor }) => look.name(actor))),
      roles: list(event.participants.map(({ role }) => role)),
      place: event.place,
      duration: event.duration,
      words: look.words(span),
      outlet: document?.outlet ?? null,
      document: span.doc,
      uri: document?.uri ?? null,
      start: span.start,
      end: span.end,
      statement,
      rule: event.why[0]?.rule ?? null,
      score: event.why[0]?.score ?? null,
      decided_by: event.decidedBy ?? null,
    };
  });
}

function statementRow(statement: Statement, look: Lookup): Row[] {
  const first = statement.content[0] ?? statement.cueSpan ?? statement.speakerSpan;
  if (!first) return [];
  const document = look.document(first.doc);
  const last = statement.content.at(-1) ?? first;
  return [
    {
      ...nothing,
      row: "statement",
      id: statement.id,
      kind: statement.kind,
      date: statement.date,
      reported: document?.published.value ?? null,
      actors: list(look.speakers(statement)),
      cue: statement.cueSpan && look.words(statement.cueSpan),
      mode: statement.mode,
      negated: statement.negated,
      channel: statement.channel,
      addressee: statement.addressee && look.name(statement.addressee),
      words: statement.content.map(look.words).join(" … "),
      outlet: document?.outlet ?? null,
      document: first.doc,
      uri: document?.uri ?? null,
      start: first.start,
      end: last.end,
      statement: statement.id,
      rule: statement.why.rule,
      score: statement.why.score,
      decided_by: statement.decidedBy ?? null,
    },
  ];
}

/** All rows of a record: events by their reports, then statements. */
export function* rowsOf(record: ParleyRecord): Generator<Row> {
  const look = lookupOf(record);
  for (const event of record.events) yield* eventRows(event, look);
  for (const statement of record.statements) yield* statementRow(statement, look);
}

/** The table, a row a piece. */
export function* csv(record: ParleyRecord): Generator<string> {
  yield rowOf(csvColumns);
  for (const row of rowsOf(record)) yield rowOf(csvColumns.map((column) => row[column]));
}
