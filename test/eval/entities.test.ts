// Task `entities`: exact spans counted by hand on an invented file, by type and genre; predictions and bad data.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runEntities } from "../../scripts/eval/entities/task.js";
import { readOptions } from "../../scripts/eval/options.js";
import { runEval } from "../../scripts/eval.js";
import type { LanguageModel, NameSpan, Word } from "../../src/learn/annotation.js";
import { namesOfTags, readIob2 } from "../../src/learn/iob2.js";

const folder = mkdtempSync(join(tmpdir(), "parley-entities-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "dev.iob2");

const sentence = (id: string, tokens: string): string =>
  [
    `# sent_id = ${id}`,
    ...tokens.split(" ").map((token, index) => `${index + 1}\t${token.replace("/", "\t")}\t-\t-`),
    "",
    "",
  ].join("\n");

// gold: PER Mara Lindqvist, ORG Dockers Union, LOC Elgin, PER Mara, ORG Globex; "Nordic" is other, "2nd" is no name
writeFileSync(
  file,
  [
    "# newdoc id = weblog-harbour",
    sentence("1", "Mara/B-PER Lindqvist/I-PER leads/O the/O Dockers/B-ORG Union/I-ORG in/O Elgin/B-LOC ./O"),
    sentence("2", "Mara/B-PER is/O Nordic/B-OTH ,/O 2nd/B-O ./O"),
    "# newdoc id = email-offer",
    sentence("1", "Globex/B-ORG pays/O ./O"),
  ].join("\n"),
);

/** A model that names these, by document in order. */
function naming(...documents: readonly (readonly NameSpan[])[]): LanguageModel {
  let next = 0;
  const analyse = (forms: readonly string[]): readonly Word[] =>
    forms.map((form) => ({ form, lemma: form, upos: "X", xpos: "X", head: -1, relation: "dep" }));
  return {
    analyse,
    analyseAll: (sentences) => sentences.map(analyse),
    tagAll: (sentences) => sentences.map(analyse),
    names: (sentences) => {
      expect(sentences.map((words) => words.length)).toEqual([[9, 6], [3]][next]);
      return documents[next++] ?? [];
    },
  };
}

async function said(model: LanguageModel, ...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const options = readOptions(["entities", "--data", folder, ...args]);
  if (!options || !(await runEntities(options, (line) => lines.push(line), model))) lines.push("not well");
  return lines;
}

const countsOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const [, name, counts] = /^ *(?:names: )?(\w+) +P.*\((.*)\)$/.exec(line) ?? [];
    return name && counts ? [`${name} ${counts}`] : [];
  });

const wrong = naming(
  [
    { sentence: 0, first: 0, last: 2, type: "PER" }, // right
    { sentence: 0, first: 0, last: 2, type: "PER" }, // the same again: once
    { sentence: 0, first: 5, last: 6, type: "ORG" }, // half of the union
    { sentence: 0, first: 7, last: 8, type: "ORG" }, // a place as an organization
    { sentence: 1, first: 2, last: 3, type: "LOC" }, // no name of ours
  ],
  [{ sentence: 0, first: 0, last: 1, type: "ORG" }],
);

test("exact spans by type and genre; whole documents go to the model", async () => {
  const predictions = join(folder, "said.txt");
  const lines = await said(wrong, "--misses", "--predictions", predictions);
  expect(lines[0]).toBe(`\n${folder.split("/").at(-1)}/dev: 3 sentences, 5 names`);
  expect(countsOf(lines)).toEqual([
    "all 2/5 said, 5 gold",
    "PER 1/1 said, 2 gold",
    "ORG 1/3 said, 2 gold",
    "LOC 0/1 said, 1 gold",
    "email 1/1 said, 1 gold",
    "weblog 1/4 said, 4 gold",
  ]);
  expect(lines.filter((line) => /: \d+$/.test(line))).toEqual([
    "extent ORG: 1",
    "invented LOC: 1",
    "missed PER: 1",
    "type LOC → ORG: 1",
  ]);
  expect(
    lines.some((line) =>
      line.includes("Dockers Union → Union ORG   …Mara Lindqvist leads the [Dockers Union] in Elgin .…"),
    ),
  ).toBe(true);
  const again = readIob2(readFileSync(predictions, "utf8"));
  expect(again.map(({ document, forms }) => [document, forms.length])).toEqual([
    ["weblog-harbour", 9],
    ["weblog-harbour", 6],
    ["email-offer", 3],
  ]);
  expect(again.flatMap(({ tags }) => namesOfTags(tags)).map(({ type }) => type)).toEqual([
    "PER",
    "ORG",
    "ORG",
    "LOC",
    "ORG",
  ]);
});

test("gold against itself is right everywhere", async () => {
  const documents = ["weblog-harbour", "email-offer"].map((document) =>
    readIob2(readFileSync(file, "utf8"))
      .filter((each) => each.document === document)
      .flatMap(({ tags }, index) => namesOfTags(tags).map((name): NameSpan => ({ ...name, sentence: index }))),
  );
  const figures = (await said(naming(...documents))).filter((line) => line.includes("F1"));
  expect(figures).toHaveLength(6);
  for (const line of figures) expect(line).toContain("P 100.0  R 100.0  F1 100.0");
});

test("bad data: one line, exit 2; a file without names is nothing scored", async () => {
  const bad = join(folder, "bad.iob2");
  writeFileSync(bad, "1\tMara\tB-PER\t-\t-\n2\tspoke\n");
  const complaints: string[] = [];
  expect(
    await runEval(
      ["entities", "--data", bad],
      () => {},
      (line) => complaints.push(line),
    ),
  ).toBe(2);
  expect(complaints).toEqual([
    `${bad}: line 2: no IOB2: write index, form and tag (B-PER, I-PER, O), separated by tabs. Nothing was scored.`,
  ]);
  expect(
    await runEval(
      ["entities"],
      () => {},
      (line) => complaints.push(line),
    ),
  ).toBe(2);
  expect(complaints[1]).toBe("entities needs --data DIR: a folder of .iob2 files, or one of them.");
  rmSync(bad);
  writeFileSync(file, sentence("1", "Nobody/O spoke/O ./O"));
  const silent: LanguageModel = { analyseAll: () => [], tagAll: () => [], analyse: () => [], names: () => [] };
  expect((await said(silent)).slice(-2)).toEqual([
    `entities ${folder.split("/").at(-1)}/dev: nothing was scored`,
    "not well",
  ]);
});
