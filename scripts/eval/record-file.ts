// A record from a file, or read from a folder of reports.
import { readFileSync } from "node:fs";
import { inputError } from "../../src/model/errors.js";
import type { ParleyRecord } from "../../src/model/record.js";

const lists = [
  "documents",
  "actors",
  "timexes",
  "statements",
  "utterances",
  "events",
  "series",
  "proposals",
  "issues",
  "positions",
  "discrepancies",
  "state",
  "problems",
] as const;

/** The record in a JSON file; lists that are left out are empty. Throws InputError where it is none. */
export function readRecord(path: string): ParleyRecord {
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as ParleyRecord;
    return { ...Object.fromEntries(lists.map((name) => [name, []])), ...record } as ParleyRecord;
  } catch (error) {
    throw inputError(
      `no record can be read (${error instanceof Error ? error.message : "unreadable"})`,
      path,
      "Write one with: parley export --format json -o FILE",
    );
  }
}

type Parley = { readonly readFolder: (folder: string) => Promise<ParleyRecord> };

/** The record that the landed reader makes of a folder of reports. */
export async function recordOf(folder: string): Promise<ParleyRecord> {
  const roof = new URL("../../src/parley.js", import.meta.url).href;
  const { readFolder } = (await import(roof)) as Parley;
  return readFolder(folder);
}
