// Progress of an intake: a bar where standard error is a terminal, else a line for each report; what is skipped always has
// its line.
import type { OnProgress, Outcome } from "../parley.js";
import { printable } from "./ink.js";
import type { Io } from "./io.js";

export type Shown = { readonly on: OnProgress; readonly stop: () => void };

function lineOf(outcome: Outcome): string {
  const uri = printable(outcome.uri);
  if (outcome.kind === "skipped") return `skipped ${uri}: ${printable(outcome.reason)}`;
  if (outcome.kind === "there") return `already there ${uri}`;
  return `taken in ${uri}${outcome.replaces === null ? "" : ` (replaces ${outcome.replaces}, taken from the same address)`}`;
}

/** Shows progress over `total` reports. Lines of what was taken in go to `out`, of what was skipped to standard error. */
export async function showProgress(io: Io, total: number): Promise<Shown> {
  if (!io.terminal.err || total < 2) {
    return {
      on: ({ outcome }) => (outcome.kind === "skipped" ? io.err : io.out)(`${lineOf(outcome)}\n`),
      stop: () => {},
    };
  }
  const { SingleBar } = (await import("cli-progress")).default;
  const skipped: string[] = [];
  const bar = new SingleBar({
    format: "{bar} {value}/{total} {uri}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(total, 0, { uri: "" });
  return {
    on: ({ done, outcome }) => {
      bar.update(done, { uri: printable(outcome.uri) });
      if (outcome.kind === "skipped") skipped.push(lineOf(outcome));
    },
    stop: () => {
      bar.stop();
      for (const line of skipped) io.err(`${line}\n`);
    },
  };
}
