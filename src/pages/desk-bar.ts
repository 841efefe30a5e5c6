// The way to review, to the log of decisions and to one's account, for who may correct the record or has signed in.
import type { PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";
import type { PageName } from "./links.js";

const deskPages: ReadonlySet<PageName> = new Set(["decide", "decisions", "review", "account"]);

/** Whether a page is of the desk: it is about the record as it is now, not as of a day. */
export const isDesk = (name: PageName): boolean => deskPages.has(name);

export const deskSections = [
  { name: "review", words: "Review", key: "q" },
  { name: "decisions", words: "Decisions", key: "j" },
] as const;

/** The keys that lead to the desk after "g", for who may write. */
export const deskKeys = ({ viewer }: PageContext) => (viewer?.mayWrite === true ? deskSections : []);

/** A second, small navigation; nothing where nobody corrects anything. */
export function deskBar(context: PageContext, self: Self): Html {
  const { viewer } = context;
  if (viewer === undefined || (!viewer.mayWrite && !viewer.signsIn)) return nothing;
  const link = (name: PageName, words: string): Html =>
    html`<li><a href="${context.links.page(name, "", { as_of: null })}"${self.name === name ? html` aria-current="page"` : nothing}>${words}</a></li>`;
  return html`<nav class="desk-bar" aria-label="Corrections"><ul>${deskKeys(context).map(({ name, words }) => link(name, words))}${viewer.signsIn && viewer.name !== null ? link("account", viewer.name) : nothing}</ul></nav>`;
}
