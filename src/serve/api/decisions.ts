// What is told of a person's corrections over REST: the log with what became of each entry, conflicts and agreement.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { kindsOfDecisions } from "../../decide/draft.js";
import type { DecisionLog } from "../../dossier.js";
import { inLogOrder } from "../../model/decision-log.js";
import {
  agreementSchema,
  decisionFilterSchema,
  decisionIdShape,
  entriesSchema,
  entrySchema,
  filteredEntries,
  logSchema,
} from "../../query/decisions.js";
import { page } from "../../query/queries.js";
import { component, json, notModified, pageLinks, problems, tagged, tagHeaders } from "./answer.js";
import { problem } from "./problems.js";
import { addRoute, pathIn, queryIn } from "./route.js";
import type { ChangedDossier } from "./writing.js";

const text = z.string();
export const decisionPath = z.object(decisionIdShape);
export const noDecision = (id: string): Response => problem(404, `No decision has this id: ${id.slice(0, 60)}.`);

/** Logs with what became of each entry: made once for a version. */
function logsOf(dossier: ChangedDossier): () => Promise<{ readonly tag: string; readonly log: DecisionLog }> {
  let kept: { readonly version: number; readonly log: Promise<DecisionLog> } | null = null;
  return async () => {
    const version = await dossier.version();
    if (kept?.version !== version) {
      const made = { version, log: dossier.decisionLog() };
      kept = made;
      made.log.catch(() => {
        if (kept === made) kept = null;
      });
    }
    return { tag: `"d${version}"`, log: await kept.log };
  };
}

/** The routes that tell of decisions. */
export function addDecisions(api: OpenAPIHono, dossier: ChangedDossier): void {
  const logOf = logsOf(dossier);
  const read = (operationId: string, path: string, summary: string, schema: object, request: object = {}) => ({
    method: "get" as const,
    path,
    operationId,
    summary,
    request,
    responses: { 200: json(summary, schema, tagHeaders), ...notModified, ...problems(400, 404, 500) },
  });
  addRoute(
    api,
    read(
      "decisions",
      "/decisions",
      "the log of corrections with what became of each",
      component(api, "Decisions", entriesSchema),
      { query: decisionFilterSchema },
    ),
    async (c) => {
      const filter = queryIn(c, decisionFilterSchema);
      const { tag, log } = await logOf();
      const given = page(filteredEntries(log.entries, filter), filter);
      return tagged(c, tag, Response.json(given, { headers: pageLinks(c, given.next) }));
    },
  );
  addRoute(
    api,
    read(
      "decision",
      "/decisions/{id}",
      "one correction and what became of it",
      component(api, "Decision", entrySchema),
      { params: decisionPath },
    ),
    async (c) => {
      const { id } = pathIn(c, decisionPath);
      const { tag, log } = await logOf();
      const entry = log.entries.find(({ decision }) => decision.id === id);
      return entry ? tagged(c, tag, Response.json(entry)) : noDecision(id);
    },
  );
  addRoute(
    api,
    read(
      "agreement",
      "/agreement",
      "where persons' corrections conflict, and how far they agree (Krippendorff's alpha)",
      component(api, "Agreement", agreementSchema),
    ),
    async (c) => {
      const { tag, log } = await logOf();
      return tagged(c, tag, Response.json({ conflicts: log.conflicts, agreement: log.agreement }));
    },
  );
  addRoute(
    api,
    read(
      "decisionLog",
      "/decision-log",
      "the log itself, to hand it on: POST it to another dossier",
      component(api, "DecisionLog", logSchema),
    ),
    async (c) => {
      const tag = `"d${await dossier.version()}"`;
      return tagged(c, tag, Response.json(inLogOrder(await dossier.decisions())));
    },
  );
  const kinds = kindsOfDecisions.map(({ kind, takes, about }) => ({ kind, takes, about }));
  addRoute(
    api,
    {
      method: "get",
      path: "/decision-kinds",
      operationId: "decisionKinds",
      summary: "every kind of correction, and what it takes",
      responses: { 200: json("the kinds", z.array(z.object({ kind: text, takes: text, about: text }))) },
    },
    () => Response.json(kinds),
  );
}
