// JSON: the record itself, schema "parley-record/1".
import { jsonPieces } from "../model/json.js";
import type { ParleyRecord } from "../model/record.js";

/** The JSON of a record. */
export function* json(record: ParleyRecord): Generator<string> {
  yield* jsonPieces(record, 1);
  yield "\n";
}
