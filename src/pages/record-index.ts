// A record with what pages look up in it: things by id, and what each document, actor and event has. Made once a record.
import { compareDates } from "../model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../model/ids.js";
import type {
  Actor,
  Discrepancy,
  Event,
  Issue,
  ParleyRecord,
  Position,
  Proposal,
  RecordDocument,
  RecordProblem,
  RecordTimex,
  Series,
  Statement,
  Utterance,
} from "../model/record.js";
import type { Span } from "../model/span.js";
import { type Lookup, lookupOf } from "../query/lookup.js";
import { placeOf } from "../query/place.js";
import { searchRecord } from "../query/search.js";
import { spansOf } from "./spans.js";

type Telling = { readonly event: Event; readonly report: Event["reports"][number] };
export type RecordIndex = {
  readonly record: ParleyRecord;
  readonly look: Lookup;
  readonly documents: ReadonlyMap<DocumentId, RecordDocument>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly statements: ReadonlyMap<StatementId, Statement>;
  readonly events: ReadonlyMap<EventId, Event>;
  /** Events in order of time, undated last. */
  readonly timeline: readonly Event[];
  readonly issues: ReadonlyMap<IssueId, Issue>;
  readonly utterances: ReadonlyMap<string, Utterance>;
  readonly utteranceOf: ReadonlyMap<StatementId, Utterance>;
  readonly discrepanciesOf: ReadonlyMap<EventId, readonly Discrepancy[]>;
  readonly seriesOf: ReadonlyMap<EventId, readonly Series[]>;
  readonly proposalsOf: ReadonlyMap<EventId, readonly Proposal[]>;
  readonly eventsOf: ReadonlyMap<ActorId, readonly Event[]>;
  readonly statementsOf: ReadonlyMap<ActorId, readonly Statement[]>;
  readonly positionsOf: ReadonlyMap<ActorId, readonly Position[]>;
  readonly positionsOn: ReadonlyMap<IssueId, readonly Position[]>;
  readonly proposalsOn: ReadonlyMap<IssueId, readonly Proposal[]>;
  readonly membersOf: ReadonlyMap<ActorId, readonly Actor[]>;
  readonly statementsIn: ReadonlyMap<DocumentId, readonly Statement[]>;
  readonly tellingsIn: ReadonlyMap<DocumentId, readonly Telling[]>;
  readonly timexesIn: ReadonlyMap<DocumentId, readonly RecordTimex[]>;
  readonly mentionsIn: ReadonlyMap<DocumentId, readonly { readonly actor: Actor; readonly span: Span }[]>;
  readonly problemsIn: ReadonlyMap<DocumentId, readonly RecordProblem[]>;
  /** Every span of the record that lies in a document, each once: each is a place that some page may point to. Gathered when it is first asked for. */
  readonly spansIn: (document: DocumentId) => readonly Span[];
};

const byId = <Id, Thing extends { readonly id: Id }>(things: readonly Thing[]): ReadonlyMap<Id, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

function grouped<Key, Thing>(
  things: readonly Thing[],
  keysOf: (thing: Thing) => readonly Key[],
): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}

/** The index of a record. */
export function indexRecord(record: ParleyRecord): RecordIndex {
  const { statements, events, timexes, actors } = record;
  const tellings = events.flatMap((event) => event.reports.map((report): Telling => ({ event, report })));
  const mentions = actors.flatMap((actor) => actor.mentions.map((span) => ({ actor, span })));
  const utterances = record.utterances.flatMap((utterance) =>
    utterance.statements.map((id) => [id, utterance] as const),
  );
  let spans: ReturnType<typeof spansOf> | undefined;
  return {
    record,
    look: lookupOf(record),
    documents: byId(record.documents),
    actors: byId(actors),
    statements: byId(statements),
    events: byId(events),
    timeline: events.toSorted((a, b) => compareDates(a.date, b.date)),
    issues: byId(record.issues),
    utterances: byId(record.utterances),
    utteranceOf: new Map(utterances),
    discrepanciesOf: grouped(record.discrepancies, ({ event }) => [event]),
    seriesOf: grouped(record.series, (series) => series.events),
    proposalsOf: grouped(record.proposals, ({ event }) => (event === null ? [] : [event])),
    eventsOf: grouped(events, ({ participants }) => participants.map(({ actor }) => actor)),
    statementsOf: grouped(statements, ({ speakers }) => speakers),
    positionsOf: grouped(record.positions, ({ actor }) => [actor]),
    positionsOn: grouped(record.positions, ({ issue }) => [issue]),
    proposalsOn: grouped(record.proposals, ({ provisions }) => provisions.map(({ issue }) => issue)),
    membersOf: grouped(actors, ({ memberOf }) => memberOf.map(({ actor }) => actor)),
    statementsIn: grouped(statements, (statement) => {
      const place = placeOf(statement);
      return place === null ? [] : [place.doc];
    }),
    tellingsIn: grouped(tellings, ({ report }) => [report.span.doc]),
    timexesIn: grouped(timexes, ({ span }) => [span.doc]),
    mentionsIn: grouped(mentions, ({ span }) => [span.doc]),
    problemsIn: grouped(record.problems, ({ span }) => [span.doc]),
    spansIn: (document) => {
      spans ??= spansOf(record);
      return spans.get(document) ?? [];
    },
  };
}

/** Gathers ahead what is gathered when it is first asked for, so that nobody waits for it. */
export function prepare({ look, record, spansIn }: RecordIndex): void {
  const [first] = record.documents;
  if (first) spansIn(first.id);
  searchRecord(look, first?.id ?? "nothing");
}
