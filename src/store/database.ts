// Opens a dossier file. The only file that knows the SQLite driver: its API is node:sqlite's, so that the built-in can take
// over. WAL lets others read while one writes; synchronous=FULL makes lasting what was committed, whatever is killed or unplugged.
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync } from "@photostructure/sqlite";
import { inputError } from "../model/errors.js";
import { applicationId, migrations } from "./migrations.js";

export type Value = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Value | undefined>>;

/** A prepared statement; the number of values must be that of its "?". */
export type Prepared = {
  readonly run: (...values: readonly Value[]) => {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  };
  readonly get: (...values: readonly Value[]) => Row | undefined;
  readonly all: (...values: readonly Value[]) => readonly Row[];
  readonly iterate: (...values: readonly Value[]) => IterableIterator<Row>;
};
export type Database = {
  readonly path: string;
  readonly readOnly: boolean;
  readonly prepare: (sql: string) => Prepared;
  /** Runs `work` in one write transaction: all of it is kept, or nothing. Waits `patience` milliseconds for another writer. */
  readonly change: <T>(work: () => T, patience?: number) => T;
  readonly close: () => void;
};

/** "read": the file must be there; "write": the same, and writable; "create": made if it is not there. */
export type OpenMode = "read" | "write" | "create";

const usualPatience = 10_000; // milliseconds that a writer waits for another
const codes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** SQLite's primary result code of an error; null for an error of another kind. */
function codeOf(error: unknown): number | null {
  const code = (error as { readonly errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : null;
}

/** An error of SQLite as one line for people; any other error as it is. */
export function toldError(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case codes.busy:
    case codes.locked:
      return inputError(
        "it is locked by another process",
        path,
        "Try again when that one is done; nothing was changed",
      );
    case codes.readOnly:
      return inputError(
        "it cannot be written here",
        path,
        "Copy it to a folder where you may write; nothing was changed",
      );
    case codes.full:
      return inputError(
        "the disk is full",
        path,
        "Make room and run the command again; what was reported as taken in is kept",
      );
    case codes.cannotOpen:
      return inputError(
        "it cannot be opened or made",
        path,
        "Check that its folder exists and that you may write there",
      );
    case codes.notADatabase:
      return inputError("it is no dossier", path, "Name a .parley file with -d, or a new name to begin one");
    case codes.corrupt:
      return inputError("the file is damaged", path, "See what is wrong with: parley doctor, and go back to a copy");
    default:
      return error;
  }
}

function told<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toldError(error, path);
  }
}

/** Refuses what cannot be a dossier before anything is opened, so that nothing is made or changed. */
function checkPath(path: string, mode: OpenMode): void {
  if (!existsSync(path)) {
    if (mode === "create") return;
    throw inputError("there is no such dossier", path, `Begin one with: parley read FOLDER -d ${path}`);
  }
  if (!statSync(path).isFile()) throw inputError("it is a folder, not a dossier", path, "Name a .parley file with -d");
}

type Driver = InstanceType<typeof DatabaseSync>;
type Opened = { readonly driver: Driver; readonly readOnly: boolean };

const open = (path: string, readOnly: boolean, timeout: number): Driver =>
  new DatabaseSync(path, { readOnly, timeout });

