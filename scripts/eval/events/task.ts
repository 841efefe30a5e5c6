// Task `events`: the PLOVER root of what a marked source does to a marked target, on PLV. Rows with an even uid are for
// development; --all adds the odd ones, which are reported apart.
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languageModel } from "../../../src/lang/en/language.js";
import { ploverWords } from "../../../src/lang/en/plover.js";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { InputError } from "../../../src/model/errors.js";
import { codeBetween } from "../../../src/read/events/plover.js";
import { f1Of, printFigure } from "../figures.js";
import type { Options } from "../options.js";
import { analysePlain } from "../plain.js";
import { readPlv } from "./plv.js";
import { type Coding, classScores, macroF1, quadOf } from "./score.js";

type Print = (line: string) => void;

/** The .tsv files at or under a path. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith(".tsv") ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function printHalf(name: string, codings: readonly Coding[], byKind: boolean, print: Print): void {
  const roots = classScores(codings);
  const quads = classScores(
    codings.map(({ gold, said }) => ({
      gold: quadOf[gold] ?? gold,
      said: said === null ? null : (quadOf[said] ?? said),
    })),
  );
  print(
    `${name}: root macro-F1 ${macroF1(roots).toFixed(3)}, quad macro-F1 ${macroF1(quads).toFixed(3)} (${codings.length} sentences)`,
  );
  for (const { name: root, right, said, gold } of byKind ? [...roots, ...quads] : [])
    print(printFigure(f1Of(`  ${root}`, right, said, gold)));
}

/** Scores the .tsv files at or under --data. Gives whether there was something to score. */
export async function runEvents(options: Options, print: Print): Promise<boolean> {
  if (!options.data) throw new InputError("events needs --data DIR: the folder that holds PLV's .tsv.");
  if (options.by && options.by !== "kind") throw new InputError(`--by ${options.by}: task events is grouped by kind.`);
  const words = ploverWords();
  const plain = { sentence: sentenceWords(), layer: languageModel() };
  const told = filesOf(options.data)
    .flatMap(readPlv)
    .map((row) => {
      const { tokens } = analysePlain(row.sentence, plain);
      return { row, said: codeBetween(tokens, row.source, row.target, words)?.root ?? null };
    });
  const half = (rest: number) => told.filter(({ row: { uid } }) => Number(uid) % 2 === rest);
  const codings = (rows: typeof told): Coding[] => rows.map(({ row, said }) => ({ gold: row.root, said }));
  printHalf("events: development half (even uids)", codings(half(0)), options.by === "kind", print);
  if (options.all) printHalf("events: the other half (odd uids)", codings(half(1)), options.by === "kind", print);
  if (options.misses)
    for (const { row, said } of half(0))
      if (said !== row.root) print(`${row.uid} ${said ?? "nothing"} for ${row.root}: ${row.sentence}`);
  if (options.predictions) {
    const lines = told.map(({ row: { uid }, said }) =>
      JSON.stringify({ uid, root: said, quad: said === null ? null : (quadOf[said] ?? null) }),
    );
    writeFileSync(options.predictions, `${lines.join("\n")}\n`);
  }
  return told.length > 0;
}
