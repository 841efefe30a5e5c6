// A dossier as a site of files: every page of pages/routes.ts, every page that one of them leads to (later pages of lists, other
// views), and every export. Links are relative, so that the site stands on a disk and at any path of a web host.
import { exporters, type Piece, piecesOf } from "../export/index.js";
import { boundsOf, compareDates, dayOf, type Edtf } from "../model/edtf.js";
import type { ParleyRecord } from "../model/record.js";
import type { PageContext } from "../pages/context.js";
import { layout } from "../pages/layout.js";
import { fileOf, type SiteFiles, siteLinks, type Wanted } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { indexRecord } from "../pages/record-index.js";
import { routes } from "../pages/routes.js";
import { searchScript } from "../pages/search.js";
import { pageScript, stylesheet } from "../pages/style.js";

export type SiteFile = { readonly path: string; readonly pieces: Iterable<Piece> };
export type SiteOptions = {
  readonly title: string;
  /** The day that the record is seen from, where it is not the whole; `undated`: reports that this leaves out. */
  readonly asOf: Edtf | null;
  readonly undated: number;
};

const [sheet, script] = [stylesheet(), pageScript()];
const searchIndex = "search-index.js";
const exportPath = (name: string): string | null => {
  const exporter = exporters.find((one) => one.name === name);
  return exporter ? `export/record-${exporter.name}.${exporter.extension}` : null;
};
const files: SiteFiles = { stylesheet: sheet.file, script: script.file, searchIndex, download: exportPath };

/** One page as text; a page that says so where the record has no such thing. */
function pageText(context: PageContext, { name, id, query }: Wanted): string {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : [])),
  );
  const page = routes.find((route) => route.name === name)?.render(context, id, asked);
  const missing = (): string =>
    layout(context, plainPage(context, "Not found", ["The record has nothing here."], { name, id, query: {} }));
  return page ? layout(context, page) : missing();
}

/** Every file of the site, one after the other, each once. The same record gives the same files. */
export async function* siteOf(record: ParleyRecord, { title, asOf, undated }: SiteOptions): AsyncGenerator<SiteFile> {
  const index = indexRecord(record);
  const days = [
    ...new Set(
      record.documents.flatMap(({ published }) =>
        published.value === null ? [] : [dayOf(boundsOf(published.value).last)],
      ),
    ),
  ].sort(compareDates);
  const known = new Set<string>();
  const waiting: Wanted[] = [];
  const want = (wanted: Wanted): void => {
    const file = fileOf(wanted);
    if (known.has(file)) return;
    known.add(file);
    waiting.push(wanted);
  };
  const contextAt = (path: string): PageContext => ({
    index,
    title,
    asOf,
    undated,
    days,
    exports: exporters.map(({ name, extension, about }) => ({ name, extension, about })),
    live: false,
    links: siteLinks(path, files, want),
  });
  for (const { name, ids } of routes) for (const id of ids(index)) want({ name, id, query: {} });
  for (let wanted = waiting.shift(); wanted !== undefined; wanted = waiting.shift()) {
    const path = fileOf(wanted);
    yield { path, pieces: [pageText(contextAt(path), wanted)] };
  }
  yield { path: sheet.file, pieces: [sheet.text] };
  yield { path: script.file, pieces: [script.text] };
  yield { path: searchIndex, pieces: [searchScript(contextAt(searchIndex))] };
  for (const exporter of exporters) {
    const path = exportPath(exporter.name);
    if (path !== null) yield { path, pieces: await piecesOf(exporter, record) };
  }
}
