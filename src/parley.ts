// The roof: Parley as a library, and the only place where defaults are bound (English, outlets, the SQLite store). What is
// heavy is imported when first needed.
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { kindsOfDecisions } from "./decide/draft.js";
import { datedByOthers } from "./dossier/dating.js";
import { fingerprintOf } from "./dossier/fingerprint.js";
import type { DossierKit, Linker, Preparer, Reader } from "./dossier/kit.js";
import { checkRecord as checkImport, type Dossier, dossierOf, type SourceFile, sourcesIn } from "./dossier.js";
import { weightFile } from "./lang/en/weights.js";
import type { LinkInput } from "./link/input.js";
import type { LinkOptions } from "./link/link.js";
import type { Document } from "./model/document.js";
import { inputError } from "./model/errors.js";
import type { Reading } from "./model/reading.js";
import type { ParleyRecord } from "./model/record.js";
import type { IntakePoint } from "./store/sqlite.js";

export type {
  Check,
  Decided,
  Deciding,
  DecisionLog,
  Dossier,
  Draft,
  Imported,
  Intake,
  LogEntry,
  News,
  OnProgress,
  Outcome,
  Progress,
  ReadAgain,
  Reread,
  SearchHit,
  SourceFile,
  View,
  ViewOptions,
} from "./dossier.js";
export { checkNode, sourceOfStdin } from "./dossier.js";
export type { Decision } from "./model/decision.js";
export type { Agreement, Change, Conflict } from "./model/decision-log.js";
export type { Document } from "./model/document.js";
export type { Edtf } from "./model/edtf.js";
export { InputError } from "./model/errors.js";
export type { Reading } from "./model/reading.js";
export type {
  Actor,
  Discrepancy,
  Event,
  Issue,
  ParleyRecord,
  Position,
  Proposal,
  RecordDocument,
  RecordProblem,
  RecordTimex,
  Series,
  Statement,
  StateOfDialogue,
  Utterance,
} from "./model/record.js";
export type { Span } from "./model/span.js";

/** The first call makes it, every other gives the same. */
function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** Rooms whose code decides what a reading holds; link/ besides, what a record holds. */
const readingRooms = ["model", "text", "learn", "time", "ingest", "read", "lang", "outlets"];

/** The code at hand, by hash: taken once, since what is loaded does not change with the files. */
const makers = once((): Pick<DossierKit, "readerMaker" | "recordMaker"> => {
  const source = fileURLToPath(new URL(".", import.meta.url));
  const readerMaker = fingerprintOf(source, readingRooms, [weightFile()]);
  return { readerMaker, recordMaker: `${readerMaker}-${fingerprintOf(source, ["link", "decide"])}` };
});
/** Files of folders that are read, lower case. */
const extensions = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml"];
const largest = 10_000_000; // bytes of a source

const loadReader = once(async (): Promise<Reader> => (await import("./work/reader.js")).makeReader(largest));

/** Who reads so many documents: this thread, or as many others as are worth their start; `workers` says how many instead. */
async function preparerFor(documents: number, workers: number | undefined): Promise<Preparer> {
  const { threadPool, threadsFor } = await import("./work/pool.js");
  const threads = Math.min(documents, workers ?? threadsFor(documents));
  if (threads > 1) {
    const { sharedWeights } = await import("./lang/en/language.js");
    return threadPool({ threads, data: () => ({ largest, weights: sharedWeights() }), reader: loadReader });
  }
  return (await import("./dossier/prepare.js")).preparerHere(loadReader);
}

const loadLinker = once(async (): Promise<Linker> => {
  const [{ link }, { newsOf }, { linkWords }, { readerVersion }] = await Promise.all([
    import("./link/link.js"),
    import("./link/news.js"),
    import("./lang/en/link.js"),
    import("./read/read.js"),
  ]);
  const words = linkWords();
  const optionsOf = (title: string): LinkOptions => ({ title, reader: readerVersion, words });
  return {
    link: (inputs, decisions, title) => link(inputs, decisions, optionsOf(title)),
    newsOf: (fresh, neighbours, title) => newsOf(fresh, neighbours, optionsOf(title)),
  };
});

const parseRecord: DossierKit["parseRecord"] = async (input, where) =>
  (await import("./model/schema.js")).parseRecord(input, where);

/** Everything that a dossier is given, bound to what this package ships. */
const defaultKit = ({ workers }: Pick<OpenOptions, "workers"> = {}): DossierKit => ({
  ...makers(),
  reader: loadReader,
  preparer: (documents) => preparerFor(documents, workers),
  linker: loadLinker,
  parseRecord,
});

