// Rows of the reports themselves, of what could not be decided in them, and of where they cannot all be right.
import type { Edtf } from "../model/edtf.js";
import type { DocumentId, EventId } from "../model/ids.js";
import type { Actor } from "../model/record.js";
import type { DateBasis, DiscrepancyAttribute } from "../model/words.js";
import { eventFacts } from "./events.js";
import { type Filter, filterOf } from "./filter.js";
import { groupBy } from "./group.js";
import type { Citation, Lookup } from "./lookup.js";

export type DocumentRow = {
  readonly id: DocumentId;
  readonly published: Edtf | null;
  readonly basis: DateBasis;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly uri: string;
  readonly language: string;
  readonly translatedFrom: string | null;
  readonly duplicateOf: DocumentId | null;
  readonly replaces: DocumentId | null;
  readonly statements: number;
  readonly events: number;
  readonly sentences: { readonly new: number; readonly recycled: number; readonly background: number };
};

type Spot = { readonly doc: DocumentId };
const docsOf = (spots: readonly (Spot | null)[]): readonly DocumentId[] =>
  spots.flatMap((spot) => (spot ? [spot.doc] : []));

/** Documents in the record's order. --from and --to are about publication here. */
export function documentRows(look: Lookup, filter: Filter): readonly DocumentRow[] {
  const wanted = filterOf(look, filter);
  const { record } = look;
  const statementsIn = groupBy(record.statements, ({ content, cueSpan }) => docsOf([...content, cueSpan]));
  const eventsIn = groupBy(record.events, ({ reports }) => docsOf(reports.map(({ span }) => span)));
  const actorsIn = groupBy(record.actors, ({ mentions }) => docsOf(mentions));
  const positionsIn = groupBy(record.positions, ({ evidence }) => docsOf(evidence));
  return record.documents.flatMap((document): DocumentRow[] => {
    const { id, published, outlet, title, byline, uri, language, translatedFrom, duplicateOf, replaces, novelty } =
      document;
    const facts = {
      date: published.value,
      actors: actorsIn(id).map((actor) => actor.id),
      issues: positionsIn(id).map(({ issue }) => issue),
      documents: [id],
      words: [title ?? "", outlet ?? "", uri, document.text],
    };
    if (!wanted(facts)) return [];
    const count = (kind: string): number => novelty.filter((part) => part.kind === kind).length;
    const sentences = { new: count("new"), recycled: count("recycled"), background: count("background") };
    const [statements, events] = [statementsIn(id).length, eventsIn(id).length];
    return [
      {
        id,
        published: published.value,
        basis: published.basis,
        outlet,
        title,
        byline,
        uri,
        language,
        translatedFrom,
        duplicateOf,
        replaces,
        statements,
        events,
        sentences,
      },
    ];
  });
}

export type ProblemRow = {
  readonly id: string;
  readonly stage: string;
  readonly reason: string;
  readonly candidates: readonly string[];
  readonly evidence: Citation;
};

/** What could not be decided, in the record's order. */
export function problemRows(look: Lookup, filter: Filter): readonly ProblemRow[] {
  const wanted = filterOf(look, filter);
  const actorOf = new Map<string, Actor>(look.record.actors.map((actor) => [actor.id, actor]));
  return look.record.problems.flatMap(({ id, span, stage, reason, candidates }) => {
    const actors = candidates.flatMap((candidate) => actorOf.get(candidate)?.id ?? []);
    const names = candidates.map((candidate) => actorOf.get(candidate)?.name ?? candidate);
    const facts = {
      date: look.document(span.doc)?.published.value ?? null,
      actors,
      issues: [],
      documents: [span.doc],
      words: [look.words(span), reason, ...names],
      shown: [span],
    };
    return wanted(facts) ? [{ id, stage, reason, candidates: names, evidence: look.cite(span) }] : [];
  });
}

export type DiscrepancyRow = {
  readonly id: string;
  readonly event: EventId;
  readonly date: Edtf | null;
  readonly label: string;
  readonly attribute: DiscrepancyAttribute;
  readonly kind: "contradiction" | "difference-in-detail";
  readonly values: readonly {
    readonly value: string;
    readonly outlets: readonly string[];
    readonly evidence: readonly Citation[];
  }[];
};

/** Where reports of one event differ, in the record's order. */
export function discrepancyRows(look: Lookup, filter: Filter): readonly DiscrepancyRow[] {
  const wanted = filterOf(look, filter);
  return look.record.discrepancies.flatMap(({ id, event, attribute, kind, values }): DiscrepancyRow[] => {
    const about = look.event(event);
    const documents = values.flatMap(({ evidence }) => evidence.map(({ doc }) => doc));
    const facts = about ? eventFacts(about, look) : { date: null, actors: [], issues: [], words: [] };
    if (
      !wanted({
        ...facts,
        documents,
        words: [...facts.words, attribute, ...values.map(({ value }) => value)],
        shown: values.flatMap(({ evidence }) => evidence),
      })
    )
      return [];
    return [
      {
        id,
        event,
        date: about?.date ?? null,
        label: about?.label ?? event,
        attribute,
        kind,
        values: values.map(({ value, evidence }) => ({
          value,
          outlets: look.outlets(evidence.map(({ doc }) => doc)),
          evidence: evidence.map(look.cite),
        })),
      },
    ];
  });
}
