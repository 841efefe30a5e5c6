// Any reports of the dossier side by side: what all of them tell, what some leave out, on what they differ, in which words each
// gives what was said. Nothing chosen: the pairs that tell the same most, and the way to choose others.
import type { DocumentId } from "../model/ids.js";
import type { RecordDocument } from "../model/record.js";
import { type ComparedEvent, type ComparedWords, type Comparison, compareDocuments } from "../query/compare.js";
import { type Near, nearDocuments } from "../query/near.js";
import { besideTable, eventRow, wordsRow } from "./compare-cells.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { peculiarities } from "./documents.js";
import { outletOf, shortened, sourceText } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { type Paged, paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import type { RecordIndex } from "./record-index.js";
import { counted } from "./words.js";

const mostDocuments = 6;
const rowsPerPage = 40;
const pairsPerPage = 40;
const mostPublished = 300; // pairs that a site of files has a page for

const known = new WeakMap<RecordIndex, readonly Near[]>();

/** Pairs that are worth comparing; in a site of files only those that it has pages for. Looked up once a record. */
function pairsIn({ index, live }: PageContext): readonly Near[] {
  const pairs = known.get(index) ?? nearDocuments(index.look);
  known.set(index, pairs);
  return live ? pairs : pairs.slice(0, mostPublished);
}

/** Address of some reports compared. */
export const compareLink = (context: PageContext, ids: readonly DocumentId[]): string =>
  context.links.page("compareReports", "", { docs: ids.join(",") });

/** The reports that tell the same as one: links to both of them compared; null where there are none. */
export function comparedWith(context: PageContext, id: DocumentId): Html | null {
  const near = pairsIn(context).filter(({ a, b }) => a === id || b === id);
  const links = near.flatMap(({ a, b }) => {
    const other = context.index.documents.get(a === id ? b : a);
    return other ? [html`<a href="${compareLink(context, [a, b])}" dir="auto">${sourceText(other)}</a>`] : [];
  });
  const choice = context.live
    ? html`<a href="${context.links.page("documents", "", { with: id })}">another report</a>`
    : null;
  const all = joined([...links, choice], ", ");
  return all.length === 0 ? null : html`${all}`;
}

/** What is shown while fewer than two reports are chosen. */
function choicePage(context: PageContext, query: URLSearchParams): PageContent {
  const self: Self = { name: "compareReports", id: "", query: {} };
  const pairs = pairsIn(context);
  const part = paged(pairs, query.get("page"), pairsPerPage);
  const title = (id: DocumentId): Html => {
    const document = context.index.documents.get(id);
    return document
      ? html`<span dir="auto">${sourceText(document)}</span> ${document.title === null ? nothing : html` <span class="about" dir="auto">${shortened(document.title, 90)}</span>`}`
      : html`${id}`;
  };
  const rows = part.lines.map(
    (pair) =>
      html`<tr><th scope="row"><a href="${compareLink(context, [pair.a, pair.b])}">${title(pair.a)}</a></th><td>${title(pair.b)}</td><td class="number">${pair.events}</td><td class="number">${pair.utterances}</td></tr>
`,
  );
  const choose = context.live
    ? html`<p>Any two or more: tick them in the <a href="${context.links.page("documents")}">list of reports</a>.</p>`
    : nothing;
  const list =
    pairs.length === 0
      ? html`<p class="empty">No two reports tell the same event or the same words.</p>`
      : html`<p class="sum">${counted(pairs.length, "pair")} of reports that tell the same, those that share the most first.</p>
<div class="scroll" role="region" aria-label="Pairs of reports" tabindex="0"><table class="list"><caption class="unseen">Pairs of reports with how much both tell</caption><thead><tr><th scope="col">Report</th><th scope="col">Beside it</th><th scope="col" class="number">Events</th><th scope="col" class="number">Sayings</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  const body = html`<h1>Reports side by side</h1>${choose}${list}${pager(context, self, part)}`;
  return { title: "Reports side by side", self, body };
}

type Row =
  | { readonly part: PartName; readonly event: ComparedEvent }
  | { readonly part: PartName; readonly words: ComparedWords };
type PartName = "otherwise" | "together" | "left-out" | "words" | "said-once";
const parts: readonly { readonly name: PartName; readonly title: string; readonly about: string }[] = [
  { name: "otherwise", title: "Told otherwise", about: "Events on which these reports differ." },
  { name: "together", title: "Told by all", about: "Events that each of them tells, without differing." },
  {
    name: "words",
    title: "The same words",
    about: "What was said once and more than one tells: words that no other wording has are marked.",
  },
  { name: "left-out", title: "Left out", about: "Events that not all of them tell." },
  { name: "said-once", title: "Said in one only", about: "What only one of them lets somebody say." },
];

function rowsOf({ events, words }: Comparison): Row[] {
  const rows: Row[] = [
    ...events.map((event): Row => ({ part: event.verdict, event })),
    ...words.map((one): Row => ({ part: one.statements.size > 1 ? "words" : "said-once", words: one })),
  ];
  return parts.flatMap(({ name }) => rows.filter(({ part }) => part === name));
}

/** The reports, each with what it is; a way to leave one out where more than two stand here. */
function chosen(context: PageContext, { documents, events, words, repeated }: Comparison): Html {
  const ids = documents.map(({ id }) => id);
  const lines = documents.map((document) => {
    const told = events.filter(({ tellings }) => tellings.has(document.id)).length;
    const said = words.filter(({ statements }) => statements.has(document.id)).length;
    const again = repeated.flatMap(({ document: id, of, spans }) => {
      const original = context.index.documents.get(of);
      return id === document.id && original && spans[0]
        ? [
            html`<a href="${linkTo(context, spans[0])}">${counted(spans.length, "sentence")}</a> told before by ${outletOf(original)}`,
          ]
        : [];
    });
    const without =
      context.live && documents.length > 2
        ? html`<a href="${compareLink(
            context,
            ids.filter((id) => id !== document.id),
          )}">leave out</a>`
        : null;
    return html`<li class="telling"><h3><a href="${documentLink(context.links, document.id)}" dir="auto">${sourceText(document)}</a></h3><p class="headline" dir="auto">${document.title ?? document.uri}</p>
<p class="about">${joined([counted(told, "event"), counted(said, "saying"), ...again, ...peculiarities(context, document), without])}</p></li>`;
  });
  return html`<section aria-labelledby="chosen"><h2 id="chosen" class="unseen">The reports</h2><ul class="tellings plain">${lines}</ul></section>`;
}

