// Open issues: for each demand or offer that is not settled who asked, who offered, who answered how and when, who has not answered.
import { everything } from "../query/filter.js";
import { type Answer, type OpenRow, openRows } from "../query/proposals.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { shortened } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";
import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { stanceMark } from "./stance-line.js";
import { counted } from "./words.js";

const rowsPerPage = 40;
const mostAnswers = 5; // in one cell; all of them stand on the page of the issue

function answerLine(context: PageContext, answer: Answer, isStanceTold: boolean): Html {
  const [first] = answer.evidence;
  const words = first ? shortened(first.words, 160) : "";
  const place = first ? linkTo(context, { doc: first.document, start: first.start, end: first.end }) : null;
  return html`<li><span dir="auto">${answer.actor}</span> ${isStanceTold ? stanceMark(answer.stance) : nothing} <span class="about">${answer.date === null ? nothing : timeOf(answer.date, "short")}</span>
${place === null ? nothing : html`<a class="quiet" href="${place}" dir="auto">“${words}”</a>`}</li>`;
}

function row(context: PageContext, open: OpenRow): Html {
  const all = (answers: readonly Answer[]): Html =>
    answers.length > mostAnswers
      ? html`<a class="about" href="${context.links.page("issue", open.id)}">all ${answers.length}</a>`
      : nothing;
  const lines = (answers: readonly Answer[], isStanceTold: boolean): Html =>
    answers.length === 0
      ? html`<td class="silent"><span aria-hidden="true">–</span><span class="unseen">nobody</span></td>`
      : html`<td><ul class="plain small">${answers.slice(0, mostAnswers).map((answer) => answerLine(context, answer, isStanceTold))}</ul>${all(answers)}</td>`;
  const pending =
    open.pending.length === 0
      ? html`<td class="silent"><span aria-hidden="true">–</span><span class="unseen">nobody that is named</span></td>`
      : html`<td class="pending" dir="auto">${open.pending.join(", ")}</td>`;
  return html`<tr><th scope="row"><a href="${context.links.page("issue", open.id)}" dir="auto">${open.label}</a></th>${lines(open.demanded, false)}${lines(open.offered, false)}${lines(open.answered, true)}${pending}</tr>
`;
}

/** The table, as asked for in the address: page. */
export function openPage(context: PageContext, query: URLSearchParams): PageContent {
  const self: Self = { name: "open", id: "", query: {} };
  const rows = openRows(context.index.look, everything);
  const part = paged(rows, query.get("page"), rowsPerPage);
  const table = html`<div class="scroll" role="region" aria-label="Open issues" tabindex="0"><table class="board"><caption class="unseen">Who asked, who offered, who answered, who has not</caption>
<thead><tr><th scope="col">Issue</th><th scope="col">Demanded by</th><th scope="col">Offered by</th><th scope="col">Answered</th><th scope="col">Not answered</th></tr></thead><tbody>${part.lines.map((open) => row(context, open))}</tbody></table></div>`;
  const body = html`<h1>Open issues</h1>
${
  rows.length === 0
    ? html`<p class="empty">No demand or offer is open.</p>`
    : html`<p class="sum">${counted(rows.length, "issue")} demanded or offered and not settled, as the parties themselves declare. What others only say of them does not count here.</p>${table}`
}
${pager(context, self, part)}`;
  return { title: "Open issues", self, body, isWide: true };
}
