// Writes a file whole or not at all: beside its place first, then put there in one step.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { inputError } from "../model/errors.js";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function writePieces(file: number, pieces: Iterable<string | Uint8Array>): void {
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  }
}

/** Writes text or bytes, in pieces, to `path`; an existing file keeps its old content until all is written. `mode`: of a new file. Throws InputError where that cannot be. */
export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>, mode = 0o666): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const beside = `${target}.${process.pid}.part`;
  try {
    const there = statSync(target, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new Error("it is a folder");
    const isPlace = there !== undefined && !there.isFile(); // a device or pipe: never replaced
    const file = isPlace ? openSync(target, "w") : openSync(beside, "w", there ? there.mode & 0o777 : mode);
    try {
      writePieces(file, pieces);
      if (isPlace) return;
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw inputError(`it cannot be written (${reasonOf(error)})`, path, "Name another file with -o");
  }
}
