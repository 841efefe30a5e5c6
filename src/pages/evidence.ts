// The way from a line of the record to the words it was read from: quoted sentences, and marks of outlets that link to them.
import type { RecordDocument } from "../model/record.js";
import type { Range, Span } from "../model/span.js";
import { sentenceAround } from "../query/sentence.js";
import type { PageContext } from "./context.js";
import { dateText } from "./dates.js";
import { type Html, html, nothing, outsideUrl } from "./html.js";
import { linkTo } from "./places.js";

const longest = 420; // characters of a sentence on either side of the words; more is cut with "…"

const plain = (text: string): string => text.replace(/\s+/g, " ");

/** The sentence around a span with the span marked; nothing where the document is not in the record. */
export function quoted(context: PageContext, span: Span): Html {
  const document = context.index.documents.get(span.doc);
  if (!document) return nothing;
  const sentence = sentenceAround(document, span);
  const before = plain(document.text.slice(Math.min(sentence.start, span.start), span.start));
  const after = plain(document.text.slice(span.end, Math.max(sentence.end, span.end)));
  const head = before.length > longest ? `… ${before.slice(-longest)}` : before;
  const tail = after.length > longest ? `${after.slice(0, longest)} …` : after;
  return html`<q lang="${document.language}" dir="auto">${head}<mark>${wordsOf(document, span)}</mark>${tail}</q>`;
}

/** The words of a range of the document, white space in one form. */
export const wordsOf = (document: RecordDocument, range: Range): string =>
  plain(document.text.slice(range.start, range.end)).trim();

/** How a document is named in a line: its outlet, else the host or the file that it is from. */
export function outletOf({ outlet, uri }: RecordDocument): string {
  const url = outsideUrl(uri);
  return outlet ?? (url === null ? (uri.split("/").at(-1) ?? uri) : new URL(url).host);
}

/** "Nordwire, 10 Jan 2022". */
export function sourceText(document: RecordDocument): string {
  const { value, basis } = document.published;
  return `${outletOf(document)}, ${value === null ? "undated" : `${dateText(value, "short")}${basis === "inferred" ? " (inferred)" : ""}`}`;
}

/** A text cut at a word to at most `most` characters, with "…" where something is left out. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`;

/** A small mark of the outlet that leads to the words. */
function outletMark(context: PageContext, span: Span): Html {
  const document = context.index.documents.get(span.doc);
  if (!document) return nothing;
  const source = document.title === null ? sourceText(document) : `${sourceText(document)}: ${document.title}`;
  const title = `${source}\n“${shortened(wordsOf(document, span), 160)}”`;
  return html`<a class="mark" dir="auto" href="${linkTo(context, span)}" title="${title}">${outletOf(document)}</a>`;
}

const mostMarks = 12;

/**
 * One mark for each document that the spans lie in, in the order of the spans; of very many the first `most`, and the way to all of
 * them: the address that `all` gives.
 */
export function outletMarks(
  context: PageContext,
  spans: readonly Span[],
  all: (() => string) | null,
  most = mostMarks,
): Html {
  const first = new Map(spans.toReversed().map((span) => [span.doc, span]));
  const firsts = spans.filter((span) => first.get(span.doc) === span);
  const more = firsts.length - most;
  const marks = firsts.slice(0, most).map((span) => html`${outletMark(context, span)} `);
  return html`<span class="marks">${marks}${more <= 0 ? nothing : all === null ? html`<span class="about">and ${more} more</span>` : html`<a class="about" href="${all()}">and ${more} more</a>`}</span>`;
}
