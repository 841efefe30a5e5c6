// A dossier as a site of files: every page of pages/routes.ts, every page that one of them leads to (later pages of lists, other
// views), and every export. Links are relative, so that the site stands on a disk and at any path of a web host.
import { exporters, type Piece, piecesOf } from "../export/index.js";
import type { Edtf } from "../model/edtf.js";
import type { ParleyRecord } from "../model/record.js";
import type { PageContext, Self } from "../pages/context.js";
import { layout } from "../pages/layout.js";
import { fileOf, folderOf, type SiteFiles, siteLinks, type Wanted } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { indexRecord, type RecordIndex } from "../pages/record-index.js";
import { routes } from "../pages/routes.js";
import { searchScript } from "../pages/search.js";
import { pageScript, stylesheet } from "../pages/style.js";
import { reportDays } from "../query/days.js";

export type SiteFile = { readonly path: string; readonly pieces: Iterable<Piece> };
/** A record, and how many undated reports it leaves out. */
export type SiteView = { readonly record: ParleyRecord; readonly undated: number };
export type SiteOptions = {
  readonly title: string;
  /** The day that the record is seen from, where it is not the whole; `undated`: reports that this leaves out. */
  readonly asOf: Edtf | null;
  readonly undated: number;
  /** Days that the site shows the record as of, too, each in a folder of its own, and the record of a day. */
  readonly days?: readonly Edtf[];
  readonly at?: (day: Edtf) => Promise<SiteView>;
};

const [sheet, script] = [stylesheet(), pageScript()];
const searchIndex = "search-index.js";
const exportPath = (name: string): string | null => {
  const exporter = exporters.find((one) => one.name === name);
  return exporter ? `export/record-${exporter.name}.${exporter.extension}` : null;
};
/** Addresses of what pages are made with; only the record of everything comes with its exports. */
const filesOf = (day: Edtf | null, main: Edtf | null): SiteFiles => ({
  stylesheet: sheet.file,
  script: script.file,
  searchIndex: `${folderOf(day === main ? null : day)}${searchIndex}`,
  download: day === main ? exportPath : () => null,
});

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

/** Names and ids of the pages of a record, as words to look up. */
const pagesOf = (index: RecordIndex): ReadonlySet<string> =>
  new Set(routes.flatMap(({ name, ids }) => ids(index).map((id) => `${name} ${id}`)));

type View = SiteView & { readonly day: Edtf | null };
type Whole = {
  readonly options: SiteOptions;
  readonly days: readonly Edtf[];
  readonly views: NonNullable<PageContext["views"]>;
};

/** The pages of one view, those that its routes list and those that one of them leads to, and what its search looks through. */
function* viewFiles({ record, undated, day }: View, { options, days, views }: Whole): Generator<SiteFile> {
  const { title, asOf } = options;
  const index = indexRecord(record);
  const folder = day === asOf ? null : day;
  const known = new Set<string>();
  const waiting: Wanted[] = [];
  const want = (wanted: Wanted): void => {
    const file = fileOf(wanted);
    if ((wanted.day ?? null) !== folder || known.has(file)) return; // pages of another day are written with it
    known.add(file);
    waiting.push(wanted);
  };
  const contextAt = (path: string): PageContext => ({
    index,
    title,
    asOf: day,
    undated,
    days,
    exports: exporters.map(({ name, extension, about }) => ({ name, extension, about })),
    views,
    live: false,
    links: siteLinks(path, folder, filesOf(day, asOf), want),
  });
  for (const { name, ids } of routes) for (const id of ids(index)) want({ name, id, query: {}, day: folder });
  for (let wanted = waiting.shift(); wanted !== undefined; wanted = waiting.shift()) {
    const path = fileOf(wanted);
    yield { path, pieces: [pageText(contextAt(path), wanted)] };
  }
  const path = `${folderOf(folder)}${searchIndex}`;
  yield { path, pieces: [searchScript(contextAt(path))] };
}

/** Every file of the site, one after the other, each once. The same record gives the same files. */
export async function* siteOf(record: ParleyRecord, options: SiteOptions): AsyncGenerator<SiteFile> {
  const { asOf, undated, days = [], at } = options;
  const pages = new Map<Edtf | null, ReadonlySet<string>>([[asOf, pagesOf(indexRecord(record))]]);
  const shown = at === undefined ? [] : days;
  if (at !== undefined) for (const day of shown) pages.set(day, pagesOf(indexRecord((await at(day)).record)));
  const has = (day: Edtf | null, { name, id }: Self): boolean => pages.get(day)?.has(`${name} ${id}`) === true;
  const whole: Whole = { options, days: reportDays(record), views: { days: shown, has } };
  yield* viewFiles({ record, undated, day: asOf }, whole);
  if (at !== undefined) for (const day of shown) yield* viewFiles({ ...(await at(day)), day }, whole);
  yield { path: sheet.file, pieces: [sheet.text] };
  yield { path: script.file, pieces: [script.text] };
  for (const exporter of exporters) {
    const path = exportPath(exporter.name);
    if (path !== null) yield { path, pieces: await piecesOf(exporter, record) };
  }
}
