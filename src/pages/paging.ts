// Long lists in pages of a stated length, with the way from one to the next. A page that holds several lists shows the first lines of
// each; asked for alone ("list" in the address), a list stands there with all of its lines in pages.
import type { PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";

export type Paged<Line> = {
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly first: number;
};

/** The lines of page `asked` (from 1; what is no page is the nearest that is). */
export function paged<Line>(lines: readonly Line[], asked: string | null, length: number): Paged<Line> {
  const pages = Math.max(1, Math.ceil(lines.length / length));
  const wanted = Number.parseInt(asked ?? "1", 10);
  const page = Number.isNaN(wanted) ? 1 : Math.min(Math.max(wanted, 1), pages);
  const first = (page - 1) * length;
  return { lines: lines.slice(first, first + length), page, pages, total: lines.length, first };
}

/** Links to the neighbouring pages; nothing where there is one page. */
export function pager<Line>(
  context: PageContext,
  self: Self,
  part: Paged<Line>,
  words: { readonly before: string; readonly after: string } = { before: "← Earlier lines", after: "Later lines →" },
): Html {
  if (part.pages === 1) return nothing;
  const to = (page: number): string =>
    context.links.page(self.name, self.id, { ...self.query, page: page === 1 ? null : String(page) });
  const step = (page: number, text: string, rel: string): Html =>
    page < 1 || page > part.pages
      ? html`<span class="off">${text}</span>`
      : html`<a rel="${rel}" href="${to(page)}">${text}</a>`;
  return html`<nav class="pager" aria-label="Pages of this list">
${step(part.page - 1, words.before, "prev")}
<span>${part.lines.length === 1 ? nothing : html`${part.first + 1}–`}${part.first + part.lines.length} of ${part.total}</span>
${step(part.page + 1, words.after, "next")}
</nav>`;
}

/** The list that a page is asked to show alone, if it is one of its own; null: the page as a whole. */
export const listAsked = <Name extends string>(query: URLSearchParams, names: readonly Name[]): Name | null =>
  names.find((name) => name === query.get("list")) ?? null;

export type Listed<Line> = {
  readonly lines: readonly Line[];
  /** Under the lines: the way to all of them, or from page to page. */
  readonly rest: Html;
};

/** Lines of one list of the page `self` (whose query tells the list that is asked for): the first `most`, or a page of it alone. */
export function listed<Line>(
  context: PageContext,
  self: Self,
  query: URLSearchParams,
  { name, lines, most, perPage = 60 }: { name: string; lines: readonly Line[]; most: number; perPage?: number },
): Listed<Line> {
  if (self.query.list === name) {
    const part = paged(lines, query.get("page"), perPage);
    return { lines: part.lines, rest: pager(context, self, part) };
  }
  const rest =
    lines.length > most
      ? html`<p><a href="${context.links.page(self.name, self.id, { ...self.query, list: name })}">All ${lines.length.toLocaleString("en-GB")}</a></p>`
      : nothing;
  return { lines: lines.slice(0, most), rest };
}

/** Whether a list is shown: on the page as a whole, and where it is asked for alone. */
export const isListShown = ({ query }: Self, name: string): boolean => !query.list || query.list === name;

/** Above a list that stands alone: the way back to the page as a whole. */
export const wayBack = (context: PageContext, self: Self, words: string): Html =>
  self.query.list
    ? html`<p class="crumb"><a href="${context.links.page(self.name, self.id, { ...self.query, list: null })}">${words}</a></p>`
    : nothing;
