// Readable tables → typed rows. A table is a text file: "#" starts a comment line, the first other line names the columns,
// cells are separated by "|". An error names the file and the line, so that whoever added the line can mend it.
import { InputError } from "../model/errors.js";

export type Row<Column extends string> = { readonly [K in Column]: string } & { readonly line: number };

/**
 * Rows of a table. `columns` are the names that the header must have, in order; missing cells at the end are "".
 * Throws InputError naming `source` and line where the header differs or a row has too many cells.
 */
export function parseTable<const Column extends string>(
  text: string,
  columns: readonly Column[],
  source: string,
): Row<Column>[] {
  const rows: Row<Column>[] = [];
  let header = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("|").map((cell) => cell.trim());
    if (!header) {
      if (cells.join("|") !== columns.join("|")) {
        throw new InputError(
          `${source}:${index + 1}: the columns are "${cells.join(" | ")}". Write them as "${columns.join(" | ")}".`,
        );
      }
      header = true;
      continue;
    }
    if (cells.length > columns.length) {
      throw new InputError(
        `${source}:${index + 1}: ${cells.length} cells for ${columns.length} columns. Remove a "|" or write the missing column.`,
      );
    }
    const row: Record<string, string | number> = { line: index + 1 };
    for (const [i, column] of columns.entries()) row[column] = cells[i] ?? "";
    rows.push(row as Row<Column>);
  }
  if (!header) throw new InputError(`${source}: no header line. Begin it with "${columns.join(" | ")}".`);
  return rows;
}

/** The cells of a list cell: "a, b, c" → ["a", "b", "c"]. */
export const listCell = (cell: string): string[] =>
  cell
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
