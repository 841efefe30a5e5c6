// A server with users: people sign in with a password and write with the token of their session; programs bring a token of
// their own. The file is read again when it changes, so that who is removed is out at once.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Access, bearerOf, isSame, keptAs, needsToken, type Refusal, refusedSite, staleToken } from "./access.js";
import { type Session, sessionHours, sessionsOf } from "./sessions.js";
import { isPassword, type User } from "./users.js";

export type UsersAccess = Access & {
  /** Opens a session and sets its cookie; else says why not, in a sentence. */
  readonly signIn: (
    c: Context,
    name: string,
    password: string,
  ) => Promise<{ readonly why: string | null; readonly wait: number }>;
  readonly signOut: (c: Context) => void;
};
export type UsersOptions = {
  /** The users as they are now. */
  readonly users: () => readonly User[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

const cookieName = "parley";
const minutes = 15; // for which wrong passwords count
const mostWrong = { pair: 6, place: 30, name: 60 }; // of one name from one address; of an address; of a name

const isSecure = (c: Context): boolean =>
  new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto") === "https";

/** Where a request comes from, as far as the connection tells. */
function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "unknown";
}

/** Counts passwords that are tried, each before it is known to be right, so that many at once are not free. */
function triesOf() {
  const duration = minutes * 60;
  const limits = {
    pair: new RateLimiterMemory({ keyPrefix: "pair", points: mostWrong.pair, duration }),
    place: new RateLimiterMemory({ keyPrefix: "place", points: mostWrong.place, duration }),
    name: new RateLimiterMemory({ keyPrefix: "name", points: mostWrong.name, duration }),
  };
  const keysOf = (name: string, address: string) => ({ pair: `${address} ${name}`, place: address, name });
  return {
    /** Takes one; gives how many seconds to wait where there is none left, else 0. */
    take: async (name: string, address: string): Promise<number> => {
      const keys = keysOf(name, address);
      const taken = (["pair", "place", "name"] as const).map(async (kind) => {
        const { consumedPoints, msBeforeNext } = await limits[kind].penalty(keys[kind], 1);
        return consumedPoints > limits[kind].points ? Math.ceil(msBeforeNext / 1000) : 0;
      });
      return Math.max(...(await Promise.all(taken)));
    },
    /** Gives it back: it was right. */
    giveBack: async (name: string, address: string): Promise<void> => {
      const keys = keysOf(name, address);
      await Promise.all([
        limits.pair.delete(keys.pair),
        limits.place.reward(keys.place, 1),
        limits.name.reward(keys.name, 1),
      ]);
    },
  };
}

const notEditor: Refusal = { may: false, status: 403, why: "You are signed in as a reader: readers do not write." };

/** Access of the users of a file: nobody else reads or writes. */
export function usersAccess({ users, now = Date.now }: UsersOptions): UsersAccess {
  const sessions = sessionsOf(now);
  const tries = triesOf();
  const named = (name: string): User | null => users().find((user) => user.name === name) ?? null;
  const byToken = (token: string): User | null => {
    const kept = keptAs(token);
    return users().find(({ tokens }) => tokens.includes(kept)) ?? null;
  };
  const signedIn = (c: Context): { readonly user: User; readonly session: Session } | null => {
    const session = sessions.of(getCookie(c, cookieName));
    const user = session && named(session.user);
    return session && user?.password === session.password ? { user, session } : null;
  };
  let hashing: Promise<unknown> = Promise.resolve(); // one password at a time: each costs memory
  return {
    viewerOf: (c) => {
      const bearer = bearerOf(c);
      const signed = signedIn(c);
      const user = bearer === null ? (signed?.user ?? null) : byToken(bearer);
      const token = signed && signed.user.role === "editor" ? signed.session.token : null;
      return { name: user?.name ?? null, mayRead: user !== null, token, signsIn: true };
    },
    writerOf: (c, formToken) => {
      const refused = refusedSite(c);
      if (refused) return refused;
      const bearer = bearerOf(c);
      const signed = bearer === null ? signedIn(c) : null;
      const user = bearer === null ? (signed?.user ?? null) : byToken(bearer);
      if (user === null) return needsToken;
      if (signed && (formToken === undefined || formToken === null)) return needsToken;
      if (signed && !isSame(formToken ?? "", signed.session.token)) return staleToken;
      return user.role === "editor" ? { may: true, author: user.name } : notEditor;
    },
    signIn: async (c, name, password) => {
      const address = addressOf(c);
      const wait = await tries.take(name, address);
      if (wait > 0) return { why: `Too many wrong passwords. Try again in ${Math.ceil(wait / 60)} minutes.`, wait };
      const user = named(name);
      const checked = hashing.then(() => isPassword(user, password));
      hashing = checked.catch(() => {});
      if (!(await checked) || user === null) return { why: "Name and password do not fit together.", wait: 0 };
      await tries.giveBack(name, address);
      const secret = sessions.open(user.name, user.password);
      setCookie(c, cookieName, secret, {
        path: "/",
        httpOnly: true,
        sameSite: "Strict",
        secure: isSecure(c),
        maxAge: sessionHours * 3600,
      });
      return { why: null, wait: 0 };
    },
    signOut: (c) => {
      sessions.close(getCookie(c, cookieName));
      deleteCookie(c, cookieName, { path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure(c) });
    },
  };
}
