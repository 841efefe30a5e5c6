// REST over the named queries: each is a route, described by its own schemas (OpenAPI 3.1). Reads, never writes. Answers carry
// the dossier's version as their ETag; errors are problem details.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { exporters } from "../../export/index.js";
import type { Edtf } from "../../model/edtf.js";
import type { PageContent } from "../../pages/context.js";
import { asOfIn, viewShape } from "../../query/params.js";
import { type Query, queries, unknownId } from "../../query/queries.js";
import { downloadOf } from "../download.js";
import type { ServedDossier, ServedView } from "../views.js";
import { apiPage } from "./page.js";
import { badParameters, problem, problemOf, problemSchema, problemType } from "./problems.js";

export type ApiOptions = {
  readonly dossier: Pick<ServedDossier, "version">;
  readonly viewOf: (asOf: Edtf | null) => Promise<ServedView>;
  /** A page in the design of all others. */
  readonly show: (c: Context, page: PageContent) => Promise<Response>;
  readonly onError: (error: unknown, path: string) => void;
};

/** Where a query is answered: lines by their id below the name of their list. */
function pathOf({ name, params }: Query): string {
  if (!("id" in params.shape)) return `/${name}`;
  return name === "explain" ? "/explain/{id}" : `/${name}s/{id}`;
}

const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: "Problem details", content: { [problemType]: { schema: problemSchema } } },
    ]),
  );
const notModified = { 304: { description: "The same as the ETag of If-None-Match stands for" } };
const headers = z.object({ ETag: z.string().openapi({ description: "the dossier's version and the reader's" }) });

/** Path and query parameters of a query apart. */
function requestOf({ params }: Query) {
  const { id, ...rest } = params.shape as Record<string, z.ZodType>;
  const query = z.strictObject(rest);
  return id === undefined ? { query } : { query, params: z.object({ id }) };
}

const exportParams = z.object({
  name: z.enum(exporters.map(({ name }) => name) as [string, ...string[]]).openapi({ description: "the format" }),
});
const exportQuery = z.strictObject(viewShape);
const exportList = z.array(
  z.object({ name: z.string(), mediaType: z.string(), extension: z.string(), about: z.string() }),
);

const same = (asked: string | undefined, tag: string): boolean =>
  (asked ?? "").split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));

/** Links to the next and the first page (RFC 8288). */
function pageLinks(c: Context, next: number | null): Record<string, string> {
  if (next === null) return {};
  const url = new URL(c.req.url);
  url.searchParams.set("offset", String(next));
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

const document = {
  openapi: "3.1.0",
  info: {
    title: "Parley",
    version: "1",
    description:
      "The record of a dossier: who said what, what happened and what is planned, who holds what. Every row carries the places in the reports that it was read from. Read only.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/api/v1" }],
};

type Answer = (
  c: Context,
  asOf: Edtf | null,
  make: (view: ServedView) => Response | Promise<Response>,
) => Promise<Response>;

/** Answers from the record as of a day: 304 where the caller has it, else what `make` gives. */
const answering =
  ({ dossier, viewOf }: Pick<ApiOptions, "dossier" | "viewOf">): Answer =>
  async (c, asOf, make) => {
    const version = await dossier.version();
    const view = await viewOf(asOf);
    const tag = `"${version}-${view.index.record.reader.version}"`;
    const fresh = { ETag: tag, "Cache-Control": "no-cache" };
    const response = await make(view);
    if (response.ok && same(c.req.header("if-none-match"), tag)) {
      await response.body?.cancel();
      return new Response(null, { status: 304, headers: fresh });
    }
    if (response.ok) for (const [name, value] of Object.entries(fresh)) response.headers.set(name, value);
    return response;
  };

/** A JSON Schema as a component of the description: OpenAPI 3.1 takes the same words. */
type OpenApiSchema = Parameters<OpenAPIHono["openAPIRegistry"]["registerComponent"]>[2];

