// Coverage: which outlet tells which event, first, too, otherwise than most, or not at all; who cites whom; which reports are
// the same report again.
import { boundsOf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Discrepancy, Event, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DiscrepancyAttribute } from "../model/words.js";
import { groupBy } from "./group.js";
import type { Lookup } from "./lookup.js";
import { placeOf } from "./place.js";

/** How an outlet tells an event. `otherwise`: on what it differs from what most reports tell. */
export type Coverage = {
  readonly spans: readonly Span[];
  readonly isFirst: boolean;
  readonly otherwise: readonly DiscrepancyAttribute[];
};
export type CoverageRow = { readonly event: Event; readonly told: ReadonlyMap<string, Coverage> };
export type OutletRow = {
  readonly outlet: string;
  readonly documents: readonly RecordDocument[];
  readonly reprints: number;
  readonly events: number;
  readonly first: number; // events that it is the first to tell, of those that several outlets tell
  readonly alone: number; // events that only it tells
  readonly statements: number;
};
export type Cited = { readonly outlet: string; readonly source: string; readonly evidence: readonly Span[] };
export type Reprint = { readonly original: RecordDocument; readonly again: readonly RecordDocument[] };

/** Documents that tell otherwise than most, by attribute: those whose value has fewer reports than the value told most. */
function otherwiseOf(discrepancies: readonly Discrepancy[]): ReadonlyMap<DocumentId, readonly DiscrepancyAttribute[]> {
  const found = new Map<DocumentId, DiscrepancyAttribute[]>();
  for (const { attribute, values } of discrepancies) {
    const ranked = values.toSorted((a, b) => b.evidence.length - a.evidence.length);
    for (const { evidence } of ranked.slice(1))
      for (const { doc } of evidence) {
        const known = found.get(doc) ?? [];
        if (!known.includes(attribute)) found.set(doc, [...known, attribute]);
      }
  }
  return found;
}

const publishedOf = (look: Lookup, id: DocumentId): number => {
  const date = look.document(id)?.published.value ?? null;
  return date === null ? Infinity : boundsOf(date).first;
};

/** One row for each event of a record: how each outlet tells it. `outlet` names the outlet of a document. */
export function coverageRows(look: Lookup, outlet: (id: DocumentId) => string): readonly CoverageRow[] {
  const discrepanciesOf = groupBy(look.record.discrepancies, ({ event }) => [event]);
  return look.record.events.map((event) => {
    const otherwise = otherwiseOf(discrepanciesOf(event.id));
    const days = event.reports.map(({ span }) => publishedOf(look, span.doc));
    const earliest = days.reduce((a, b) => Math.min(a, b), Infinity);
    const told = new Map<string, { spans: Span[]; isFirst: boolean; otherwise: DiscrepancyAttribute[] }>();
    for (const { span } of event.reports) {
      const name = outlet(span.doc);
      const known = told.get(name) ?? { spans: [], isFirst: false, otherwise: [] };
      known.spans.push(span);
      if (publishedOf(look, span.doc) === earliest && earliest !== Infinity) known.isFirst = true;
      for (const attribute of otherwise.get(span.doc) ?? [])
        if (!known.otherwise.includes(attribute)) known.otherwise.push(attribute);
      told.set(name, known);
    }
    return { event, told };
  });
}

/** One row for each outlet, those with the most reports first. */
export function outletRows(
  look: Lookup,
  rows: readonly CoverageRow[],
  outlet: (id: DocumentId) => string,
): readonly OutletRow[] {
  const documentsOf = groupBy(look.record.documents, ({ id }) => [outlet(id)]);
  const statementsOf = groupBy(look.record.statements, (statement) => {
    const place = statement.content[0] ?? statement.cueSpan;
    return place ? [outlet(place.doc)] : [];
  });
  const eventsOf = groupBy(rows, ({ told }) => told.keys());
  const names = [...new Set(look.record.documents.map(({ id }) => outlet(id)))];
  return names
    .map((name): OutletRow => {
      const events = eventsOf(name);
      return {
        outlet: name,
        documents: documentsOf(name),
        reprints: documentsOf(name).filter(({ duplicateOf }) => duplicateOf !== null).length,
        events: events.length,
        first: events.filter(({ told }) => told.size > 1 && told.get(name)?.isFirst === true).length,
        alone: events.filter(({ told }) => told.size === 1).length,
        statements: statementsOf(name).length,
      };
    })
    .toSorted((a, b) => b.documents.length - a.documents.length || (a.outlet < b.outlet ? -1 : 1));
}

/** Who takes words from whom: the chain of each statement, the outlet that prints it first; the most often first. */
export function citations(look: Lookup, outlet: (id: DocumentId) => string): readonly Cited[] {
  const found = new Map<string, { outlet: string; source: string; evidence: Span[] }>();
  for (const statement of look.record.statements) {
    const place = placeOf(statement);
    if (place === null) continue;
    for (const { name, actor, evidence } of statement.via) {
      const [from, source] = [outlet(place.doc), actor === null ? name : look.name(actor)];
      const key = `${from}\0${source}`;
      const known = found.get(key) ?? { outlet: from, source, evidence: [] };
      known.evidence.push(evidence);
      found.set(key, known);
    }
  }
  return [...found.values()].toSorted((a, b) => b.evidence.length - a.evidence.length);
}

/** Reports that came again, under the one that they repeat. */
export function reprintsIn(look: Lookup): readonly Reprint[] {
  const again = groupBy(look.record.documents, ({ duplicateOf }) => (duplicateOf === null ? [] : [duplicateOf]));
  return look.record.documents.flatMap((original) => {
    const own = again(original.id);
    return own.length > 0 ? [{ original, again: own }] : [];
  });
}
