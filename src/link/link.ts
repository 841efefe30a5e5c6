// Link: documents with their readings, and a person's decisions → the record. In any order of intake the same record.
import type { Decision } from "../model/decision.js";
import type { ParleyRecord } from "../model/record.js";
import type { LinkInput } from "./input.js";
import type { LinkWords } from "./words.js";

export type LinkOptions = { readonly title: string; readonly reader: string; readonly words: LinkWords };

/** The record of a dossier. */
export function link(_inputs: readonly LinkInput[], _decisions: readonly Decision[], _options: LinkOptions): ParleyRecord {
  throw new Error("under construction");
}
