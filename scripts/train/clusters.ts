// Word classes for the taggers, from running text: a line a word ("word<TAB>class"). Words in lower case, digits as 0; only those that several documents hold, so that nothing of a text is kept.
import { brotliCompressSync, constants } from "node:zlib";
import { exchange, neighboursOf } from "./exchange.js";
import { readTexts, trainingCorpora, type WordDocument } from "./texts.js";

const often = 5; // occurrences a word needs
const spread = 2; // documents it must stand in
const classes = 200;
const rounds = 15;

/** As lexemes are looked up (src/learn/lexeme.ts). */
const norm = (form: string): string => form.toLowerCase().replace(/\p{N}/gu, "0");

/** Words frequent enough, most frequent first. */
function vocabularyOf(documents: readonly WordDocument[]): string[] {
  const counts = new Map<string, { times: number; documents: number; last: number }>();
  for (const [index, document] of documents.entries()) {
    for (const form of document.flat()) {
      const word = norm(form);
      const count = counts.get(word) ?? { times: 0, documents: 0, last: -1 };
      count.times++;
      if (count.last !== index) count.documents++;
      count.last = index;
      counts.set(word, count);
    }
  }
  return [...counts]
    .filter(([word, count]) => count.times >= often && count.documents >= spread && word.length <= 30)
    .sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Lines of "word TAB class", in one brotli stream, learned from the training parts in `data`. */
export function makeClusters(data: string, tell: (line: string) => void): Uint8Array {
  const documents = readTexts(data, trainingCorpora);
  const vocabulary = vocabularyOf(documents);
  const numbers = new Map(vocabulary.map((word, i) => [word, i]));
  const sentences = documents.flat().map((words) => Int32Array.from(words, (word) => numbers.get(norm(word)) ?? -1));
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
  tell(`${documents.length} documents, ${tokens} tokens, ${vocabulary.length} words`);
  const classOf = exchange(neighboursOf(sentences, vocabulary.length), classes, rounds, tell);
  const lines = vocabulary.map((word, i) => `${word}\t${(classOf[i] ?? 0) + 1}`).sort();
  return brotliCompressSync(`${lines.join("\n")}\n`, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
