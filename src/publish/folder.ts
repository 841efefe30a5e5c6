// Writes a site into a folder: beside its place first, then put there in one step, so that readers never see half of it. Only an
// empty folder or a site that was written before is ever replaced.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inputError } from "../model/errors.js";
import type { SiteFile } from "./site.js";

/** The file by which a folder is known as a site that may be replaced. */
const marker = ".parley-site";

export type Written = { readonly files: number; readonly bytes: number };

/** Throws InputError where something else stands at `folder`. */
export function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw inputError("it is a file", folder, "Name a folder for the site");
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, marker)))
    throw inputError("the folder holds other files, which are not touched", folder, "Name a new or an empty folder");
}

function writeFile(path: string, pieces: SiteFile["pieces"]): number {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  let bytes = 0;
  try {
    for (const piece of pieces) {
      const buffer = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
      bytes += buffer.length;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}

/** Writes all files; an older site at `folder` stays until all are written. Throws InputError where that cannot be. */
export async function writeSite(folder: string, site: AsyncIterable<SiteFile>): Promise<Written> {
  checkFolder(folder);
  const target = resolve(folder);
  const beside = `${target}.${process.pid}.part`;
  let written: Written = { files: 0, bytes: 0 };
  try {
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    for await (const { path, pieces } of site) {
      const bytes = writeFile(join(beside, ...path.split("/")), pieces);
      written = { files: written.files + 1, bytes: written.bytes + bytes };
    }
    writeFileSync(join(beside, marker), "This folder was written by parley publish, which replaces it as a whole.\n");
    rmSync(target, { recursive: true, force: true });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw inputError(`the site cannot be written (${reason})`, folder, "Name another folder");
  }
  return written;
}
