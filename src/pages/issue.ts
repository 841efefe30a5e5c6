// Issue: the history of one demand, offer or provision: who holds what, since when, in which words; what was proposed on it.

import { compareDates } from "../model/edtf.js";
import type { ActorId, IssueId } from "../model/ids.js";
import type { Issue, Position } from "../model/record.js";
import { heldBy, latestOf } from "../query/positions.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { addressOf, corrections } from "./decide-forms.js";
import { issueCorrections } from "./decide-things.js";
import { outletMarks } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { laneFigure } from "./lane-picture.js";
import { actorLink } from "./names.js";
import { isListShown, listAsked, listed, paged, pager, wayBack } from "./paging.js";
import { proposalBlock } from "./proposals.js";
import { ascription, stanceEntry, stanceLegend, stanceLine, stanceMark, whenHeld } from "./stance-line.js";
import { whyLink } from "./why.js";
import { counted } from "./words.js";

const linesPerPage = 80;
const mostLanes = 12;
const mostTerms = 24;
const mostProposals = 12;
const mostNow = 40;
const lists = ["now", "proposals", "terms"] as const;

/** By the day that each was held, or reported where no report dates it. */
const inOrder = (positions: readonly Position[], { index }: PageContext): readonly Position[] =>
  positions.toSorted((a, b) => compareDates(heldBy(a, index.look), heldBy(b, index.look)));

type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

function now({ context, self, query }: Here, own: readonly Position[]): Html {
  if (!isListShown(self, "now")) return nothing;
  const latest = latestOf(own, context.index.look);
  const { lines, rest } = listed(context, self, query, { name: "now", lines: latest, most: mostNow });
  const rows = lines.map(
    (position) =>
      html`<tr><th scope="row">${actorLink(context, position.actor)}</th><td>${stanceMark(position.stance)}${position.moved ? html` <strong class="moved">moved</strong>` : nothing} <span class="about">${ascription(context, position)}</span></td><td>${whenHeld(context, position)}</td><td>${outletMarks(context, position.evidence, () => whyLink(context, position.id))}</td></tr>`,
  );
  const table =
    latest.length === 0
      ? html`<p class="empty">Nobody is reported to hold anything on it.</p>`
      : html`<div class="scroll" role="region" aria-label="Table of stances" tabindex="0"><table><caption class="unseen">The latest stance of each</caption><thead><tr><th scope="col">Party</th><th scope="col">Stance</th><th scope="col">When</th><th scope="col">Read in</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}`;
  return html`<section aria-labelledby="now"><h2 id="now">Where everybody stands</h2>${table}</section>`;
}

function overTime(context: PageContext, own: readonly Position[]): Html {
  const all = [...new Set(own.map(({ actor }) => actor))];
  const actors = all.slice(0, mostLanes);
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
      caption: html`${stanceLegend(own)}${all.length > mostLanes ? html`<span>Of ${all.length} parties the ${mostLanes} that were told first.</span>` : nothing}`,
    },
  );
}

function terms({ context, self, query }: Here, issue: Issue): Html {
  if (issue.terms.length === 0 || !isListShown(self, "terms")) return nothing;
  const { lines, rest } = listed(context, self, query, {
    name: "terms",
    lines: issue.terms,
    most: mostTerms,
    perPage: 300,
  });
  return html`<section aria-labelledby="terms"><h2 id="terms">In the words of the reports <span class="count">${issue.terms.length}</span></h2><ul class="inline">${lines.map((term) => html`<li dir="auto">“${term}”</li>`)}</ul>${rest}
<p class="told">${outletMarks(context, issue.evidence, () => whyLink(context, issue.id))}</p></section>`;
}

function proposals({ context, self, query }: Here, issue: Issue): Html {
  const all = context.index.proposalsOn.get(issue.id) ?? [];
  if (all.length === 0 || !isListShown(self, "proposals")) return nothing;
  const { lines, rest } = listed(context, self, query, {
    name: "proposals",
    lines: all,
    most: mostProposals,
    perPage: 14,
  });
  return html`<section aria-labelledby="proposals"><h2 id="proposals">Proposals on it <span class="count">${all.length}</span></h2>${lines.map((proposal) => proposalBlock(context, proposal, 3))}${rest}</section>`;
}

/** The page of an issue; null where the record has none of that id. */
export function issuePage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const { index } = context;
  const issue = index.issues.get(id as IssueId);
  if (!issue) return null;
  const list = listAsked(query, lists);
  const self: Self = { name: "issue", id: issue.id, query: { list } };
  const here = { context, self, query };
  const own = inOrder(index.positionsOn.get(issue.id) ?? [], context);
  const part = paged(own, query.get("page"), linesPerPage);
  const whole = html`${part.page === 1 ? overTime(context, own) : nothing}
${own.length > 0 ? html`<section aria-labelledby="history"><h2 id="history">History <span class="count">${counted(own.length, "telling")}</span></h2><ol class="lines">${part.lines.map((position) => stanceLine(context, position, true))}</ol>${pager(context, self, part)}</section>` : nothing}`;
  const body = html`<p class="crumb">${joined([html`<a href="${context.links.page("positions")}">Positions</a>`, "Issue", issue.decidedBy === undefined ? null : `decided by ${issue.decidedBy}`])}</p>
${wayBack(context, self, "All of this issue")}<h1 dir="auto">${issue.label}</h1>
${corrections(context, addressOf(context, self), issueCorrections(context, issue))}
${now(here, own)}${list === null ? whole : nothing}
${proposals(here, issue)}
${terms(here, issue)}`;
  return { title: issue.label, self, body };
}
