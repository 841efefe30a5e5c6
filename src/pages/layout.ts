// The frame of every page: head, skip link, navigation, the day that the record is seen from, and the foot.
import { compareDates } from "../model/edtf.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { type Html, html, nothing } from "./html.js";
import type { PageName } from "./links.js";
import { counted } from "./words.js";

const sections: readonly { readonly name: PageName; readonly words: string; readonly pages: readonly PageName[] }[] = [
  { name: "chronicle", words: "Chronicle", pages: ["chronicle", "event"] },
  { name: "statements", words: "Statements", pages: ["statements"] },
  { name: "actors", words: "Actors", pages: ["actors", "actor"] },
  { name: "documents", words: "Documents", pages: ["documents", "document"] },
];

function navigation(context: PageContext, self: Self): Html {
  const links = sections.map(({ name, words, pages }) => {
    const here =
      self.name === name && self.id === ""
        ? html` aria-current="page"`
        : pages.includes(self.name)
          ? html` aria-current="true"`
          : nothing;
    return html`<li><a href="${context.links.page(name)}"${here}>${words}</a></li>`;
  });
  return html`<nav aria-label="Pages"><ul>${links}</ul></nav>`;
}

/** The control of the second clock: see the record as it stood on a day, and step from one day of reports to the next. */
function asOfBar(context: PageContext, self: Self): Html {
  const { asOf, links, days } = context;
  const at = (day: string | null): string => links.page(self.name, self.id, { ...self.query, page: null, as_of: day });
  const hidden = Object.entries(self.query).flatMap(([name, value]) =>
    value && name !== "page" ? [html`<input type="hidden" name="${name}" value="${value}">`] : [],
  );
  const form = html`<form method="get" action="${links.page(self.name, self.id, { as_of: null })}">${hidden}
<label for="as-of">As of</label> <input id="as-of" type="date" name="as_of" value="${asOf ?? ""}"> <button>Go</button></form>`;
  if (asOf === null) return context.live ? html`<div class="as-of">${form}</div>` : nothing;
  const earlier = days.findLast((day) => compareDates(day, asOf) < 0);
  const later = days.find((day) => compareDates(day, asOf) > 0);
  const undated = context.undated > 0 ? ` ${counted(context.undated, "undated report")} left out.` : "";
  return html`<div class="as-of seen">${form}
<p><strong>As of ${dateText(asOf)}.</strong> Only what had been reported by then.${undated}</p>
<p class="steps">${earlier ? html`<a href="${at(earlier)}">← ${dateText(earlier, "short")}</a>` : nothing}
${later ? html`<a href="${at(later)}">${dateText(later, "short")} →</a>` : nothing} <a href="${at(null)}">Everything</a></p></div>`;
}

/** Where the page comes from; nothing on pages that are made without a record. */
function foot(context: PageContext): Html {
  const { record } = context.index;
  if (record.reader.version === "") return nothing;
  const { documents, from, to } = record.dossier;
  const span =
    from === null || to === null
      ? nothing
      : html`, published ${dateText(from)}${from === to ? nothing : html` to ${dateText(to)}`}`;
  const downloads = context.exports.flatMap((name) => {
    const address = context.links.download(name);
    return address === null ? [] : [html` <a href="${address}" download>${name}</a>`];
  });
  return html`<footer><p>${counted(documents, "report")}${span}. Read by Parley ${record.reader.version}: every line leads to the words it was read from.</p>
${downloads.length > 0 ? html`<p>Download this record:${downloads}</p>` : nothing}</footer>`;
}

/** A whole page. */
export function layout(context: PageContext, { title, self, body }: PageContent): string {
  const name = title === context.title ? title : `${title} – ${context.title}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="stylesheet" href="${context.links.stylesheet}">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<p class="dossier"><a href="${context.links.page("chronicle")}" dir="auto">${context.title}</a></p>
${navigation(context, self)}
${asOfBar(context, self)}
</header>
<main id="main" tabindex="-1">
${body}
</main>
${foot(context)}
</body>
</html>
`.toString();
}
