// parley decisions: the log of a person's corrections with what became of each; out of a dossier, and into another.
import { inLogOrder } from "../model/decision-log.js";
import { InputError } from "../model/errors.js";
import { type DecisionLog, type Dossier, type LogEntry, openDossier } from "../parley.js";
import { saidIn } from "../query/decision-words.js";
import { cut, inkOf, printable, widthOf, wrap } from "./ink.js";
import { type Action, exit, type Io } from "./io.js";
import type { Paper } from "./listing.js";
import { readJson } from "./read-json.js";
import { writeWhole } from "./write-file.js";

type Flags = { readonly dossier: string; readonly format: "text" | "json"; readonly output?: string };

const todo = "Write one with: parley decisions export -o FILE; nothing was changed";

/** An entry of the log with what became of it. */
export function entryLines({ decision, state, why }: LogEntry, { ink, width }: Paper): readonly string[] {
  const { id, at, author, reason, supersedes, action } = decision;
  const mark = { "in force": ink.green, superseded: ink.dim, "without effect": ink.red }[state];
  const what = action.kind === "withdraw" ? `withdraw ${supersedes ?? ""}` : `${action.kind} ${saidIn(action)}`;
  return [
    `${ink.bold(id)}  ${at.slice(0, 16).replace("T", " ")}  ${printable(author)}  ${mark(state)}`,
    ...wrap(printable(what.trim()), width, "    "),
    ...action.on.slice(0, 4).flatMap(({ words }) => wrap(`“${printable(cut(words, 160))}”`, width, "    ")),
    ...(reason === null ? [] : wrap(printable(`because: ${reason}`), width, "    ")),
    ...(why === null ? [] : wrap(printable(`${state}: ${why}`), width, "    ")),
  ];
}

const figure = (alpha: number | null): string =>
  alpha === null ? "not to be told: all said the same" : alpha.toFixed(3);

function logText({ entries, conflicts, agreement }: DecisionLog, paper: Paper): string {
  const { ink, width } = paper;
  const lines = entries.flatMap((entry) => entryLines(entry, paper));
  const conflicting = conflicts.flatMap(({ field, words, says }) => [
    ...wrap(printable(`${field} of “${cut(words, 120)}”`), width, "  "),
    ...says.map(
      ({ id, author, value }, index) =>
        `      ${printable(author)}: ${printable(cut(value, 100))} (${id}${index === says.length - 1 ? ", has effect" : ""})`,
    ),
  ]);
  const agreed =
    agreement.units === 0
      ? []
      : [
          "",
          ink.bold(`Agreement between ${agreement.coders.map(printable).join(", ")}`),
          `  Krippendorff's alpha, all ${agreement.units} decided by several: ${figure(agreement.alpha)}`,
          ...agreement.fields.map(({ field, units, alpha }) => `  ${field} (${units}): ${figure(alpha)}`),
        ];
  return [...lines, ...(conflicting.length > 0 ? ["", ink.bold("Conflicts"), ...conflicting] : []), ...agreed]
    .map((line) => `${line}\n`)
    .join("");
}

async function list(dossier: Dossier, io: Io, flags: Flags): Promise<number> {
  const log = await dossier.decisionLog();
  if (flags.format === "json") io.out(`${JSON.stringify(log, null, 1)}\n`);
  else if (log.entries.length === 0) io.err("No decision was made. See: parley decide --list\n");
  else io.out(logText(log, { ink: inkOf(io), width: widthOf(io) }));
  return exit.done;
}

async function write(dossier: Dossier, io: Io, { output }: Flags): Promise<number> {
  const text = `${JSON.stringify(inLogOrder(await dossier.decisions()), null, 1)}\n`;
  if (output === undefined || output === "-") io.out(text);
  else writeWhole(output, [text]);
  return exit.done;
}

async function take(dossier: Dossier, io: Io, input: unknown, where: string): Promise<number> {
  const { added, known } = await dossier.importDecisions(input, where);
  const { entries, conflicts } = await dossier.decisionLog();
  const lost = entries.filter(({ state }) => state === "without effect").length;
  io.out(
    `${added} decision${added === 1 ? "" : "s"} taken in from ${where}, ${known} already there. ${conflicts.length} conflict${conflicts.length === 1 ? "" : "s"}, ${lost} without effect${conflicts.length + lost > 0 ? ". See: parley decisions" : ""}.\n`,
  );
  return exit.done;
}

export const decisionsCommand: Action = async (io, [what = "list", file], raw) => {
  const flags = raw as unknown as Flags;
  if (!["list", "export", "import"].includes(what))
    throw new InputError(`“${what}”: decisions can be listed, exported, imported. Write list, export or import`);
  if (what === "import" && file === undefined)
    throw new InputError(
      "decisions import takes a file (- for standard input). Write one with: parley decisions export -o FILE",
    );
  const input = what === "import" && file !== undefined ? await readJson(file, io, todo) : null;
  const dossier = await openDossier(flags.dossier, { mode: what === "import" ? "write" : "read" });
  try {
    if (what === "list") return await list(dossier, io, flags);
    if (what === "export") return await write(dossier, io, flags);
    return await take(dossier, io, input, file === "-" || file === undefined ? "standard input" : file);
  } finally {
    await dossier.close();
  }
};
