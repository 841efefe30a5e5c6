// Calls that nobody means, thrown at REST and MCP: wrong methods, addresses, parameters, headers, bodies, messages. Each must get an
// answer that says what is wrong; nothing may break, and the dossier must be whole after it.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import fc from "fast-check";
import { kindsOfDecisions } from "../../src/decide/draft.js";
import { exporters } from "../../src/export/index.js";
import { mcpOf, mcpOverHttp } from "../../src/mcp/mcp.js";
import type { Dossier, ParleyRecord } from "../../src/parley.js";
import { queries } from "../../src/query/queries.js";
import { ownAccess } from "../../src/serve/access.js";
import { appOf } from "../../src/serve/app.js";

export type Fuzzed = {
  /** Calls by what they got: HTTP status, or "answer" and "error" of a tool. */
  readonly got: ReadonlyMap<string, number>;
  /** What was told as broken inside, with where. */
  readonly broken: readonly string[];
};

const token = "t0ken";
const good = new Set([200, 201, 202, 304, 308, 400, 401, 403, 404, 405, 406, 409, 413, 415, 429]);

/** Texts that are nearly what is asked for, and texts that are nothing like it. */
const wordOf = (record: ParleyRecord): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      ...[
        "2031-03",
        "2031-02-30",
        "-1",
        "1e9",
        "NaN",
        "e-",
        "constructor",
        "__proto__",
        "../../etc/passwd",
        "%00",
        "",
        " ",
      ],
      ...["a".repeat(5000), "\u0000", "\ud800", '"', "'; DROP TABLE documents; --", '"unbalanced', "NEAR(", "*"],
    ),
    fc.constantFrom(
      ...[...record.actors, ...record.events, ...record.statements, ...record.issues].map(({ id }) => id as string),
      ...record.documents.map(({ uri }) => uri),
    ),
  );

const jsonOf = (word: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), word, fc.array(word, { maxLength: 4 }));

/** A body that is a decision, or nearly one, or none at all. */
const draftOf = (word: fc.Arbitrary<string>, { actors }: ParleyRecord): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("rename-actor"),
      args: fc.tuple(
        fc.constantFrom(...actors.map(({ id }) => id as string)),
        fc.constantFrom("Ada", "The Sound", "\u0000"),
      ),
      dryRun: fc.boolean(),
    }),
    fc.record(
      {
        kind: fc.oneof(fc.constantFrom(...kindsOfDecisions.map(({ kind }) => kind)), word),
        args: fc.oneof(fc.array(word, { maxLength: 4 }), jsonOf(word)),
        date: fc.oneof(word, fc.constant(null)),
        inDocument: word,
        reason: word,
        dryRun: fc.oneof(fc.boolean(), word),
      },
      { requiredKeys: [] },
    ),
    jsonOf(word),
  );

type Call = {
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Uint8Array | null;
};

type Operation = readonly [method: string, path: string];

/** Content types with bodies that are nearly, or not at all, of them. */
function bodyOf(
  word: fc.Arbitrary<string>,
  record: ParleyRecord,
): fc.Arbitrary<readonly [type: string, body: string | Uint8Array]> {
  const form = word.map(
    (name) => `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nEnvoys met.\r\n--x--\r\n`,
  );
  const type = fc.constantFrom(
    ...["application/json", "text/plain", "text/html", "multipart/form-data; boundary=x", "multipart/form-data"],
    ...["application/x-www-form-urlencoded", "application/octet-stream", "constructor", "text/plain; charset=nothing"],
  );
  const draft = draftOf(word, record).map((value) => JSON.stringify(value) ?? "");
  const any = fc.oneof(draft, form, fc.string({ unit: "binary", maxLength: 200 }), fc.uint8Array({ maxLength: 200 }));
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant("application/json"), draft) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("multipart/form-data; boundary=x"), form) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom("text/plain", "text/html"), fc.string({ maxLength: 200 })) },
    { weight: 2, arbitrary: fc.tuple(type, any) },
  );
}

