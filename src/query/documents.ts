// Rows of the reports themselves, of what could not be decided in them, and of where they cannot all be right.
import type { Edtf } from "../model/edtf.js";
import type { DocumentId, EventId } from "../model/ids.js";
import type { DateBasis, DiscrepancyAttribute } from "../model/words.js";
import { eventFacts } from "./events.js";
import { type Filter, filterOf } from "./filter.js";
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

/** Documents in the record's order. --from and --to are about publication here. */
export function documentRows(look: Lookup, filter: Filter): readonly DocumentRow[] {
  const wanted = filterOf(look, filter);
  const { statements, events, actors, positions } = look.record;
  return look.record.documents.flatMap((document): DocumentRow[] => {
    const { id, published, outlet, title, byline, uri, language, translatedFrom, duplicateOf, replaces, novelty } =
      document;
    const here = ({ doc }: { readonly doc: DocumentId }): boolean => doc === id;
    const facts = {
      date: published.value,
      actors:
        filter.actor === null ? [] : actors.filter(({ mentions }) => mentions.some(here)).map((actor) => actor.id),
      issues:
        filter.issue === null ? [] : positions.filter(({ evidence }) => evidence.some(here)).map(({ issue }) => issue),
      documents: [id],
      words: [title ?? "", outlet ?? "", uri, document.text],
    };
    if (!wanted(facts)) return [];
    const count = (kind: string): number => novelty.filter((part) => part.kind === kind).length;
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
        statements: statements.filter(({ content, cueSpan }) =>
          [...content, cueSpan].some((span) => span !== null && here(span)),
        ).length,
        events: events.filter(({ reports }) => reports.some(({ span }) => here(span))).length,
        sentences: { new: count("new"), recycled: count("recycled"), background: count("background") },
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
  const named = (candidate: string): string => look.record.actors.find(({ id }) => id === candidate)?.name ?? candidate;
  return look.record.problems.flatMap(({ id, span, stage, reason, candidates }) => {
    const actors = look.record.actors.filter((actor) => candidates.includes(actor.id)).map((actor) => actor.id);
    const facts = {
      date: look.document(span.doc)?.published.value ?? null,
      actors,
      issues: [],
      documents: [span.doc],
      words: [look.words(span), reason, ...candidates.map(named)],
    };
    return wanted(facts) ? [{ id, stage, reason, candidates: candidates.map(named), evidence: look.cite(span) }] : [];
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
    if (!wanted({ ...facts, documents, words: [...facts.words, attribute, ...values.map(({ value }) => value)] }))
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
