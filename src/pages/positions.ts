// Positions: issues by parties; each cell is the latest stance with its date and words, and opens its history. Movements are
// marked. What an actor declares stands before what others ascribe to it.
import { compareDates } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Issue, Position } from "../model/record.js";
import { heldBy, latestOf } from "../query/positions.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { type Choice, filterForm, select } from "./filters.js";
import { type Html, html, nothing } from "./html.js";
import { laneFigure } from "./lane-picture.js";
import { actorLink } from "./names.js";
import { paged, pager } from "./paging.js";
import { actorsAsked } from "./parties.js";
import { linkTo } from "./places.js";
import { ascription, stanceEntry, stanceLegend, stanceMark, whenHeld } from "./stance-line.js";
import { counted } from "./words.js";

const issuesPerPage = 24;
const mostParties = 6;
const mostLanes = 12;

const wordsHere = (context: PageContext, position: Position): Html => {
  const first = position.evidence[0];
  return first ? html`<a class="to" href="${linkTo(context, first)}" aria-label="the words for this">¶</a>` : nothing;
};

function cell(context: PageContext, issue: Issue, actor: ActorId, own: readonly Position[]): Html {
  const mine = own.filter((position) => position.actor === actor);
  const [latest] = latestOf(mine, context.index.look);
  if (!latest)
    return html`<td class="silent"><span aria-hidden="true">–</span><span class="unseen">nothing told</span></td>`;
  const moved = mine.some(({ moved }) => moved);
  return html`<td><a href="${context.links.page("issue", issue.id, {}, latest.id)}">${stanceMark(latest.stance)}</a>${moved ? html` <strong class="moved">moved</strong>` : nothing} ${wordsHere(context, latest)}
<span class="about">${whenHeld(context, latest)}${mine.length > 1 ? html` · ${mine.length} tellings` : nothing}${latest.basis === "ascribed" ? html`<br>${ascription(context, latest)}` : nothing}</span></td>`;
}

/** Parties in columns, those with the most positions first, and how many have no column. */
function partiesOf(context: PageContext): { readonly shown: readonly ActorId[]; readonly others: number } {
  const ranked = [...context.index.positionsOf]
    .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([id]) => id);
  return { shown: ranked.slice(0, mostParties), others: Math.max(0, ranked.length - mostParties) };
}

function others(context: PageContext, issue: Issue, own: readonly Position[], shown: readonly ActorId[]): Html {
  const rest = latestOf(
    own.filter(({ actor }) => !shown.includes(actor)),
    context.index.look,
  );
  if (rest.length === 0)
    return html`<td class="silent"><span aria-hidden="true">–</span><span class="unseen">nobody else</span></td>`;
  const lines = rest
    .slice(0, 4)
    .map(
      (position) =>
        html`<li>${actorLink(context, position.actor)} ${stanceMark(position.stance)} ${wordsHere(context, position)}</li>`,
    );
  return html`<td><ul class="plain small">${lines}</ul>${rest.length > 4 ? html`<a class="about" href="${context.links.page("issue", issue.id, {}, "now")}">and ${rest.length - 4} more</a>` : nothing}</td>`;
}

function board(context: PageContext, issues: readonly Issue[], shown: readonly ActorId[], hasOthers: boolean): Html {
  const rows = issues.map((issue) => {
    const own = context.index.positionsOn.get(issue.id) ?? [];
    return html`<tr><th scope="row"><a href="${context.links.page("issue", issue.id)}" dir="auto">${issue.label}</a></th>${shown.map((actor) => cell(context, issue, actor, own))}${hasOthers ? others(context, issue, own, shown) : nothing}</tr>
`;
  });
  return html`<div class="scroll" role="region" aria-label="Issues by parties" tabindex="0"><table class="board"><caption class="unseen">The latest stance of each party on each issue</caption>
<thead><tr><th scope="col">Issue</th>${shown.map((id) => html`<th scope="col">${actorLink(context, id)}</th>`)}${hasOthers ? html`<th scope="col">Others</th>` : nothing}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Issues with the most and the latest positions first. */
function ranked(context: PageContext, wanted: ReadonlySet<ActorId> | null): readonly Issue[] {
  const { index } = context;
  const weight = (issue: Issue): number => index.positionsOn.get(issue.id)?.length ?? 0;
  return index.record.issues
    .filter(
      (issue) => wanted === null || (index.positionsOn.get(issue.id) ?? []).some(({ actor }) => wanted.has(actor)),
    )
    .toSorted((a, b) => weight(b) - weight(a));
}

function overTime(context: PageContext, issues: readonly Issue[]): Html {
  const lanes = issues.slice(0, mostLanes).map((issue) => ({
    label: issue.label,
    entries: (context.index.positionsOn.get(issue.id) ?? [])
      .toSorted((a, b) => compareDates(heldBy(a, context.index.look), heldBy(b, context.index.look)))
      .flatMap(
        (position) =>
          stanceEntry(context, position, context.index.actors.get(position.actor)?.name ?? position.actor) ?? [],
      ),
  }));
  if (lanes.every(({ entries }) => entries.length === 0)) return nothing;
  const shown = issues.slice(0, mostLanes).flatMap(({ id }) => context.index.positionsOn.get(id) ?? []);
  const figure = laneFigure(
    context,
    lanes.filter(({ entries }) => entries.length > 0),
    {
      title: "Positions over time by issue",
      caption: html`${stanceLegend(shown)}${issues.length > mostLanes ? html`<span>Of ${counted(issues.length, "issue")} the ${mostLanes} with the most positions.</span>` : nothing}`,
    },
  );
  return html`<section aria-labelledby="over-time"><h2 id="over-time">Over time</h2>${figure}</section>`;
}

/** The board, as asked for in the address: actor, page. */
export function positionsPage(context: PageContext, query: URLSearchParams): PageContent {
  const { index } = context;
  const asked = query.get("actor") || null;
  const self: Self = { name: "positions", id: "", query: { actor: asked } };
  const issues = ranked(context, actorsAsked(index, asked));
  const part = paged(issues, query.get("page"), issuesPerPage);
  const { shown, others: rest } = partiesOf(context);
  const choices = [...index.positionsOf.keys()]
    .flatMap((id): Choice[] => {
      const actor = index.actors.get(id);
      return actor ? [{ value: id, words: actor.name }] : [];
    })
    .toSorted((a, b) => (a.words < b.words ? -1 : 1))
    .slice(0, 120);
  const moved = index.record.positions.filter((position) => position.moved);
  const movements = moved.length === 0 ? nothing : html` ${counted(moved.length, "movement")}.`;
  const body = html`<h1>Positions</h1>
${filterForm(context, self, [select("actor", "Party", "All parties", choices, asked)], asked !== null)}
${
  issues.length === 0
    ? html`<p class="empty">No position ${asked === null ? "was read from the reports" : "of this party was read"}.</p>`
    : html`<p class="sum">${counted(issues.length, "issue")}, ${counted(index.record.positions.length, "position")}.${movements} Each cell is the latest stance told and opens its history; what a party declares stands before what others say of it.</p>
${board(context, part.lines, shown, rest > 0)}
${pager(context, self, part)}
${part.page === 1 ? overTime(context, issues) : nothing}`
}`;
  return { title: "Positions", self, body, isWide: true };
}