/** A request to REST, most of them to what is described. Open parts of addresses are filled with anything. */
function callOf(record: ParleyRecord, operations: readonly Operation[]): fc.Arbitrary<Call> {
  const word = wordOf(record);
  const names = [
    ...new Set(queries.flatMap(({ params }) => Object.keys(params.shape))),
    "state",
    "kind",
    "author",
    "name",
    "wait",
  ];
  const part = word.map((text) => encodeURIComponent(text.toWellFormed()));
  const formats = exporters.map(({ name }): Operation => ["GET", `/exports/${name}`]);
  const writes = operations.filter(([method]) => method === "POST");
  const described = fc
    .tuple(fc.oneof(fc.constantFrom(...operations), fc.constantFrom(...writes), fc.constantFrom(...formats)), part)
    .map(([[method, path], filled]): Operation => [method, path.replace(/\{\w+\}/, filled)]);
  const other = fc.tuple(
    fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"),
    fc.oneof(
      part.map((text) => `/${text}`),
      fc.constantFrom(...operations.map(([, path]) => path)),
    ),
  );
  const query = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), word), word), { maxLength: 2 })
    .map((pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString());
  const line = word.map((text) => text.replace(/[^\x20-\x7e]/g, "").trim());
  const headers = fc.record(
    {
      Authorization: fc.constantFrom(...Array<string>(6).fill(`Bearer ${token}`), "Bearer x", "Basic eDp5", "Bearer"),
      Accept: fc.constantFrom("*/*", "text/event-stream", "application/json"),
      "If-None-Match": fc.oneof(line, fc.constant("*")),
      "Last-Event-ID": line,
    },
    { requiredKeys: ["Authorization"] },
  );
  const origin = fc.constantFrom(...Array<null>(8).fill(null), "http://localhost", "https://evil.example", "null");
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: described }, { weight: 1, arbitrary: other }),
      fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 3, arbitrary: query }),
      headers,
      origin,
      bodyOf(word, record),
    )
    .map(([[method, path], asked, all, from, [type, body]]): Call => {
      const hasBody = !["GET", "HEAD"].includes(method);
      return {
        method,
        address: `${path}${asked === "" ? "" : `?${asked}`}`,
        headers: Object.entries({
          ...all,
          ...(from === null ? {} : { Origin: from }),
          ...(hasBody ? { "Content-Type": type } : {}),
        }),
        body: hasBody ? body : null,
      };
    });
}

/** Arguments that many tools take. */
const goodArgs = (record: ParleyRecord): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    fc.constant({}),
    fc.record(
      { as_of: fc.constantFrom("2031-03", "2031-03-08"), grep: fc.constantFrom("talks", "the") },
      { requiredKeys: [] },
    ),
    fc.constantFrom(
      ...[...record.events, ...record.statements, ...record.actors].map(({ id }) => ({ id: id as string })),
    ),
    fc.constantFrom({ words: "talks" }, { words: '"the talks"' }),
  );

/** Messages that are nearly ones of the protocol. */
function messageOf(record: ParleyRecord, tools: readonly string[]): fc.Arbitrary<string> {
  const word = wordOf(record);
  const method = fc.oneof(
    fc.constantFrom(
      "tools/call",
      "tools/call",
      "tools/call",
      "tools/list",
      "resources/read",
      "resources/list",
      "initialize",
      "ping",
    ),
    word,
  );
  const argumentsOf = fc.oneof(
    { weight: 3, arbitrary: goodArgs(record) },
    { weight: 1, arbitrary: fc.dictionary(word, jsonOf(word), { maxKeys: 3 }) },
    { weight: 1, arbitrary: draftOf(word, record) },
  );
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...tools) }, { weight: 1, arbitrary: word });
  const uri = word.map((id) => `parley://document/${encodeURIComponent(id.toWellFormed())}`);
  const params = fc.oneof(
    { weight: 4, arbitrary: fc.record({ name, arguments: argumentsOf }) },
    { weight: 1, arbitrary: fc.record({ uri: fc.oneof(word, uri) }) },
    { weight: 1, arbitrary: jsonOf(word) },
  );
  const message = fc.record(
    {
      jsonrpc: fc.constantFrom(...Array<string>(12).fill("2.0"), "1.0"),
      id: fc.oneof(fc.nat(), fc.nat(), fc.nat(), word, fc.constant(null)),
      method,
      params,
    },
    { requiredKeys: ["jsonrpc", "method", "id"] },
  );
  return fc.oneof(
    { weight: 6, arbitrary: message.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: fc.array(message, { maxLength: 3 }).map((all) => JSON.stringify(all)) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
  );
}

