// Chronicle, the home page: a picture of the whole span, then every event as a line; what happened and what is planned apart.
import type { Edtf } from "../model/edtf.js";
import type { Event } from "../model/record.js";
import { eventKinds } from "../model/words.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { monthHeading } from "./dates.js";
import { eventLine } from "./event-line.js";
import { dateAsked, dateField, filterForm, isBetween, select } from "./filters.js";
import { type Html, html, nothing } from "./html.js";
import type { LanesBy } from "./lanes.js";
import { paged, pager } from "./paging.js";
import { actorChoices, actorsAsked } from "./parties.js";
import { spanPicture } from "./span-picture.js";
import { counted, kindWords } from "./words.js";

const linesPerPage = 50;

type Asked = {
  readonly from: Edtf | null;
  readonly to: Edtf | null;
  readonly actor: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly by: LanesBy;
};

function readAsked(query: URLSearchParams): Asked {
  return {
    from: dateAsked(query, "from"),
    to: dateAsked(query, "to"),
    actor: query.get("actor") || null,
    kind: query.get("kind") || null,
    status: query.get("status") || null,
    by: query.get("lanes") === "party" ? "party" : "kind",
  };
}

const isAhead = ({ status }: Event): boolean => status === "planned";
const isDoubtful = ({ status }: Event): boolean => status === "hypothetical" || status === "unknown";

type Section = { readonly id: string; readonly title: string; readonly has: (event: Event) => boolean };
const sections: readonly Section[] = [
  { id: "happened", title: "What happened", has: (event) => !isAhead(event) && !isDoubtful(event) },
  { id: "planned", title: "What is planned", has: isAhead },
  { id: "uncertain", title: "What is not certain", has: isDoubtful },
];

function form(context: PageContext, self: Self, asked: Asked): Html {
  const kinds = eventKinds.filter((kind) => context.index.record.events.some((event) => event.kind === kind));
  const others = asked.kind?.includes(",") ? [{ value: asked.kind, words: "Other kinds" }] : [];
  const fields = [
    dateField("from", "From", asked.from),
    dateField("to", "To", asked.to),
    select("actor", "Actor", "Anybody", actorChoices(context.index, context.index.eventsOf, asked.actor), asked.actor),
    select(
      "kind",
      "Kind",
      "Any kind",
      [...kinds.map((kind) => ({ value: kind, words: kindWords[kind] })), ...others],
      asked.kind,
    ),
    select(
      "status",
      "Status",
      "Any",
      sections.map(({ id, title }) => ({ value: id, words: title })),
      asked.status,
    ),
    select("lanes", "Picture by", "kind", [{ value: "party", words: "party" }], asked.by),
  ];
  return filterForm(
    context,
    self,
    fields,
    [asked.from, asked.to, asked.actor, asked.kind, asked.status].some((value) => value !== null),
  );
}

/** Lines under headings of their month. */
function byMonth(context: PageContext, events: readonly Event[]): Html[] {
  const months = new Map<string, Event[]>();
  for (const event of events) {
    const month = event.date === null ? "Undated" : monthHeading(event.date);
    months.set(month, [...(months.get(month) ?? []), event]);
  }
  return [...months].map(
    ([month, own]) => html`<h3>${month}</h3><ol class="lines">${own.map((event) => eventLine(context, event))}</ol>`,
  );
}

/** How many lines there are, or why there are none. */
function sum(events: readonly Event[], self: Self): Html {
  const isFiltered = Object.entries(self.query).some(([name, value]) => value && name !== "lanes");
  const reports = new Set(events.flatMap((event) => event.reports.map(({ span }) => span.doc))).size;
  return events.length > 0
    ? html`<p class="sum">${counted(events.length, "event")}, told by ${counted(reports, "report")}.</p>`
    : html`<p class="empty">No event ${isFiltered ? "fits what was asked for" : "was read from the reports"}.</p>`;
}

/** The chronicle, as asked for in the address: from, to, actor, kind (several with "," between), status, lanes, page. */
export function chroniclePage(context: PageContext, query: URLSearchParams): PageContent {
  const { index } = context;
  const asked = readAsked(query);
  const self: Self = {
    name: "chronicle",
    id: "",
    query: {
      from: asked.from,
      to: asked.to,
      actor: asked.actor,
      kind: asked.kind,
      status: asked.status,
      lanes: asked.by === "kind" ? null : asked.by,
    },
  };
  const section = sections.find(({ id }) => id === asked.status);
  const kinds = asked.kind === null ? null : new Set(asked.kind.split(","));
  const wanted = actorsAsked(index, asked.actor);
  const events = index.timeline.filter(
    (event) =>
      isBetween(event.date, asked.from, asked.to) &&
      (kinds === null || kinds.has(event.kind)) &&
      (wanted === null || event.participants.some(({ actor }) => wanted.has(actor))) &&
      (!section || section.has(event)),
  );
  const ordered = sections.flatMap(({ has }) => events.filter(has));
  const part = paged(ordered, query.get("page"), linesPerPage);
  const lists = sections.flatMap(({ id, title, has }) => {
    const own = part.lines.filter(has);
    const total = events.filter(has).length;
    return own.length === 0
      ? []
      : [
          html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${total}</span></h2>${byMonth(context, own)}</section>`,
        ];
  });
  const jumps = sections
    .filter(({ has }) => events.some(has))
    .map(
      ({ id, title, has }) =>
        html`<li><a href="${part.lines.some(has) ? `#${id}` : context.links.page("chronicle", "", { ...self.query, status: id })}">${title}</a> <span class="count">${events.filter(has).length}</span></li>`,
    );
  const body = html`<h1>Chronicle</h1>
${part.page === 1 ? spanPicture(context, events, asked) : nothing}
${form(context, self, asked)}
<div id="list" tabindex="-1">${jumps.length > 1 ? html`<ul class="jumps">${jumps}</ul>` : nothing}
${sum(ordered, self)}
${lists}</div>
${pager(context, self, part)}`;
  return { title: context.title, self, body };
}
