// Who may read and who may write, asked by pages, REST and MCP alike. A request writes only with a secret that a page of another
// site cannot know: the token that stands in this server's pages, or a bearer token (OWASP, CSRF prevention: synchronizer token).
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { isOwnOrigin } from "./host.js";

export type Role = "reader" | "editor";

/** Somebody whose decisions are kept under `author`. */
export type Writer = { readonly may: true; readonly author: string };
/** Why not. 401: who asks has to say who he is; 403: he may not. `why` is for people. */
export type Refusal = { readonly may: false; readonly status: 401 | 403; readonly why: string };

/** Who sees a page. `token`: what its forms send with a write, null where nothing can be written. */
export type Viewer = {
  readonly name: string | null;
  readonly mayRead: boolean;
  readonly token: string | null;
  readonly signsIn: boolean; // whether people sign in here
};

export type Access = {
  /** Who sees a page that is asked for. */
  readonly viewerOf: (c: Context) => Viewer;
  /** Who writes with this request; `formToken`: what its form sent as `token` (programs send `Authorization: Bearer …`). */
  readonly writerOf: (c: Context, formToken?: string | null) => Writer | Refusal;
};

const hashOf = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();

/** Whether two secrets are the same, in a time that does not tell how far they are alike. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b));

/** A secret that nobody guesses: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** How a token is kept, so that who reads the file of users has none. */
export const keptAs = (token: string): string => hashOf(token).toString("hex");

/** The token of "Authorization: Bearer …"; null without one. */
export function bearerOf(c: Context): string | null {
  return /^Bearer ([\w~+/.=-]{1,200})$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
}

/** A refusal where a page of another site sent the request; null where it did not. */
export function refusedSite(c: Context): Refusal | null {
  const site = c.req.header("sec-fetch-site");
  const isOwn = isOwnOrigin(c.req.header("origin"), c.req.header("host"));
  if (isOwn && (site === undefined || site === "same-origin" || site === "none")) return null;
  return { may: false, status: 403, why: "Pages of other sites may not write here." };
}

export const needsToken: Refusal = {
  may: false,
  status: 401,
  why: "Writing needs a token: pages send it with their forms, programs as “Authorization: Bearer TOKEN”.",
};
export const staleToken: Refusal = {
  may: false,
  status: 403,
  why: "The token is not the one of this server: it has been started anew. Load the page again and save once more.",
};
const readOnly: Refusal = {
  may: false,
  status: 403,
  why: "Nothing can be written here. To let people write, start the server with --users FILE (make one with: parley users add FILE NAME).",
};

/** Everybody reads, nobody writes. */
export const readOnlyAccess = (): Access => ({
  viewerOf: () => ({ name: null, mayRead: true, token: null, signsIn: false }),
  writerOf: () => readOnly,
});

/** For a server that only this machine reaches: everybody reads, and writes as `author` with the token of the pages. */
export const ownAccess = ({ author, token }: { readonly author: string; readonly token: string }): Access => ({
  viewerOf: () => ({ name: author, mayRead: true, token, signsIn: false }),
  writerOf: (c, formToken) => {
    const given = bearerOf(c) ?? formToken ?? null;
    return (
      refusedSite(c) ?? (given === null ? needsToken : isSame(given, token) ? { may: true, author } : { ...staleToken })
    );
  },
});
