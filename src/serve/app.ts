// The web app: answers the pages of pages/routes.ts, the downloads of export/, and, for who may write, the desk where the record
// is corrected.
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { exporters } from "../export/index.js";
import { asEdtf, boundsOf, dayOf, type Edtf } from "../model/edtf.js";
import { InputError } from "../model/errors.js";
import type { PageContent } from "../pages/context.js";
import { html } from "../pages/html.js";
import { layout } from "../pages/layout.js";
import { pathOf } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { type Route, routes } from "../pages/routes.js";
import { type Access, readOnlyAccess } from "./access.js";
import { accountRoute } from "./account.js";
import { apiOf } from "./api/api.js";
import type { Writing } from "./api/writing.js";
import { type Desk, deskOf } from "./desk.js";
import { downloadOf } from "./download.js";
import { gateOf } from "./gate.js";
import { isOwnHost } from "./host.js";
import { type AnswerMcp, mcpRoute } from "./mcp-route.js";
import { assets, type Screen, screenOf } from "./screen.js";
import { shownPages } from "./shown.js";
import type { UsersAccess } from "./users-access.js";
import type { ServedDossier } from "./views.js";

export type AppOptions = {
  /** Answers only requests that name this machine: for servers on a loopback address. */
  readonly onlyOwnHost?: boolean;
  /** Told of what broke, with where. */
  readonly onError?: (error: unknown, path: string) => void;
  /** Answers language models at /mcp (Model Context Protocol), those who may write under their name; absent: nobody does. */
  readonly mcp?: AnswerMcp | undefined;
  /** What can be changed, in pages and over REST, and by whom; absent: nothing. */
  readonly writing?: Writing | undefined;
  /** Who reads and who writes; absent: as `writing` has it, else everybody reads and nobody writes. */
  readonly access?: Access | UsersAccess;
};

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
  referrerPolicy: "same-origin", // without any, browsers name no origin with forms, by which those of other sites are told
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
});

/** Who asks in a name that is not this machine's. */
const ownHostOnly: MiddlewareHandler = async (c, next) =>
  isOwnHost(c.req.header("host"))
    ? next()
    : c.text("This server answers only requests to this machine. Open it as http://localhost with its port.\n", 421);

/** Answers for a page of the record. */
function shower(screen: Screen, desk: Desk | null) {
  const shown = shownPages();
  return (route: Route) =>
    async (c: Context): Promise<Response> => {
      const asOf = asOfDay(c.req.query("as_of"));
      const context = await screen.context(c, asOf);
      const id = c.req.param("id") ?? "";
      const { pathname, search, searchParams } = new URL(c.req.url);
      const { name = null, mayWrite = false } = context.viewer ?? {};
      const key = `${JSON.stringify([name, mayWrite])} ${pathname}${search}`;
      const told = (await desk?.told(c, context)) ?? null; // what was just decided: with a token, so that it is not kept
      const known = told === null ? shown.get(context.index, key) : undefined;
      if (known === undefined) {
        const page = route.render(context, id, searchParams);
        if (page !== null && told !== null)
          return screen.once(c, context, { ...page, body: html`${told}${page.body}` });
        if (page === null) {
          const why =
            asOf === null
              ? "The record has nothing at this address."
              : `Nothing at this address had been reported by ${asOf}.`;
          return screen.answer(
            c,
            context,
            plainPage(context, "Not found", [why], { name: route.name, id, query: {} }),
            404,
          );
        }
        shown.keep(context.index, key, layout(context, page));
      }
      c.header("Cache-Control", "no-cache");
      return c.html(shown.get(context.index, key) ?? "");
    };
}

const isOfUsers = (access: Access | UsersAccess): access is UsersAccess => "signIn" in access;

/** The app over a dossier. */
export function appOf(dossier: ServedDossier, options: AppOptions = {}): Hono {
  const { onlyOwnHost = false, onError = () => {}, mcp, writing } = options;
  const access = options.access ?? writing?.access ?? readOnlyAccess();
  const app = new Hono();
  const screen = screenOf(dossier, access);
  const { viewOf, say } = screen;
  const desk = writing ? deskOf(writing, screen) : null;

  app.use(guarded);
  if (onlyOwnHost) app.use(ownHostOnly);
  app.get("/healthz", (c) => c.text("ok\n"));
  app.use(gateOf(access, new Set([pathOf.account, ...assets.map(({ path }) => path)])));
  for (const { path, mediaType, text } of assets) {
    app.get(path, (c) =>
      c.body(text, 200, {
        "Content-Type": `${mediaType}; charset=utf-8`,
        "Cache-Control": "public, max-age=31536000, immutable",
      }),
    );
  }
  const showPage = async (c: Context, page: PageContent): Promise<Response> =>
    screen.answer(c, await screen.context(c, null), page);
  app.route("/api/v1", apiOf({ dossier, viewOf, show: showPage, onError, writing }));
  if (mcp !== undefined) app.route("/mcp", mcpRoute(mcp, access));
  app.use(etag());
  if (isOfUsers(access)) app.route(pathOf.account, accountRoute(access, screen));
  if (desk) app.route("/", desk.route);
  const show = shower(screen, desk);
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
