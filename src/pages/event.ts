// Event: one page for something that happened or is planned, with every telling of it side by side.
import type { DocumentId } from "../model/ids.js";
import type { Event, RecordDocument, Statement } from "../model/record.js";
import { covers, type Span } from "../model/span.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { durationText, timeOf } from "./dates.js";
import { addressOf, corrections } from "./decide-forms.js";
import { eventCorrections } from "./decide-things.js";
import { discrepancyHead, discrepancyValues } from "./discrepancies.js";
import { peculiarities } from "./documents.js";
import { factsTable } from "./event-facts.js";
import { sourcesText, statusMark } from "./event-line.js";
import { outletOf, quoted, sourceText } from "./evidence.js";
import { type Html, html, joined, nothing, type Value } from "./html.js";
import { documentLink } from "./links.js";
import { actorLink } from "./names.js";
import { paged, pager } from "./paging.js";
import { linkTo } from "./places.js";
import { proposalBlock } from "./proposals.js";
import { contentOf, speakerOf } from "./statement-line.js";
import { fateWords, kindWords, roleWords, statusWords } from "./words.js";

const tellingsPerPage = 30;

/** Facts of the event in a definition list; what the record does not know is left out. */
function factList(context: PageContext, event: Event): Html {
  const line = (term: string, value: Value): Html =>
    value === null || value === undefined || value === false
      ? nothing
      : html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const areDifferent = new Set(event.participants.map(({ role }) => role)).size > 1;
  const participants = event.participants.map(
    ({ actor, role }) =>
      html`${actorLink(context, actor)}${role === "participant" || !areDifferent ? nothing : html` <span class="about">${roleWords[role]}</span>`}`,
  );
  const quantities = event.quantities.map(
    ({ value, unit, what, evidence }) =>
      html`<a href="${linkTo(context, evidence)}" dir="auto">${[value.toLocaleString("en-GB"), unit, what].filter((part) => part !== "").join(" ")}</a>`,
  );
  const announced =
    event.plan === null || event.plan.announced.length === 0
      ? null
      : event.plan.announced.flatMap((id) => context.index.documents.get(id) ?? []);
  return html`<dl class="about-list">
${line("Kind", joined([kindWords[event.kind], event.plover === null ? null : html`<abbr title="PLOVER event code">${event.plover}</abbr>`]))}
${line("Place", event.place === null ? null : html`<span dir="auto">${event.place}</span>`)}
${line("Who", participants.length > 0 ? joined(participants, ", ") : null)}
${line("Duration", event.duration === null ? null : durationText(event.duration))}
${line("Format", event.format)}${line("Round", event.round)}${line("Outcome", event.outcome)}
${line("Figures", quantities.length > 0 ? joined(quantities, ", ") : null)}
${line(
  "Plan",
  event.plan === null
    ? null
    : html`${fateWords[event.plan.fate]}${
        announced === null
          ? nothing
          : html`; announced by ${joined(
              announced.map(
                (document) =>
                  html`<a href="${documentLink(context.links, document.id)}" dir="auto">${outletOf(document)}</a>`,
              ),
              ", ",
            )}`
      }`,
)}
${line("Sources", joined([sourcesText(event), event.basis === "claimed" ? "told only inside somebody’s words" : null]))}
${line("Decided by", event.decidedBy ?? null)}
</dl>`;
}

function discrepancies(context: PageContext, event: Event): Html {
  const found = context.index.discrepanciesOf.get(event.id) ?? [];
  if (found.length === 0) return nothing;
  const lines = found.map(
    (one) =>
      html`<div class="discrepancy ${one.kind}"><h3>${discrepancyHead(one)}</h3>${discrepancyValues(context, one)}</div>`,
  );
  return html`<section aria-labelledby="discrepancies"><h2 id="discrepancies">Where reports disagree</h2>${lines}</section>`;
}

/** Whether the words of a statement are those that the telling quotes. */
const isTold = (statement: Statement, span: Span): boolean =>
  statement.content.some((content) => content.doc === span.doc && (covers(content, span) || covers(span, content)));

