// Brief: a background paragraph in which every clause has its numbered sources, what is new since a day, who moved, what is ahead.
import { type BriefLine, type BriefSource, briefOf } from "../query/brief.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { dateAsked, dateField, filterForm, select } from "./filters.js";
import { type Html, html, joined, nothing } from "./html.js";
import { documentLink } from "./links.js";
import { isListShown, listAsked, listed, wayBack } from "./paging.js";

const lengths = ["60", "120", "200", "400"] as const;
const usualLength = "120";
const lists = ["fresh", "moved", "ahead", "sources"] as const;
const mostLines = 40;
const mostSources = 8; // named behind one line

/** Sources of a line that are named; of very many the first. */
const named = ({ sources }: BriefLine): readonly number[] => sources.slice(0, mostSources);

type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

function numbers({ context, self }: Here, line: BriefLine): Html {
  if (line.sources.length === 0) return nothing;
  const links = named(line).map((number) => html`<a href="#source-${number}">${number}</a>`);
  const more = line.sources.length - links.length;
  const all = (): string => context.links.page("brief", "", { ...self.query, list: "sources" });
  return html` <span class="sources">[${joined(links, ", ")}${more > 0 ? html` <a href="${all()}">and ${more} more</a>` : nothing}]</span>`;
}

const paragraph = (here: Here, lines: readonly BriefLine[]): Html =>
  html`<p class="brief" dir="auto">${lines.map((line) => html`${line.text}${numbers(here, line)}. `)}</p>`;

/** The lines of a list that the page shows, and the list. */
type Drawn = { readonly lines: readonly BriefLine[]; readonly html: Html };
function list(here: Here, name: (typeof lists)[number], title: string, all: readonly BriefLine[]): Drawn {
  const { context, self, query } = here;
  if (all.length === 0 || !isListShown(self, name)) return { lines: [], html: nothing };
  const { lines, rest } = listed(context, self, query, { name, lines: all, most: mostLines });
  const drawn = lines.map((line) => html`<li dir="auto">${line.text}${numbers(here, line)}</li>`);
  return {
    lines,
    html: html`<section aria-labelledby="${name}"><h2 id="${name}">${title} <span class="count">${all.length}</span></h2><ul>${drawn}</ul>${rest}</section>`,
  };
}

const sourceLine = (context: PageContext, { number, document, outlet, title, published }: BriefSource): Html =>
  html`<li id="source-${number}" value="${number}"><a href="${documentLink(context.links, document)}" dir="auto">${title ?? outlet}</a> <span class="about">${joined([outlet, published === null ? "undated" : timeOf(published, "short")])}</span></li>`;

function sourceList({ context, self, query }: Here, sources: readonly BriefSource[]): Html {
  if (sources.length === 0) return nothing;
  const { lines, rest } =
    self.query.list === "sources"
      ? listed(context, self, query, { name: "sources", lines: sources, most: 0, perPage: 100 })
      : { lines: sources, rest: nothing };
  return html`<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol class="source-list">${lines.map((source) => sourceLine(context, source))}</ol>${rest}</section>`;
}

/** The page, as asked for in the address: since (a day), words (about how many), list (one alone), page. */
export function briefPage(context: PageContext, query: URLSearchParams): PageContent {
  const since = dateAsked(query, "since");
  const length = lengths.find((one) => one === query.get("words")) ?? usualLength;
  const alone = listAsked(query, lists);
  const self: Self = {
    name: "brief",
    id: "",
    query: { since, words: length === usualLength ? null : length, list: alone },
  };
  const here = { context, self, query };
  const brief = briefOf(context.index.look, { since, words: Number(length), dateText: (date) => dateText(date) });
  const choices = lengths.filter((one) => one !== usualLength).map((one) => ({ value: one, words: `${one} words` }));
  const chosen = length === usualLength ? null : length;
  const fields = [
    dateField("since", "What is new since", since),
    select("words", "Length", `${usualLength} words`, choices, chosen),
  ];
  const drawn = [
    list(here, "fresh", since === null ? "New" : `New since ${dateText(since)}`, brief.fresh),
    list(here, "moved", "Who moved", brief.moved),
    list(here, "ahead", "Ahead", brief.ahead),
  ];
  const shown = [...(alone === null ? brief.background : []), ...drawn.flatMap(({ lines }) => lines)];
  const used = new Set(shown.flatMap(named));
  const sources = alone === "sources" ? brief.sources : brief.sources.filter(({ number }) => used.has(number));
  const background =
    context.index.documents.size === 0
      ? html`<p class="empty">There is nothing to write a brief from.</p>`
      : paragraph(here, brief.background);
  const body = html`${wayBack(context, self, "The whole brief")}<h1>Brief</h1>
${alone === null ? html`${filterForm(context, self, fields, since !== null || chosen !== null)}<section aria-labelledby="background"><h2 id="background">Background</h2>${background}</section>` : nothing}
${drawn.map((one) => one.html)}
${sourceList(here, sources)}`;
  return { title: "Brief", self, body };
}
