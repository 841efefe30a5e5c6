// Addresses of pages. A page never writes an address itself: the server and a site of files make them in different ways.
import type { DocumentId } from "../model/ids.js";
import type { Range, Span } from "../model/span.js";

export type PageName = "chronicle" | "event" | "statements" | "actors" | "actor" | "documents" | "document";

/** What a list page was asked for; empty values are left out of addresses. */
export type Query = Readonly<Record<string, string | null | undefined>>;

export type Links = {
  /** Address of a page; `id` for the pages of one thing, `fragment` without "#". */
  readonly page: (name: PageName, id?: string, query?: Query, fragment?: string) => string;
  readonly stylesheet: string;
  /** Address of an export of the record by the exporter's name; null where none are offered. */
  readonly download: (name: string) => string | null;
};

/** Where pages stand; a path that ends in "/" is followed by an id. */
export const pathOf: Readonly<Record<PageName, string>> = {
  chronicle: "/",
  event: "/events/",
  statements: "/statements",
  actors: "/actors",
  actor: "/actors/",
  documents: "/documents",
  document: "/documents/",
};

/** "?a=1&b=2" of what is not empty, "" of nothing. */
function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
}

/** Links of the server: the day that the record is seen from stays in every address. */
export function servedLinks(asOf: string | null, stylesheet: string): Links {
  return {
    page: (name, id = "", { as_of = asOf, ...query } = {}, fragment = "") =>
      `${pathOf[name]}${encodeURIComponent(id)}${queryString({ ...query, as_of })}${fragment === "" ? "" : `#${fragment}`}`,
    stylesheet,
    download: (name) => `/export/${encodeURIComponent(name)}${queryString({ as_of: asOf })}`,
  };
}

/** Name of the place of a range on its document's page. */
export const anchorOf = (range: Range): string => `c${range.start}-${range.end}`;

/** Address of the words of a span, on the page of their document. */
export const linkTo = (links: Links, span: Span): string => links.page("document", span.doc, {}, anchorOf(span));

/** Address of a document's page. */
export const documentLink = (links: Links, document: DocumentId): string => links.page("document", document);
