// The way to review, to the log of decisions and to one's account, for who may correct the record or has signed in.
import type { PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";
import type { PageName } from "./links.js";

/** A second, small navigation; nothing where nobody corrects anything. */
export function deskBar(context: PageContext, self: Self): Html {
  const { viewer } = context;
  if (viewer === undefined || (!viewer.mayWrite && !viewer.signsIn)) return nothing;
  const link = (name: PageName, words: string): Html =>
    html`<li><a href="${context.links.page(name, "", { as_of: null })}"${self.name === name ? html` aria-current="page"` : nothing}>${words}</a></li>`;
  return html`<nav class="desk-bar" aria-label="Corrections"><ul>${viewer.mayWrite ? html`${link("review", "Review")}${link("decisions", "Decisions")}` : nothing}${viewer.signsIn && viewer.name !== null ? link("account", viewer.name) : nothing}</ul></nav>`;
}
