// GraphML: actors and events as a network for Gephi, Cytoscape, igraph and the like: who took part in what, who met whom, who
// spoke to whom, who speaks for whom. Written by hand: the format is a few tags (graphml.graphdrawing.org/primer).
import type { ActorId } from "../model/ids.js";
import type { Event, ParleyRecord } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { EventKind } from "../model/words.js";
import { distinct, type Lookup, lookupOf, spansOf } from "./lookup.js";
import { attributes, escapeXml } from "./xml.js";

type Values = Readonly<Record<string, string | number | null>>;

/** Data of nodes and edges: name, type and for which. */
export const graphmlKeys = [
  ["label", "string", "node"],
  ["type", "string", "node"],
  ["kind", "string", "node"],
  ["date", "string", "node"],
  ["status", "string", "node"],
  ["place", "string", "node"],
  ["mentions", "int", "node"],
  ["evidence", "string", "node"],
  ["relation", "string", "edge"],
  ["role", "string", "edge"],
  ["weight", "double", "edge"],
  ["first", "string", "edge"],
  ["last", "string", "edge"],
  ["lines", "string", "edge"],
  ["evidence", "string", "edge"],
] as const;

const keyId = (of: string, name: string): string => `${of}-${name}`;

function dataOf(of: "node" | "edge", values: Values): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === null || value === ""
        ? []
        : [`<data${attributes({ key: keyId(of, name) })}>${escapeXml(String(value))}</data>`],
    )
    .join("");
}

const nodeXml = (id: string, values: Values): string => `<node${attributes({ id })}>${dataOf("node", values)}</node>\n`;

/** An edge between two actors (or an actor and an event), with the lines that it is made of. */
type Edge = {
  readonly source: string;
  readonly target: string;
  readonly relation: "took part" | "met" | "to meet" | "spoke to" | "speaks for";
  readonly isDirected: boolean;
  readonly role: string | null;
  readonly lines: { readonly id: string; readonly date: string | null; readonly spans: readonly Span[] }[];
};

const mostQuotes = 5; // on one edge; the lines that it names hold the rest

function edgeXml(edge: Edge, index: number, look: Lookup): string {
  const dates = edge.lines.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const quotes = distinct(edge.lines.flatMap(({ spans }) => spans.slice(0, 1))).slice(0, mostQuotes);
  const values = {
    relation: edge.relation,
    role: edge.role,
    weight: edge.lines.length,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    lines: edge.lines.map(({ id }) => id).join(" "),
    evidence: quotes.map(look.quote).join("\n"),
  };
  const ends = { id: `r${index}`, source: edge.source, target: edge.target, directed: String(edge.isDirected) };
  return `<edge${attributes(ends)}>${dataOf("edge", values)}</edge>\n`;
}

/** Edges by relation and ends: one for all the lines that tell it. */
class Edges {
  readonly #edges = new Map<string, Edge>();
  add(edge: Omit<Edge, "lines" | "role"> & { readonly role?: string }, line: Edge["lines"][number]): void {
    const key = JSON.stringify([edge.relation, edge.source, edge.target, edge.role ?? null]);
    const known = this.#edges.get(key);
    if (known) known.lines.push(line);
    else this.#edges.set(key, { ...edge, role: edge.role ?? null, lines: [line] });
  }
  all(): Iterable<Edge> {
    return this.#edges.values();
  }
}

const encounters: ReadonlySet<EventKind> = new Set(["meeting", "call", "visit"]);

function addEvent(edges: Edges, event: Event): void {
  const line = { id: event.id, date: event.date, spans: event.reports.map(({ span }) => span) };
  for (const { actor, role } of event.participants)
    edges.add({ source: actor, target: event.id, relation: "took part", isDirected: true, role }, line);
  const isHeld = event.status === "happened";
  const isAhead = event.status === "planned" && event.plan?.fate !== "moved";
  if (!encounters.has(event.kind) || !(isHeld || isAhead)) return;
  const relation = isHeld ? "met" : "to meet";
  const present: readonly ActorId[] = [...new Set(event.participants.map(({ actor }) => actor))].sort();
  for (const [index, source] of present.entries())
    for (const target of present.slice(index + 1)) edges.add({ source, target, relation, isDirected: false }, line);
}

function edgesOf(record: ParleyRecord): Iterable<Edge> {
  const edges = new Edges();
  for (const event of record.events) addEvent(edges, event);
  for (const statement of record.statements) {
    const target = statement.addressee;
    if (target === null) continue;
    const line = { id: statement.id, date: statement.date, spans: spansOf(statement) };
    for (const source of statement.speakers)
      edges.add({ source, target, relation: "spoke to", isDirected: true }, line);
  }
  for (const { id, memberOf } of record.actors)
    for (const { actor, from, evidence } of memberOf)
      edges.add(
        { source: id, target: actor, relation: "speaks for", isDirected: true },
        { id, date: from, spans: evidence },
      );
  return edges.all();
}

/** The graph: nodes first, then edges whose ends are both nodes. */
export function* graphml(record: ParleyRecord): Generator<string> {
  const look = lookupOf(record);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  for (const [name, type, of] of graphmlKeys)
    yield `<key${attributes({ id: keyId(of, name), for: of, "attr.name": name, "attr.type": type })}/>\n`;
  yield `<graph id="dossier" edgedefault="directed">\n`;
  for (const { id, name, kind, mentions } of record.actors) {
    const evidence = mentions[0] ? look.quote(mentions[0]) : null;
    yield nodeXml(id, { label: name, type: "actor", kind, mentions: mentions.length, evidence });
  }
  for (const event of record.events) {
    const { id, label, kind, date, status, place } = event;
    const evidence = distinct(event.reports.map(({ span }) => span))
      .map(look.quote)
      .join("\n");
    yield nodeXml(id, { label, type: "event", kind, date, status, place, evidence });
  }
  const isNode = (id: string): boolean =>
    look.actor(id as ActorId) !== undefined || look.event(id as Event["id"]) !== undefined;
  let index = 0;
  for (const edge of edgesOf(record))
    if (isNode(edge.source) && isNode(edge.target)) yield edgeXml(edge, index++, look);
  yield "</graph>\n</graphml>\n";
}
