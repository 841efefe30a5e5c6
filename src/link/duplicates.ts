// The same report seen again: reprints and light edits, by the share of five-word shingles (Broder 1997) among documents
// that MinHash bands bring together; and the same address fetched again with other words.
import type { Document } from "../model/document.js";
import type { DocumentId } from "../model/ids.js";
import { bandKeys, containment, jaccard, minHash, shingles, wordsOf } from "../text/shingles.js";
import { pairsByKey } from "./cluster.js";
import type { Corpus } from "./input.js";

export type Duplicates = {
  readonly duplicateOf: (doc: number) => DocumentId | null;
  readonly replaces: (doc: number) => DocumentId | null;
};

const reprintShare = 0.45; // of the shingles of both, as Jaccard similarity: independent reports of one event share less than a tenth
const excerptShare = 0.65; // of the shorter report's shingles, where it is a cut of the longer one
const excerptWords = 60;

/** The report's own words: what is not furniture, without the headline and the dateline, which reprints change. */
function bodyOf(document: Document): string {
  let body = "";
  let from = 0;
  const skip = [
    ...document.furniture,
    ...(document.titleRange ? [document.titleRange] : []),
    ...(document.dateline ? [document.dateline] : []),
  ];
  for (const mark of skip.sort((a, b) => a.start - b.start)) {
    if (mark.start > from) body += `${document.text.slice(from, mark.start)} `;
    from = Math.max(from, mark.end);
  }
  return body + document.text.slice(from);
}

/** Keys under which documents that tell the same words meet. */
export const reprintKeys = (document: Document): string[] => bandKeys(minHash(shingles(wordsOf(bodyOf(document)), 5)));

/** Which documents repeat an earlier one (in the record's order), or replace the text of the same address. */
export function linkDuplicates(corpus: Corpus): Duplicates {
  const bodies = corpus.map(({ document }) => shingles(wordsOf(bodyOf(document)), 5));
  const original = new Map<number, number>();
  for (const [earlier, later] of pairsByKey(
    bodies.map((body) => bandKeys(minHash(body))),
    50,
  )) {
    const [a, b] = [bodies[earlier], bodies[later]];
    if (!a || !b || original.has(later)) continue;
    const same =
      jaccard(a, b) >= reprintShare || (Math.min(a.size, b.size) >= excerptWords && containment(a, b) >= excerptShare);
    if (same) original.set(later, original.get(earlier) ?? earlier);
  }
  const lastAt = new Map<string, number>();
  const replaced = new Map<number, number>();
  for (const [index, { document }] of corpus.entries()) {
    const before = lastAt.get(document.uri);
    if (before !== undefined && corpus[before]?.document.textHash !== document.textHash) replaced.set(index, before);
    lastAt.set(document.uri, index);
  }
  const idOf = (index: number | undefined): DocumentId | null =>
    index === undefined ? null : (corpus[index]?.document.id ?? null);
  return { duplicateOf: (doc) => idOf(original.get(doc)), replaces: (doc) => idOf(replaced.get(doc)) };
}
