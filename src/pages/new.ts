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
import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { stanceMark, whenHeld } from "./stance-line.js";
import { counted, statusWords } from "./words.js";

const mostEvents = 40;
const mostPositions = 30;
const reportsPerPage = 24;
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
<ul class="plain words">${sentences}</ul>${more > 0 ? html`<p class="about">and ${more} more</p>` : nothing}</article>`;
}

const positionLine = (context: PageContext, position: Position): Html =>
  html`<li><span class="when">${whenHeld(context, position)}</span><span>${actorLink(context, position.actor)} ${stanceMark(position.stance)}${position.moved ? html` <strong class="moved">moved</strong>` : nothing} <a href="${context.links.page("issue", position.issue)}" dir="auto">${context.index.issues.get(position.issue)?.label ?? position.issue}</a> ${outletMarks(context, position.evidence)}</span></li>`;

function events(context: PageContext, { first, changed }: News): Html {
  const lines = first.slice(0, mostEvents).map((event) => eventLine(context, event));
  const otherwise = changed
    .slice(0, mostEvents)
    .map(
      ({ event, before }) =>
        html`<li><span class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</span><span>${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> <span class="about">told before as ${statusWords[before]}</span></span></li>`,
    );
  return html`${otherwise.length > 0 ? html`<section aria-labelledby="changed"><h2 id="changed">What changed <span class="count">${changed.length}</span></h2><ol class="plain dated">${otherwise}</ol></section>` : nothing}
${lines.length > 0 ? html`<section aria-labelledby="first"><h2 id="first">Told for the first time <span class="count">${first.length}</span></h2><ol class="lines">${lines}</ol>${first.length > lines.length ? html`<p class="about">and ${first.length - lines.length} more, which stand in the <a href="${context.links.page("chronicle")}">chronicle</a></p>` : nothing}</section>` : nothing}`;
}

function found(context: PageContext, self: Self, since: Edtf, query: URLSearchParams): Html {
  const news = newsSince(context.index.record, since);
  if (news.reports.length === 0) return html`<p class="empty">No report was published after ${dateText(since)}.</p>`;
  const part = paged(news.reports, query.get("page"), reportsPerPage);
  const { positions, discrepancies } = news;
  const fresh = news.reports.reduce((sum, one) => sum + one.fresh.length, 0);
  return html`<p class="sum">Since ${dateText(since)}: ${counted(news.reports.length, "report")} with ${counted(fresh, "new sentence")}; ${counted(news.first.length, "event")} told for the first time, ${counted(news.changed.length, "event")} told otherwise than before, ${counted(positions.length, "position")}, ${counted(discrepancies.length, "discrepancy", "discrepancies")}.</p>
${part.page > 1 ? nothing : events(context, news)}
${part.page > 1 || discrepancies.length === 0 ? nothing : html`<section aria-labelledby="differ"><h2 id="differ">Where they disagree <span class="count">${discrepancies.length}</span></h2>${discrepancies.slice(0, 12).map((one) => discrepancyBlock(context, one))}</section>`}
${part.page > 1 || positions.length === 0 ? nothing : html`<section aria-labelledby="held"><h2 id="held">Positions told <span class="count">${positions.length}</span></h2><ol class="plain dated">${positions.slice(0, mostPositions).map((one) => positionLine(context, one))}</ol>${positions.length > mostPositions ? html`<p class="about">and ${positions.length - mostPositions} more</p>` : nothing}</section>`}
<section aria-labelledby="reports"><h2 id="reports">The reports <span class="count">${news.reports.length}</span></h2>${part.lines.map((one) => report(context, one))}</section>
${pager(context, self, part)}`;
}

/** The page, as asked for in the address: since (a day; without one the day before the last report), page. */
export function newPage(context: PageContext, query: URLSearchParams): PageContent {
  const usual = usualSince(context.index.record);
  const asked = dateAsked(query, "since");
  const since = asked ?? usual;
  const self: Self = { name: "new", id: "", query: { since: asked } };
  const steps = context.days
    .filter((day) => context.asOf === null || day < context.asOf)
    .slice(-8, -1)
    .toReversed()
    .map(
      (day) =>
        html`<li><a href="${context.links.page("new", "", { since: day })}">since ${dateText(day, "short")}</a></li>`,
    );
  const body = html`<h1>What is new</h1>
${filterForm(context, self, [dateField("since", "Since", asked)], asked !== null)}
${steps.length > 0 ? html`<ul class="jumps">${steps}</ul>` : nothing}
${since === null ? html`<p class="empty">No report bears a date.</p>` : found(context, self, since, query)}`;
  return { title: "What is new", self, body };
}
