// Notes beside a paragraph of a document: the events and statements read in it, what was told before, what was not decided.
import type { RecordDocument } from "../model/record.js";
import type { Range } from "../model/span.js";
import { placeOf } from "../query/place.js";
import type { PageContext } from "./context.js";
import { timeOf } from "./dates.js";
import { correctLink } from "./decide-forms.js";
import { ruleText } from "./document-marks.js";
import { statusMark } from "./event-line.js";
import { outletOf } from "./evidence.js";
import { type Html, html, joined, nothing } from "./html.js";
import { anchorOf } from "./links.js";
import { linkTo } from "./places.js";
import { manner, speakerOf } from "./statement-line.js";
import { counted, modeWords } from "./words.js";

type Note = { readonly at: number; readonly html: Html };

const toText = (range: Range): Html =>
  html`<a class="to" href="#${anchorOf(range)}" aria-label="Show in the text">¶</a>`;

function eventNotes(context: PageContext, document: RecordDocument): Note[] {
  return (context.index.tellingsIn.get(document.id) ?? []).map(({ event, report }) => {
    const notes = joined([
      report.dateAsTold === null ? null : timeOf(report.dateAsTold, "short"),
      counted(event.sources.reports, "report"),
      event.why[0] ? html`<span class="rule">${ruleText(event.why[0])}</span>` : null,
    ]);
    return {
      at: report.span.start,
      html: html`<li class="note-event">${toText(report.span)} ${statusMark(event)} <a href="${context.links.page("event", event.id)}" dir="auto">${event.label}</a> <span class="about">${notes}</span>${correctLink(context, event.id, "this event", false)}</li>`,
    };
  });
}

function statementNotes(context: PageContext, document: RecordDocument): Note[] {
  return (context.index.statementsIn.get(document.id) ?? []).flatMap((statement) => {
    const place = placeOf(statement);
    if (place === null) return [];
    const utterance = context.index.utteranceOf.get(statement.id);
    const more =
      utterance && utterance.statements.length > 1
        ? html`<a href="${context.links.page("statements", "", { utterance: utterance.id })}">${counted(utterance.statements.length, "telling")}</a>`
        : null;
    const notes = joined([
      manner(context, statement),
      statement.date === null ? null : timeOf(statement.date, "short"),
      more,
      html`<span class="rule">${ruleText(statement.why)}</span>`,
    ]);
    return [
      {
        at: place.start,
        html: html`<li class="note-said">${toText(place)} ${speakerOf(context, statement)} ${modeWords[statement.mode]} <span class="about">${notes}</span>${correctLink(context, statement.id, "this statement")}</li>`,
      },
    ];
  });
}

function noveltyNotes(context: PageContext, document: RecordDocument): Note[] {
  return document.novelty.flatMap(({ span, kind, earlier }) => {
    const original = earlier === null ? undefined : context.index.documents.get(earlier.doc);
    return kind === "recycled" && earlier && original
      ? [
          {
            at: span.start,
            html: html`<li class="note-again">${toText(span)} told before by <a href="${linkTo(context, earlier)}" dir="auto">${outletOf(original)}</a></li>`,
          },
        ]
      : [];
  });
}

function problemNotes(context: PageContext, document: RecordDocument): Note[] {
  return (context.index.problemsIn.get(document.id) ?? []).map(({ span, stage, reason, candidates }) => ({
    at: span.start,
    html: html`<li class="note-problem">${toText(span)} not decided: ${reason}${candidates.length > 0 ? html` (${candidates.join(" or ")})` : nothing} <span class="about">${stage}</span></li>`,
  }));
}

/** Gives the notes of a range of the document, in the order of the text. */
export function notesOf(context: PageContext, document: RecordDocument): (range: Range) => Html {
  const notes = [eventNotes, statementNotes, noveltyNotes, problemNotes]
    .flatMap((make) => make(context, document))
    .toSorted((a, b) => a.at - b.at);
  return (range) => {
    const own = notes.filter(({ at }) => at >= range.start && at < range.end);
    return own.length === 0
      ? nothing
      : html`<ul class="notes" aria-label="Read in this paragraph">${own.map((note) => note.html)}</ul>`;
  };
}
