// The dossier for language models: the official client lists and calls every tool and reads every resource, within the process
// and over a process's standard input and output; malformed calls get errors.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import fc from "fast-check";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mcpOf, mcpOverHttp } from "../../src/mcp/mcp.js";
import { type Dossier, findSources, openDossier } from "../../src/parley.js";
import { queries } from "../../src/query/queries.js";
import { ownAccess } from "../../src/serve/access.js";
import { mcpRoute } from "../../src/serve/mcp-route.js";
import { startServer } from "../../src/serve/serve.js";
import { compile } from "../compiled.js";
import { writeReports } from "../dossier/reports.js";
import { record, recordAsOf } from "../pages/fixture.js";

type Result = {
  readonly content: readonly { text: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
};

let version = 1;
let made = 0;
const dossier = {
  title: async () => record.dossier.title,
  version: async () => version,
  record: async ({ asOf = null }: Parameters<Parameters<typeof mcpOf>[0]["record"]>[0] = {}) => {
    made++;
    return asOf === null ? record : recordAsOf(asOf);
  },
};

/** A client joined to a server over a dossier, in this process. */
async function joined(
  over: Parameters<typeof mcpOf>[0] = dossier,
  onError?: (error: unknown) => void,
): Promise<Client> {
  const [mine, its] = InMemoryTransport.createLinkedPair();
  await mcpOf(over, { version: "1", ...(onError ? { onError } : {}) }).connect(its);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(mine);
  return client;
}
const call = async (client: Client, name: string, args: Record<string, unknown> = {}): Promise<Result> =>
  (await client.callTool({ name, arguments: args })) as unknown as Result;

/** What each tool needs, of a record. */
const needs: Readonly<Record<string, Record<string, unknown>>> = {
  search: { words: "river" },
  compare: { documents: record.documents.map(({ id }) => id).join(",") },
  event: { id: record.events[0]?.id },
  statement: { id: record.statements[0]?.id },
  actor: { id: record.actors[0]?.id },
  document: { id: record.documents[0]?.id },
  explain: { id: record.events[0]?.id },
};

describe("within the process", () => {
  let client: Client;
  beforeAll(async () => {
    client = await joined();
  });
  afterAll(() => client.close());

  test("every query is a tool that only reads", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(queries.map(({ name }) => name));
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description).toMatch(/evidence/);
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(inputSchema.additionalProperties).toBe(false);
      expect(outputSchema?.type).toBe("object");
      for (const property of Object.values(inputSchema.properties ?? {}))
        expect(property).toHaveProperty("description");
    }
    expect(client.getInstructions()).toContain("evidence");
  });
  test.each(queries.map(({ name }) => name))("%s answers, with its evidence", async (name) => {
    const { content, structuredContent, isError } = await call(client, name, needs[name]);
    expect(isError).toBeUndefined();
    expect(JSON.parse(content[0]?.text ?? "")).toEqual(structuredContent);
    const page = structuredContent as { rows?: unknown[] };
    if (name === "open") return; // nothing is open in this record
    expect(page.rows?.length).not.toBe(0);
    if (!name.startsWith("document") && name !== "outlets") expect(content[0]?.text).toMatch(/"sentence":"/);
  });
  test("as of a day, filtered, in pages", async () => {
    const id = "e-00000000000b";
    expect((await call(client, "event", { id, as_of: "2023-03-01" })).structuredContent).toMatchObject({
      status: "planned",
    });
    expect((await call(client, "statements", { actor: "Oduya", limit: 1 })).structuredContent).toMatchObject({
      offset: 0,
      next: 1,
    });
  });
  test("a record is linked once for a version", async () => {
    const before = made;
    await call(client, "chronicle");
    await call(client, "state");
    expect(made).toBe(before);
    version++;
    await call(client, "chronicle");
    expect(made).toBe(before + 1);
  });
  test("reports and the record are resources", async () => {
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(1 + record.documents.length);
    for (const { uri, mimeType } of resources) {
      const [read] = (await client.readResource({ uri })).contents as { uri: string; mimeType: string; text: string }[];
      expect(read).toMatchObject({ uri, mimeType });
      const document = record.documents.find(({ id }) => uri.endsWith(id));
      if (document) expect(read?.text).toBe(document.text);
      else expect(JSON.parse(read?.text ?? "")).toEqual(record);
    }
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(1);
  });
  test.each([
    ["event", { id: "e-0000000000" }, /no such line.*Near it: e-/],
    ["event", { id: "e-00000000000c", as_of: "2023-03-01" }, /as of 2023-03-01/],
    ["event", {}, /id/],
    ["event", { id: 7 }, /id/],
    ["chronicle", { from: "yesterday" }, /from/],
    ["chronicle", { from: "2023-04", to: "2023-03" }, /Swap/],
    ["chronicle", { akter: "Oduya" }, /akter/],
    ["chronicle", { limit: 1e6 }, /limit/],
    ["statements", { actor: "Oduja" }, /no actor is called "Oduja".*Near it/],
    ["chronicle", { actor: Array.from({ length: 1000 }, () => "a") }, /elements|actor/],
    ["nothing", {}, /not found/],
  ])("%s %#: an error that says why", async (name, args, why) => {
    const { content, isError } = await call(client, name, args as Record<string, unknown>);
    expect(isError).toBe(true);
    expect(content[0]?.text).toMatch(why);
  });
  test.each(["parley://document/d-000000000000", "parley://nothing", "file:///etc/passwd"])("%s is not read", (uri) =>
    expect(client.readResource({ uri })).rejects.toThrow(),
  );
  test("what breaks inside is told to the server, not to the client", async () => {
    const errors: unknown[] = [];
    const failing = await joined({ ...dossier, record: () => Promise.reject(new Error("disk")) }, (error) =>
      errors.push(error),
    );
    const { content, isError } = await call(failing, "chronicle");
    expect([isError, content[0]?.text.includes("disk"), errors.length]).toEqual([true, false, 1]);
    await failing.close();
  });
  test("nothing that is asked breaks it", async () => {
    const names = [...new Set(queries.flatMap(({ params }) => Object.keys(params.shape)))];
    const args = fc.dictionary(
      fc.oneof(fc.constantFrom(...names), fc.string()),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("Oduya", "2023-03", "e-00000000000b")),
      { maxKeys: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...queries.map(({ name }) => name)), args, async (name, asked) => {
        const { content, isError } = await call(client, name, asked as Record<string, unknown>);
        expect(content[0]?.text).not.toBe("");
        if (isError) expect(content[0]?.text).not.toContain("could not be made");
      }),
      { numRuns: 400 },
    );
  });
});

