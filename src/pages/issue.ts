// Issue: the history of one demand, offer or provision: who holds what, since when, in which words; what was proposed on it.

import { compareDates } from "../model/edtf.js";
import type { ActorId, IssueId } from "../model/ids.js";
import type { Issue, Position } from "../model/record.js";
import { heldBy, latestOf } from "../query/positions.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { outletMarks } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { laneFigure } from "./lane-picture.js";
import { actorLink } from "./names.js";
import { paged, pager } from "./paging.js";
import { proposalBlock } from "./proposals.js";
import { ascription, stanceEntry, stanceLegend, stanceLine, stanceMark, whenHeld } from "./stance-line.js";
import { counted } from "./words.js";

const linesPerPage = 80;
const mostLanes = 12;
const mostTerms = 24;

/** By the day that each was held, or reported where no report dates it. */
const inOrder = (positions: readonly Position[], { index }: PageContext): readonly Position[] =>
  positions.toSorted((a, b) => compareDates(heldBy(a, index.look), heldBy(b, index.look)));

function now(context: PageContext, own: readonly Position[]): Html {
  const latest = latestOf(own, context.index.look);
  if (latest.length === 0) return html`<p class="empty">Nobody is reported to hold anything on it.</p>`;
  const rows = latest.map(
    (position) =>
      html`<tr><th scope="row">${actorLink(context, position.actor)}</th><td>${stanceMark(position.stance)}${position.moved ? html` <strong class="moved">moved</strong>` : nothing} <span class="about">${ascription(context, position)}</span></td><td>${whenHeld(context, position)}</td><td>${outletMarks(context, position.evidence)}</td></tr>`,
  );
  return html`<div class="scroll" role="region" aria-label="Table of stances" tabindex="0"><table><caption class="unseen">The latest stance of each</caption><thead><tr><th scope="col">Party</th><th scope="col">Stance</th><th scope="col">When</th><th scope="col">Read in</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function overTime(context: PageContext, own: readonly Position[]): Html {
  const actors = [...new Set(own.map(({ actor }) => actor))].slice(0, mostLanes);
  const lanes = actors.map((id: ActorId) => ({
    label: context.index.actors.get(id)?.name ?? id,
    entries: own
      .filter(({ actor }) => actor === id)
      .flatMap((position) => stanceEntry(context, position, context.index.actors.get(id)?.name ?? id) ?? []),
  }));
  return laneFigure(
    context,
    lanes.filter(({ entries }) => entries.length > 0),
    {
      title: "Positions on this issue over time by party",
      caption: stanceLegend(own),
    },
  );
}

const terms = (context: PageContext, issue: Issue): Html =>
  issue.terms.length === 0
    ? nothing
    : html`<section><h2>In the words of the reports</h2><ul class="inline">${issue.terms.slice(0, mostTerms).map((term) => html`<li dir="auto">“${term}”</li>`)}</ul>
<p class="told">${outletMarks(context, issue.evidence)}</p></section>`;

/** The page of an issue; null where the record has none of that id. */
export function issuePage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const { index } = context;
  const issue = index.issues.get(id as IssueId);
  if (!issue) return null;
  const self: Self = { name: "issue", id: issue.id, query: {} };
  const own = inOrder(index.positionsOn.get(issue.id) ?? [], context);
  const part = paged(own, query.get("page"), linesPerPage);
  const proposals = index.proposalsOn.get(issue.id) ?? [];
  const body = html`<p class="crumb">${joined([html`<a href="${context.links.page("positions")}">Positions</a>`, "Issue", issue.decidedBy === undefined ? null : `decided by ${issue.decidedBy}`])}</p>
<h1 dir="auto">${issue.label}</h1>
<section aria-labelledby="now"><h2 id="now">Where everybody stands</h2>${now(context, own)}</section>
${part.page === 1 ? overTime(context, own) : nothing}
${own.length > 0 ? html`<section aria-labelledby="history"><h2 id="history">History <span class="count">${counted(own.length, "telling")}</span></h2><ol class="lines">${part.lines.map((position) => stanceLine(context, position, true))}</ol>${pager(context, self, part)}</section>` : nothing}
${proposals.length > 0 ? html`<section aria-labelledby="proposals"><h2 id="proposals">Proposals on it</h2>${proposals.slice(0, 12).map((proposal) => proposalBlock(context, proposal, 3))}</section>` : nothing}
${terms(context, issue)}`;
  return { title: issue.label, self, body };
}