/** The route of a query. Its answer is described by plain JSON Schema, since its schema is not made by this library's zod. */
function addQuery(api: OpenAPIHono, query: Query, answer: Answer): void {
  const component = `${query.name.charAt(0).toUpperCase()}${query.name.slice(1)}`;
  const described = z.toJSONSchema(query.answer) as OpenApiSchema;
  const { ref } = api.openAPIRegistry.registerComponent("schemas", component, described);
  const route = createRoute({
    method: "get",
    path: pathOf(query),
    operationId: query.name,
    summary: query.about,
    request: requestOf(query),
    responses: {
      200: { description: query.about, headers, content: { "application/json": { schema: ref } } },
      ...notModified,
      ...problems(400, 404, 500),
    },
  });
  api.openapi(route, async (c): Promise<Response> => {
    const { req } = c as unknown as { req: { valid: (from: string) => Record<string, unknown> } };
    const params = { ...req.valid("query"), ...("id" in query.params.shape ? req.valid("param") : {}) };
    const asOf = asOfIn(params);
    return answer(c, asOf, ({ index }) => {
      const given = query.run(index.look, params);
      if (given === null) {
        const { detail, near } = unknownId(index.look, String("id" in params ? params.id : ""), asOf);
        return problem(404, detail, { near: [...near] });
      }
      const next = "next" in given && typeof given.next === "number" ? given.next : null;
      return Response.json(given, { headers: pageLinks(c, next) });
    });
  });
}

const listRoute = createRoute({
  method: "get",
  path: "/exports",
  operationId: "exports",
  summary: "the formats that the record can be written in",
  responses: { 200: { description: "the formats", content: { "application/json": { schema: exportList } } } },
});
const exportRoute = createRoute({
  method: "get",
  path: "/exports/{name}",
  operationId: "export",
  summary: "the whole record in a format",
  request: { params: exportParams, query: exportQuery },
  responses: {
    200: {
      description: "the file",
      headers,
      content: Object.fromEntries(exporters.map(({ mediaType }) => [mediaType, { schema: z.string() }])),
    },
    ...notModified,
    ...problems(400, 500),
  },
});

/** The routes of the exports. */
function addExports(api: OpenAPIHono, answer: Answer): void {
  const list = exporters.map(({ name, mediaType, extension, about }) => ({ name, mediaType, extension, about }));
  api.openapi(listRoute, (c) => c.json(list, 200));
  api.openapi(exportRoute, (c): Promise<Response> => {
    const { name } = c.req.valid("param");
    const asOf = asOfIn(c.req.valid("query"));
    return answer(c, asOf, async ({ index, title }) => {
      const exporter = exporters.find((one) => one.name === name);
      if (!exporter) return problem(404, "There is no export of this name.");
      const { body, headers: told } = await downloadOf(exporter, index.record, title, asOf);
      return new Response(body, { headers: told });
    });
  });
}

/** The app that answers below /api/v1. */
export function apiOf({ dossier, viewOf, show, onError }: ApiOptions): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result) => (result.success ? undefined : badParameters(result.error.issues)),
  });
  const answer = answering({ dossier, viewOf });
  for (const query of queries) addQuery(api, query, answer);
  addExports(api, answer);
  const description = api.getOpenAPI31Document(document);
  api.get("/openapi.json", (c) => c.json(description));
  api.get("/", (c) => show(c, apiPage(description)));
  api.all("*", (c) => {
    if (!["GET", "HEAD"].includes(c.req.method))
      return problem(405, "Only reading is possible here.", {}, { Allow: "GET, HEAD" });
    if (c.req.path === "/api/v1/") return c.redirect("/api/v1", 308);
    return problem(404, "There is nothing at this address. GET /api/v1/openapi.json lists all addresses.");
  });
  api.onError((error, c) => {
    const told = problemOf(error);
    if (told === null) onError(error, c.req.path);
    return (
      told ??
      problem(500, "This answer could not be made. The dossier is unchanged. `parley doctor` says what is wrong.")
    );
  });
  return api;
}