describe("over HTTP", () => {
  let [url, close]: [string, () => Promise<void>] = ["", async () => {}];
  beforeAll(async () => {
    const served = await startServer(dossier, { port: 0, mcp: mcpOverHttp(dossier, { version: "1" }) });
    [url, close] = [`${served.url}mcp`, served.close];
  });
  afterAll(() => close());
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json", Accept: "application/json, text/event-stream", ...headers },
    });
  const listTools = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });

  test("the client lists and calls every tool and reads every resource", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(new URL(url)) as unknown as Transport);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(queries.map(({ name }) => name));
    for (const { name } of tools) {
      const { isError, structuredContent } = await call(client, name, needs[name]);
      expect([name, isError, typeof structuredContent]).toEqual([name, undefined, "object"]);
    }
    expect((await call(client, "event", { id: "e-nothing" })).isError).toBe(true);
    for (const { uri } of (await client.listResources()).resources)
      expect((await client.readResource({ uri })).contents).toHaveLength(1);
    await client.close();
  });
  test("the record is linked once for all requests", async () => {
    await post(listTools);
    const before = made;
    await Promise.all(Array.from({ length: 5 }, () => post(listTools)));
    expect(made).toBe(before);
  });
  test.each([
    ["from another site's page", listTools, { Origin: "https://evil.example" }, 403],
    ["from a page without an origin", listTools, { Origin: "null" }, 403],
    ["as a form sends it", listTools, { "Content-Type": "text/plain" }, 415],
    ["too large", `"${"a".repeat(1_000_001)}"`, {}, 413],
    ["half a message", '{"jsonrpc":"2.0",', {}, 400],
    ["no message", "7", {}, 400],
    ["another thing", '{"a":1}', {}, 400],
  ])("%s: refused", async (_, body, headers, status) => {
    expect((await post(body, headers as Record<string, string>)).status).toBe(status);
  });
  test("only asking by POST", async () => {
    for (const method of ["GET", "PUT", "DELETE"]) {
      const response = await fetch(url, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });
  test("it answers after all that", async () => {
    expect((await post(listTools)).status).toBe(200);
    expect((await post(listTools, { Origin: new URL(url).origin })).status).toBe(200);
  });
});

