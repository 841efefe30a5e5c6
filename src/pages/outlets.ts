// Outlets: what each tells first, too, otherwise than most, or leaves out; who cites whom; reprints folded under their original.
import { compareDates } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import {
  type Cited,
  type Coverage,
  type CoverageRow,
  citations,
  coverageRows,
  type OutletRow,
  outletRows,
  reprintsIn,
} from "../query/coverage.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { outletOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { laneFigure } from "./lane-picture.js";
import { documentLink } from "./links.js";
import { isListShown, listAsked, listed, paged, pager, wayBack } from "./paging.js";
import { linkTo } from "./places.js";
import { drawnSign } from "./signs.js";
import { attributeWords, counted } from "./words.js";

const mostColumns = 10;
const eventsPerPage = 30;
const mostOutlets = 40;
const mostLanes = 16;
const mostLines = 30;
const lists = ["outlets", "chains", "reprints"] as const;
type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

const signs = { first: "full", told: "ring", otherwise: "diamond" } as const;

function table({ context, self, query }: Here, rows: readonly OutletRow[]): Html {
  const number = (count: number): Html =>
    html`<td class="number">${count === 0 ? html`<span class="silent">0</span>` : count}</td>`;
  const { lines: shown, rest } = listed(context, self, query, {
    name: "outlets",
    lines: rows,
    most: mostOutlets,
    perPage: 100,
  });
  const lines = shown.map(
    (row) =>
      html`<tr><th scope="row"><a href="${context.links.page("documents", "", { outlet: row.documents[0]?.outlet ?? null })}" dir="auto">${row.outlet}</a></th>${number(row.documents.length)}${number(row.reprints)}${number(row.events)}${number(row.first)}${number(row.alone)}${number(row.statements)}</tr>
`,
  );
  return html`<div class="scroll" role="region" aria-label="Outlets" tabindex="0"><table class="list"><caption>First: events that several outlets tell and that it is the first to tell. Alone: events that only it tells.</caption>
<thead><tr><th scope="col">Outlet</th><th scope="col" class="number">Reports</th><th scope="col" class="number">Reprints</th><th scope="col" class="number">Events</th><th scope="col" class="number">First</th><th scope="col" class="number">Alone</th><th scope="col" class="number">Statements</th></tr></thead><tbody>${lines}</tbody></table></div>${rest}`;
}

/** Reports of each outlet at their days. */
function overTime(context: PageContext, rows: readonly OutletRow[]): Html {
  const lanes = rows.slice(0, mostLanes).map(({ outlet, documents }) => ({
    label: outlet,
    entries: documents
      .toSorted((a, b) => compareDates(a.published.value, b.published.value))
      .flatMap((document) =>
        document.published.value === null
          ? []
          : [
              {
                date: document.published.value,
                sign: document.duplicateOf === null ? ("full" as const) : ("ring" as const),
                words: `${dateText(document.published.value, "short")}, ${outlet}: ${document.title ?? document.uri}`,
                link: documentLink(context.links, document.id),
              },
            ],
      ),
  }));
  const cut =
    rows.length > mostLanes
      ? html`<span>Of ${rows.length} outlets the ${mostLanes} with the most reports.</span>`
      : nothing;
  const caption = html`<span class="legend"><span>${drawnSign("full")} a report</span> <span>${drawnSign("ring")} a reprint</span></span>${cut}`;
  return laneFigure(
    context,
    lanes.filter(({ entries }) => entries.length > 0),
    { title: "Reports by outlet", caption, most: 72 },
  );
}

function cell(context: PageContext, told: Coverage | undefined): Html {
  if (!told)
    return html`<td class="silent center"><span aria-hidden="true">–</span><span class="unseen">left out</span></td>`;
  const kind = told.otherwise.length > 0 ? "otherwise" : told.isFirst ? "first" : "told";
  const words =
    kind === "otherwise"
      ? `tells otherwise: ${told.otherwise.map((attribute) => attributeWords[attribute]).join(", ")}`
      : kind === "first"
        ? "told first"
        : "told";
  const [first] = told.spans;
  return first
    ? html`<td class="center"><a href="${linkTo(context, first)}" title="${words}">${drawnSign(signs[kind])}<span class="unseen">${words}</span></a></td>`
    : html`<td></td>`;
}

