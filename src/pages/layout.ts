// The frame of every page: head, skip link, navigation, the day that the record is seen from, and the foot.
import { asOfBar } from "./as-of.js";
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { deskBar, deskKeys, isDesk } from "./desk-bar.js";
import { type Html, html, nothing } from "./html.js";
import { placeOfPage, sections } from "./sections.js";
import { counted } from "./words.js";

function navigation(context: PageContext, self: Self): Html {
  const place = placeOfPage(self.name);
  const links = sections.map(({ words, pages: [first] }) => {
    const isHere = place?.section.words === words;
    const here = isHere
      ? first.name === self.name && self.id === ""
        ? html` aria-current="page"`
        : html` aria-current="true"`
      : nothing;
    return html`<li><a href="${context.links.page(first.name)}"${here}>${words}</a></li>`;
  });
  return html`<nav aria-label="Parts"><ul>${links}</ul></nav>`;
}

/** The pages of the part that is open, where there is more than one. */
function subNavigation(context: PageContext, self: Self): Html {
  const place = placeOfPage(self.name);
  if (place === null || place.section.pages.length < 2) return nothing;
  const links = place.section.pages.map((entry) => {
    const here =
      entry.name === self.name
        ? html` aria-current="page"`
        : entry === place.entry
          ? html` aria-current="true"`
          : nothing;
    return html`<li><a href="${context.links.page(entry.name)}"${here}>${entry.words}</a></li>`;
  });
  return html`<nav class="sub" aria-label="${place.section.words}"><ul>${links}</ul></nav>`;
}

function searchBox(context: PageContext, self: Self): Html {
  if (self.name === "search") return nothing;
  const keep =
    context.asOf === null || !context.live ? nothing : html`<input type="hidden" name="as_of" value="${context.asOf}">`;
  return html`<form class="find" method="get" role="search" aria-label="Search the record" action="${context.links.page("search", "", { as_of: null })}">${keep}
<label class="unseen" for="find">Search</label> <input id="find" type="search" name="q" placeholder="Search" autocomplete="off"> <button class="unseen-button">Find</button></form>`;
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
  return html`<footer><p>${counted(documents, "report")}${span}. Read by Parley ${record.reader.version}: every line leads to the words it was read from. Parley asserts nothing itself.</p>
<p><a href="${context.links.page("about")}">How to read these pages</a> <a href="${context.links.page("downloads")}">Downloads</a></p></footer>`;
}

/** Where the keys after "g" lead: key and address by turns. */
const shortcuts = (context: PageContext): string =>
  [...sections.flatMap(({ pages }) => pages), ...deskKeys(context)]
    .map(({ key, name }) => `${key} ${context.links.page(name)}`)
    .join(" ");

/** A whole page. */
export function layout(
  context: PageContext,
  { title, self, body, isWide = false, isBare = false }: PageContent,
): string {
  const name = title === context.title ? title : `${title} – ${context.title}`;
  return html`<!doctype html>
<html lang="en" data-page="${self.name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="stylesheet" href="${context.links.stylesheet}">
<link rel="icon" href="data:,">
${self.name === "search" && context.links.searchIndex !== null ? html`<script src="${context.links.searchIndex}" defer></script>\n` : nothing}<script src="${context.links.script}" defer></script>
</head>
<body data-go="${shortcuts(context)}"${isWide ? html` class="wide-page"` : nothing}>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<p class="dossier"><a href="${context.links.page("chronicle")}" dir="auto">${context.title}</a></p>
${
  isBare
    ? nothing
    : html`${navigation(context, self)}
${deskBar(context, self)}
${searchBox(context, self)}
${subNavigation(context, self)}
${isDesk(self.name) ? nothing : asOfBar(context, self)}`
}
</header>
<main id="main" tabindex="-1">
${body}
</main>
${foot(context)}
</body>
</html>
`.toString();
}
