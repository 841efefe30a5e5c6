// parley serve: the dossier in a browser, until the process is asked to end.
import { openDossier } from "../parley.js";
import { startServer } from "../serve/serve.js";
import { type Action, exit } from "./io.js";
import { numberOption } from "./options.js";
import { version } from "./version.js";

type Flags = { readonly dossier: string; readonly port?: string };
const usualPort = "4780";

export const serveCommand: Action = async (io, _args, raw) => {
  const flags = raw as unknown as Flags;
  const port = numberOption(
    flags.port === undefined ? "PARLEY_PORT" : "--port",
    flags.port ?? (io.env.PARLEY_PORT || usualPort),
    0,
    65_535,
  );
  const dossier = await openDossier(flags.dossier, { mode: "read" });
  const onError = (error: unknown, path: string): void =>
    io.err(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  let mcp: Promise<(request: Request) => Promise<Response>> | null = null; // loaded when first asked
  const load = async () => (await import("../mcp/mcp.js")).mcpOverHttp(dossier, { version, onError });
  try {
    const server = await startServer(dossier, {
      port,
      onLine: (line) => io.out(`${line}\n`),
      onListen: (url) => io.out(`${flags.dossier} is served at ${url} (end with Ctrl+C)\n`),
      onError,
      mcp: async (request) => {
        mcp ??= load();
        return (await mcp)(request);
      },
    });
    await io.ended();
    await server.close();
    return exit.done;
  } finally {
    await dossier.close();
  }
};
