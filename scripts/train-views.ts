// `node dist/scripts/train-views.js --data DIR`: rebuilds models/en/views.br from the training part of PolNeAR in DIR (the folder
// with attributions/ and text/). Deterministic; about two minutes on one core.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { attributionWords } from "../src/lang/en/attribution.js";
import { english } from "../src/lang/en/read.js";
import { writeParts } from "../src/learn/image.js";
import { meanWeights } from "../src/learn/perceptron.js";
import { quantised } from "../src/learn/weights.js";
import { InputError } from "../src/model/errors.js";
import type { Range } from "../src/model/span.js";
import { analyse } from "../src/read/analyse.js";
import { findAttributions } from "../src/read/attribution/attribution.js";
import { groundOf } from "../src/read/attribution/ground.js";
import { findNames } from "../src/read/names/names.js";
import type { ReadLanguage } from "../src/read/read.js";
import { findTimexes } from "../src/time/time.js";
import { plainDocument } from "./eval/plain.js";
import { type MarkedText, type Piece, readMarkedTexts } from "./eval/statements/brat.js";
import { type Lesson, samplesOf, trainChoices, trainCues } from "./train/views.js";

/** What decides the weights. */
const recipe = { epochs: 8, seeds: [1, 2, 3], margin: 1, most: 120_000, least: 0 } as const;

/** Offsets of code points in UTF-16 units. */
function unitsOf(text: string): (pieces: readonly Piece[]) => Range[] {
  const starts: number[] = [];
  let at = 0;
  for (const point of text) {
    starts.push(at);
    at += point.length;
  }
  starts.push(at);
  return (pieces) => pieces.map(([start, end]) => ({ start: starts[start] ?? at, end: starts[end] ?? at }));
}

function lessonOf({ doc, text, attributions }: MarkedText, language: ReadLanguage): Lesson {
  const analysis = analyse(plainDocument(text, doc), language.sentence, language.layer);
  const timexes = findTimexes(analysis.text, { reference: null, sentences: analysis.sentences }, language.time);
  const names = findNames(analysis, timexes, language.names);
  const units = unitsOf(text);
  return {
    ground: groundOf(analysis, names, timexes, language.attribution),
    found: findAttributions(analysis, names, timexes, words), // without the views that were learned before
    marked: attributions.map(({ cue, content }) => ({ cue: units(cue), content: units(content) })),
  };
}

const words = attributionWords();

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, out: { type: "string", default: "models/en/views.br" } },
  });
  if (values.data === undefined) throw new InputError("name a folder with attributions/ and text/: --data DIR");
  const start = Date.now();
  const tell = (line: string): void =>
    console.log(`${((Date.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const language = english();
  const lessons = readMarkedTexts(values.data).map((text) => lessonOf(text, language));
  tell(`${lessons.length} texts read`);
  const { cues, starts, ends, lemmas } = samplesOf(lessons);
  tell(
    `${cues.length} words (${cues.filter(({ yes }) => yes).length} cues), ${starts.length} starts, ${ends.length} ends, ${lemmas.size} lemmas`,
  );
  const { epochs, seeds, margin, most, least } = recipe;
  const weights = {
    cue: quantised(meanWeights(seeds.map((seed) => trainCues(cues, epochs, seed, margin))), most),
    start: quantised(meanWeights(seeds.map((seed) => trainChoices(starts, epochs, seed))), most),
    end: quantised(meanWeights(seeds.map((seed) => trainChoices(ends, epochs, seed))), most),
  };
  const bytes = writeParts({ head: { least }, texts: { lemmas: [...lemmas].sort().join("\n") }, weights });
  writeFileSync(values.out, bytes);
  tell(`${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
