// What can be put right of each thing of the record: an actor, an event, a statement, a position, an issue, a report.
import { compareDates } from "../model/edtf.js";
import type { Actor, Event, Issue, Position, RecordDocument, Statement } from "../model/record.js";
import { actorKinds, eventKinds, stances } from "../model/words.js";
import type { PageContext } from "./context.js";
import { dateText } from "./dates.js";
import {
  actorField,
  type Correction,
  given,
  issueOptions,
  type Option,
  oneField,
  someField,
  textField,
  whenField,
  wordsField,
} from "./decide-forms.js";
import { outletOf, shortened, sourceText, wordsOf } from "./evidence.js";
import { html } from "./html.js";
import { actorWords, kindWords, stanceWords } from "./words.js";

const mostNear = 60; // other events that are offered
const mostMarks = 40; // names and reports that an actor can be split by

const kindOptions: readonly Option[] = actorKinds.map((kind) => ({ value: kind, words: actorWords[kind].one }));
const eventOptions: readonly Option[] = eventKinds.map((kind) => ({ value: kind, words: kindWords[kind] }));
const stanceOptions: readonly Option[] = stances.map((stance) => ({ value: stance, words: stanceWords[stance] }));

/** Words by which some mentions of an actor are told from others: names it goes by, and reports. */
function marksOf({ index }: PageContext, actor: Actor): Option[] {
  const names = new Set<string>();
  const documents = new Map<string, RecordDocument>();
  for (const span of actor.mentions) {
    const document = index.documents.get(span.doc);
    if (!document) continue;
    names.add(wordsOf(document, span));
    documents.set(document.id, document);
  }
  const forms = [...names].map((name) => ({ value: name, words: `“${name}”` }));
  const reports = [...documents.values()].map((document) => ({
    value: document.id,
    words: `in ${sourceText(document)}: ${document.title ?? document.uri}`,
  }));
  return [...(forms.length > 1 ? forms : []), ...(reports.length > 1 ? reports : [])].slice(0, mostMarks);
}

export function actorCorrections(context: PageContext, actor: Actor): Correction[] {
  const marks = marksOf(context, actor);
  const group = actor.memberOf[0] && context.index.actors.get(actor.memberOf[0].actor);
  return [
    {
      kind: "merge-actors",
      words: "It is the same as another",
      fields: html`${given(actor.id)}${actorField("The other")}`,
    },
    {
      kind: "rename-actor",
      words: "It is called otherwise",
      fields: html`${given(actor.id)}${textField("Name", { value: actor.name })}`,
    },
    {
      kind: "retype-actor",
      words: "It is of another kind",
      fields: html`${given(actor.id)}${oneField("Kind", kindOptions, actor.kind)}`,
    },
    {
      kind: "speaks-for",
      words: "It speaks for somebody else",
      fields: html`${given(actor.id)}${actorField("For whom (nobody: for itself)", false, group?.name)}${actorField("and", false)}`,
    },
    ...(marks.length > 1
      ? ([
          {
            kind: "split-actor",
            words: "Some of it is another",
            fields: html`${given(actor.id)}${someField("Another is meant where it is called, or named in", marks)}`,
          },
        ] as const)
      : []),
  ];
}

/** Other events, those nearest in time first. */
function nearEvents({ index }: PageContext, event: Event): Option[] {
  const order = index.timeline;
  const at = order.findIndex(({ id }) => id === event.id);
  return order
    .map((other, place) => ({ other, far: Math.abs(place - at) }))
    .filter(({ other }) => other.id !== event.id)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .sort((a, b) => compareDates(a.other.date, b.other.date))
    .map(({ other: { id, date, label } }) => ({
      value: id,
      words: `${date === null ? "undated" : dateText(date, "short")}: ${shortened(label, 80)}`,
    }));
}

