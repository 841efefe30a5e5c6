// A record as a file of one of the formats, made as it is fetched.
import { type Exporter, type Piece, piecesOf } from "../export/index.js";
import type { Edtf } from "../model/edtf.js";
import type { ParleyRecord } from "../model/record.js";

/** A file name of the dossier's title. */
const fileName = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "record";

/** A file in pieces as bytes, made as they are fetched. */
function streamOf(pieces: Iterable<Piece>): ReadableStream<Uint8Array> {
  const waiting = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = waiting.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
  });
}

export type Download = { readonly body: ReadableStream<Uint8Array>; readonly headers: Record<string, string> };

/** Body and headers of a record written by an exporter; `title` names the file. */
export async function downloadOf(
  exporter: Exporter,
  record: ParleyRecord,
  title: string,
  asOf: Edtf | null,
): Promise<Download> {
  const name = `${fileName(title)}${asOf === null ? "" : `-${asOf}`}.${exporter.extension}`;
  return {
    body: streamOf(await piecesOf(exporter, record)),
    headers: {
      "Content-Type": exporter.binary ? exporter.mediaType : `${exporter.mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-cache",
    },
  };
}
