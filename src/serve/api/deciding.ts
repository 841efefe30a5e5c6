// A person's corrections over REST: to decide, to see before what a decision would change, to take it back, and to take in
// another's log.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Decided } from "../../dossier.js";
import { supersededBy } from "../../model/decision-log.js";
import { decidedSchema, draftIn, draftSchema, undoSchema } from "../../query/decisions.js";
import type { Writer } from "../access.js";
import { component, json, problems } from "./answer.js";
import { decisionPath, noDecision } from "./decisions.js";
import { problem } from "./problems.js";
import { addRoute, bodyIn, pathIn } from "./route.js";
import { atMost, type Writing, writerOf } from "./writing.js";

const largest = { decision: 1_000_000, log: 50_000_000 }; // bytes
const importedSchema = z.object({ added: z.int(), known: z.int() });
const logBody = z.array(z.unknown()).max(100_000);

const told = ({ decision, changes }: Decided, dry: boolean): Response =>
  Response.json(
    { saved: !dry, decision, changes },
    dry ? {} : { status: 201, headers: { Location: `/api/v1/decisions/${encodeURIComponent(decision.id)}` } },
  );

/** The routes that decide. */
export function addDeciding(api: OpenAPIHono, writing: Writing): void {
  const { dossier, now } = writing;
  const decided = component(api, "Decided", decidedSchema);
  const post = (operationId: string, path: string, summary: string, body: object, params: object, good: object) => ({
    method: "post" as const,
    security: [{ token: [] }],
    path,
    operationId,
    summary,
    request: { body: { required: true, content: { "application/json": { schema: body } } }, ...params },
    responses: { ...good, ...problems(400, 401, 403, 404, 409, 413, 415, 429, 500) },
  });
  const gives = { 200: json("what would change; nothing was kept", decided), 201: json("what changed", decided) };
  /** Handles what a writer sends. */
  const written = (handle: (c: Context, writer: Writer) => Promise<Response>) => async (c: Context) => {
    const writer = writerOf(c, writing);
    return writer instanceof Response ? writer : handle(c, writer);
  };
  for (const path of ["/decisions", "/decisions/*"]) api.use(path, atMost(largest.decision));
  api.use("/decision-log", atMost(largest.log));

  addRoute(
    api,
    post(
      "decide",
      "/decisions",
      "correct the record; with dryRun only say what that would change",
      component(api, "Draft", draftSchema),
      {},
      gives,
    ),
    written(async (c, { author }) => {
      const { draft, reason, dryRun } = draftIn(await bodyIn(c, draftSchema));
      return told(await dossier.decide(draft, { author, at: now(), reason, dryRun }), dryRun);
    }),
  );
  addRoute(
    api,
    post(
      "undecide",
      "/decisions/{id}/undo",
      "take a correction back; it stays in the log",
      component(api, "Undo", undoSchema),
      { params: decisionPath },
      gives,
    ),
    written(async (c, { author }) => {
      const { id } = pathIn(c, decisionPath);
      const { reason = null, dryRun = false } = await bodyIn(c, undoSchema);
      const log = await dossier.decisions();
      if (!log.some((entry) => entry.id === id)) return noDecision(id);
      const ended = supersededBy(log).get(id);
      if (ended) return problem(409, `${id} is superseded already, by ${ended.id}.`, { near: [ended.id] });
      return told(await dossier.undecide(id, { author, at: now(), reason, dryRun }), dryRun);
    }),
  );
  addRoute(
    api,
    post(
      "importDecisions",
      "/decision-log",
      "take in another's log; what is there already stands once",
      { $ref: "#/components/schemas/DecisionLog" },
      {},
      { 200: json("how many entries were new", importedSchema) },
    ),
    written(async (c) => Response.json(await dossier.importDecisions(await bodyIn(c, logBody), "the body"))),
  );
}
