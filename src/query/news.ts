// What reports since a day bring: events told for the first time or told otherwise than before, positions, contradictions, and
// of each report the sentences that no earlier report tells.
import { boundsOf, compareDates, dayOf, type Edtf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { Discrepancy, Event, ParleyRecord, Position, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { EventStatus } from "../model/words.js";

export type FreshReport = {
  readonly document: RecordDocument;
  readonly fresh: readonly Span[]; // sentences that are new
  readonly recycled: number;
  readonly background: number;
};
export type ChangedEvent = { readonly event: Event; readonly before: EventStatus };
export type News = {
  readonly reports: readonly FreshReport[];
  readonly first: readonly Event[];
  readonly changed: readonly ChangedEvent[];
  readonly positions: readonly Position[];
  readonly discrepancies: readonly Discrepancy[];
};

const isAfter = (document: RecordDocument, since: Edtf): boolean =>
  document.published.value !== null && boundsOf(document.published.value).last > boundsOf(since).last;

/** The day before the last day on which reports were published: what is new "today". Null where no report is dated. */
export function usualSince({ documents }: ParleyRecord): Edtf | null {
  const lasts = documents.flatMap(({ published }) =>
    published.value === null ? [] : [boundsOf(published.value).last],
  );
  return lasts.length === 0 ? null : dayOf(lasts.reduce((a, b) => Math.max(a, b)) - 1);
}

/** The news of a record since a day: of the reports published after it. */
export function newsSince(record: ParleyRecord, since: Edtf): News {
  const late = new Set<DocumentId>(record.documents.filter((document) => isAfter(document, since)).map(({ id }) => id));
  const isLate = ({ doc }: { readonly doc: DocumentId }): boolean => late.has(doc);
  const told = record.events.filter(({ reports }) => reports.some(({ span }) => isLate(span)));
  const changed = told.flatMap((event): ChangedEvent[] => {
    const earlier = event.reports.filter(({ span }) => !isLate(span));
    const before = earlier.at(-1)?.statusAsTold;
    const isOld = before === undefined || earlier.some(({ statusAsTold }) => statusAsTold === event.status);
    return isOld ? [] : [{ event, before }];
  });
  return {
    reports: record.documents
      .filter(({ id }) => late.has(id))
      .toSorted((a, b) => compareDates(b.published.value, a.published.value))
      .map((document) => ({
        document,
        fresh: document.novelty.filter(({ kind }) => kind === "new").map(({ span }) => span),
        recycled: document.novelty.filter(({ kind }) => kind === "recycled").length,
        background: document.novelty.filter(({ kind }) => kind === "background").length,
      })),
    first: told.filter(({ reports }) => reports.every(({ span }) => isLate(span))),
    changed,
    positions: record.positions.filter(({ evidence }) => evidence.length > 0 && evidence.every(isLate)),
    discrepancies: record.discrepancies.filter(({ values }) => values.some(({ evidence }) => evidence.some(isLate))),
  };
}
