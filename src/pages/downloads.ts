// Downloads: the record in every format that it can be written in, and what each is for.
import type { PageContent, PageContext, Self } from "./context.js";
import { dateText } from "./dates.js";
import { html, nothing } from "./html.js";

/** The list of exports. */
export function downloadsPage(context: PageContext): PageContent {
  const self: Self = { name: "downloads", id: "", query: {} };
  const rows = context.exports.flatMap(({ name, extension, about }) => {
    const address = context.links.download(name);
    return address === null
      ? []
      : [
          html`<tr><th scope="row"><a href="${address}" download>${name}</a></th><td><code>.${extension}</code></td><td>${about}</td></tr>
`,
        ];
  });
  const day = context.asOf === null ? nothing : html` It holds what had been reported by ${dateText(context.asOf)}.`;
  const body = html`<h1>Downloads</h1>
${
  rows.length === 0
    ? html`<p class="empty">${context.asOf === null ? "No downloads are offered here." : html`The files to download hold everything: <a href="${context.links.page("downloads", "", { as_of: null })}">they are offered there</a>.`}</p>`
    : html`<p class="sum">The whole record, in one file each.${day}</p><table class="list"><caption class="unseen">Formats</caption><thead><tr><th scope="col">Format</th><th scope="col">File</th><th scope="col">What it is</th></tr></thead><tbody>${rows}</tbody></table>`
}
${
  context.live
    ? html`<p>Programs ask this server at <code>/api/v1</code>, a page that says how; language models at <code>/mcp</code>.</p>
`
    : nothing
}<p>On the command line: <code>parley export --format NAME -o FILE</code>; these pages as files: <code>parley publish FOLDER</code>.</p>`;
  return { title: "Downloads", self, body };
}
