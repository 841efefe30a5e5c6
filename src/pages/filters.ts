// What lists can be asked for: dates that a line is about, an actor, a kind. Read from the address, written as a plain form.
import { asEdtf, boundsOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { PageContext, Self } from "./context.js";
import { type Html, html, nothing } from "./html.js";

/** A date of the address; null where none is given. Throws InputError, saying what a date looks like, where it is none. */
export function dateAsked(query: URLSearchParams, name: string): Edtf | null {
  const text = query.get(name)?.trim() ?? "";
  if (text === "") return null;
  const date = asEdtf(text);
  if (date === null || date.includes("/")) {
    throw new InputError(
      `"${text.slice(0, 40)}" is not a date. Write a day as 2022-01-09, a month as 2022-01 or a year as 2022.`,
    );
  }
  return date;
}

/** Whether any day of `date` lies between `from` and `to`; a line without a date only where neither is asked for. */
export function isBetween(date: Edtf | null, from: Edtf | null, to: Edtf | null): boolean {
  if (from === null && to === null) return true;
  if (date === null) return false;
  const { first, last } = boundsOf(date);
  return (from === null || last >= boundsOf(from).first) && (to === null || first <= boundsOf(to).last);
}

export type Choice = { readonly value: string; readonly words: string };

/** A labelled list to choose from; the first line means all. */
export function select(
  name: string,
  label: string,
  all: string,
  choices: readonly Choice[],
  chosen: string | null,
): Html {
  const options = choices.map(
    ({ value, words }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${words}</option>`,
  );
  return html`<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
}

/** A labelled date field; text, so that a month or a year can be written too. */
export const dateField = (name: string, label: string, value: Edtf | null): Html =>
  html`<label>${label} <input type="text" name="${name}" value="${value ?? ""}" size="11" placeholder="yyyy-mm-dd" title="A day, a month or a year: 2022-01-09, 2022-01, 2022" autocomplete="off" spellcheck="false"></label>`;

/** The form around fields: a plain GET that keeps the day the record is seen from; nothing where nobody answers forms. */
export function filterForm(context: PageContext, self: Self, fields: readonly Html[], isFiltered: boolean): Html {
  if (!context.live) return nothing;
  const keep = context.asOf === null ? nothing : html`<input type="hidden" name="as_of" value="${context.asOf}">`;
  const clear = isFiltered ? html`<a href="${context.links.page(self.name, self.id)}">Show all</a>` : nothing;
  return html`<details class="filters"${isFiltered ? html` open` : nothing}><summary>Filter</summary>
<form method="get" role="search" aria-label="Filter" action="${context.links.page(self.name, self.id, { as_of: null })}">
${fields}${keep}<button>Show</button> ${clear}</form></details>`;
}
