// The documents of a record as the gold sees them: by file name, with folded text in which the gold's words are found.
import type { DocumentId } from "../../../src/model/ids.js";
import type { ParleyRecord, RecordDocument } from "../../../src/model/record.js";
import type { Span } from "../../../src/model/span.js";
import { type FoldedText, findWords, foldText } from "../folding.js";
import type { Stretch } from "../matching.js";
import { type Words, wordsOf } from "./corpus.js";

export type Page = { readonly document: RecordDocument; readonly text: FoldedText };

export type Pages = {
  readonly page: (file: string | undefined) => Page | undefined;
  readonly files: readonly string[];
  /** Where the gold's words stand, or null. */
  readonly find: (file: string, words: Words) => Stretch | null;
  /** A span of the record; its file is undefined where the record has no such document. */
  readonly stretch: (span: Span) => Stretch;
  /** The words at a span; null where the record has no such document. */
  readonly words: (span: Span) => string | null;
};

const fileName = (uri: string): string => uri.split(/[\\/]/).at(-1) ?? uri;

/** The pages of a record. */
export function pagesOf(record: ParleyRecord): Pages {
  const pages = new Map<string, Page>();
  const files = new Map<DocumentId, string>();
  for (const document of record.documents) {
    pages.set(fileName(document.uri), { document, text: foldText(document.text) });
    files.set(document.id, fileName(document.uri));
  }
  const page = (file: string | undefined): Page | undefined => (file === undefined ? undefined : pages.get(file));
  return {
    page,
    files: [...pages.keys()],
    find: (file, words) => {
      const { text, nth } = wordsOf(words);
      const range = findWords(page(file)?.text ?? foldText(""), text, nth);
      return range && { file, ...range };
    },
    stretch: (span) => ({ file: files.get(span.doc), start: span.start, end: span.end }),
    words: (span) => page(files.get(span.doc))?.document.text.slice(span.start, span.end) ?? null,
  };
}

/** What is there of a list that may hold nulls. */
export const present = <T>(values: readonly (T | null | undefined)[]): readonly T[] =>
  values.filter((value): value is T => value !== null && value !== undefined);
