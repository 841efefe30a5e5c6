// Task names: cells of CSV, both halves, what another matcher said, and what is printed and written.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { csvRows } from "../../scripts/eval/names/cases.js";
import { runNames } from "../../scripts/eval/names/task.js";
import { readOptions } from "../../scripts/eval/options.js";

test.each([
  [
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ['"a, ""b""",c', [['a, "b"', "c"]]],
  ['a,"line\nbreak"\r\n', [["a", "line\nbreak"]]],
  ["", []],
])("cells of %j", (text, rows) => expect(csvRows(text)).toEqual(rows));

const head = "case_group,schema,name1,name2,is_match,quality,category,notes";

function folderOf(cases: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-names-"));
  writeFileSync(join(folder, "cases.csv"), [head, ...cases, ""].join("\n"));
  return folder;
}

async function run(folder: string, ...more: readonly string[]): Promise<{ lines: string[]; well: boolean }> {
  const lines: string[] = [];
  const options = readOptions(["names", "--data", folder, ...more]);
  if (!options) throw new Error("only help was asked for");
  const well = await runNames(options, (line) => lines.push(line));
  return { lines, well };
}

const cases = [
  "own,Person,Anna Orvela,Orvela Tarn,true,,,",
  "own,Person,Anna Orvela,Tom Orvela,false,,,",
  "own,Company,Orvela AG,Orvela Aktiengesellschaft,true,,,",
];

test("only even rows are scored, and all are predicted", async () => {
  const folder = folderOf(cases);
  const file = join(folder, "told.jsonl");
  const { lines, well } = await run(folder, "--predictions", file, "--misses");
  expect(well).toBe(true);
  expect(lines[0]).toContain("(1/1 said, 2 gold)");
  expect(lines[0]).toContain("0 false merges of 2 pairs");
  expect(lines.some((line) => line.startsWith("wrongly apart: Anna Orvela | Orvela Tarn"))).toBe(true);
  const told = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(told.map((line) => [line.case, line.same])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ]);
});

test("a run of another matcher stands beside it", async () => {
  const folder = folderOf(cases);
  const runs = [`${head},predicted_match`, "own,Person,Anna Orvela,Tom Orvela,false,,,,true", ""];
  writeFileSync(join(folder, "other-frozen.csv"), runs.join("\n"));
  const { lines } = await run(folder, "--all");
  expect(lines.find((line) => line.startsWith("other-frozen"))).toContain("1 false merges of 1 pairs");
});

test("nothing to score is told", async () => {
  expect((await run(folderOf([]))).well).toBe(false);
});
