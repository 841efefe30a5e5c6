// What linking works on: documents with their readings, in the one order that decides everything, so that the order of
// intake decides nothing.
import type { Document } from "../model/document.js";
import { compareDates } from "../model/edtf.js";
import type { ActorId } from "../model/ids.js";
import type { Reading } from "../model/reading.js";
import { type Range, type Span, spanOf } from "../model/span.js";

export type LinkInput = { readonly document: Document; readonly reading: Reading };

/** Documents with their readings in the order of the record; a document is named by its index in it. */
export type Corpus = readonly LinkInput[];

/** By publication (undated last), then id. The same document given twice stands once. */
export function inOrder(inputs: readonly LinkInput[]): Corpus {
  const byId = new Map(inputs.map((input) => [input.document.id, input]));
  return [...byId.values()].sort(
    (a, b) =>
      compareDates(a.document.published.value, b.document.published.value) || (a.document.id < b.document.id ? -1 : 1),
  );
}

/** The span of a range of the document. */
export const spanIn = (input: LinkInput, range: Range): Span => spanOf(input.document.id, range);

/** The words of a range of the document, white space in one form. */
export const wordsIn = (input: LinkInput, range: Range): string =>
  input.document.text.slice(range.start, range.end).replace(/\s+/g, " ").trim();

/** The actor of the record for the local actor `local` of the document at index `doc`; null where no report names it. */
export type ActorOf = (doc: number, local: number) => ActorId | null;
