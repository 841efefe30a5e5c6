// What a dossier is given to work with. Each part is loaded when first asked for, so that a command that only shows what is
// kept loads no reader.
import type { Source } from "../ingest/ingest.js";
import type { LinkInput } from "../link/input.js";
import type { Decision } from "../model/decision.js";
import type { Document, Published } from "../model/document.js";
import type { Reading } from "../model/reading.js";
import type { ParleyRecord } from "../model/record.js";
import type { Passage } from "../store/store.js";
import type { OtherDays } from "../time/published.js";

/** One thing that a newly taken in document brings, in one line for people. */
export type News = {
  readonly kind: "event" | "statement" | "position" | "contradiction" | "duplicate";
  readonly line: string;
};

export type Reader = {
  /** Throws UnreadableError, and nothing else. */
  readonly ingest: (source: Source) => Promise<Document>;
  readonly read: (document: Document) => Reading;
  /** The day of an undated document whose year other reports of its dossier lend; `days`: those that they are of, and tell. */
  readonly publishedAmong: (document: Document, others: OtherDays) => Published | null;
  /** Keys by which linking finds a document's neighbours. */
  readonly keysOf: (input: LinkInput) => readonly string[];
};

/** What to read: a new source, or a document that is kept, from its original bytes where they are kept too. */
export type Task =
  | { readonly kind: "new"; readonly source: Source }
  | { readonly kind: "again"; readonly document: Document; readonly bytes: Uint8Array | null };

/** What was made of a task: plain values, which pass from thread to thread as they are. */
export type Prepared = {
  readonly document: Document;
  readonly reading: Reading;
  readonly keys: readonly string[];
  readonly passages: readonly Passage[];
};

/** Who reads for an intake: this thread, or several others. */
export type Preparer = {
  /** Tasks to begin before the first is taken: each holds its text and its reading in memory. */
  readonly window: number;
  /** Throws UnreadableError for a source that cannot be read. */
  readonly prepare: (task: Task) => Promise<Prepared>;
  readonly close: () => Promise<void>;
};

export type Linker = {
  readonly link: (inputs: readonly LinkInput[], decisions: readonly Decision[], title: string) => ParleyRecord;
  /** What `fresh` documents tell that their neighbours did not. */
  readonly newsOf: (fresh: readonly LinkInput[], neighbours: readonly LinkInput[], title: string) => readonly News[];
};

export type DossierKit = {
  /** Version and code of the reader: readings of another one are told as older. */
  readonly readerMaker: string;
  /** The same of reader and linker: a record of another one is linked anew. */
  readonly recordMaker: string;
  readonly reader: () => Promise<Reader>;
  /** Who reads so many documents. It is closed by whoever asked for it. */
  readonly preparer: (documents: number) => Promise<Preparer>;
  readonly linker: () => Promise<Linker>;
  /** Parses a record from outside; throws InputError that names `where`. */
  readonly parseRecord: (input: unknown, where: string) => Promise<ParleyRecord>;
};
