// What each report tells of an event: a table of field by report, in which agreement, difference and silence can be seen.
import { asEdtf } from "../model/edtf.js";
import type { ActorId, DocumentId } from "../model/ids.js";
import type { Event, EventFactField } from "../model/record.js";
import type { Span } from "../model/span.js";
import type { PageContext } from "./context.js";
import { dateText, durationText } from "./dates.js";
import { sourceText } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { actorLink } from "./names.js";
import { linkTo } from "./places.js";

const fieldWords: Readonly<Record<EventFactField, string>> = {
  date: "Date",
  place: "Place",
  duration: "Duration",
  format: "Format",
  round: "Round",
  outcome: "Outcome",
  participants: "Who took part",
};
const fields: readonly EventFactField[] = ["date", "place", "participants", "duration", "format", "round", "outcome"];

/** A fact's value in words: dates and durations spelled out, actors linked. */
function factValue(context: PageContext, field: EventFactField, value: string): Html {
  const date = field === "date" ? asEdtf(value) : null;
  if (date !== null) return html`${dateText(date)}`;
  if (field === "duration") return html`${durationText(value)}`;
  if (field === "participants" && context.index.actors.has(value as ActorId))
    return actorLink(context, value as ActorId);
  return html`<span dir="auto">${value}</span>`;
}

type Told = { readonly value: string; readonly span: Span };

/** What the reports tell of one field, by document. */
function toldBy(event: Event, field: EventFactField): ReadonlyMap<DocumentId, readonly Told[]> {
  const told = new Map<DocumentId, Told[]>();
  const add = (value: string, span: Span): void => {
    const known = told.get(span.doc) ?? [];
    if (!known.some((one) => one.value === value)) told.set(span.doc, [...known, { value, span }]);
  };
  for (const fact of event.facts) if (fact.field === field) for (const span of fact.evidence) add(fact.value, span);
  if (field === "date")
    for (const { dateAsTold, span } of event.reports)
      if (dateAsTold !== null && !told.has(span.doc)) add(dateAsTold, span);
  return told;
}

/** "all agree", "3 of 4 tell it, and agree", "reports differ", "contradiction". */
function verdict(
  context: PageContext,
  event: Event,
  field: EventFactField,
  told: ReadonlyMap<DocumentId, readonly Told[]>,
  documents: number,
): Html {
  const found = (context.index.discrepanciesOf.get(event.id) ?? []).find(({ attribute }) => attribute === field);
  if (found)
    return found.kind === "contradiction"
      ? html`<span class="flag"><span aria-hidden="true">⚑</span> contradiction</span>`
      : html`<span class="differ">≠ differ in detail</span>`;
  if (field === "participants")
    return told.size === documents ? html`told by all` : html`told by ${told.size} of ${documents}`;
  const values = new Set([...told.values()].flat().map(({ value }) => value));
  if (values.size > 1) return html`<span class="differ">≠ told in different ways</span>`;
  if (told.size === documents) return html`all agree`;
  return told.size === 1 ? html`only one tells it` : html`${told.size} of ${documents} tell it and agree`;
}

/**
 * The table, with a column for each document of `reports` (those that the page shows); what all reports of the event tell
 * together stands at the end of each row. Nothing where no report tells more than that it is so.
 */
export function factsTable(context: PageContext, event: Event, reports: Event["reports"]): Html {
  const all = new Set(event.reports.map(({ span }) => span.doc)).size;
  const documents = [...new Set(reports.map(({ span }) => span.doc))].flatMap(
    (id) => context.index.documents.get(id) ?? [],
  );
  const rows = fields.map((field) => ({ field, told: toldBy(event, field) })).filter(({ told }) => told.size > 0);
  if (rows.length === 0) return nothing;
  const head = documents.map(
    (document) =>
      html`<th scope="col"><a href="${documentLink(context.links, document.id)}" dir="auto">${sourceText(document)}</a></th>`,
  );
  const body = rows.map(({ field, told }) => {
    const cells = documents.map(({ id }) => {
      const values = told.get(id);
      if (!values) return html`<td class="silent">not told</td>`;
      return html`<td>${joined(
        values.map(
          ({ value, span }) =>
            html`${factValue(context, field, value)}&nbsp;<a class="to" href="${linkTo(context, span)}" aria-label="the words for this">¶</a>`,
        ),
        html`<br>`,
      )}</td>`;
    });
    return html`<tr><th scope="row">${fieldWords[field]}</th>${all > 1 ? html`<td class="verdict">${verdict(context, event, field, told, all)}</td>` : nothing}${cells}</tr>`;
  });
  return html`<section aria-labelledby="facts"><h2 id="facts">What each report tells</h2>
<div class="scroll" role="region" aria-label="Table of what each report tells" tabindex="0"><table class="facts"><caption>${all > 1 ? "Field by report: where they agree, differ and are silent" : "What the report tells"}</caption>
<thead><tr><td></td>${all > 1 ? html`<th scope="col">Taken together</th>` : nothing}${head}</tr></thead><tbody>${body}</tbody></table></div></section>`;
}
