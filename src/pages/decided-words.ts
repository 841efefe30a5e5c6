// Decisions in words, and what they change, as pages show them.
import type { Action, OtherAction } from "../model/decision.js";
import type { Change } from "../model/decision-log.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../model/ids.js";
import type { DecisionKind } from "../model/words.js";
import { saidIn, valueText } from "../query/decision-words.js";
import type { PageContext } from "./context.js";
import { outletOf, shortened } from "./evidence.js";
import { type Html, html, nothing } from "./html.js";
import { contentText } from "./statement-line.js";
import { counted } from "./words.js";

/** What each kind says, as a heading. */
export const decisionWords: Readonly<Record<DecisionKind | "withdraw", string>> = {
  "merge-actors": "One actor",
  "split-actor": "Two actors",
  "rename-actor": "Name of an actor",
  "retype-actor": "Kind of an actor",
  "speaks-for": "Whom it speaks for",
  "reject-statement": "No statement",
  "attribute-statement": "Who said it",
  "date-statement": "When it was said",
  "add-statement": "A statement that was missed",
  "merge-events": "One event",
  "split-event": "Two events",
  "date-event": "When it was",
  "retype-event": "Kind of an event",
  "reject-event": "No event",
  "name-issue": "Name of an issue",
  "merge-issues": "One issue",
  "define-issue": "An issue",
  "set-position": "What somebody holds",
  "reject-position": "No position",
  "mark-furniture": "No part of the report",
  "set-published": "Day of publication",
  "set-outlet": "Outlet",
  confirm: "Found right",
  withdraw: "Taken back",
};

const headOf = (kind: string): string => (decisionWords as Readonly<Record<string, string | undefined>>)[kind] ?? kind;

/** "When it was said: 2031-03-10". */
export function decisionText(action: Action | OtherAction): string {
  const said = saidIn(action);
  return said === "" ? headOf(action.kind) : `${headOf(action.kind)}: ${said}`;
}

const mostWords = 4; // stretches of text of one decision that are shown

/** The words that a decision is about. */
export function pointedWords({ on }: Action | OtherAction): Html {
  const shown = on.slice(0, mostWords).map(({ words }) => html`<li dir="auto">“${shortened(words, 160)}”</li>`);
  const rest = on.length - mostWords;
  return on.length === 0
    ? nothing
    : html`<ul class="pointed">${shown}${rest > 0 ? html`<li>and ${counted(rest, "other place")}</li>` : nothing}</ul>`;
}

/** What an id of the record is called. */
function nameIn(context: PageContext): (id: string) => string {
  const { index } = context;
  return (id) => {
    const document = index.documents.get(id as DocumentId);
    const statement = index.statements.get(id as StatementId);
    const words = statement && contentText(context, statement);
    return (
      index.actors.get(id as ActorId)?.name ??
      index.events.get(id as EventId)?.label ??
      index.issues.get(id as IssueId)?.label ??
      (document ? outletOf(document) : words ? `“${shortened(words, 60)}”` : id)
    );
  };
}

const mostChanges = 40;
const listWords: Readonly<Record<Change["list"], string>> = {
  documents: "report",
  actors: "actor",
  statements: "statement",
  events: "event",
  issues: "issue",
  positions: "position",
  proposals: "proposal",
  discrepancies: "discrepancy",
};
/** Fields whose names are not words. */
const fieldWords: Readonly<Record<string, string | undefined>> = {
  decidedBy: "decided by",
  memberOf: "speaks for",
  speakerSpan: "words for the speaker",
  cueSpan: "words that report it",
  translatedFrom: "translated from",
  duplicateOf: "reprint of",
};
const whatWords = { new: "new", gone: "gone", changed: "changed" } as const;

function changeLine({ list, what, line, fields }: Change, nameOf: (id: string) => string): Html {
  const rows = fields.map(({ name, before, after }) => {
    const [was, is] = [shortened(valueText(before, nameOf), 240), shortened(valueText(after, nameOf), 240)];
    const to = was === is ? html`other evidence` : html`<del dir="auto">${was}</del> → <ins dir="auto">${is}</ins>`;
    return html`<li><span class="field">${fieldWords[name] ?? name}</span> ${to}</li>`;
  });
  return html`<li class="change ${what}"><p><span class="what-changed">${whatWords[what]}</span> ${listWords[list]}: <span dir="auto">${line}</span></p>${rows.length > 0 ? html`<ul>${rows}</ul>` : nothing}</li>`;
}

/** The lines that a decision changes: those asked about first, the others counted. */
export function changeList(context: PageContext, changes: readonly Change[]): Html {
  if (changes.length === 0)
    return html`<p class="empty">It changes nothing in the record. It is kept as your word on it.</p>`;
  const nameOf = nameIn(context);
  const lines = changes.slice(0, mostChanges).map((change) => changeLine(change, nameOf));
  const rest = changes.length - mostChanges;
  return html`<p class="sum">${counted(changes.length, "line")} of the record ${changes.length === 1 ? "changes" : "change"}.</p>
<ol class="changes">${lines}</ol>${rest > 0 ? html`<p>and ${counted(rest, "other line")}</p>` : nothing}`;
}
