// parley serve: the dossier in a browser, until the process is asked to end. On this machine whoever sees the pages corrects the
// record; on a network only the users of a file do, and without one nobody.
import { readFileSync, statSync } from "node:fs";
import { inputError } from "../model/errors.js";
import { type Dossier, openDossier } from "../parley.js";
import { type Access, newSecret, ownAccess, readOnlyAccess } from "../serve/access.js";
import { isLoopback } from "../serve/host.js";
import { type ServeOptions, startServer } from "../serve/serve.js";
import { parseUsers, type User } from "../serve/users.js";
import { usersAccess } from "../serve/users-access.js";
import { authorOf } from "./decide.js";
import { type Action, exit, type Io } from "./io.js";
import { numberOption } from "./options.js";
import { version } from "./version.js";

type Flags = {
  readonly dossier: string;
  readonly port?: string;
  readonly host?: string;
  readonly users?: string;
  readonly by?: string;
};
const usualPort = "4780";

/** The users of a file, read again when it changes. Throws InputError where it is none. */
export function usersIn(path: string): () => readonly User[] {
  let [seen, users]: [string, readonly User[]] = ["", []];
  const read = (): readonly User[] => {
    const { mtimeMs, size, ino } = statSync(path);
    const now = `${mtimeMs} ${size} ${ino}`;
    if (now !== seen) [seen, users] = [now, parseUsers(readFileSync(path, "utf8"), path)];
    return users;
  };
  try {
    read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw inputError("it cannot be read", path, `Make it with: parley users add ${path} NAME`);
  }
  return () => {
    try {
      return read();
    } catch {
      return []; // a file that is gone or broken lets nobody in
    }
  };
}

type Chosen = { readonly access: Access; readonly line: string | null };

/** Who writes on this server, and what to say of it. */
function accessOf(io: Io, { users, by }: Flags, isOwn: boolean, readOnly: boolean): Chosen {
  if (users !== undefined)
    return { access: usersAccess({ users: usersIn(users) }), line: `Users of ${users} sign in.` };
  if (readOnly) return { access: readOnlyAccess(), line: "It is read only: the file cannot be written." };
  if (!isOwn)
    return {
      access: readOnlyAccess(),
      line: "Everybody who reaches it reads, nobody writes. To let people write: --users FILE",
    };
  const fixed = io.env.PARLEY_TOKEN;
  const token = fixed === undefined || fixed === "" ? newSecret() : fixed;
  const line = token === fixed ? null : `Programs that write send “Authorization: Bearer ${token}”.`;
  return {
    access: ownAccess({ author: authorOf(io, by ?? (io.env.PARLEY_AUTHOR || io.env.USER || "me")), token }),
    line,
  };
}

/** A dossier that can be written, or where its file or folder cannot, one that can be read. */
async function opened(path: string): Promise<Dossier> {
  const reading = await openDossier(path, { mode: "read" });
  try {
    const writing = await openDossier(path, { mode: "write" });
    await reading.close();
    return writing;
  } catch {
    return reading;
  }
}

/** Answers language models; what it needs is loaded when the first one asks. */
function mcpOf(dossier: Dossier, onError: NonNullable<ServeOptions["onError"]>, now: () => string) {
  const load = async () => {
    const { mcpOverHttp } = await import("../mcp/mcp.js");
    return mcpOverHttp(dossier, { version, onError, writing: { dossier, now } });
  };
  let loaded: ReturnType<typeof load> | null = null;
  return async (request: Request, author?: string | null): Promise<Response> => {
    loaded ??= load();
    return (await loaded)(request, author);
  };
}

export const serveCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const port = numberOption(
    flags.port === undefined ? "PARLEY_PORT" : "--port",
    flags.port ?? (io.env.PARLEY_PORT || usualPort),
    0,
    65_535,
  );
  const { host = "127.0.0.1" } = flags;
  const dossier = await opened(flags.dossier);
  const onError = (error: unknown, path: string): void =>
    io.err(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const now = (): string => io.now?.() ?? new Date().toISOString();
  try {
    const { access, line } = accessOf(io, flags, isLoopback(host), dossier.readOnly);
    const server = await startServer(dossier, {
      port,
      host,
      onLine: (text) => io.out(`${text}\n`),
      onListen: (url) => {
        io.out(`${flags.dossier} is served at ${url} (end with Ctrl+C)\n`);
        if (line !== null) io.out(`${line}\n`);
      },
      onError,
      access,
      writing: { dossier, access, now },
      mcp: mcpOf(dossier, onError, now),
    });
    await io.ended();
    await server.close();
    return exit.done;
  } finally {
    await dossier.close();
  }
};
