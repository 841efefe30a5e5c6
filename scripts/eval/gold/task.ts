// Task `gold`: which corpora to score, where their records come from, and what is printed.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError, inputError } from "../../../src/model/errors.js";
import type { ParleyRecord } from "../../../src/model/record.js";
import { type Figure, itemsOf, printFigure } from "../figures.js";
import { floorsFile, holdsFloors, pinFloors, readFloors } from "../floors.js";
import type { Grouping, Options } from "../options.js";
import { readRecord, recordOf } from "../record-file.js";
import { type GoldCorpus, readGold } from "./corpus.js";
import { figuresByKind, figuresByRule } from "./groups.js";
import { scoreRecord } from "./score.js";

const goldFolder = "gold";

type Corpus = { readonly name: string; readonly gold: GoldCorpus; readonly record: () => Promise<ParleyRecord> };
type Print = (line: string) => void;

/** Where the reports of a gold lie: as asked, as the gold says, in "reports" beside it, or with it. */
function reportsOf(folder: string, gold: GoldCorpus, asked: string | null): string {
  if (asked) return asked;
  if (gold.reports) return resolve(folder, gold.reports);
  const beside = join(folder, "reports");
  return existsSync(beside) ? beside : folder;
}

function corpusIn(folder: string, asked: string | null): Corpus {
  const gold = readGold(join(folder, "gold.json"));
  return { name: basename(resolve(folder)), gold, record: () => recordOf(reportsOf(folder, gold, asked)) };
}

/** The corpora of a folder: itself, or each of its folders that holds a gold.json, by name. */
function corporaIn(folder: string, asked: string | null): readonly Corpus[] {
  if (!existsSync(folder)) throw inputError("there is no such folder", folder, "Name a folder that holds a gold.json.");
  if (existsSync(join(folder, "gold.json"))) return [corpusIn(folder, asked)];
  const inner = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "gold.json")));
  if (inner.length === 0) throw inputError("no gold.json is there", folder, "See gold/README.md for the format.");
  return inner.map((path) => corpusIn(path, asked));
}

function corporaFor(options: Options): readonly Corpus[] {
  const { record, gold } = options;
  if (record && gold)
    return [{ name: basename(dirname(resolve(gold))), gold: readGold(gold), record: async () => readRecord(record) }];
  if (record || gold)
    throw new InputError("--record and --gold go together: the record to score, and the gold to score it against.");
  return corporaIn(options.data ?? goldFolder, options.reports);
}

function groupsOf(by: Grouping | null, record: ParleyRecord, gold: GoldCorpus): readonly Figure[] {
  if (by === "genre") throw new InputError("--by genre: the gold has no genres; task gold is grouped by rule or kind.");
  return by === "rule" ? figuresByRule(record, gold) : by === "kind" ? figuresByKind(record, gold) : [];
}

type Scored = { readonly name: string; readonly record: ParleyRecord; readonly figures: readonly Figure[] };

async function scoreCorpus(corpus: Corpus, options: Options, print: Print): Promise<Scored> {
  const record = await corpus.record();
  const { figures, misses } = scoreRecord(record, corpus.gold);
  print(`\n${corpus.name}: ${corpus.gold.documents.length} documents`);
  for (const figure of [...figures, ...groupsOf(options.by, record, corpus.gold)]) print(printFigure(figure));
  if (options.misses) for (const line of ["", ...misses]) print(line);
  return { name: corpus.name, record, figures };
}

const itemsIn = (scored: Scored): number =>
  scored.figures
    .filter((figure) => !figure.name.startsWith("provenance"))
    .reduce((n, figure) => n + itemsOf(figure), 0);

/**
 * Scores each corpus, prints its figures, and compares with the floors (always, without a task; else with --floors).
 * Gives whether nothing is wrong: some items were scored, and no floor is broken.
 */
export async function runGold(options: Options, print: Print): Promise<boolean> {
  const corpora = corporaFor(options);
  if (options.predictions && corpora.length > 1)
    throw new InputError("--predictions FILE holds one record: name one corpus with --data.");
  const all: Scored[] = [];
  for (const corpus of corpora) all.push(await scoreCorpus(corpus, options, print));
  if (options.predictions)
    for (const { record } of all) writeFileSync(options.predictions, `${JSON.stringify(record, null, 1)}\n`);
  const empty = all.filter((scored) => itemsIn(scored) === 0);
  for (const { name } of empty) print(`${name}: nothing was scored`);
  if (options.pin) {
    pinFloors(all, print);
    return empty.length === 0;
  }
  if (options.task !== null && !options.floors) return empty.length === 0;
  const floors = readFloors(floorsFile);
  print("");
  const held = all.map(({ name, figures }) => holdsFloors(name, figures, floors, print));
  return empty.length === 0 && held.every(Boolean);
}
