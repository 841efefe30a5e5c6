// JSON: the record itself, schema "parley-record/1".
import type { Exporter } from "./exporter.js";

export const json: Exporter = {
  name: "json",
  mediaType: "application/json",
  extension: "json",
  about: "the whole record, with every text and its evidence (schema parley-record/1)",
  write: (record) => `${JSON.stringify(record, null, 1)}\n`,
};
