// Cells and rows of CSV (RFC 4180). A cell that a spreadsheet would run as a formula is neutralised with an apostrophe
// (OWASP, CSV injection).

/** A value as one cell: quoted where it must be; what begins with = + - @ tab or return gets an apostrophe in front. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows under their header, lines ended by CR LF. */
export const csvOf = (
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string => [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
