// Actor: the names it goes by, its roles, what it said and holds, where it took part and whom it met; each line with its words.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Actor, Event, Position } from "../model/record.js";
import type { Span } from "../model/span.js";
import { withSpokesmen } from "../query/filter.js";
import { actorPicture } from "./actor-picture.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { addressOf, corrections } from "./decide-forms.js";
import { actorCorrections } from "./decide-things.js";
import { statusMark } from "./event-line.js";
import { outletMarks, outletOf, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorLink, actorList } from "./names.js";
import { isListShown, listAsked, listed, wayBack } from "./paging.js";
import { linkTo } from "./places.js";
import { stanceMark } from "./stance-line.js";
import { statementLine } from "./statement-line.js";
import { groupsOf } from "./utterances.js";
import { whyLink } from "./why.js";
import { actorWords, counted } from "./words.js";

const actorLists = ["positions", "events", "company", "statements", "reports"] as const;
type ActorList = (typeof actorLists)[number];
const mostStatements = 16;
const mostEvents = 24;
const mostReports = 30;
const mostCompanions = 24;
const mostPositions = 30;

const during = (from: Edtf | null, to: Edtf | null): string | null =>
  from === null && to === null
    ? null
    : from === null
      ? `until ${to === null ? "" : dateText(to, "short")}`
      : to === null
        ? `from ${dateText(from, "short")}`
        : `${dateText(from, "short")} – ${dateText(to, "short")}`;

/** Names with how often each is used and a link to its first use. */
function names(context: PageContext, actor: Actor): Html {
  const uses = new Map<string, Span[]>();
  for (const span of actor.mentions) {
    const document = context.index.documents.get(span.doc);
    if (document) uses.set(wordsOf(document, span), [...(uses.get(wordsOf(document, span)) ?? []), span]);
  }
  const lines = actor.aliases.map((alias) => {
    const [first, ...more] = uses.get(alias) ?? [];
    const count = first ? more.length + 1 : 0;
    return html`<li>${first ? html`<a href="${linkTo(context, first)}" dir="auto">${alias}</a>` : html`<span dir="auto">${alias}</span>`}${count > 1 ? html` <span class="about">×${count}</span>` : nothing}</li>`;
  });
  return lines.length === 0
    ? nothing
    : html`<section><h2>Names it goes by</h2><ul class="inline">${lines}</ul></section>`;
}

/** What those said and did who speak for it, when lists of the actor hold its own lines only. */
function throughOthers(context: PageContext, actor: Actor): Html {
  const circle = withSpokesmen(context.index.look, [actor.id]);
  const { statements, events } = context.index.record;
  const said = statements.filter(({ speakers }) => speakers.some((id) => circle.has(id))).length;
  const done = events.filter(({ participants }) =>
    participants.some((participant) => circle.has(participant.actor)),
  ).length;
  return html`<li>With them: <a href="${context.links.page("statements", "", { actor: actor.id })}">${counted(said, "statement")}</a>, <a href="${context.links.page("chronicle", "", { actor: actor.id })}">${counted(done, "event")}</a></li>`;
}

function standing(context: PageContext, actor: Actor): Html {
  const roles = actor.roles.map(
    ({ title, of, from, to, evidence }) =>
      html`<li>${joined([html`<span dir="auto">${title}</span>${of === null ? nothing : html`, ${actorLink(context, of)}`}`, during(from, to)])} ${outletMarks(context, evidence, () => whyLink(context, actor.id))}</li>`,
  );
  const groups = actor.memberOf.map(
    (group) =>
      html`<li>${joined([html`speaks for ${actorLink(context, group.actor)}`, during(group.from, group.to)])} ${outletMarks(context, group.evidence, () => whyLink(context, actor.id))}</li>`,
  );
  const members = (context.index.membersOf.get(actor.id) ?? []).map(({ id }) => id);
  const forIt =
    members.length === 0
      ? nothing
      : html`<li>For it speak: ${actorList(context, members)}</li>${throughOthers(context, actor)}`;
  if (roles.length + groups.length + members.length === 0) return nothing;
  return html`<section><h2>${roles.length + groups.length > 0 ? "Roles" : "Who speaks for it"}</h2><ul>${roles}${groups}${forIt}</ul></section>`;
}

function positionRow(context: PageContext, position: Position): Html {
  const issue = context.index.issues.get(position.issue);
  return html`<tr><th scope="row" dir="auto"><a href="${context.links.page("issue", position.issue)}">${issue?.label ?? position.issue}</a></th><td>${stanceMark(position.stance)}${position.moved ? html` <strong>moved</strong>` : nothing}${position.basis === "ascribed" ? html`<br><span class="about">ascribed by ${position.by.length > 0 ? actorList(context, position.by) : "the report"}</span>` : nothing}</td>
<td>${position.date === null ? "undated" : timeOf(position.date, "short")}</td><td>${outletMarks(context, position.evidence, () => whyLink(context, position.id))}</td></tr>`;
}

type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

function positions({ context, self, query }: Here, actor: Actor): Html {
  const all = context.index.positionsOf.get(actor.id) ?? [];
  const issues = [...new Set(all.map(({ issue }) => issue))];
  const own = issues.flatMap((issue) => all.filter((position) => position.issue === issue));
  if (own.length === 0) return nothing;
  const { lines, rest } = listed(context, self, query, { name: "positions", lines: own, most: mostPositions });
  return html`<section aria-labelledby="positions"><h2 id="positions">Positions <span class="count">${own.length}</span></h2><div class="scroll" role="region" aria-label="Table of positions" tabindex="0"><table><caption class="unseen">Positions of ${actor.name}</caption>
<thead><tr><th scope="col">Issue</th><th scope="col">Stance</th><th scope="col">Date</th><th scope="col">Read in</th></tr></thead><tbody>${lines.map((position) => positionRow(context, position))}</tbody></table></div>${rest}</section>`;
}