/** What an answer should have been and is not; null: it is good. */
async function fault(response: Response, isProblem: boolean): Promise<string | null> {
  const { status } = response;
  const text = await response.text();
  if (!good.has(status)) return `${status}: ${text.slice(0, 200)}`;
  if (!isProblem || status < 400 || text === "") return null;
  const told = response.headers.get("content-type") === "application/problem+json" ? JSON.parse(text) : null;
  return told?.status === status && told.detail ? null : `${status} is no problem details: ${text.slice(0, 200)}`;
}

/** Throws `runs` calls at a dossier, half of them at REST, a quarter each at MCP within the process and over HTTP. Throws at the first that broke something. */
export async function fuzz(dossier: Dossier, runs: number, seed: number): Promise<Fuzzed> {
  const got = new Map<string, number>();
  const broken: string[] = [];
  const count = (what: string): void => void got.set(what, (got.get(what) ?? 0) + 1);
  const onError = (error: unknown, where: string): void => {
    broken.push(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  let clock = Date.UTC(2031, 3, 1);
  const now = (): string => new Date(++clock).toISOString();
  const access = ownAccess({ author: "Ada", token });
  const mcp = mcpOverHttp(dossier, { version: "1", onError, writing: { dossier, now } });
  const app = appOf(dossier, { onError, mcp, writing: { dossier, access, now } });
  const record = await dossier.record();
  const check = (found: string | null): void => {
    if (found !== null || broken.length > 0) throw new Error([found, ...broken].join("\n"));
  };

  const described = (await (await app.request("/api/v1/openapi.json")).json()) as {
    paths: Record<string, object>;
  };
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): Operation => [method.toUpperCase(), path]),
  );
  await fc.assert(
    fc.asyncProperty(callOf(record, operations), async ({ method, address, headers, body }) => {
      const sent = body === null ? {} : { body: body as BodyLike };
      const response = await app.request(`/api/v1${address}`, {
        method,
        headers: headers.map(([a, b]): [string, string] => [a, b]),
        ...sent,
      });
      count(`REST ${response.status}`);
      check(await fault(response, method !== "HEAD"));
    }),
    { numRuns: Math.ceil(runs / 2), seed, endOnFailure: true },
  );

  const [mine, its] = InMemoryTransport.createLinkedPair();
  await mcpOf(dossier, { version: "1", onError, writing: { dossier, author: "Ada", now } }).connect(its);
  const client = new Client({ name: "fuzz", version: "1" });
  await client.connect(mine);
  const tools = (await client.listTools()).tools.map(({ name }) => name);
  const word = wordOf(record);
  const params = [...new Set(queries.flatMap(({ params: own }) => Object.keys(own.shape)))];
  const args = fc.oneof(
    { weight: 3, arbitrary: goodArgs(record) },
    { weight: 2, arbitrary: fc.dictionary(fc.oneof(fc.constantFrom(...params), word), jsonOf(word), { maxKeys: 4 }) },
    { weight: 2, arbitrary: draftOf(word, record) },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...tools) }, word), args, async (name, asked) => {
      const told = await client
        .callTool({ name, arguments: asked as Record<string, unknown> })
        .catch((error: Error) => ({
          isError: true,
          content: [{ text: error.message }],
        }));
      count(told.isError === true ? "MCP error" : "MCP answer");
      const [first] = told.content as readonly { readonly text?: string }[];
      check(first?.text ? null : `${name} said nothing`);
    }),
    { numRuns: Math.ceil(runs / 4), seed, endOnFailure: true },
  );
  await client.close();

  await fc.assert(
    fc.asyncProperty(messageOf(record, tools), fc.boolean(), async (message, writes) => {
      const headers = {
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
        ...(writes ? { Authorization: `Bearer ${token}` } : {}),
      };
      const response = await app.request("/mcp", { method: "POST", headers, body: message });
      count(`MCP over HTTP ${response.status}`);
      check(await fault(response, false));
    }),
    { numRuns: Math.ceil(runs / 4), seed, endOnFailure: true },
  );
  return { got, broken };
}

type BodyLike = string | Uint8Array<ArrayBuffer>;
