// First stage of reading: sentences and tagged tokens of what is not furniture.
import type { LanguageModel, Word } from "../learn/annotation.js";
import type { Document } from "../model/document.js";
import type { Sentence } from "../model/reading.js";
import { covers, overlaps, type Range } from "../model/span.js";
import { fold } from "../text/fold.js";
import { paragraphRanges, type SentenceWords, sentenceRanges } from "../text/sentences.js";
import { bareWord, type TokenWords, tokenRanges } from "../text/tokens.js";
import type { AnalysedSentence, Analysis, LayerName, Token } from "./analysis.js";

/** Parts of `range` that no furniture covers. */
function outsideFurniture(range: Range, furniture: readonly Range[]): Range[] {
  let parts: Range[] = [range];
  for (const mark of furniture) {
    parts = parts.flatMap((part) => {
      if (!overlaps(part, mark)) return [part];
      const before = { start: part.start, end: Math.max(part.start, mark.start) };
      const after = { start: Math.min(part.end, mark.end), end: part.end };
      return [before, after].filter((piece) => piece.start < piece.end);
    });
  }
  return parts;
}

/** The form that rules compare: "Corp." is "corp", two or three hyphens are a dash, two apostrophes a quotation mark. */
const lowerOf = (word: string): string =>
  /^-+$/.test(word) ? "-" : word === "''" ? '"' : bareWord(word).toLowerCase();

/** The names that the layer finds in the analysed sentences of a document, by their places in all its tokens. */
const layerNames = (
  layer: LanguageModel,
  sentences: readonly AnalysedSentence[],
  analysed: readonly (readonly Word[])[],
): LayerName[] =>
  layer.names(analysed).map(({ sentence, first, last, type }) => {
    const from = sentences[sentence]?.first ?? 0;
    return { first: from + first, last: from + last, type };
  });

/** A document with its sentences and tagged tokens. Pure; linear in the length of the text. */
export function analyse(document: Document, words: SentenceWords & TokenWords, layer: LanguageModel): Analysis {
  const { text } = document;
  const folded = fold(text);
  const sentences: AnalysedSentence[] = [];
  const tokens: Token[] = [];
  const analysed: (readonly Word[])[] = [];
  for (const [paragraph, within] of paragraphRanges(text).entries()) {
    for (const part of outsideFurniture(within, document.furniture)) {
      for (const sentence of sentenceRanges(text, part, words)) {
        const first = tokens.length;
        const ranges = tokenRanges(text, sentence.start, sentence.end, words);
        if (ranges.length === 0) continue;
        const forms = ranges.map(({ start, end }) => text.slice(start, end));
        const read = layer.analyse(forms);
        analysed.push(read);
        for (const [i, { lemma, head, upos, xpos, relation }] of read.entries()) {
          const range = ranges[i] ?? sentence;
          tokens.push({
            ...range,
            upos,
            xpos,
            relation,
            lemma: lemma.toLowerCase(),
            head: head < 0 ? -1 : first + head,
            index: tokens.length,
            sentence: sentences.length,
            text: forms[i] ?? "",
            lower: lowerOf(folded.slice(range.start, range.end)),
          });
        }
        const isTitle = document.titleRange !== null && overlaps(document.titleRange, sentence);
        const isDateline = document.dateline !== null && covers(document.dateline, sentence);
        const role: Sentence["role"] = isTitle ? "headline" : isDateline ? "dateline" : "body";
        sentences.push({ ...sentence, paragraph, role, index: sentences.length, first, last: tokens.length });
      }
    }
  }
  return { document, text, folded, sentences, tokens, names: layerNames(layer, sentences, analysed) };
}
