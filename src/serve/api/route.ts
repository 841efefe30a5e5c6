// A route: its description for OpenAPI, and what answers it; and what is asked, checked by the schemas that describe it.
import type { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { problem } from "./problems.js";

type Route = Parameters<typeof createRoute>[0];
type Handler = (c: Context) => Response | Promise<Response>;

/** Describes a route, and answers it. */
export function addRoute(api: OpenAPIHono, route: Route, handler: Handler): void {
  api.openAPIRegistry.registerPath(route);
  api.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ":$1"), handler);
}

/** What is asked is not as it is described: the answer that says so. */
export class BadRequest extends Error {
  constructor(readonly response: Response) {
    super("bad request");
  }
}

/** `input` as a schema has it. Throws BadRequest. */
function checked<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ name: path.map(String).join("."), reason: message }));
  const detail = errors.map(({ name, reason }) => (name === "" ? reason : `${name}: ${reason}`)).join("; ");
  throw new BadRequest(problem(400, detail.slice(0, 1000), { errors }));
}

/** The query of a request; what is asked twice is a list. Throws BadRequest. */
export const queryIn = <T extends z.ZodType>(c: Context, schema: T): z.output<T> =>
  checked(
    schema,
    Object.fromEntries(Object.entries(c.req.queries()).map(([name, all]) => [name, all.length === 1 ? all[0] : all])),
  );

/** The open parts of a path. Throws BadRequest. */
export const pathIn = <T extends z.ZodType>(c: Context, schema: T): z.output<T> => checked(schema, c.req.param());

/** A body of JSON. Throws BadRequest. */
export async function bodyIn<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new BadRequest(problem(415, "Send the body as application/json."));
  let input: unknown;
  try {
    input = JSON.parse(await c.req.text());
  } catch {
    throw new BadRequest(problem(400, "The body is no JSON."));
  }
  return checked(schema, input);
}
