// What is written over the interface for programs: the part of a dossier that changes it, and the gate before it.
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Dossier } from "../../dossier.js";
import type { Access, Writer } from "../access.js";
import { problem } from "./problems.js";

/** What programs may change, and what is told of decisions. */
export type ChangedDossier = Pick<
  Dossier,
  "version" | "takeIn" | "decide" | "undecide" | "importDecisions" | "decisions" | "decisionLog"
>;
export type Writing = {
  readonly dossier: ChangedDossier;
  readonly access: Access;
  /** Now, as ISO time in UTC. */
  readonly now: () => string;
};

/** What a page of this server sends with a request of its own in place of a form's field. */
const tokenHeader = "x-parley-token";

/** Who writes a request; else the answer that refuses it. */
export function writerOf(c: Context, { access }: Writing): Writer | Response {
  const found = access.writerOf(c, c.req.header(tokenHeader) ?? null);
  if (found.may) return found;
  return problem(found.status, found.why, {}, found.status === 401 ? { "WWW-Authenticate": "Bearer" } : {});
}

/** Refuses a body of more than so many bytes; what is not read of it ends the connection. */
export const atMost = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: () =>
      problem(
        413,
        `The body is larger than the ${bytes} bytes that are taken at once. Send less.`,
        {},
        { Connection: "close" },
      ),
  });
