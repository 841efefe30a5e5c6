// Calendar: a month as people hang it on the wall, with what happened and what is planned on each day; what is only dated to a
// month or a stretch of days stands beside it. What lies ahead of the last report is listed first.
import { boundsOf, compareDates, dayNumber, dayOf, type Edtf, edtf, monthLength, precisionOf } from "../model/edtf.js";
import type { Event } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { statusMark, statusText } from "./event-line.js";
import { outletMarks } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";
import { drawnSign, signOfStatus } from "./signs.js";
import { counted } from "./words.js";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const mostOfDay = 5;
const mostAhead = 60;

type Month = { readonly year: number; readonly month: number };
const nameOf = ({ year, month }: Month): Edtf =>
  edtf(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
const monthOfDay = (day: number): Month => {
  const date = new Date(day * 864e5);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
};

/** Months in which an event of a known day lies, in order, each once. */
function monthsOf(events: readonly Event[]): readonly Edtf[] {
  const months = events.flatMap(({ date }) => {
    if (date === null) return [];
    const { first, last } = boundsOf(date);
    return Number.isFinite(first) && last - first < 62 ? [nameOf(monthOfDay(first))] : [];
  });
  return [...new Set(months)].toSorted();
}

const isDated = ({ date }: Event): boolean =>
  date !== null && (precisionOf(date) === "day" || precisionOf(date) === "time");

function entry(context: PageContext, event: Event): Html {
  return html`<li><a href="${context.links.page("event", event.id)}" class="status ${event.status}" title="${statusText(event)}" dir="auto">${drawnSign(signOfStatus(event.status))} <span class="unseen">${statusText(event)}: </span>${event.label}</a></li>`;
}

function dayCell(context: PageContext, day: number, isInside: boolean, events: readonly Event[]): Html {
  if (!isInside) return html`<td class="outside"></td>`;
  const own = events.filter(({ date }) => date !== null && boundsOf(date).first === day);
  const more = own.length - mostOfDay;
  const all = dayOf(day);
  return html`<td${own.length > 0 ? html` class="full"` : nothing}><span class="day">${new Date(day * 864e5).getUTCDate()}</span>${own.length > 0 ? html`<ul class="plain">${own.slice(0, mostOfDay).map((event) => entry(context, event))}</ul>` : nothing}${more > 0 ? html`<a class="about" href="${context.links.page("chronicle", "", { from: all, to: all })}">${more} more</a>` : nothing}</td>`;
}

function grid(context: PageContext, { year, month }: Month, events: readonly Event[]): Html {
  const first = dayNumber(year, month, 1);
  const start = first - ((new Date(first * 864e5).getUTCDay() + 6) % 7);
  const length = monthLength(year, month);
  const weeks = Math.ceil((first - start + length) / 7);
  const dated = events.filter(isDated);
  const rows = Array.from({ length: weeks }, (_, week) => {
    const cells = weekdays.map((_, at) => {
      const day = start + week * 7 + at;
      return dayCell(context, day, day >= first && day < first + length, dated);
    });
    return html`<tr>${cells}</tr>`;
  });
  const name = dateText(nameOf({ year, month }));
  const head = weekdays.map((day) => html`<th scope="col"><abbr title="${day}">${day.slice(0, 3)}</abbr></th>`);
  return html`<div class="scroll" role="region" aria-label="Calendar of ${name}" tabindex="0"><table class="calendar"><caption class="unseen">${name}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

const listLine = (context: PageContext, event: Event): Html =>
  html`<li><span class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</span><span>${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> ${outletMarks(
    context,
    event.reports.map(({ span }) => span),
    () => context.links.page("event", event.id),
    3,
  )}</span></li>`;

/** What is planned, the next first; what no report dates last. */
function ahead(context: PageContext): Html {
  const planned = context.index.record.events
    .filter(({ status }) => status === "planned")
    .toSorted((a, b) => compareDates(a.date, b.date));
  if (planned.length === 0) return html`<p class="empty">Nothing is planned.</p>`;
  const more = planned.length - mostAhead;
  return html`<ol class="plain dated">${planned.slice(0, mostAhead).map((event) => listLine(context, event))}</ol>${more > 0 ? html`<p><a href="${context.links.page("chronicle", "", { status: "planned" })}">All ${planned.length} that are planned</a></p>` : nothing}`;
}

/** The calendar, as asked for in the address: month ("2022-01"); without one the month of the last report. */
export function calendarPage(context: PageContext, query: URLSearchParams): PageContent {
  const { record } = context.index;
  const months = monthsOf(record.events);
  const last = context.asOf ?? record.dossier.to;
  const usual = last === null ? (months.at(-1) ?? null) : nameOf(monthOfDay(boundsOf(last).last));
  const given = query.get("month") ?? "";
  const shown = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(given) ? edtf(given) : usual;
  const self: Self = { name: "calendar", id: "", query: { month: shown === usual ? null : shown } };
  const at = (month: Edtf): string => context.links.page("calendar", "", { month: month === usual ? null : month });
  const step = (month: Edtf | undefined, rel: string, words: (text: string) => string): Html =>
    month === undefined ? html`<span></span>` : html`<a rel="${rel}" href="${at(month)}">${words(dateText(month))}</a>`;
  const monthOf = (month: Edtf): Html => {
    const bounds = boundsOf(month);
    const here = record.events.filter(({ date }) => {
      if (date === null) return false;
      const { first, last: end } = boundsOf(date);
      return end >= bounds.first && first <= bounds.last && end - first < 400;
    });
    const loose = here.filter((event) => !isDated(event));
    const { year, month: number } = monthOfDay(bounds.first);
    return html`<section aria-labelledby="month"><h2 id="month">${dateText(month)} <span class="count">${counted(here.length, "event")}</span></h2>
<nav class="pager steps" aria-label="Months">${step(
      months.findLast((one) => one < month),
      "prev",
      (text) => `← ${text}`,
    )}${step(
      months.find((one) => one > month),
      "next",
      (text) => `${text} →`,
    )}</nav>
${grid(context, { year, month: number }, here)}
${loose.length > 0 ? html`<h3>Told without a day</h3><ol class="plain dated">${loose.map((event) => listLine(context, event))}</ol>` : nothing}</section>`;
  };
  const body = html`<h1>Calendar</h1>
<section aria-labelledby="ahead"><h2 id="ahead">Ahead, as last reported</h2>${ahead(context)}</section>
${shown === null ? nothing : monthOf(shown)}`;
  return { title: "Calendar", self, body };
}
