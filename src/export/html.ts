// HTML: the whole record as one file that needs nothing else: no scripts, no fonts, no address is asked. For light and dark
// screens, for phones and for paper. A policy in its head forbids that words of reports ever run or fetch anything.
import { readFileSync } from "node:fs";
import { raw, html as tagged } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { ParleyRecord, RecordDocument } from "../model/record.js";
import type { Span } from "../model/span.js";
import { sentenceAround } from "../query/sentence.js";
import { dateWords } from "./date-words.js";
import { type Lookup, lookupOf, webAddress } from "./lookup.js";
import { type Line, type Section, sectionsOf, sourceParts, summaryOf } from "./report.js";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
/** A template; every value in it is escaped unless it was made by one. */
const html = (
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[])[]
): Markup => tagged(strings, ...values);
const nothing = html``;

type Numbers = ReadonlyMap<string, number>;
type Frame = { readonly look: Lookup; readonly numbers: Numbers };

const folded = (text: string): string => text.replace(/\s+/g, " ");

/** The sentence around a span with the words marked that count. */
function quotation(document: RecordDocument, span: Span): Markup {
  const around = sentenceAround(document, span);
  const { text, language } = document;
  return html`<q lang="${language}" dir="auto">${folded(text.slice(around.start, span.start))}<mark>${folded(text.slice(span.start, span.end))}</mark>${folded(text.slice(span.end, around.end))}</q>`;
}

function told(span: Span, { look, numbers }: Frame): Markup {
  const document = look.document(span.doc);
  if (!document) return nothing;
  return html`<p class="told"><a href="#${span.doc}">[${numbers.get(span.doc) ?? "?"}]</a> ${look.outlet(span.doc)}, ${dateWords(document.published.value)}: ${quotation(document, span)}</p>`;
}

/** Evidence: the first words at once, the others behind a line that says how many they are. */
function evidenceHtml(evidence: readonly Span[], frame: Frame): Markup {
  const [first, ...rest] = evidence;
  if (!first) return nothing;
  if (rest.length === 0) return told(first, frame);
  return html`${told(first, frame)}<details><summary>${rest.length} more</summary>${rest.map((span) => told(span, frame))}</details>`;
}

function lineHtml({ id, date, status, runs, notes, flags, evidence }: Line, isDated: boolean, frame: Frame): string {
  const words = runs.map(({ text, strong }) =>
    strong ? html`<strong dir="auto">${text}</strong>` : html`<span dir="auto">${text}</span>`,
  );
  const mark = status === null ? nothing : html` <span class="status">${status}</span>`;
  const body = html`<p><span class="said">${words}</span>${mark}</p>${
    notes.length > 0 ? html`<p class="notes" dir="auto">${notes.join(" · ")}</p>` : nothing
  }${flags.map((flag) => html`<p class="flag">${flag}</p>`)}${evidenceHtml(evidence, frame)}`;
  const kind = status === "cancelled" || status === "denied" ? html` class="${status}"` : nothing;
  return `${isDated ? html`<li id="${id}"${kind}><p class="when">${dateWords(date)}</p><div>${body}</div></li>` : html`<li id="${id}">${body}</li>`}\n`;
}

function* sectionHtml({ id, heading, isDated, lines }: Section, frame: Frame): Generator<string> {
  yield `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n<ul class="lines${isDated ? " dated" : ""}">\n`;
  for (const line of lines()) yield lineHtml(line, isDated, frame);
  yield "</ul>\n</section>\n";
}

function sourceHtml(document: RecordDocument, look: Lookup): string {
  const { title, notes } = sourceParts(document, look);
  const address = webAddress(document.uri);
  const place = address === null ? html`${document.uri}` : html`<a href="${address}" rel="noreferrer">${address}</a>`;
  return `${html`<li id="${document.id}"><strong lang="${document.language}" dir="auto">${title}</strong> <span class="notes">${notes.join(" · ")} · ${place}</span></li>`}\n`;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function head(record: ParleyRecord, sections: readonly Section[]): string {
  const css = readFileSync(new URL("html.css", import.meta.url), "utf8");
  const { title } = record.dossier;
  const contents = [...sections, { id: "sources", heading: "Sources", count: record.documents.length }].map(
    ({ id, heading, count }) => html`<li><a href="#${id}">${heading}</a> ${count}</li>`,
  );
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Parley ${record.reader.version}">
<title>${title}</title>
<style>
${raw(css)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<h1 dir="auto">${title}</h1>
<p class="summary">${summaryOf(record, "under it")}</p>
<nav aria-label="Contents"><ul>${contents}</ul></nav>
</header>
<main id="main" tabindex="-1">
`}`;
}

/** The page, a line a piece. */
export function* html5(record: ParleyRecord): Generator<string> {
  const look = lookupOf(record);
  const numbers: Numbers = new Map(record.documents.map(({ id }, index) => [id, index + 1]));
  const sections = sectionsOf(record, look);
  yield head(record, sections);
  for (const section of sections) yield* sectionHtml(section, { look, numbers });
  yield `<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n<ol class="sources">\n`;
  for (const document of record.documents) yield sourceHtml(document, look);
  yield "</ol>\n</section>\n</main>\n</body>\n</html>\n";
}
