// Finds what is to be taken in: files and folders as named on the command line, in one order on every machine.
import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { extensionOf } from "../ingest/reader.js";
import { UnreadableError } from "../ingest/unreadable.js";
import { inputError } from "../model/errors.js";
import { sha256 } from "../model/ids.js";

/** Something to take in, not read yet. `load` throws UnreadableError where its bytes cannot be had. */
export type Found = { readonly uri: string; readonly path: string | null; readonly load: () => Promise<Uint8Array> };

export type FindOptions = {
  readonly beside: string | null; // folder of the dossier: what lies in it is named relative to it
  readonly extensions: readonly string[];
  readonly largest: number; // bytes
};

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const slashes = (path: string): string => path.split(sep).join("/");
const isOwnFile = (name: string): boolean => /\.parley(?:-wal|-shm|-journal)?$/.test(name);

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  ENOENT: "it is no longer there",
  EISDIR: "it is a folder",
};
const reasonOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" ? (reasons[code] ?? `it cannot be read (${code})`) : "it cannot be read";
};

/** A file as a source; one that is too large is not even opened. */
function fileSource(path: string, uri: string, { largest }: FindOptions): Found {
  return {
    uri,
    path,
    load: async () => {
      try {
        const { size } = statSync(path);
        if (size > largest)
          throw new UnreadableError(uri, `it has ${size} bytes, more than the ${largest} that are read. Split it`);
        return await readFile(path);
      } catch (error) {
        throw error instanceof UnreadableError ? error : new UnreadableError(uri, reasonOf(error));
      }
    },
  };
}

const refused = (uri: string, path: string, reason: string): Found => ({
  uri,
  path,
  load: async () => Promise.reject(new UnreadableError(uri, reason)),
});

/** What is at a path; undefined where nothing can be seen there. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The path without links; as it is where they lead nowhere. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Names in a folder, in order; null where it may not be read. */
function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).sort(byName);
  } catch {
    return null;
  }
}

/** Files under a folder, by name; hidden ones and dossiers left out; each folder once, whatever links point at it. */
function* walk(folder: string, seen: Set<string>): Iterable<string> {
  const real = realOf(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const names = namesIn(folder);
  if (names === null) yield folder;
  for (const name of names ?? []) {
    if (name.startsWith(".") || isOwnFile(name)) continue;
    const path = join(folder, name);
    if (statOf(path)?.isDirectory()) yield* walk(path, seen);
    else yield path;
  }
}

/** The address of a path: relative to the dossier's folder where it lies in it, else to the folder above the argument. */
function uriOf(path: string, argument: string, beside: string | null): string {
  const inside = beside === null ? null : relative(realOf(beside), join(realOf(dirname(path)), basename(path)));
  if (inside !== null && inside !== "" && !inside.startsWith("..") && resolve(inside) !== inside)
    return slashes(inside);
  return slashes(relative(dirname(resolve(argument)), resolve(path)));
}

function inFolder(path: string, argument: string, options: FindOptions): Found {
  const uri = uriOf(path, argument, options.beside);
  const extension = extensionOf(path);
  if (statOf(path)?.isFile() === false) return refused(uri, path, "it is a pipe or a device, not a file");
  if (extension !== "" && !options.extensions.includes(extension))
    return refused(uri, path, `files of the kind ${extname(path)} are not read (only ${options.extensions.join(" ")})`);
  return fileSource(path, uri, options);
}

/**
 * The sources that paths name: a file is taken whatever its name, a folder's files by their kind, sorted by name.
 * Throws InputError for a path that is not there, before anything is read.
 */
export function findSources(paths: readonly string[], options: FindOptions): readonly Found[] {
  const found = new Map<string, Found>();
  for (const path of paths) {
    const stat = statOf(path);
    if (!stat) throw inputError("there is no such file or folder", path, "Nothing was taken in; check the path");
    const sources = stat.isDirectory()
      ? [...walk(path, new Set())].map((file) => inFolder(file, path, options))
      : [fileSource(path, uriOf(path, path, options.beside), options)];
    for (const source of sources) {
      const real = realOf(source.path ?? source.uri);
      if (!found.has(real)) found.set(real, source);
    }
  }
  return [...found.values()];
}

/** Bytes from standard input, named by their hash. */
export const stdinSource = (bytes: Uint8Array): Found => ({
  uri: `stdin:${sha256(bytes).slice(0, 12)}`,
  path: null,
  load: async () => bytes,
});
