// English: the tables of this folder as typed values. Adding a language means adding a folder of the same file names.
import { readFileSync } from "node:fs";
import { parseTable } from "../../text/tables.js";

/** Text of a table of this folder. */
export const tableText = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), "utf8");

const abbreviationRows = () =>
  parseTable(tableText("abbreviations.txt"), ["abbreviation", "before"], "lang/en/abbreviations.txt");

/** Abbreviations whose full stop ends no sentence. */
export const abbreviations = (): ReadonlySet<string> => new Set(abbreviationRows().map((row) => row.abbreviation));

/** Those of them that are abbreviations only before a number. */
export const numberAbbreviations = (): ReadonlySet<string> =>
  new Set(
    abbreviationRows()
      .filter((row) => row.before === "number")
      .map((row) => row.abbreviation),
  );
