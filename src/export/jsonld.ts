// JSON-LD: the record as linked data, in schema.org's and PROV-O's words (jsonld-context.ts): reports, actors, statements, events,
// issues, positions, proposals and discrepancies, each derived from the words that tell it.
import { boundsOf, dayOf, type Edtf, precisionOf } from "../model/edtf.js";
import type { Why } from "../model/reading.js";
import type { Actor, Event, ParleyRecord, RecordDocument, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { jsonWithList } from "./json-list.js";
import { jsonldContext } from "./jsonld-context.js";
import { actorUrn, issueUrn, type Lookup, lookupOf, spansOf, urn, webAddress } from "./lookup.js";

type Node = Readonly<Record<string, unknown>>;

const parties = (ids: readonly string[]): readonly string[] => ids.map(actorUrn);
const reading = urn("reading");

/** Fields that have a value. */
const some = (fields: Node): Node =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );

const evidenceOf = (spans: readonly Span[], look: Lookup): readonly Node[] =>
  spans.map((span) => ({
    type: ["prov:Entity", "schema:Quotation"],
    text: look.words(span),
    sentence: look.cite(span).sentence,
    quotedFrom: urn(span.doc),
    start: span.start,
    end: span.end,
  }));

/** How a line was made: its evidence, by which reading, by which rule, decided by whom. */
const provenance = (spans: readonly Span[], look: Lookup, why: Why | undefined, decidedBy: string | undefined): Node =>
  some({
    evidence: evidenceOf(spans, look),
    generatedBy: reading,
    rule: why?.rule ?? null,
    score: why?.score ?? null,
    decidedBy: decidedBy ?? null,
  });

/** First and last day of a date where it has them, as schema.org wants them, and the date as it is. */
function when(date: Edtf | null): Node {
  if (date === null) return {};
  if (precisionOf(date) !== "interval") return { startDate: date.replace(/[~?%]$/, ""), edtf: date };
  const { first, last } = boundsOf(date);
  return some({
    startDate: Number.isFinite(first) ? dayOf(first) : null,
    endDate: Number.isFinite(last) ? dayOf(last) : null,
    edtf: date,
  });
}

const documentNode = (document: RecordDocument): Node =>
  some({
    id: urn(document.id),
    type: ["schema:NewsArticle", "prov:Entity"],
    headline: document.title,
    publisher: document.outlet && { type: "schema:Organization", name: document.outlet },
    byline: document.byline,
    datePublished: document.published.value,
    inLanguage: document.language,
    url: webAddress(document.uri),
    uri: document.uri,
    textHash: document.textHash,
  });

const actorTypes: Readonly<Record<Actor["kind"], string>> = {
  person: "schema:Person",
  state: "schema:Country",
  organization: "schema:Organization",
  body: "schema:GovernmentOrganization",
};
const actorNode = (actor: Actor, look: Lookup): Node =>
  some({
    id: actorUrn(actor.id),
    type: [actorTypes[actor.kind], "prov:Agent"],
    name: actor.name,
    alternateName: actor.aliases.filter((alias) => alias !== actor.name),
    jobTitle: [...new Set(actor.roles.map(({ title }) => title))],
    memberOf: parties([...new Set(actor.memberOf.map((membership) => membership.actor))]),
    ...provenance(actor.mentions.slice(0, 1), look, actor.why[0], actor.decidedBy),
  });

const statementNode = (statement: Statement, look: Lookup): Node => {
  const spans = spansOf(statement);
  const speakers = look.speakers(statement);
  return some({
    id: urn(statement.id),
    type: ["schema:Quotation", "prov:Entity"],
    text: statement.content.map(look.words).join(" … ") || null,
    name: statement.speakers.length === 0 ? (speakers[0] ?? null) : null,
    attributedTo: parties(statement.speakers),
    dateCreated: statement.date?.replace(/[~?%]$/, "") ?? null,
    edtf: statement.date,
    kind: statement.kind,
    denied: statement.negated,
    refused: statement.refusal,
    channel: statement.channel,
    addressee: statement.addressee && actorUrn(statement.addressee),
    ...provenance(spans, look, statement.why, statement.decidedBy),
  });
};

