// The dossier for language models (Model Context Protocol): each named query is a tool, reports and the record are resources.
// Writes only for who may: then there are tools for it. The only file that knows the protocol's library.
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { type CallToolResult, ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import { jsonPieces } from "../model/json.js";
import type { RecordDocument } from "../model/record.js";
import { limitOf } from "../query/params.js";
import { type Query, queries } from "../query/queries.js";
import { type AskedDossier, ask, looksOf, type Told } from "./ask.js";
import { type Writing, writingInstructions, writingTools } from "./write.js";

export type McpOptions = {
  /** Parley's version, told to clients. */
  readonly version: string;
  /** Told of what broke, with where. */
  readonly onError?: (error: unknown, where: string) => void;
  /** Corrections by whoever is served; absent: nothing is written. */
  readonly writing?: Writing | undefined;
};

const usualRows = 20; // of a tool's page: what it gives is read word by word
const recordUri = "parley://record";
const documentUri = (id: string): string => `parley://document/${id}`;

const instructions = `The record of what press reports tell of a negotiation: events, statements, positions, actors. Begin with "brief", then "chronicle" or "search".
Every row has "evidence": the report (outlet, day of publication, address), the words and the sentence around them. Cite it with what you say, and quote no words that are not in it.
"as_of" shows what had been reported by a day; "from" and "to" are about when things happened. What no report says is not in the record: do not fill it in.`;

const said = (text: string): CallToolResult["content"] => [{ type: "text", text }];

/** Parameters of a query as a tool takes them: shorter pages. */
const inputOf = ({ params }: Query): Query["params"] =>
  "limit" in params.shape ? params.extend({ limit: limitOf(usualRows) }) : params;

const citation = ({ outlet, published, uri }: RecordDocument): string =>
  [outlet, published.value ?? "undated", uri].filter((part) => part !== null).join(", ");

type LookAt = ReturnType<typeof looksOf>;

/** A server of the protocol over a dossier, for one client. */
export const mcpOf = (dossier: AskedDossier, options: McpOptions): McpServer => serverOf(looksOf(dossier), options);

type Tool = Pick<Query, "name" | "about"> & {
  readonly input: Query["params"];
  readonly output: Query["answer"];
  readonly writes: boolean;
  readonly run: (params: Readonly<Record<string, unknown>>) => Promise<Told>;
};

const queryTools = (lookAt: LookAt): readonly Tool[] =>
  queries.map((query) => ({
    name: query.name,
    about: `${query.about}. With evidence: reports, words, offsets`,
    input: inputOf(query),
    output: query.answer,
    writes: false,
    run: (params) => ask(query, params, lookAt),
  }));

function serverOf(lookAt: LookAt, { version, onError = () => {}, writing }: McpOptions): McpServer {
  const told = writing ? `${instructions}\n${writingInstructions.replace("{author}", writing.author)}` : instructions;
  const server = new McpServer(
    { name: "parley", title: "Parley", version },
    { instructions: told, maxToolInputElements: 100 },
  );
  for (const tool of [...queryTools(lookAt), ...(writing ? writingTools(writing) : [])]) addTool(server, tool, onError);
  addResources(server, lookAt);
  return server;
}

function addTool(
  server: McpServer,
  { name, about, input, output, writes, run }: Tool,
  onError: NonNullable<McpOptions["onError"]>,
): void {
  server.registerTool(
    name,
    {
      title: name.charAt(0).toUpperCase() + name.slice(1),
      description: `${about.charAt(0).toUpperCase()}${about.slice(1)}.`,
      inputSchema: input,
      outputSchema: output,
      annotations: { readOnlyHint: !writes, destructiveHint: false, idempotentHint: !writes, openWorldHint: false },
    },
    async (params: Readonly<Record<string, unknown>>): Promise<CallToolResult> => {
      try {
        const told = await run(params);
        if ("error" in told) return { content: said(told.error), isError: true };
        return { content: said(JSON.stringify(told.answer)), structuredContent: { ...told.answer } };
      } catch (error) {
        onError(error, name);
        return { content: said("This answer could not be made. `parley doctor` says what is wrong."), isError: true };
      }
    },
  );
}

/** Reports and the whole record, to be read as they are. */
function addResources(server: McpServer, lookAt: LookAt): void {
  server.registerResource(
    "record",
    recordUri,
    { title: "The whole record", description: "as JSON, schema parley-record/1", mimeType: "application/json" },
    async () => {
      const { record } = await lookAt(null);
      return { contents: [{ uri: recordUri, mimeType: "application/json", text: [...jsonPieces(record)].join("") }] };
    },
  );
  const list = async () => {
    const { record } = await lookAt(null);
    return {
      resources: record.documents.map((document) => ({
        uri: documentUri(document.id),
        name: document.uri,
        title: document.title ?? document.uri,
        description: citation(document),
        mimeType: "text/plain",
      })),
    };
  };
  server.registerResource(
    "document",
    new ResourceTemplate(documentUri("{id}"), { list }),
    { title: "A report", description: "its text: offsets of evidence count in it", mimeType: "text/plain" },
    async (uri, { id }) => {
      const { record } = await lookAt(null);
      const document = record.documents.find((one) => one.id === id);
      if (!document) throw new McpError(ErrorCode.InvalidParams, `The record has no report ${String(id).slice(0, 60)}`);
      return {
        contents: [
          { uri: uri.href, mimeType: "text/plain", text: document.text, _meta: { citation: citation(document) } },
        ],
      };
    },
  );
}

/** Resolves when no request waits for its answer and no more will come. */
function answered(transport: Transport, input: NodeJS.ReadableStream): Promise<void> {
  const [receive, send] = [transport.onmessage, transport.send.bind(transport)];
  let [waiting, atEnd] = [0, false];
  return new Promise((resolve) => {
    const check = (): void => {
      if (atEnd && waiting === 0) resolve();
    };
    transport.onmessage = (message, extra) => {
      if ("method" in message && "id" in message) waiting++;
      receive?.(message, extra);
    };
    transport.send = async (message, options) => {
      await send(message, options);
      if (!("method" in message)) waiting--;
      check();
    };
    input.once("end", () => {
      atEnd = true;
      check();
    });
  });
}

/** Serves a dossier on standard input and output until the client has all answers and goes away, or `ended` resolves. */
export async function serveStdio(dossier: AskedDossier, options: McpOptions, ended: Promise<void>): Promise<void> {
  const server = mcpOf(dossier, options);
  const transport: Transport = new StdioServerTransport();
  await server.connect(transport);
  await Promise.race([answered(transport, process.stdin), ended]);
  await server.close();
}

/** Who answers requests of the protocol over HTTP; `author`: under whose name the sender may write, null: he may not. */
export type AnswerMcp = (request: Request, author?: string | null) => Promise<Response>;

/** Answers requests of the protocol over HTTP: each stands alone, no session is kept. */
export function mcpOverHttp(
  dossier: AskedDossier,
  { writing, ...options }: Omit<McpOptions, "writing"> & { readonly writing?: Omit<Writing, "author"> | undefined },
): AnswerMcp {
  const lookAt = looksOf(dossier);
  return async (request, author = null) => {
    const own = writing && author !== null ? { ...writing, author } : undefined;
    const server = serverOf(lookAt, { ...options, writing: own });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      return await transport.handleRequest(request);
    } finally {
      await server.close();
    }
  };
}
