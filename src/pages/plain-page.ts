// Pages that say that there is nothing to show: not found, not understood, broken. In the design of all others.
import type { PageContent, PageContext, Self } from "./context.js";
import { html } from "./html.js";

const home: Self = { name: "chronicle", id: "", query: {} };

/** A page with a heading and what to do. `self`: the page that was asked for, so that it can be asked for as of another day. */
export function plainPage(
  context: PageContext,
  title: string,
  lines: readonly string[],
  self: Self = home,
): PageContent {
  const body = html`<h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}
<p><a href="${context.links.page("chronicle")}">Back to the chronicle</a></p>`;
  return { title, self, body };
}
