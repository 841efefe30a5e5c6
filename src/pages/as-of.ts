// The control of the second clock: see the record as it stood on a day, and step from one day of reports to the next.
import { compareDates, type Edtf } from "../model/edtf.js";
import type { PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { type Html, html, nothing } from "./html.js";
import { counted } from "./words.js";

/** The days that a site of files shows the record as of, as links to the same page; where a day has no such page, to its chronicle. */
function filesBar(context: PageContext, self: Self, told: Html): Html {
  const { asOf, links, views } = context;
  if (views === undefined || views.days.length === 0)
    return asOf === null ? nothing : html`<div class="as-of seen">${told}</div>`;
  const to = (day: Edtf | null): string =>
    views.has(day, self) ? links.page(self.name, self.id, { as_of: day }) : links.page("chronicle", "", { as_of: day });
  const lines = [...views.days, null].map((day) => {
    const words = day === null ? html`everything` : dateText(day, "short");
    return day === asOf
      ? html`<li data-day="${day ?? ""}"><strong aria-current="true">${words}</strong></li>`
      : html`<li data-day="${day ?? ""}"><a href="${to(day)}">${words}</a></li>`;
  });
  return html`<div class="as-of${asOf === null ? "" : " seen"}">${told}<details class="days"><summary>As of another day</summary><ol class="inline">${lines}</ol></details></div>`;
}

/** The bar under the navigation. In a site of files: the days that it has pages of; nothing where it shows every report only. */
export function asOfBar(context: PageContext, self: Self): Html {
  const { asOf, links, days, live } = context;
  const undated = context.undated > 0 ? ` ${counted(context.undated, "undated report")} left out.` : "";
  const told =
    asOf === null
      ? nothing
      : html`<p><strong>As of ${dateText(asOf)}.</strong> Only what had been reported by then.${undated}</p>`;
  if (!live) return filesBar(context, self, told);
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
