// Cells and rows of CSV (RFC 4180). A cell that a spreadsheet would run as a formula is neutralised with an apostrophe
// (OWASP, CSV injection).

const isFormula = /^[=+\-@\t\r\n＝＋－＠]/; // wide signs too: some spreadsheets take them for the narrow ones

/** A text that no spreadsheet runs: what begins with = + - @ (narrow or wide), tab or a new line gets an apostrophe in front. */
export const neutral = (text: string): string => (isFormula.test(text) ? `'${text}` : text);

/** A value as one cell: neutral, and quoted where it must be. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = neutral(value);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row, ended by CR LF. */
export const rowOf = (row: readonly (string | number | boolean | null)[]): string => `${row.map(cell).join(",")}\r\n`;

/** Rows under their header. */
export const csvOf = (
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string => [header, ...rows].map(rowOf).join("");
