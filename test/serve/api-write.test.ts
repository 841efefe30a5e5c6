// What programs write over REST: decisions with their effect, undone, handed on; reports sent one after the other, with what
// becomes of each told as it happens; who may not write, and what is wrong, is told as problem details.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mcpOverHttp } from "../../src/mcp/mcp.js";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { type Access, ownAccess, readOnlyAccess } from "../../src/serve/access.js";
import { apiOf } from "../../src/serve/api/api.js";
import { addressOf } from "../../src/serve/api/upload.js";
import { mcpRoute } from "../../src/serve/mcp-route.js";
import { withToken, withUser } from "../../src/serve/users.js";
import { usersAccess } from "../../src/serve/users-access.js";
import { viewsOf } from "../../src/serve/views.js";
import { reports, writeReports } from "../dossier/reports.js";

const folder = mkdtempSync(join(tmpdir(), "parley-api-"));
const token = "token-of-this-server";
const broken: unknown[] = [];
let second = 0;
const now = (): string => new Date(Date.UTC(2031, 3, 1) + 1000 * second++).toISOString();
let dossier: Dossier;
let app: Hono;
const served = (over: Dossier, access: Access | null = ownAccess({ author: "Ada", token })): Hono =>
  new Hono().route(
    "/api/v1",
    apiOf({
      dossier: over,
      viewOf: viewsOf(over),
      show: async (c) => c.text("a page"),
      onError: (error) => broken.push(error),
      writing: access === null ? undefined : { dossier: over, access, now },
    }),
  );

beforeAll(async () => {
  dossier = await openDossier(join(folder, "talks.parley"), { title: "Talks" });
  const clippings = writeReports(join(folder, "clippings"));
  await dossier.takeIn(findSources([clippings], dossier.place));
  app = served(dossier);
});
afterAll(async () => {
  await dossier.close();
  rmSync(folder, { recursive: true, force: true });
});

