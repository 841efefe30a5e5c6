// A small record made by hand, for tests of what is asked of it.
import { edtf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../../src/model/ids.js";
import type { Actor, Event, ParleyRecord, Position, RecordDocument, Statement } from "../../src/model/record.js";
import type { Span } from "../../src/model/span.js";

const day = edtf;
export const ids = {
  wire: "d-000000000001" as DocumentId,
  echo: "d-000000000002" as DocumentId,
  talks: "e-000000000001" as EventId,
  next: "e-000000000002" as EventId,
  offer: "e-000000000003" as EventId,
  said: "s-000000000001" as StatementId,
  unnamed: "s-000000000002" as StatementId,
  arvania: "arvania" as ActorId,
  ministry: "arvanian-foreign-ministry" as ActorId,
  tolland: "mira-tolland" as ActorId,
  belmora: "belmora" as ActorId,
  passage: "free-passage" as IssueId,
  quota: "quota" as IssueId,
};

const texts: Readonly<Record<string, string>> = {
  [ids.wire]:
    'Tolland met Belmora\'s envoys in Lasse on March 10. "We demand free passage," Tolland said. Talks go on in April.',
  [ids.echo]: "The envoys met in Lasse for two hours.\nA diplomat said the quota would be raised.",
};
/** Where words first stand in a document. */
export function at(doc: DocumentId, words: string): Span {
  const start = texts[doc]?.indexOf(words) ?? -1;
  if (start < 0) throw new RangeError(`${doc} does not hold "${words}"`);
  return { doc, start, end: start + words.length };
}

const document = (id: DocumentId, outlet: string | null, published: string | null): RecordDocument => ({
  id,
  textHash: "0".repeat(64),
  uri: `${id}.txt`,
  title: null,
  outlet,
  byline: null,
  published: {
    value: published === null ? null : day(published),
    basis: published === null ? "unknown" : "stated",
    evidence: [],
  },
  language: "en",
  translatedFrom: null,
  text: texts[id] ?? "",
  furniture: [],
  duplicateOf: null,
  replaces: null,
  novelty: [{ span: at(id, (texts[id] ?? "").slice(0, 10)), kind: "new", earlier: null }],
});

const actor = (
  id: ActorId,
  kind: Actor["kind"],
  name: string,
  above: ActorId | null,
  mentions: readonly Span[],
  aliases: readonly string[] = [name],
): Actor => ({
  id,
  kind,
  name,
  aliases,
  roles: [],
  memberOf: above === null ? [] : [{ actor: above, from: null, to: null, evidence: [] }],
  mentions,
  why: [{ rule: "actors/name: same name", score: 0.9 }],
});

const event = (
  id: EventId,
  kind: Event["kind"],
  label: string,
  date: string | null,
  status: Event["status"],
  reports: readonly (readonly [Span, Event["status"]])[],
  more: Partial<Event> = {},
): Event => ({
  id,
  formerly: [],
  kind,
  plover: null,
  label,
  date: date === null ? null : day(date),
  status,
  basis: "told",
  participants: [
    { actor: ids.tolland, role: "participant" },
    { actor: ids.belmora, role: "participant" },
  ],
  place: null,
  duration: null,
  format: null,
  round: null,
  outcome: null,
  quantities: [],
  facts: [],
  plan: null,
  sources: { reports: reports.length, outlets: reports.length, independent: reports.length },
  reports: reports.map(([span, statusAsTold]) => ({ span, dateAsTold: null, statusAsTold, statement: null })),
  why: [{ rule: "event/meet", score: null }],
  ...more,
});

const statement = (
  id: StatementId,
  speakers: readonly ActorId[],
  speakerSpan: Span,
  cueSpan: Span,
  content: Span,
  more: Partial<Statement> = {},
): Statement => ({
  id,
  speakers,
  speakerSpan,
  cueSpan,
  mode: "speech",
  content: [content],
  kind: "direct",
  negated: false,
  refusal: false,
  within: null,
  via: [],
  addressee: null,
  channel: null,
  date: null,
  headline: false,
  evidence: { date: null, channel: null },
  why: { rule: "direct-before", score: 0.8 },
  ...more,
});

const position = (
  id: string,
  issue: IssueId,
  who: ActorId,
  stance: Position["stance"],
  date: string,
  more: Partial<Position> = {},
): Position => ({
  id,
  issue,
  actor: who,
  stance,
  basis: "declared",
  by: [],
  date: day(date),
  evidence: [at(ids.wire, "free passage")],
  statement: null,
  moved: false,
  why: { rule: "stance/demand", score: 0.7 },
  ...more,
});

/** Two reports of one dispute; lists in the record's order. */
export const record: ParleyRecord = {
  schema: "parley-record/1",
  dossier: { title: "Fishing talks", documents: 2, from: day("2031-03-10"), to: day("2031-03-11") },
  reader: { version: "1", models: [] },
  documents: [document(ids.wire, "Corin Wire", "2031-03-11"), document(ids.echo, null, null)],
  actors: [
    actor(ids.arvania, "state", "Arvania", null, []),
    actor(ids.ministry, "body", "Arvanian Foreign Ministry", ids.arvania, []),
    actor(
      ids.tolland,
      "person",
      "Mira Tolland",
      ids.ministry,
      [at(ids.wire, "Tolland")],
      ["Tolland", "Mira Tolland", "Mía Tollánd"],
    ),
    actor(ids.belmora, "state", "Belmora", null, [at(ids.wire, "Belmora")]),
  ],
  timexes: [
    {
      id: "t-000000000001",
      span: at(ids.wire, "March 10"),
      type: "DATE",
      value: "2031-03-10",
      mod: null,
      range: null,
      implied: ["year"],
      why: { rule: "month-day: counted from the day of publication", score: 0.9 },
    },
  ],
  statements: [
    statement(
      ids.said,
      [ids.tolland],
      at(ids.wire, "Tolland said"),
      at(ids.wire, "said"),
      at(ids.wire, "We demand free passage"),
      { date: day("2031-03-10") },
    ),
    statement(
      ids.unnamed,
      [],
      at(ids.echo, "A diplomat"),
      at(ids.echo, "said"),
      at(ids.echo, "the quota would be raised"),
      { kind: "indirect" },
    ),
  ],
  utterances: [
    {
      id: "u-000000000001",
      speakers: [ids.tolland],
      date: day("2031-03-10"),
      statements: [ids.said],
      first: ids.wire,
      wordings: [{ text: "We demand free passage", statements: [ids.said] }],
    },
  ],
  events: [
    event(
      ids.talks,
      "meeting",
      "Arvania–Belmora talks, Lasse",
      "2031-03-10",
      "happened",
      [
        [at(ids.wire, "Tolland met Belmora's envoys in Lasse"), "planned"],
        [at(ids.echo, "The envoys met in Lasse for two hours"), "happened"],
      ],
      {
        place: "Lasse",
        duration: "PT2H",
        round: 1,
        formerly: ["e-00000000000f" as EventId],
      },
    ),
    event(ids.next, "meeting", "Talks", "2031-04", "planned", [[at(ids.wire, "Talks go on in April"), "planned"]], {
      plan: { announced: [ids.wire], fate: "pending" },
      participants: [],
    }),
    event(
      ids.offer,
      "proposal",
      "Offer of a quota",
      null,
      "happened",
      [[at(ids.echo, "the quota would be raised"), "happened"]],
      { basis: "claimed", participants: [] },
    ),
  ],
  series: [{ id: "r-000000000001", label: "Fishing talks", events: [ids.talks, ids.next] }],
  proposals: [
    {
      id: "o-000000000001",
      label: "Free passage",
      by: [ids.arvania],
      to: [ids.belmora],
      date: day("2031-03-10"),
      event: null,
      provisions: [{ issue: ids.passage, evidence: [at(ids.wire, "free passage")] }],
      answers: [],
    },
    {
      id: "o-000000000002",
      label: "Quota",
      by: [ids.belmora],
      to: [ids.arvania],
      date: null,
      event: ids.offer,
      provisions: [{ issue: ids.quota, evidence: [at(ids.echo, "quota")] }],
      answers: [{ actor: ids.arvania, stance: "accepts", date: day("2031-03-12"), evidence: [at(ids.echo, "quota")] }],
    },
  ],
  issues: [
    {
      id: ids.passage,
      label: "free passage",
      terms: ["free passage", "passage"],
      evidence: [at(ids.wire, "free passage")],
    },
    { id: ids.quota, label: "quota", terms: ["quota"], evidence: [at(ids.echo, "quota")] },
  ],
  positions: [
    position("p-000000000001", ids.passage, ids.arvania, "demands", "2031-03-10", { statement: ids.said }),
    position("p-000000000002", ids.passage, ids.belmora, "rejects", "2031-03-10", {
      basis: "ascribed",
      by: [ids.arvania],
    }),
    position("p-000000000003", ids.quota, ids.belmora, "proposes", "2031-03-10"),
    position("p-000000000004", ids.quota, ids.arvania, "noncommittal", "2031-03-10"),
    position("p-000000000005", ids.quota, ids.arvania, "accepts", "2031-03-12", { moved: true }),
  ],
  discrepancies: [
    {
      id: "x-000000000001",
      event: ids.talks,
      attribute: "duration",
      kind: "contradiction",
      values: [
        { value: "PT2H", evidence: [at(ids.echo, "two hours")] },
        { value: "P1D", evidence: [at(ids.wire, "March 10")] },
      ],
    },
  ],
  state: [
    {
      id: "g-000000000001",
      between: [ids.arvania, ids.belmora],
      from: day("2031-03-10"),
      state: "under-way",
      evidence: [at(ids.wire, "Tolland met")],
    },
    {
      id: "g-000000000002",
      between: [ids.belmora, ids.arvania],
      from: day("2031-03-11"),
      state: "scheduled",
      evidence: [at(ids.wire, "Talks go on")],
    },
  ],
  problems: [
    {
      id: "q-000000000001",
      span: at(ids.echo, "A diplomat"),
      stage: "actors",
      reason: "nobody is named",
      candidates: [ids.tolland, "someone"],
    },
  ],
};
