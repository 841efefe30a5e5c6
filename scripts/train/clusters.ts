// Word classes for the taggers: `node …/scripts/train/clusters.js --data DIR` reads running text and writes models/en/clusters.txt.br, a line
// a word ("word<TAB>class"). Words in lower case, digits as 0; only those that several documents hold, so that nothing of a text is kept.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { InputError } from "../../src/model/errors.js";
import { exchange, neighboursOf } from "./exchange.js";
import { readTexts, trainingCorpora, type WordDocument } from "./texts.js";

const often = 5; // occurrences a word needs
const spread = 2; // documents it must stand in

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

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      out: { type: "string", default: "models/en" },
      classes: { type: "string", default: "200" },
      rounds: { type: "string", default: "15" },
      corpora: { type: "string", default: trainingCorpora.join(",") },
    },
  });
  if (values.data === undefined) throw new InputError("name the folder of the benchmarks: --data DIR");
  const start = Date.now();
  const tell = (line: string): void =>
    console.log(`${((Date.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const documents = readTexts(values.data, values.corpora.split(","));
  const vocabulary = vocabularyOf(documents);
  const numbers = new Map(vocabulary.map((word, i) => [word, i]));
  const sentences = documents.flat().map((words) => Int32Array.from(words, (word) => numbers.get(norm(word)) ?? -1));
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
  tell(`${documents.length} documents, ${tokens} tokens, ${vocabulary.length} words`);
  const classOf = exchange(
    neighboursOf(sentences, vocabulary.length),
    Number(values.classes),
    Number(values.rounds),
    tell,
  );
  const lines = vocabulary.map((word, i) => `${word}\t${(classOf[i] ?? 0) + 1}`).sort();
  const bytes = brotliCompressSync(`${lines.join("\n")}\n`, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "clusters.txt.br"), bytes);
  tell(`${values.out}/clusters.txt.br: ${bytes.length} bytes`);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
