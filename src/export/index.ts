// The formats that a record can be written in: the one list that command line, server, site, pages and docs read.
import type { Exporter } from "./exporter.js";

export { type Exporter, type Piece, piecesOf } from "./exporter.js";

export const exporters: readonly Exporter[] = [
  {
    name: "json",
    mediaType: "application/json",
    extension: "json",
    about: "the whole record, with every text and its evidence (schema parley-record/1)",
    load: async () => (await import("./json.js")).json,
  },
  {
    name: "csv",
    mediaType: "text/csv",
    extension: "csv",
    about: "one row for each report of an event and each statement, with both clocks and offsets",
    load: async () => (await import("./csv.js")).csv,
  },
  {
    name: "md",
    mediaType: "text/markdown",
    extension: "md",
    about: "chronicle, statements and positions as Markdown with numbered sources",
    load: async () => (await import("./md.js")).md,
  },
];
