#!/usr/bin/env node
// The door: the process as the command line is given it.
import type { Io } from "./io.js";
import { run } from "./run.js";

/** A reader that went away ("parley chronicle | head") is no error: what is left is not wanted. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0);
  });

async function stdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  ...(process.stdout.isTTY ? {} : { outBytes: (bytes: Uint8Array) => void process.stdout.write(bytes) }),
  err: (text) => void process.stderr.write(text),
  stdin,
  terminal: {
    in: process.stdin.isTTY === true,
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
  },
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  env: process.env,
  nodeVersion: process.version,
  ended: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
};

process.exitCode = await run(process.argv.slice(2), io);