type Json = Record<string, unknown>;
type Body = NonNullable<RequestInit["body"]>;
type Init = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: Body };
const ask = (path: string, { headers = {}, ...init }: Init = {}, on = app): Promise<Response> =>
  Promise.resolve(on.request(`/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, ...headers } }));
const post = (path: string, body: unknown, headers: Record<string, string> = {}, on = app): Promise<Response> =>
  ask(
    path,
    { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } },
    on,
  );
const json = async <T = Json>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const statementWith = async (words: string): Promise<string> =>
  (await json<{ rows: { id: string }[] }>(ask(`/statements?grep=${encodeURIComponent(words)}`))).rows[0]?.id ?? "";

describe("decisions", () => {
  test("the kinds are told", async () => {
    const kinds = await json<{ kind: string; takes: string }[]>(ask("/decision-kinds"));
    expect(kinds.find(({ kind }) => kind === "merge-actors")?.takes).toContain("ACTOR");
  });
  test("dry run says what would change, and keeps nothing; deciding keeps it; undo takes it back, byte for byte", async () => {
    const first = await (await ask("/exports/json")).text();
    const id = await statementWith("quotas remain open");
    const draft = { kind: "date-statement", args: [id, "2031-03-09"], reason: "the agency says so" };
    const dry = await post("/decisions", { ...draft, dryRun: true });
    expect(dry.status).toBe(200);
    const would = await json<{ saved: boolean; changes: Json[] }>(dry);
    expect(would.saved).toBe(false);
    expect(would.changes).toContainEqual(expect.objectContaining({ list: "statements", id, what: "changed" }));
    expect(await dossier.decisions()).toEqual([]);

    const done = await post("/decisions", draft);
    expect(done.status).toBe(201);
    const { decision, changes } = await json<{ decision: { id: string; author: string }; changes: Json[] }>(done);
    expect([decision.author, changes]).toEqual(["Ada", would.changes]);
    const location = done.headers.get("location") ?? "";
    expect(await json(app.request(location))).toMatchObject({ state: "in force", decision: { id: decision.id } });
    expect((await json(ask(`/statements/${id}`))).date).toBe("2031-03-09");

    expect((await post(`/decisions/${decision.id}/undo`, { dryRun: true })).status).toBe(200);
    expect((await post(`/decisions/${decision.id}/undo`, { reason: "no" })).status).toBe(201);
    expect(await (await ask("/exports/json")).text()).toBe(first);
    const again = await post(`/decisions/${decision.id}/undo`, {});
    expect([again.status, (await json(again)).near]).toEqual([409, [expect.stringMatching(/^c-/)]]);
    expect((await post("/decisions/c-000000000000/undo", {})).status).toBe(404);
  });
  test("the log is filtered, paged, tagged", async () => {
    const all = await json<{ total: number; next: number; rows: Json[] }>(ask("/decisions?limit=1"));
    expect([all.total, all.next, all.rows.length]).toEqual([2, 1, 1]);
    expect((await json(ask("/decisions?kind=withdraw"))).total).toBe(1);
    expect((await json(ask("/decisions?author=Ben"))).total).toBe(0);
    expect((await json(ask("/decisions?state=superseded"))).total).toBe(1);
    expect((await ask("/decisions?state=lost")).status).toBe(400);
    expect((await ask("/decisions/c-nothing")).status).toBe(404);
    for (const path of ["/decisions", "/agreement", "/decision-log"]) {
      const tag = (await ask(path)).headers.get("etag") ?? "";
      expect((await ask(path, { headers: { "If-None-Match": tag } })).status).toBe(304);
    }
  });
  test("a log is handed on: taken in whole or not at all, once, with its conflicts and agreement", async () => {
    const other = await openDossier(join(folder, "other.parley"));
    await other.takeIn(findSources([join(folder, "clippings")], dossier.place));
    const theirs = served(other, ownAccess({ author: "Ben", token }));
    const id = await statementWith("quotas remain open");
    await post("/decisions", { kind: "date-statement", args: [id, "2031-03-08"] }, {}, theirs);
    await post("/decisions", { kind: "date-statement", args: [id, "2031-03-07"] });
    const log = await json<Json[]>(ask("/decision-log", {}, theirs));
    expect(await json(post("/decision-log", log))).toEqual({ added: 1, known: 0 });
    expect(await json(post("/decision-log", log))).toEqual({ added: 0, known: 1 });
    const { conflicts, agreement } = await json<{ conflicts: { says: unknown[] }[]; agreement: Json }>(
      ask("/agreement"),
    );
    expect(conflicts.map(({ says }) => says.length)).toEqual([2]);
    expect(agreement.coders).toEqual(["Ada", "Ben"]);
    const [entry] = log;
    expect((await post("/decision-log", [{ ...entry, id: "c-1", at: "yesterday" }])).status).toBe(400);
    expect((await post("/decision-log", { log })).status).toBe(400);
    await other.close();
  });
  test("several at once are all kept, each on what the one before it left", async () => {
    const before = (await dossier.decisions()).length;
    const id = await statementWith("quotas remain open");
    const days = ["01", "02", "03", "04", "05", "06"].map((day) => `2031-03-${day}`);
    const answers = await Promise.all(
      days.map((day) => post("/decisions", { kind: "date-statement", args: [id, day] })),
    );
    expect(answers.map(({ status }) => status)).toEqual(days.map(() => 201));
    const log = await dossier.decisions();
    expect(log).toHaveLength(before + days.length);
    expect(new Set(log.map((entry) => entry.id)).size).toBe(log.length);
    expect(new Set(log.map(({ at }) => at)).size).toBe(log.length);
    expect(
      (await json<{ rows: unknown[] }>(ask("/decisions?kind=date-statement&author=Ada&state=in%20force"))).rows,
    ).toHaveLength(1);
  });
  test.each([
    ["no such kind", { kind: "praise", args: ["x"] }, 400, "praise"],
    ["nothing named so", { kind: "rename-actor", args: ["Nobody at all", "x"] }, 400, "Nobody at all"],
    ["too little", { kind: "rename-actor", args: [] }, 400, "takes"],
    ["no list", { kind: "rename-actor", args: "Arvania" }, 400, "args"],
    ["another's name", { kind: "rename-actor", args: ["Arvania", "x"], by: "Ben" }, 400, "by"],
    ["no date", { kind: "date-event", args: ["e-1", "soonish"] }, 400, ""],
    ["nothing", null, 400, ""],
  ])("%s is refused", async (_, body, status, words) => {
    const response = await post("/decisions", body);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect((await json<{ detail: string }>(response)).detail).toContain(words);
  });
  test("what is no JSON, or too much", async () => {
    const send = (body: string, type = "application/json") =>
      ask("/decisions", { method: "POST", body, headers: { "Content-Type": type } });
    expect((await send("{")).status).toBe(400);
    expect((await send("{}", "text/plain")).status).toBe(415);
    expect((await send(`"${"a".repeat(1_000_001)}"`)).status).toBe(413);
  });
});

describe("who may not write", () => {
  const draft = { kind: "rename-actor", args: ["Arvania", "x"] };
  test.each([
    ["nobody", { Authorization: "" }, 401],
    ["who has another token", { Authorization: "Bearer other" }, 403],
    ["a page of another site", { Origin: "https://evil.example", Host: "localhost" }, 403],
    ["a page of another site, as browsers say", { "Sec-Fetch-Site": "cross-site" }, 403],
  ])("%s", async (_, headers, status) => {
    const before = await dossier.version();
    const calls = [
      post("/decisions", draft, headers),
      post("/decisions/c-1/undo", {}, headers),
      post("/decision-log", [], headers),
      ask("/documents", { method: "POST", body: "Envoys met.", headers: { "Content-Type": "text/plain", ...headers } }),
    ];
    for (const response of await Promise.all(calls)) {
      expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
      if (status === 401) expect(response.headers.get("www-authenticate")).toBe("Bearer");
    }
    expect(await dossier.version()).toBe(before);
  });
  test("anybody, where the server only reads", async () => {
    expect((await post("/decisions", draft, {}, served(dossier, readOnlyAccess()))).status).toBe(403);
    const response = await post("/decisions", draft, {}, served(dossier, null));
    expect([404, 405]).toContain(response.status);
  });
  test("a page of this server may, with its token", async () => {
    const headers = { Authorization: "", "X-Parley-Token": token, Origin: "http://localhost", Host: "localhost" };
    expect((await post("/decision-log", [], headers)).status).toBe(200);
  });
});

describe("users of a file", () => {
  const ada = withToken(withUser([], "Ada Vale", "editor", "scrypt$1$1$1$a$a"), "Ada Vale");
  const both = withToken(withUser(ada.users, "Rea", "reader", "scrypt$1$1$1$a$a"), "Rea");
  const on = () => served(dossier, usersAccess({ users: () => both.users }));
  const bearer = (own: string) => ({ Authorization: `Bearer ${own}` });
  const draft = { kind: "rename-actor", args: ["ostrania-of-nowhere", "x"] };

  test("an editor's program writes under his name, a reader's does not, nobody else either", async () => {
    const id = await statementWith("quotas remain open");
    const dated = { kind: "date-statement", args: [id, "2031-03-08"], dryRun: true };
    const written = await post("/decisions", dated, bearer(ada.token), on());
    expect(written.status).toBe(200);
    expect((await json<{ decision: { author: string } }>(written)).decision.author).toBe("Ada Vale");
    expect((await post("/decisions", draft, bearer(both.token), on())).status).toBe(403);
    expect((await post("/decisions", draft, {}, on())).status).toBe(401);
  });
  test("a language model gets tools that write only for an editor", async () => {
    const app = mcpRoute(
      mcpOverHttp(dossier, { version: "1", writing: { dossier, now } }),
      usersAccess({ users: () => both.users }),
    );
    const tools = async (own: string): Promise<readonly string[]> => {
      const response = await app.request("/", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json, text/event-stream", ...bearer(own) },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
      });
      const { result } = await json<{ result: { tools: { name: string }[] } }>(response);
      return result.tools.map(({ name }) => name);
    };
    expect(await tools(ada.token)).toContain("decide");
    expect(await tools(both.token)).not.toContain("decide");
  });
});

type Told = { readonly event: string; readonly id: number; readonly data: Json };
/** The events of a stream. */
const eventsIn = async (response: Response): Promise<readonly Told[]> =>
  (await response.text())
    .split("\n\n")
    .filter((block) => block.includes("data: "))
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? "",
      id: Number(/^id: (.*)$/m.exec(block)?.[1]),
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null") as Json,
    }));
const form = (files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): FormData => {
  const sent = new FormData();
  for (const [name, text] of Object.entries(files)) sent.append("file", new File([text], name));
  return sent;
};
const report = (nth: number, day = 12): string =>
  `Talks, part ${nth}\n\nLASSE, March ${day}, 2031. Tolland and Brandt met in Lasse on Wednesday for session ${nth}. "Session ${nth} was short," Brandt said.\n`;

describe("reports", () => {
  let into: Dossier;
  let on: Hono;
  beforeAll(async () => {
    into = await openDossier(join(folder, "sent.parley"));
    on = served(into);
  });
  afterAll(() => into.close());
  const send = (body: Body, headers: Record<string, string> = {}, query = "") =>
    ask(`/documents${query}`, { method: "POST", body, headers }, on);

  test("several as a form: accepted, then read, each told when it is lasting", async () => {
    const accepted = await send(form({ "a.txt": report(1), "b.txt": report(2), "c.bin": new Uint8Array([0, 1, 255]) }));
    expect(accepted.status).toBe(202);
    const { id, total, events } = await json<{ id: string; total: number; events: string }>(accepted);
    expect([accepted.headers.get("location"), events, total]).toEqual([
      `/api/v1/intakes/${id}`,
      `/api/v1/intakes/${id}/events`,
      3,
    ]);
    const told = await eventsIn(await Promise.resolve(on.request(events)));
    expect(told.map(({ event, id: number }) => [event, number])).toEqual([
      ["report", 0],
      ["report", 1],
      ["report", 2],
      ["done", 3],
    ]);
    expect(told[0]?.data).toMatchObject({ done: 1, total: 3, outcome: { kind: "taken", uri: "a.txt" } });
    expect(told[2]?.data).toMatchObject({ outcome: { kind: "skipped", uri: "c.bin", reason: expect.any(String) } });
    const rest = await eventsIn(await ask(`/intakes/${id}/events`, { headers: { "Last-Event-ID": "1" } }, on));
    expect(rest).toEqual(told.slice(2));
    expect(await json(ask(`/intakes/${id}`, {}, on))).toMatchObject({ state: "done", done: 3, total: 3 });
    expect((await json<{ total: number }>(ask("/documents", {}, on))).total).toBe(2);
  });
  test("the same again is there already", async () => {
    const { outcomes } = await json<{ outcomes: Json[] }>(send(form({ "a.txt": report(1) }), {}, "?wait=true"));
    expect(outcomes).toEqual([{ kind: "there", uri: "a.txt", id: expect.stringMatching(/^d-/) }]);
  });
  test("a single one as the body, named or by its hash; the same as parley read takes in", async () => {
    const text = { "Content-Type": "text/plain; charset=utf-8" };
    const named = await json<{ outcomes: { uri: string; id: string }[] }>(
      send(reports["01-call.txt"] ?? "", text, "?wait=true&name=clippings/01-call.txt"),
    );
    expect(named.outcomes[0]).toMatchObject({ kind: "taken", uri: "clippings/01-call.txt" });
    expect((await dossier.record()).documents.map(({ id }) => id)).toContain(named.outcomes[0]?.id);
    const hashed = await json<{ outcomes: { uri: string }[] }>(
      send("<p>Envoys met on Monday.</p>", { "Content-Type": "text/html" }, "?wait=true"),
    );
    expect(hashed.outcomes[0]?.uri).toMatch(/^upload:[0-9a-f]{12}\.html$/);
  });
  test("the stream is the answer where events are accepted", async () => {
    const response = await send(report(3), { "Content-Type": "text/plain", Accept: "text/event-stream" });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    expect((await eventsIn(response)).map(({ event }) => event)).toEqual(["report", "done"]);
  });
  test("who goes away does not stop it; two at once are read one after the other, and nothing is lost", async () => {
    const before = await into.count();
    const files = (from: number) =>
      form(Object.fromEntries(Array.from({ length: 8 }, (_, nth) => [`s${from + nth}.txt`, report(from + nth, 13)])));
    const [one, two] = await Promise.all([
      send(files(100), { Accept: "text/event-stream" }),
      json<{ id: string; events: string }>(send(files(200))),
    ]);
    await one.body?.cancel(); // the first sender goes away at once
    const told = await eventsIn(await Promise.resolve(on.request(two.events)));
    expect(told.map(({ event }) => event)).toEqual([...Array(8).fill("report"), "done"]);
    expect(await into.count()).toBe(before + 16);
    const states = await json<{ state: string; done: number }[]>(ask("/intakes", {}, on));
    expect(states.slice(0, 2).map(({ state, done }) => [state, done])).toEqual([
      ["done", 8],
      ["done", 8],
    ]);
  });
  test.each([
    ["no type", "x", {}, "", 415],
    ["a type that is not taken", "{}", { "Content-Type": "application/json" }, "", 415],
    ["a type that every object knows", "x", { "Content-Type": "constructor" }, "", 415],
    ["an empty body", "", { "Content-Type": "text/plain" }, "", 400],
    ["a form that is cut off", "--x\r\nContent-Dis", { "Content-Type": "multipart/form-data; boundary=x" }, "", 400],
    ["a form without its boundary", "x", { "Content-Type": "multipart/form-data" }, "", 400],
    ["too much", "a".repeat(50_000_001), { "Content-Type": "text/plain" }, "", 413],
    ["another parameter", "x", { "Content-Type": "text/plain" }, "?as=x", 400],
  ])("%s is refused, and nothing is read", async (_, body, headers, query, status) => {
    const before = await into.version();
    const sent = typeof body === "string" ? new TextEncoder().encode(body) : body;
    const response = await send(sent, headers as Record<string, string>, query);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await into.version()).toBe(before);
  });
  test("a form without a file, or with too many", async () => {
    const fields = new FormData();
    fields.append("file", "only words");
    expect((await send(fields)).status).toBe(400);
    expect(
      (await send(form(Object.fromEntries(Array.from({ length: 501 }, (_, nth) => [`${nth}`, "x"]))))).status,
    ).toBe(413);
  });
  test("an intake that nobody knows", async () => {
    for (const path of ["/intakes/i-nothing", "/intakes/i-nothing/events"])
      expect((await ask(path, {}, on)).status).toBe(404);
  });
  test("what breaks is told, and what comes after it is read", async () => {
    const failing = { ...into, takeIn: () => Promise.reject(new Error("disk")) };
    const bad = served(failing);
    const answer = await json<{ state: string; detail: string }>(
      ask("/documents?wait=true", { method: "POST", body: "x", headers: { "Content-Type": "text/plain" } }, bad),
    );
    expect(answer).toMatchObject({ state: "failed", detail: expect.stringContaining("send the others again") });
    expect(answer.detail).not.toContain("disk");
    expect(broken.splice(0)).toHaveLength(1);
  });
});

describe("names that are sent", () => {
  test.each([
    ["a.txt", "a.txt"],
    ["sub/a.txt", "sub/a.txt"],
    ["..\\..\\a.txt", "a.txt"],
    ["/etc/passwd", "etc/passwd"],
    ["../../x", "x"],
    [" . / .. ", null],
    ["", null],
    ["a\u0000b", null],
    ["x".repeat(401), null],
  ])("%j is %j", (name, address) => expect(addressOf(name)).toBe(address));
  test("no name leads out of the dossier", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const address = addressOf(name);
        if (address !== null) expect(address.split("/").some((part) => ["", ".", ".."].includes(part))).toBe(false);
      }),
    );
  });
});

test("nothing broke in all that", () => expect(broken).toEqual([]));
