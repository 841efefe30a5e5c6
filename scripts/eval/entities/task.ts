// Task `entities`: the name tagger on IOB2 files. Labels other than PER, ORG and LOC are no names and are not scored.
import { writeFileSync } from "node:fs";
import { languageModel } from "../../../src/lang/en/language.js";
import type { LanguageModel } from "../../../src/learn/annotation.js";
import { readIob2, tagsOfNames } from "../../../src/learn/iob2.js";
import { InputError } from "../../../src/model/errors.js";
import { corpusFiles, parsedFile } from "../corpora.js";
import { printFigure } from "../figures.js";
import { floorsHold } from "../floors.js";
import type { Options } from "../options.js";
import { nameMisses } from "./misses.js";
import { genreFigures, nameFigures, type ToldSentence, tellNames } from "./score.js";

type Print = (line: string) => void;

/** What was predicted, as IOB2: index, form, tag, two empty columns. */
export function iob2Of(told: readonly ToldSentence[]): string {
  const lines: string[] = [];
  let document = "";
  for (const { sentence, own } of told) {
    if (sentence.document !== document) lines.push(`# newdoc id = ${sentence.document}`);
    document = sentence.document;
    lines.push(`# sent_id = ${sentence.id}`);
    const tags = tagsOfNames(sentence.forms.length, own);
    lines.push(...sentence.forms.map((form, index) => `${index + 1}\t${form}\t${tags[index] ?? "O"}\t-\t-`), "");
  }
  return `${lines.join("\n")}\n`;
}

/** Scores every file at or under --data. Gives whether each has names to score and no asked floor is broken. */
export async function runEntities(options: Options, print: Print, given?: LanguageModel): Promise<boolean> {
  if (!options.data) throw new InputError("entities needs --data DIR: a folder of .iob2 files, or one of them.");
  if (options.by && options.by !== "genre")
    throw new InputError(`--by ${options.by}: task entities is grouped by genre, always.`);
  const files = corpusFiles(options.data, ".iob2", options.all).map((file) => ({
    name: file.name,
    sentences: parsedFile(file, readIob2),
  }));
  if (options.predictions && files.length > 1)
    throw new InputError("--predictions FILE holds one file: name one with --data.");
  const model = given ?? languageModel();
  const results = files.map(({ name, sentences }) => {
    const told = tellNames(sentences, model);
    const items = told.reduce((n, { gold }) => n + gold.length, 0);
    print(`\n${name}: ${sentences.length} sentences, ${items} names`);
    const figures = nameFigures(told);
    for (const figure of [...figures, ...genreFigures(told)]) print(printFigure(figure));
    if (options.misses) for (const line of nameMisses(told)) print(line);
    if (options.predictions) writeFileSync(options.predictions, iob2Of(told));
    return { name: `entities ${name}`, figures, items };
  });
  for (const { name, items } of results) if (items === 0) print(`${name}: nothing was scored`);
  const held = floorsHold(results, options, print);
  return held && results.every(({ items }) => items > 0);
}