describe("who may write", () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-mcp-write-"));
  const clippings = writeReports(join(folder, "clippings"));
  const writers = ["decisions", "decide", "undecide"];
  let over: Dossier;
  let seconds = 0;
  const now = (): string => new Date(Date.UTC(2031, 3, 1) + 1000 * seconds++).toISOString();
  beforeAll(async () => {
    over = await openDossier(join(folder, "talks.parley"));
    await over.takeIn(findSources([clippings], over.place));
  });
  afterAll(async () => {
    await over.close();
    rmSync(folder, { recursive: true, force: true });
  });
  /** Decides, looks, takes back, with every tool of who writes. */
  async function corrects(client: Client): Promise<void> {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...queries.map(({ name }) => name), ...writers]);
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)).toEqual([
      "decide",
      "undecide",
    ]);
    expect(client.getInstructions()).toContain("as Ada");
    const { structuredContent: found } = await call(client, "statements", { grep: "quotas remain open" });
    const [statement] = (found as { rows: { id: string }[] }).rows;
    const draft = { kind: "date-statement", args: [statement?.id, "2031-03-09"], reason: "as agreed" };
    const before = (await over.decisions()).length;
    const dry = (await call(client, "decide", { ...draft, dryRun: true })).structuredContent;
    expect(dry).toMatchObject({ saved: false, changes: expect.arrayContaining([expect.anything()]) });
    expect(await over.decisions()).toHaveLength(before);
    const done = (await call(client, "decide", draft)).structuredContent as {
      decision: { id: string; author: string };
    };
    expect([done.decision.author, (await over.decisions()).length]).toEqual(["Ada", before + 1]);
    expect((await call(client, "statement", { id: statement?.id })).structuredContent).toMatchObject({
      date: "2031-03-09",
    });
    const log = (await call(client, "decisions", { state: "in force", kind: "date-statement" })).structuredContent;
    expect(log).toMatchObject({ rows: [{ decision: { id: done.decision.id } }] });
    expect((await call(client, "undecide", { id: done.decision.id })).structuredContent).toMatchObject({ saved: true });
    for (const [name, args, why] of [
      ["undecide", { id: done.decision.id }, /superseded already/],
      ["undecide", { id: "c-nothing" }, /no decision has this id/],
      ["decide", { kind: "praise", args: [] }, /no kind of decision/],
      ["decide", { kind: "rename-actor", args: "x" }, /args/],
      ["decide", { ...draft, by: "Ben" }, /by/],
      ["decisions", { state: "lost" }, /state/],
    ] as const) {
      const { content, isError } = await call(client, name, args);
      expect([name, isError]).toEqual([name, true]);
      expect(content[0]?.text).toMatch(why);
    }
  }

  test("within the process: with a name there are tools that write", async () => {
    const [mine, its] = InMemoryTransport.createLinkedPair();
    await mcpOf(over, { version: "1", writing: { dossier: over, author: "Ada", now } }).connect(its);
    const client = new Client({ name: "test", version: "1" });
    await client.connect(mine);
    await corrects(client);
    await client.close();
  });
  test("over HTTP: with the token there are, without it there are none", async () => {
    const route = new Hono().route(
      "/mcp",
      mcpRoute(
        mcpOverHttp(over, { version: "1", writing: { dossier: over, now } }),
        ownAccess({ author: "Ada", token: "t0" }),
      ),
    );
    const server = createServer(getRequestListener(route.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
    const joinedWith = async (headers: Record<string, string>): Promise<Client> => {
      const client = new Client({ name: "test", version: "1" });
      await client.connect(
        new StreamableHTTPClientTransport(url, { requestInit: { headers } }) as unknown as Transport,
      );
      return client;
    };
    const writer = await joinedWith({ Authorization: "Bearer t0" });
    await corrects(writer);
    const reader = await joinedWith({});
    const { tools } = await reader.listTools();
    expect(tools.map(({ name }) => name)).toEqual(queries.map(({ name }) => name));
    const { content, isError } = await call(reader, "decide", { kind: "rename-actor", args: ["Arvania", "x"] });
    expect([isError, content[0]?.text]).toEqual([true, expect.stringMatching(/not found/)]);
    await expect(joinedWith({ Authorization: "Bearer other" })).rejects.toThrow(/token/);
    await Promise.all([writer.close(), reader.close()]);
    server.close();
    server.closeAllConnections();
  });
  test("as a process: only with --write", async () => {
    const command = join(compile("mcp-test"), "src", "cli", "index.js");
    const args = [command, "mcp", "-d", over.place, "--write", "--by", "Ada"];
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: "pipe" }));
    await corrects(client);
    await client.close();
  });
});

