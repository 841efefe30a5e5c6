// Utterance: one thing said on one occasion, in every wording, side by side; the words in which each differs from the one it is
// compared with are marked; each telling with its channel and chain.
import type { Statement, Utterance } from "../model/record.js";
import { placeOf } from "../query/place.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { timeOf } from "./dates.js";
import { sourceText } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { markedWords } from "./marked-words.js";
import { actorList, namesText } from "./names.js";
import { isListShown, listAsked, listed, paged, pager, wayBack } from "./paging.js";
import { linkTo } from "./places.js";
import { manner } from "./statement-line.js";
import { isTold } from "./variants.js";
import { counted } from "./words.js";

const mostTellings = 30;
const wordingsPerPage = 24;

function telling(context: PageContext, statement: Statement): Html {
  const place = placeOf(statement);
  const document = place === null ? undefined : context.index.documents.get(place.doc);
  if (place === null || !document) return nothing;
  const translated = document.translatedFrom === null ? null : "translated";
  return html`<li><a href="${linkTo(context, place)}" dir="auto">${sourceText(document)}</a> <span class="about">${joined([manner(context, statement), translated])}</span></li>`;
}

type Here = { readonly context: PageContext; readonly self: Self; readonly query: URLSearchParams };

function wording({ context, self, query }: Here, { id, wordings }: Utterance, index: number, base: number): Html {
  const one = wordings[index];
  const against = wordings[base];
  if (!one || !against) return nothing;
  const isBase = index === base;
  const others = isBase ? wordings.filter((_, at) => at !== base).map(({ text }) => text) : [against.text];
  const statements = one.statements.flatMap((statement) => context.index.statements.get(statement) ?? []);
  const head = isBase
    ? html`Wording ${index + 1}${wordings.length > 1 ? html` <span class="about">the others are compared with it</span>` : nothing}`
    : html`Wording ${index + 1} <a class="about" href="${context.links.page("utterance", id, { with: index === 0 ? null : String(index + 1) })}">compare with this one</a>`;
  const name = `wording-${index + 1}`;
  if (!isListShown(self, name)) return nothing;
  const { lines, rest } = listed(context, self, query, { name, lines: statements, most: mostTellings, perPage: 100 });
  return html`<section class="wording"><h2>${head}</h2><p class="words" dir="auto">${markedWords(one.text, others)}</p>
<ul class="plain">${lines.map((statement) => telling(context, statement))}</ul>${rest}</section>`;
}

/** The page of an utterance; null where the record has none of that id, or it is told once only. `with`: the wording compared with. */
export function utterancePage(context: PageContext, id: string, query: URLSearchParams): PageContent | null {
  const utterance = context.index.utterances.get(id);
  if (!utterance || !isTold(utterance)) return null;
  const asked = Number.parseInt(query.get("with") ?? "1", 10);
  const base = asked >= 1 && asked <= utterance.wordings.length ? asked - 1 : 0;
  const who = utterance.speakers.length > 0 ? namesText(context, utterance.speakers) : "Somebody unnamed";
  const { wordings } = utterance;
  const list = listAsked(
    query,
    wordings.map((_, index) => `wording-${index + 1}`),
  );
  const self: Self = { name: "utterance", id, query: { with: base === 0 ? null : String(base + 1), list } };
  const order = [base, ...[...wordings.keys()].filter((index) => index !== base)];
  const part = paged(order, list === null ? query.get("page") : "1", list === null ? wordingsPerPage : order.length);
  const shown = part.page === 1 ? part.lines : [base, ...part.lines];
  const body = html`<p class="crumb"><a href="${context.links.page("variants")}">Variants</a></p>${wayBack(context, self, "Every wording")}
<h1 dir="auto">${who}: one utterance</h1>
<p class="lead">${joined([utterance.speakers.length > 0 ? actorList(context, utterance.speakers) : null, utterance.date === null ? "undated" : timeOf(utterance.date), counted(utterance.wordings.length, "wording"), counted(utterance.statements.length, "telling")])}</p>
${utterance.wordings.length > 1 ? html`<p class="about">Words that the wording they are compared with does not have are marked.</p>` : nothing}
${shown.map((index) => wording({ context, self, query }, utterance, index, base))}
${list === null ? pager(context, self, part) : nothing}`;
  return { title: `${who}: one utterance`, self, body };
}
