// Proposals: what was put on the table by whom, what it provides for, who answered how and who has not, what became of it.
import { compareDates } from "../model/edtf.js";
import type { Proposal } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { statusMark } from "./event-line.js";
import { outletMarks } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorLink, actorList } from "./names.js";
import { paged, pager } from "./paging.js";
import { actorChoices, actorsAsked } from "./parties.js";
import { stanceMark } from "./stance-line.js";
import { whyLink } from "./why.js";
import { counted } from "./words.js";

const perPage = 14;
const mostAnswers = 12;

function provisions(context: PageContext, proposal: Proposal): Html {
  if (proposal.provisions.length === 0) return nothing;
  const lines = proposal.provisions.map(({ issue, evidence }) => {
    const label = context.index.issues.get(issue)?.label ?? issue;
    return html`<li><a href="${context.links.page("issue", issue)}" dir="auto">${label}</a> ${outletMarks(context, evidence, () => whyLink(context, proposal.id))}</li>`;
  });
  return html`<p class="mini">Provides for</p><ul class="plain">${lines}</ul>`;
}

function answers(context: PageContext, proposal: Proposal, shown: Proposal["answers"]): Html {
  const pending = proposal.to.filter((id) => !proposal.answers.some(({ actor }) => actor === id));
  const lines = shown.map(
    ({ actor, stance, date, evidence }) =>
      html`<li>${actorLink(context, actor)} ${stanceMark(stance)} ${date === null ? nothing : html`<span class="about">${timeOf(date, "short")}</span>`} ${outletMarks(context, evidence, () => whyLink(context, proposal.id))}</li>`,
  );
  const all =
    shown.length < proposal.answers.length && shown[0] === proposal.answers[0] && shown.length === mostAnswers
      ? html`<p><a href="${context.links.page("proposals", "", { of: proposal.id })}">All ${proposal.answers.length} answers</a></p>`
      : nothing;
  const silent =
    pending.length > 0 ? html`<p class="pending">No answer yet: ${actorList(context, pending)}</p>` : nothing;
  const none =
    lines.length === 0 && pending.length === 0 ? html`<p class="silent">No answer in the reports yet.</p>` : nothing;
  return html`<p class="mini">Answers</p>${lines.length > 0 ? html`<ul class="plain">${lines}</ul>` : nothing}${all}${silent}${none}`;
}

/** One proposal with provisions and answers (`shown`: which, else the first); `level` is that of its heading. */
export function proposalBlock(
  context: PageContext,
  proposal: Proposal,
  level: 2 | 3,
  shown: Proposal["answers"] = proposal.answers.slice(0, mostAnswers),
): Html {
  const event = proposal.event === null ? undefined : context.index.events.get(proposal.event);
  const head = joined([
    proposal.date === null ? "undated" : timeOf(proposal.date),
    proposal.by.length > 0 ? html`by ${actorList(context, proposal.by)}` : null,
    proposal.to.length > 0 ? html`to ${actorList(context, proposal.to)}` : null,
  ]);
  const told = event
    ? html`<p class="told"><span>Put on the table: ${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a></span> ${outletMarks(
        context,
        event.reports.map(({ span }) => span),
        () => context.links.page("event", event.id),
      )}</p>`
    : nothing;
  return html`<article class="proposal" id="${proposal.id}">${level === 2 ? html`<h2 dir="auto">${proposal.label}</h2>` : html`<h3 dir="auto">${proposal.label}</h3>`}<p class="about">${head}</p>${told}
<div class="columns"><div>${provisions(context, proposal)}</div><div>${answers(context, proposal, shown)}</div></div></article>`;
}

/** One proposal alone, with all its answers. */
function alonePage(context: PageContext, proposal: Proposal, query: URLSearchParams): PageContent {
  const self: Self = { name: "proposals", id: "", query: { of: proposal.id } };
  const part = paged(proposal.answers, query.get("page"), 60);
  const body = html`<p class="crumb"><a href="${context.links.page("proposals")}">Proposals</a></p><h1>Proposal</h1>${proposalBlock(context, proposal, 2, part.lines)}${pager(context, self, part)}`;
  return { title: proposal.label, self, body };
}

/** The list, as asked for in the address: actor, page; or of (one alone). */
export function proposalsPage(context: PageContext, query: URLSearchParams): PageContent {
  const { index } = context;
  const alone = index.record.proposals.find(({ id }) => id === query.get("of"));
  if (alone) return alonePage(context, alone, query);
  const asked = query.get("actor") || null;
  const self: Self = { name: "proposals", id: "", query: { actor: asked } };
  const wanted = actorsAsked(index, asked);
  const chosen = index.record.proposals
    .filter(({ by, to }) => wanted === null || [...by, ...to].some((id) => wanted.has(id)))
    .toSorted((a, b) => compareDates(a.date, b.date));
  const part = paged(chosen, query.get("page"), perPage);
  const sides = new Map(
    index.record.proposals.flatMap(({ by, to }) => [...by, ...to]).map((id) => [id, [id]] as const),
  );
  const body = html`<h1>Proposals</h1>
${filterForm(context, self, [select("actor", "Party", "Anybody", actorChoices(index, sides, asked), asked)], asked !== null)}
${
  chosen.length === 0
    ? html`<p class="empty">No proposal ${asked === null ? "was read from the reports" : "fits what was asked for"}.</p>`
    : html`<p class="sum">${counted(chosen.length, "proposal")}, in order of time.</p>`
}
${part.lines.map((proposal) => proposalBlock(context, proposal, 2))}
${pager(context, self, part)}`;
  return { title: "Proposals", self, body };
}
