// The parts of the forms by which the record is corrected. Each is a plain GET form that leads to the preview of its effect, so that
// it works without scripts and its address holds all that was filled in. Forms are shown only to who may write.
import type { IssueId } from "../model/ids.js";
import type { DecisionKind } from "../model/words.js";
import type { PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";
import type { RecordIndex } from "./record-index.js";

/** One thing that can be put right: its form holds the kind, then `fields` in the order in which the kind takes its words. */
export type Correction = {
  readonly kind: DecisionKind;
  readonly words: string;
  readonly fields: Html;
  readonly inDocument?: string;
};

const longestWords = 1500; // characters: they travel in the address

/** Whether corrections are shown: never of a past day, whose lines may be others. */
export const mayCorrect = ({ viewer, asOf }: PageContext): boolean => viewer?.mayWrite === true && asOf === null;

/** What is known before anything is filled in: an id. */
export const given = (value: string): Html => html`<input type="hidden" name="arg" value="${value}">`;

type TextOptions = {
  readonly value?: string;
  readonly list?: string;
  readonly needed?: boolean;
  readonly hint?: string;
};

/** A line of text. */
export function textField(label: string, { value = "", list, needed = true, hint = "" }: TextOptions = {}): Html {
  const from = list === undefined ? nothing : html` list="${list}"`;
  return html`<label>${label} <input name="arg" value="${value}"${from}${needed ? html` required` : nothing} placeholder="${hint}" maxlength="200" autocomplete="off" spellcheck="false"></label>`;
}

export const actorField = (label: string, needed = true, value = ""): Html =>
  textField(label, { list: "actor-names", needed, value, hint: "a name" });

/** A date as one of the words, or (`isFlag`) beside them. */
export const whenField = (label: string, value: string | null, isFlag = false): Html =>
  html`<label>${label} <input name="${isFlag ? "date" : "arg"}" value="${value ?? (isFlag ? "" : "none")}"${isFlag ? nothing : html` required`} size="14" placeholder="yyyy-mm-dd" maxlength="60" autocomplete="off" spellcheck="false"> <span class="about">a day, a month, a span (2022-01-10/2022-01-13) or none</span></label>`;

export type Option = { readonly value: string; readonly words: string };

/** One of several. */
export const oneField = (label: string, options: readonly Option[], chosen: string | null): Html =>
  html`<label>${label} <select name="arg" required>${chosen === null ? html`<option value="">choose</option>` : nothing}${options.map(
    ({ value, words }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${words}</option>`,
  )}</select></label>`;

/** Some of several. */
export const someField = (label: string, options: readonly Option[]): Html =>
  html`<fieldset><legend>${label}</legend>${options.map(
    ({ value, words }) =>
      html`<label class="tick"><input type="checkbox" name="arg" value="${value}"> <span dir="auto">${words}</span></label>`,
  )}</fieldset>`;

/** Words of a report, which a script fills in from what is selected. */
export const wordsField = (label: string): Html =>
  html`<label>${label} <textarea name="arg" rows="3" required maxlength="${longestWords}" data-words="yes" placeholder="the words as the report has them"></textarea></label>`;

const mostNames = 600;
const nameLists = new WeakMap<RecordIndex, Html>();

/** Names to choose from, those most often named first; where several actors are called so, the id. */
function actorNames({ index }: PageContext): Html {
  const known = nameLists.get(index);
  if (known) return known;
  const bearers = new Map<string, Set<string>>();
  for (const { id, name, aliases } of index.record.actors)
    for (const form of new Set([name, ...aliases]))
      bearers.set(form.toLowerCase(), (bearers.get(form.toLowerCase()) ?? new Set()).add(id));
  const options = index.record.actors
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, mostNames)
    .map(({ id, name }) =>
      (bearers.get(name.toLowerCase())?.size ?? 0) > 1
        ? html`<option value="${id}">${name}</option>`
        : html`<option value="${name}"></option>`,
    );
  const list = html`<datalist id="actor-names">${options}</datalist>`;
  nameLists.set(index, list);
  return list;
}

/** The issues to choose from. */
export const issueOptions = ({ index }: PageContext, except?: IssueId): Option[] =>
  index.record.issues.filter(({ id }) => id !== except).map(({ id, label }) => ({ value: id, words: label }));

function form(context: PageContext, back: string, correction: Correction, number: number): Html {
  const { kind, words, fields, inDocument } = correction;
  return html`<details class="correction" data-kind="${kind}" name="correction"><summary><kbd>${number}</kbd> ${words}</summary>
<form method="get" action="${context.links.page("decide")}"><input type="hidden" name="kind" value="${kind}">${inDocument === undefined ? nothing : html`<input type="hidden" name="in" value="${inDocument}">`}<input type="hidden" name="back" value="${back}">
${fields} <button>Preview</button></form></details>`;
}

/** The corrections of one thing, numbered; nothing for who may not write. */
export function corrections(
  context: PageContext,
  back: string,
  list: readonly Correction[],
  { isOpen = false, title = "Correct" } = {},
): Html {
  if (!mayCorrect(context) || list.length === 0) return nothing;
  const forms = list.map((correction, index) => form(context, back, correction, index + 1));
  return html`<details class="corrections"${isOpen ? html` open` : nothing}><summary><kbd>c</kbd> ${title}</summary>${forms}${actorNames(context)}</details>`;
}

/** The address of a page, to come back to. */
export const addressOf = ({ links }: PageContext, { name, id, query }: Self): string => links.page(name, id, query);

/** The way from a line of a list to its corrections, and (`isPlace`) the place to come back to; nothing for who may not write. */
export const correctLink = (context: PageContext, id: string, what: string, isPlace = true): Html =>
  mayCorrect(context)
    ? html` <a class="fix"${isPlace ? html` id="fix-${id}"` : nothing} href="${context.links.page("decide", "", { line: id })}">Correct<span class="unseen"> ${what}</span></a>`
    : nothing;
