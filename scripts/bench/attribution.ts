// What attribution alone costs: sentences a second over reports that are analysed already, with and without the model of views.
import { english } from "../../src/lang/en/read.js";
import { analyse } from "../../src/read/analyse.js";
import { findSaid } from "../../src/read/attribution/attribution.js";
import { findNames } from "../../src/read/names/names.js";
import { findTimexes } from "../../src/time/time.js";
import { plainDocument } from "../eval/plain.js";

/** Prints what finding sayings in `texts` takes, of the processor, in sentences a second. */
export function benchAttribution(texts: readonly string[], print: (name: string, figure: string) => void): void {
  const language = english();
  const grounds = texts.map((text, index) => {
    const analysis = analyse(plainDocument(text, `${index}`), language.sentence, language.layer);
    const timexes = findTimexes(analysis.text, { reference: null, sentences: analysis.sentences }, language.time);
    return { analysis, timexes, names: findNames(analysis, timexes, language.names) };
  });
  const sentences = grounds.reduce((sum, { analysis }) => sum + analysis.sentences.length, 0);
  const { views: _, ...rules } = language.attribution;
  for (const [name, words] of [
    ["rules and views", language.attribution],
    ["rules alone", rules],
  ] as const) {
    const rounds: number[] = [];
    for (let round = 0; round < 5; round++) {
      const used = process.cpuUsage();
      for (const { analysis, timexes, names } of grounds) findSaid(analysis, names, timexes, words);
      const { user, system } = process.cpuUsage(used);
      rounds.push((user + system) / 1e6);
    }
    const seconds = rounds.sort((a, b) => a - b)[2] ?? Number.NaN;
    print(`attribution alone, ${name}`, `${(sentences / seconds).toFixed(0)} sentences/s`);
  }
}
