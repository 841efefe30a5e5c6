// Link: documents with their readings, and a person's decisions → the record. In any order of intake the same record.
import type { Decision } from "../model/decision.js";
import type { EventId, StatementId } from "../model/ids.js";
import type { ParleyRecord, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { linkActors } from "./actors.js";
import { linkDialogue } from "./dialogue.js";
import { linkDiscrepancies } from "./discrepancies.js";
import { linkDocuments } from "./documents.js";
import { linkDuplicates } from "./duplicates.js";
import { type EventLine, eventLines } from "./event-lines.js";
import { plansOf } from "./event-plan.js";
import { groupEvents } from "./events.js";
import { inOrder, type LinkInput } from "./input.js";
import { linkNovelty } from "./novelty.js";
import { inRecordOrder, ranksOf } from "./order.js";
import { partiesOf } from "./parties.js";
import { linkProblems } from "./problems.js";
import { linkSeries } from "./series.js";
import { linkStatements } from "./statements.js";
import { tellingsOf } from "./tellings.js";
import { linkTimexes } from "./timexes.js";
import { linkUtterances } from "./utterances.js";
import type { LinkWords } from "./words.js";

export type LinkOptions = {
  readonly title: string;
  readonly reader: string; // version
  readonly words: LinkWords;
  readonly models?: readonly { readonly name: string; readonly sha256: string }[];
};

/**
 * The record of a dossier. Decisions are carried by the dossier and have no effect on the lines yet; one that matches
 * nothing breaks nothing. Pure: the same inputs in any order give the same record, byte for byte.
 */
export function link(
  inputs: readonly LinkInput[],
  _decisions: readonly Decision[],
  options: LinkOptions,
): ParleyRecord {
  const { words } = options;
  const corpus = inOrder(inputs);
  const rankOf = ranksOf(corpus);
  const duplicates = linkDuplicates(corpus);
  const { actors, actorOf, problems: doubtfulActors } = linkActors(corpus);
  const parties = partiesOf(actors);
  const { statements, statementOf } = linkStatements(corpus, actorOf);
  const tellings = tellingsOf(corpus, actorOf, statementOf, parties, words.stopwords);
  const { groups, problems: doubtfulEvents } = groupEvents(tellings);
  const viaById = new Map(statements.map((statement) => [statement.id, statement.via.map(({ name }) => name)]));
  const viaOf = ({ statement }: { statement: (typeof statements)[number]["id"] | null }) =>
    statement === null ? [] : (viaById.get(statement) ?? []);
  const lines = eventLines(tellings, groups, { corpus, parties, duplicates, words, plans: plansOf(tellings), viaOf });
  const utterances = linkUtterances(corpus, statements, parties, words.stopwords);
  const ordered = inRecordOrder(
    lines,
    ({ event }) => ({ date: event.date, span: event.reports[0]?.span, id: event.id }),
    rankOf,
  );
  const events = ordered.map(({ event }) => event);
  const eventOf = eventFinder(lines);
  const spanOfStatement = spanFinder(statements);
  const sequence = corpus.map((_, index) => index);
  const novelty = linkNovelty(corpus, sequence, {
    events,
    eventOf,
    utterances,
    statementOf,
    spanOfStatement,
  });
  const days = corpus.flatMap(({ document }) => document.published.value ?? []);
  return {
    schema: "parley-record/1",
    dossier: { title: options.title, documents: corpus.length, from: days[0] ?? null, to: days.at(-1) ?? null },
    reader: { version: options.reader, models: options.models ?? [] },
    documents: linkDocuments(corpus, duplicates, (doc) => novelty[doc] ?? []),
    actors,
    timexes: linkTimexes(corpus),
    statements: inRecordOrder(
      statements,
      ({ date, content, cueSpan, speakerSpan, id }) => ({
        date,
        span: content[0] ?? cueSpan ?? speakerSpan ?? undefined,
        id,
      }),
      rankOf,
    ),
    utterances: inRecordOrder(
      utterances,
      ({ date, statements: told, id }) => ({
        date,
        span: told[0] ? (spanOfStatement(told[0]) ?? undefined) : undefined,
        id,
      }),
      rankOf,
    ),
    events,
    series: linkSeries(lines, parties, words),
    proposals: [],
    issues: [],
    positions: [],
    discrepancies: linkDiscrepancies(ordered, (doc) => duplicates.duplicateOf(doc) !== null, words),
    state: linkDialogue(corpus, actorOf, lines, parties, rankOf, words),
    problems: linkProblems(corpus, [...doubtfulActors, ...doubtfulEvents], rankOf),
  };
}

/** The event that an event mention of a document tells. */
function eventFinder(lines: readonly EventLine[]): (doc: number, index: number) => EventId | null {
  const found = new Map(
    lines.flatMap(({ event, tellings }) => tellings.map(({ doc, index }) => [`${doc},${index}`, event.id] as const)),
  );
  return (doc, index) => found.get(`${doc},${index}`) ?? null;
}

/** Where a statement stands: its first content, else its cue. */
function spanFinder(statements: readonly Statement[]): (id: StatementId) => Span | null {
  const spans = new Map(
    statements.map(({ id, content, cueSpan, speakerSpan }) => [id, content[0] ?? cueSpan ?? speakerSpan] as const),
  );
  return (id) => spans.get(id) ?? null;
}
