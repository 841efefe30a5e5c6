// Long lists in pages of a stated length, with the way from one to the next.
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
