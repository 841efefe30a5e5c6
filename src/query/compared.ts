// Reports side by side, and what is to be looked at first, as programs are told of them: with words and citations.
import type { Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { DocumentId } from "../model/ids.js";
import { type ComparedEvent, type ComparedWords, compareDocuments } from "./compare.js";
import { explain } from "./explain.js";
import type { Citation, Lookup } from "./lookup.js";
import { placeOf } from "./place.js";
import { type ReviewLine, reviewQueue } from "./review.js";

export type ReviewRow = ReviewLine & { readonly heading: string; readonly evidence: readonly Citation[] };

/** Lines in doubt, the most consequential first. */
export const reviewLines = (look: Lookup): readonly ReviewLine[] => reviewQueue(look.record);

/** A line in doubt with what it says and where it was read. */
export function reviewRow(line: ReviewLine, look: Lookup): ReviewRow {
  const told = explain(look, line.id);
  return {
    ...line,
    heading: told?.heading ?? line.id,
    evidence: (told?.evidence ?? []).map(({ citation }) => citation),
  };
}

const eventOf = (look: Lookup, { event, verdict, tellings, differing, isStatusDisputed }: ComparedEvent) => ({
  id: event.id,
  date: event.date,
  label: event.label,
  verdict,
  statusDisputed: isStatusDisputed,
  differing: differing.map(({ attribute, kind, values }) => ({
    attribute,
    kind,
    values: values.map(({ value, evidence }) => ({ value, evidence: evidence.map(look.cite) })),
  })),
  tellings: [...tellings].map(([document, { reports, silent }]) => ({
    document,
    silent: [...silent],
    as: reports.map(({ dateAsTold, statusAsTold }) => ({ date: dateAsTold, status: statusAsTold })),
    evidence: reports.map(({ span }) => look.cite(span)),
  })),
});

const wordsOf = (look: Lookup, { utterance, date, statements }: ComparedWords) => ({
  utterance: utterance?.id ?? null,
  date,
  speakers: look.names(utterance?.speakers ?? [...statements.values()].flat()[0]?.speakers ?? []),
  tellings: [...statements].map(([document, own]) => ({
    document,
    statements: own.map(({ id }) => id),
    evidence: own.flatMap((statement) => {
      const place = placeOf(statement);
      return place ? [look.cite(place)] : [];
    }),
  })),
});

/** What is asked: documents by id or address, separated by commas; or an event, whose documents are meant. */
export type CompareAsked = { readonly documents?: string | undefined; readonly event?: string | undefined };

/** The documents that are asked for. Throws InputError where they are not there, or fewer than two. */
function documentsAsked(look: Lookup, { documents, event }: CompareAsked): readonly DocumentId[] {
  if ((documents === undefined) === (event === undefined))
    throw new InputError("name documents, separated by commas, or an event");
  const told = event === undefined ? undefined : look.record.events.find(({ id }) => id === event);
  if (event !== undefined && !told) throw new InputError(`the record has no such event: ${event.slice(0, 60)}`);
  const named = (documents ?? "").split(",").flatMap((asked) => {
    const name = asked.trim();
    if (name === "") return [];
    const found = look.record.documents.find(({ id, uri }) => id === name || uri === name);
    if (!found) throw new InputError(`the record has no such report: ${name.slice(0, 60)}`);
    return [found.id];
  });
  const ids = [...new Set(told ? told.reports.map(({ span }) => span.doc) : named)];
  if (!told && ids.length < 2) throw new InputError("there is nothing to compare: two reports are needed");
  return ids;
}

export type ComparedAnswer = {
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly outlet: string;
    readonly title: string | null;
    readonly published: Edtf | null;
    readonly uri: string;
  }[];
  readonly events: readonly ReturnType<typeof eventOf>[];
  readonly words: readonly ReturnType<typeof wordsOf>[];
  readonly repeated: readonly {
    readonly document: DocumentId;
    readonly of: DocumentId;
    readonly evidence: readonly Citation[];
  }[];
};

/** Reports compared: what they tell alike, otherwise, or leave out; in which words; what one has of another. Throws InputError. */
export function comparedAnswer(look: Lookup, asked: CompareAsked): ComparedAnswer {
  const { documents, events, words, repeated } = compareDocuments(look, documentsAsked(look, asked));
  return {
    documents: documents.map(({ id, title, published, uri }) => ({
      id,
      outlet: look.outlet(id),
      title,
      published: published.value,
      uri,
    })),
    events: events.map((event) => eventOf(look, event)),
    words: words.map((one) => wordsOf(look, one)),
    repeated: repeated.map(({ document, of, spans }) => ({ document, of, evidence: spans.map(look.cite) })),
  };
}
