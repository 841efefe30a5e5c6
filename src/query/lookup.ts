// What every listing asks of a record: names, words and citations. Built once for a record.
import type { Edtf } from "../model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../model/ids.js";
import type { Actor, Event, Issue, ParleyRecord, RecordDocument, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DateBasis } from "../model/words.js";
import { groupBy } from "./group.js";
import { oneSpaced } from "./names.js";
import { sentenceAround } from "./sentence.js";

/** A place in a report, as people cite it. `words`: the words there, white space in one form; `sentence`: the sentence around them. */
export type Citation = {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  readonly outlet: string | null;
  readonly published: Edtf | null;
  readonly basis: DateBasis;
  readonly words: string;
  readonly sentence: string;
};

export type Lookup = {
  readonly record: ParleyRecord;
  readonly document: (id: DocumentId) => RecordDocument | undefined;
  readonly actor: (id: ActorId) => Actor | undefined;
  readonly event: (id: EventId) => Event | undefined;
  readonly statement: (id: StatementId) => Statement | undefined;
  readonly issue: (id: IssueId) => Issue | undefined;
  /** An actor's name; its id where the record does not hold it. */
  readonly name: (id: ActorId) => string;
  readonly names: (ids: readonly ActorId[]) => readonly string[];
  /** An issue's label; its id where the record does not hold it. */
  readonly label: (id: IssueId) => string;
  readonly words: (span: Span) => string;
  readonly cite: (span: Span) => Citation;
  /** Issues that a statement takes a position on, and that the proposals of an event provide for. */
  readonly issuesOfStatement: (id: StatementId) => readonly IssueId[];
  readonly issuesOfEvent: (id: EventId) => readonly IssueId[];
  /** The outlet of a document; its address where no outlet is known. */
  readonly outlet: (id: DocumentId) => string;
  /** Outlets that some documents are of, each once, in their order. */
  readonly outlets: (ids: readonly DocumentId[]) => readonly string[];
};

const byId = <Line extends { readonly id: string }>(lines: readonly Line[]): ReadonlyMap<string, Line> =>
  new Map(lines.map((line) => [line.id, line]));

/** Lookups over a record. */
export function lookupOf(record: ParleyRecord): Lookup {
  const [documents, actors, events] = [byId(record.documents), byId(record.actors), byId(record.events)];
  const [statements, issues] = [byId(record.statements), byId(record.issues)];
  const name = (id: ActorId): string => actors.get(id)?.name ?? id;
  const words = (span: Span): string => oneSpaced((documents.get(span.doc)?.text ?? "").slice(span.start, span.end));
  const outlet = (id: DocumentId): string => documents.get(id)?.outlet ?? documents.get(id)?.uri ?? id;
  const positions = groupBy(record.positions, ({ statement }) => (statement === null ? [] : [statement]));
  const proposals = groupBy(record.proposals, ({ event }) => (event === null ? [] : [event]));
  return {
    record,
    name,
    words,
    outlet,
    document: (id) => documents.get(id),
    actor: (id) => actors.get(id),
    event: (id) => events.get(id),
    statement: (id) => statements.get(id),
    issue: (id) => issues.get(id),
    names: (ids) => ids.map(name),
    label: (id) => issues.get(id)?.label ?? id,
    cite: ({ doc, start, end }) => {
      const document = documents.get(doc);
      return {
        document: doc,
        start,
        end,
        uri: document?.uri ?? doc,
        outlet: document?.outlet ?? null,
        published: document?.published.value ?? null,
        basis: document?.published.basis ?? "unknown",
        words: words({ doc, start, end }),
        sentence: words(document ? { doc, ...sentenceAround(document, { start, end }) } : { doc, start, end }),
      };
    },
    issuesOfStatement: (id) => positions(id).map(({ issue }) => issue),
    issuesOfEvent: (id) => proposals(id).flatMap(({ provisions }) => provisions.map(({ issue }) => issue)),
    outlets: (ids) => [...new Set(ids.map(outlet))],
  };
}
