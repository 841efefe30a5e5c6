// Variants: what was said once and is told more than once, those with the most wordings first.
import type { Utterance } from "../model/record.js";
import { placeOf } from "../query/place.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { outletMarks, shortened } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { actorList } from "./names.js";
import { paged, pager } from "./paging.js";
import { actorChoices, actorsAsked } from "./parties.js";
import { counted } from "./words.js";

const linesPerPage = 40;

/** Whether an utterance has a page of its own: told more than once. */
export const isTold = ({ statements }: Utterance): boolean => statements.length > 1;

function line(context: PageContext, utterance: Utterance): Html {
  const [most] = utterance.wordings;
  const spans = utterance.statements.flatMap((id) => {
    const statement = context.index.statements.get(id);
    return (statement && placeOf(statement)) ?? [];
  });
  const count = utterance.wordings.length > 1 ? counted(utterance.wordings.length, "wording") : "one wording";
  return html`<li class="line"><div class="when">${utterance.date === null ? "undated" : timeOf(utterance.date, "short")}</div><div class="what">
<p class="label"><strong>${utterance.speakers.length > 0 ? actorList(context, utterance.speakers) : "somebody unnamed"}</strong> <a href="${context.links.page("utterance", utterance.id)}">${joined([count, counted(utterance.statements.length, "telling")], ", ")}</a></p>
<p class="words" dir="auto">${shortened(most?.text ?? "", 320)}</p><p class="told">${outletMarks(context, spans, () => context.links.page("utterance", utterance.id))}</p></div></li>
`;
}

/** The list, as asked for in the address: actor, page. */
export function variantsPage(context: PageContext, query: URLSearchParams): PageContent {
  const { index } = context;
  const asked = query.get("actor") || null;
  const self: Self = { name: "variants", id: "", query: { actor: asked } };
  const wanted = actorsAsked(index, asked);
  const told = index.record.utterances.filter(isTold);
  const chosen = told
    .filter(({ speakers }) => wanted === null || speakers.some((id) => wanted.has(id)))
    .toSorted((a, b) => b.wordings.length - a.wordings.length || b.statements.length - a.statements.length);
  const part = paged(chosen, query.get("page"), linesPerPage);
  const speakers = new Map(told.flatMap(({ speakers: ids }) => ids).map((id) => [id, [id]] as const));
  const body = html`<h1>Variants</h1>
${filterForm(context, self, [select("actor", "Speaker", "Anybody", actorChoices(index, speakers, asked), asked)], asked !== null)}
${
  chosen.length === 0
    ? html`<p class="empty">Nothing that was said ${asked === null ? "is told by more than one report" : "by this speaker is told more than once"}.</p>`
    : html`<p class="sum">${counted(chosen.length, "utterance")} told more than once; ${counted(chosen.filter(({ wordings }) => wordings.length > 1).length, "one", "of them")} in different wordings. The same words on the same occasion, told by several reports, in every wording and translation.</p>`
}
${chosen.length > 0 ? html`<ol class="lines">${part.lines.map((utterance) => line(context, utterance))}</ol>` : nothing}
${pager(context, self, part)}`;
  return { title: "Variants", self, body };
}
