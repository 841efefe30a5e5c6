// The control of the second clock: see the record as it stood on a day, and step from one day of reports to the next.
import { compareDates } from "../model/edtf.js";
import type { PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { type Html, html, nothing } from "./html.js";
import { counted } from "./words.js";

/** The bar under the navigation. In a site of files, which shows one day only, it says which; nothing where that is every day. */
export function asOfBar(context: PageContext, self: Self): Html {
  const { asOf, links, days, live } = context;
  const undated = context.undated > 0 ? ` ${counted(context.undated, "undated report")} left out.` : "";
  const told =
    asOf === null
      ? nothing
      : html`<p><strong>As of ${dateText(asOf)}.</strong> Only what had been reported by then.${undated}</p>`;
  if (!live) return asOf === null ? nothing : html`<div class="as-of seen">${told}</div>`;
  const at = (day: string | null): string => links.page(self.name, self.id, { ...self.query, page: null, as_of: day });
  const hidden = Object.entries(self.query).flatMap(([name, value]) =>
    value && name !== "page" ? [html`<input type="hidden" name="${name}" value="${value}">`] : [],
  );
  const form = html`<form method="get" action="${links.page(self.name, self.id, { as_of: null })}">${hidden}
<label for="as-of">As of</label> <input id="as-of" type="date" name="as_of" value="${asOf ?? ""}"> <button>Go</button></form>`;
  const list = days.length > 1 ? html` data-days="${days.join(" ")}"` : nothing;
  if (asOf === null) return html`<div class="as-of"${list}>${form}</div>`;
  const earlier = days.findLast((day) => compareDates(day, asOf) < 0);
  const later = days.find((day) => compareDates(day, asOf) > 0);
  return html`<div class="as-of seen"${list}>${form}
${told}
<p class="steps">${earlier ? html`<a rel="prev" href="${at(earlier)}">← ${dateText(earlier, "short")}</a>` : nothing}
${later ? html`<a rel="next" href="${at(later)}">${dateText(later, "short")} →</a>` : nothing} <a href="${at(null)}">Everything</a></p></div>`;
}
