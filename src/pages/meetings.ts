// Meetings: the rounds of each series in order, then every meeting, call and visit: planned, held, moved or cancelled, how long,
// in which form, who took part.
import { compareDates } from "../model/edtf.js";
import type { Event, Series } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { durationText, timeOf } from "./dates.js";
import { statusMark } from "./event-line.js";
import { outletMarks } from "./evidence.js";
import { dateAsked, dateField, filterForm, isBetween, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorList } from "./names.js";
import { paged, pager } from "./paging.js";
import { actorChoices, actorsAsked } from "./parties.js";
import { counted, fateWords, heldKinds, kindWords } from "./words.js";

const rowsPerPage = 60;
const seriesPerPage = 8;
const mostSeries = 6; // above the table of meetings; all of them stand on pages of their own
const mostRounds = { above: 6, alone: 12 } as const;
const mostNamed = 6;

/** Whether an event is people coming together. */
export const isMeeting = ({ kind }: Event): boolean => heldKinds.has(kind) && kind !== "vote";

const who = (context: PageContext, event: Event): Html => {
  const ids = [...new Set(event.participants.map(({ actor }) => actor))];
  const more = ids.length - mostNamed;
  return html`${actorList(context, ids.slice(0, mostNamed))}${more > 0 ? html` <a class="about" href="${context.links.page("event", event.id)}">and ${more} more</a>` : nothing}`;
};

function round(context: PageContext, event: Event, place: number): Html {
  return html`<li class="round"><span class="number" aria-hidden="true">${event.round ?? place + 1}</span><div>
<p class="label">${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a></p>
<p class="about">${joined([event.date === null ? "undated" : timeOf(event.date), event.place === null ? null : html`<span dir="auto">${event.place}</span>`, event.duration === null ? null : durationText(event.duration), event.outcome === null ? null : html`<span dir="auto">${event.outcome}</span>`])}</p></div></li>
`;
}

/** A series with its last rounds, at most so many. */
function seriesBlock(context: PageContext, series: Series, most: number): Html {
  const events = series.events.flatMap((id) => context.index.events.get(id) ?? []);
  const all = (): string => context.links.page("meetings", "", { view: "series", of: series.id });
  const earlier = Math.max(0, events.length - most);
  const rounds = events.slice(earlier).map((event, place) => round(context, event, earlier + place));
  return html`<article class="series"><h3 dir="auto">${series.label}</h3>${earlier > 0 ? html`<p class="about">The last ${most} of <a href="${all()}">${counted(events.length, "round")}</a>.</p>` : nothing}<ol class="rounds">${rounds}</ol></article>`;
}

function row(context: PageContext, event: Event): Html {
  const form = joined([
    kindWords[event.kind],
    event.format === null ? null : html`<span dir="auto">${event.format}</span>`,
    event.duration === null ? null : durationText(event.duration),
  ]);
  const told = outletMarks(
    context,
    event.reports.map(({ span }) => span),
    () => context.links.page("event", event.id),
    4,
  );
  return html`<tr><td class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</td><th scope="row">${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> <span class="about">${form}${event.plan === null ? nothing : html`<br>${fateWords[event.plan.fate]}`}</span></th><td>${event.place === null ? html`<span class="silent">not told</span>` : html`<span dir="auto">${event.place}</span>`}</td><td>${who(context, event)}</td><td>${told}</td></tr>
`;
}

type Part = { readonly id: string; readonly title: string; readonly has: (event: Event) => boolean };
const parts: readonly Part[] = [
  { id: "ahead", title: "Planned", has: ({ status }) => status === "planned" },
  { id: "held", title: "Held", has: ({ status }) => status === "happened" },
  { id: "off", title: "Cancelled or denied", has: ({ status }) => status === "cancelled" || status === "denied" },
  { id: "doubtful", title: "Not certain", has: ({ status }) => status === "hypothetical" || status === "unknown" },
];

/** The first series, above the table; where there are more or longer ones, the way to all of them. */
function seriesAbove(context: PageContext): Html {
  const { series } = context.index.record;
  if (series.length === 0) return nothing;
  const isCut = series.length > mostSeries || series.some(({ events }) => events.length > mostRounds.above);
  return html`<section aria-labelledby="series"><h2 id="series">Series of talks <span class="count">${series.length}</span></h2>${series.slice(0, mostSeries).map((one) => seriesBlock(context, one, mostRounds.above))}${isCut ? html`<p><a href="${context.links.page("meetings", "", { view: "series" })}">All series with their rounds</a></p>` : nothing}</section>`;
}

