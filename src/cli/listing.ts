// What a listing is: rows of the record, their columns for programs and tables, and how one row looks on a terminal.
import { csvOf } from "../export/cells.js";
import { escapeMarkdown } from "../export/md.js";
import type { Filter } from "../query/filter.js";
import type { Citation, Lookup } from "../query/lookup.js";
import { cut, type Ink, printable, wrap, wrapParts } from "./ink.js";
import type { Format } from "./options.js";

export type Cell = string | number | boolean | null;

/** How rows are put on a terminal. */
export type Paper = { readonly ink: Ink; readonly width: number };

export type Listing<Row = unknown> = {
  readonly rows: (look: Lookup, filter: Filter) => readonly Row[];
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
  /** Lines of one row; `before` is the row above it, so that a heading stands once. */
  readonly print: (row: Row, paper: Paper, before: Row | null) => readonly string[];
};

/** A listing whose rows' type is known to itself alone. */
export const listing = <Row>(one: Listing<Row>): Listing => one as unknown as Listing;

export const joined = (values: readonly string[]): string => values.join("; ");

/** Columns that say where the first evidence of a row stands. */
export const placeColumns = <Row>(
  of: (row: Row) => Citation | undefined,
): Readonly<Record<string, (row: Row) => Cell>> => ({
  words: (row) => of(row)?.words ?? null,
  outlet: (row) => of(row)?.outlet ?? null,
  published: (row) => of(row)?.published ?? null,
  document: (row) => of(row)?.document ?? null,
  uri: (row) => of(row)?.uri ?? null,
  start: (row) => of(row)?.start ?? null,
  end: (row) => of(row)?.end ?? null,
});

/** Where a citation stands, in parts: "Nordwire, 2022-01-10", "04-nordwire.txt 355–579". */
export const citationParts = ({ outlet, published, basis, uri, start, end }: Citation): readonly string[] => [
  `${[outlet, published ?? "undated"].filter(Boolean).join(", ")}${basis === "inferred" ? " (inferred)" : ""}`,
  `${uri} ${start}–${end}`,
];

/** "Nordwire, 2022-01-10 · 04-nordwire.txt 355–579" */
export const citationText = (citation: Citation): string => citationParts(citation).join(" · ");

const indent = " ".repeat(12);

/** The sentence of a citation, and where they stand, under a row's first line. */
export function evidenceLines(
  citation: Citation | undefined,
  { ink, width }: Paper,
  id: string,
  quote = true,
): readonly string[] {
  if (!citation) return [ink.dim(`${indent}${id}`)];
  const sentence = printable(citation.sentence);
  const shown = sentence.length > 400 ? cut(printable(citation.words), 400) : sentence;
  const words = quote ? wrap(`“${shown}”`, width, indent) : [];
  return [
    ...words,
    ...wrapParts([...citationParts(citation).map(printable), id], width, indent).map((line) => ink.dim(line)),
  ];
}

/**
 * The first line of a row: a date or another head in the margin of 12 (a wider one pushes the text aside), then text; `paint` colours the
 * text's lines. `marks`, as seen and as painted, follow the text, on its last line where they have room.
 */
export function headLines(
  head: string,
  text: string,
  { ink, width }: Paper,
  paint: (line: string) => string = (line) => line,
  marks: readonly (readonly [plain: string, painted: string])[] = [],
): readonly string[] {
  const first = " ".repeat(Math.max(11, head.length) + 1);
  const lines = wrap(printable(text), width, first, indent);
  const painted = lines.map((line, index) =>
    index === 0
      ? `${ink.bold(head.padEnd(11))} ${paint(line.slice(first.length))}`
      : `${indent}${paint(line.slice(12))}`,
  );
  if (marks.length === 0) return painted;
  const room = (lines.at(-1) ?? "").length + marks.reduce((sum, [plain]) => sum + 1 + plain.length, 0) <= width;
  const shown = marks.map(([, mark]) => mark).join(" ");
  return room ? [...painted.slice(0, -1), `${painted.at(-1) ?? ""} ${shown}`] : [...painted, `${indent}${shown}`];
}

function markdownTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const cell = (value: Cell): string => escapeMarkdown(printable(value === null ? "" : String(value))).trim();
  return line(header) + line(header.map(() => "---")) + rows.map((row) => line(row.map(cell))).join("");
}

/** Rows in a format, ending in a line feed. */
export function writeRows<Row>(
  rows: readonly Row[],
  { columns, print }: Listing<Row>,
  format: Format,
  paper: Paper,
): string {
  const header = Object.keys(columns);
  const cells = (): readonly (readonly Cell[])[] => rows.map((row) => Object.values(columns).map((of) => of(row)));
  switch (format) {
    case "json":
      return `${JSON.stringify(rows, null, 1)}\n`;
    case "csv":
      return csvOf(header, cells());
    case "md":
      return markdownTable(header, cells());
    case "text":
      return rows
        .map((row, index) =>
          print(row, paper, rows[index - 1] ?? null)
            .map((line) => `${line.trimEnd()}\n`)
            .join(""),
        )
        .join("");
  }
}
