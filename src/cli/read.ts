// parley read: takes reports in, reads them, says what is new.
import { InputError } from "../model/errors.js";
import { type Dossier, findSources, type Intake, openDossier, type SourceFile, sourceOfStdin } from "../parley.js";
import { inkOf, printable, widthOf } from "./ink.js";
import { type Action, exit, type Io } from "./io.js";
import { numberOption } from "./options.js";
import { showProgress } from "./progress.js";
import { rereadText } from "./reread.js";

type Flags = {
  readonly dossier: string;
  readonly title?: string;
  readonly again?: boolean;
  readonly news: boolean;
  readonly workers?: string;
};

const mostNews = 24; // lines
const mostWorkers = 64;

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** Refuses what cannot be read, before a dossier is made. */
function checkArguments(args: readonly string[], { again, title }: Flags): void {
  const address = args.find((arg) => /^[a-z][a-z0-9+.-]+:\/\//i.test(arg));
  if (address !== undefined)
    throw new InputError(`${address}: addresses are not fetched. Save the page and name the file`);
  if (title?.trim() === "") throw new InputError('--title: "" is no title. Write some words');
  if (args.length === 0 && !again && title === undefined)
    throw new InputError(
      "there is nothing to read. Name files or folders, or - for standard input: parley read clippings/",
    );
}

/** What the arguments name, found before a dossier is made. */
async function sourcesOf(args: readonly string[], dossier: string, io: Io): Promise<readonly SourceFile[]> {
  const paths = args.filter((arg) => arg !== "-");
  const found = paths.length > 0 ? findSources(paths, dossier) : [];
  const sources = args.includes("-") ? [...found, sourceOfStdin(await io.stdin())] : found;
  if (args.length > 0 && sources.length === 0)
    throw new InputError(`${args.join(" ")}: no reports are there. Reports are .txt, .md and .html files`);
  return sources;
}

function tellIntake(io: Io, { outcomes }: Intake, dossier: string, all: number): void {
  const count = (kind: string): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const replaced = outcomes.filter((outcome) => outcome.kind === "taken" && outcome.replaces !== null).length;
  const parts = [
    `${count("taken")} taken in${replaced > 0 ? ` (${replaced} in place of an earlier one)` : ""}`,
    count("there") > 0 ? `${count("there")} already there` : null,
    count("skipped") > 0 ? `${count("skipped")} skipped` : null,
  ];
  io.out(`${parts.filter((part) => part !== null).join(", ")}. ${dossier} holds ${counted(all, "document")}.\n`);
}

function tellNews(io: Io, { news, untold }: Intake): void {
  if (untold !== null)
    io.err(
      `parley: what is new could not be told (${printable(untold.split("\n", 1)[0] ?? "")}). All that was taken in is kept\n`,
    );
  if (news.length === 0) return;
  const ink = inkOf(io);
  io.out(`\n${ink.bold("New")}\n`);
  for (const { kind, line } of news.slice(0, mostNews))
    io.out(`  ${kind === "contradiction" ? ink.red(printable(line)) : printable(line)}\n`);
  if (news.length > mostNews)
    io.out(ink.dim(`  … and ${news.length - mostNews} more: parley chronicle, parley statements\n`));
}

async function readAgain(io: Io, dossier: Dossier, { news }: Flags, alone: boolean): Promise<void> {
  const shown = await showProgress(io, await dossier.count());
  const again = await dossier
    .readAgain(
      ({ outcome, ...rest }) => {
        if (io.terminal.err) shown.on({ ...rest, outcome });
      },
      { compare: news },
    )
    .finally(shown.stop);
  if (again.read > 0) io.out(`${counted(again.read, "document")} read anew.\n`);
  else if (alone) io.out("Every reading is of this reader.\n");
  if (again.changed) io.out(rereadText(again.changed, { ink: inkOf(io), width: widthOf(io) }));
  if (again.untold !== null)
    io.err(
      `parley: what changed could not be told (${printable(again.untold.split("\n", 1)[0] ?? "")}). All that was read is kept\n`,
    );
}

export const readCommand: Action = async (io, args, raw) => {
  const flags = raw as unknown as Flags;
  checkArguments(args, flags);
  const workers = flags.workers === undefined ? null : numberOption("--workers", flags.workers, 1, mostWorkers);
  const sources = await sourcesOf(args, flags.dossier, io);
  const mode = args.length > 0 ? "create" : "write";
  const dossier = await openDossier(flags.dossier, {
    mode,
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(workers === null ? {} : { workers }),
    ...(io.at ? { at: io.at } : {}),
  });
  try {
    if (flags.title !== undefined && flags.title !== (await dossier.title())) await dossier.setTitle(flags.title);
    if (flags.again) await readAgain(io, dossier, flags, args.length === 0);
    if (args.length === 0) return exit.done;
    const shown = await showProgress(io, sources.length);
    const intake = await dossier.takeIn(sources, shown.on).finally(shown.stop);
    tellIntake(io, intake, flags.dossier, await dossier.count());
    if (flags.news) tellNews(io, intake);
    return intake.outcomes.some(({ kind }) => kind === "skipped") ? exit.skipped : exit.done;
  } finally {
    await dossier.close();
  }
};
