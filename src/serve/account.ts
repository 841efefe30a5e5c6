// Signing in and out: the routes of a server with users.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { pathOf } from "../pages/links.js";
import { plainPage } from "../pages/plain-page.js";
import { accountPage, signInPage } from "../pages/sign-in.js";
import { refusedSite } from "./access.js";
import { ownPath } from "./gate.js";
import type { Screen } from "./screen.js";
import type { UsersAccess } from "./users-access.js";

const largest = 10_000; // bytes of a form

/** The app that answers at /account. */
export function accountRoute(access: UsersAccess, screen: Screen): Hono {
  const route = new Hono();
  const refuse = (c: Context, why: string, status: 403 | 413): Response =>
    screen.bare(c, (context) => ({ ...plainPage(context, "Refused", [why]), isBare: true }), status);
  const form = (c: Context, next: string, name: string, why: string | null, status: 200 | 401 | 429): Response =>
    screen.bare(c, (context) => signInPage(context, next, name, why), status);

  route.get("/", async (c) => {
    if (!access.viewerOf(c).mayRead) return form(c, ownPath(c.req.query("next")), "", null, 200);
    const context = await screen.context(c, null);
    return screen.once(c, context, accountPage(context));
  });
  route.post(
    "/",
    bodyLimit({ maxSize: largest, onError: (c) => refuse(c, "This form is too large.", 413) }),
    async (c) => {
      const refused = refusedSite(c);
      if (refused) return refuse(c, refused.why, 403);
      const { name, password, next, leave } = await c.req.parseBody();
      if (leave !== undefined) {
        access.signOut(c);
        return c.redirect(pathOf.account, 303);
      }
      const to = ownPath(typeof next === "string" ? next : null);
      if (typeof name !== "string" || typeof password !== "string") return form(c, to, "", null, 401);
      const { why, wait } = await access.signIn(c, name, password);
      if (why === null) return c.redirect(to, 303);
      if (wait > 0) c.header("Retry-After", String(wait));
      return form(c, to, name, why, wait > 0 ? 429 : 401);
    },
  );
  return route;
}
