// How reports tell the same: the wordings of one utterance, which outlet tells which event, what an outlet tells at all, and the
// rounds of a dialogue.
import type { Edtf } from "../model/edtf.js";
import type { DocumentId, EventId, StatementId } from "../model/ids.js";
import type { DiscrepancyAttribute, EventStatus } from "../model/words.js";
import { coverageRows as coverageOf, outletRows as outletsOf } from "./coverage.js";
import { eventFacts } from "./events.js";
import { type Filter, filterOf } from "./filter.js";
import type { Citation, Lookup } from "./lookup.js";
import { placeOf } from "./place.js";

export type VariantRow = {
  readonly id: string; // of the utterance
  readonly date: Edtf | null;
  readonly speakers: readonly string[];
  readonly reports: number;
  readonly first: DocumentId;
  readonly wordings: readonly {
    readonly text: string;
    readonly outlets: readonly string[];
    readonly statements: readonly StatementId[];
    readonly evidence: readonly Citation[];
  }[];
};

/** Utterances that more than one report tells, in the record's order. */
export function variantRows(look: Lookup, filter: Filter): readonly VariantRow[] {
  const wanted = filterOf(look, filter);
  const placesOf = (ids: readonly StatementId[]) =>
    ids.flatMap((id) => {
      const statement = look.statement(id);
      return (statement && placeOf(statement)) ?? [];
    });
  return look.record.utterances.flatMap(({ id, date, speakers, statements, first, wordings }): VariantRow[] => {
    const documents = [...new Set(placesOf(statements).map(({ doc }) => doc))];
    const facts = {
      date,
      actors: speakers,
      issues: statements.flatMap((statement) => look.issuesOfStatement(statement)),
      documents,
      words: [...look.names(speakers), ...wordings.map(({ text }) => text)],
    };
    if (documents.length < 2 || !wanted(facts)) return [];
    const told = wordings.map(({ text, statements: own }) => {
      const places = placesOf(own);
      return {
        text,
        outlets: look.outlets(places.map(({ doc }) => doc)),
        statements: own,
        evidence: places.map(look.cite),
      };
    });
    return [{ id, date, speakers: look.names(speakers), reports: documents.length, first, wordings: told }];
  });
}

export type CoverageRow = {
  readonly id: EventId;
  readonly date: Edtf | null;
  readonly label: string;
  readonly told: readonly {
    readonly outlet: string;
    readonly first: boolean;
    readonly otherwise: readonly DiscrepancyAttribute[]; // on what it differs from most
    readonly evidence: readonly Citation[];
  }[];
  readonly leftOut: readonly string[]; // outlets that do not tell it
};

/** Each event with the outlets that tell it and those that do not. */
export function coverageRows(look: Lookup, filter: Filter): readonly CoverageRow[] {
  const wanted = filterOf(look, filter);
  const outlets = look.outlets(look.record.documents.map(({ id }) => id));
  return coverageOf(look, look.outlet).flatMap(({ event, told }): CoverageRow[] => {
    if (!wanted(eventFacts(event, look))) return [];
    const { id, date, label } = event;
    const tellings = [...told].map(([outlet, { spans, isFirst, otherwise }]) => ({
      outlet,
      first: isFirst,
      otherwise,
      evidence: spans.map(look.cite),
    }));
    return [{ id, date, label, told: tellings, leftOut: outlets.filter((outlet) => !told.has(outlet)) }];
  });
}

export type OutletRow = {
  readonly outlet: string;
  readonly reports: number;
  readonly reprints: number;
  readonly events: number;
  readonly first: number; // events that it is the first to tell, of those that several outlets tell
  readonly alone: number; // events that only it tells
  readonly statements: number;
  readonly documents: readonly DocumentId[];
};

/** The outlets, those with the most reports first. */
export const outletRows = (look: Lookup): readonly OutletRow[] =>
  outletsOf(look, coverageOf(look, look.outlet), look.outlet).map(({ documents, ...row }) => ({
    ...row,
    reports: documents.length,
    documents: documents.map(({ id }) => id),
  }));

export type SeriesRow = {
  readonly id: string;
  readonly label: string;
  readonly from: Edtf | null;
  readonly rounds: readonly {
    readonly event: EventId;
    readonly date: Edtf | null;
    readonly status: EventStatus;
    readonly label: string;
    readonly evidence: readonly Citation[];
  }[];
};

/** Dialogues of several rounds; a filter keeps those of which it wants a round. */
export function seriesRows(look: Lookup, filter: Filter): readonly SeriesRow[] {
  const wanted = filterOf(look, filter);
  return look.record.series.flatMap(({ id, label, events }): SeriesRow[] => {
    const rounds = events.flatMap((event) => look.event(event) ?? []);
    if (!rounds.some((event) => wanted(eventFacts(event, look)))) return [];
    return [
      {
        id,
        label,
        from: rounds.find(({ date }) => date !== null)?.date ?? null,
        rounds: rounds.map(({ id: event, date, status, label: round, reports }) => ({
          event,
          date,
          status,
          label: round,
          evidence: reports.map(({ span }) => look.cite(span)),
        })),
      },
    ];
  });
}
