// Documents: the reports of the dossier in the order of their publication, and what each is.
import type { ActorId, DocumentId } from "../model/ids.js";
import type { RecordDocument } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { outletOf, sourceText } from "./evidence.js";
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

/** Reports that are chosen already, to be compared with those that are ticked here. */
const chosenIn = (index: PageContext["index"], query: URLSearchParams): readonly RecordDocument[] =>
  (query.get("with") ?? "").split(",").flatMap((id) => index.documents.get(id as DocumentId) ?? []);

function row(context: PageContext, document: RecordDocument, chosen: readonly RecordDocument[]): Html {
  const { index } = context;
  const number = (count: number | undefined): Html =>
    html`<td class="number">${count ? count : html`<span class="silent">0</span>`}</td>`;
  const { value, basis } = document.published;
  const tick = !context.live
    ? nothing
    : html`<td class="pick">${chosen.includes(document) ? nothing : html`<label><span class="unseen">Compare ${document.title ?? outletOf(document)}</span><input type="checkbox" name="doc" value="${document.id}"></label>`}</td>`;
  return html`<tr>${tick}<td class="when">${value === null ? "undated" : timeOf(value, "short")}${basis === "inferred" ? html`<br><span class="about">inferred</span>` : nothing}</td>
<th scope="row"><a href="${documentLink(context.links, document.id)}" dir="auto">${document.title ?? outletOf(document)}</a> <span class="about">${joined([document.outlet, ...peculiarities(context, document)])}</span></th>
${number(new Set(index.tellingsIn.get(document.id)?.map(({ event }) => event.id)).size)}${number(index.statementsIn.get(document.id)?.length)}</tr>`;
}

const hidden = (fields: Readonly<Record<string, string | null>>): Html[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );

/** The table in a form whose ticked rows are compared, with those that were chosen before; alone where nobody answers forms. */
function ticked(context: PageContext, beside: readonly RecordDocument[], table: Html): Html {
  if (!context.live) return table;
  const ids = beside.map(({ id }) => id).join(",");
  const chosen =
    beside.length === 0
      ? html`Tick reports to see them side by side.`
      : html`To be compared with: ${joined(
          beside.map((document) => html`<strong dir="auto">${sourceText(document)}</strong>`),
          ", ",
        )}.`;
  return html`<form class="ticked" method="get" action="${context.links.page("compareReports", "", { as_of: null })}">${hidden({ docs: ids === "" ? null : ids, as_of: context.asOf })}
<p class="about">${chosen} <button>Compare</button></p>${table}</form>`;
}

/** The list, as asked for in the address: outlet, actor (whom the report names), with (reports to compare with), page. */
export function documentsPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = query.get("outlet") || null;
  const named = query.get("actor") || null;
  const actor = named === null ? undefined : context.index.actors.get(named as ActorId);
  const beside = context.live ? chosenIn(context.index, query) : [];
  const kept = beside.length > 0 ? beside.map(({ id }) => id).join(",") : null;
  const self: Self = { name: "documents", id: "", query: { outlet: asked, actor: named, with: kept } };
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
${filterForm(context, self, [select("outlet", "Outlet", "All outlets", outlets, asked), ...hidden({ actor: named, with: kept })], asked !== null || named !== null)}
<p class="sum">${counted(chosen.length, "report")}, in the order of publication.</p>
${ticked(
  context,
  beside,
  html`<table class="list documents"><caption class="unseen">Reports with what was read in each</caption>
<thead><tr>${context.live ? html`<th scope="col" class="pick"><span class="unseen">Compare</span></th>` : nothing}<th scope="col">Published</th><th scope="col">Report</th><th scope="col" class="number">Events</th><th scope="col" class="number">Statements</th></tr></thead>
<tbody>${part.lines.map((document) => row(context, document, beside))}</tbody></table>`,
)}
${pager(context, self, part)}`;
  return { title: "Documents", self, body };
}
