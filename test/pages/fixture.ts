// A record made by hand, small and nasty: an invented dispute over a river, with planned and held, contradiction, reprint,
// variants, an undated report from right to left, and words that try to break out of the page.

import { edtf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../../src/model/ids.js";
import { documentId, sha256 } from "../../src/model/ids.js";
import type { Actor, Event, ParleyRecord, RecordDocument, Statement } from "../../src/model/record.js";
import type { Span } from "../../src/model/span.js";
import type { PageContext } from "../../src/pages/context.js";
import { servedLinks } from "../../src/pages/links.js";
import { indexRecord } from "../../src/pages/record-index.js";

export const hostile = `</title><script>alert("x")</script><img src=x onerror='alert(1)'>`;

const texts = {
  preview: `Aldovia and Brennland to meet over the Sable

PORT SABLE, March 1. /FENNWIRE/. Delegations of Aldovia and Brennland will meet in Port Sable on March 6, the Aldovian Water Ministry said on Wednesday.

Brennland has demanded a fixed share of the water.`,
  held: `River talks end without a paper

PORT SABLE, March 7. /FENNWIRE/. Aldovia and Brennland met in Port Sable on Monday. The meeting lasted six hours.

"The river belongs to nobody," Aldovian Water Minister Mara Oduya told reporters. She declined to comment on the dam.

The two sides last met in October 2022. Talks may resume in April, a diplomat close to the talks said.`,
  courier: `Four hours, no result

Home
World
Share this report
Monday's talks between Aldovia and Brennland in Port Sable went on for about four hours, the Courier has learned.

"Nobody owns the river," Ms Oduya said, according to Fennwire. Brennland's envoy Piet Harrow denied that his country had walked out.

A visit of the envoy to Aldovia on March 20 was cancelled.`,
  reprint: `River talks end without a paper

Aldovia and Brennland met in Port Sable on Monday. The meeting lasted six hours.`,
  odd: `שיחות הנהר ${hostile}

משלחות של אלדוביה וברנלנד נפגשו & "דיברו" <b>ארוכות</b>.`,
} as const;
type Name = keyof typeof texts;

const uris: Record<Name, string> = {
  preview: "fennwire-preview.txt",
  held: "https://fennwire.example/held",
  courier: "courier.html",
  reprint: "reprint.txt",
  odd: `javascript:alert("${"x"}")`,
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ids = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, documentId(uris[name as Name], bytes(text))]),
) as Record<Name, DocumentId>;

/** The span of `words` in a document of the fixture. */
export function at(name: Name, words: string, from = 0): Span {
  const start = texts[name].indexOf(words, from);
  if (start < 0) throw new Error(`the fixture has no "${words}" in ${name}`);
  return { doc: ids[name], start, end: start + words.length };
}
export const idOf = (name: Name): DocumentId => ids[name];

