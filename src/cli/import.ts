// parley import: an exported record into a dossier.
import { readFileSync } from "node:fs";
import { inputError } from "../model/errors.js";
import { parseJson } from "../model/json.js";
import { checkRecord, openDossier } from "../parley.js";
import { type Action, exit, type Io } from "./io.js";

type Flags = { readonly dossier: string };

async function readJson(path: string, io: Io): Promise<unknown> {
  const todo = "Write one with: parley export --format json -o FILE; nothing was changed";
  let bytes: Uint8Array;
  try {
    bytes = path === "-" ? await io.stdin() : readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw inputError(
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : "it cannot be read",
      path,
      todo,
    );
  }
  try {
    return parseJson(bytes);
  } catch (error) {
    throw inputError(error instanceof SyntaxError ? "it is no JSON" : "it cannot be read as text", path, todo);
  }
}

export const importCommand: Action = async (io, [path = "-"], raw) => {
  const flags = raw as unknown as Flags;
  const where = path === "-" ? "standard input" : path;
  const input = await readJson(path, io);
  await checkRecord(input, where); // before a dossier is made
  const dossier = await openDossier(flags.dossier);
  try {
    const { documents, kept } = await dossier.importRecord(input, where);
    const told =
      kept === "record"
        ? "The record is kept as it came, until something else is taken in"
        : "The dossier held something already: they were read, and the record is linked anew";
    io.out(
      `${documents} document${documents === 1 ? "" : "s"} taken in from ${where} into ${flags.dossier}. ${told}.\n`,
    );
    return exit.done;
  } finally {
    await dossier.close();
  }
};
