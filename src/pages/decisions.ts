// The log of decisions: who decided what, when and why, what became of it, where persons conflict and how far they agree; each
// entry in force can be taken back.
import type { Conflict, DecisionLog, LogEntry } from "../model/decision-log.js";
import type { Edtf } from "../model/edtf.js";
import type { DocumentId } from "../model/ids.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { decisionText, pointedWords } from "./decided-words.js";
import { outletOf, shortened } from "./evidence.js";
import { filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { counted } from "./words.js";

const linesPerPage = 50;
const states = ["in force", "superseded", "without effect"] as const;
const stateWords: Readonly<Record<LogEntry["state"], string>> = {
  "in force": "in force",
  superseded: "superseded or taken back",
  "without effect": "no longer matches",
};

/** The report that a decision is about, linked to its words where it is still there. */
function placeOf(context: PageContext, { decision }: LogEntry): Html | null {
  const [first] = decision.action.on;
  const document = first && context.index.documents.get(first.span.doc as DocumentId);
  return first && document
    ? html`<a href="${linkTo(context, first.span)}" dir="auto">${outletOf(document)}: ${document.title ?? document.uri}</a>`
    : null;
}

function entryLine(context: PageContext, entry: LogEntry, log: DecisionLog, token: string): Html {
  const { decision, state, why } = entry;
  const { id, at, author, reason, action, supersedes } = decision;
  const former = log.entries.find(({ decision: one }) => one.id === supersedes)?.decision;
  const of =
    action.kind === "withdraw" && former ? html` <span class="about">${decisionText(former.action)}</span>` : nothing;
  const undo =
    state === "superseded"
      ? nothing
      : html`<form method="post" action="${context.links.page("decisions", "", { undo: id, as_of: null })}"><input type="hidden" name="token" value="${token}"><button>${action.kind === "withdraw" ? "Have it again" : "Undo"}<span class="unseen"> ${decisionText(action)}</span></button></form>`;
  return html`<li class="line" id="${id}"><div class="when">${html`<time datetime="${at}">${dateText(at.slice(0, 10) as Edtf, "short")}</time>`} <span class="about">${at.slice(11, 16)} UTC</span></div>
<div class="what"><p class="label"><strong dir="auto">${decisionText(action)}</strong>${of} <span class="state ${state.replaceAll(" ", "-")}">${stateWords[state]}</span></p>
${pointedWords(action)}
${reason === null || reason === "" ? nothing : html`<p class="why-decided" dir="auto">because: ${reason}</p>`}
<p class="told"><span>${joined([html`<span dir="auto">${author}</span>`, placeOf(context, entry), why === null ? null : html`${state === "superseded" ? "" : "it has no effect: "}${why}`, html`<code>${id}</code>`])}</span> ${undo}</p></div></li>
`;
}

function conflictList(conflicts: readonly Conflict[]): Html {
  if (conflicts.length === 0) return nothing;
  const lines = conflicts.map(({ field, words, says }) => {
    const rows = says.map(
      ({ author, value, id }, index) =>
        html`<li><span dir="auto">${author}</span>: <span dir="auto">${shortened(value, 120)}</span> <a href="#${id}"><code>${id}</code></a>${index === says.length - 1 ? html` <span class="about">has effect</span>` : nothing}</li>`,
    );
    return html`<li><p>${field} of “<span dir="auto">${shortened(words, 120)}</span>”</p><ul>${rows}</ul></li>`;
  });
  return html`<section aria-labelledby="conflicts"><h2 id="conflicts">Conflicts <span class="count">${conflicts.length}</span></h2><p class="about">Persons say different things of one thing; the later word has effect.</p><ol>${lines}</ol></section>`;
}

const figure = (alpha: number | null): string =>
  alpha === null ? "not to be told: all said the same" : alpha.toFixed(3);

function agreementTable({ agreement }: DecisionLog): Html {
  const { units, alpha, coders, fields } = agreement;
  if (units === 0) return nothing;
  const rows = fields.map(
    (field) => html`<tr><th scope="row">${field.field}</th><td>${field.units}</td><td>${figure(field.alpha)}</td></tr>`,
  );
  return html`<section aria-labelledby="agreement"><h2 id="agreement">Agreement between ${coders.join(", ")}</h2>
<div class="scroll" role="region" aria-label="Table of agreement" tabindex="0"><table><caption class="unseen">Krippendorff’s alpha by what was decided</caption><thead><tr><th scope="col">What</th><th scope="col">Decided by several</th><th scope="col">Krippendorff’s alpha</th></tr></thead><tbody>${rows}<tr><th scope="row">all</th><td>${units}</td><td>${figure(alpha)}</td></tr></tbody></table></div></section>`;
}

/** The page of the log, the latest first; asked for in the address: state, author, page. */
export function decisionsPage(
  context: PageContext,
  log: DecisionLog,
  { query, token }: { readonly query: URLSearchParams; readonly token: string },
): PageContent {
  const state = states.find((one) => one === query.get("state")) ?? null;
  const author = query.get("author") || null;
  const self: Self = { name: "decisions", id: "", query: { state, author } };
  const chosen = log.entries
    .filter(
      (entry) =>
        (state === null || entry.state === state) && (author ?? entry.decision.author) === entry.decision.author,
    )
    .toReversed();
  const part = paged(chosen, query.get("page"), linesPerPage);
  const people = [...new Set(log.entries.map(({ decision }) => decision.author))].toSorted();
  const fields = [
    select(
      "state",
      "State",
      "All states",
      states.map((value) => ({ value, words: stateWords[value] })),
      state,
    ),
    select(
      "author",
      "Author",
      "Everybody",
      people.map((value) => ({ value, words: value })),
      author,
    ),
  ];
  const list =
    chosen.length === 0
      ? html`<p class="empty">Nothing was decided${log.entries.length === 0 ? " yet. Corrections are made where the thing is seen" : " so"}.</p>`
      : html`<p class="sum">${counted(chosen.length, "decision")}, the latest first. Nothing is ever erased: what is taken back stays here.</p><ol class="lines">${part.lines.map((entry) => entryLine(context, entry, log, token))}</ol>`;
  const body = html`<h1>Decisions</h1>
${filterForm(context, self, fields, state !== null || author !== null)}
${list}
${pager(context, self, part)}
${conflictList(log.conflicts)}${agreementTable(log)}`;
  return { title: "Decisions", self, body };
}
