// parley mcp: the dossier for a language model, on standard input and output, until the client goes away.
import { serveStdio } from "../mcp/mcp.js";
import { openDossier } from "../parley.js";
import { authorOf } from "./decide.js";
import { type Action, exit } from "./io.js";
import { version } from "./version.js";

type Flags = { readonly dossier: string; readonly write?: boolean; readonly by?: string };

export const mcpCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const author = flags.write ? authorOf(io, flags.by) : null;
  const dossier = await openDossier(flags.dossier, { mode: author === null ? "read" : "write" });
  const now = (): string => io.now?.() ?? new Date().toISOString();
  try {
    const onError = (error: unknown, where: string): void =>
      io.err(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    const writing = author === null ? undefined : { dossier, author, now };
    await serveStdio(dossier, { version, onError, writing }, io.ended());
    return exit.done;
  } finally {
    await dossier.close();
  }
};