const sentences = (name: Name): Span[] =>
  [...texts[name].matchAll(/[^\n]+?(?:[.?!]["”]?(?=\s)|$|(?=\n))/gu)].flatMap((match) =>
    match[0].trim() === "" ? [] : [at(name, match[0].trim(), match.index)],
  );

function document(
  name: Name,
  date: string | null,
  outlet: string | null,
  more: Partial<RecordDocument> = {},
): RecordDocument {
  const text = texts[name];
  return {
    id: ids[name],
    textHash: sha256(text),
    uri: uris[name],
    title: text.split("\n")[0] ?? null,
    outlet,
    byline: null,
    published: { value: date === null ? null : edtf(date), basis: date === null ? "unknown" : "stated", evidence: [] },
    language: "en",
    translatedFrom: null,
    text,
    furniture: [],
    duplicateOf: null,
    replaces: null,
    novelty: sentences(name).map((span) => ({ span, kind: "new", earlier: null })),
    ...more,
  };
}

const actor = (id: string, kind: Actor["kind"], name: string, mentions: Span[], more: Partial<Actor> = {}): Actor => ({
  id: id as ActorId,
  kind,
  name,
  aliases: [name],
  roles: [],
  memberOf: [],
  mentions,
  why: [{ rule: "lexicon", score: null }],
  ...more,
});
const [aldovia, brennland, oduya, harrow, ministry] = [
  "aldovia",
  "brennland",
  "mara-oduya",
  "piet-harrow",
  "aldovian-water-ministry",
] as ActorId[] as [ActorId, ActorId, ActorId, ActorId, ActorId];

const statement = (
  id: string,
  place: { speaker?: Span; cue?: Span; content: Span[] },
  more: Partial<Statement> = {},
): Statement => ({
  id: `s-${id}` as StatementId,
  speakers: [],
  speakerSpan: place.speaker ?? null,
  cueSpan: place.cue ?? null,
  mode: "speech",
  content: place.content,
  kind: "indirect",
  negated: false,
  refusal: false,
  within: null,
  via: [],
  addressee: null,
  channel: null,
  date: null,
  headline: false,
  evidence: { date: null, channel: null },
  why: { rule: "cue-after", score: 0.9 },
  ...more,
});

const event = (id: string, label: string, reports: Event["reports"], more: Partial<Event> = {}): Event => ({
  id: `e-${id}` as EventId,
  formerly: [],
  kind: "meeting",
  plover: null,
  label,
  date: null,
  status: "happened",
  basis: "told",
  participants: [],
  place: null,
  duration: null,
  format: null,
  round: null,
  outcome: null,
  quantities: [],
  facts: [],
  plan: null,
  sources: { reports: reports.length, outlets: reports.length, independent: reports.length },
  reports,
  why: [{ rule: "meet-verb", score: 0.8 }],
  ...more,
});
const told = (
  span: Span,
  date: string | null,
  status: Event["status"] = "happened",
  words: StatementId | null = null,
): Event["reports"][number] => ({
  span,
  dateAsTold: date === null ? null : edtf(date),
  statusAsTold: status,
  statement: words,
});

const s = {
  ministry: "s-000000000001",
  river: "s-000000000002",
  riverToo: "s-000000000003",
  dam: "s-000000000004",
  walk: "s-000000000005",
  april: "s-000000000006",
} as Record<string, string> as Record<"ministry" | "river" | "riverToo" | "dam" | "walk" | "april", StatementId>;
const strip = (id: StatementId): string => id.slice(2);

const statements: Statement[] = [
  statement(
    strip(s.ministry),
    {
      speaker: at("preview", "the Aldovian Water Ministry"),
      cue: at("preview", "said"),
      content: [at("preview", "Delegations of Aldovia and Brennland will meet in Port Sable on March 6")],
    },
    { speakers: [ministry], date: edtf("2023-03-01") },
  ),
  statement(
    strip(s.river),
    {
      speaker: at("held", "Aldovian Water Minister Mara Oduya"),
      cue: at("held", "told"),
      content: [at("held", "The river belongs to nobody")],
    },
    { speakers: [oduya], kind: "direct", date: edtf("2023-03-06"), channel: "news conference" },
  ),
  statement(
    strip(s.riverToo),
    {
      speaker: at("courier", "Ms Oduya"),
      cue: at("courier", "said"),
      content: [at("courier", "Nobody owns the river")],
    },
    {
      speakers: [oduya],
      kind: "direct",
      via: [{ actor: null, name: "Fennwire", evidence: at("courier", "Fennwire") }],
    },
  ),
  statement(
    strip(s.dam),
    { speaker: at("held", "She"), cue: at("held", "declined to comment"), content: [] },
    { speakers: [oduya], refusal: true },
  ),
  statement(
    strip(s.walk),
    {
      speaker: at("courier", "Brennland's envoy Piet Harrow"),
      cue: at("courier", "denied"),
      content: [at("courier", "his country had walked out")],
    },
    { speakers: [harrow], negated: true },
  ),
  statement(strip(s.april), {
    speaker: at("held", "a diplomat close to the talks"),
    cue: at("held", "said", 300),
    content: [at("held", "Talks may resume in April")],
  }),
];

const events: Event[] = [
  event(
    "00000000000a",
    "Aldovia–Brennland talks",
    [told(at("held", "The two sides last met in October 2022"), "2022-10")],
    {
      date: edtf("2022-10"),
      participants: [
        { actor: aldovia, role: "participant" },
        { actor: brennland, role: "participant" },
      ],
    },
  ),
  event(
    "00000000000b",
    "Aldovia–Brennland talks, Port Sable",
    [
      told(
        at("preview", "Delegations of Aldovia and Brennland will meet in Port Sable on March 6"),
        "2023-03-06",
        "planned",
        s.ministry,
      ),
      told(at("held", "Aldovia and Brennland met in Port Sable on Monday"), "2023-03-06"),
      told(
        at("courier", "Monday's talks between Aldovia and Brennland in Port Sable went on for about four hours"),
        "2023-03-06",
      ),
      told(at("reprint", "Aldovia and Brennland met in Port Sable on Monday"), "2023-03-06"),
    ],
    {
      date: edtf("2023-03-06"),
      place: "Port Sable",
      duration: "PT6H",
      sources: { reports: 4, outlets: 3, independent: 3 },
      plan: { announced: [ids.preview], fate: "held" },
      formerly: ["e-0000000000ff" as EventId],
      participants: [
        { actor: aldovia, role: "participant" },
        { actor: brennland, role: "participant" },
      ],
      facts: [
        { field: "duration", value: "PT6H", evidence: [at("held", "six hours"), at("reprint", "six hours")] },
        { field: "duration", value: "PT4H", evidence: [at("courier", "about four hours")] },
        {
          field: "place",
          value: "Port Sable",
          evidence: [
            at("preview", "Port Sable"),
            at("held", "Port Sable"),
            at("courier", "Port Sable"),
            at("reprint", "Port Sable"),
          ],
        },
        { field: "date", value: "2023-03-06", evidence: [at("preview", "March 6"), at("held", "Monday")] },
      ],
    },
  ),
  event(
    "00000000000c",
    `Visit ${hostile}`,
    [told(at("courier", "A visit of the envoy to Aldovia on March 20 was cancelled"), "2023-03-20", "cancelled")],
    {
      kind: "visit",
      status: "cancelled",
      date: edtf("2023-03-20"),
      participants: [
        { actor: harrow, role: "agent" },
        { actor: aldovia, role: "host" },
      ],
    },
  ),
  event(
    "00000000000d",
    "Aldovia–Brennland talks",
    [told(at("held", "Talks may resume in April"), "2023-04", "planned", s.april)],
    { status: "planned", basis: "claimed", date: edtf("2023-04"), plan: { announced: [ids.held], fate: "pending" } },
  ),
  event(
    "00000000000e",
    "Brennland demands a fixed share",
    [told(at("preview", "Brennland has demanded a fixed share of the water"), null, "unknown")],
    { kind: "proposal", status: "unknown", participants: [{ actor: brennland, role: "agent" }] },
  ),
];

/** The record. */
export const record: ParleyRecord = {
  schema: "parley-record/1",
  dossier: { title: `River <talks> & "dams"`, documents: 5, from: edtf("2023-03-01"), to: edtf("2023-03-08") },
  reader: { version: "0.0.0", models: [] },
  documents: [
    document("preview", "2023-03-01", "Fennwire", {
      published: { value: edtf("2023-03-01"), basis: "stated", evidence: [at("preview", "March 1")] },
    }),
    document("held", "2023-03-07", "Fennwire"),
    document("courier", "2023-03-07", "The Sable Courier", {
      translatedFrom: "und",
      furniture: [
        { span: at("courier", "Home"), reason: "navigation" },
        { span: at("courier", "World"), reason: "navigation" },
        { span: at("courier", "Share this report"), reason: "share" },
      ],
    }),
    document("reprint", "2023-03-08", `Brennland <Daily> "Late"`, {
      duplicateOf: ids.held,
      novelty: sentences("reprint").map((span) => ({
        span,
        kind: "recycled",
        earlier: at("held", "Aldovia and Brennland met in Port Sable on Monday"),
      })),
    }),
    document("odd", null, null, { language: "he" }),
  ],
  actors: [
    actor("aldovia", "state", "Aldovia", [
      at("preview", "Aldovia"),
      at("held", "Aldovia"),
      at("courier", "Aldovia"),
      at("reprint", "Aldovia"),
    ]),
    actor("brennland", "state", "Brennland", [
      at("preview", "Brennland"),
      at("held", "Brennland"),
      at("courier", "Brennland"),
      at("courier", "Brennland", 200),
      at("reprint", "Brennland"),
    ]),
    actor("aldovian-water-ministry", "body", "Aldovian Water Ministry", [at("preview", "Aldovian Water Ministry")], {
      memberOf: [{ actor: aldovia, from: null, to: null, evidence: [at("preview", "Aldovian Water Ministry")] }],
    }),
    actor("mara-oduya", "person", "Mara Oduya", [at("held", "Mara Oduya"), at("courier", "Oduya")], {
      aliases: ["Mara Oduya", "Oduya", hostile],
      roles: [
        {
          title: "Water Minister",
          of: aldovia,
          from: null,
          to: null,
          evidence: [at("held", "Aldovian Water Minister")],
        },
      ],
      memberOf: [{ actor: ministry, from: edtf("2021"), to: null, evidence: [at("held", "Aldovian Water Minister")] }],
    }),
    actor("piet-harrow", "person", "Piet Harrow", [at("courier", "Piet Harrow")], {
      memberOf: [{ actor: brennland, from: null, to: null, evidence: [at("courier", "Brennland's envoy")] }],
    }),
    actor("נהר", "organization", `ועדת <הנהר> & "co"`, [at("odd", "הנהר")]),
  ],
  timexes: [
    {
      id: "t-000000000001",
      span: at("preview", "March 6"),
      type: "DATE",
      value: "2023-03-06",
      mod: null,
      range: null,
      implied: ["year"],
      why: { rule: "month-day: counted from the day of publication", score: 0.9 },
    },
    {
      id: "t-000000000002",
      span: at("courier", "about four hours"),
      type: "DURATION",
      value: "PT4H",
      mod: "APPROX",
      range: null,
      implied: [],
      why: { rule: "duration", score: null },
    },
    {
      id: "t-000000000003",
      span: at("held", "Monday"),
      type: "DATE",
      value: "2023-03-06",
      mod: null,
      range: null,
      implied: ["year", "month", "day"],
      why: { rule: "weekday: counted from the day of publication", score: 0.95 },
    },
  ],
  statements,
  utterances: [
    {
      id: "u-000000000001",
      speakers: [oduya],
      date: edtf("2023-03-06"),
      statements: [s.river, s.riverToo],
      first: ids.held,
      wordings: [
        { text: "The river belongs to nobody", statements: [s.river] },
        { text: "Nobody owns the river", statements: [s.riverToo] },
      ],
    },
    {
      id: "u-000000000002",
      speakers: [ministry],
      date: edtf("2023-03-01"),
      statements: [s.ministry],
      first: ids.preview,
      wordings: [
        { text: "Delegations of Aldovia and Brennland will meet in Port Sable on March 6", statements: [s.ministry] },
      ],
    },
  ],
  events,
  series: [
    {
      id: "r-000000000001",
      label: "Aldovia–Brennland talks",
      events: ["e-00000000000a", "e-00000000000b", "e-00000000000d"] as EventId[],
    },
  ],
  proposals: [
    {
      id: "o-000000000001",
      label: "a fixed share of the water",
      by: [brennland],
      to: [aldovia],
      date: null,
      event: "e-00000000000e" as EventId,
      provisions: [],
      answers: [
        { actor: aldovia, stance: "noncommittal", date: null, evidence: [at("held", "She declined to comment")] },
      ],
    },
  ],
  issues: [
    {
      id: "fixed-share" as IssueId,
      label: "a fixed share of the water",
      terms: ["a fixed share of the water"],
      evidence: [at("preview", "a fixed share of the water")],
    },
  ],
  positions: [
    {
      id: "p-000000000001",
      issue: "fixed-share" as IssueId,
      actor: brennland,
      stance: "demands",
      basis: "ascribed",
      by: [],
      date: null,
      evidence: [at("preview", "Brennland has demanded a fixed share of the water")],
      statement: null,
      moved: true,
      why: { rule: "demand-verb", score: 0.7 },
    },
  ],
  discrepancies: [
    {
      id: "x-000000000001",
      event: "e-00000000000b" as EventId,
      attribute: "duration",
      kind: "contradiction",
      values: [
        { value: "PT6H", evidence: [at("held", "six hours"), at("reprint", "six hours")] },
        { value: "PT4H", evidence: [at("courier", "about four hours")] },
      ],
    },
  ],
  state: [
    {
      id: "k-000000000001",
      between: [aldovia, brennland],
      from: edtf("2023-03-01"),
      state: "scheduled",
      evidence: [at("preview", "Delegations of Aldovia and Brennland will meet in Port Sable on March 6")],
    },
    {
      id: "k-000000000002",
      between: [brennland, aldovia],
      from: edtf("2023-03-06"),
      state: "inconclusive",
      evidence: [at("courier", "no result")],
    },
  ],
  problems: [
    {
      id: "q-000000000001",
      span: at("held", "The two sides"),
      stage: "actors",
      reason: "two pairs could be meant",
      candidates: ["Aldovia and Brennland", "the ministries"],
    },
  ],
};

/** A context for pages of a record, with everything as served. */
export const contextFor = (one: ParleyRecord, asOf: string | null = null): PageContext => ({
  index: indexRecord(one),
  links: servedLinks(asOf, { stylesheet: "/parley.css", script: "/parley.js" }),
  title: one.dossier.title,
  asOf: asOf === null ? null : edtf(asOf),
  undated: 1,
  days: [edtf("2023-03-01"), edtf("2023-03-07"), edtf("2023-03-08")],
  exports: [{ name: "json", extension: "json", about: "the whole record" }],
  live: true,
});

/** The record as it stood on a day: documents published by then, and what has evidence left in them. Enough for pages. */
export function recordAsOf(day: string): ParleyRecord {
  const documents = record.documents.filter(({ published }) => published.value !== null && published.value <= day);
  const has = (span: Span | null | undefined): boolean =>
    span !== null && span !== undefined && documents.some(({ id }) => id === span.doc);
  return {
    ...record,
    documents,
    dossier: { ...record.dossier, documents: documents.length },
    actors: record.actors
      .map((one) => ({
        ...one,
        mentions: one.mentions.filter(has),
        roles: one.roles.filter(({ evidence }) => evidence.every(has)),
        memberOf: one.memberOf.filter(({ evidence }) => evidence.every(has)),
      }))
      .filter(({ mentions }) => mentions.length > 0),
    timexes: record.timexes.filter(({ span }) => has(span)),
    statements: record.statements.filter(({ cueSpan }) => has(cueSpan)),
    utterances: [],
    events: record.events
      .map((one) => ({
        ...one,
        facts: [],
        plan: null,
        reports: one.reports.filter(({ span }) => has(span)),
        status: one.reports.some(({ span, statusAsTold }) => has(span) && statusAsTold === "happened")
          ? one.status
          : (one.reports[0]?.statusAsTold ?? one.status),
      }))
      .filter(({ reports }) => reports.length > 0),
    series: [],
    proposals: [],
    state: record.state.filter(({ evidence }) => evidence.every(has)),
    positions: record.positions.filter(({ evidence }) => evidence.every(has)),
    discrepancies: [],
    problems: [],
  };
}
