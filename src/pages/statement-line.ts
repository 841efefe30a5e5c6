// A statement as one line of the ledger: who, how, to whom, by which chain, the words, and every other wording of the same words.
import type { Statement, Utterance } from "../model/record.js";
import { placeOf } from "../query/place.js";
import type { PageContext } from "./context.js";
import { timeOf } from "./dates.js";
import { correctLink } from "./decide-forms.js";
import { outletMarks, quoted, wordsOf } from "./evidence.js";
import { type Html, html, joined, nothing, type Value } from "./html.js";
import { markedWords } from "./marked-words.js";
import { actorLink, actorList } from "./names.js";
import { linkTo } from "./places.js";
import { whyLink } from "./why.js";
import { counted, modeWords } from "./words.js";

/** What was said, as told: the content with a gap where the cue interrupts it; null where there is none ("declined to comment"). */
export function contentText(context: PageContext, statement: Statement): string | null {
  const parts = statement.content.flatMap((span) => {
    const document = context.index.documents.get(span.doc);
    return document ? [wordsOf(document, span)] : [];
  });
  return parts.length > 0 ? parts.join(" … ") : null;
}

/** Who said it: named speakers, else the words that stand for somebody nobody names. */
export function speakerOf(context: PageContext, statement: Statement): Value {
  if (statement.speakers.length > 0) return actorList(context, statement.speakers);
  const document = statement.speakerSpan === null ? undefined : context.index.documents.get(statement.speakerSpan.doc);
  return document && statement.speakerSpan
    ? html`<span class="unnamed" dir="auto">${wordsOf(document, statement.speakerSpan)}</span>`
    : html`<span class="unnamed">somebody unnamed</span>`;
}

function cueText(context: PageContext, statement: Statement): string {
  const document = statement.cueSpan === null ? undefined : context.index.documents.get(statement.cueSpan.doc);
  return document && statement.cueSpan ? wordsOf(document, statement.cueSpan) : modeWords[statement.mode];
}

/** "via TASS, the ministry": the chain as told, each link leading to its words. */
function chainOf(context: PageContext, statement: Statement): Value {
  if (statement.via.length === 0) return null;
  const names = statement.via.map((via) => html`<a href="${linkTo(context, via.evidence)}" dir="auto">${via.name}</a>`);
  return html`via ${joined(names, " ← ")}`;
}

/** How and where it was said, in small words. */
export function manner(context: PageContext, statement: Statement): Value[] {
  const within = statement.within === null ? undefined : context.index.statements.get(statement.within);
  const place = within ? placeOf(within) : null;
  return joined([
    statement.refusal ? "refused to say" : statement.negated ? "denied" : null,
    statement.kind === "direct" ? "quoted" : statement.kind === "mixed" ? "partly quoted" : "reported",
    statement.mode === "speech" ? null : statement.mode === "writing" ? "in writing" : "as a belief",
    statement.addressee === null ? null : html`to ${actorLink(context, statement.addressee)}`,
    statement.channel === null ? null : html`<span dir="auto">${statement.channel}</span>`,
    chainOf(context, statement),
    within && place
      ? html`within <a href="${linkTo(context, place)}">the words of</a> ${speakerOf(context, within)}`
      : null,
    statement.headline ? "headline" : null,
    statement.decidedBy === undefined ? null : `decided by ${statement.decidedBy}`,
  ]);
}

/** The content as the report gives it: in quotation marks only where every character stood in them. */
export function contentOf(context: PageContext, statement: Statement): Html {
  const text = contentText(context, statement);
  const place = placeOf(statement);
  const language = place === null ? undefined : context.index.documents.get(place.doc)?.language;
  if (text === null) return place === null ? nothing : quoted(context, place);
  return statement.kind === "direct"
    ? html`<q class="said direct" lang="${language}" dir="auto">${text}</q>`
    : html`<span class="said" lang="${language}" dir="auto">${text}</span>`;
}

const mostWordings = 6; // in a line; all of them stand on the page of the utterance

/** The wordings of one utterance, each with its reports; the words are marked in which they differ from the first, and the first from all. */
function wordingList(context: PageContext, utterance: Utterance): Html {
  const { wordings } = utterance;
  const [first, ...others] = wordings;
  if (!first || others.length === 0) return nothing;
  const all = context.links.page("utterance", utterance.id);
  const lines = wordings.slice(0, mostWordings).map(({ text, statements }, index) => {
    const spans = statements.flatMap((id) => {
      const statement = context.index.statements.get(id);
      return (statement && placeOf(statement)) ?? [];
    });
    const words = markedWords(text, index === 0 ? others.map((other) => other.text) : [first.text]);
    return html`<li><span class="said" dir="auto">${words}</span> ${outletMarks(context, spans, () => all)}</li>`;
  });
  return html`<div class="wordings"><p>Told in ${counted(wordings.length, "wording")}; the words in which they differ are marked. <a href="${all}">Side by side</a></p><ol>${lines}</ol>${wordings.length > mostWordings ? html`<p><a href="${all}">All ${wordings.length} wordings</a></p>` : nothing}</div>`;
}

/** The statements of one utterance (or one that belongs to none) as a line, an <li>. */
export function statementLine(context: PageContext, statements: readonly [Statement, ...Statement[]]): Html {
  const [first] = statements;
  const utterance = context.index.utteranceOf.get(first.id);
  const spans = statements.flatMap((statement) => placeOf(statement) ?? []);
  const dated = statements.find(({ date }) => date !== null) ?? first;
  const hasWordings = utterance !== undefined && utterance.wordings.length > 1;
  return html`<li class="line">
<div class="when">${dated.date === null ? "undated" : timeOf(dated.date, "short")}</div>
<div class="what">
<p class="label"><strong>${speakerOf(context, first)}</strong> <span class="cue" dir="auto">${cueText(context, first)}</span></p>
${hasWordings ? wordingList(context, utterance) : html`<p class="words">${contentOf(context, first)}</p>`}
<p class="told"><span>${manner(context, first)}</span> ${hasWordings ? nothing : outletMarks(context, spans, () => (utterance ? context.links.page("utterance", utterance.id) : whyLink(context, first.id)))}${correctLink(context, first.id, "this statement")}</p>
</div></li>
`;
}
