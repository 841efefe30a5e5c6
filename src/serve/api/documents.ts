// Reports sent over REST: taken in as `parley read` takes files, one request after the other, with what becomes of each told as
// it happens (server-sent events). What was told as taken is lasting; who sends the same again finds it there.
import { randomBytes } from "node:crypto";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { json, problems } from "./answer.js";
import { type IntakeState, type Intakes, intakesOf } from "./intakes.js";
import { problem } from "./problems.js";
import { addRoute, pathIn, queryIn } from "./route.js";
import { formType, reportTypes, uploadOf } from "./upload.js";
import { atMost, type Writing, writerOf } from "./writing.js";

export const largestUpload = 50_000_000; // bytes of one request
const breath = 15_000; // milliseconds after which a silent stream says that it is still there

const text = z.string();
const outcomeSchema = z.object({
  kind: z.enum(["taken", "there", "skipped"]),
  uri: text,
  id: text.optional().openapi({ description: "the report, where it is in the dossier now" }),
  replaces: text.nullable().optional().openapi({ description: "the earlier report from the same address" }),
  reason: text.optional().openapi({ description: "why it was skipped" }),
});
const stateSchema = z
  .object({
    id: text,
    state: z.enum(["waiting", "reading", "done", "failed"]),
    done: z.int(),
    total: z.int(),
    outcomes: z.array(outcomeSchema),
    news: z
      .array(z.object({ kind: text, line: text }))
      .openapi({ description: "what the reports bring, when all are read" }),
    detail: text.nullable().openapi({ description: "why it failed, or what is new could not be told" }),
    events: text.openapi({ description: "address of its events" }),
  })
  .openapi("Intake");

const idParam = z.object({ id: text.min(1).max(100) });
const uploadQuery = z.strictObject({
  name: text
    .min(1)
    .max(400)
    .optional()
    .openapi({ description: "what a single report is called; else it is named by its hash" }),
  wait: z.enum(["true", "false"]).optional().openapi({ description: "answer when all are read" }),
});
const followQuery = z.strictObject({
  from: z.coerce
    .number()
    .int()
    .min(0)
    .max(1e6)
    .optional()
    .openapi({ description: "number of the first event; else after Last-Event-ID" }),
});

const address = (id: string): string => `/api/v1/intakes/${id}`;
const shown = (state: IntakeState) => ({ ...state, events: `${address(state.id)}/events` });
const stream = {
  "text/event-stream": { schema: text.openapi({ description: "events report, done, failed; data is JSON" }) },
};
const binary = { schema: { type: "string", format: "binary" } as const };

/** Streams the events of an intake; numbered, so that a stream that broke off is taken up again. */
function streamed(c: Context, intakes: Intakes, id: string, from: number): Response {
  const gone = new AbortController();
  return streamSSE(c, async (out) => {
    out.onAbort(() => gone.abort());
    const timer = setInterval(() => void out.write(": still reading\n\n"), breath);
    try {
      let number = from;
      for await (const { event, ...told } of intakes.follow(id, from, gone.signal) ?? [])
        await out.writeSSE({ event, id: String(number++), data: JSON.stringify(told) });
    } finally {
      clearInterval(timer);
    }
  });
}

const uploadRoute = {
  method: "post" as const,
  security: [{ token: [] }],
  path: "/documents",
  operationId: "upload",
  summary: "take in reports: one as the body, or several as files of a form",
  request: {
    query: uploadQuery,
    body: {
      required: true,
      content: {
        [formType]: {
          schema: { type: "object", properties: { file: { type: "array", items: binary.schema } } } as const,
        },
        ...Object.fromEntries(Object.keys(reportTypes).map((type) => [type, binary])),
      },
    },
  },
  responses: {
    200: {
      description: "all are read; or what becomes of them as it happens, where events are accepted",
      content: { "application/json": { schema: stateSchema }, ...stream },
    },
    202: json("they will be read: follow its events", stateSchema),
    ...problems(400, 401, 403, 413, 415, 429, 500),
  },
};
const listRoute = {
  method: "get" as const,
  path: "/intakes",
  operationId: "intakes",
  summary: "what was sent to this server since it was started, the latest first",
  responses: { 200: json("the intakes", z.array(stateSchema)), ...problems(500) },
};
const oneRoute = {
  method: "get" as const,
  path: "/intakes/{id}",
  operationId: "intake",
  summary: "what became of the reports of one request",
  request: { params: idParam },
  responses: { 200: json("the intake", stateSchema), ...problems(404, 500) },
};
const eventsRoute = {
  method: "get" as const,
  path: "/intakes/{id}/events",
  operationId: "intakeEvents",
  summary: "the same as it happens: server-sent events, from the first one on",
  request: { params: idParam, query: followQuery },
  responses: { 200: { description: "the events", content: stream }, ...problems(400, 404, 500) },
};
const unknown = (id: string): Response =>
  problem(404, `No intake of this server has this id: ${id.slice(0, 60)}. What was taken in stands in /documents.`);

/** The routes that take reports in. */
export function addDocuments(
  api: OpenAPIHono,
  writing: Writing,
  onError: (error: unknown, path: string) => void,
): Intakes {
  const intakes = intakesOf({ dossier: writing.dossier, nextId: () => `i-${randomBytes(6).toString("hex")}`, onError });
  // The body is read by hand: a form of many files is no list of fields, and a refused one is not read at all.
  api.use("/documents", async (c, next) => {
    if (c.req.method !== "POST") return next();
    const writer = writerOf(c, writing);
    return writer instanceof Response ? writer : next();
  });
  api.use("/documents", atMost(largestUpload));
  addRoute(api, uploadRoute, async (c) => {
    const { name = null, wait } = queryIn(c, uploadQuery);
    const upload = await uploadOf(c.req.raw, name);
    if (upload instanceof Response) return upload;
    const begun = intakes.start(upload.sources, upload.bytes);
    if (!begun)
      return problem(429, "Too much is waiting to be read. Send it again in a minute.", {}, { "Retry-After": "60" });
    if (/\btext\/event-stream\b/.test(c.req.header("accept") ?? "")) return streamed(c, intakes, begun.id, 0);
    if (wait !== "true") return Response.json(shown(begun), { status: 202, headers: { Location: address(begun.id) } });
    for await (const _ of intakes.follow(begun.id, 0, c.req.raw.signal) ?? []);
    return Response.json(shown(intakes.state(begun.id) ?? begun));
  });
  addRoute(api, listRoute, () => Response.json(intakes.all().map(shown)));
  addRoute(api, oneRoute, (c) => {
    const { id } = pathIn(c, idParam);
    const state = intakes.state(id);
    return state ? Response.json(shown(state)) : unknown(id);
  });
  addRoute(api, eventsRoute, (c) => {
    const { id } = pathIn(c, idParam);
    const { from } = queryIn(c, followQuery);
    if (!intakes.state(id)) return unknown(id);
    const seen = /^\d{1,7}$/.exec(c.req.header("last-event-id") ?? "")?.[0];
    return streamed(c, intakes, id, from ?? (seen === undefined ? 0 : Number(seen) + 1));
  });
  return intakes;
}
