// Who may read and write: tokens and origins, sessions and their cookies, wrong passwords, what is too large, too slow, or not
// an address of this server. Each is tried, on pages, REST and MCP alike.
import { connect } from "node:net";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/model/decision.js";
import type { Deciding, Draft } from "../../src/parley.js";
import { isSame, newSecret, ownAccess, readOnlyAccess } from "../../src/serve/access.js";
import type { ChangedDossier } from "../../src/serve/api/writing.js";
import { appOf } from "../../src/serve/app.js";
import { ownPath } from "../../src/serve/gate.js";
import { startServer } from "../../src/serve/serve.js";
import { sessionHours, sessionsOf } from "../../src/serve/sessions.js";
import {
  hashedPassword,
  isPassword,
  parseUsers,
  type User,
  usersText,
  withoutUser,
  withToken,
  withUser,
} from "../../src/serve/users.js";
import { usersAccess } from "../../src/serve/users-access.js";
import { record } from "../pages/fixture.js";

const token = "token-of-this-server";
const log: Decision[] = [];
/** A dossier that only remembers what was decided, by whom. */
const changed = {
  version: async () => 1,
  decisions: async () => log,
  decisionLog: async () => ({
    entries: [],
    conflicts: [],
    agreement: { coders: [], fields: [], units: 0, alpha: null },
  }),
  decide: async ({ kind }: Draft, { author, at, reason, dryRun }: Deciding) => {
    const decision: Decision = {
      id: `c-${log.length}`,
      at,
      author,
      reason,
      supersedes: null,
      action: { kind, on: [], value: null },
    };
    if (dryRun !== true) log.push(decision);
    return { decision, changes: [] };
  },
  undecide: async () => {
    throw new Error("not tried here");
  },
  importDecisions: async () => ({ added: 0, known: 0 }),
  takeIn: async () => {
    throw new Error("not tried here");
  },
} as unknown as ChangedDossier;
const served = { title: async () => record.dossier.title, version: async () => 1, record: async () => record };
const now = (): string => "2031-04-01T00:00:00.000Z";

let users: readonly User[] = [];
let passwords: Record<"ada" | "rita", string>;
beforeAll(async () => {
  passwords = { ada: "a long password", rita: "another long one" };
  users = withUser(users, "ada", "editor", await hashedPassword(passwords.ada));
  users = withUser(users, "rita", "reader", await hashedPassword(passwords.rita));
});
afterAll(() => {
  log.length = 0;
});

const own = (): Hono => {
  const access = ownAccess({ author: "Ada", token });
  const mcp = async (_: Request, author?: string | null): Promise<Response> => new Response(`as ${author ?? "nobody"}`);
  return appOf(served, { access, writing: { dossier: changed, access, now }, mcp, onlyOwnHost: true });
};
const shared = (clock: () => number = Date.now): Hono => {
  const access = usersAccess({ users: () => users, now: clock });
  const mcp = async (_: Request, author?: string | null): Promise<Response> => new Response(`as ${author ?? "nobody"}`);
  return appOf(served, { access, writing: { dossier: changed, access, now }, mcp });
};
type Fields = Readonly<Record<string, string>>;
const host = { host: "localhost" };
const send = (app: Hono, path: string, fields: Fields, headers: Fields = {}): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { ...host, "Content-Type": "application/x-www-form-urlencoded", ...headers },
    }),
  );
const get = (app: Hono, path: string, headers: Fields = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: { ...host, ...headers } }));
const cookieOf = (response: Response): string => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const signIn = async (app: Hono, name: "ada" | "rita"): Promise<string> =>
  cookieOf(await send(app, "/account", { name, password: passwords[name] }));
/** The token that forms of a session send, as its pages have it. */
const formToken = async (app: Hono, cookie: string): Promise<string> => {
  const page = await (await get(app, "/review", { cookie })).text();
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
};
const save = "/decide?kind=confirm&arg=s-1&back=/statements";
const json = { "Content-Type": "application/json" };
const draft = JSON.stringify({ kind: "confirm", args: ["s-1"] });
const rest = (app: Hono, headers: Fields): Promise<Response> =>
  Promise.resolve(
    app.request("/api/v1/decisions", { method: "POST", body: draft, headers: { ...host, ...json, ...headers } }),
  );

