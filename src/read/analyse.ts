// First stage of reading: sentences and tagged tokens of what is not furniture.
import type { Document } from "../model/document.js";
import type { Sentence } from "../model/reading.js";
import { covers, overlaps, type Range } from "../model/span.js";
import { fold } from "../text/fold.js";
import { paragraphRanges, type SentenceWords, sentenceRanges } from "../text/sentences.js";
import { bareWord, type TokenWords, tokenRanges } from "../text/tokens.js";
import type { AnalysedSentence, Analysis, Tagger, Token } from "./analysis.js";

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

/** A document with its sentences and tagged tokens. Pure; linear in the length of the text. */
export function analyse(document: Document, words: SentenceWords & TokenWords, tagger: Tagger): Analysis {
  const { text } = document;
  const folded = fold(text);
  const sentences: AnalysedSentence[] = [];
  const ranges: (Range & { sentence: number })[] = [];
  for (const [paragraph, within] of paragraphRanges(text).entries()) {
    for (const part of outsideFurniture(within, document.furniture)) {
      for (const sentence of sentenceRanges(text, part, words)) {
        const first = ranges.length;
        for (const token of tokenRanges(text, sentence.start, sentence.end, words))
          ranges.push({ ...token, sentence: sentences.length });
        if (ranges.length === first) continue;
        const isTitle = document.titleRange !== null && overlaps(document.titleRange, sentence);
        const isDateline = document.dateline !== null && covers(document.dateline, sentence);
        const role: Sentence["role"] = isTitle ? "headline" : isDateline ? "dateline" : "body";
        sentences.push({ ...sentence, paragraph, role, index: sentences.length, first, last: ranges.length });
      }
    }
  }
  const tags = tagger(text, ranges);
  const tokens = ranges.map((range, index): Token => {
    const tag = tags[index] ?? { upos: "X", lemma: "" };
    return {
      ...range,
      ...tag,
      index,
      text: text.slice(range.start, range.end),
      lower: lowerOf(folded.slice(range.start, range.end)),
    };
  });
  return { document, text, folded, sentences, tokens };
}
