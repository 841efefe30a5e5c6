// The lists of the record in the record's order: what each kind of line is dated by, and where it first stands.
import type { StatementId } from "../model/ids.js";
import type { Position, Proposal, Statement, Utterance } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { EventLine } from "./event-lines.js";
import { placeOf } from "./finders.js";
import { inRecordOrder, type RankOf } from "./order.js";

export const orderedEvents = (lines: readonly EventLine[], rankOf: RankOf): EventLine[] =>
  inRecordOrder(lines, ({ event }) => ({ date: event.date, span: event.reports[0]?.span, id: event.id }), rankOf);

export const orderedStatements = (statements: readonly Statement[], rankOf: RankOf): Statement[] =>
  inRecordOrder(
    statements,
    (statement) => ({ date: statement.date, span: placeOf(statement) ?? undefined, id: statement.id }),
    rankOf,
  );

export const orderedUtterances = (
  utterances: readonly Utterance[],
  place: (id: StatementId) => Span | null,
  rankOf: RankOf,
): Utterance[] =>
  inRecordOrder(
    utterances,
    ({ date, statements: [first], id }) => ({ date, span: (first && place(first)) ?? undefined, id }),
    rankOf,
  );

export const orderedPositions = (positions: readonly Position[], rankOf: RankOf): Position[] =>
  inRecordOrder(positions, ({ date, evidence, id }) => ({ date, span: evidence[0], id }), rankOf);

export const orderedProposals = (proposals: readonly Proposal[], rankOf: RankOf): Proposal[] =>
  inRecordOrder(proposals, ({ date, provisions, id }) => ({ date, span: provisions[0]?.evidence[0], id }), rankOf);