/** One sentence that tells the event, with what is peculiar to it. */
function passage(context: PageContext, event: Event, report: Event["reports"][number], document: RecordDocument): Html {
  const statement = report.statement === null ? undefined : context.index.statements.get(report.statement);
  const novelty = document.novelty.find(
    ({ span, kind }) => kind !== "new" && span.start < report.span.end && report.span.start < span.end,
  );
  const notes = joined([
    report.dateAsTold === null
      ? "no date told"
      : report.dateAsTold === event.date
        ? null
        : html`dates it ${timeOf(report.dateAsTold, "short")}`,
    report.statusAsTold === event.status ? null : `tells it as ${statusWords[report.statusAsTold]}`,
    novelty === undefined
      ? null
      : novelty.kind === "background"
        ? "told as background"
        : novelty.earlier === null
          ? "told before"
          : html`<a href="${linkTo(context, novelty.earlier)}">told before</a>`,
  ]);
  const whose = statement
    ? html`<p class="about">In the words of ${speakerOf(context, statement)}${isTold(statement, report.span) ? nothing : html`: ${contentOf(context, statement)}`}</p>`
    : nothing;
  return html`<p class="words">${quoted(context, report.span)}&nbsp;<a class="to" href="${linkTo(context, report.span)}" aria-label="these words in the report">¶</a></p>
${whose}${notes.length > 0 ? html`<p class="told"><span>${notes}</span></p>` : nothing}`;
}

/** All that one report tells of the event. */
function telling(context: PageContext, event: Event, reports: Event["reports"]): Html {
  const first = reports[0];
  const document = first ? context.index.documents.get(first.span.doc) : undefined;
  if (!first || !document) return nothing;
  const peculiar = joined(peculiarities(context, document));
  return html`<li class="telling"><h3><a href="${linkTo(context, first.span)}" dir="auto">${sourceText(document)}</a></h3>
${document.title === null ? nothing : html`<p class="headline" dir="auto">${document.title}</p>`}
${reports.map((report) => passage(context, event, report, document))}${peculiar.length > 0 ? html`<p class="told"><span>${peculiar}</span></p>` : nothing}</li>`;
}

/** Tellings by report, in the order of the record. */
function byReport(event: Event): Event["reports"][] {
  const documents = new Map<DocumentId, Event["reports"]>();
  for (const report of event.reports)
    documents.set(report.span.doc, [...(documents.get(report.span.doc) ?? []), report]);
  return [...documents.values()];
}

function around(context: PageContext, event: Event): Html {
  const series = (context.index.seriesOf.get(event.id) ?? []).map(({ label, events }) => {
    const lines = events
      .flatMap((id) => context.index.events.get(id) ?? [])
      .map((one) =>
        one.id === event.id
          ? html`<li><strong aria-current="true" dir="auto">${one.label}</strong> <span class="about">${one.date === null ? "undated" : timeOf(one.date, "short")}</span></li>`
          : html`<li><a href="${context.links.page("event", one.id)}" dir="auto">${one.label}</a> <span class="about">${one.date === null ? "undated" : timeOf(one.date, "short")}</span></li>`,
      );
    return html`<section><h2>One of a series: <span dir="auto">${label}</span></h2><ol>${lines}</ol></section>`;
  });
  const found = context.index.proposalsOf.get(event.id) ?? [];
  const proposals =
    found.length === 0
      ? nothing
      : html`<section aria-labelledby="proposals"><h2 id="proposals">What was proposed</h2>${found.map((proposal) => proposalBlock(context, proposal, 3))}</section>`;
  return html`${series}${proposals}`;
}

/** The page of an event; null where the record has none of that id (a former id is found too). */
export function eventPage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const { index } = context;
  const event =
    index.record.events.find((one) => one.id === id) ??
    index.record.events.find(({ formerly }) => formerly.some((former) => former === id));
  if (!event) return null;
  const self: Self = { name: "event", id: event.id, query: {} };
  const part = paged(byReport(event), query.get("page"), tellingsPerPage);
  const rules = event.why.map(
    ({ rule, score }) => html`<li><code>${rule}</code>${score === null ? nothing : html` ${score.toFixed(2)}`}</li>`,
  );
  const body = html`<p class="crumb"><a href="${context.links.page("chronicle")}">Chronicle</a>${event.decidedBy === undefined ? nothing : html` · decided by ${event.decidedBy}`}</p>
<h1 dir="auto">${event.label}</h1>
${corrections(context, addressOf(context, self), eventCorrections(context, event))}
<p class="lead">${joined([statusMark(event), event.date === null ? "undated" : timeOf(event.date)])}</p>
${factList(context, event)}
${discrepancies(context, event)}
<section aria-labelledby="tellings"><h2 id="tellings">Every telling <span class="count">${event.reports.length}</span></h2>
${byReport(event).length > 1 ? html`<p><a href="${context.links.page("compare", event.id)}">Compare them word by word</a></p>` : nothing}<ol class="tellings">${part.lines.map((reports) => telling(context, event, reports))}</ol></section>
${pager(context, self, part)}
${factsTable(context, event, part.lines.flat())}
${around(context, event)}
${rules.length > 0 ? html`<details class="why"><summary>Rules that read this</summary><ul>${rules}</ul></details>` : nothing}`;
  return { title: event.label, self, body };
}
