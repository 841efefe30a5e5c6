// A world for the command line in tests: what it prints is kept, what it is told is given.
import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

export type Told = { readonly code: number; readonly out: string; readonly err: string };
export type World = {
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly columns?: number | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeVersion?: string;
  readonly ended?: Promise<void>;
  readonly onOut?: (text: string) => void;
};

/** Runs the command line with some arguments in a world. */
export async function parley(args: readonly string[], world: World = {}): Promise<Told> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = world.terminal ?? false;
  const io: Io = {
    out: (text) => {
      out.push(text);
      world.onOut?.(text);
    },
    err: (text) => void err.push(text),
    stdin: async () => new TextEncoder().encode(world.stdin ?? ""),
    terminal: { in: terminal, out: terminal, err: false },
    columns: world.columns ?? null,
    env: world.env ?? {},
    nodeVersion: world.nodeVersion ?? process.version,
    ended: () => world.ended ?? Promise.resolve(),
  };
  const code = await run(args, io);
  return { code, out: out.join(""), err: err.join("") };
}
