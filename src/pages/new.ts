// What is new since a day: new against recycled, told before against told for the first time; what changed its status, who moved.
import type { Edtf } from "../model/edtf.js";
import type { Position } from "../model/record.js";
import { type FreshReport, type News, newsSince, usualSince } from "../query/news.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { discrepancyBlock } from "./discrepancies.js";
import { eventLine, statusMark } from "./event-line.js";
import { outletMarks, outletOf, shortened, wordsOf } from "./evidence.js";
import { dateAsked, dateField, filterForm } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { actorLink } from "./names.js";
import { isListShown, listAsked, listed, wayBack } from "./paging.js";
import { linkTo } from "./places.js";
import { stanceMark, whenHeld } from "./stance-line.js";
import { whyLink } from "./why.js";
import { counted, statusWords } from "./words.js";

const mostEvents = 40;
const mostPositions = 30;
const mostDiscrepancies = 12;
const lists = ["changed", "first", "differ", "held", "reports"] as const;
type ListName = (typeof lists)[number];
const mostReports = 12;
const mostSentences = 6;

function report(context: PageContext, { document, fresh, recycled, background }: FreshReport): Html {
  const sentences = fresh
    .slice(0, mostSentences)
    .map(
      (span) =>
        html`<li><a class="quiet" href="${linkTo(context, span)}" lang="${document.language}" dir="auto">${shortened(wordsOf(document, span), 240)}</a></li>`,
    );
  const more = fresh.length - sentences.length;
  const all = fresh.length + recycled + background;
  const counts = [
    `${fresh.length} of ${counted(all, "sentence")} new`,
    recycled > 0 ? `${recycled} told before` : null,
    background > 0 ? `${background} background` : null,
  ];
  return html`<article class="fresh"><h3><a href="${documentLink(context.links, document.id)}" dir="auto">${document.title ?? outletOf(document)}</a></h3>
<p class="about">${joined([outletOf(document), document.published.value === null ? null : timeOf(document.published.value, "short"), ...counts])}</p>
<ul class="plain words">${sentences}</ul>${more > 0 ? html`<p class="about"><a href="${documentLink(context.links, document.id)}">and ${more} more</a></p>` : nothing}</article>`;
}

const positionLine = (context: PageContext, position: Position): Html =>
  html`<li><span class="when">${whenHeld(context, position)}</span><span>${actorLink(context, position.actor)} ${stanceMark(position.stance)}${position.moved ? html` <strong class="moved">moved</strong>` : nothing} <a href="${context.links.page("issue", position.issue)}" dir="auto">${context.index.issues.get(position.issue)?.label ?? position.issue}</a> ${outletMarks(context, position.evidence, () => whyLink(context, position.id))}</span></li>`;

type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

/** One list of the page under its heading; nothing where it is empty or another is asked for alone. */
function section<Line>(
  { context, self, query }: Here,
  {
    name,
    title,
    lines: all,
    most,
    perPage,
  }: { name: ListName; title: string; lines: readonly Line[]; most: number; perPage?: number },
  drawn: (lines: readonly Line[]) => Html,
): Html {
  if (all.length === 0 || !isListShown(self, name)) return nothing;
  const { lines, rest } = listed(context, self, query, {
    name,
    lines: all,
    most,
    ...(perPage === undefined ? {} : { perPage }),
  });
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${title} <span class="count">${all.length}</span></h2>${drawn(lines)}${rest}</section>`;
}

const changedLine = (context: PageContext, { event, before }: News["changed"][number]): Html =>
  html`<li><span class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</span><span>${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> <span class="about">told before as ${statusWords[before]}</span></span></li>`;

function found(here: Here, since: Edtf): Html {
  const { context } = here;
  const news = newsSince(context.index.record, since);
  if (news.reports.length === 0) return html`<p class="empty">No report was published after ${dateText(since)}.</p>`;
  const { changed, first, positions, discrepancies, reports } = news;
  const fresh = reports.reduce((sum, one) => sum + one.fresh.length, 0);
  return html`<p class="sum">Since ${dateText(since)}: ${counted(reports.length, "report")} with ${counted(fresh, "new sentence")}; ${counted(first.length, "event")} told for the first time, ${counted(changed.length, "event")} told otherwise than before, ${counted(positions.length, "position")}, ${counted(discrepancies.length, "discrepancy", "discrepancies")}.</p>
${section(here, { name: "changed", title: "What changed", lines: changed, most: mostEvents }, (lines) => html`<ol class="plain dated">${lines.map((one) => changedLine(context, one))}</ol>`)}
${section(here, { name: "first", title: "Told for the first time", lines: first, most: mostEvents }, (lines) => html`<ol class="lines">${lines.map((one) => eventLine(context, one))}</ol>`)}
${section(here, { name: "differ", title: "Where they disagree", lines: discrepancies, most: mostDiscrepancies, perPage: 40 }, (lines) => html`${lines.map((one) => discrepancyBlock(context, one))}`)}
${section(here, { name: "held", title: "Positions told", lines: positions, most: mostPositions }, (lines) => html`<ol class="plain dated">${lines.map((one) => positionLine(context, one))}</ol>`)}
${section(here, { name: "reports", title: "The reports", lines: reports, most: mostReports, perPage: 24 }, (lines) => html`${lines.map((one) => report(context, one))}`)}`;
}

/** The page, as asked for in the address: since (a day; without one the day before the last report), list (one alone), page. */
export function newPage(context: PageContext, query: URLSearchParams): PageContent {
  const usual = usualSince(context.index.record);
  const asked = dateAsked(query, "since");
  const since = asked ?? usual;
  const list = listAsked(query, lists);
  const self: Self = { name: "new", id: "", query: { since: asked, list } };
  const steps = context.days
    .filter((day) => context.asOf === null || day < context.asOf)
    .slice(-8, -1)
    .toReversed()
    .map(
      (day) =>
        html`<li><a href="${context.links.page("new", "", { since: day })}">since ${dateText(day, "short")}</a></li>`,
    );
  const body = html`${wayBack(context, self, "Everything new")}<h1>What is new</h1>
${list === null ? filterForm(context, self, [dateField("since", "Since", asked)], asked !== null) : nothing}
${list === null && steps.length > 0 ? html`<ul class="jumps">${steps}</ul>` : nothing}
${since === null ? html`<p class="empty">No report bears a date.</p>` : found({ context, self, query }, since)}`;
  return { title: "What is new", self, body };
}
