// parley decide KIND …, parley undecide ID: a person's corrections, shown before and after they are kept.
import { kindsOfDecisions } from "../decide/draft.js";
import { InputError } from "../model/errors.js";
import { type Decided, type Deciding, type Dossier, openDossier } from "../parley.js";
import { changesText } from "./changes.js";
import { inkOf, widthOf, wrap } from "./ink.js";
import { type Action, exit, type Io } from "./io.js";

type Flags = {
  readonly dossier: string;
  readonly by?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
};
type DecideFlags = Flags & { readonly date?: string; readonly in?: string; readonly list?: boolean };

/** Who decides: as said, as PARLEY_AUTHOR says, else who is at the machine. Throws InputError where nobody is known. */
export function authorOf({ env }: Io, by: string | undefined): string {
  const author = by ?? env.PARLEY_AUTHOR ?? env.USER ?? env.USERNAME ?? "";
  if (author.trim() === "") throw new InputError("who decides? Say it with --by NAME, or set PARLEY_AUTHOR");
  return author.trim();
}

function byOf(io: Io, { by, reason, dryRun }: Flags): Deciding {
  return {
    author: authorOf(io, by),
    at: io.now?.() ?? new Date().toISOString(),
    reason: reason ?? null,
    dryRun: dryRun ?? false,
  };
}

/** The kinds with what each takes, one under the other. */
function kindLines(width: number): string {
  const pad = Math.max(...kindsOfDecisions.map(({ kind }) => kind.length));
  return kindsOfDecisions
    .flatMap(({ kind, takes, about }) => [`${kind.padEnd(pad)}  ${takes}`, ...wrap(about, width, " ".repeat(pad + 2))])
    .map((line) => `${line}\n`)
    .join("");
}

async function tell(io: Io, flags: Flags, decide: (dossier: Dossier) => Promise<Decided>): Promise<number> {
  const dossier = await openDossier(flags.dossier, { mode: flags.dryRun ? "read" : "write" });
  try {
    const { decision, changes } = await decide(dossier);
    if (flags.format === "json") {
      io.out(`${JSON.stringify({ saved: !flags.dryRun, decision, changes }, null, 1)}\n`);
      return exit.done;
    }
    const { id, action, author, supersedes } = decision;
    const head = `${id}: ${action.kind}${supersedes === null ? "" : `, in place of ${supersedes}`}, by ${author}`;
    io.out(
      `${flags.dryRun ? `Would change (nothing was saved)` : `Decided ${head}. Changed`}:\n${changesText(changes, { ink: inkOf(io), width: widthOf(io) })}`,
    );
    if (!flags.dryRun && flags.format === "text") io.err(`To take it back: parley undecide ${id}\n`);
    return exit.done;
  } finally {
    await dossier.close();
  }
}

export const decideCommand: Action = async (io, [kind, ...args], raw) => {
  const flags = raw as unknown as DecideFlags;
  if (flags.list) {
    io.out(kindLines(widthOf(io)));
    return exit.done;
  }
  if (kind === undefined) throw new InputError("which kind of decision? See: parley decide --list");
  const draft = { kind, args, date: flags.date ?? null, inDocument: flags.in ?? null };
  return tell(io, flags, (dossier) => dossier.decide(draft, byOf(io, flags)));
};

export const undecideCommand: Action = async (io, [id = ""], raw) => {
  const flags = raw as unknown as Flags;
  return tell(io, flags, (dossier) => dossier.undecide(id, byOf(io, flags)));
};
