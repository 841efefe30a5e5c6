// REST over the named queries: each is a route, described by its own schemas (OpenAPI 3.1); beside them decisions and uploads.
// Answers carry the dossier's version as their ETag; errors are problem details.
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { exporters } from "../../export/index.js";
import type { Edtf } from "../../model/edtf.js";
import type { PageContent } from "../../pages/context.js";
import { asOfIn, viewShape } from "../../query/params.js";
import { type Query, queries, unknownId } from "../../query/queries.js";
import { downloadOf } from "../download.js";
import type { ServedDossier, ServedView } from "../views.js";
import { type Answer, answering, component, notModified, pageLinks, problems, tagHeaders } from "./answer.js";
import { addDeciding } from "./deciding.js";
import { addDecisions } from "./decisions.js";
import { addDocuments } from "./documents.js";
import { apiPage } from "./page.js";
import { problem, problemOf } from "./problems.js";
import { addRoute, BadRequest, pathIn, queryIn } from "./route.js";
import type { Writing } from "./writing.js";

export type ApiOptions = {
  readonly dossier: Pick<ServedDossier, "version">;
  readonly viewOf: (asOf: Edtf | null) => Promise<ServedView>;
  /** A page in the design of all others. */
  readonly show: (c: Context, page: PageContent) => Promise<Response>;
  readonly onError: (error: unknown, path: string) => void;
  /** Corrections and reports that programs send; absent: the record is all that there is. */
  readonly writing?: Writing | undefined;
};

/** Where a query is answered: lines by their id below the name of their list. */
function pathOf({ name, params }: Query): string {
  if (!("id" in params.shape)) return `/${name}`;
  return name === "explain" ? "/explain/{id}" : `/${name}s/{id}`;
}

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

const document = {
  openapi: "3.1.0",
  info: {
    title: "Parley",
    version: "1",
    description:
      "The record of a dossier: who said what, what happened and what is planned, who holds what. Every row carries the places in the reports that it was read from. Whoever has a token may correct it and send reports.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/api/v1" }],
};

/** Methods that an address is described with, or none. */
function methodsAt(paths: object, address: string): readonly string[] {
  const found = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(address) ? Object.keys(methods) : [],
  );
  return found.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
}

/** The route of a query. Its answer is described by plain JSON Schema, since its schema is not made by this library's zod. */
function addQuery(api: OpenAPIHono, query: Query, answer: Answer): void {
  const schema = component(api, `${query.name.charAt(0).toUpperCase()}${query.name.slice(1)}`, query.answer);
  const request = requestOf(query);
  const route = {
    method: "get" as const,
    path: pathOf(query),
    operationId: query.name,
    summary: query.about,
    request,
    responses: {
      200: { description: query.about, headers: tagHeaders, content: { "application/json": { schema } } },
      ...notModified,
      ...problems(400, 404, 500),
    },
  };
  addRoute(api, route, (c) => {
    const params = { ...queryIn(c, request.query), ...(request.params ? pathIn(c, request.params) : {}) };
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

const listRoute = {
  method: "get" as const,
  path: "/exports",
  operationId: "exports",
  summary: "the formats that the record can be written in",
  responses: { 200: { description: "the formats", content: { "application/json": { schema: exportList } } } },
};
const exportRoute = {
  method: "get" as const,
  path: "/exports/{name}",
  operationId: "export",
  summary: "the whole record in a format",
  request: { params: exportParams, query: exportQuery },
  responses: {
    200: {
      description: "the file",
      headers: tagHeaders,
      content: Object.fromEntries(exporters.map(({ mediaType }) => [mediaType, { schema: z.string() }])),
    },
    ...notModified,
    ...problems(400, 500),
  },
};

/** The routes of the exports. */
function addExports(api: OpenAPIHono, answer: Answer): void {
  const list = exporters.map(({ name, mediaType, extension, about }) => ({ name, mediaType, extension, about }));
  addRoute(api, listRoute, () => Response.json(list));
  addRoute(api, exportRoute, (c) => {
    const { name } = pathIn(c, exportParams);
    const asOf = asOfIn(queryIn(c, exportQuery));
    return answer(c, asOf, async ({ index, title }) => {
      const exporter = exporters.find((one) => one.name === name);
      if (!exporter) return problem(404, "There is no export of this name.");
      const { body, headers: told } = await downloadOf(exporter, index.record, title, asOf);
      return new Response(body, { headers: told });
    });
  });
}

/** The app that answers below /api/v1. */
export function apiOf({ dossier, viewOf, show, onError, writing }: ApiOptions): OpenAPIHono {
  const api = new OpenAPIHono();
  const answer = answering(dossier, viewOf);
  for (const query of queries) addQuery(api, query, answer);
  addExports(api, answer);
  if (writing) {
    addDecisions(api, writing.dossier);
    addDeciding(api, writing);
    addDocuments(api, writing, onError);
  }
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "a token of this server, or of a user who may write",
  });
  const description = api.getOpenAPI31Document(document);
  api.get("/openapi.json", (c) => c.json(description));
  api.get("/", (c) => show(c, apiPage(description)));
  api.all("*", (c) => {
    const allowed = methodsAt(description.paths ?? {}, c.req.path.replace(/^\/api\/v1/, ""));
    if (allowed.length > 0)
      return problem(405, `Here are answered: ${allowed.join(", ")}.`, {}, { Allow: allowed.join(", ") });
    if (c.req.path === "/api/v1/") return c.redirect("/api/v1", 308);
    return problem(404, "There is nothing at this address. GET /api/v1/openapi.json lists all addresses.");
  });
  api.onError((error, c) => {
    const told = error instanceof BadRequest ? error.response : problemOf(error);
    if (told === null) onError(error, c.req.path);
    return (
      told ??
      problem(500, "This answer could not be made. The dossier is unchanged. `parley doctor` says what is wrong.")
    );
  });
  return api;
}