/** One series alone, all its rounds. */
function roundsPage(context: PageContext, series: Series, page: string | null): PageContent {
  const self: Self = { name: "meetings", id: "", query: { view: "series", of: series.id } };
  const events = series.events.flatMap((id) => context.index.events.get(id) ?? []);
  const part = paged(events, page, rowsPerPage);
  const body = html`<p class="crumb"><a href="${context.links.page("meetings", "", { view: "series" })}">Series of talks</a></p><h1 dir="auto">${series.label}</h1>
<p class="sum">${counted(part.total, "round")}, in order of time.</p><ol class="rounds">${part.lines.map((event, place) => round(context, event, part.first + place))}</ol>${pager(context, self, part)}`;
  return { title: series.label, self, body };
}

/** All series, with all that fits of their rounds; or one (`of`) alone. */
function seriesPage(context: PageContext, of: string | null, page: string | null): PageContent {
  const alone = context.index.record.series.find(({ id }) => id === of);
  if (alone) return roundsPage(context, alone, page);
  const self: Self = { name: "meetings", id: "", query: { view: "series" } };
  const part = paged(context.index.record.series, page, seriesPerPage);
  const body = html`<p class="crumb"><a href="${context.links.page("meetings")}">Meetings</a></p><h1>Series of talks</h1>
<section aria-labelledby="series"><h2 id="series">${counted(part.total, "series", "series")}</h2>${part.lines.map((one) => seriesBlock(context, one, mostRounds.alone))}</section>
${pager(context, self, part)}`;
  return { title: "Series of talks", self, body, isWide: true };
}

/** The list, as asked for in the address: view ("series", with of: one of them), from, to, actor, status, page. */
export function meetingsPage(context: PageContext, query: URLSearchParams): PageContent {
  if (query.get("view") === "series") return seriesPage(context, query.get("of"), query.get("page"));
  const { index } = context;
  const asked = {
    from: dateAsked(query, "from"),
    to: dateAsked(query, "to"),
    actor: query.get("actor") || null,
    status: query.get("status") || null,
  };
  const self: Self = { name: "meetings", id: "", query: asked };
  const wanted = actorsAsked(index, asked.actor);
  const chosen = index.record.events.filter(
    (event) =>
      isMeeting(event) &&
      isBetween(event.date, asked.from, asked.to) &&
      (wanted === null || event.participants.some(({ actor }) => wanted.has(actor))) &&
      (asked.status === null || parts.find(({ id }) => id === asked.status)?.has(event) !== false),
  );
  const ordered = parts.flatMap(({ has }) => chosen.filter(has).toSorted((a, b) => compareDates(a.date, b.date)));
  const page = paged(ordered, query.get("page"), rowsPerPage);
  const isFiltered = Object.values(asked).some((value) => value !== null);
  const fields = [
    dateField("from", "From", asked.from),
    dateField("to", "To", asked.to),
    select("actor", "Actor", "Anybody", actorChoices(index, index.eventsOf, asked.actor), asked.actor),
    select(
      "status",
      "Status",
      "Any",
      parts.map(({ id, title }) => ({ value: id, words: title })),
      asked.status,
    ),
  ];
  const tables = parts.flatMap(({ id, title, has }) => {
    const own = page.lines.filter(has);
    return own.length === 0
      ? []
      : [
          html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${chosen.filter(has).length}</span></h2><div class="scroll" role="region" aria-label="Table: ${title.toLowerCase()}" tabindex="0"><table class="meetings"><caption class="unseen">${title}</caption><thead><tr><th scope="col">Date</th><th scope="col">Meeting</th><th scope="col">Place</th><th scope="col">Who</th><th scope="col">Told by</th></tr></thead><tbody>${own.map((event) => row(context, event))}</tbody></table></div></section>`,
        ];
  });
  const series = isFiltered || page.page > 1 ? nothing : seriesAbove(context);
  const body = html`<h1>Meetings</h1>
${filterForm(context, self, fields, isFiltered)}
${chosen.length === 0 ? html`<p class="empty">No meeting ${isFiltered ? "fits what was asked for" : "was read from the reports"}.</p>` : html`<p class="sum">${counted(chosen.length, "meeting")}, calls and visits counted; <a href="${context.links.page("calendar")}">as a calendar</a>, <a href="${context.links.page("network")}">as a net of who met whom</a>.</p>`}
${series}${tables}
${pager(context, self, page)}`;
  return { title: "Meetings", self, body, isWide: true };
}