/** How a dossier is opened. */
export type OpenOptions = {
  /** "read": it must be there; "write": the same, and writable; "create" (the default): made if it is not there. */
  readonly mode?: "read" | "write" | "create";
  /** Title of a new dossier; without one, its file's name. */
  readonly title?: string;
  /** Threads that read when many reports are taken in (1: this one alone); else as many as the machine and they are worth. */
  readonly workers?: number;
  /** Told of each step of an intake: for tests that stop there. */
  readonly at?: (point: IntakePoint) => void;
};

/**
 * Opens the dossier file at `path`, or makes it, as `options` say; gives the dossier, to be closed when done. Throws InputError,
 * having changed nothing, where that cannot be.
 */
export async function openDossier(path: string, options: OpenOptions = {}): Promise<Dossier> {
  const { openSqlite } = await import("./store/sqlite.js");
  const { mode = "create", title = basename(path).replace(/\.parley$/, ""), at } = options;
  return dossierOf(openSqlite(path, { mode, title, ...(at ? { at } : {}) }), defaultKit(options));
}

/**
 * What paths name, to be taken into the dossier file at `dossier`: files; folders with their .txt, .md and .html files. A file
 * beside or below the dossier is named relative to it. Throws InputError for a path that is not there.
 */
export const findSources = (paths: readonly string[], dossier: string): readonly SourceFile[] =>
  sourcesIn(paths, { beside: dirname(resolve(dossier)), extensions, largest });

/**
 * `input`, parsed from JSON, as a record that a dossier can take in: of the schema, its texts those of their hashes. Throws
 * InputError that names `where`, the file that it came from.
 */
export const checkRecord = (input: unknown, where: string): Promise<ParleyRecord> =>
  checkImport(input, where, { parseRecord });

/**
 * `record` written in a `format`: "csv", "json", "md", "html", "docx" … (`parley export --list` tells them all). Gives its bytes;
 * of text they are UTF-8, and `String()` makes text of them. The same record gives the same bytes. Throws InputError for a
 * format that is not there.
 */
export async function exportRecord(record: ParleyRecord, format: string): Promise<Buffer> {
  const { exporters, piecesOf } = await import("./export/index.js");
  const exporter = exporters.find(({ name }) => name === format);
  if (!exporter)
    throw inputError("there is no such format", format, `There are: ${exporters.map(({ name }) => name).join(", ")}`);
  const pieces = await piecesOf(exporter, record);
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}

/** Every kind of decision, with what its arguments are and what it says: "merge-actors" takes "ACTOR ACTOR…": these are one. */
export const decisionKinds: readonly { readonly kind: string; readonly takes: string; readonly about: string }[] =
  kindsOfDecisions.map(({ kind, takes, about }) => ({ kind, takes, about }));

/** What a single text is called. */
export type TextOptions = {
  /** Address of the text, relative to the dossier. Part of the document's id. */
  readonly uri?: string;
};

/**
 * One report, read: gives its document (what its page says of itself) and its reading (what it tells). `text` is plain text, or
 * HTML as its `uri` or its beginning says. Throws UnreadableError for a text without a word.
 */
export async function readText(
  text: string,
  { uri = "text" }: TextOptions = {},
): Promise<{ readonly document: Document; readonly reading: Reading }> {
  const reader = await loadReader();
  const document = await reader.ingest({ uri, bytes: new TextEncoder().encode(text) });
  return { document, reading: reader.read(document) };
}

/** How a folder is read. */
export type FolderOptions = {
  readonly title?: string; // else the folder's name
  readonly onSkipped?: (line: string) => void; // "<uri>: <reason>" of each file that cannot be read
};

/**
 * Gives the record of the reports in `folder` and the folders in it, without a dossier; what cannot be read is told to
 * `onSkipped`. Throws InputError where the folder is not there or holds no report.
 */
export async function readFolder(
  folder: string,
  { title = basename(resolve(folder)), onSkipped }: FolderOptions = {},
): Promise<ParleyRecord> {
  const found = findSources([folder], join(folder, "none.parley"));
  if (found.length === 0)
    throw inputError(
      "there is nothing to read in it",
      folder,
      `Reports are files of the kinds ${extensions.join(" ")}`,
    );
  const [reader, linker, { UnreadableError }] = await Promise.all([
    loadReader(),
    loadLinker(),
    import("./ingest/unreadable.js"),
  ]);
  const inputs: LinkInput[] = [];
  for (const { uri, load } of found) {
    try {
      const document = await reader.ingest({ uri, bytes: await load() });
      inputs.push({ document, reading: reader.read(document) });
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      onSkipped?.(error.message);
    }
  }
  return linker.link(await datedByOthers(inputs, { reader: loadReader }), [], title);
}