/** schema.org's status of an event; null where it has none. */
function eventStatus({ status, plan }: Event): string | null {
  if (status === "cancelled" || status === "denied") return "schema:EventCancelled";
  if (plan?.fate === "moved") return "schema:EventRescheduled";
  return status === "happened" || status === "planned" ? "schema:EventScheduled" : null;
}

const eventNode = (event: Event, series: ReadonlyMap<string, string>, look: Lookup): Node => {
  const present = (isHost: boolean): readonly string[] =>
    parties(event.participants.filter(({ role }) => (role === "host") === isHost).map(({ actor }) => actor));
  return some({
    id: urn(event.id),
    type: ["schema:Event", "prov:Entity"],
    name: event.label,
    kind: event.kind,
    plover: event.plover,
    ...when(event.date),
    eventStatus: eventStatus(event),
    status: event.status,
    basis: event.basis,
    duration: event.duration && !event.duration.includes("X") ? event.duration : null,
    location: event.place && { type: "schema:Place", name: event.place },
    organizer: present(true),
    attendee: present(false),
    outcome: event.outcome,
    superEvent: series.has(event.id) ? urn(series.get(event.id) ?? "") : null,
    ...provenance(
      event.reports.map(({ span }) => span),
      look,
      event.why[0],
      event.decidedBy,
    ),
  });
};

/** What is argued about: issues, positions, proposals; and where reports differ. */
function* disputeNodes(record: ParleyRecord, look: Lookup): Generator<Node> {
  for (const { id, label, terms, evidence, decidedBy } of record.issues)
    yield some({
      id: issueUrn(id),
      type: ["schema:DefinedTerm", "prov:Entity"],
      name: label,
      alternateName: terms.filter((term) => term !== label),
      ...provenance(evidence, look, undefined, decidedBy),
    });
  for (const position of record.positions)
    yield some({
      id: urn(position.id),
      type: ["schema:Claim", "prov:Entity"],
      attributedTo: actorUrn(position.actor),
      stance: position.stance,
      issue: issueUrn(position.issue),
      basis: position.basis,
      ascribedBy: parties(position.by),
      edtf: position.date,
      ...provenance(position.evidence, look, position.why, position.decidedBy),
    });
  for (const { id, label, by, to, date, event, provisions, answers } of record.proposals)
    yield some({
      id: urn(id),
      type: ["schema:CreativeWork", "prov:Entity"],
      name: label,
      by: parties(by),
      to: parties(to),
      edtf: date,
      about: [...new Set([...provisions.map(({ issue }) => issueUrn(issue)), ...(event ? [urn(event)] : [])])],
      answer: answers.map(({ actor, stance, date: day, evidence }) =>
        some({ by: actorUrn(actor), stance, edtf: day, evidence: evidenceOf(evidence, look) }),
      ),
      ...provenance(
        provisions.flatMap(({ evidence }) => evidence),
        look,
        undefined,
        undefined,
      ),
    });
  for (const { id, event, attribute, kind, values } of record.discrepancies)
    yield {
      id: urn(id),
      type: ["parley:Discrepancy", "prov:Entity"],
      about: urn(event),
      attribute,
      kind,
      telling: values.map(({ value, evidence }) => ({ value, evidence: evidenceOf(evidence, look) })),
      generatedBy: reading,
    };
}

function* nodes(record: ParleyRecord): Generator<Node> {
  const look = lookupOf(record);
  yield {
    id: reading,
    type: "prov:Activity",
    name: record.dossier.title,
    used: record.documents.map(({ id }) => urn(id)),
    associatedWith: {
      type: ["prov:SoftwareAgent", "schema:SoftwareApplication"],
      name: "Parley",
      softwareVersion: record.reader.version,
    },
  };
  for (const document of record.documents) yield documentNode(document);
  for (const actor of record.actors) yield actorNode(actor, look);
  for (const statement of record.statements) yield statementNode(statement, look);
  for (const { id, label } of record.series) yield { id: urn(id), type: "schema:EventSeries", name: label };
  const series = new Map(record.series.flatMap(({ id, events }) => events.map((event) => [event, id] as const)));
  for (const event of record.events) yield eventNode(event, series, look);
  yield* disputeNodes(record, look);
}

/** The graph, a node a line. */
export const jsonld = (record: ParleyRecord): Generator<string> =>
  jsonWithList({ "@context": jsonldContext }, "@graph", nodes(record));