/** Probes with a read, because SQLite opens lazily. */
function probed(driver: Driver): Driver {
  try {
    driver.prepare("SELECT count(*) FROM sqlite_schema").get();
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/** Whether a file, and its folder (the log lies beside it), can be written. */
function writable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Opens for writing where that can be, else for reading; where even the log cannot be made, as a file that nobody changes. */
function openBest(path: string, mode: OpenMode, patience: number): Opened {
  if (writable(path)) return { driver: probed(open(path, false, patience)), readOnly: false };
  if (mode !== "read")
    throw inputError(
      "it cannot be written here",
      path,
      "Name a dossier in a folder where you may write; nothing was changed",
    );
  try {
    return { driver: probed(open(path, true, patience)), readOnly: true };
  } catch (error) {
    if (codeOf(error) !== codes.readOnly && codeOf(error) !== codes.cannotOpen) throw error;
    return { driver: probed(open(`${pathToFileURL(path).href}?immutable=1`, true, patience)), readOnly: true };
  }
}

const pragma = (driver: Driver, name: string): number =>
  Number(Object.values(driver.prepare(`PRAGMA ${name}`).get() as Row)[0]);

/** The version of the schema; 0 for a file with nothing in it. Throws InputError for what is no dossier, or a newer one. */
function schemaVersion(driver: Driver, path: string): number {
  const version = pragma(driver, "user_version");
  const application = pragma(driver, "application_id");
  const tables = Number((driver.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as Row).n);
  if (application !== applicationId && (application !== 0 || version !== 0 || tables !== 0))
    throw inputError(
      "it is a database, but no dossier",
      path,
      "Name a .parley file with -d, or a new name to begin one",
    );
  if (version > migrations.length)
    throw inputError(
      `its schema ${version} is newer than this Parley knows (${migrations.length})`,
      path,
      "Install a newer Parley; nothing was changed",
    );
  return version;
}

/** Brings the schema up to date in one transaction; a process killed meanwhile leaves the older one. A new dossier gets its title. */
function migrate(driver: Driver, title: string): void {
  driver.exec("BEGIN IMMEDIATE");
  try {
    const now = pragma(driver, "user_version"); // another process may have been first
    for (const step of migrations.slice(now)) driver.exec(step);
    if (now === 0) driver.prepare("INSERT INTO meta VALUES ('title', ?)").run(title);
    driver.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    if (driver.isTransaction) driver.exec("ROLLBACK");
    throw error;
  }
}

function prepareSchema({ driver, readOnly }: Opened, path: string, mode: OpenMode, title: string): void {
  const version = schemaVersion(driver, path);
  if (version === 0 && mode !== "create")
    throw inputError("it is empty, not a dossier", path, `Begin one with: parley read FOLDER -d ${path}`);
  if (readOnly) {
    if (version < migrations.length)
      throw inputError(
        "it was made by an older Parley and cannot be brought up to date here",
        path,
        "Copy it to a folder where you may write",
      );
    return;
  }
  driver.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 16777216",
  );
  if (version < migrations.length) migrate(driver, title);
}

/** Write transactions; within one, a change is part of it. `patience`: milliseconds that another writer is waited for. */
function changer(driver: Driver, path: string, usual: number): Database["change"] {
  return (work, patience = usual) =>
    told(path, () => {
      if (driver.isTransaction) return work();
      driver.exec(`PRAGMA busy_timeout = ${patience}; BEGIN IMMEDIATE`);
      try {
        const result = work();
        driver.exec("COMMIT");
        return result;
      } catch (error) {
        if (driver.isTransaction) driver.exec("ROLLBACK");
        throw error;
      }
    });
}

/** A statement that refuses too few values: SQLite would take NULL for those that are missing. */
function checked(driver: Driver, path: string, sql: string): Prepared {
  const statement = told(path, () => driver.prepare(sql));
  const wanted = sql.split("?").length - 1;
  const guard = <T>(values: readonly Value[], work: () => T): T => {
    if (values.length !== wanted) throw new RangeError(`${values.length} values for ${wanted} places: ${sql}`);
    return told(path, work);
  };
  return {
    run: (...values) => guard(values, () => statement.run(...values)),
    get: (...values) => guard(values, () => statement.get(...values) as Row | undefined),
    all: (...values) => guard(values, () => statement.all(...values) as Row[]),
    iterate: (...values) => guard(values, () => statement.iterate(...values) as IterableIterator<Row>),
  };
}

/**
 * Moves the log into the file, so that the file alone is the dossier and can be copied: the driver closes a connection only
 * when its statements are collected. Others at work are not waited for; their log stays.
 */
function foldLog(driver: Driver): void {
  try {
    driver.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}

/** Opens the dossier file at `path`; `title` is that of a new one. Throws InputError, having changed nothing, where that cannot be. */
export function openDatabase(path: string, mode: OpenMode, title: string, patience = usualPatience): Database {
  checkPath(path, mode);
  const opened = told(path, () => openBest(path, mode, patience));
  const { driver, readOnly } = opened;
  try {
    told(path, () => prepareSchema(opened, path, mode, title));
  } catch (error) {
    driver.close();
    throw error;
  }
  const statements = new Map<string, Prepared>();
  return {
    path,
    readOnly,
    prepare: (sql) => {
      const known = statements.get(sql) ?? checked(driver, path, sql);
      statements.set(sql, known);
      return known;
    },
    change: changer(driver, path, patience),
    close: () => {
      if (!readOnly) foldLog(driver);
      driver.close();
    },
  };
}
