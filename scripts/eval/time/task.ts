// Task `time`: the temporal tagger on TimeML files, beside other taggers on the same sentences in the same run. Sentences come
// from text/, the reference is the document's own time.
import { writeFileSync } from "node:fs";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { timeWords } from "../../../src/lang/en/time.js";
import { asEdtf } from "../../../src/model/edtf.js";
import { InputError } from "../../../src/model/errors.js";
import type { TimexType } from "../../../src/model/words.js";
import { paragraphRanges, sentenceRanges } from "../../../src/text/sentences.js";
import type { TimeSentence } from "../../../src/time/phrases.js";
import { findTimexes, type TimeWords } from "../../../src/time/time.js";
import { itemsOf, printFigure } from "../figures.js";
import { speedLines, speedsOf } from "../language/cost.js";
import type { Options } from "../options.js";
import { effectLine, effectsOf } from "./ablation.js";
import { foundBy, otherTimeTaggers, type ReferenceDay } from "./others.js";
import { figuresByRule, figuresOf, missesOf, type Scored } from "./score.js";
import { developmentOf, readTmlFile, type TmlDocument, tmlFolders } from "./tml.js";

type Print = (line: string) => void;
type Sample = { readonly document: TmlDocument; readonly sentences: readonly TimeSentence[] };

const referenceOf = ({ reference }: TmlDocument): ReferenceDay => {
  const [year = 2000, month = 1, day = 1] = (reference ?? "2000-01-01").split("-").map(Number);
  return { year, month, day };
};

function ownOn({ document, sentences }: Sample, words: TimeWords): Scored["found"] {
  const reference = document.reference === null ? null : asEdtf(document.reference);
  return findTimexes(document.text, { reference, sentences }, words);
}

function samplesIn(folder: string, all: boolean): readonly Sample[] {
  const words = { ...sentenceWords(), saying: new Set<string>() };
  return tmlFolders(folder).flatMap(({ folder: inner, files }) =>
    (all ? files : developmentOf(files)).map((file) => {
      const document = readTmlFile(inner, file);
      const sentences = paragraphRanges(document.text).flatMap((range, paragraph) =>
        sentenceRanges(document.text, range, words).map((own) => ({ ...own, paragraph })),
      );
      return { document, sentences };
    }),
  );
}

/** The figures of the other taggers, and the speed of all: tokens are the words between white space, the same for each. */
function printOthers(samples: readonly Sample[], words: TimeWords, print: Print): void {
  for (const tagger of otherTimeTaggers) {
    const scored = samples.map(({ document, sentences }) => ({
      document,
      found: foundBy(tagger, document.text, sentences, referenceOf(document)),
    }));
    print(`\n${tagger.name}`);
    for (const figure of figuresOf(scored)) print(printFigure(figure));
  }
  const byText = new Map(samples.map((sample) => [sample.document.text, sample]));
  const on = (text: string, run: (sample: Sample) => number): number => {
    const sample = byText.get(text);
    return sample ? run(sample) : 0;
  };
  const workers = [
    { name: "parley/time", work: (text: string) => on(text, (sample) => ownOn(sample, words).length) },
    ...otherTimeTaggers.map((tagger) => ({
      name: tagger.name,
      work: (text: string) =>
        on(text, ({ document, sentences }) => foundBy(tagger, document.text, sentences, referenceOf(document)).length),
    })),
  ];
  const texts = [...byText.keys()];
  const tokens = texts.reduce((n, text) => n + (text.match(/\S+/g)?.length ?? 0), 0);
  print("");
  for (const line of speedLines(speedsOf(workers, texts, tokens))) print(line);
}

function writePredictions(file: string, scored: readonly Scored[]): void {
  const lines = scored.map(({ document, found }) =>
    JSON.stringify({
      doc: document.name,
      timexes: found.map(({ start, end, type, value, mod }) => ({ start, end, type: type as TimexType, value, mod })),
    }),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
}

/**
 * Scores every folder of .tml files at or under --data together, and prints the figures. Gives whether anything was scored.
 * Other taggers run beside unless only our own errors are asked for (--misses, --by rule).
 */
export async function runTime(options: Options, print: Print): Promise<boolean> {
  if (!options.data) throw new InputError("--data DIR: name a folder of .tml files.");
  if (options.by && options.by !== "rule") throw new InputError(`--by ${options.by}: task time is grouped by rule.`);
  const words = timeWords();
  const samples = samplesIn(options.data, options.all);
  const scored: readonly Scored[] = samples.map((sample) => ({
    document: sample.document,
    found: ownOn(sample, words),
  }));
  print(`${scored.length} documents`);
  const figures = figuresOf(scored);
  for (const figure of figures) print(printFigure(figure));
  if (options.by) {
    for (const figure of figuresByRule(scored)) print(printFigure(figure));
    print("\nwhat each rule gains and loses: the same texts read without it");
    const read = (some: TimeWords) =>
      samples.map((sample) => ({ document: sample.document, found: ownOn(sample, some) }));
    for (const effect of effectsOf(words, read)) print(effectLine(effect));
  }
  if (options.misses) for (const line of ["", ...missesOf(scored)]) print(line);
  if (options.predictions) writePredictions(options.predictions, scored);
  if (!options.misses && !options.by && scored.length > 0) printOthers(samples, words, print);
  return figures.some((figure) => itemsOf(figure) > 0);
}
