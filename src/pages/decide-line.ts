// One line of the record with everything that can be put right of it: where lists lead that have no room for forms.
import type { ActorId, EventId, IssueId, StatementId } from "../model/ids.js";
import type { PageContent, PageContext } from "./context.js";
import { type Correction, corrections } from "./decide-forms.js";
import {
  actorCorrections,
  eventCorrections,
  issueCorrections,
  positionCorrections,
  statementCorrections,
} from "./decide-things.js";
import { eventLine } from "./event-line.js";
import { type Html, html } from "./html.js";
import { actorLink } from "./names.js";
import { stanceLine } from "./stance-line.js";
import { statementLine } from "./statement-line.js";

type Shown = { readonly title: string; readonly line: Html; readonly list: readonly Correction[] };

/** The same for who only reads. */
const asReader = ({ viewer }: PageContext): Pick<PageContext, "viewer"> =>
  viewer ? { viewer: { ...viewer, mayWrite: false } } : {};

/** A line and its corrections; null where the record has none of this id. */
export function shownLine(context: PageContext, id: string): Shown | null {
  const { index } = context;
  const quiet: PageContext = { ...context, ...asReader(context) }; // its corrections stand below it
  const statement = index.statements.get(id as StatementId);
  if (statement) {
    const list = statementCorrections(context, statement);
    return {
      title: "Correct a statement",
      line: html`<ol class="lines">${statementLine(quiet, [statement])}</ol>`,
      list,
    };
  }
  const event = index.events.get(id as EventId);
  if (event)
    return {
      title: "Correct an event",
      line: html`<ol class="lines">${eventLine(quiet, event)}</ol>`,
      list: eventCorrections(context, event),
    };
  const position = index.record.positions.find((one) => one.id === id);
  if (position) {
    const issue = index.issues.get(position.issue);
    return {
      title: "Correct a position",
      line: html`<p>On <a href="${context.links.page("issue", position.issue)}" dir="auto">${issue?.label ?? position.issue}</a></p><ol class="lines">${stanceLine(quiet, position, true)}</ol>`,
      list: positionCorrections(position),
    };
  }
  const actor = index.actors.get(id as ActorId);
  if (actor)
    return {
      title: "Correct an actor",
      line: html`<p>${actorLink(context, actor.id)}: ${actor.aliases.slice(0, 8).join(", ")}</p>`,
      list: actorCorrections(context, actor),
    };
  const issue = index.issues.get(id as IssueId);
  if (issue)
    return {
      title: "Correct an issue",
      line: html`<p><a href="${context.links.page("issue", issue.id)}" dir="auto">${issue.label}</a></p>`,
      list: issueCorrections(context, issue),
    };
  return null;
}

/** The page of a line's corrections; null where there is no such line. */
export function decideLinePage(context: PageContext, id: string, back: string): PageContent | null {
  const shown = shownLine(context, id);
  if (!shown) return null;
  const body = html`<p class="crumb"><a class="back" href="${back}">Back</a></p><h1>${shown.title}</h1>
${shown.line}
${corrections(context, back, shown.list, { isOpen: true, title: "What is wrong with it?" })}`;
  return { title: shown.title, self: { name: "decide", id: "", query: {} }, body };
}
