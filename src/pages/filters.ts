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

/** A list to choose one from; `all` names the choice of none. */
export type Select = {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
};

/** A labelled list to choose from; the first line means all. */
export const select = (
  name: string,
  label: string,
  all: string,
  choices: readonly Choice[],
  chosen: string | null,
): Select => ({ name, label, all, choices, chosen });

/** A labelled date field; text, so that a month or a year can be written too. */
export const dateField = (name: string, label: string, value: Edtf | null): Html =>
  html`<label>${label} <input type="text" name="${name}" value="${value ?? ""}" size="11" placeholder="yyyy-mm-dd" title="A day, a month or a year: 2022-01-09, 2022-01, 2022" autocomplete="off" spellcheck="false"></label>`;

export type Field = Html | Select;
const isSelect = (field: Field): field is Select => "choices" in field;

function drawn(field: Field): Html {
  if (!isSelect(field)) return field;
  const { name, label, all, choices, chosen } = field;
  const options = choices.map(
    ({ value, words }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${words}</option>`,
  );
  return html`<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
}

const mostLinks = 24; // choices that a site of files has a page for

/** The choices as links, for files that nobody filters: one choice at a time, so that there are not pages without end. */
function facets(context: PageContext, self: Self, fields: readonly Field[]): Html {
  const lists = fields.filter(isSelect).flatMap(({ name, label, all, choices, chosen }) => {
    if (choices.length < 1) return [];
    const none =
      chosen === null
        ? html`<strong>${all}</strong>`
        : html`<a href="${context.links.page(self.name, self.id)}">${all}</a>`;
    const links = choices
      .slice(0, mostLinks)
      .map(({ value, words }) =>
        value === chosen
          ? html`<li><strong dir="auto">${words}</strong></li>`
          : html`<li><a href="${context.links.page(self.name, self.id, { [name]: value })}" dir="auto">${words}</a></li>`,
      );
    const rest =
      choices.length > mostLinks && name === "actor"
        ? html`<li><a href="${context.links.page("actors")}">the others, on their own pages</a></li>`
        : nothing;
    return [html`<p class="mini">${label}</p><ul class="inline"><li>${none}</li>${links}${rest}</ul>`];
  });
  return lists.length === 0 ? nothing : html`<details class="facets"><summary>Filter</summary>${lists}</details>`;
}

/** The form around fields: a plain GET that keeps the day the record is seen from; where nobody answers forms, links. */
export function filterForm(context: PageContext, self: Self, fields: readonly Field[], isFiltered: boolean): Html {
  if (!context.live) return facets(context, self, fields);
  const keep = context.asOf === null ? nothing : html`<input type="hidden" name="as_of" value="${context.asOf}">`;
  const clear = isFiltered ? html`<a href="${context.links.page(self.name, self.id)}">Show all</a>` : nothing;
  return html`<details class="filters"${isFiltered ? html` open` : nothing}><summary>Filter</summary>
<form method="get" role="search" aria-label="Filter" action="${context.links.page(self.name, self.id, { as_of: null })}">
${fields.map(drawn)}${keep}<button>Show</button> ${clear}</form></details>`;
}
