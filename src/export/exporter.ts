// What an export format is: a value with a pure writer. A new format is one file beside this one and one line in index.ts.
import type { ParleyRecord } from "../model/record.js";

export type Exporter = {
  readonly name: string; // as --format takes it
  readonly mediaType: string;
  readonly extension: string; // without the dot
  readonly about: string; // one line for help and pages
  /** The whole file, UTF-8, ending in a line feed. The same record gives the same bytes. */
  readonly write: (record: ParleyRecord) => string;
  /** The same in pieces, for a format in which the file of a large dossier is longer than a string may be. */
  readonly pieces?: (record: ParleyRecord) => Iterable<string>;
};

/** What an exporter writes, piece by piece. */
export const piecesOf = ({ write, pieces }: Exporter, record: ParleyRecord): Iterable<string> =>
  pieces?.(record) ?? [write(record)];
