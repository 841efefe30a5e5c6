// English: the tables of this folder as typed values. Adding a language means adding a folder of the same file names.
import { readFileSync } from "node:fs";
import { parseTable } from "../../text/tables.js";

/** Text of a table of this folder. */
export const tableText = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), "utf8");

/** Abbreviations whose full stop ends no sentence. */
export const abbreviations = (): ReadonlySet<string> =>
  new Set(parseTable(tableText("abbreviations.txt"), ["abbreviation"], "lang/en/abbreviations.txt").map((row) => row.abbreviation));
