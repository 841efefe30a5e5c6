// parley import: an exported record into a dossier.
import { checkRecord, openDossier } from "../parley.js";
import { type Action, exit } from "./io.js";
import { readJson } from "./read-json.js";

type Flags = { readonly dossier: string };

const todo = "Write one with: parley export --format json -o FILE; nothing was changed";

export const importCommand: Action = async (io, [path = "-"], raw) => {
  const flags = raw as unknown as Flags;
  const where = path === "-" ? "standard input" : path;
  const input = await readJson(path, io, todo);
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
