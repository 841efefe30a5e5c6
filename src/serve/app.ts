// The web app: answers the pages of pages/routes.ts and the downloads of export/, and nothing else. Reads, never writes.
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { exporters } from "../export/index.js";
import { asEdtf, boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { PageContent, PageContext } from "../pages/context.js";
import { layout } from "../pages/layout.js";
import { pathOf, servedLinks } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { indexRecord } from "../pages/record-index.js";
import { type Route, routes } from "../pages/routes.js";
import { type Asset, pageScript, stylesheet } from "../pages/style.js";
import { apiOf } from "./api/api.js";
import { downloadOf } from "./download.js";
import { isOwnHost } from "./host.js";
import { mcpRoute } from "./mcp-route.js";
import { shownPages } from "./shown.js";
import { type ServedDossier, type ServedView, viewsOf } from "./views.js";

export type AppOptions = {
  /** Answers only requests that name this machine: for servers on a loopback address. */
  readonly onlyOwnHost?: boolean;
  /** Told of what broke, with where. */
  readonly onError?: (error: unknown, path: string) => void;
  /** Answers language models at /mcp (Model Context Protocol); absent: nobody does. */
  readonly mcp?: ((request: Request) => Promise<Response>) | undefined;
};

/** What pages are made with: path, media type, text. */
const [sheet, script] = [stylesheet(), pageScript()];
const assets: readonly (Asset & { readonly path: string })[] = [
  { ...sheet, path: `/${sheet.file}` },
  { ...script, path: `/${script.file}` },
];
const assetPaths = { stylesheet: `/${sheet.file}`, script: `/${script.file}` };

/** The day that the record is asked for; a month or year means its last day. Throws InputError where it is no date. */
export function asOfDay(text: string | undefined): Edtf | null {
  if (text === undefined || text.trim() === "") return null;
  const date = asEdtf(text.trim());
  const last = date === null ? Number.NaN : boundsOf(date).last;
  if (date === null || date.includes("/") || !Number.isFinite(last)) {
    throw new InputError(
      `"${text.slice(0, 40)}" is not a day. Write the day to see the record from as 2022-01-09 (year, month, day).`,
    );
  }
  return dayOf(last);
}

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

const contextOf = ({ title, index, undated, days }: ServedView, asOf: Edtf | null): PageContext => ({
  title,
  index,
  undated,
  days,
  asOf,
  links: servedLinks(asOf, assetPaths),
  exports: exporters.map(({ name, extension, about }) => ({ name, extension, about })),
  live: true,
});

/** Headers of every answer: only the pages' own script runs, nothing is fetched from elsewhere, nobody frames it. */
const guarded = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
});

/** The app over a dossier. */
export function appOf(dossier: ServedDossier, { onlyOwnHost = false, onError = () => {}, mcp }: AppOptions = {}): Hono {
  const app = new Hono();
  const viewOf = viewsOf(dossier);
  const shown = shownPages();
  const answer = (
    c: Context,
    page: PageContent,
    context: PageContext,
    status: 200 | 400 | 404 | 500 = 200,
  ): Response => {
    c.header("Cache-Control", status === 200 ? "no-cache" : "no-store");
    return c.html(layout(context, page), status);
  };
  const answerText = (c: Context, text: string): Response => {
    c.header("Cache-Control", "no-cache");
    return c.html(text);
  };
  /** A page without a dossier behind it: it is shown also where the dossier cannot be read. */
  const say = async (
    c: Context,
    title: string,
    lines: readonly string[],
    status: 400 | 404 | 500,
  ): Promise<Response> => {
    const name = await dossier.title().catch(() => "Parley");
    const context = contextOf(emptyView(name), null);
    return answer(c, plainPage(context, title, lines), { ...context, live: false, exports: [] }, status);
  };
  const show =
    (route: Route) =>
    async (c: Context): Promise<Response> => {
      const asOf = asOfDay(c.req.query("as_of"));
      const context = contextOf(await viewOf(asOf), asOf);
      const id = c.req.param("id") ?? "";
      const { pathname, search, searchParams } = new URL(c.req.url);
      const known = shown.get(context.index, pathname + search);
      if (known !== undefined) return answerText(c, known);
      const page = route.render(context, id, searchParams);
      if (page !== null) return answerText(c, shown.keep(context.index, pathname + search, layout(context, page)));
      const why =
        asOf === null
          ? "The record has nothing at this address."
          : `Nothing at this address had been reported by ${asOf}.`;
      return answer(c, plainPage(context, "Not found", [why], { name: route.name, id, query: {} }), context, 404);
    };

  app.use(guarded);
  app.use(async (c, next) => {
    if (onlyOwnHost && !isOwnHost(c.req.header("host"))) {
      return c.text(
        "This server answers only requests to this machine. Open it as http://localhost with its port.\n",
        421,
      );
    }
    return next();
  });
  app.get("/healthz", (c) => c.text("ok\n"));
  for (const { path, mediaType, text } of assets) {
    app.get(path, (c) =>
      c.body(text, 200, {
        "Content-Type": `${mediaType}; charset=utf-8`,
        "Cache-Control": "public, max-age=31536000, immutable",
      }),
    );
  }
  const showPage = async (c: Context, page: PageContent): Promise<Response> =>
    answer(c, page, contextOf(await viewOf(null), null));
  app.route("/api/v1", apiOf({ dossier, viewOf, show: showPage, onError }));
  if (mcp !== undefined) app.route("/mcp", mcpRoute(mcp));
  app.use(etag());
  for (const route of routes) {
    const path = pathOf[route.name];
    app.get(path !== "/" && path.endsWith("/") ? `${path}:id` : path, show(route));
  }
  app.get("/export/:name", async (c) => {
    const exporter = exporters.find(({ name }) => name === c.req.param("name"));
    if (!exporter)
      return say(
        c,
        "Not found",
        [`There is no export of this name. There are: ${exporters.map(({ name }) => name).join(", ")}.`],
        404,
      );
    const asOf = asOfDay(c.req.query("as_of"));
    const { index, title } = await viewOf(asOf);
    const { body, headers } = await downloadOf(exporter, index.record, title, asOf);
    return c.body(body, 200, headers);
  });
  app.notFound((c) => say(c, "Not found", ["There is no page at this address."], 404));
  app.onError((error, c) => {
    if (error instanceof InputError) return say(c, "Not understood", [error.message], 400);
    onError(error, c.req.path);
    return say(
      c,
      "Something broke",
      [
        "This page could not be made. The dossier is unchanged.",
        "`parley doctor` says what is wrong with a dossier and what to do.",
      ],
      500,
    );
  });
  return app;
}
