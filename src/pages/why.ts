// What stands behind one line of the record: every place that it was read from, the rules, how sure they are, in sentences; and the
// lines that it hangs together with. Every list that shows only some of a line's sources leads here.
import type { Span } from "../model/span.js";
import { type Explanation, explain } from "../query/explain.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { outletOf, quoted, sourceText } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import type { PageName } from "./links.js";
import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { counted } from "./words.js";

const perPage = 40;

/** Address of what stands behind a line, by its id. */
export const whyLink = ({ links }: PageContext, id: string): string => links.page("why", id);

const pages: Readonly<Partial<Record<string, PageName>>> = {
  event: "event",
  actor: "actor",
  issue: "issue",
  document: "document",
};

type Evidence = Explanation["evidence"][number];
function place(context: PageContext, { of, citation }: Evidence): Html {
  const span = { doc: citation.document, start: citation.start, end: citation.end } as Span;
  const document = context.index.documents.get(citation.document);
  if (!document) return nothing;
  return html`<li class="line"><div class="when" dir="auto">${of}</div><div class="what"><p class="words">${quoted(context, span)}</p><p class="told"><a class="mark" href="${linkTo(context, span)}" dir="auto">${outletOf(document)}</a> <span dir="auto">${joined([sourceText(document), document.title])}</span></p></div></li>
`;
}

/** A line that hangs together with this one; linked where it has a page. In a site of files only things have one, so that it ends. */
function related(context: PageContext, { id, kind, heading }: Explanation["related"][number]): Html {
  const name = pages[kind];
  const link = name !== undefined ? context.links.page(name, id) : context.live ? whyLink(context, id) : null;
  const words = html`<span dir="auto">${heading}</span>`;
  return html`<li>${link === null ? words : html`<a href="${link}">${words}</a>`} <span class="about">${kind}</span></li>`;
}

function rules({ rules: list }: Explanation): Html {
  if (list.length === 0) return nothing;
  const lines = list.map(
    ({ rule, because, sentence }) =>
      html`<li><code>${rule}</code>${because === null ? nothing : html` <span dir="auto">${because}</span>`} <span class="about">${sentence}</span></li>`,
  );
  return html`<section aria-labelledby="rules"><h2 id="rules">By which rules</h2><ul>${lines}</ul></section>`;
}

/** The page of a line; null where the record has none of that id. As asked for in the address: page. */
export function whyPage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const found = explain(context.index.look, id);
  if (found === null) return null;
  const self: Self = { name: "why", id: found.id, query: {} };
  const part = paged(found.evidence, query.get("page"), perPage);
  const facts = found.facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`);
  const own = pages[found.kind];
  const above =
    own === undefined
      ? found.kind
      : html`<a href="${context.links.page(own, found.id)}">the page of this ${found.kind}</a>`;
  const decided = found.decidedBy === null ? null : `decided by ${found.decidedBy}`;
  const body = html`<p class="crumb">${joined(["What stands behind a line", above, decided])}</p>
<h1 class="long" dir="auto">${found.heading}</h1>
${part.page === 1 ? html`<dl class="about-list">${facts}</dl>${rules(found)}` : nothing}
<section aria-labelledby="read-from"><h2 id="read-from">Read from <span class="count">${counted(part.total, "place")}</span></h2>
${part.total === 0 ? html`<p class="empty">No words stand behind it.</p>` : html`<ol class="lines">${part.lines.map((one) => place(context, one))}</ol>`}${pager(context, self, part)}</section>
${part.page === 1 && found.related.length > 0 ? html`<section aria-labelledby="related"><h2 id="related">Hangs together with</h2><ul>${found.related.slice(0, 60).map((one) => related(context, one))}</ul></section>` : nothing}`;
  return { title: found.heading, self, body };
}