/** Who takes part in the same events, the most often first. */
function companions(actor: Actor, events: readonly Event[]): { readonly id: ActorId; readonly count: number }[] {
  const counts = new Map<ActorId, number>();
  for (const event of events)
    for (const id of new Set(event.participants.map((participant) => participant.actor)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  counts.delete(actor.id);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

function eventList({ context, self, query }: Here, events: readonly Event[]): Html {
  if (events.length === 0) return nothing;
  const { lines, rest } = listed(context, self, query, { name: "events", lines: events, most: mostEvents });
  const drawn = lines.map(
    (event) =>
      html`<li><span class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</span> <span>${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a></span></li>`,
  );
  return html`<section><h2>Takes part in <span class="count">${events.length}</span></h2><ol class="plain dated">${drawn}</ol>${rest}</section>`;
}

function together({ context, self, query }: Here, actor: Actor, events: readonly Event[]): Html {
  const met = companions(actor, events);
  if (met.length === 0) return nothing;
  const { lines, rest } = listed(context, self, query, {
    name: "company",
    lines: met,
    most: mostCompanions,
    perPage: 200,
  });
  const drawn = lines.map(
    ({ id, count }) =>
      html`<li>${actorLink(context, id)}${count > 1 ? html` <span class="about">×${count}</span>` : nothing}</li>`,
  );
  return html`<section><h2>Together with <span class="count">${met.length}</span></h2><ul class="inline">${drawn}</ul>${rest}</section>`;
}

function statementList({ context, self, query }: Here, actor: Actor): Html {
  const statements = context.index.statementsOf.get(actor.id) ?? [];
  const groups = groupsOf(context.index, statements);
  if (groups.length === 0) return nothing;
  const { lines, rest } = listed(context, self, query, { name: "statements", lines: groups, most: mostStatements });
  return html`<section><h2>Statements <span class="count">${statements.length}</span></h2><ol class="lines">${lines.map((group) => statementLine(context, group))}</ol>${rest}</section>`;
}

function reports({ context, self, query }: Here, actor: Actor): Html {
  const byDocument = new Map<string, Span[]>();
  for (const span of actor.mentions) byDocument.set(span.doc, [...(byDocument.get(span.doc) ?? []), span]);
  const { lines: shown, rest } = listed(context, self, query, {
    name: "reports",
    lines: [...byDocument.values()],
    most: mostReports,
    perPage: 100,
  });
  const lines = shown.flatMap((spans) => {
    const first = spans[0];
    const document = first === undefined ? undefined : context.index.documents.get(first.doc);
    return first && document
      ? [
          html`<li><a href="${linkTo(context, first)}" dir="auto">${document.title ?? outletOf(document)}</a> <span class="about">${joined([outletOf(document), document.published.value === null ? "undated" : timeOf(document.published.value, "short"), counted(spans.length, "mention")])}</span></li>`,
        ]
      : [];
  });
  return html`<section><h2>Named in <span class="count">${byDocument.size}</span></h2><ul class="plain">${lines}</ul>${rest}</section>`;
}

/** All but the names and roles: each list after the other, or the one that is asked for. */
function lists(here: Here, actor: Actor): Html {
  const { context, self } = here;
  const events = (context.index.eventsOf.get(actor.id) ?? []).toSorted((a, b) => compareDates(a.date, b.date));
  const shown = (name: ActorList, make: () => Html): Html => (isListShown(self, name) ? make() : nothing);
  return html`${shown("positions", () => positions(here, actor))}${shown("events", () => eventList(here, events))}${shown("company", () => together(here, actor, events))}${shown("statements", () => statementList(here, actor))}${shown("reports", () => reports(here, actor))}`;
}

/** The page of an actor; null where the record has none of that id. As asked for in the address: list (one alone), page. */
export function actorPage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const actor = context.index.actors.get(id as ActorId);
  if (!actor) return null;
  const list = listAsked(query, actorLists);
  const self: Self = { name: "actor", id: actor.id, query: { list } };
  const here = { context, self, query };
  const rules = actor.why.map(
    ({ rule, score }) => html`<li><code>${rule}</code>${score === null ? nothing : html` ${score.toFixed(2)}`}</li>`,
  );
  const whole = html`${actorPicture(context, {
    statements: context.index.statementsOf.get(actor.id) ?? [],
    events: context.index.eventsOf.get(actor.id) ?? [],
    positions: context.index.positionsOf.get(actor.id) ?? [],
  })}
${names(context, actor)}${standing(context, actor)}`;
  const body = html`<p class="crumb"><a href="${context.links.page("actors")}">Actors</a> · ${actorWords[actor.kind].one}${actor.decidedBy === undefined ? nothing : html` · decided by ${actor.decidedBy}`}</p>
${wayBack(context, self, `All of ${actor.name}`)}<h1 dir="auto">${actor.name}</h1>
${corrections(context, addressOf(context, { name: "actor", id: actor.id, query: {} }), actorCorrections(context, actor))}
${list === null ? whole : nothing}${lists(here, actor)}
${list === null && rules.length > 0 ? html`<details class="why"><summary>Rules that tell who this is</summary><ul>${rules}</ul></details>` : nothing}`;
  return { title: actor.name, self, body };
}
