// Actors: everybody the reports name, by kind, with how much the record holds of each.
import type { Actor } from "../model/record.js";
import { actorKinds } from "../model/words.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorLink } from "./names.js";
import { paged, pager } from "./paging.js";
import { actorWords, counted } from "./words.js";

const linesPerPage = 100;

/** The role that most reports tell, or whom it belongs to, in small words. */
function standing(context: PageContext, actor: Actor): Html {
  const [role] = actor.roles.toSorted((a, b) => b.evidence.length - a.evidence.length);
  if (role)
    return html`<span dir="auto">${role.title}</span>${role.of === null ? nothing : html`, ${actorLink(context, role.of)}`}`;
  const [group] = actor.memberOf;
  return group ? actorLink(context, group.actor) : nothing;
}

function line(context: PageContext, actor: Actor): Html {
  const { index } = context;
  const reports = new Set(actor.mentions.map(({ doc }) => doc)).size;
  const [statements, events] = [
    index.statementsOf.get(actor.id)?.length ?? 0,
    index.eventsOf.get(actor.id)?.length ?? 0,
  ];
  const number = (count: number): Html =>
    html`<td class="number">${count === 0 ? html`<span class="silent">0</span>` : count}</td>`;
  return html`<tr><th scope="row">${actorLink(context, actor.id)} <span class="about">${standing(context, actor)}</span></th>${number(reports)}${number(statements)}${number(events)}</tr>`;
}

/** The list, as asked for in the address: kind, page. The most often named first. */
export function actorsPage(context: PageContext, query: URLSearchParams): PageContent {
  const asked = query.get("kind") || null;
  const self: Self = { name: "actors", id: "", query: { kind: asked } };
  const all = context.index.record.actors;
  const chosen = actorKinds.flatMap((kind) =>
    asked === null || asked === kind
      ? all.filter((actor) => actor.kind === kind).toSorted((a, b) => b.mentions.length - a.mentions.length)
      : [],
  );
  const part = paged(chosen, query.get("page"), linesPerPage);
  const tables = actorKinds.flatMap((kind) => {
    const own = part.lines.filter((actor) => actor.kind === kind);
    if (own.length === 0) return [];
    return [
      html`<section aria-labelledby="${kind}"><h2 id="${kind}">${actorWords[kind].many} <span class="count">${chosen.filter((actor) => actor.kind === kind).length}</span></h2>
<table class="list"><caption class="unseen">${actorWords[kind].many}, with counts of what the record holds of each</caption>
<thead><tr><th scope="col">Name</th><th scope="col" class="number">Reports</th><th scope="col" class="number">Statements</th><th scope="col" class="number">Events</th></tr></thead>
<tbody>${own.map((actor) => line(context, actor))}</tbody></table></section>`,
    ];
  });
  const choices = actorKinds.map((kind) => ({ value: kind, words: actorWords[kind].many }));
  const body = html`<h1>Actors</h1>
${filterForm(context, self, [select("kind", "Kind", "All kinds", choices, asked)], asked !== null)}
<p class="sum">${joined([counted(chosen.length, "actor")])}, the most often named first.</p>
${tables}
${pager(context, self, part)}`;
  return { title: "Actors", self, body };
}
