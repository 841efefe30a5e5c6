// The data of training: treebanks and names, as their folders hold them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConllu, type TreebankSentence } from "../../src/learn/conllu.js";
import { type NamedSentence, readIob2 } from "../../src/learn/iob2.js";
import { InputError } from "../../src/model/errors.js";

export type Treebanks = {
  readonly train: readonly TreebankSentence[];
  readonly dev: Readonly<Record<string, readonly TreebankSentence[]>>;
};

/** Genres of GUM whose licence forbids commercial use: never trained on. */
const nonCommercial = /GUM_(?:essay|fiction|letter|podcast|whow)_/;

function textOf(path: string): string {
  if (!existsSync(path)) throw new InputError(`${path} is not there; name the folder of the benchmarks: --data DIR`);
  return readFileSync(path, "utf8");
}

/** Splits must not share a document: throws where one does. */
function checkSplit(train: readonly TreebankSentence[], dev: readonly TreebankSentence[], name: string): void {
  const known = new Set(train.map(({ document }) => document));
  const shared = dev.find(({ document }) => document !== "" && known.has(document));
  if (shared) throw new InputError(`${name}: document ${shared.document} is in train and in dev; mend the split`);
}

export function readTreebanks(data: string): Treebanks {
  const train: TreebankSentence[] = [];
  const dev: Record<string, readonly TreebankSentence[]> = {};
  for (const name of ["ewt", "gum"]) {
    const own = parseConllu(textOf(join(data, "treebank", name, "train.conllu")));
    const held = parseConllu(textOf(join(data, "treebank", name, "dev.conllu")));
    checkSplit(own, held, name);
    train.push(...own.filter(({ document }) => !nonCommercial.test(document)));
    dev[name] = held;
  }
  return { train, dev };
}

export const readNames = (data: string): { train: NamedSentence[]; dev: NamedSentence[] } => ({
  train: readIob2(textOf(join(data, "names", "uner", "train.iob2"))),
  dev: readIob2(textOf(join(data, "names", "uner", "dev.iob2"))),
});
