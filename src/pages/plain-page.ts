// Pages that say that there is nothing to show: not found, not understood, broken. In the design of all others.
import type { PageContent, PageContext } from "./context.js";
import { html } from "./html.js";

/** A page with a heading and what to do. */
export function plainPage(context: PageContext, title: string, lines: readonly string[]): PageContent {
  const body = html`<h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}
<p><a href="${context.links.page("chronicle")}">Back to the chronicle</a></p>`;
  return { title, self: { name: "chronicle", id: "", query: {} }, body };
}
