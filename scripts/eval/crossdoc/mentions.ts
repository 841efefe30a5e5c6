// The mentions of ECB+ as linking sees them: the lemma of their head, and the stems of the words around.

import { type Weights, type WordMention, weightsOf } from "../../../src/link/alike-told.js";
import { type Bag, bagOf } from "../../../src/link/compare-words.js";
import type { Range } from "../../../src/model/span.js";
import type { Analysis, Token } from "../../../src/read/analysis.js";
import { wordsOf } from "../../../src/text/shingles.js";
import type { EcbDocument } from "./ecb.js";

export type Analysed = { readonly document: EcbDocument; readonly analysis: Analysis };
export type Asked = Range & { readonly key: string; readonly doc: number };

/** The head of the tokens that a range touches: the first whose own head lies outside. */
export function headAt(tokens: readonly Token[], range: Range): Token | undefined {
  const own = tokens.filter(({ start, end }) => start < range.end && range.start < end);
  const inside = new Set(own.map(({ index }) => index));
  return own.find(({ head, upos }) => !inside.has(head) && !["ADP", "DET", "PUNCT", "AUX"].includes(upos)) ?? own[0];
}

/** Stems of a document's words, with repetitions. */
const stemsOf = (text: string, stopwords: ReadonlySet<string>): string[] =>
  wordsOf(text)
    .filter((word) => word.length > 2 && !stopwords.has(word))
    .map((word) => word.slice(0, 6));

export const documentWeights = (documents: readonly EcbDocument[], stopwords: ReadonlySet<string>): Weights[] =>
  weightsOf(documents.map(({ text }) => stemsOf(text, stopwords)));

/** What linking is told of a mention. */
export function wordMention(
  { key: _key, doc, ...range }: Asked,
  analysed: readonly Analysed[],
  keysOf: (lemma: string) => readonly string[],
  stopwords: ReadonlySet<string>,
): WordMention {
  const analysis = analysed[doc]?.analysis;
  const head = headAt(analysis?.tokens ?? [], range);
  const sentence = analysis?.sentences[head?.sentence ?? -1];
  const around: Bag =
    sentence && analysis ? bagOf(analysis.text.slice(sentence.start, sentence.end), stopwords) : new Set();
  const trigger = head?.lemma ?? "";
  return { doc, trigger, keys: keysOf(trigger), around };
}
