// Brief: a background paragraph in which every clause has its numbered sources, what is new since a day, who moved, what is ahead.
import { type BriefLine, type BriefSource, briefOf } from "../query/brief.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { dateAsked, dateField, filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";

const lengths = ["60", "120", "200", "400"] as const;
const usualLength = "120";
const mostLines = 40;
const mostSources = 8; // named behind one line

/** Sources of a line that are named; of very many the first. */
const named = ({ sources }: BriefLine): readonly number[] => sources.slice(0, mostSources);

function numbers(line: BriefLine): Html {
  if (line.sources.length === 0) return nothing;
  const links = named(line).map((number) => html`<a href="#source-${number}">${number}</a>`);
  const more = line.sources.length - links.length;
  return html` <span class="sources">[${joined(links, ", ")}${more > 0 ? ` and ${more} more` : nothing}]</span>`;
}

const paragraph = (lines: readonly BriefLine[]): Html =>
  html`<p class="brief" dir="auto">${lines.map((line) => html`${line.text}${numbers(line)}. `)}</p>`;

function list(id: string, title: string, lines: readonly BriefLine[]): Html {
  if (lines.length === 0) return nothing;
  const shown = lines.slice(0, mostLines).map((line) => html`<li dir="auto">${line.text}${numbers(line)}</li>`);
  const more = lines.length - shown.length;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="count">${lines.length}</span></h2><ul>${shown}</ul>${more > 0 ? html`<p class="about">and ${more} more</p>` : nothing}</section>`;
}

const sourceLine = (context: PageContext, { number, document, outlet, title, published }: BriefSource): Html =>
  html`<li id="source-${number}" value="${number}"><a href="${documentLink(context.links, document)}" dir="auto">${title ?? outlet}</a> <span class="about">${joined([outlet, published === null ? "undated" : timeOf(published, "short")])}</span></li>`;

/** The page, as asked for in the address: since (a day), words (about how many). */
export function briefPage(context: PageContext, query: URLSearchParams): PageContent {
  const since = dateAsked(query, "since");
  const length = lengths.find((one) => one === query.get("words")) ?? usualLength;
  const self: Self = { name: "brief", id: "", query: { since, words: length === usualLength ? null : length } };
  const brief = briefOf(context.index.look, { since, words: Number(length), dateText: (date) => dateText(date) });
  const choices = lengths.filter((one) => one !== usualLength).map((one) => ({ value: one, words: `${one} words` }));
  const chosen = length === usualLength ? null : length;
  const fields = [
    dateField("since", "What is new since", since),
    select("words", "Length", `${usualLength} words`, choices, chosen),
  ];
  const lines = [
    brief.background,
    ...[brief.fresh, brief.moved, brief.ahead].map((all) => all.slice(0, mostLines)),
  ].flat();
  const used = new Set(lines.flatMap(named));
  const sources = brief.sources.filter(({ number }) => used.has(number));
  const background =
    context.index.documents.size === 0
      ? html`<p class="empty">There is nothing to write a brief from.</p>`
      : paragraph(brief.background);
  const body = html`<h1>Brief</h1>
${filterForm(context, self, fields, since !== null || chosen !== null)}
<section aria-labelledby="background"><h2 id="background">Background</h2>${background}</section>
${list("fresh", since === null ? "New" : `New since ${dateText(since)}`, brief.fresh)}${list("moved", "Who moved", brief.moved)}${list("ahead", "Ahead", brief.ahead)}
${sources.length > 0 ? html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol class="source-list">${sources.map((source) => sourceLine(context, source))}</ol></section>` : nothing}`;
  return { title: "Brief", self, body };
}
