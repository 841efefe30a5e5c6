// Running text to learn word classes from: the words of the documents of each corpus's training part, without any annotation.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { englishTokens } from "../../src/lang/en/tokens.js";
import { InputError } from "../../src/model/errors.js";
import { fold } from "../../src/text/fold.js";
import { readTreebanks } from "./treebank.js";

/** The words of a document, a list a line or sentence. */
export type WordDocument = readonly (readonly string[])[];

function filesUnder(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    throw new InputError(`${folder} is not there; name the folder of the benchmarks: --data DIR`);
  }
}

const linesOf = (text: string): string[][] =>
  fold(text)
    .split("\n")
    .map((line) => englishTokens(line).map(({ start, end }) => line.slice(start, end)))
    .filter((words) => words.length > 0);

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "");

/** Text of a TimeML file: its TEXT element, lines joined into paragraphs. */
function timemlText(source: string): string {
  const text = source.slice(source.indexOf("<TEXT>") + 6, source.indexOf("</TEXT>"));
  return plain(text.replace(/<[^<>]*>/g, "")).replace(/([^\n])\n(?!\n)/g, "$1 ");
}

function ecbDocument(source: string): WordDocument {
  const sentences: string[][] = [];
  for (const [, sentence = "0", word = ""] of source.matchAll(/<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<\/token>/g)) {
    const words = sentences[Number(sentence)] ?? [];
    sentences[Number(sentence)] = words;
    words.push(...(linesOf(plain(word))[0] ?? []));
  }
  return sentences.filter((words) => words !== undefined);
}

function treebankDocuments(data: string): WordDocument[] {
  const documents = new Map<string, string[][]>();
  for (const { document, words } of readTreebanks(data).train) {
    const sentences = documents.get(document) ?? [];
    documents.set(document, sentences);
    sentences.push(words.map(({ form }) => fold(form)));
  }
  return [...documents.values()];
}

/** What each corpus gives; parts named as development by the benchmarks are left out. */
const corpora: Readonly<Record<string, (data: string) => WordDocument[]>> = {
  treebank: treebankDocuments,
  polnear: (data) =>
    filesUnder(join(data, "attribution/polnear/train/text"), ".txt").map((path) => linesOf(readFileSync(path, "utf8"))),
  ecbplus: (data) =>
    filesUnder(join(data, "crossdoc/ecbplus/train"), ".xml").map((path) => ecbDocument(readFileSync(path, "utf8"))),
  tempeval3: (data) =>
    filesUnder(join(data, "time/tempeval3"), ".tml")
      .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
      .filter((_, i) => i % 5 !== 0)
      .map((path) => linesOf(timemlText(readFileSync(path, "utf8")))),
  wikiwars: (data) =>
    filesUnder(join(data, "time/wikiwars/train"), ".tml")
      .slice(0, -3)
      .map((path) => linesOf(timemlText(readFileSync(path, "utf8")))),
  t17: (data) =>
    filesUnder(join(data, "timelines/t17"), ".txt")
      .filter((path) => path.includes("InputDocs"))
      .map((path) => linesOf(readFileSync(path, "utf8"))),
};

/** Names of the corpora whose training parts may be learned from. */
export const trainingCorpora: readonly string[] = ["treebank", "polnear", "ecbplus", "tempeval3", "wikiwars"];

/** Documents of the corpora of those names under `data`. Throws InputError on a name that is none, or a folder that is missing. */
export function readTexts(data: string, names: readonly string[]): WordDocument[] {
  return names.flatMap((name) => {
    const read = corpora[name];
    if (!read) throw new InputError(`no corpus is called ${name}; there are ${Object.keys(corpora).join(", ")}`);
    return read(data);
  });
}
