// What a dossier remembers, and how it is asked for: one small interface, so that a file (sqlite.ts) and a server can both
// keep a dossier. Every method is a promise for that reason; a change is one transaction and is lasting once it resolves.
import type { Decision } from "../model/decision.js";
import type { Document } from "../model/document.js";
import type { DocumentId } from "../model/ids.js";
import type { Reading } from "../model/reading.js";
import type { Range } from "../model/span.js";

/** What full-text search looks through: a document, or the words of one statement or event in it. */
export type PassageKind = "document" | "statement" | "event";
export type Passage = Range & { readonly kind: PassageKind; readonly words: string };

/** What was read from a document. `maker` names the reader's very code, so that older readings are known. */
export type KeptReading = {
  readonly reading: Reading;
  readonly maker: string;
  readonly document: Document | null; // as this reader took it from the same bytes, where it is another than at intake
  readonly keys: readonly string[]; // by which linking finds a document's neighbours
  readonly passages: readonly Passage[];
};

/** A document with its original bytes (null: it came with a record, which holds only texts) and its reading, if read. */
export type Kept = {
  readonly document: Document;
  readonly bytes: Uint8Array | null;
  readonly kept: KeptReading | null;
};

/** A document as linking takes it. `bytes` says whether the original is kept. */
export type Held = {
  readonly document: Document;
  readonly reading: Reading | null;
  readonly maker: string | null;
  readonly bytes: boolean;
};

/** A passage that holds the words searched for. In `snippet`, U+0001 and U+0002 stand around each of them. */
export type Hit = Range & {
  readonly kind: PassageKind;
  readonly document: DocumentId;
  readonly snippet: string;
  readonly score: number; // higher fits better; comparable within one search only
};

/** What a check of the whole store found: one line each, empty when all is well. */
export type Damage = { readonly what: string; readonly todo: string };

export interface Store {
  /** Where it is: a path, for people. */
  readonly place: string;
  /** Whether nothing can be written (a read-only file or folder). */
  readonly readOnly: boolean;

  /** Counts the changes of documents, readings and decisions; the same version holds the same dossier. */
  version(): Promise<number>;
  title(): Promise<string>;
  setTitle(title: string): Promise<void>;

  /** Number of documents. */
  count(): Promise<number>;
  /** Whether a document is there, and whether with its original bytes; null: it is not there. */
  has(id: DocumentId): Promise<{ readonly bytes: boolean } | null>;
  /** Documents taken from an address, in the order of intake. */
  at(uri: string): Promise<readonly DocumentId[]>;
  /** Adds a document, or gives one that came with a record its original bytes. False: it was there already. */
  add(kept: Kept): Promise<boolean>;
  /** Puts a newer reading in place of the one that is kept. */
  putReading(id: DocumentId, kept: KeptReading): Promise<void>;
  /** Documents without a reading, in the order of intake; with a `maker`, also those that another one read. */
  unread(maker: string | null): Promise<readonly DocumentId[]>;
  /** One document. */
  held(id: DocumentId): Promise<Held | null>;
  /** All documents in the order of intake. */
  all(): AsyncIterable<Held>;
  /** Original bytes of a document. */
  bytes(id: DocumentId): Promise<Uint8Array | null>;
  /** Documents that share keys with a document, those that share the rarest first; at most `most`, at bounded cost. */
  neighbours(keys: readonly string[], except: DocumentId, most: number): Promise<readonly DocumentId[]>;

  /** Passages that hold all the words (the last letters of a word may be missing; "in quotes": in this order), best first. */
  search(words: string, most: number): Promise<readonly Hit[]>;

  decisions(): Promise<readonly Decision[]>;
  /** Appends to the log, all or none; nothing in it is ever changed. */
  decide(...decisions: readonly Decision[]): Promise<void>;

  /** The JSON, as bytes, of the record made of this version by this maker for this day of view ("" for all); null: make it. */
  cachedRecord(asOf: string, maker: string): Promise<Uint8Array | null>;
  /** Keeps a made record, its JSON in pieces; forgets those of other versions. Does nothing where it cannot write. */
  cacheRecord(asOf: string, maker: string, version: number, json: Iterable<string>): Promise<void>;
  /** The record that was imported, as long as nothing else was added since. */
  importedRecord(): Promise<Uint8Array | null>;
  /** Takes in a record with its documents: all of it or nothing. */
  importRecord(
    json: Iterable<string>,
    title: string,
    documents: readonly Document[],
    passages: (id: DocumentId) => readonly Passage[],
  ): Promise<void>;

  /** Checks the store itself: pages, indexes, full text. */
  damage(): Promise<readonly Damage[]>;
  close(): Promise<void>;
}
