// Reports side by side: what all of some documents tell, what only some of them tell, what they tell otherwise, and in which words
// each gives the same utterance.
import type { Edtf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type {
  Discrepancy,
  Event,
  EventFactField,
  ParleyRecord,
  RecordDocument,
  Statement,
  Utterance,
} from "../model/record.js";
import type { Span } from "../model/span.js";
import type { DiscrepancyAttribute, EventStatus } from "../model/words.js";
import { groupBy } from "./group.js";
import type { Lookup } from "./lookup.js";
import { placeOf } from "./place.js";

/** What reports of an event differ on, as the record judges it, with the values that the compared documents give. */
export type Differing = {
  readonly attribute: DiscrepancyAttribute;
  readonly kind: Discrepancy["kind"];
  readonly values: Discrepancy["values"];
};
/** How one document tells an event. `silent`: fields that another of the documents tells and this one does not. */
export type Telling = {
  readonly reports: Event["reports"];
  readonly silent: readonly EventFactField[];
};
/** "otherwise": several tell it and differ on it; "together": all tell it, alike; "left-out": some leave it out. */
export type EventVerdict = "otherwise" | "together" | "left-out";
export type ComparedEvent = {
  readonly event: Event;
  readonly verdict: EventVerdict;
  readonly tellings: ReadonlyMap<DocumentId, Telling>;
  readonly differing: readonly Differing[];
  /** Whether one tells it as having happened and another as cancelled or denied. */
  readonly isStatusDisputed: boolean;
};
/** One utterance (or a statement that belongs to none) with the statements in which each document tells it. */
export type ComparedWords = {
  readonly utterance: Utterance | null;
  readonly date: Edtf | null;
  readonly statements: ReadonlyMap<DocumentId, readonly Statement[]>;
};
/** Sentences of `document` that an earlier one of the documents, `of`, tells. */
export type Repeated = { readonly document: DocumentId; readonly of: DocumentId; readonly spans: readonly Span[] };
export type Comparison = {
  readonly documents: readonly RecordDocument[];
  readonly events: readonly ComparedEvent[];
  readonly words: readonly ComparedWords[];
  readonly repeated: readonly Repeated[];
};

const refuted: ReadonlySet<EventStatus> = new Set<EventStatus>(["cancelled", "denied"]);

/** What some documents differ on, of the discrepancies of an event: only where at least two of its values are theirs. */
function differingIn(discrepancies: readonly Discrepancy[], ids: readonly DocumentId[]): readonly Differing[] {
  return discrepancies.flatMap(({ attribute, kind, values }): Differing[] => {
    const own = values.flatMap(({ value, evidence }) => {
      const spans = evidence.filter(({ doc }) => ids.includes(doc));
      return spans.length > 0 ? [{ value, evidence: spans }] : [];
    });
    const documents = new Set(own.flatMap(({ evidence }) => evidence.map(({ doc }) => doc)));
    return own.length > 1 && documents.size > 1 ? [{ attribute, kind, values: own }] : [];
  });
}

function comparedEvent(event: Event, discrepancies: readonly Discrepancy[], ids: readonly DocumentId[]): ComparedEvent {
  const telling = ids.filter((id) => event.reports.some(({ span }) => span.doc === id));
  const fieldsIn = (id: DocumentId): ReadonlySet<EventFactField> => {
    const facts = event.facts.filter(({ evidence }) => evidence.some(({ doc }) => doc === id));
    const isDated = event.reports.some(({ span, dateAsTold }) => span.doc === id && dateAsTold !== null);
    return new Set([...(isDated ? (["date"] as const) : []), ...facts.map(({ field }) => field)]);
  };
  const fields = new Map(telling.map((id) => [id, fieldsIn(id)]));
  const all = new Set([...fields.values()].flatMap((own) => [...own]));
  const tellings = new Map(
    telling.map((id): [DocumentId, Telling] => [
      id,
      {
        reports: event.reports.filter(({ span }) => span.doc === id),
        silent: [...all].filter((field) => fields.get(id)?.has(field) !== true),
      },
    ]),
  );
  const statuses = [...tellings.values()].flatMap(({ reports }) => reports.map(({ statusAsTold }) => statusAsTold));
  const isStatusDisputed = statuses.includes("happened") && statuses.some((status) => refuted.has(status));
  const differing = differingIn(discrepancies, telling);
  const isOtherwise = telling.length > 1 && (isStatusDisputed || differing.length > 0);
  const verdict = isOtherwise ? "otherwise" : telling.length === ids.length ? "together" : "left-out";
  return { event, verdict, tellings, differing, isStatusDisputed: isStatusDisputed && telling.length > 1 };
}

/** Statements of the documents by utterance, in the record's order. */
function comparedWords({ statements, utterances }: ParleyRecord, ids: ReadonlySet<DocumentId>): ComparedWords[] {
  const utteranceOf = new Map(utterances.flatMap((one) => one.statements.map((id) => [id, one] as const)));
  const groups = new Map<string, { utterance: Utterance | null; own: Map<DocumentId, Statement[]> }>();
  for (const statement of statements) {
    const doc = placeOf(statement)?.doc;
    if (doc === undefined || !ids.has(doc)) continue;
    const utterance = utteranceOf.get(statement.id) ?? null;
    const group = groups.get(utterance?.id ?? statement.id) ?? { utterance, own: new Map() };
    groups.set(utterance?.id ?? statement.id, group);
    group.own.set(doc, [...(group.own.get(doc) ?? []), statement]);
  }
  return [...groups.values()].map(({ utterance, own }) => ({
    utterance,
    date: utterance?.date ?? [...own.values()].flat().find(({ date }) => date !== null)?.date ?? null,
    statements: own,
  }));
}

function repeatedIn(documents: readonly RecordDocument[]): Repeated[] {
  return documents.flatMap(({ id, novelty }) =>
    documents.flatMap(({ id: of }): Repeated[] => {
      const spans = novelty.filter(({ earlier }) => earlier?.doc === of && of !== id).map(({ span }) => span);
      return spans.length > 0 ? [{ document: id, of, spans }] : [];
    }),
  );
}

/** Documents compared, in the record's order (that of publication). Ids that the record does not hold are passed over. */
export function compareDocuments(look: Lookup, asked: readonly DocumentId[]): Comparison {
  const documents = look.record.documents.filter(({ id }) => asked.includes(id));
  const ids = documents.map(({ id }) => id);
  const told = look.record.events.filter(({ reports }) => reports.some(({ span }) => ids.includes(span.doc)));
  const discrepanciesOf = groupBy(look.record.discrepancies, ({ event }) => [event]);
  return {
    documents,
    events: told.map((event) => comparedEvent(event, discrepanciesOf(event.id), ids)),
    words: comparedWords(look.record, new Set(ids)),
    repeated: repeatedIn(documents),
  };
}