describe("on this machine", () => {
  const app = own();
  test("the token of the page writes, under the name of who serves", async () => {
    const response = await send(app, save, { token, reason: "seen" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/statements?decided=c-0#fix-s-1"]);
    expect(log.at(-1)).toMatchObject({ author: "Ada", reason: "seen", at: now() });
  });
  test.each<[string, Fields, Fields]>([
    ["no token", {}, {}],
    ["another token", { token: newSecret() }, {}],
    ["a page of another site", { token }, { origin: "https://evil.example" }],
    ["a page without an origin", { token }, { origin: "null" }],
    ["another port", { token }, { origin: "http://localhost:1" }],
    ["what the browser calls cross-site", { token }, { "sec-fetch-site": "cross-site" }],
    ["what the browser calls same-site", { token }, { "sec-fetch-site": "same-site" }],
  ])("%s writes nothing", async (_, fields, headers) => {
    const count = log.length;
    expect((await send(app, save, fields, headers)).status).toBe(403);
    expect((await send(app, "/decisions?undo=c-0", fields, headers)).status).toBe(403);
    expect(log.length).toBe(count);
  });
  test("an old token gives the preview again, with the one that holds and what was filled in", async () => {
    const response = await send(app, save, { token: "of the server before", reason: "as the agency says" });
    const page = await response.text();
    expect(response.status).toBe(403);
    for (const part of ["started anew", `value="${token}"`, "as the agency says"]) expect(page).toContain(part);
  });
  test("the token stands only in pages that nobody keeps", async () => {
    for (const path of ["/", "/statements", "/actors"])
      expect(await (await get(app, path)).text()).not.toContain(token);
    const review = await get(app, "/review");
    expect([(await review.text()).includes(token), review.headers.get("cache-control")]).toEqual([true, "no-store"]);
  });
  test("another site cannot make it try corrections", async () => {
    expect((await get(app, save, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await get(app, save, { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
  test.each<[string, Fields, number]>([
    ["a bearer token", { authorization: `Bearer ${token}` }, 201],
    ["none", {}, 401],
    ["a wrong one", { authorization: "Bearer x" }, 403],
    ["another site with it", { authorization: `Bearer ${token}`, origin: "https://evil.example" }, 403],
  ])("REST with %s", async (_, headers, status) => {
    expect((await rest(app, headers)).status).toBe(status);
  });
  test.each<[string, Fields, string]>([
    ["a bearer token", { authorization: `Bearer ${token}` }, "as Ada"],
    ["none", {}, "as nobody"],
  ])("MCP with %s", async (_, headers, told) => {
    const response = await app.request("/mcp", {
      method: "POST",
      body: "{}",
      headers: { ...host, ...json, ...headers },
    });
    expect(await response.text()).toBe(told);
  });
});

describe("without users on a network", () => {
  const access = readOnlyAccess();
  const app = appOf(served, { access, writing: { dossier: changed, access, now } });
  test("everybody reads, nobody writes, and no page has a form for it", async () => {
    const page = await (await get(app, "/actors/oduya")).text();
    for (const word of ["corrections", "/review", "/decide"]) expect(page).not.toContain(`"${word}`);
    expect((await send(app, save, { token })).status).toBe(403);
    expect((await rest(app, { authorization: `Bearer ${token}` })).status).toBe(403);
    for (const path of ["/review", "/decisions", save]) expect((await get(app, path)).status).toBe(403);
  });
});

describe("with users", () => {
  const app = shared();
  test("who has not signed in reads nothing, and is told how", async () => {
    const page = await get(app, "/statements?page=2");
    expect([page.status, page.headers.get("location")]).toEqual([303, "/account?next=%2Fstatements%3Fpage%3D2"]);
    for (const path of ["/api/v1/statements", "/export/json"]) {
      const response = await get(app, path);
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    expect((await app.request("/mcp", { method: "POST", headers: host })).status).toBe(401);
    const signing = await (await get(app, "/account")).text();
    expect(signing).not.toContain(record.dossier.title);
  });
  test("the cookie is for this site's requests only, out of reach of scripts, and ends", async () => {
    const flags = async (headers: Fields): Promise<string> =>
      (await send(app, "/account", { name: "ada", password: passwords.ada }, headers)).headers.get("set-cookie") ?? "";
    const plain = await flags({});
    for (const flag of ["HttpOnly", "SameSite=Strict", "Path=/", `Max-Age=${sessionHours * 3600}`])
      expect(plain).toContain(flag);
    expect(plain).not.toContain("Secure");
    expect(plain).not.toContain("ada");
    expect(await flags({ "x-forwarded-proto": "https" })).toContain("Secure");
  });
  test("an editor writes with the token of the session; under the own name", async () => {
    const cookie = await signIn(app, "ada");
    expect((await get(app, "/statements", { cookie })).status).toBe(200);
    const own = await formToken(app, cookie);
    expect((await send(app, save, { token: own }, { cookie })).status).toBe(303);
    expect(log.at(-1)?.author).toBe("ada");
    const count = log.length;
    expect((await send(app, save, {}, { cookie })).status).toBe(403);
    expect((await send(app, save, { token: await formToken(app, await signIn(app, "ada")) }, { cookie })).status).toBe(
      403,
    );
    expect((await send(app, save, { token: own }, { cookie, origin: "https://evil.example" })).status).toBe(403);
    expect((await rest(app, { cookie })).status).toBe(401); // a cookie alone writes nothing
    expect(log.length).toBe(count);
  });
  test("a reader reads and writes nothing", async () => {
    const cookie = await signIn(app, "rita");
    const page = await (await get(app, "/statements", { cookie })).text();
    expect(page).toContain("rita");
    expect(page).not.toContain('class="fix"');
    expect((await send(app, save, { token: "x" }, { cookie })).status).toBe(403);
    expect((await get(app, "/review", { cookie })).status).toBe(403);
  });
  test("pages of one are not shown to another", async () => {
    const [ada, rita] = [await signIn(app, "ada"), await signIn(app, "rita")];
    expect(await (await get(app, "/actors", { cookie: ada })).text()).toContain(">ada<");
    expect(await (await get(app, "/actors", { cookie: rita })).text()).not.toContain(">ada<");
    for (const path of ["/actors", "/api/v1/actors"])
      expect((await get(app, path, { cookie: ada })).headers.get("cache-control")).toBe("private, no-cache");
  });
  test("signing out ends the session, also for who kept the cookie", async () => {
    const cookie = await signIn(app, "ada");
    const out = await send(app, "/account", { leave: "yes" }, { cookie });
    expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await get(app, "/statements", { cookie })).status).toBe(303);
  });
  test("a session ends by time, with its user, and with its password", async () => {
    let clock = 0;
    const timed = shared(() => clock);
    const cookie = await signIn(timed, "ada");
    expect((await get(timed, "/statements", { cookie })).status).toBe(200);
    clock = sessionHours * 3_600_000 - 1;
    expect((await get(timed, "/statements", { cookie })).status).toBe(200);
    clock++;
    expect((await get(timed, "/statements", { cookie })).status).toBe(303);
    const again = await signIn(timed, "rita");
    const kept = users;
    users = withoutUser(users, "rita");
    expect((await get(timed, "/statements", { cookie: again })).status).toBe(303);
    users = withUser(kept, "rita", "reader", await hashedPassword("yet another one"));
    expect((await get(timed, "/statements", { cookie: again })).status).toBe(303);
    users = kept;
  });
  test("wrong passwords are counted: then not even the right one lets in, for a while; others are let in", async () => {
    const counting = shared();
    const tryIt = (name: string, password: string): Promise<Response> => send(counting, "/account", { name, password });
    for (let time = 0; time < 6; time++) expect((await tryIt("ada", "not the password")).status).toBe(401);
    const late = await tryIt("ada", passwords.ada);
    expect([late.status, Number(late.headers.get("retry-after")) > 60]).toEqual([429, true]);
    expect(late.headers.get("set-cookie")).toBeNull();
    expect((await tryIt("rita", passwords.rita)).status).toBe(303);
  });
  test("many at once are not free, and names that nobody bears are answered like others", async () => {
    const counting = shared();
    const all = await Promise.all(
      Array.from({ length: 12 }, () => send(counting, "/account", { name: "nobody", password: "not the password" })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(6).fill(401), ...Array(6).fill(429)]);
    const texts = await Promise.all([
      send(shared(), "/account", { name: "nobody", password: "not the password" }),
      send(shared(), "/account", { name: "ada", password: "not the password" }),
    ]);
    const [a, b] = await Promise.all(texts.map((response) => response.text()));
    expect(a?.replace("nobody", "ada")).toBe(b);
  });
  test("another site cannot sign somebody in, or out", async () => {
    const evil = { origin: "https://evil.example" };
    const response = await send(app, "/account", { name: "ada", password: passwords.ada }, evil);
    expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
    const cookie = await signIn(app, "ada");
    await send(app, "/account", { leave: "yes" }, { cookie, ...evil });
    expect((await get(app, "/statements", { cookie })).status).toBe(200);
  });
  test("a program's token reads and writes as its user does; a new password ends it", async () => {
    const kept = users;
    const ada = withToken(users, "ada");
    const rita = withToken(ada.users, "rita");
    users = rita.users;
    expect(usersText(users)).not.toContain(ada.token);
    const as = (own: string): Fields => ({ authorization: `Bearer ${own}` });
    expect((await get(app, "/api/v1/actors", as(rita.token))).status).toBe(200);
    expect((await rest(app, as(rita.token))).status).toBe(403);
    expect((await rest(app, as(ada.token))).status).toBe(201);
    expect(log.at(-1)?.author).toBe("ada");
    expect((await rest(app, as(newSecret()))).status).toBe(401);
    users = withUser(users, "ada", "editor", await hashedPassword(passwords.ada));
    expect((await rest(app, as(ada.token))).status).toBe(401);
    users = kept;
  });
});

describe("addresses to go to", () => {
  test.each([
    ["/statements?page=2#x", "/statements?page=2#x"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["", "/"],
    [undefined, "/"],
    ["/a/../../b", "/b"],
  ])("%s leads to %s", (asked, path) => {
    expect(ownPath(asked)).toBe(path);
  });
  test.each([
    "/..%2f..%2fetc%2fpasswd",
    "/documents/..%2F..%2Fpackage.json",
    "/export/..%2F..%2Fjson",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/documents/%00",
  ])("%s is nothing here", async (path) => {
    expect((await get(own(), path)).status).toBe(404);
  });
});

describe("what is too much", () => {
  test.each(["/account", save, "/decisions?undo=c-0"])("a form of 200,000 bytes to %s is refused", async (path) => {
    const cookie = await signIn(shared(), "ada");
    const app = path === "/account" ? shared() : own();
    const response = await send(app, path, { token, reason: "x".repeat(200_000) }, { cookie });
    expect(response.status).toBe(413);
  });
  test("a body that arrives too slowly ends its connection, and others are answered meanwhile", async () => {
    const access = ownAccess({ author: "Ada", token });
    const server = await startServer(served, {
      port: 0,
      access,
      writing: { dossier: changed, access, now },
      patience: 300,
    });
    try {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(server.port, "127.0.0.1");
        let told = "";
        socket.on("data", (part) => {
          told += String(part);
        });
        socket.on("close", () => resolve(told));
        socket.on("error", reject);
        socket.write(
          `POST ${save} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntoken=`,
        );
        void fetch(`http://127.0.0.1:${server.port}/healthz`).then(async (other) =>
          expect(await other.text()).toBe("ok\n"),
        );
      });
      expect(answer).toMatch(/^HTTP\/1\.1 (?:408|400)|^$/);
    } finally {
      await server.close();
    }
  }, 20_000);
});

describe("the file of users", () => {
  test("passwords are kept as what scrypt makes of them, each with its own salt", async () => {
    const [a, b] = [await hashedPassword("the same words"), await hashedPassword("the same words")];
    expect(a).not.toBe(b);
    expect(a).not.toContain("the same");
    const user: User = { name: "ada", role: "editor", password: a, tokens: [] };
    expect([
      await isPassword(user, "the same words"),
      await isPassword(user, "the same word"),
      await isPassword(null, "the same words"),
    ]).toEqual([true, false, false]);
    await expect(hashedPassword("short")).rejects.toThrow(/10 to 200/);
  });
  test("what is written is read again", () => {
    expect(parseUsers(usersText(users), "u.json")).toEqual(users);
  });
  test.each(["", "{}", "[]", '{"users":[{"name":"a"}]}', '{"users":[],"more":1}'])("%j is none", (text) => {
    expect(() => parseUsers(text, "u.json")).toThrow(/u\.json: it is no file of users/);
  });
  test.each(["", " ada", "ada\n", "<b>", "a".repeat(101)])("%j is no name", (name) => {
    expect(() => withUser([], name, "reader", "x")).toThrow(/no name/);
  });
  test("nobody else is changed", () => {
    expect(withoutUser(users, "ada").map(({ name }) => name)).toEqual(["rita"]);
    expect(() => withoutUser(users, "nobody")).toThrow(/no user/);
    expect(() => withToken(users, "nobody")).toThrow(/no user/);
  });
});

test("secrets are compared whole, sessions are many and each its own", () => {
  expect([isSame("a", "a"), isSame("a", "b"), isSame("a", "aa"), isSame("", "")]).toEqual([true, false, false, true]);
  const sessions = sessionsOf(() => 0);
  const secrets = Array.from({ length: 50 }, () => sessions.open("ada", "hash"));
  expect(new Set(secrets).size).toBe(50);
  expect(new Set(secrets.map((secret) => sessions.of(secret)?.token)).size).toBe(50);
  expect([sessions.of("x"), sessions.of(undefined)]).toEqual([null, null]);
});
