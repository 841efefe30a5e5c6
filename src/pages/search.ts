// Search: lines of the record that hold all words. A server answers it; in a site of files the script of the pages does, from
// the list that is published with them.
import { foldName } from "../query/names.js";
import { type Entry, type SearchKind, searchEntries, searchRecord, termsOf } from "../query/search.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { sourceText } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";

import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { counted } from "./words.js";

const perPage = 40;
const around = 160; // characters shown on either side of the first word found

export const searchWords: Readonly<Record<SearchKind, string>> = {
  event: "Event",
  statement: "Statement",
  actor: "Actor",
  issue: "Issue",
  document: "Report",
};

/** Where a found line leads. */
export function entryLink(context: PageContext, { kind, id, place }: Entry): string {
  const { links } = context;
  if (kind === "statement") return place === null ? links.page("statements") : linkTo(context, place);
  if (kind === "event") return links.page("event", id);
  if (kind === "actor") return links.page("actor", id);
  return kind === "issue" ? links.page("issue", id) : links.page("document", id);
}

/** A text cut around the first word found, the words marked. Folding keeps no offsets, so words are looked for one by one. */
function snippet(text: string, terms: readonly string[]): Html {
  const words = text.match(/\s*\S+/g) ?? [];
  const parts = new Set(terms.flatMap((term) => term.split(" ")));
  const isFound = (word: string): boolean => {
    const folded = foldName(word);
    return [...parts].some((part) => folded.includes(part));
  };
  const at = Math.max(0, words.findIndex(isFound));
  let start = at;
  for (let length = 0; start > 0 && length < around; start--) length += words[start - 1]?.length ?? 0;
  let end = at;
  for (let length = 0; end < words.length && length < around * 2; end++) length += words[end]?.length ?? 0;
  const shown = words
    .slice(start, end)
    .map((word) => (isFound(word) ? html` <mark>${word.trim()}</mark>` : word.replace(/\s+/g, " ")));
  return html`${start > 0 ? "… " : nothing}${shown}${end < words.length ? " …" : nothing}`;
}

function line(context: PageContext, entry: Entry, terms: readonly string[]): Html {
  const document = entry.place === null ? undefined : context.index.documents.get(entry.place.doc);
  const source = document ? html` <span class="about" dir="auto">${sourceText(document)}</span>` : nothing;
  return html`<li class="line"><div class="when">${searchWords[entry.kind]}</div><div class="what"><p class="label"><a href="${entryLink(context, entry)}" dir="auto">${entry.head === "" ? "somebody unnamed" : entry.head}</a>${source}</p><p class="words" dir="auto">${snippet(entry.words, terms)}</p></div></li>
`;
}

/** The page, as asked for in the address: q, page. */
export function searchPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = query.get("q")?.slice(0, 300).trim() ?? "";
  const self: Self = { name: "search", id: "", query: { q: asked === "" ? null : asked } };
  const terms = termsOf(asked);
  const found = context.live ? searchRecord(context.index.look, asked) : [];
  const part = paged(found, query.get("page"), perPage);
  const keep =
    context.asOf === null || !context.live ? nothing : html`<input type="hidden" name="as_of" value="${context.asOf}">`;
  const form = html`<form class="find-form" method="get" role="search" action="${context.links.page("search", "", { as_of: null })}">${keep}<label for="q">Words that must all be there; “in quotation marks”: in this order</label> <input id="q" type="search" name="q" value="${asked}" autocomplete="off"> <button>Search</button></form>`;
  const sum =
    terms.length === 0
      ? nothing
      : found.length === 0
        ? html`<p class="empty">Nothing holds all of these words.</p>`
        : html`<p class="sum">${counted(found.length, "line")}, best first.</p>`;
  const results = context.live
    ? html`${sum}${found.length > 0 ? html`<ol class="lines">${part.lines.map(({ entry }) => line(context, entry, terms))}</ol>` : nothing}${pager(context, self, part)}`
    : html`<div id="results" role="status"></div><noscript><p class="empty">In a published site, search needs JavaScript. The <a href="${context.links.page("chronicle")}">chronicle</a>, the <a href="${context.links.page("actors")}">actors</a> and the <a href="${context.links.page("documents")}">reports</a> can be read without.</p></noscript>`;
  const body = html`<h1>Search</h1>${form}${results}`;
  return { title: asked === "" ? "Search" : `${asked}: search`, self, body };
}

const longest = 600; // characters of a line that a published site can find; of a report it is the beginning

/** What a site of files searches: a script that sets one list of [kind, head, words, address, source]. */
export function searchScript(context: PageContext): string {
  const lines = searchEntries(context.index.look).map((entry) => {
    const document = entry.place === null ? undefined : context.index.documents.get(entry.place.doc);
    const words = entry.kind === "document" ? entry.words.replace(/\s+/g, " ") : entry.words.slice(0, longest);
    return [
      searchWords[entry.kind],
      entry.head,
      words,
      entryLink(context, entry),
      document ? sourceText(document) : "",
    ];
  });
  return `window.parleySearch=${JSON.stringify(lines).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")};\n`;
}