function coverage(
  context: PageContext,
  self: Self,
  rows: readonly CoverageRow[],
  names: readonly string[],
  page: string | null,
): Html {
  const told = rows.filter((row) => row.told.size > 1).toSorted((a, b) => compareDates(a.event.date, b.event.date));
  if (told.length === 0) return html`<p class="empty">No event is told by more than one outlet.</p>`;
  const part = paged(told, page, eventsPerPage);
  const columns = names.slice(0, mostColumns);
  const lines = part.lines.map(({ event, told: by }) => {
    const others = [...by.keys()].filter((name) => !columns.includes(name)).length;
    const rest =
      names.length > columns.length ? html`<td class="number">${others === 0 ? nothing : others}</td>` : nothing;
    return html`<tr><th scope="row"><a href="${context.links.page("compare", event.id)}" dir="auto">${event.label}</a> <span class="about">${event.date === null ? "undated" : timeOf(event.date, "short")}</span></th>${columns.map((name) => cell(context, by.get(name)))}${rest}</tr>
`;
  });
  const legend = html`<p class="legend"><span>${drawnSign(signs.first)} told first</span> <span>${drawnSign(signs.told)} told</span> <span>${drawnSign(signs.otherwise)} told otherwise than most</span> <span>– left out</span></p>`;
  return html`${legend}<div class="scroll" role="region" aria-label="Outlets by events" tabindex="0"><table class="coverage"><caption class="unseen">How each outlet tells each event that more than one tells</caption>
<thead><tr><th scope="col">Event</th>${columns.map((name) => html`<th scope="col" class="slanted"><span dir="auto">${name}</span></th>`)}${names.length > columns.length ? html`<th scope="col" class="number">others</th>` : nothing}</tr></thead><tbody>${lines}</tbody></table></div>
${pager(context, self, part)}`;
}

const chain = (context: PageContext, { outlet, source, evidence }: Cited): Html =>
  html`<li><span dir="auto">${outlet}</span> cites ${evidence[0] ? html`<a href="${linkTo(context, evidence[0])}" dir="auto">${source}</a>` : source}${evidence.length > 1 ? html` <span class="about">×${evidence.length}</span>` : nothing}</li>`;

function below(here: Here): Html {
  const { context, self, query } = here;
  const { look } = context.index;
  const cited = citations(look, nameIn(context));
  const reprints = reprintsIn(look);
  const chains = listed(context, self, query, { name: "chains", lines: cited, most: mostLines, perPage: 200 });
  const again = listed(context, self, query, { name: "reprints", lines: reprints, most: mostLines, perPage: 100 });
  const lines = again.lines.map(
    ({ original, again: own }) =>
      html`<li><a href="${documentLink(context.links, original.id)}" dir="auto">${original.title ?? original.uri}</a> <span class="about">${outletOf(original)}, again in ${joined(
        own.map((one) => html`<a href="${documentLink(context.links, one.id)}" dir="auto">${outletOf(one)}</a>`),
        ", ",
      )}</span></li>`,
  );
  return html`${cited.length > 0 && isListShown(self, "chains") ? html`<section aria-labelledby="chains"><h2 id="chains">Who cites whom <span class="count">${cited.length}</span></h2><ul class="plain columns-2">${chains.lines.map((one) => chain(context, one))}</ul>${chains.rest}</section>` : nothing}
${reprints.length > 0 && isListShown(self, "reprints") ? html`<section aria-labelledby="reprints"><h2 id="reprints">Reprints <span class="count">${reprints.length}</span></h2><p class="about">They count once where independent sources are counted.</p><ul class="plain">${lines}</ul>${again.rest}</section>` : nothing}`;
}

/** Gives the outlet of a document. */
const nameIn =
  ({ index }: PageContext) =>
  (id: DocumentId): string => {
    const document = index.documents.get(id);
    return document ? outletOf(document) : id;
  };

/** The page, as asked for in the address: page (of the table of events), list (one alone). */
export function outletsPage(context: PageContext, query: URLSearchParams): PageContent {
  const { look, documents } = context.index;
  const list = listAsked(query, lists);
  const self: Self = { name: "outlets", id: "", query: { list } };
  const here = { context, self, query };
  const rows = coverageRows(look, nameIn(context));
  const outlets = outletRows(look, rows, nameIn(context));
  const isFirst = list !== null || (query.get("page") ?? "1") === "1";
  const names = outlets.map(({ outlet }) => outlet);
  const body = html`${wayBack(context, self, "All about the outlets")}<h1>Outlets</h1>
<p class="sum">${counted(outlets.length, "outlet")}, ${counted(documents.size, "report")}.</p>
${isFirst && isListShown(self, "outlets") ? table(here, outlets) : nothing}
${isFirst && list === null ? html`<section aria-labelledby="when"><h2 id="when">When they reported</h2>${overTime(context, outlets)}</section>` : nothing}
${list === null ? html`<section aria-labelledby="coverage"><h2 id="coverage">Who tells what</h2>${coverage(context, self, rows, names, query.get("page"))}</section>` : nothing}
${isFirst ? below(here) : nothing}`;
  return { title: "Outlets", self, body, isWide: true };
}
