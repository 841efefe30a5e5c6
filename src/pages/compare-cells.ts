// Rows of reports side by side: an event or an utterance, and how each report tells it, in columns.
import type { DocumentId } from "../model/ids.js";
import type { EventFactField, RecordDocument, Statement } from "../model/record.js";
import type { ComparedEvent, ComparedWords, Differing } from "../query/compare.js";
import { placeOf } from "../query/place.js";
import type { PageContext } from "./context.js";
import { timeOf } from "./dates.js";
import { discrepancyValue } from "./discrepancies.js";
import { statusMark, toldStatus } from "./event-line.js";
import { shortened, sourceText, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { markedWords } from "./marked-words.js";
import { linkTo } from "./places.js";
import { manner, speakerOf } from "./statement-line.js";
import { attributeWords } from "./words.js";

const longest = 360; // characters of what one report tells in one cell

/** Names of the fields that a report may leave out. */
export const leftOutWords: Readonly<Record<EventFactField, string>> = {
  date: "the date",
  place: "the place",
  duration: "how long",
  format: "the form",
  round: "the round",
  outcome: "the outcome",
  participants: "who took part",
};

/** A cell that says whose it is where cells stand one under the other. */
const cell = (document: RecordDocument, inner: Html): Html => html`<td data-of="${sourceText(document)}">${inner}</td>`;
const silent = (document: RecordDocument): Html => cell(document, html`<span class="silent">left out</span>`);
const date = (value: ComparedWords["date"]): Html =>
  html`<span class="about">${value === null ? "undated" : timeOf(value, "short")}</span>`;

/** What a report says of that on which reports differ. */
function ownValues(context: PageContext, { attribute, kind, values }: Differing, id: DocumentId): Html {
  const own = values.flatMap(({ value, evidence }) => {
    const span = evidence.find(({ doc }) => doc === id);
    const words = discrepancyValue({ attribute }, value);
    return span ? [html`<a href="${linkTo(context, span)}" dir="auto">${words}</a>`] : [];
  });
  if (own.length === 0) return nothing;
  const sign = kind === "contradiction" ? "⚑" : "≠";
  return html`<li class="${kind === "contradiction" ? "flag" : "differ"}"><span aria-hidden="true">${sign}</span> ${attributeWords[attribute]}: ${joined(own, ", ")}</li>`;
}

function tellingCell(context: PageContext, compared: ComparedEvent, document: RecordDocument): Html {
  const { event, tellings, differing, isStatusDisputed } = compared;
  const told = tellings.get(document.id);
  const first = told?.reports[0];
  if (!told || !first) return silent(document);
  const text = [...new Set(told.reports.map(({ span }) => wordsOf(document, span)))].join(" … ");
  const statuses = [...new Set(told.reports.map(({ statusAsTold }) => toldStatus(event, statusAsTold)))];
  const whose = told.reports.flatMap(({ statement }) => {
    const found = statement === null ? undefined : context.index.statements.get(statement);
    return found ? [speakerOf(context, found)] : [];
  });
  const isOther = told.reports.some(({ statusAsTold }) => statusAsTold !== event.status);
  const notes = [
    ...differing.map((one) => ownValues(context, one, document.id)),
    isOther ? html`<li${isStatusDisputed ? html` class="flag"` : nothing}>as ${statuses.join(", ")}</li>` : nothing,
    whose.length > 0 ? html`<li>in the words of ${joined(whose.slice(0, 2), ", ")}</li>` : nothing,
    told.silent.length > 0
      ? html`<li>leaves out ${told.silent.map((field) => leftOutWords[field]).join(", ")}</li>`
      : nothing,
  ];
  return cell(
    document,
    html`<a class="quiet words" href="${linkTo(context, first.span)}" lang="${document.language}" dir="auto">${shortened(text, longest)}</a><ul class="plain told-list">${notes}</ul>`,
  );
}

/** The row of an event. */
export function eventRow(context: PageContext, compared: ComparedEvent, documents: readonly RecordDocument[]): Html {
  const { event } = compared;
  return html`<tr><th scope="row"><a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> ${date(event.date)} ${statusMark(event)}</th>${documents.map((document) => tellingCell(context, compared, document))}</tr>
`;
}

const contentIn = (document: RecordDocument, statements: readonly Statement[]): string =>
  [...new Set(statements.map(({ content }) => content.map((span) => wordsOf(document, span)).join(" … ")))]
    .filter((text) => text !== "")
    .join(" … ");

function wordsCell(context: PageContext, compared: ComparedWords, document: RecordDocument): Html {
  const own = compared.statements.get(document.id) ?? [];
  const [first] = own;
  const place = first ? placeOf(first) : null;
  if (!first || place === null) return silent(document);
  const others = [...compared.statements].flatMap(([id, statements]) => {
    const other = context.index.documents.get(id);
    return id === document.id || !other ? [] : [contentIn(other, statements)];
  });
  const text = contentIn(document, own);
  const said = text === "" ? wordsOf(document, place) : text;
  return cell(
    document,
    html`<a class="quiet words" href="${linkTo(context, place)}" lang="${document.language}" dir="auto">${markedWords(shortened(said, longest * 2), others)}</a><ul class="plain told-list"><li>${manner(context, first)}</li></ul>`,
  );
}

/** The row of an utterance: who said it, when, and the words that each report gives. */
export function wordsRow(context: PageContext, compared: ComparedWords, documents: readonly RecordDocument[]): Html {
  const first = [...compared.statements.values()].flat()[0];
  if (!first) return nothing;
  const { utterance } = compared;
  const all =
    utterance !== null && utterance.statements.length > 1
      ? html` <a class="about" href="${context.links.page("utterance", utterance.id)}">every wording</a>`
      : nothing;
  return html`<tr><th scope="row">${speakerOf(context, first)} ${date(compared.date)}${all}</th>${documents.map((document) => wordsCell(context, compared, document))}</tr>
`;
}

/** A table of rows with a column for each report. */
export function besideTable(
  context: PageContext,
  documents: readonly RecordDocument[],
  name: string,
  rows: readonly Html[],
): Html {
  const heads = documents.map(
    (document) =>
      html`<th scope="col"><a href="${documentLink(context.links, document.id)}" dir="auto">${sourceText(document)}</a></th>`,
  );
  return html`<div class="scroll" role="region" aria-label="Table: ${name}" tabindex="0"><table class="beside"><caption class="unseen">${name}, report by report</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
