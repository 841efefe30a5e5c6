// Where language models ask over HTTP: what is not theirs to send is refused before the protocol sees it.
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Access, bearerOf, readOnlyAccess, staleToken } from "./access.js";
import { isOwnOrigin } from "./host.js";

const largest = 1_000_000; // bytes of a request

/** Answers a request; `author`: under whose name the sender may write, null: he may not. */
export type AnswerMcp = (request: Request, author?: string | null) => Promise<Response>;

/** The app that answers at /mcp, each request on its own: only POST, from no other site's page, of a bounded size. */
export function mcpRoute(answer: AnswerMcp, access: Access = readOnlyAccess()): Hono {
  const route = new Hono();
  route.use(async (c, next) => {
    if (isOwnOrigin(c.req.header("origin"), c.req.header("host"))) return next();
    return c.text("Pages of other sites may not ask here.\n", 403);
  });
  // What is not read of a body ends the connection: nothing else may be sent on it.
  route.use(
    bodyLimit({
      maxSize: largest,
      onError: (c) => c.text("This request is too large.\n", 413, { Connection: "close" }),
    }),
  );
  route.post("/", async (c): Promise<Response> => {
    const writer = bearerOf(c) === null ? null : access.writerOf(c);
    if (writer?.may === false && writer.why === staleToken.why) return c.text(`${writer.why}\n`, writer.status);
    return answer(c.req.raw, writer?.may === true ? writer.author : null);
  });
  route.all("/", (c) => c.text("Ask with POST: every request stands alone.\n", 405, { Allow: "POST" }));
  return route;
}
