// The dossier in one SQLite file. Each method is one statement or one transaction; what it returns was committed before.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Decision } from "../model/decision.js";
import type { Document } from "../model/document.js";
import { type DocumentId, sha256 } from "../model/ids.js";
import type { Reading } from "../model/reading.js";
import { type Database, type OpenMode, openDatabase, type Row } from "./database.js";
import { ftsQuery, searchable } from "./fulltext.js";
import type { Damage, Held, Hit, Kept, KeptReading, Passage, PassageKind, Store } from "./store.js";

/** Points of an intake, for tests that stop there: within the transaction, but for the last. */
export type IntakePoint = "document" | "reading" | "keys" | "passages" | "committed";
export type SqliteOptions = {
  readonly mode: OpenMode;
  readonly title: string;
  readonly at?: (point: IntakePoint) => void;
};

const rareEnough = 64; // documents of a key that are looked at: what more share tells little, and would cost more with each document

const atOnce = 32; // documents that are read from the file together
const noPatience = 0; // milliseconds: a cache is not worth waiting for
const keptViews = 8; // as-of records that are kept

/** JSON in pieces, made small: it may be longer than a string, not than a buffer. */
const deflated = (json: Iterable<string>): Uint8Array =>
  deflateRawSync(Buffer.concat(Array.from(json, (piece) => Buffer.from(piece, "utf8"))), { level: 1 });
const inflated = (row: Row | undefined): Uint8Array | null =>
  row?.json instanceof Uint8Array ? inflateRawSync(row.json) : null;

class SqliteStore implements Store {
  readonly #database: Database;
  readonly #at: (point: IntakePoint) => void;

  constructor(database: Database, at: (point: IntakePoint) => void) {
    this.#database = database;
    this.#at = at;
  }

  get place(): string {
    return this.#database.path;
  }
  get readOnly(): boolean {
    return this.#database.readOnly;
  }

