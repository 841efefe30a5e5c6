// JSON: the record itself, schema "parley-record/1"; in pieces too, since that of some twenty thousand reports is longer than
// a string may be.
import { jsonPieces } from "../model/json.js";
import type { ParleyRecord } from "../model/record.js";
import type { Exporter } from "./exporter.js";

function* pieces(record: ParleyRecord): Generator<string> {
  yield* jsonPieces(record, 1);
  yield "\n";
}

export const json: Exporter = {
  name: "json",
  mediaType: "application/json",
  extension: "json",
  about: "the whole record, with every text and its evidence (schema parley-record/1)",
  write: (record) => `${JSON.stringify(record, null, 1)}\n`,
  pieces,
};
