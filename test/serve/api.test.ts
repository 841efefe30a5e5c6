// The interface for programs: its description is valid OpenAPI, every route answers as described, pages and ETags hold, what
// malformed calls get is problem details, and each listing gives what the command line lists.
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { listings } from "../../src/cli/listings/index.js";
import { exporters } from "../../src/export/index.js";
import { everything } from "../../src/query/filter.js";
import { lookupOf } from "../../src/query/lookup.js";
import { queries } from "../../src/query/queries.js";
import { appOf } from "../../src/serve/app.js";
import type { ServedDossier } from "../../src/serve/views.js";
import { record, recordAsOf } from "../pages/fixture.js";
import { record as talks } from "../query/record.js";

let version = 1;
const dossier: ServedDossier = {
  title: async () => record.dossier.title,
  version: async () => version,
  record: async ({ asOf = null } = {}) => (asOf === null ? record : recordAsOf(asOf)),
};
const broken: string[] = [];
const app = appOf(dossier, { onError: (_, path) => broken.push(path) });
const get = (path: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(app.request(`/api/v1${path}`, init));
type Json = Record<string, unknown>;
type Specification = Parameters<Validator["validate"]>[0];
const json = async (path: string): Promise<Json> => (await (await get(path)).json()) as Json;

type Described = {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      { readonly get: { readonly operationId: string; readonly parameters?: readonly { name: string }[] } }
    >
  >;
};
const description = (await json("/openapi.json")) as unknown as Described;
const paths = Object.keys(description.paths);

describe("the description", () => {
  test("is OpenAPI 3.1", async () => {
    const result = await new Validator().validate(structuredClone(description) as unknown as Specification);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(description.openapi).toBe("3.1.0");
  });
  test("tells every query and every parameter of it", () => {
    expect(paths).toHaveLength(queries.length + 2);
    for (const { name, params } of queries) {
      const [, route] = Object.entries(description.paths).find(([, { get: own }]) => own.operationId === name) ?? [];
      expect(route?.get.parameters?.map((parameter) => parameter.name).sort(), name).toEqual(
        Object.keys(params.shape).sort(),
      );
    }
  });
  test("refers to nothing that it does not hold", () => {
    const text = JSON.stringify(description);
    const named = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1] ?? "");
    const held = (description as unknown as { components: { schemas: Json } }).components.schemas;
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in held))).toEqual([]);
  });
  test("as a page: every address with a form that leads to it", async () => {
    expect((await get("/")).headers.get("location")).toBe("/api/v1");
    const response = await get("");
    const { document } = parseHTML(await response.text());
    expect([...document.querySelectorAll("main h2 code")].map((code) => code.textContent)).toEqual(
      paths.map((path) => `GET /api/v1${path}`),
    );
    for (const form of document.querySelectorAll("main form"))
      expect((await app.request(`${form.getAttribute("action")}?words=river`)).status).toBeLessThan(401);
  });
});

/** An event that two reports tell. */
const toldTwice = record.events.find(({ reports }) => new Set(reports.map(({ span }) => span.doc)).size > 1);
/** An address of each route, with ids that the record has. */
const addresses = paths.flatMap((path): string[] => {
  if (path === "/exports/{name}") return exporters.map(({ name }) => `/exports/${name}`);
  const ids: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    "/events/{id}": record.events,
    "/statements/{id}": record.statements,
    "/actors/{id}": record.actors,
    "/documents/{id}": record.documents,
    "/explain/{id}": [...record.events, ...record.positions, ...record.actors],
  };
  const own = ids[path];
  if (own) return own.map(({ id }) => path.replace("{id}", id));
  if (path === "/compare") return [`/compare?event=${toldTwice?.id}`];
  return [path === "/search" ? "/search?words=river" : path];
});

