// Task `language`: the language layer on treebanks, on gold tokens and on raw text, beside other taggers; and what it costs.
import { writeFileSync } from "node:fs";
import { annotate, languageModel, tagText } from "../../../src/lang/en/language.js";
import type { LanguageModel } from "../../../src/learn/annotation.js";
import { InputError } from "../../../src/model/errors.js";
import { corpusFiles } from "../corpora.js";
import { type Figure, printFigure } from "../figures.js";
import { floorsHold } from "../floors.js";
import type { Options } from "../options.js";
import { aloneIn, aloneLines, speedLines, speedsOf, weightBytes } from "./cost.js";
import { genreTable, goldTokenFigures, rawTextFigures } from "./figures.js";
import { judge, type OwnSentence, onGoldTokens, type Told } from "./judge.js";
import { goldTokenMisses, rawTextMisses } from "./misses.js";
import { otherFigure, otherTaggers } from "./others.js";
import { conlluOf } from "./predictions.js";
import { readTreebank, type Treebank } from "./treebank.js";

type Print = (line: string) => void;

/** The language layer as this task measures it. */
export type Language = {
  readonly model: Pick<LanguageModel, "analyse">;
  readonly annotate: (text: string) => { readonly sentences: readonly OwnSentence[] };
};

const roof = new URL("../../../src/lang/en/language.js", import.meta.url).href;

type Scored = { readonly onTokens: readonly Told[]; readonly onText: readonly Told[] };

/** Ours on the documents of a treebank, on gold tokens and on raw text. */
export const scoreTreebank = ({ documents }: Treebank, { model, annotate }: Language): Scored => ({
  onTokens: documents.map((document) => onGoldTokens(document, model)),
  onText: documents.map((document) => ({ document, own: annotate(document.text).sentences })),
});

/** Every figure of a scored treebank, without other taggers. */
export const figuresOf = ({ onTokens, onText }: Scored): readonly Figure[] => [
  ...goldTokenFigures(judge(onTokens)),
  ...rawTextFigures(judge(onText)),
];

const sizeOf = ({ documents }: Treebank): { readonly sentences: number; readonly words: number } => ({
  sentences: documents.reduce((n, { sentences }) => n + sentences.length, 0),
  words: documents.reduce((n, { sentences }) => n + sentences.reduce((m, { words }) => m + words.length, 0), 0),
});

/** "FILE.conllu" on gold tokens, "FILE.raw.conllu" on raw text. */
function writePredictions(file: string, { onTokens, onText }: Scored): void {
  writeFileSync(file, conlluOf(onTokens));
  writeFileSync(`${file.replace(/\.conllu$/, "")}.raw.conllu`, conlluOf(onText));
}

function printTreebank(treebank: Treebank, scored: Scored, options: Options, print: Print): readonly Figure[] {
  const { documents, name } = treebank;
  const { sentences, words } = sizeOf(treebank);
  print(`\n${name}: ${documents.length} documents, ${sentences} sentences, ${words} words`);
  const figures = figuresOf(scored);
  const [onTokens, onText] = [figures.slice(0, 6), figures.slice(6)];
  for (const figure of onTokens) print(printFigure(figure));
  for (const tagger of otherTaggers) print(printFigure(otherFigure(tagger, documents)));
  for (const figure of onText) print(printFigure(figure));
  const table = genreTable(scored.onTokens, scored.onText);
  if (table.length > 0) for (const line of ["", ...table]) print(line);
  if (options.misses)
    for (const line of [...goldTokenMisses(scored.onTokens), ...rawTextMisses(scored.onText)]) print(line);
  return figures;
}

function printCost(treebanks: readonly Treebank[], { annotate }: Language, print: Print): void {
  const texts = treebanks.flatMap(({ documents }) => documents.map(({ text }) => text));
  const tokens = treebanks.reduce((n, treebank) => n + sizeOf(treebank).words, 0);
  const own = { name: "parley (sentences to names)", work: (text: string) => annotate(text).sentences.length };
  const tags = { name: "parley (sentences and tags)", work: (text: string) => tagText(text).length };
  const others = otherTaggers.map(({ name, work }) => ({ name: `${name} (sentences and tags)`, work }));
  print("");
  for (const line of speedLines(speedsOf([own, tags, ...others], texts, tokens), 2)) print(line);
  for (const line of aloneLines(aloneIn(roof), weightBytes())) print(line);
}

/** Scores every treebank at or under --data, and measures the cost. Gives whether something was scored and no asked floor is broken. */
export async function runLanguage(options: Options, print: Print, given?: Language): Promise<boolean> {
  if (!options.data) throw new InputError("language needs --data DIR: a folder of .conllu files, or one of them.");
  if (options.by && options.by !== "genre")
    throw new InputError(`--by ${options.by}: task language is grouped by genre, always.`);
  const treebanks = corpusFiles(options.data, ".conllu", options.all).map(readTreebank);
  if (options.predictions && treebanks.length > 1)
    throw new InputError("--predictions FILE holds one treebank: name one file with --data.");
  const language = given ?? { model: languageModel(), annotate };
  const results = treebanks.map((treebank) => {
    const scored = scoreTreebank(treebank, language);
    const figures = printTreebank(treebank, scored, options, print);
    if (options.predictions) writePredictions(options.predictions, scored);
    return { name: `language ${treebank.name}`, figures, items: sizeOf(treebank).words };
  });
  if (!given) printCost(treebanks, language, print);
  for (const { name, items } of results) if (items === 0) print(`${name}: nothing was scored`);
  const held = floorsHold(results, options, print);
  return held && results.every(({ items }) => items > 0);
}
