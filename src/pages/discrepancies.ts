// Discrepancies: where reports of one event cannot all be right, or differ in what they tell, each value with its words.
import { asEdtf, compareDates } from "../model/edtf.js";
import type { Discrepancy } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, durationText, timeOf } from "./dates.js";
import { outletMarks, quoted } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, nothing } from "./html.js";
import { paged, pager } from "./paging.js";
import { whyLink } from "./why.js";
import { attributeWords, counted } from "./words.js";

const perPage = 40;
const mostValues = 6;

/** A value of a discrepancy in words: dates and durations spelled out. */
export function discrepancyValue({ attribute }: Pick<Discrepancy, "attribute">, value: string): string {
  const date = attribute === "date" ? asEdtf(value) : null;
  return date !== null ? dateText(date) : attribute === "duration" ? durationText(value) : value;
}

/** What kind it is, as sign and words. */
export const discrepancyHead = ({ attribute, kind }: Discrepancy): Html =>
  kind === "contradiction"
    ? html`<span class="flag"><span aria-hidden="true">⚑</span> Reports contradict each other on ${attributeWords[attribute]}</span>`
    : html`<span class="differ">≠ Reports differ in detail on ${attributeWords[attribute]}</span>`;

/** Values of a discrepancy, each with its reports and words. */
function valueLines(context: PageContext, discrepancy: Discrepancy, values: Discrepancy["values"]): Html {
  const lines = values.map(
    ({ value, evidence }) =>
      html`<li><strong dir="auto">${discrepancyValue(discrepancy, value)}</strong> ${outletMarks(context, evidence, () => whyLink(context, discrepancy.id))}${evidence[0] ? html`<p class="words">${quoted(context, evidence[0])}</p>` : nothing}</li>`,
  );
  return html`<ul>${lines}</ul>`;
}

/** The values that are told, each with its reports and words; of very many the first, and the way to all. */
export function discrepancyValues(context: PageContext, discrepancy: Discrepancy): Html {
  const { id, values } = discrepancy;
  const all =
    values.length > mostValues
      ? html`<p><a href="${context.links.page("discrepancies", "", { of: id })}">All ${counted(values.length, "value")}</a></p>`
      : nothing;
  return html`${valueLines(context, discrepancy, values.slice(0, mostValues))}${all}`;
}

/** One discrepancy under the event that it is about. */
export function discrepancyBlock(context: PageContext, discrepancy: Discrepancy): Html {
  const event = context.index.events.get(discrepancy.event);
  const head = event
    ? html`<a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> <span class="about">${event.date === null ? "undated" : timeOf(event.date, "short")}</span>`
    : html`${discrepancy.event}`;
  return html`<article class="discrepancy ${discrepancy.kind}" id="${discrepancy.id}"><h3>${head}</h3><p>${discrepancyHead(discrepancy)}</p>${discrepancyValues(context, discrepancy)}</article>`;
}

/** One discrepancy alone, with all its values. */
function alonePage(context: PageContext, discrepancy: Discrepancy, query: URLSearchParams): PageContent {
  const self: Self = { name: "discrepancies", id: "", query: { of: discrepancy.id } };
  const part = paged(discrepancy.values, query.get("page"), perPage);
  const event = context.index.events.get(discrepancy.event);
  const title = event?.label ?? discrepancy.event;
  const body = html`<p class="crumb"><a href="${context.links.page("discrepancies")}">Discrepancies</a> · <a href="${context.links.page("event", discrepancy.event)}">the event</a></p><h1 dir="auto">${title}</h1>
<article class="discrepancy ${discrepancy.kind}"><h2>${discrepancyHead(discrepancy)} <span class="count">${counted(part.total, "value")}</span></h2>${valueLines(context, discrepancy, part.lines)}</article>${pager(context, self, part)}`;
  return { title: `${title}: how reports differ`, self, body };
}

/** The list, as asked for in the address: kind, page; or of (one alone). Contradictions first, then in order of time. */
export function discrepanciesPage(context: PageContext, query: URLSearchParams): PageContent {
  const alone = context.index.record.discrepancies.find(({ id }) => id === query.get("of"));
  if (alone) return alonePage(context, alone, query);
  const asked =
    query.get("kind") === "contradiction" || query.get("kind") === "difference-in-detail" ? query.get("kind") : null;
  const self: Self = { name: "discrepancies", id: "", query: { kind: asked } };
  const { record, events } = context.index;
  const all = record.discrepancies
    .filter(({ kind }) => asked === null || kind === asked)
    .toSorted((a, b) => compareDates(events.get(a.event)?.date ?? null, events.get(b.event)?.date ?? null));
  const kinds = [
    { kind: "contradiction", title: "Contradictions" },
    { kind: "difference-in-detail", title: "Differences in detail" },
  ] as const;
  const ordered = kinds.flatMap((one) => all.filter(({ kind }) => kind === one.kind));
  const part = paged(ordered, query.get("page"), perPage);
  const sections = kinds.flatMap(({ kind, title }) => {
    const own = part.lines.filter((one) => one.kind === kind);
    return own.length === 0
      ? []
      : [
          html`<section aria-labelledby="${kind}"><h2 id="${kind}">${title} <span class="count">${all.filter((one) => one.kind === kind).length}</span></h2>${own.map((one) => discrepancyBlock(context, one))}</section>`,
        ];
  });
  const body = html`<h1>Discrepancies</h1>
${filterForm(
  context,
  self,
  [
    select(
      "kind",
      "Kind",
      "Both",
      kinds.map(({ kind, title }) => ({ value: kind, words: title })),
      asked,
    ),
  ],
  asked !== null,
)}
${
  ordered.length === 0
    ? html`<p class="empty">No two reports of one event ${asked === "contradiction" ? "contradict each other" : "were read as telling it differently"}.</p>`
    : html`<p class="sum">${counted(ordered.length, "discrepancy", "discrepancies")}. A contradiction: the reports cannot all be right. A difference in detail: one tells more, less or other than another, and both may be right.</p>`
}
${sections}
${pager(context, self, part)}`;
  return { title: "Discrepancies", self, body };
}
