// PLOVER (Open Event Data Alliance): coded events, one line an event, as tab-separated values in the manner of POLECAT, for
// those who count who did what to whom. The root is that of the rule that read the event, else that of its kind (table below).
import type { ActorId } from "../model/ids.js";
import type { Event, ParleyRecord } from "../model/record.js";
import type { EventKind, ParticipantRole } from "../model/words.js";
import { neutral } from "./cells.js";
import { type Lookup, lookupOf } from "./lookup.js";

/** The four quadrants: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export const quadrants: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** Root and mode by kind; null: events of this kind have no root of their own (a vote may go either way). */
export const rootOfKind: Readonly<Record<EventKind, { readonly root: string | null; readonly mode?: string }>> = {
  meeting: { root: "CONSULT" },
  call: { root: "CONSULT", mode: "phone" },
  visit: { root: "CONSULT", mode: "visit" },
  statement: { root: null },
  proposal: { root: "REQUEST" },
  publication: { root: null },
  response: { root: null },
  agreement: { root: "AGREE" },
  ratification: { root: "AGREE" },
  rejection: { root: "REJECT" },
  vote: { root: null },
  decision: { root: null },
  appeal: { root: "REQUEST" },
  threat: { root: "THREATEN" },
  deadline: { root: "COERCE" },
  suspension: { root: "SANCTION", mode: "discontinue" },
  expulsion: { root: "SANCTION", mode: "expel" },
  sanction: { root: "SANCTION" },
  strike: { root: "PROTEST", mode: "strike" },
  deployment: { root: "MOBILIZE" },
  "use-of-force": { root: "ASSAULT" },
  designation: { root: "ACCUSE" },
  other: { root: null },
};

/** The columns, in order. */
export const ploverColumns = [
  "event_id",
  "event_date",
  "root",
  "mode",
  "quad",
  "coded_by",
  "status",
  "kind",
  "source_actors",
  "target_actors",
  "place",
  "reports",
  "independent",
  "reported",
  "outlet",
  "document",
  "start",
  "end",
  "words",
  "sentence",
  "rule",
  "score",
] as const;
type Value = string | number | null;
type Row = Readonly<Record<(typeof ploverColumns)[number], Value>>;

/** A value between tabs: on one line, and nothing that a spreadsheet runs. */
const tabCell = (value: Value): string => (value === null ? "" : neutral(String(value).replace(/\s+/g, " ").trim()));

const doing: ReadonlySet<ParticipantRole> = new Set(["agent", "participant"]);
const done: ReadonlySet<ParticipantRole> = new Set(["counterpart", "target", "host", "participant"]);

/** Who does it and to whom; those who only take part are on both sides, unless one alone is known. */
function partiesOf({ participants }: Event): readonly [sources: readonly ActorId[], targets: readonly ActorId[]] {
  const of = (roles: ReadonlySet<ParticipantRole>): ActorId[] =>
    participants.flatMap(({ actor, role }) => (roles.has(role) ? [actor] : []));
  const [sources, targets] = [of(doing), of(done)];
  return [sources, targets.every((actor) => sources.length === 1 && actor === sources[0]) ? [] : targets];
}

function rowOf(event: Event, look: Lookup): Row {
  const byKind = rootOfKind[event.kind];
  const root = event.plover ?? byKind.root;
  const [sources, targets] = partiesOf(event);
  const first = event.reports[0];
  const place = first ? look.cite(first.span) : null;
  return {
    event_id: event.id,
    event_date: event.date,
    root,
    mode: root === byKind.root ? (byKind.mode ?? null) : null,
    quad: root === null ? null : (quadrants[root] ?? null),
    coded_by: root === null ? null : event.plover === null ? "kind" : "rule",
    status: event.status,
    kind: event.kind,
    source_actors: look.names(sources).join("; "),
    target_actors: look.names(targets).join("; "),
    place: event.place,
    reports: event.sources.reports,
    independent: event.sources.independent,
    reported: place?.published ?? null,
    outlet: place?.outlet ?? null,
    document: place?.document ?? null,
    start: place?.start ?? null,
    end: place?.end ?? null,
    words: place?.words ?? null,
    sentence: place?.sentence ?? null,
    rule: event.why[0]?.rule ?? null,
    score: event.why[0]?.score ?? null,
  };
}

/** The table, a line an event. */
export function* plover(record: ParleyRecord): Generator<string> {
  const look = lookupOf(record);
  yield `${ploverColumns.join("\t")}\n`;
  for (const event of record.events) {
    const row = rowOf(event, look);
    yield `${ploverColumns.map((column) => tabCell(row[column])).join("\t")}\n`;
  }
}
