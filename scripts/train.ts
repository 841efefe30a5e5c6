// `npm run train -- --data DIR`: rebuilds every weight file of models/en from the treebanks and names in DIR, and reports on the
// development parts. --clusters makes the word classes again before. Deterministic; about fifteen minutes on one core.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gazetteer } from "../src/lang/en/gazetteer.js";
import { expand, openImage, writeParts } from "../src/learn/image.js";
import { modelOf } from "../src/learn/model.js";
import { InputError } from "../src/model/errors.js";
import { makeClusters } from "./train/clusters.js";
import { clustersAt, clustersFile } from "./train/clusters-file.js";
import { trainLanguage } from "./train/language.js";
import { quickRecipe, recipe } from "./train/recipe.js";
import { reportOn } from "./train/report.js";
import { readNames, readTreebanks } from "./train/treebank.js";

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      out: { type: "string", default: "models/en" },
      quick: { type: "boolean", default: false },
      clusters: { type: "boolean", default: false },
    },
  });
  if (values.data === undefined) throw new InputError("name the folder of the benchmarks: npm run train -- --data DIR");
  const treebanks = readTreebanks(values.data);
  const named = readNames(values.data);
  const start = Date.now();
  const tell = (line: string): void =>
    console.log(`${((Date.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  mkdirSync(values.out, { recursive: true });
  if (values.clusters) writeFileSync(`${values.out}/${clustersFile}`, makeClusters(values.data, tell));
  const phrases = gazetteer();
  const data = { sentences: treebanks.train, named: named.train, clusters: clustersAt(values.out), phrases };
  const parts = trainLanguage(data, values.quick ? quickRecipe : recipe, tell);
  const bytes = writeParts(parts);
  writeFileSync(`${values.out}/language.br`, bytes);
  tell(`${values.out}/language.br: ${(bytes.length / 1e6).toFixed(2)} MB`);
  const model = modelOf(openImage(expand(bytes)), () => phrases);
  for (const line of reportOn(model, treebanks.dev, named.dev)) console.log(line);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
