// One run of the command line: arguments in, exit code out. Errors become one line that says what to do.
import { CommanderError } from "commander";
import { InputError } from "../model/errors.js";
import { UnknownNameError } from "../query/names.js";
import { program } from "./commands.js";
import { type Action, exit, type Io } from "./io.js";
import { version } from "./version.js";

type Chosen = {
  readonly load: () => Promise<Action>;
  readonly args: readonly string[];
  readonly flags: Record<string, unknown>;
};

/** Where names of a kind are listed. */
const listsOf: Readonly<Record<string, string>> = {
  actor: "parley actors",
  issue: "parley issues",
  outlet: "parley documents",
};

/** An error as it is told, and its exit code. */
function toldAs(error: unknown): { readonly lines: string; readonly code: number } {
  if (error instanceof InputError) return { lines: `parley: ${error.message}`, code: exit.usage };
  if (error instanceof UnknownNameError) {
    const near =
      error.near.length > 0 ? `Near it: ${error.near.join(", ")}` : `See: ${listsOf[error.kind] ?? "parley --help"}`;
    return { lines: `parley: ${error.message}. ${near}`, code: exit.usage };
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    lines: `parley: something broke, and it should not have. Nothing half-done was kept.\n${told}`,
    code: exit.broken,
  };
}

/** What is wrong with what was typed, in one line: "parley: unknown command 'chronicl' (Did you mean chronicle?)" */
const oneLine = (text: string): string =>
  text
    .replace(/^error: /, "parley: ")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\.$/, "");

/** Which command to run; a number where help or an error was printed: the exit code. */
function choose(argv: readonly string[], io: Io): Chosen | number {
  let chosen: Chosen | null = null;
  const root = program(version, (load, args, flags) => {
    chosen = { load, args, flags };
  });
  for (const command of [root, ...root.commands]) {
    command.exitOverride().configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.columns ?? 100,
      getErrHelpWidth: () => io.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) =>
        write(`${oneLine(text)}. See: ${command === root ? "parley" : `parley ${command.name()}`} --help\n`),
    });
  }
  const [first, asked] = argv;
  if (
    first === "help" &&
    asked !== undefined &&
    !/^-|^help$/.test(asked) &&
    !root.commands.some((one) => one.name() === asked)
  ) {
    io.err(`parley: unknown command '${asked}'. See: parley --help\n`);
    return exit.usage;
  }
  try {
    root.parse(argv, { from: "user" });
    return chosen ?? exit.usage;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    throw error;
  }
}

/** Runs the command line with `argv` (without node and script); gives the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    const chosen = choose(argv.length === 0 ? ["--help"] : argv, io);
    if (typeof chosen === "number") return chosen;
    const action = await chosen.load();
    return await action(io, chosen.args, chosen.flags);
  } catch (error) {
    const { lines, code } = toldAs(error);
    io.err(`${lines}\n`);
    return code;
  }
}