  #get(sql: string, ...values: readonly (string | number)[]): Row | undefined {
    return this.#database.prepare(sql).get(...values);
  }
  #number(id: DocumentId): number | null {
    const row = this.#get("SELECT number FROM documents WHERE id = ?", id);
    return row ? Number(row.number) : null;
  }
  #changed(): number {
    this.#database.prepare("UPDATE meta SET value = value + 1 WHERE name = 'version'").run();
    return this.#version();
  }
  #version(): number {
    return Number(this.#get("SELECT value FROM meta WHERE name = 'version'")?.value);
  }

  async version(): Promise<number> {
    return this.#version();
  }
  async title(): Promise<string> {
    return String(this.#get("SELECT value FROM meta WHERE name = 'title'")?.value);
  }
  async setTitle(title: string): Promise<void> {
    this.#database.change(() => {
      this.#putTitle(title);
      this.#changed();
    });
  }
  #putTitle(title: string): void {
    this.#database.prepare("UPDATE meta SET value = ? WHERE name = 'title'").run(searchable(title));
  }

  async count(): Promise<number> {
    return Number(this.#get("SELECT count(*) AS n FROM documents")?.n);
  }
  async has(id: DocumentId): Promise<{ readonly bytes: boolean } | null> {
    const row = this.#get("SELECT bytes IS NOT NULL AS bytes FROM documents WHERE id = ?", id);
    return row ? { bytes: row.bytes === 1 } : null;
  }
  async at(uri: string): Promise<readonly DocumentId[]> {
    const rows = this.#database.prepare("SELECT id FROM documents WHERE uri = ? ORDER BY number").all(searchable(uri));
    return rows.map((row) => String(row.id) as DocumentId);
  }

  async add({ document, bytes, kept }: Kept): Promise<boolean> {
    const added = this.#database.change(() => {
      const there = this.#get("SELECT number, bytes IS NOT NULL AS bytes FROM documents WHERE id = ?", document.id);
      if (there && (there.bytes === 1 || bytes === null)) return false;
      const number = there ? this.#fill(Number(there.number), document, bytes) : this.#insert(document, bytes);
      this.#at("document");
      if (kept) this.#keep(number, document.id, kept);
      this.#changed();
      return true;
    });
    if (added) this.#at("committed");
    return added;
  }
  #insert(document: Document, bytes: Uint8Array | null): number {
    const sql = "INSERT INTO documents (id, uri, bytes, bytes_hash, json) VALUES (?, ?, ?, ?, ?)";
    const hash = bytes && sha256(bytes);
    return Number(
      this.#database.prepare(sql).run(document.id, searchable(document.uri), bytes, hash, JSON.stringify(document))
        .lastInsertRowid,
    );
  }
  #fill(number: number, document: Document, bytes: Uint8Array | null): number {
    this.#database
      .prepare("UPDATE documents SET bytes = ?, bytes_hash = ?, json = ? WHERE number = ?")
      .run(bytes, bytes && sha256(bytes), JSON.stringify(document), number);
    return number;
  }

  async putReading(id: DocumentId, kept: KeptReading): Promise<void> {
    this.#database.change(() => {
      const number = this.#number(id);
      if (number === null) throw new RangeError(`${id}: no such document`);
      this.#keep(number, id, kept);
      this.#changed();
    });
  }
  #keep(number: number, id: DocumentId, { reading, maker, document, keys, passages }: KeptReading): void {
    this.#database
      .prepare(
        "INSERT INTO readings VALUES (?, ?, ?, ?) ON CONFLICT (document) DO UPDATE SET maker = excluded.maker, json = excluded.json, document_json = excluded.document_json",
      )
      .run(number, maker, JSON.stringify(reading), document && JSON.stringify(document));
    this.#at("reading");
    this.#database.prepare("DELETE FROM keys WHERE document = ?").run(number);
    const insert = this.#database.prepare("INSERT OR IGNORE INTO keys VALUES (?, ?)");
    for (const key of keys) insert.run(searchable(key), number);
    this.#at("keys");
    this.#keepPassages(number, id, passages);
    this.#at("passages");
  }
  #keepPassages(number: number, id: DocumentId, passages: readonly Passage[]): void {
    const old = this.#get("SELECT first, last FROM passage_rows WHERE document = ?", number);
    if (old)
      this.#database
        .prepare("DELETE FROM passages WHERE rowid BETWEEN ? AND ?")
        .run(Number(old.first), Number(old.last));
    const insert = this.#database.prepare(
      'INSERT INTO passages (words, kind, document, start, "end") VALUES (?, ?, ?, ?, ?)',
    );
    const rows = passages.map(({ words, kind, start, end }) =>
      Number(insert.run(searchable(words), kind, id, start, end).lastInsertRowid),
    );
    const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? -1];
    this.#database
      .prepare(
        "INSERT INTO passage_rows VALUES (?, ?, ?) ON CONFLICT (document) DO UPDATE SET first = excluded.first, last = excluded.last",
      )
      .run(number, first, last);
  }

  async unread(maker: string | null): Promise<readonly DocumentId[]> {
    const sql =
      maker === null
        ? "SELECT id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM readings r WHERE r.document = d.number) ORDER BY number"
        : "SELECT id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM readings r WHERE r.document = d.number AND r.maker = ?) ORDER BY number";
    const rows = this.#database.prepare(sql).all(...(maker === null ? [] : [maker]));
    return rows.map((row) => String(row.id) as DocumentId);
  }
  async held(id: DocumentId): Promise<Held | null> {
    const row = this.#get(`${heldSql} WHERE d.id = ?`, id);
    return row ? heldOf(row) : null;
  }
  async *all(): AsyncIterable<Held> {
    // In parts, each read at once: several may go through all documents at the same time.
    const select = this.#database.prepare(`${heldSql} WHERE d.number > ? ORDER BY d.number LIMIT ${atOnce}`);
    for (let rows = select.all(-1); rows.length > 0; rows = select.all(Number(rows.at(-1)?.number)))
      for (const row of rows) yield heldOf(row);
  }
  async bytes(id: DocumentId): Promise<Uint8Array | null> {
    const bytes = this.#get("SELECT bytes FROM documents WHERE id = ?", id)?.bytes;
    return bytes instanceof Uint8Array ? bytes : null;
  }

  async neighbours(keys: readonly string[], except: DocumentId, most: number): Promise<readonly DocumentId[]> {
    const own = this.#number(except) ?? -1;
    const select = this.#database.prepare(
      "SELECT document FROM keys WHERE key = ? AND document <> ? ORDER BY document DESC LIMIT ?",
    );
    const weights = new Map<number, number>();
    for (const key of new Set(keys)) {
      const shared = select.all(searchable(key), own, rareEnough);
      for (const { document } of shared)
        weights.set(Number(document), (weights.get(Number(document)) ?? 0) + 1 / (shared.length + 1));
    }
    const best = [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, most);
    return best.flatMap(([number]) => {
      const row = this.#get("SELECT id FROM documents WHERE number = ?", number);
      return row ? [String(row.id) as DocumentId] : [];
    });
  }

  async search(words: string, most: number): Promise<readonly Hit[]> {
    const query = ftsQuery(words);
    if (query === null) return [];
    const sql = `SELECT kind, document, start, "end", snippet(passages, 0, char(1), char(2), '…', 32) AS snippet, bm25(passages) AS rank
      FROM passages WHERE passages MATCH ? ORDER BY rank, document, start, "end", kind LIMIT ?`;
    return this.#database
      .prepare(sql)
      .all(query, most)
      .map((row) => ({
        kind: String(row.kind) as PassageKind,
        document: String(row.document) as DocumentId,
        start: Number(row.start),
        end: Number(row.end),
        snippet: String(row.snippet),
        score: -Number(row.rank),
      }));
  }

  async decisions(): Promise<readonly Decision[]> {
    return this.#database
      .prepare("SELECT json FROM decisions ORDER BY number")
      .all()
      .map((row) => JSON.parse(String(row.json)) as Decision);
  }
  async decide(...decisions: readonly Decision[]): Promise<void> {
    this.#database.change(() => {
      const insert = this.#database.prepare("INSERT INTO decisions (id, json) VALUES (?, ?)");
      for (const decision of decisions) insert.run(decision.id, JSON.stringify(decision));
      this.#changed();
    });
  }

  async cachedRecord(asOf: string, maker: string): Promise<Uint8Array | null> {
    const sql = "SELECT json FROM records WHERE as_of = ? AND maker = ? AND version = ?";
    return inflated(this.#get(sql, asOf, maker, this.#version()));
  }
  async cacheRecord(asOf: string, maker: string, version: number, json: Iterable<string>): Promise<void> {
    if (this.readOnly) return;
    const bytes = deflated(json);
    this.#database.change(() => {
      if (this.#version() !== version) return;
      this.#database
        .prepare("DELETE FROM records WHERE version <> ? OR maker <> ? OR as_of = ?")
        .run(version, maker, asOf);
      const insert = "INSERT INTO records (as_of, maker, version, json) VALUES (?, ?, ?, ?)";
      const number = Number(this.#database.prepare(insert).run(asOf, maker, version, bytes).lastInsertRowid);
      this.#database.prepare("DELETE FROM records WHERE as_of <> '' AND number <= ?").run(number - keptViews);
    }, noPatience);
  }
  async importedRecord(): Promise<Uint8Array | null> {
    return inflated(this.#get("SELECT json FROM imported WHERE version = ?", this.#version()));
  }
  async importRecord(
    json: Iterable<string>,
    title: string,
    documents: readonly Document[],
    passages: (id: DocumentId) => readonly Passage[],
  ): Promise<void> {
    const bytes = deflated(json);
    this.#database.change(() => {
      for (const document of documents)
        this.#keepPassages(this.#insert(document, null), document.id, passages(document.id));
      this.#putTitle(title);
      this.#database.prepare("INSERT INTO imported VALUES (?, ?)").run(this.#changed(), bytes);
    });
  }

  async damage(): Promise<readonly Damage[]> {
    const todo = "Go back to a copy of the file, or read the reports into a new dossier";
    const lines = this.#database
      .prepare("PRAGMA integrity_check(20)")
      .all()
      .map((row) => String(row.integrity_check));
    const found = lines.filter((line) => line !== "ok").map((line) => ({ what: `database: ${line}`, todo }));
    for (const row of this.#database
      .prepare("SELECT id, uri, bytes, bytes_hash FROM documents WHERE bytes IS NOT NULL")
      .iterate())
      if (!(row.bytes instanceof Uint8Array) || sha256(row.bytes) !== row.bytes_hash)
        found.push({ what: `${row.uri} (${row.id}): its original bytes are not those that were taken in`, todo });
    return found;
  }
  async close(): Promise<void> {
    this.#database.close();
  }
}

const heldSql =
  "SELECT d.number AS number, coalesce(r.document_json, d.json) AS document, d.bytes IS NOT NULL AS bytes, r.json AS reading, r.maker AS maker FROM documents d LEFT JOIN readings r ON r.document = d.number";

function heldOf(row: Row): Held {
  return {
    document: JSON.parse(String(row.document)) as Document,
    reading: row.reading === null || row.reading === undefined ? null : (JSON.parse(String(row.reading)) as Reading),
    maker: typeof row.maker === "string" ? row.maker : null,
    bytes: row.bytes === 1,
  };
}

/** The dossier file at `path`. Throws InputError, having changed nothing, where it cannot be opened as `mode` asks. */
export const openSqlite = (path: string, { mode, title, at }: SqliteOptions): Store =>
  new SqliteStore(openDatabase(path, mode, searchable(title)), at ?? (() => {}));
