// Compare: outlets side by side on one event. One column for each report: when it told it, in which words, what it dates,
// counts and names, what it leaves out, whose words it uses; words that no other telling has are marked.
import type { DocumentId, EventId } from "../model/ids.js";
import type { Event, EventFactField, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import { leftOutWords } from "./compare-cells.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { peculiarities } from "./documents.js";
import { factsTable } from "./event-facts.js";
import { sourcesText, statusMark } from "./event-line.js";
import { outletOf, sourceText, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { markedWords } from "./marked-words.js";
import { listAsked, listed, paged, pager, wayBack } from "./paging.js";
import { linkTo } from "./places.js";
import { speakerOf } from "./statement-line.js";
import { counted, statusWords } from "./words.js";

const reportsPerPage = 12;

type Telling = { readonly document: RecordDocument; readonly reports: Event["reports"] };

/** Tellings by report, in the order of publication. */
function tellingsOf(context: PageContext, event: Event): readonly Telling[] {
  const byDocument = new Map<DocumentId, Event["reports"]>();
  for (const report of event.reports)
    byDocument.set(report.span.doc, [...(byDocument.get(report.span.doc) ?? []), report]);
  return [...byDocument].flatMap(([id, reports]) => {
    const document = context.index.documents.get(id);
    return document ? [{ document, reports }] : [];
  });
}

const textOf = ({ document, reports }: Telling): string =>
  reports.map(({ span }) => wordsOf(document, span)).join(" … ");

/** Fields of the event that some other report tells and this one does not. */
function leftOut(event: Event, document: DocumentId): readonly EventFactField[] {
  const has = (evidence: readonly Span[]): boolean => evidence.some(({ doc }) => doc === document);
  const fields = [...new Set(event.facts.map(({ field }) => field))];
  return fields.filter((field) => !event.facts.some((fact) => fact.field === field && has(fact.evidence)));
}

function column(context: PageContext, event: Event, telling: Telling, all: readonly Telling[], isFirst: boolean): Html {
  const { document, reports } = telling;
  const first = reports[0];
  const others = all.filter((one) => one !== telling).map(textOf);
  const otherwise = [...new Set(reports.map(({ statusAsTold }) => statusAsTold))].filter(
    (status) => status !== event.status,
  );
  const whose = reports.flatMap(({ statement }) => {
    const found = statement === null ? undefined : context.index.statements.get(statement);
    return found ? [speakerOf(context, found)] : [];
  });
  const silent = leftOut(event, document.id);
  const notes = [
    isFirst ? html`<li class="good">tells it first</li>` : nothing,
    otherwise.length > 0
      ? html`<li>tells it as ${otherwise.map((status) => statusWords[status]).join(", ")}</li>`
      : nothing,
    whose.length > 0 ? html`<li>in the words of ${joined(whose, ", ")}</li>` : nothing,
    silent.length > 0 ? html`<li>leaves out ${silent.map((field) => leftOutWords[field]).join(", ")}</li>` : nothing,
    ...peculiarities(context, document).map((one) => html`<li>${one}</li>`),
  ];
  return html`<li class="telling"><h3><a href="${first ? linkTo(context, first.span) : context.links.page("document", document.id)}" dir="auto">${sourceText(document)}</a></h3>
${document.title === null ? nothing : html`<p class="headline" dir="auto">${document.title}</p>`}
<p class="words" lang="${document.language}" dir="auto">${markedWords(textOf(telling), others)}</p><ul class="told-list">${notes}</ul></li>
`;
}

/** Outlets of the dossier that reported at the time and say nothing of it. */
function silentOutlets(context: PageContext, self: Self, query: URLSearchParams, event: Event): Html {
  const told = new Set(
    event.reports.flatMap(({ span }) => {
      const document = context.index.documents.get(span.doc);
      return document ? [outletOf(document)] : [];
    }),
  );
  const silent = [...new Set(context.index.record.documents.map(outletOf))].filter((outlet) => !told.has(outlet));
  if (silent.length === 0) return nothing;
  const { lines, rest } = listed(context, self, query, { name: "silent", lines: silent, most: 40, perPage: 300 });
  return html`<section aria-labelledby="silent"><h2 id="silent">Left out by <span class="count">${silent.length}</span></h2><ul class="inline">${lines.map((name) => html`<li dir="auto">${name}</li>`)}</ul>${rest}</section>`;
}

/** The comparison on an event; null where the record has none of that id. */
export function comparePage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const event = context.index.events.get(id as EventId);
  if (!event) return null;
  const list = listAsked(query, ["silent"]);
  const self: Self = { name: "compare", id: event.id, query: { list } };
  const all = tellingsOf(context, event);
  const part = paged(all, query.get("page"), reportsPerPage);
  const side = html`<section aria-labelledby="side"><h2 id="side">Side by side <span class="count">${counted(all.length, "report")}</span></h2>
${all.length > 1 ? html`<p class="about">Words that no other telling has are marked.</p>` : nothing}<ol class="tellings">${part.lines.map((telling) => column(context, event, telling, part.lines, telling === all[0]))}</ol></section>
${pager(context, self, part)}
${factsTable(
  context,
  event,
  part.lines.flatMap(({ reports }) => reports),
)}`;
  const body = html`<p class="crumb"><a href="${context.links.page("event", event.id)}">Event</a> · compared</p>${wayBack(context, self, "Side by side")}
<h1 dir="auto">${event.label}</h1>
<p class="lead">${joined([statusMark(event), event.date === null ? "undated" : timeOf(event.date), sourcesText(event)])}</p>
${list === null ? side : nothing}
${silentOutlets(context, self, query, event)}`;
  return { title: `${event.label}, compared`, self, body, isWide: true };
}