export function eventCorrections(context: PageContext, event: Event): Correction[] {
  const others = nearEvents(context, event);
  const reports = event.reports.flatMap(({ span }): Option[] => {
    const document = context.index.documents.get(span.doc);
    if (!document) return [];
    const isOnly = event.reports.filter((report) => report.span.doc === span.doc).length === 1;
    const value = isOnly ? document.id : document.text.slice(span.start, span.end);
    return [{ value, words: `${outletOf(document)}: “${shortened(wordsOf(document, span), 120)}”` }];
  });
  return [
    {
      kind: "date-event",
      words: "It was at another time",
      fields: html`${given(event.id)}${whenField("When", event.date)}`,
    },
    {
      kind: "retype-event",
      words: "It is of another kind",
      fields: html`${given(event.id)}${oneField("Kind", eventOptions, event.kind)}`,
    },
    ...(others.length > 0
      ? ([
          {
            kind: "merge-events",
            words: "It is the same as another",
            fields: html`${given(event.id)}${oneField("The other", others, null)}`,
          },
        ] as const)
      : []),
    ...(reports.length > 1
      ? ([
          {
            kind: "split-event",
            words: "Some reports tell another",
            fields: html`${given(event.id)}${someField("Another is told in", reports)}`,
          },
        ] as const)
      : []),
    { kind: "reject-event", words: "There is no such event", fields: html`${given(event.id)}` },
  ];
}

export function statementCorrections(context: PageContext, statement: Statement): Correction[] {
  const [first, second] = statement.speakers.map((id) => context.index.actors.get(id)?.name ?? id);
  return [
    {
      kind: "attribute-statement",
      words: "Somebody else said it",
      fields: html`${given(statement.id)}${actorField("Who (nobody: nobody whom the report names)", false, first)}${actorField("and", false, second)}`,
    },
    {
      kind: "date-statement",
      words: "It was said at another time",
      fields: html`${given(statement.id)}${whenField("When", statement.date)}`,
    },
    { kind: "reject-statement", words: "Nobody said this", fields: html`${given(statement.id)}` },
  ];
}

export function positionCorrections(position: Position): Correction[] {
  return [
    {
      kind: "set-position",
      words: "It holds something else",
      fields: html`${given(position.id)}${oneField("What", stanceOptions, position.stance)}${whenField("Since", position.date, true)}`,
    },
    { kind: "reject-position", words: "It does not hold this", fields: html`${given(position.id)}` },
  ];
}

export function issueCorrections(context: PageContext, issue: Issue): Correction[] {
  const others = issueOptions(context, issue.id);
  return [
    {
      kind: "name-issue",
      words: "It is called otherwise",
      fields: html`${given(issue.id)}${textField("Name", { value: issue.label })}`,
    },
    ...(others.length > 0
      ? ([
          {
            kind: "merge-issues",
            words: "It is the same as another",
            fields: html`${given(issue.id)}${oneField("The other", others, null)}`,
          },
        ] as const)
      : []),
    {
      kind: "set-position",
      words: "Somebody holds something on it",
      fields: html`${actorField("Who")}${given(issue.id)}${oneField("What", stanceOptions, null)}${wordsField("Words that tell it")}${whenField("Since", null, true)}`,
    },
  ];
}

export function documentCorrections(context: PageContext, document: RecordDocument): Correction[] {
  const issues = issueOptions(context);
  const inDocument = document.id;
  return [
    {
      kind: "add-statement",
      words: "Somebody said this",
      fields: html`${wordsField("What was said")}${actorField("Who (nobody: nobody whom the report names)", false)}${actorField("and", false)}${whenField("When", null, true)}`,
      inDocument,
    },
    {
      kind: "mark-furniture",
      words: "This is no part of the report",
      fields: html`${wordsField("Words")}`,
      inDocument,
    },
    {
      kind: "define-issue",
      words: "This tells an issue",
      fields: html`${textField("Name of the issue")}${wordsField("Words that tell it")}`,
      inDocument,
    },
    ...(issues.length > 0
      ? ([
          {
            kind: "set-position",
            words: "This tells what somebody holds",
            fields: html`${actorField("Who")}${oneField("On", issues, null)}${oneField("What", stanceOptions, null)}${wordsField("Words that tell it")}${whenField("Since", null, true)}`,
            inDocument,
          },
        ] as const)
      : []),
    {
      kind: "set-published",
      words: "It was published on another day",
      fields: html`${given(document.id)}${whenField("Published", document.published.value)}`,
    },
    {
      kind: "set-outlet",
      words: "Another outlet published it",
      fields: html`${given(document.id)}${textField("Outlet (none: nothing says)", { value: document.outlet ?? "none" })}`,
    },
  ];
}
