// What every format asks of a record: the lookups of the listings, and how a report is named beside what it tells.

import type { DocumentId } from "../model/ids.js";
import type { ParleyRecord, Statement } from "../model/record.js";
import type { Span } from "../model/span.js";
import { type Lookup as ListingLookup, lookupOf as listingLookup } from "../query/lookup.js";

export type Lookup = ListingLookup & {
  /** "Outlet, 2022-01-10" — or the document's address where its outlet is not known. */
  readonly source: (id: DocumentId) => string;
  /** Evidence as one line: `Outlet, 2022-01-10: “the sentence”`. */
  readonly quote: (span: Span) => string;
  /** Who says something: its speakers, else the words that name the source; none: nobody is told. */
  readonly speakers: (statement: Statement) => readonly string[];
};

/** Lookups over one record. */
export function lookupOf(record: ParleyRecord): Lookup {
  const look = listingLookup(record);
  const source = (id: DocumentId): string => `${look.outlet(id)}, ${look.document(id)?.published.value ?? "undated"}`;
  return {
    ...look,
    source,
    quote: (span) => `${source(span.doc)}: “${look.cite(span).sentence}”`,
    speakers: ({ speakers, speakerSpan }) =>
      speakers.length > 0 ? look.names(speakers) : speakerSpan ? [look.words(speakerSpan)] : [],
  };
}

/** Spans of which each is the first in its document at its place: evidence without repetitions. */
export function distinct(spans: readonly Span[]): readonly Span[] {
  const seen = new Set<string>();
  return spans.filter(({ doc, start, end }) => {
    const key = `${doc},${start},${end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Where a statement stands: its words, else its cue, else its source. */
export const spansOf = ({ content, cueSpan, speakerSpan }: Statement): readonly Span[] =>
  content.length > 0 ? content : cueSpan ? [cueSpan] : speakerSpan ? [speakerSpan] : [];

/** Ids of the record as IRIs. Actors and issues have ids that are words, so that their kind goes with them. */
export const urn = (id: string): string => `urn:parley:${encodeURIComponent(id)}`;
export const actorUrn = (id: string): string => `urn:parley:actor:${encodeURIComponent(id)}`;
export const issueUrn = (id: string): string => `urn:parley:issue:${encodeURIComponent(id)}`;

/** The address of a report, where a browser may follow it; null for files and anything else. */
export const webAddress = (uri: string): string | null =>
  /^https?:\/\//i.test(uri) && URL.canParse(uri) ? new URL(uri).href : null;
