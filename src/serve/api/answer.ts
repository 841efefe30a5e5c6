// How every address answers: with the dossier's version as ETag, with links to the next page, with problem details.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Edtf } from "../../model/edtf.js";
import type { ServedDossier, ServedView } from "../views.js";
import { problemSchema, problemType } from "./problems.js";

/** Answers that a route may give instead of its own, for its description. */
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: "Problem details", content: { [problemType]: { schema: problemSchema } } },
    ]),
  );
export const notModified = { 304: { description: "The same as the ETag of If-None-Match stands for" } };
export const tagHeaders = z.object({
  ETag: z.string().openapi({ description: "the dossier's version and the reader's" }),
});
/** An answer of JSON, for the description of its route. */
export const json = (description: string, schema: object, headers?: z.ZodObject) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { "application/json": { schema } },
});

/** A JSON Schema as a component of the description: OpenAPI 3.1 takes the same words. Gives what refers to it. */
export function component(api: OpenAPIHono, name: string, schema: z.ZodType) {
  type OpenApiSchema = Parameters<OpenAPIHono["openAPIRegistry"]["registerComponent"]>[2];
  const { $schema: _, ...described } = z.toJSONSchema(schema, { unrepresentable: "any" });
  return api.openAPIRegistry.registerComponent("schemas", name, described as OpenApiSchema).ref;
}

const same = (asked: string | undefined, tag: string): boolean =>
  (asked ?? "").split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));

/** A link to the next page (RFC 8288). */
export function pageLinks(c: Context, next: number | null): Record<string, string> {
  if (next === null) return {};
  const url = new URL(c.req.url);
  url.searchParams.set("offset", String(next));
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

/** A good answer under a tag: 304 where the caller has it already. What is not good bears none. */
export async function tagged(c: Context, tag: string, response: Response): Promise<Response> {
  if (!response.ok) return response;
  const fresh = { ETag: tag, "Cache-Control": "no-cache" };
  if (same(c.req.header("if-none-match"), tag)) {
    await response.body?.cancel();
    return new Response(null, { status: 304, headers: fresh });
  }
  for (const [name, value] of Object.entries(fresh)) response.headers.set(name, value);
  return response;
}

export type Answer = (
  c: Context,
  asOf: Edtf | null,
  make: (view: ServedView) => Response | Promise<Response>,
) => Promise<Response>;

/** Answers from the record as of a day. */
export const answering =
  (dossier: Pick<ServedDossier, "version">, viewOf: (asOf: Edtf | null) => Promise<ServedView>): Answer =>
  async (c, asOf, make) => {
    const version = await dossier.version();
    const view = await viewOf(asOf);
    return tagged(c, `"${version}-${view.index.record.reader.version}"`, await make(view));
  };