function sum(context: PageContext, self: Self, rows: readonly Row[], part: Paged<Row>, shown: PartName | null): Html {
  const jumps = parts.flatMap(({ name, title }) => {
    const count = rows.filter(({ part }) => part === name).length;
    if (count === 0) return [];
    const isHere = part.lines.some((row) => row.part === name);
    const link =
      name === shown || (!context.live && !isHere)
        ? html`<strong>${title}</strong>`
        : html`<a href="${isHere ? `#${name}` : context.links.page(self.name, "", { ...self.query, show: name })}">${title}</a>`;
    return [html`<li>${link} <span class="count">${count}</span></li>`];
  });
  const all =
    shown === null
      ? nothing
      : html`<li><a href="${context.links.page(self.name, "", { docs: self.query.docs })}">Everything</a></li>`;
  return html`<ul class="jumps">${jumps}${all}</ul>`;
}

function tables(context: PageContext, { documents }: Comparison, rows: readonly Row[], lines: readonly Row[]): Html[] {
  return parts.flatMap(({ name, title, about }) => {
    const own = lines.filter(({ part }) => part === name);
    if (own.length === 0) return [];
    const drawn = own.map((row) =>
      "event" in row ? eventRow(context, row.event, documents) : wordsRow(context, row.words, documents),
    );
    return [
      html`<section aria-labelledby="${name}"><h2 id="${name}">${title} <span class="count">${rows.filter(({ part }) => part === name).length}</span></h2><p class="about">${about}</p>${besideTable(context, documents, title, drawn)}</section>`,
    ];
  });
}

/** Ids that the address asks for: "docs" (with "," between), and "doc" as often as there are ticked boxes; each once. */
const idsAsked = (query: URLSearchParams): readonly string[] => [
  ...new Set([...(query.get("docs") ?? "").split(","), ...query.getAll("doc")].filter((id) => id !== "")),
];

/** The page, as asked for in the address: docs (or doc, several times), show (one part), page. */
export function compareReportsPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = idsAsked(query);
  const held = context.index.record.documents.filter(({ id }) => asked.includes(id)).map(({ id }) => id);
  if (held.length < 2) return choicePage(context, query);
  const ids = held.slice(0, mostDocuments);
  const comparison = compareDocuments(context.index.look, ids);
  const shown = parts.find(({ name }) => name === query.get("show"))?.name ?? null;
  const self: Self = { name: "compareReports", id: "", query: { docs: ids.join(","), show: shown } };
  const rows = rowsOf(comparison);
  const part = paged(shown === null ? rows : rows.filter((row) => row.part === shown), query.get("page"), rowsPerPage);
  const missing = asked.length - held.length;
  const notes = joined(
    [
      missing > 0
        ? `${counted(missing, "report")} of those asked for ${missing === 1 ? "is" : "are"} not in this view.`
        : null,
      held.length > ids.length ? `At most ${mostDocuments} stand side by side; the first ${mostDocuments} do.` : null,
    ],
    " ",
  );
  const more =
    context.live && ids.length < mostDocuments
      ? html`<p><a href="${context.links.page("documents", "", { with: ids.join(",") })}">Put another report beside them</a></p>`
      : nothing;
  const body = html`<p class="crumb"><a href="${context.links.page("compareReports")}">Reports side by side</a></p>
<h1>${counted(ids.length, "report")} side by side</h1>${notes.length > 0 ? html`<p class="about">${notes}</p>` : nothing}
${part.page === 1 ? html`${chosen(context, comparison)}${more}` : nothing}
${rows.length === 0 ? html`<p class="empty">Nothing was read in these reports.</p>` : sum(context, self, rows, part, shown)}
${tables(context, comparison, rows, part.lines)}
${pager(context, self, part)}`;
  const name = comparison.documents.map((document: RecordDocument) => outletOf(document)).join(", ");
  return { title: `${shortened(name, 80)} side by side`, self, body, isWide: true };
}
