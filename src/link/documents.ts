// Documents of the record: what ingest made, with spans instead of ranges, and what linking found out about them.
import type { RecordDocument } from "../model/record.js";
import type { Duplicates } from "./duplicates.js";
import { type Corpus, spanIn } from "./input.js";

/** The documents of the record, in its order. `noveltyOf` gives a document's sentences, new and known. */
export function linkDocuments(
  corpus: Corpus,
  duplicates: Duplicates,
  noveltyOf: (doc: number) => RecordDocument["novelty"],
): RecordDocument[] {
  return corpus.map((input, doc): RecordDocument => {
    const { document } = input;
    const { value, basis, evidence } = document.published;
    return {
      id: document.id,
      textHash: document.textHash,
      uri: document.uri,
      title: document.title,
      outlet: document.outlet,
      byline: document.byline,
      published: { value, basis, evidence: evidence.map((range) => spanIn(input, range)) },
      language: document.language,
      translatedFrom: document.translatedFrom,
      text: document.text,
      furniture: document.furniture.map(({ start, end, reason }) => ({ span: spanIn(input, { start, end }), reason })),
      duplicateOf: duplicates.duplicateOf(doc),
      replaces: duplicates.replaces(doc),
      novelty: noveltyOf(doc),
    };
  });
}
