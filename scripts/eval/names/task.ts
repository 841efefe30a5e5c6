// Task `names`: are two names one? Every pair of cases.csv by compareNames, on the development half (even rows), or on all with
// --all; beside it the run of another matcher that lies with the data, over all its pairs.
import { writeFileSync } from "node:fs";
import { nameForms } from "../../../src/lang/en/link-names.js";
import { compareNames } from "../../../src/link/compare-names-full.js";
import { InputError } from "../../../src/model/errors.js";
import { type F1Figure, f1Of, printFigure } from "../figures.js";
import type { Options } from "../options.js";
import { casesFile, type NameCase, otherRuns, readCases } from "./cases.js";

type Print = (line: string) => void;
type Verdict = { readonly said: boolean; readonly same: boolean };
type Compared = Verdict & { readonly case: NameCase; readonly score: number; readonly because: string };

/** From this score on two names are one: the score from which actors are merged. */
const sameFrom = 0.7;

/** Precision, recall and F1 of "same". */
export function figureOf(name: string, verdicts: readonly Verdict[]): F1Figure {
  const said = verdicts.filter((verdict) => verdict.said);
  return f1Of(name, said.filter(({ same }) => same).length, said.length, verdicts.filter(({ same }) => same).length);
}

const falseMerges = (verdicts: readonly Verdict[]): number => verdicts.filter(({ said, same }) => said && !same).length;

const line = (name: string, verdicts: readonly Verdict[]): string =>
  `${printFigure(figureOf(name, verdicts))}   ${falseMerges(verdicts)} false merges of ${verdicts.length} pairs`;

/** Scores cases.csv at or under --data. Gives whether there was something to score. */
export async function runNames(options: Options, print: Print): Promise<boolean> {
  if (!options.data) throw new InputError("names needs --data DIR: the folder that holds cases.csv.");
  if (options.by && options.by !== "kind") throw new InputError(`--by ${options.by}: task names is grouped by kind.`);
  const file = casesFile(options.data);
  const forms = nameForms();
  const compared = readCases(file).map((one): Compared => {
    const sort = one.schema === "Person" ? "person" : "organization";
    const { score, because } = compareNames(one.one, one.other, sort, forms);
    return { case: one, score, because, said: score >= sameFrom, same: one.same };
  });
  const half = (rest: number) => compared.filter(({ case: { row } }) => row % 2 === rest);
  const scored = options.all ? compared : half(0);
  print(line(options.all ? "names: all pairs" : "names: development half (even rows)", scored));
  if (options.all) print(line("names: the other half (odd rows)", half(1)));
  for (const run of otherRuns(file)) print(line(`${run[0]?.name ?? "another"}, all its pairs`, run));
  const schemas = options.by ? [...new Set(scored.map(({ case: { schema } }) => schema))].sort() : [];
  for (const schema of schemas)
    print(
      line(
        `  ${schema}`,
        scored.filter(({ case: own }) => own.schema === schema),
      ),
    );
  if (options.misses)
    for (const { case: own, said, same, score, because } of scored)
      if (said !== same)
        print(`${said ? "wrongly merged" : "wrongly apart"}: ${own.one} | ${own.other} (${score}: ${because})`);
  if (options.predictions) {
    const told = compared.map(({ case: { row }, said, score }) => JSON.stringify({ case: row, same: said, score }));
    writeFileSync(options.predictions, `${told.join("\n")}\n`);
  }
  return scored.length > 0;
}