describe("every route", () => {
  test("is called", () => expect(addresses.length).toBeGreaterThan(paths.length));
  test.each(addresses)("%s answers, and as of a day, and not again where it is known", async (address) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    if (address === "/exports") return;
    const tag = response.headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await get(address, { headers: { "If-None-Match": known } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await get(address, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    expect((await get(`${address}${address.includes("?") ? "&" : "?"}as_of=2023-03-01`)).status).not.toBe(400);
    expect((await get(address, { method: "HEAD" })).status).toBe(200);
  });
  test("what is not there is not known either", async () => {
    const tag = (await get("/chronicle")).headers.get("etag") ?? "";
    for (const known of [tag, "*"])
      expect((await get("/events/e-nothing", { headers: { "If-None-Match": known } })).status).toBe(404);
  });
  test("the tag changes with the dossier", async () => {
    const before = (await get("/chronicle")).headers.get("etag") ?? "";
    version++;
    expect((await get("/chronicle", { headers: { "If-None-Match": before } })).status).toBe(200);
  });
});

describe.each([
  ["the river", record],
  ["the fishing talks", talks],
])("answers about %s", (_, one) => {
  const look = lookupOf(one);
  test.each(queries.map((query) => [query.name, query] as const))("%s gives just what it describes", (name, query) => {
    const lists = { event: one.events, statement: one.statements, actor: one.actors, document: one.documents };
    const explained = [...one.events, ...one.statements, ...one.positions, ...one.issues, ...one.actors];
    const known = name === "explain" ? explained : lists[name as keyof typeof lists];
    const twice = one.events.filter(({ reports }) => new Set(reports.map(({ span }) => span.doc)).size > 1);
    const all = one.documents.map(({ id }) => id).join(",");
    const compared = [{ documents: all }, ...twice.map(({ id }) => ({ event: id }))];
    const asked = known
      ? known.map(({ id }) => ({ id }))
      : name === "compare"
        ? compared
        : [{ words: "talks" }, { words: "a" }];
    for (const params of asked) {
      const given = query.run(look, name === "brief" ? { since: "2023-01-01" } : params);
      expect(given).not.toBeNull();
      expect(query.answer.parse(given)).toEqual(JSON.parse(JSON.stringify(given)));
    }
  });
  test.each(Object.entries(listings))("%s is what the command line lists", (name, { rows }) => {
    const query = queries.find((candidate) => candidate.name === name);
    expect(query?.run(look, { limit: 1000 })).toMatchObject({ rows: rows(look, everything) });
  });
  test("every row has its evidence", () => {
    for (const query of queries.filter(
      ({ gives, name }) => gives === "page" && !["documents", "outlets"].includes(name),
    ))
      for (const row of (query.run(look, { words: "the" }) as { rows: { mentions?: number }[] }).rows)
        if (row.mentions !== 0) expect(JSON.stringify(row), query.name).toMatch(/"evidence":(?:\[)?\{"document":"d-/);
  });
});

describe("pages of rows", () => {
  test.each(["/chronicle", "/statements", "/documents"])("%s in pieces is the whole", async (path) => {
    const whole = (await json(path)).rows as unknown[];
    expect(whole.length).toBeGreaterThan(2);
    const pieces: unknown[] = [];
    for (let next: string | null = `${path}?limit=2`; next !== null; ) {
      const response: Response = await get(next);
      const { rows, total } = (await response.json()) as { rows: unknown[]; total: number };
      expect(total).toBe(whole.length);
      expect(rows.length).toBeLessThanOrEqual(2);
      pieces.push(...rows);
      next = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1] ?? null;
    }
    expect(pieces).toEqual(whole);
  });
  test("behind the last row there is nothing", async () => {
    expect(await json("/chronicle?offset=100000")).toMatchObject({ rows: [], next: null });
  });
  test("filters are those of the command line", async () => {
    const all = (await json("/statements")).total as number;
    const some = (await json("/statements?actor=Oduya")).total as number;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect((await json("/chronicle?from=2023-03-06&to=2023-03-06")).total).toBe(1);
  });
  test("as of a day: what was planned then", async () => {
    expect(await json("/events/e-00000000000b?as_of=2023-03-01")).toMatchObject({ status: "planned" });
    expect(await json("/events/e-00000000000b")).toMatchObject({ status: "happened" });
  });
});

describe("what is wrong is told", () => {
  test.each([
    ["/chronicle?from=yesterday", 400, "from: is no day"],
    ["/chronicle?from=2023-02-30", 400, "from: is no date"],
    ["/chronicle?from=2023-04&to=2023-03", 400, "later"],
    ["/chronicle?as_of=2022/2023", 400, "as_of"],
    ["/chronicle?limit=0", 400, "limit"],
    ["/chronicle?limit=1e9", 400, "limit"],
    ["/chronicle?offset=-1", 400, "offset"],
    ["/chronicle?offset=x", 400, "offset"],
    ["/chronicle?akter=Oduya", 400, "akter"],
    ["/chronicle?actor=a&actor=b", 400, "actor"],
    ["/statements?actor=Oduja", 400, "Oduja"],
    ["/search", 400, "words"],
    ["/brief?words=1", 400, "words"],
    ["/compare", 400, "name documents"],
    ["/compare?documents=d-1,d-2", 400, "d-1"],
    ["/compare?event=e-1", 400, "e-1"],
    ["/compare?event=e-1&documents=d-1", 400, "or an event"],
    ["/events/e-00000000000c?as_of=2023-03-01", 404, "as of 2023-03-01"],
    ["/events/e-0000000000", 404, "e-0000000000"],
    ["/explain/nothing-of-the-kind", 404, "nothing-of-the-kind"],
    ["/exports/pdf", 400, "name"],
    ["/nothing", 404, "no"],
    ["/events/..%2f..%2fetc", 404, "etc"],
  ])("%s: %i, %s", async (address, status, words) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const told = (await response.json()) as { status: number; detail: string };
    expect(told.status).toBe(status);
    expect(told.detail).toContain(words);
  });
  test("what may have been meant", async () => {
    expect((await json("/statements?actor=Oduja")).near).not.toEqual([]);
    expect((await json("/explain/e-0000000000")).near).not.toEqual([]);
  });
  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is refused", async (method) => {
    const response = await get("/chronicle", { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
  test("what breaks inside is told as such, and to the server", async () => {
    const failing = appOf(
      { ...dossier, record: () => Promise.reject(new Error("disk")) },
      { onError: (_, path) => broken.push(path) },
    );
    const response = await failing.request("/api/v1/chronicle");
    expect([response.status, response.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
    expect(await response.text()).not.toContain("disk");
    expect(broken).toEqual(["/api/v1/chronicle"]);
    broken.length = 0;
  });
  test("another's pages cannot read it through a name of theirs", async () => {
    const own = appOf(dossier, { onlyOwnHost: true });
    const ask = (host: string) => own.request("/api/v1/chronicle", { headers: { host } });
    expect((await ask("evil.example")).status).toBe(421);
    expect((await ask("localhost:4780")).headers.get("access-control-allow-origin")).toBeNull();
  });
  test("nothing that is asked breaks it", async () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("2023-03", "-1", "e-", "Oduya"),
    );
    const names = [...new Set(queries.flatMap(({ params }) => Object.keys(params.shape)))];
    const call = fc.record({
      path: fc.oneof(
        fc.constantFrom(...addresses),
        word.map((id) => `/events/${encodeURIComponent(id.toWellFormed())}`),
      ),
      params: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), word), word), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(call, async ({ path, params }) => {
        const query = new URLSearchParams(params.map(([name, value]): [string, string] => [name, value]));
        const response = await get(`${path}${path.includes("?") ? "&" : "?"}${query}`);
        expect([200, 400, 404]).toContain(response.status);
        if (!response.ok) expect(await response.json()).toMatchObject({ status: response.status });
      }),
      { numRuns: 400 },
    );
    expect(broken).toEqual([]);
  });
});
