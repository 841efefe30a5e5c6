// What an export format is: what it is called, and how to get at what writes it. A new format is one file beside this one and
// one line in index.ts; what writes it is imported when it is asked for, so that help and pages stay quick.
import type { ParleyRecord } from "../model/record.js";

/** Part of a file: text (UTF-8) or bytes. */
export type Piece = string | Uint8Array;

/** Writes the whole file, in pieces: that of a large dossier is longer than a string may be. The same record gives the same bytes. */
export type Write = (record: ParleyRecord) => Iterable<Piece> | Promise<Iterable<Piece>>;

export type Exporter = {
  readonly name: string; // as --format takes it
  readonly mediaType: string;
  readonly extension: string; // without the first dot; of no other format
  readonly about: string; // one line for help and pages
  /** The file is no text: not to be shown on a terminal. */
  readonly binary?: true;
  readonly load: () => Promise<Write>;
};

const pieceLength = 1 << 16; // characters or bytes from which a piece is handed out

/** Short texts joined to pieces that are worth handing on; bytes as they are. */
function* gathered(parts: Iterable<Piece>): Generator<Piece> {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    if (text !== "" && (typeof part !== "string" || text.length >= pieceLength)) {
      yield text;
      text = "";
    }
    if (typeof part !== "string") yield part;
  }
  if (text !== "") yield text;
}

/** What an exporter writes, piece by piece. */
export async function piecesOf({ load }: Exporter, record: ParleyRecord): Promise<Iterable<Piece>> {
  const write = await load();
  return gathered(await write(record));
}
