// The gate: who may not read is shown the way in, programs are told so; what nobody has to be known for passes.
import type { Context, MiddlewareHandler } from "hono";
import { pathOf } from "../pages/links.js";
import type { Access } from "./access.js";
import { problem } from "./api/problems.js";

const isForPrograms = (path: string): boolean => path === "/mcp" || /^\/(?:mcp|api|export)\//.test(path);

/** An address of this server, as a path: what leads elsewhere leads to the first page. */
export function ownPath(address: string | undefined | null): string {
  if (!address?.startsWith("/") || !URL.canParse(address, "http://own.invalid")) return "/";
  const url = new URL(address, "http://own.invalid");
  return url.host === "own.invalid" ? `${url.pathname}${url.search}${url.hash}` : "/";
}

/** Lets through who may read; `open`: addresses that everybody may have. */
export function gateOf(access: Access, open: ReadonlySet<string>): MiddlewareHandler {
  return async (c: Context, next) => {
    if (open.has(c.req.path)) return next();
    const { mayRead, signsIn } = access.viewerOf(c);
    if (mayRead) {
      await next();
      // What one user sees is kept by nobody on the way to another.
      if (signsIn && c.res.headers.get("cache-control") === "no-cache")
        c.res.headers.set("Cache-Control", "private, no-cache");
      return;
    }
    if (isForPrograms(c.req.path))
      return problem(
        401,
        "Only users of this server read here. Send a token: “Authorization: Bearer TOKEN” (made with: parley users token FILE NAME).",
        {},
        { "WWW-Authenticate": "Bearer" },
      );
    const { pathname, search } = new URL(c.req.url);
    const asked = c.req.method === "GET" ? `?next=${encodeURIComponent(pathname + search)}` : "";
    return c.redirect(`${pathOf.account}${asked}`, 303);
  };
}
