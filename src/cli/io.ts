// What the command line is given of the world, so that tests can give it another.
import type { IntakePoint } from "../store/sqlite.js";

export type Io = {
  readonly out: (text: string) => void; // standard output
  readonly outBytes?: (bytes: Uint8Array) => void; // standard output for what is no text; absent: none can be written there
  readonly err: (text: string) => void; // standard error
  readonly stdin: () => Promise<Uint8Array>;
  readonly terminal: { readonly in: boolean; readonly out: boolean; readonly err: boolean };
  readonly columns: number | null; // width of the terminal; null: no terminal
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly nodeVersion: string;
  /** Resolves when the process is asked to end (SIGINT, SIGTERM). */
  readonly ended: () => Promise<void>;
  /** The time, as ISO 8601 in UTC; absent: the machine's. */
  readonly now?: () => string;
  /** Told of each step of an intake: for tests that stop there. */
  readonly at?: (point: IntakePoint) => void;
};

/** The exit codes of every command. */
export const exit = { done: 0, skipped: 1, usage: 2, broken: 3 } as const;

/** What a command does, with its arguments and options as typed; gives the exit code. */
export type Action = (io: Io, args: readonly string[], flags: Readonly<Record<string, unknown>>) => Promise<number>;
