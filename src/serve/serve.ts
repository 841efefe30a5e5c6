// Serves a dossier over HTTP: on this machine unless told otherwise, on the asked port or the next one that is free.
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { InputError } from "../model/errors.js";
import type { Access } from "./access.js";
import type { Writing } from "./api/writing.js";
import { appOf } from "./app.js";
import { isLoopback } from "./host.js";
import type { AnswerMcp } from "./mcp-route.js";
import type { ServedDossier } from "./views.js";

export type ServeOptions = {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Told in one line when the port is taken and another is used. */
  readonly onLine?: (line: string) => void;
  readonly onListen?: (url: string) => void;
  readonly onError?: (error: unknown, path: string) => void;
  /** Answers language models at /mcp. */
  readonly mcp?: AnswerMcp;
  /** Who reads and who writes; absent: everybody reads and nobody writes. */
  readonly access?: Access;
  /** What can be changed, and by whom. */
  readonly writing?: Writing;
  /** Milliseconds that a request may take to arrive. */
  readonly patience?: number;
};
export type Served = { readonly port: number; readonly url: string; readonly close: () => Promise<void> };

const usualPatience = 120_000; // milliseconds: a large report over a slow line
const tries = 20; // ports after a taken one

/** Listens; gives the port, or null where it is taken. */
function listen(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(null);
      else if (error.code === "EACCES")
        reject(new InputError(`Port ${port} needs the rights of an administrator. Choose one above 1023 with --port.`));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
        reject(new InputError(`This machine has no address ${host}. Leave --host out to serve on this machine only.`));
      else reject(error);
    };
    server.once("error", refused);
    server.listen(port, host, () => {
      server.off("error", refused);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Starts the server. Throws InputError where no port can be had. `close` ends open connections too. */
export async function startServer(dossier: ServedDossier, options: ServeOptions): Promise<Served> {
  const {
    port,
    host = "127.0.0.1",
    onLine,
    onListen,
    onError,
    mcp,
    access,
    writing,
    patience = usualPatience,
  } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputError(`${port} is not a port. Choose a number from 1 to 65535.`);
  const app = appOf(dossier, {
    onlyOwnHost: isLoopback(host),
    mcp,
    writing,
    ...(access ? { access } : {}),
    ...(onError ? { onError } : {}),
  });
  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: Math.min(patience, 20_000),
      connectionsCheckingInterval: Math.min(patience, 5000),
    },
    getRequestListener(app.fetch),
  );
  const candidates =
    port === 0
      ? [0]
      : Array.from({ length: tries + 1 }, (_, index) => port + index).filter((candidate) => candidate <= 65_535);
  for (const candidate of candidates) {
    const found = await listen(server, candidate, host);
    if (found === null) continue;
    if (port !== 0 && found !== port) onLine?.(`Port ${port} is taken, so ${found} is used.`);
    const url = `http://${host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host}:${found}/`;
    onListen?.(url);
    const close = (): Promise<void> =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    return { port: found, url, close };
  }
  throw new InputError(`Ports ${port} to ${port + tries} are all taken. Choose another with --port.`);
}
