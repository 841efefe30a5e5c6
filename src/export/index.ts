// The formats that a record can be written in: the one list that command line, pages and docs read.
import { csv } from "./csv.js";
import type { Exporter } from "./exporter.js";
import { json } from "./json.js";
import { md } from "./md.js";

export { type Exporter, piecesOf } from "./exporter.js";

export const exporters: readonly Exporter[] = [json, csv, md];
