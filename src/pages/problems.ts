// What could not be decided: where two answers remained none was given, with the place, the reason and what could have been meant.
import type { ActorId } from "../model/ids.js";
import type { RecordProblem } from "../model/record.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { outletMarks, quoted } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { html } from "./html.js";
import { paged, pager } from "./paging.js";
import { counted } from "./words.js";

const linesPerPage = 60;

function line(context: PageContext, { id, span, stage, reason, candidates }: RecordProblem) {
  const names = candidates.map((one) => context.index.actors.get(one as ActorId)?.name ?? one);
  const meant = names.length > 0 ? html` <span dir="auto">${names.join(" or ")}?</span>` : "";
  return html`<li class="line" id="${id}"><div class="when">${stage}</div><div class="what"><p class="label">${reason}${meant}</p><p class="words">${quoted(context, span)}</p><p class="told">${outletMarks(context, [span], null)}</p></div></li>
`;
}

/** The list, as asked for in the address: stage, page. */
export function problemsPage(context: PageContext, query: URLSearchParams): PageContent {
  const { problems } = context.index.record;
  const asked = query.get("stage") || null;
  const self: Self = { name: "problems", id: "", query: { stage: asked } };
  const chosen = problems.filter(({ stage }) => asked === null || stage === asked);
  const part = paged(chosen, query.get("page"), linesPerPage);
  const stages = [...new Set(problems.map(({ stage }) => stage))].toSorted().map((value) => ({ value, words: value }));
  const body = html`<h1>Not decided</h1>
${filterForm(context, self, [select("stage", "Stage", "All stages", stages, asked)], asked !== null)}
${
  chosen.length === 0
    ? html`<p class="empty">Everything that was read was decided.</p>`
    : html`<p class="sum">${counted(chosen.length, "place")} where two answers remained, or none. Parley gives none then, and says so here.</p><ol class="lines">${part.lines.map((problem) => line(context, problem))}</ol>`
}
${pager(context, self, part)}`;
  return { title: "Not decided", self, body };
}
