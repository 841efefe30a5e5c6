// An event as one line of a list: when, whether it is planned or held, what, who tells it, and whether they contradict each other.
import type { Event } from "../model/record.js";
import type { PageContext } from "./context.js";
import { timeOf } from "./dates.js";
import { correctLink } from "./decide-forms.js";
import { outletMarks, quoted } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { signOf } from "./signs.js";
import { attributeWords, counted, fateWords, heldKinds, kindWords, statusWords } from "./words.js";

/** "held", "planned", "announced, never reported as held" … */
export function statusText(event: Event): string {
  if (event.status === "planned" && event.plan?.fate === "lapsed") return "planned, never reported as held";
  if (event.status === "planned" && event.plan?.fate === "moved") return "planned, moved";
  return toldStatus(event, event.status);
}

/** The status that one report tells, as the event's kind calls it. */
export const toldStatus = ({ kind }: Event, status: Event["status"]): string =>
  status === "happened" && heldKinds.has(kind) ? "held" : statusWords[status];

/** The status as sign and word, so that it is not told by colour alone. */
export const statusMark = (event: Event): Html =>
  html`<span class="status ${event.status}">${signOf(event.status)} ${statusText(event)}</span>`;

/** "told by 3 reports, 2 independent". */
export function sourcesText({ sources }: Event): string {
  const told = `told by ${counted(sources.reports, "report")}`;
  return sources.reports > 1 ? `${told}, ${sources.independent} independent` : told;
}

/** What reports of the event contradict each other on; nothing where they do not. */
function contradictions(context: PageContext, event: Event): Html {
  const found = (context.index.discrepanciesOf.get(event.id) ?? []).filter(({ kind }) => kind === "contradiction");
  if (found.length === 0) return nothing;
  const words = [...new Set(found.map(({ attribute }) => attributeWords[attribute]))].join(", ");
  return html`<a class="flag" href="${context.links.page("event", event.id, {}, "discrepancies")}"><span aria-hidden="true">⚑</span> reports contradict each other on ${words}</a>`;
}

/** Kind and place in small words beside the label. */
const about = (event: Event): Html =>
  html`<span class="about">${joined([kindWords[event.kind], event.place === null ? null : html`<span dir="auto">${event.place}</span>`])}</span>`;

/** The line of an event, an <li>. */
export function eventLine(context: PageContext, event: Event): Html {
  const first = event.reports[0];
  const fate = event.status === "happened" && event.plan?.fate === "held" ? fateWords.held : null;
  const basis = event.basis === "claimed" ? "only in somebody’s words" : null;
  return html`<li class="line">
<div class="when">${event.date === null ? "undated" : timeOf(event.date, "short")}</div>
<div class="what">
<p class="label">${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> ${about(event)}</p>
${first ? html`<p class="words">${quoted(context, first.span)}</p>` : nothing}
<p class="told"><span>${joined([sourcesText(event), basis, fate])}</span> ${outletMarks(
    context,
    event.reports.map(({ span }) => span),
    () => context.links.page("event", event.id),
  )}${contradictions(context, event)}${correctLink(context, event.id, "this event")}</p>
</div></li>
`;
}
