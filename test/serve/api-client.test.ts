// A client made from the description calls every route over HTTP, and every answer is what the description says that it is.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AxiosRequestConfig, AxiosResponse } from "axios";
import { Hono } from "hono";
import { type Document as Definition, type OpenAPIClient, OpenAPIClientAxios } from "openapi-client-axios";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exporters } from "../../src/export/index.js";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { queries } from "../../src/query/queries.js";
import { ownAccess } from "../../src/serve/access.js";
import { apiOf } from "../../src/serve/api/api.js";
import { viewsOf } from "../../src/serve/views.js";
import { reports, writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-client-"));
const token = "t0ken";
let dossier: Dossier;
let server: Server;
let client: OpenAPIClient;
let definition: Definition;
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const called = new Map<string, Set<number>>();

beforeAll(async () => {
  dossier = await openDossier(join(folder, "talks.parley"), { title: "Talks" });
  const clippings = writeReports(join(folder, "clippings"));
  await dossier.takeIn(findSources([clippings], dossier.place));
  const api = apiOf({
    dossier,
    viewOf: viewsOf(dossier),
    show: async (c) => c.text("a page"),
    onError: (error) => expect.unreachable(String(error)),
    writing: { dossier, access: ownAccess({ author: "Ada", token }), now: () => new Date().toISOString() },
  });
  server = createServer(getRequestListener(new Hono().route("/api/v1", api).fetch)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  definition = (await (await fetch(`${base}/openapi.json`)).json()) as Definition;
  ajv.addSchema(definition, "api");
  client = await new OpenAPIClientAxios({
    definition: structuredClone(definition),
    axiosConfigDefaults: {
      baseURL: base,
      validateStatus: () => true,
      headers: { Authorization: `Bearer ${token}` },
    },
  }).init();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await dossier.close();
  rmSync(folder, { recursive: true, force: true });
});

type Described = {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
};
/** Every operation with its path and method. */
const operations = (): readonly (Described & { readonly path: string; readonly method: string })[] =>
  Object.entries(definition.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Described>).map(([method, operation]) => ({ ...operation, path, method })),
  );
const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

/** Calls an operation; its answer must be one that is described. */
async function call(
  name: string,
  params: Record<string, unknown> = {},
  data?: unknown,
  config: AxiosRequestConfig = {},
): Promise<AxiosResponse> {
  const run = client[name];
  if (!run) throw new RangeError(`the client has no operation ${name}`);
  const response = await run(params as Parameters<typeof run>[0], data, config);
  const operation = operations().find(({ operationId }) => operationId === name);
  const described = operation?.responses[String(response.status)];
  expect(described, `${name}: ${response.status} is not described`).toBeDefined();
  called.set(name, (called.get(name) ?? new Set()).add(response.status));
  const type = String(response.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (!operation || described?.content === undefined) return response;
  expect(Object.keys(described.content), name).toContain(type);
  if (!type.endsWith("json") || name === "export") return response;
  const place = pointer(
    "paths",
    operation.path,
    operation.method,
    "responses",
    String(response.status),
    "content",
    type,
  );
  const valid = ajv.compile({ $ref: `api#${place}/schema` });
  valid(response.data);
  expect(valid.errors, `${name} ${response.status}`).toBeNull();
  return response;
}

test("an answer that is other than described would be seen", () => {
  const place = pointer("paths", "/statements", "get", "responses", "200", "content", "application/json");
  const valid = ajv.compile({ $ref: `api#${place}/schema` });
  expect(valid({ total: 1, offset: 0, next: null, rows: [{ id: "s-1" }] })).toBe(false);
  expect(valid({ total: 0, offset: 0, next: null, rows: [] })).toBe(true);
});

test("the description of all of it is OpenAPI 3.1", async () => {
  const copy = structuredClone(definition) as unknown as Parameters<Validator["validate"]>[0];
  const { valid, errors } = await new Validator().validate(copy);
  expect(errors).toBeUndefined();
  expect([valid, definition.openapi]).toEqual([true, "3.1.0"]);
  const ids = operations().map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("the client made from it", () => {
  test.each(queries.filter(({ gives }) => gives === "page").map(({ name }) => name))(
    "%s: rows, pages, as of a day, the same again, filters of the command line",
    async (name) => {
      const needed = name === "search" ? { words: "talks" } : {};
      const { data, headers } = await call(name, needed);
      expect(data.total).toBeGreaterThanOrEqual(data.rows.length);
      expect((await call(name, { ...needed, limit: 1 })).data.rows.length).toBeLessThanOrEqual(1);
      expect((await call(name, { ...needed, as_of: "2031-03-04" })).status).toBe(200);
      expect((await call(name, needed, undefined, { headers: { "If-None-Match": String(headers.etag) } })).status).toBe(
        304,
      );
      const filtered = queries.some((query) => query.name === name && "grep" in query.params.shape);
      if (filtered)
        for (const filter of [
          { from: "2031-03" },
          { to: "2031-03" },
          { actor: "Brandt" },
          { outlet: "Corin Wire" },
          { grep: "talks" },
        ])
          expect((await call(name, filter)).status, JSON.stringify(filter)).toBe(200);
      expect((await call(name, { ...needed, limit: 0 })).status).toBe(400);
    },
  );
  test("single lines, by the ids of the listings; none where there is none", async () => {
    const first = async (name: string): Promise<string> => (await call(name)).data.rows[0].id;
    for (const [name, listing] of [
      ["event", "chronicle"],
      ["statement", "statements"],
      ["actor", "actors"],
      ["document", "documents"],
      ["explain", "positions"],
    ] as const) {
      const id = await first(listing);
      expect((await call(name, { id })).data.id).toBe(id);
      expect((await call(name, { id: "x-nothing" })).status).toBe(404);
    }
    const documents = (await call("documents")).data.rows.map((row: { id: string }) => row.id).join(",");
    expect((await call("compare", { documents })).data.events.length).toBeGreaterThan(0);
    expect((await call("compare", { event: "e-nothing" })).status).toBe(400);
    expect((await call("brief", { since: "2031-03-05", words: 50 })).data.background.length).toBeGreaterThan(0);
  });
  test("every export", async () => {
    const { data } = await call("exports");
    expect(data.map(({ name }: { name: string }) => name)).toEqual(exporters.map(({ name }) => name));
    for (const { name, mediaType } of exporters) {
      const {
        status,
        headers,
        data: file,
      } = await call("export", { name }, undefined, { responseType: "arraybuffer" });
      expect([name, status, String(headers["content-type"]).split(";")[0]]).toEqual([name, 200, mediaType]);
      expect(file.byteLength, name).toBeGreaterThan(0);
      const known = { headers: { "If-None-Match": String(headers.etag) } };
      expect((await call("export", { name }, undefined, known)).status).toBe(304);
    }
    expect((await call("export", { name: "pdf" })).status).toBe(400);
  });
  test("reports are sent, followed, and listed", async () => {
    const form = new FormData();
    for (const name of ["one.txt", "two.txt"])
      form.append("file", new File([`${reports["01-call.txt"]} This is report ${name}.`], name));
    const sent = await call("upload", {}, form);
    expect(sent.status).toBe(202);
    const { id } = sent.data;
    const events = await call("intakeEvents", { id }, undefined, { responseType: "text" });
    expect(events.data.match(/^event: .*$/gm)).toEqual(["event: report", "event: report", "event: done"]);
    expect((await call("intake", { id })).data).toMatchObject({ state: "done", done: 2 });
    expect((await call("intakes")).data).toHaveLength(1);
    const text = { headers: { "Content-Type": "text/plain" } };
    const whole = await call("upload", { wait: "true", name: "one.txt" }, "Envoys met on March 3, 2031.", text);
    expect(whole.data.outcomes[0]).toMatchObject({ kind: "taken", replaces: expect.stringMatching(/^d-/) });
    expect((await call("upload", {}, "{}", { headers: { "Content-Type": "application/json" } })).status).toBe(415);
    expect((await call("intake", { id: "i-nothing" })).status).toBe(404);
  });
  test("decisions are made, told, taken back, handed on", async () => {
    expect((await call("decisionKinds")).data.length).toBeGreaterThan(20);
    const id = (await call("statements", { grep: "quotas" })).data.rows[0].id;
    const draft = { kind: "date-statement", args: [id, "2031-03-09"] };
    expect((await call("decide", {}, { ...draft, dryRun: true })).data.saved).toBe(false);
    const { data } = await call("decide", {}, draft);
    expect(data.saved).toBe(true);
    expect((await call("decision", { id: data.decision.id })).data.state).toBe("in force");
    expect((await call("decisions", { kind: "date-statement" })).data.total).toBe(1);
    expect((await call("agreement")).data.conflicts).toEqual([]);
    const log = (await call("decisionLog")).data;
    expect((await call("importDecisions", {}, log)).data).toEqual({ added: 0, known: 1 });
    expect((await call("undecide", { id: data.decision.id }, {})).status).toBe(201);
    expect((await call("undecide", { id: data.decision.id }, {})).status).toBe(409);
    expect((await call("decide", {}, { kind: "praise", args: [] })).status).toBe(400);
    const nobody = { headers: { Authorization: "" } };
    expect((await call("decide", {}, draft, nobody)).status).toBe(401);
  });
  test("no route was left out", () => {
    const good = [...called].filter(([, statuses]) => [...statuses].some((status) => status < 300));
    expect(good.map(([name]) => name).sort()).toEqual(
      operations()
        .map(({ operationId }) => operationId)
        .sort(),
    );
  });
});
