// About: how these pages are read: what a line is, what the signs mean, the two clocks, the keys, what was counted and by whom.
import type { EventStatus, Stance } from "../model/words.js";
import { eventStatuses, stances } from "../model/words.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { type Html, html, nothing } from "./html.js";
import { keys } from "./keys.js";
import { drawnSign, signOf, signOfStance } from "./signs.js";
import { counted, stanceWords, statusWords } from "./words.js";

const statusMeaning: Readonly<Record<EventStatus, string>> = {
  happened: "a report tells it as done; of meetings: held",
  planned: "announced, and not reported as held",
  cancelled: "announced, then called off",
  denied: "somebody says that it did not or will not happen",
  hypothetical: "told as possible",
  unknown: "the reports do not say",
};
const stanceMeaning: Readonly<Record<Stance, string>> = {
  demands: "wants it from another",
  proposes: "puts it on the table",
  supports: "is for it",
  accepts: "agrees to it",
  conditional: "agrees if something else is given",
  rejects: "is against it",
  ignores: "is said to pass over it",
  noncommittal: "leaves it open",
};

const signs =
  (): Html => html`<section><h2>Signs</h2><div class="columns"><div><h3>What became of an event</h3><dl class="about-list">${eventStatuses.map((status) => html`<div><dt>${signOf(status)} ${statusWords[status]}</dt><dd>${statusMeaning[status]}</dd></div>`)}</dl></div>
<div><h3>What a party holds</h3><dl class="about-list">${stances.map((stance) => html`<div><dt>${drawnSign(signOfStance(stance))} ${stanceWords[stance]}</dt><dd>${stanceMeaning[stance]}</dd></div>`)}</dl></div></div>
<p><span class="flag"><span aria-hidden="true">⚑</span> contradiction</span>: reports of one event that cannot all be right. <span class="differ">≠</span>: they differ in detail. <strong class="moved">moved</strong>: the party held something else before.
“ascribed”: another says so of it. “inferred”: the report does not state its day. ¶: to the words in the report.</p></section>`;

/** The page of explanations. */
export function aboutPage(context: PageContext): PageContent {
  const self: Self = { name: "about", id: "", query: {} };
  const { record } = context.index;
  const { version, models } = record.reader;
  const counts = [
    counted(record.documents.length, "report"),
    counted(record.events.length, "event"),
    counted(record.statements.length, "statement"),
    counted(record.actors.length, "actor"),
    counted(record.positions.length, "position"),
    counted(record.discrepancies.length, "discrepancy", "discrepancies"),
    counted(record.problems.length, "place that is not decided", "places that are not decided"),
  ].join(", ");
  const span =
    record.dossier.from === null || record.dossier.to === null
      ? nothing
      : html` The reports were published from ${dateText(record.dossier.from)} to ${dateText(record.dossier.to)}.`;
  const rows = keys.map(({ keys: key, does }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`);
  const body = html`<h1>How to read these pages</h1>
<p class="lead">This is the record of a negotiation as the press reports it. Parley asserts nothing itself: every line was read from reports, and leads to the words.</p>
<p>In this record: ${counts}.${span}</p>
<section><h2>A line</h2><p>Each line says when, what, and who tells it. The small marks name the outlets; each leads to that outlet’s own words, lit up in its report. The words that the line rests on are underlaid in the sentence that is quoted. What several reports tell is one line; reprints do not count as independent sources.</p>
<p>Dates keep their precision: a month stays a month, and what no report dates is undated and stands last. Nothing is ever dated “today”.</p></section>
<section><h2>Two clocks</h2><p>Every fact has the time that it is about and the time when it was reported. <em>From</em> and <em>to</em> cut on the first; <em>as of</em> cuts on the second and shows the record as it stood on a day: what was planned then is planned again. Reports without a date are left out of such a view, and counted.</p></section>
${signs()}
<section><h2>What it does not do</h2><p>It reads English. It does not say who is right. Where two answers remain it gives none and lists the place under <a href="${context.links.page("problems")}">Not decided</a>. It can be wrong: that is why each line shows its words, and names on the report’s page the rule that read them.</p></section>
<section><h2>Keys</h2><p>With JavaScript; <kbd>?</kbd> shows them on every page and lets you switch them off.</p><dl class="keys">${rows}</dl></section>
<section><h2>Made by</h2><p>Parley ${version}${models.length === 0 ? nothing : html`, with ${models.map(({ name, sha256 }) => html`<code>${name}</code> (${sha256.slice(0, 12)}) `)}`}. The same reports give the same record, to the byte.</p></section>`;
  return { title: "How to read these pages", self, body };
}
