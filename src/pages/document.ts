// Document: the report itself with every reading marked in its text, notes beside it, and what is no part of it dimmed.
import type { DocumentId } from "../model/ids.js";
import type { RecordDocument } from "../model/record.js";
import { covers, type Range } from "../model/span.js";
import { comparedWith } from "./compare-reports.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { addressOf, corrections } from "./decide-forms.js";
import { documentCorrections } from "./decide-things.js";
import { type Mark, markedText, marksOf, timexText } from "./document-marks.js";
import { notesOf } from "./document-notes.js";
import { peculiarities } from "./documents.js";
import { outletOf, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing, outsideUrl, type Value } from "./html.js";
import { actorLink } from "./names.js";
import { paged, pager } from "./paging.js";
import { linesOf, linkTo, partsOf } from "./places.js";
import { counted } from "./words.js";

/** Lines in runs: what the report says, and what is no part of it. */
function runsOf(document: RecordDocument, part: Range): { readonly isFurniture: boolean; readonly lines: Range[] }[] {
  const runs: { isFurniture: boolean; lines: Range[] }[] = [];
  for (const line of linesOf(document.text).filter((one) => covers(part, one))) {
    const isFurniture = document.furniture.some(({ span }) => covers(span, line));
    const last = runs.at(-1);
    if (last && last.isFurniture === isFurniture) last.lines.push(line);
    else runs.push({ isFurniture, lines: [line] });
  }
  return runs;
}

function textOf(context: PageContext, document: RecordDocument, part: Range): Html {
  const marks = marksOf(context, document);
  const notes = notesOf(context, document);
  const within = (line: Range): Mark[] => marks.filter((mark) => mark.start < line.end && line.start < mark.end);
  const paragraphs = runsOf(document, part).map(({ isFurniture, lines }) => {
    const inner = lines.map((line) => {
      const isHeadline = document.title !== null && wordsOf(document, line) === document.title.trim();
      return html`<div class="para"><p${isHeadline ? html` class="headline"` : nothing}>${markedText(document, line, within(line))}</p>${notes(line)}</div>`;
    });
    if (!isFurniture || lines.length < 3) return html`${inner}`;
    const reasons = new Set(
      document.furniture.filter(({ span }) => lines.some((line) => covers(span, line))).map(({ reason }) => reason),
    );
    return html`<details class="aside"><summary>${counted(lines.length, "line")} that are no part of the report: ${[...reasons].join(", ")}</summary>${inner}</details>`;
  });
  return html`<div class="text" lang="${document.language}" dir="auto">${paragraphs}</div>`;
}

const legend: Html = html`<p class="legend text"><span class="who">people and bodies</span> <span class="time">time</span> <span class="said">statements</span> <span class="cue">who says so</span> <span class="event">events</span>
<span class="background">background or told before</span> <span class="furniture">no part of the report</span></p>`;

function head(context: PageContext, document: RecordDocument): Html {
  const { value, basis, evidence } = document.published;
  const line = (term: string, content: Value): Html =>
    content === null || content === undefined || content === false
      ? nothing
      : html`<div><dt>${term}</dt><dd>${content}</dd></div>`;
  const words = evidence[0]
    ? html` <a class="to" href="${linkTo(context, evidence[0])}" aria-label="the words for this">¶</a>`
    : nothing;
  const url = outsideUrl(document.uri);
  const peculiar = peculiarities(context, document);
  return html`<dl class="about-list">
${line("Outlet", document.outlet === null ? null : html`<span dir="auto">${document.outlet}</span>`)}
${line("By", document.byline === null ? null : html`<span dir="auto">${document.byline}</span>`)}
${line("Published", html`${value === null ? "not known" : timeOf(value)} <span class="about">${basis}</span>${words}`)}
${line("Address", url === null ? html`<code>${document.uri}</code>` : html`<a href="${url}" rel="noreferrer">${document.uri}</a>`)}
${line("Compare with", comparedWith(context, document.id))}
${line("Note", peculiar.length > 0 ? joined(peculiar) : null)}
</dl>`;
}

function named(context: PageContext, document: RecordDocument, part: Range): Html {
  const counts = new Map<DocumentId | string, number>();
  const mentions = (context.index.mentionsIn.get(document.id) ?? []).filter(({ span }) => covers(part, span));
  for (const { actor } of mentions) counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
  const actors = [...new Set(mentions.map(({ actor }) => actor))].toSorted(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0),
  );
  if (actors.length === 0) return nothing;
  return html`<section><h2>Named here <span class="count">${actors.length}</span></h2><ul class="inline">${actors.map(({ id }) => html`<li>${actorLink(context, id)} <span class="about">×${counts.get(id) ?? 0}</span></li>`)}</ul></section>`;
}

function times(context: PageContext, document: RecordDocument, part: Range): Html {
  const timexes = (context.index.timexesIn.get(document.id) ?? []).filter(({ span }) => covers(part, span));
  if (timexes.length === 0) return nothing;
  const rows = timexes.map(
    (timex) =>
      html`<tr><th scope="row"><a href="${linkTo(context, timex.span)}" dir="auto">${wordsOf(document, timex.span)}</a></th><td><code>${timex.value}</code></td><td>${timexText(timex)}</td></tr>`,
  );
  return html`<section aria-labelledby="times"><h2 id="times">Times read here <span class="count">${timexes.length}</span></h2><div class="scroll" role="region" aria-label="Table of times" tabindex="0"><table><caption class="unseen">Time expressions and what they mean</caption>
<thead><tr><th scope="col">Words</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** The page of a document, in parts where it is long; null where the record has none of that id. As asked for: page. */
export function documentPage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const document = context.index.documents.get(id as DocumentId);
  if (!document) return null;
  const title = document.title ?? outletOf(document);
  const self: Self = { name: "document", id: document.id, query: {} };
  const shown = paged(partsOf(document), query.get("page"), 1);
  const [part] = shown.lines;
  if (!part) return null;
  const turn = pager(context, self, shown, { before: "← Earlier part", after: "Next part →" });
  const body = html`<p class="crumb"><a href="${context.links.page("documents")}">Documents</a></p>
<h1 lang="${document.language}" dir="auto">${title}</h1>
${head(context, document)}
${corrections(context, addressOf(context, { ...self, query: { page: query.get("page") } }), documentCorrections(context, document))}
${shown.pages > 1 ? html`<p class="sum">Part ${shown.page} of ${shown.pages}: a long report.</p>` : nothing}
${legend}
${textOf(context, document, part)}
${turn}
${named(context, document, part)}${times(context, document, part)}`;
  return { title, self, body };
}
