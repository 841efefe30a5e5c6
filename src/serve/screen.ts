// Pages as answers: what each is made from, for whom, and how it is sent. Pages that say what is wrong have the design of all others.
import type { Context } from "hono";
import { exporters } from "../export/index.js";
import type { Edtf } from "../model/edtf.js";
import type { PageContent, PageContext, Viewer } from "../pages/context.js";
import { layout } from "../pages/layout.js";
import { servedLinks } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { indexRecord } from "../pages/record-index.js";
import { type Asset, pageScript, stylesheet } from "../pages/style.js";
import type { Access } from "./access.js";
import { type ServedDossier, type ServedView, viewsOf } from "./views.js";

const [sheet, script] = [stylesheet(), pageScript()];
/** What pages are made with: path, media type, text. */
export const assets: readonly (Asset & { readonly path: string })[] = [
  { ...sheet, path: `/${sheet.file}` },
  { ...script, path: `/${script.file}` },
];
const assetPaths = { stylesheet: `/${sheet.file}`, script: `/${script.file}` };

const emptyView = (title: string): ServedView => ({
  title,
  undated: 0,
  days: [],
  index: indexRecord({
    schema: "parley-record/1",
    dossier: { title, documents: 0, from: null, to: null },
    reader: { version: "", models: [] },
    documents: [],
    actors: [],
    timexes: [],
    statements: [],
    utterances: [],
    events: [],
    series: [],
    proposals: [],
    issues: [],
    positions: [],
    discrepancies: [],
    state: [],
    problems: [],
  }),
});

const contextOf = ({ title, index, undated, days }: ServedView, asOf: Edtf | null, viewer: Viewer): PageContext => ({
  title,
  index,
  undated,
  days,
  asOf,
  links: servedLinks(asOf, assetPaths),
  exports: exporters.map(({ name, extension, about }) => ({ name, extension, about })),
  live: true,
  viewer,
});

export type Status = 200 | 400 | 401 | 403 | 404 | 413 | 429 | 500;

export type Screen = {
  readonly viewOf: (asOf: Edtf | null) => Promise<ServedView>;
  /** What a page of this request is made from. */
  readonly context: (c: Context, asOf: Edtf | null) => Promise<PageContext>;
  /** A page as it is sent: kept by browsers only where it is one (200). */
  readonly answer: (c: Context, context: PageContext, page: PageContent, status?: Status) => Response;
  /** A page that bears a secret, or is of one moment: nobody keeps it. */
  readonly once: (c: Context, context: PageContext, page: PageContent, status?: Status) => Response;
  /** A few sentences, without a dossier behind them: they are shown also where it cannot be read. */
  readonly say: (c: Context, title: string, lines: readonly string[], status: Status) => Promise<Response>;
  /** The same for who is not let in: nothing of the dossier, not even its name. */
  readonly bare: (c: Context, make: (context: PageContext) => PageContent, status: Status) => Response;
};

/** Screens over a dossier, for whom `access` tells. */
export function screenOf(dossier: ServedDossier, access: Access): Screen {
  const viewOf = viewsOf(dossier);
  const viewer = (c: Context): Viewer => {
    const { name, token, signsIn } = access.viewerOf(c);
    return { name, mayWrite: token !== null, signsIn };
  };
  const send = (c: Context, context: PageContext, page: PageContent, status: Status, cache: string): Response => {
    c.header("Cache-Control", cache);
    return c.html(layout(context, page), status);
  };
  return {
    viewOf,
    context: async (c, asOf) => contextOf(await viewOf(asOf), asOf, viewer(c)),
    answer: (c, context, page, status = 200) =>
      send(c, context, page, status, status === 200 ? "no-cache" : "no-store"),
    once: (c, context, page, status = 200) => send(c, context, page, status, "no-store"),
    say: async (c, title, lines, status) => {
      const name = await dossier.title().catch(() => "Parley");
      const context = contextOf(emptyView(name), null, viewer(c));
      return send(c, { ...context, live: false, exports: [] }, plainPage(context, title, lines), status, "no-store");
    },
    bare: (c, make, status) => {
      const context = contextOf(emptyView("Parley"), null, viewer(c));
      return send(c, { ...context, live: false, exports: [] }, make(context), status, "no-store");
    },
  };
}
