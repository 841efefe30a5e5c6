// Labelled pairs of names: cases.csv (columns case_group, schema, name1, name2, is_match, quality, category, notes), and a run of
// another matcher over the same pairs (the same columns with predicted_match), where one lies beside it.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../../src/model/errors.js";

export type NameCase = {
  readonly row: number; // from 0, the heading not counted; its parity is the half: even rows are for development
  readonly group: string;
  readonly schema: string;
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
};

/** Cells of CSV text: quotes doubled inside quoted cells, which may hold commas and line breaks. Linear. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], "", false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted || (sign !== "," && sign !== "\n" && sign !== "\r")) cell += sign;
    else if (sign !== "\r") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    }
  }
  return cell !== "" || row.length > 0 ? [...rows, [...row, cell]] : rows;
}

/** The lines of CSV text as values by the names of their columns. */
function lines(text: string): ReadonlyMap<string, string>[] {
  const [head = [], ...rows] = csvRows(text);
  return rows.map((cells) => new Map(head.map((column, index) => [column, cells[index] ?? ""])));
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Where cases.csv lies at or under a path. */
export function casesFile(data: string): string {
  if (basename(data) === "cases.csv") return data;
  const found = filesUnder(data).find((file) => basename(file) === "cases.csv");
  if (found === undefined) throw new InputError(`${data}: no cases.csv there. Name the folder that holds it.`);
  return found;
}

/** All cases of a file, in order. */
export function readCases(file: string): NameCase[] {
  return lines(readFileSync(file, "utf8")).map((line, row) => ({
    row,
    group: line.get("case_group") ?? "",
    schema: line.get("schema") ?? "",
    one: line.get("name1") ?? "",
    other: line.get("name2") ?? "",
    same: line.get("is_match") === "true",
  }));
}

/** Runs of other matchers beside cases.csv ("…-frozen.csv"): how often each says the same and differs, over all its pairs. */
export function otherRuns(file: string): { name: string; said: boolean; same: boolean }[][] {
  return filesUnder(dirname(file))
    .filter((other) => other.endsWith("-frozen.csv"))
    .map((other) =>
      lines(readFileSync(other, "utf8")).map((line) => ({
        name: basename(other, ".csv"),
        said: line.get("predicted_match") === "true",
        same: line.get("is_match") === "true",
      })),
    );
}
