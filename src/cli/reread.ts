// What reading anew changed, in lines for people: because of the reader, because of decisions, and what decisions kept.
import type { ReadAgain } from "../parley.js";
import { changesText } from "./changes.js";
import { entryLines } from "./decisions.js";
import type { Paper } from "./listing.js";

type Reread = NonNullable<ReadAgain["changed"]>;

const titled = (title: string, text: string, paper: Paper): string => `\n${paper.ink.bold(title)}\n${text}`;
const lines = (all: readonly string[]): string => all.map((line) => `  ${line}\n`).join("");

/** The parts that hold something, each under its title. */
export function rereadText({ reader, decisions, kept, lost, back }: Reread, paper: Paper): string {
  const changed = (title: string, changes: typeof reader): string =>
    changes.length === 0 ? "" : titled(`${title} (${changes.length})`, changesText(changes, paper), paper);
  const entries = (title: string, some: typeof lost): string =>
    some.length === 0
      ? ""
      : titled(`${title} (${some.length})`, lines(some.flatMap((entry) => entryLines(entry, paper))), paper);
  const told = [
    changed("Changed because of the reader", reader),
    changed("Changed because of decisions", decisions),
    changed("Read otherwise, and kept as decided", kept),
    entries("Decisions that match nothing any more", lost),
    entries("Decisions that have effect again", back),
  ].join("");
  return told === "" ? "The record is the same.\n" : told;
}
