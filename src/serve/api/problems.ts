// Errors as programs read them: problem details (RFC 9457). What a person would be told stands in `detail`.
import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { InputError } from "../../model/errors.js";
import { UnknownNameError } from "../../query/names.js";

const titles = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  429: "Too many requests",
  500: "Internal error",
} as const;
type Status = keyof typeof titles;
const isStatus = (status: number): status is Status => Object.hasOwn(titles, status);

export const problemType = "application/problem+json";
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "what is wrong, and what would be right" }),
    near: z.array(z.string()).optional().openapi({ description: "names or ids like the one that is not there" }),
    errors: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: "each parameter that is wrong" }),
  })
  .openapi("Problem");
type More = Pick<z.infer<typeof problemSchema>, "near" | "errors">;

/** An answer that says what is wrong. */
export const problem = (
  status: Status,
  detail: string,
  more: More = {},
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify({ type: "about:blank", title: titles[status], status, detail, ...more }), {
    status,
    headers: { "Content-Type": problemType, "Cache-Control": "no-store", ...headers },
  });

/** What was thrown, as a problem; null: it is no fault of who asked. */
export function problemOf(error: unknown): Response | null {
  if (error instanceof InputError) return problem(400, error.message);
  if (error instanceof HTTPException && isStatus(error.status)) return problem(error.status, error.message);
  if (error instanceof UnknownNameError) return problem(400, `${error.message}.`, { near: [...error.near] });
  return null;
}
