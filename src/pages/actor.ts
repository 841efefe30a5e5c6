// Actor: the names it goes by, its roles, what it said and holds, where it took part and whom it met; each line with its words.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Actor, Event, Position } from "../model/record.js";
import type { Span } from "../model/span.js";
import { withSpokesmen } from "../query/filter.js";
import { actorPicture } from "./actor-picture.js";
import type { PageContent, PageContext } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { statusMark } from "./event-line.js";
import { outletMarks, outletOf, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorLink, actorList } from "./names.js";
import { linkTo } from "./places.js";
import { stanceMark } from "./stance-line.js";
import { statementLine } from "./statement-line.js";
import { groupsOf } from "./utterances.js";
import { actorWords, counted } from "./words.js";

const mostStatements = 16;
const mostEvents = 24;
const mostReports = 30;
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
      html`<li>${joined([html`<span dir="auto">${title}</span>${of === null ? nothing : html`, ${actorLink(context, of)}`}`, during(from, to)])} ${outletMarks(context, evidence)}</li>`,
  );
  const groups = actor.memberOf.map(
    (group) =>
      html`<li>${joined([html`speaks for ${actorLink(context, group.actor)}`, during(group.from, group.to)])} ${outletMarks(context, group.evidence)}</li>`,
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
<td>${position.date === null ? "undated" : timeOf(position.date, "short")}</td><td>${outletMarks(context, position.evidence)}</td></tr>`;
}

function positions(context: PageContext, actor: Actor): Html {
  const all = context.index.positionsOf.get(actor.id) ?? [];
  const issues = [...new Set(all.map(({ issue }) => issue))];
  const own = issues.flatMap((issue) => all.filter((position) => position.issue === issue));
  if (own.length === 0) return nothing;
  return html`<section aria-labelledby="positions"><h2 id="positions">Positions</h2><div class="scroll" role="region" aria-label="Table of positions" tabindex="0"><table><caption class="unseen">Positions of ${actor.name}</caption>
<thead><tr><th scope="col">Issue</th><th scope="col">Stance</th><th scope="col">Date</th><th scope="col">Read in</th></tr></thead><tbody>${own.slice(0, mostPositions).map((position) => positionRow(context, position))}</tbody></table></div>${own.length > mostPositions ? html`<p><a href="${context.links.page("positions", "", { actor: actor.id })}">All ${own.length} positions, by issue</a></p>` : nothing}</section>`;
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

function eventList(context: PageContext, actor: Actor): Html {
  const events = (context.index.eventsOf.get(actor.id) ?? []).toSorted((a, b) => compareDates(a.date, b.date));
  if (events.length === 0) return nothing;
  const lines = events
    .slice(0, mostEvents)
    .map(
      (event) =>
        html`<li><span class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</span> <span>${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a></span></li>`,
    );
  const met = companions(actor, events)
    .slice(0, 12)
    .map(
      ({ id, count }) =>
        html`<li>${actorLink(context, id)}${count > 1 ? html` <span class="about">×${count}</span>` : nothing}</li>`,
    );
  const rest =
    events.length > mostEvents
      ? html`<p><a href="${context.links.page("chronicle", "", { actor: actor.id })}">All ${events.length} events</a></p>`
      : nothing;
  return html`<section><h2>Takes part in <span class="count">${events.length}</span></h2><ol class="plain dated">${lines}</ol>${rest}</section>
${met.length > 0 ? html`<section><h2>Together with</h2><ul class="inline">${met}</ul></section>` : nothing}`;
}

function statementList(context: PageContext, actor: Actor): Html {
  const statements = context.index.statementsOf.get(actor.id) ?? [];
  const groups = groupsOf(context.index, statements);
  if (groups.length === 0) return nothing;
  const rest =
    groups.length > mostStatements
      ? html`<p><a href="${context.links.page("statements", "", { actor: actor.id })}">All ${statements.length} statements</a></p>`
      : nothing;
  const lines = groups.slice(0, mostStatements).map((group) => statementLine(context, group));
  return html`<section><h2>Statements <span class="count">${statements.length}</span></h2><ol class="lines">${lines}</ol>${rest}</section>`;
}

function reports(context: PageContext, actor: Actor): Html {
  const byDocument = new Map<string, Span[]>();
  for (const span of actor.mentions) byDocument.set(span.doc, [...(byDocument.get(span.doc) ?? []), span]);
  const lines = [...byDocument.values()].slice(0, mostReports).flatMap((spans) => {
    const first = spans[0];
    const document = first === undefined ? undefined : context.index.documents.get(first.doc);
    return first && document
      ? [
          html`<li><a href="${linkTo(context, first)}" dir="auto">${document.title ?? outletOf(document)}</a> <span class="about">${joined([outletOf(document), document.published.value === null ? "undated" : timeOf(document.published.value, "short"), counted(spans.length, "mention")])}</span></li>`,
        ]
      : [];
  });
  const rest =
    byDocument.size > mostReports
      ? html`<p><a href="${context.links.page("documents", "", { actor: actor.id })}">All ${byDocument.size} reports</a></p>`
      : nothing;
  return html`<section><h2>Named in <span class="count">${byDocument.size}</span></h2><ul class="plain">${lines}</ul>${rest}</section>`;
}

/** The page of an actor; null where the record has none of that id. */
export function actorPage(context: PageContext, id: string): PageContent | null {
  const actor = context.index.actors.get(id as ActorId);
  if (!actor) return null;
  const rules = actor.why.map(
    ({ rule, score }) => html`<li><code>${rule}</code>${score === null ? nothing : html` ${score.toFixed(2)}`}</li>`,
  );
  const body = html`<p class="crumb"><a href="${context.links.page("actors")}">Actors</a> · ${actorWords[actor.kind].one}${actor.decidedBy === undefined ? nothing : html` · decided by ${actor.decidedBy}`}</p>
<h1 dir="auto">${actor.name}</h1>
${actorPicture(context, {
  statements: context.index.statementsOf.get(actor.id) ?? [],
  events: context.index.eventsOf.get(actor.id) ?? [],
  positions: context.index.positionsOf.get(actor.id) ?? [],
})}
${names(context, actor)}${standing(context, actor)}${positions(context, actor)}${eventList(context, actor)}${statementList(context, actor)}${reports(context, actor)}
${rules.length > 0 ? html`<details class="why"><summary>Rules that tell who this is</summary><ul>${rules}</ul></details>` : nothing}`;
  return { title: actor.name, self: { name: "actor", id: actor.id, query: {} }, body };
}
