// Addresses of pages. A page never writes an address itself: the server and a site of files make them in different ways.
import type { DocumentId } from "../model/ids.js";
import { sha256 } from "../model/ids.js";
import type { Range } from "../model/span.js";

/** Where pages stand; a path that ends in "/" is followed by an id. */
export const pathOf = {
  chronicle: "/",
  event: "/events/",
  compare: "/compare/",
  compareReports: "/compare",
  brief: "/brief",
  new: "/new",
  state: "/state",
  discrepancies: "/discrepancies",
  statements: "/statements",
  variants: "/variants",
  utterance: "/utterances/",
  positions: "/positions",
  issue: "/issues/",
  open: "/open",
  proposals: "/proposals",
  meetings: "/meetings",
  calendar: "/calendar",
  network: "/network",
  actors: "/actors",
  actor: "/actors/",
  why: "/why/",
  documents: "/documents",
  document: "/documents/",
  outlets: "/outlets",
  problems: "/problems",
  search: "/search",
  downloads: "/downloads",
  about: "/about",
  decide: "/decide",
  decisions: "/decisions",
  review: "/review",
  account: "/account",
} as const;

export type PageName = keyof typeof pathOf;

/** What a list page was asked for; empty values are left out of addresses. */
export type Query = Readonly<Record<string, string | null | undefined>>;

export type Links = {
  /** Address of a page; `id` for the pages of one thing, `fragment` without "#". */
  readonly page: (name: PageName, id?: string, query?: Query, fragment?: string) => string;
  readonly stylesheet: string;
  readonly script: string;
  /** What search in a site of files looks through; null where the server searches. */
  readonly searchIndex: string | null;
  /** Address of an export of the record by the exporter's name; null where none are offered. */
  readonly download: (name: string) => string | null;
};

/** "?a=1&b=2" of what is not empty, "" of nothing. */
function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
}

const hash = (fragment: string): string => (fragment === "" ? "" : `#${fragment}`);

/** Addresses of what pages are made with. */
export type Assets = { readonly stylesheet: string; readonly script: string };

/** Links of the server: the day that the record is seen from stays in every address. */
export function servedLinks(asOf: string | null, { stylesheet, script }: Assets): Links {
  return {
    page: (name, id = "", { as_of = asOf, ...query } = {}, fragment = "") =>
      `${pathOf[name]}${encodeURIComponent(id)}${queryString({ ...query, as_of })}${hash(fragment)}`,
    stylesheet,
    script,
    searchIndex: null,
    download: (name) => `/export/${encodeURIComponent(name)}${queryString({ as_of: asOf })}`,
  };
}

/** A text as part of a file name that every file system and web host keeps apart from others: plain slugs as they are, else with a hash. */
export function fileWord(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(text) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(text)) return text;
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${plain === "" ? "x" : plain}.${sha256(text).slice(0, 8)}`;
}

/** What a page of a site of files is: its name, its id, what it is asked for, and the day that it is seen from (null: everything). */
export type Wanted = {
  readonly name: PageName;
  readonly id: string;
  readonly query: Query;
  readonly day?: string | null | undefined;
};

/** The folder of a site of files that holds the record as of a day: "as-of/2022-01-09/"; "" for everything. */
export const folderOf = (day: string | null | undefined): string => (day ? `as-of/${day}/` : "");

/** The file of a page in a site of files: "index.html", "events/e-0a1b.html", "as-of/2022-01-09/statements~actor-russia~page-2.html". */
export function fileOf({ name, id, query, day }: Wanted): string {
  const path = pathOf[name].slice(1);
  const base = path === "" ? "index" : path.endsWith("/") ? `${path}${fileWord(id)}` : path;
  const asked = Object.entries(query)
    .filter(([key, value]) => value && key !== "as_of")
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `~${key}-${fileWord(value ?? "")}`);
  return `${folderOf(day)}${base}${asked.join("")}.html`;
}

/** The way from one file of a site to another, relative, so that the site stands anywhere. */
export function wayTo(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return `${up}${to}`;
}

export type SiteFiles = Assets & { readonly searchIndex: string; readonly download: (name: string) => string | null };

/**
 * Links of a site of files, from one of its files, which shows the record as of `day`; `want` hears of every page that is linked
 * to, so that it is written. As on a server, links stay in that day unless they ask for another ("as_of").
 */
export function siteLinks(from: string, day: string | null, files: SiteFiles, want: (wanted: Wanted) => void): Links {
  return {
    page: (name, id = "", query = {}, fragment = "") => {
      const { as_of = day } = query;
      const wanted = { name, id, query, day: as_of };
      want(wanted);
      return `${wayTo(from, fileOf(wanted))}${hash(fragment)}`;
    },
    stylesheet: wayTo(from, files.stylesheet),
    script: wayTo(from, files.script),
    searchIndex: wayTo(from, files.searchIndex),
    download: (name) => {
      const file = files.download(name);
      return file === null ? null : wayTo(from, file);
    },
  };
}

/** Name of the place of a range on its document's page. */
export const anchorOf = (range: Range): string => `c${range.start}-${range.end}`;

/** Address of a document's page. */
export const documentLink = (links: Links, document: DocumentId): string => links.page("document", document);