describe("as a process", () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-mcp-"));
  const path = join(folder, "talks.parley");
  const client = new Client({ name: "test", version: "1" });
  let command = "";
  beforeAll(async () => {
    const report = `Port talks resume in Lasse\n\nLASSE, March 10, 2031. Dockers and the port operator met in Lasse on Monday. "We reject the offer," union leader Mira Tolland said.\n`;
    writeFileSync(join(folder, "report.txt"), report);
    const taken = await openDossier(path);
    await taken.takeIn(findSources([join(folder, "report.txt")], path));
    await taken.close();
    command = join(compile("mcp-test"), "src", "cli", "index.js");
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [command, "mcp", "-d", path], stderr: "pipe" }),
    );
  });
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  test("the client lists and calls every tool", async () => {
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(queries.length);
    const first = async (listing: string): Promise<string> => {
      const { structuredContent } = await call(client, listing);
      return (structuredContent as { rows: { id: string }[] }).rows[0]?.id ?? "none";
    };
    const { structuredContent } = await call(client, "statements");
    const [statement] = (structuredContent as { rows: { id: string; speakers: string[] }[] }).rows;
    expect(statement?.speakers.join()).toContain("Tolland");
    const args: Readonly<Record<string, Record<string, unknown>>> = {
      search: { words: "offer" },
      statement: { id: statement?.id },
      explain: { id: statement?.id },
      event: { id: await first("chronicle") },
      compare: { event: await first("chronicle") },
      actor: { id: await first("actors") },
      document: { id: await first("documents") },
    };
    for (const { name } of tools) {
      const { content, isError } = await call(client, name, args[name]);
      expect([name, isError, content[0]?.text === ""]).toEqual([name, undefined, false]);
    }
  });
  test("who sends all at once and closes gets all answers; lines that are no messages are passed over", () => {
    const message = (id: number, method: string, params: object) =>
      JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const hello = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } };
    const input = [
      message(1, "initialize", hello),
      "no message",
      '{"jsonrpc":"2.0","id":',
      message(2, "tools/call", { name: "brief" }),
      message(3, "tools/call", { name: ["brief"] }),
      message(4, "nothing/like/it", {}),
    ];
    const { stdout, status } = spawnSync(process.execPath, [command, "mcp", "-d", path], {
      input: `${input.join("\n")}\n`,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: number; error?: object });
    expect(answers.map(({ id, error }) => [id, error !== undefined]).sort()).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, true],
    ]);
  });
  test("every resource is read", async () => {
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(2);
    for (const { uri } of resources) expect((await client.readResource({ uri })).contents).toHaveLength(1);
    const report = resources.find(({ uri }) => uri.startsWith("parley://document/"));
    expect(JSON.stringify(await client.readResource({ uri: report?.uri ?? "" }))).toContain("We reject the offer");
  });
});
