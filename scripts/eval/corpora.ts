// Corpora of language tasks: the files of one kind at or under --data, and the genre that a document's id carries.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { inputError } from "../../src/model/errors.js";

export type CorpusFile = { readonly name: string; readonly path: string };

function filesUnder(path: string, extension: string): readonly string[] {
  if (!statSync(path).isDirectory()) return path.endsWith(extension) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), extension));
}

/**
 * The file `data`, or the files with that extension under the folder `data`, by name: where some are development parts ("dev"
 * in the name) those only, unless `all`. A file is named by its folder and its own name ("ewt/dev").
 */
export function corpusFiles(data: string, extension: string, all: boolean): readonly CorpusFile[] {
  if (!existsSync(data))
    throw inputError("there is no such file or folder", data, `Name a folder of ${extension} files.`);
  const paths = filesUnder(data, extension);
  if (paths.length === 0)
    throw inputError(`no ${extension} file is there`, data, `Name a folder of ${extension} files.`);
  const development = paths.filter((path) => /(?:^|[^a-z])dev(?:[^a-z]|$)/i.test(basename(path)));
  return (all || development.length === 0 ? paths : development).map((path) => ({
    path,
    name: `${basename(dirname(resolve(path)))}/${basename(path, extension)}`,
  }));
}

/** What `parse` makes of a file; what is no such file is an InputError that names it. */
export function parsedFile<T>(file: CorpusFile, parse: (source: string) => T): T {
  try {
    return parse(readFileSync(file.path, "utf8"));
  } catch (error) {
    throw inputError(error instanceof Error ? error.message : String(error), file.path, "Nothing was scored.");
  }
}

/** "GUM_news_iodine" → "news", "weblog-juancole.com_…" → "weblog"; "" where the id carries none. */
export const genreOf = (document: string): string => /^(?:[A-Z]+_)?([a-z]+)[-_]/.exec(document)?.[1] ?? "";
