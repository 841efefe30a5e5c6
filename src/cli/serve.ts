// parley serve: the dossier in a browser, until the process is asked to end.
import { openDossier } from "../parley.js";
import { startServer } from "../serve/serve.js";
import { type Action, exit } from "./io.js";
import { numberOption } from "./options.js";

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
  try {
    const server = await startServer(dossier, {
      port,
      onLine: (line) => io.out(`${line}\n`),
      onListen: (url) => io.out(`${flags.dossier} is served at ${url} (end with Ctrl+C)\n`),
      onError: (error, path) =>
        io.err(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    await io.ended();
    await server.close();
    return exit.done;
  } finally {
    await dossier.close();
  }
};
