// English: the tables of this folder as typed values. Adding a language means adding a folder of the same file names.
import { readFileSync } from "node:fs";

/** Text of a table of this folder. */
export const tableText = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
