// Documents: the reports of the dossier in the order of their publication, and what each is.
import type { ActorId } from "../model/ids.js";
import type { RecordDocument } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { outletOf } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { paged, pager } from "./paging.js";
import { counted } from "./words.js";

const linesPerPage = 100;

/** What is peculiar to a document: reprint, translation, new fetch of an old address. */
export function peculiarities(context: PageContext, document: RecordDocument): Html[] {
  const other = (id: RecordDocument["id"], words: string): Html => {
    const original = context.index.documents.get(id);
    return original
      ? html`${words} <a href="${documentLink(context.links, id)}" dir="auto">${outletOf(original)}</a>`
      : html`${words} a report that is not in this view`;
  };
  return [
    ...(document.duplicateOf === null ? [] : [other(document.duplicateOf, "a reprint of")]),
    ...(document.replaces === null ? [] : [other(document.replaces, "replaces an earlier")]),
    ...(document.translatedFrom === null
      ? []
      : [
          html`translated${document.translatedFrom === "und" ? nothing : html` from <code>${document.translatedFrom}</code>`}`,
        ]),
  ];
}

function row(context: PageContext, document: RecordDocument): Html {
  const { index } = context;
  const number = (count: number | undefined): Html =>
    html`<td class="number">${count ? count : html`<span class="silent">0</span>`}</td>`;
  const { value, basis } = document.published;
  return html`<tr><td class="when">${value === null ? "undated" : timeOf(value, "short")}${basis === "inferred" ? html`<br><span class="about">inferred</span>` : nothing}</td>
<th scope="row"><a href="${documentLink(context.links, document.id)}" dir="auto">${document.title ?? outletOf(document)}</a> <span class="about">${joined([document.outlet, ...peculiarities(context, document)])}</span></th>
${number(new Set(index.tellingsIn.get(document.id)?.map(({ event }) => event.id)).size)}${number(index.statementsIn.get(document.id)?.length)}</tr>`;
}

/** The list, as asked for in the address: outlet, actor (whom the report names), page. */
export function documentsPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = query.get("outlet") || null;
  const named = query.get("actor") || null;
  const actor = named === null ? undefined : context.index.actors.get(named as ActorId);
  const self: Self = { name: "documents", id: "", query: { outlet: asked, actor: named } };
  const all = context.index.record.documents;
  const mentioned = new Set(actor?.mentions.map(({ doc }) => doc));
  const chosen = all.filter(
    ({ id, outlet }) => (asked === null || outlet === asked) && (named === null || mentioned.has(id)),
  );
  const part = paged(chosen, query.get("page"), linesPerPage);
  const outlets = [...new Set(all.flatMap(({ outlet }) => (outlet === null ? [] : [outlet])))]
    .toSorted()
    .map((name) => ({ value: name, words: name }));
  const body = html`<h1 dir="auto">${actor ? `Reports that name ${actor.name}` : "Documents"}</h1>
${filterForm(context, self, [select("outlet", "Outlet", "All outlets", outlets, asked), ...(named === null ? [] : [html`<input type="hidden" name="actor" value="${named}">`])], asked !== null || named !== null)}
<p class="sum">${counted(chosen.length, "report")}, in the order of publication.</p>
<table class="list documents"><caption class="unseen">Reports with what was read in each</caption>
<thead><tr><th scope="col">Published</th><th scope="col">Report</th><th scope="col" class="number">Events</th><th scope="col" class="number">Statements</th></tr></thead>
<tbody>${part.lines.map((document) => row(context, document))}</tbody></table>
${pager(context, self, part)}`;
  return { title: "Documents", self, body };
}
