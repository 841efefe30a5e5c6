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
function lowerOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first === 45 && /^-+$/.test(word)) return "-";
  return first === 39 && word === "''" ? '"' : bareWord(word).toLowerCase();
}

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

type Cut = Range & { readonly paragraph: number; readonly tokens: readonly Range[] };

/** The sentences of what is not furniture, cut into tokens. */
function cutSentences({ text, furniture }: Document, words: SentenceWords & TokenWords): Cut[] {
  const found: Cut[] = [];
  for (const [paragraph, within] of paragraphRanges(text).entries())
    for (const part of outsideFurniture(within, furniture))
      for (const sentence of sentenceRanges(text, part, words)) {
        const tokens = tokenRanges(text, sentence.start, sentence.end, words);
        if (tokens.length > 0) found.push({ ...sentence, paragraph, tokens });
      }
  return found;
}

/** What a sentence is in its document. */
function roleOf({ titleRange, dateline }: Document, sentence: Range): Sentence["role"] {
  if (titleRange !== null && overlaps(titleRange, sentence)) return "headline";
  return dateline !== null && covers(dateline, sentence) ? "dateline" : "body";
}

/** A document with its sentences and tagged tokens. Pure; linear in the length of the text. */
export function analyse(document: Document, words: SentenceWords & TokenWords, layer: LanguageModel): Analysis {
  const { text } = document;
  const folded = fold(text);
  const cuts = cutSentences(document, words);
  const analysed = layer.analyseAll(cuts.map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end))));
  const sentences: AnalysedSentence[] = [];
  const tokens: Token[] = [];
  for (const [index, { tokens: ranges, ...sentence }] of cuts.entries()) {
    const first = tokens.length;
    const read = analysed[index] ?? [];
    for (let i = 0; i < ranges.length; i++) {
      const { start, end } = ranges[i] as Range;
      const { form, lemma, upos, xpos, head, relation } = read[i] as Word;
      tokens.push({
        start,
        end,
        upos,
        xpos,
        relation,
        lemma: lemma.toLowerCase(),
        head: head < 0 ? -1 : first + head,
        index: tokens.length,
        sentence: index,
        text: form,
        lower: lowerOf(folded.slice(start, end)),
      });
    }
    sentences.push({ ...sentence, role: roleOf(document, sentence), index, first, last: tokens.length });
  }
  return { document, text, folded, sentences, tokens, names: layerNames(layer, sentences, analysed) };
}
