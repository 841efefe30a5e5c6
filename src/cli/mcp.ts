// parley mcp: the dossier for a language model, on standard input and output, until the client goes away.
import { serveStdio } from "../mcp/mcp.js";
import { openDossier } from "../parley.js";
import { type Action, exit } from "./io.js";
import { version } from "./version.js";

type Flags = { readonly dossier: string };

export const mcpCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  try {
    const onError = (error: unknown, where: string): void =>
      io.err(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    await serveStdio(dossier, { version, onError }, io.ended());
    return exit.done;
  } finally {
    await dossier.close();
  }
};
