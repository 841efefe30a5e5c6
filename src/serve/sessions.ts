// Who is signed in: sessions in memory, known by an opaque secret of which only the hash is kept, ended by signing out, by time,
// or by a start of the server.
import { keptAs, newSecret } from "./access.js";

export const sessionHours = 12;
const mostSessions = 10_000;

/** `password`: the hash it was opened with; a session ends with its password. */
export type Session = {
  readonly user: string;
  readonly password: string;
  readonly token: string;
  readonly ends: number;
};
export type Sessions = {
  /** Opens one; gives its secret, for the cookie. */
  readonly open: (user: string, password: string) => string;
  /** The session of a secret that has not ended. */
  readonly of: (secret: string | undefined) => Session | null;
  readonly close: (secret: string | undefined) => void;
};

/** Sessions by the clock that is handed in (milliseconds). */
export function sessionsOf(now: () => number): Sessions {
  const open = new Map<string, Session>();
  return {
    open: (user, password) => {
      for (const [key, { ends }] of open) if (ends <= now() || open.size >= mostSessions) open.delete(key);
      const secret = newSecret();
      open.set(keptAs(secret), { user, password, token: newSecret(), ends: now() + sessionHours * 3_600_000 });
      return secret;
    },
    of: (secret) => {
      const session = secret === undefined ? undefined : open.get(keptAs(secret));
      return session && session.ends > now() ? session : null;
    },
    close: (secret) => {
      if (secret !== undefined) open.delete(keptAs(secret));
    },
  };
}
