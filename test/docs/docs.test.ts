// What is written down is checked: commands, flags, files, columns, snippets and public names.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cliPage } from "../../scripts/docs.js";
import { program } from "../../src/cli/commands.js";
import { csvColumns } from "../../src/export/csv.js";
import { recordJsonSchema, recordSchema } from "../../src/model/schema.js";
import * as vocabularies from "../../src/model/words.js";
import * as parley from "../../src/parley.js";

const pages = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...["docs", "docs/recipes", "docs/decisions", "gold", "samples", "models"].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  ),
];
const read = (path: string): string => readFileSync(path, "utf8");
const folder = mkdtempSync(join(tmpdir(), "parley-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there are pages to check", () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      "docs/guide.md",
      "docs/record.md",
      "docs/cli.md",
    ]),
  );
});

describe.each(pages)("%s", (page) => {
  test("its links lead to files that are there", () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });
  test("the files and npm scripts that it names are there", () => {
    const text = read(page);
    const paths = [...text.matchAll(/`((?:src|scripts|test|gold|docs|samples|schema)\/[\w./-]+)`/g)]
      .map((match) => match[1] ?? "")
      .filter((path) => !/NAME|\bxx\b/.test(path));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    const scripts = JSON.parse(read("package.json")).scripts as Record<string, string>;
    const named = [...text.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
  test("the commands and flags that it shows exist", () => {
    const text = read(page);
    const root = program("", () => {});
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) => (match[1] ?? "").split("\n"));
    const quoted = [...text.matchAll(/`(parley [^`]+)`/g)].map((match) => match[1] ?? "");
    for (const line of [...blocks, ...quoted]) {
      const [, name, rest = ""] = /(?:^|\| )parley ([a-z]+)([^#]*)/.exec(line) ?? [];
      if (name === undefined) continue;
      const command = root.commands.find((candidate) => candidate.name() === name);
      expect(command, `${page}: ${line}`).toBeDefined();
      const known = new Set([...(command?.options ?? []).flatMap(({ long, short }) => [long, short]), "--help"]);
      const flags = rest.match(/(?<=\s)--?[a-z][a-z-]*/g) ?? [];
      expect(
        flags.filter((flag) => !known.has(flag)),
        `${page}: ${line}`,
      ).toEqual([]);
    }
  });
});

test("docs/cli.md is what the command line says of itself (npm run docs)", () => {
  expect(read("docs/cli.md")).toBe(cliPage());
});

test("schema/parley-record-1.json is made from the runtime schema (npm run schema)", () => {
  expect(JSON.parse(read("schema/parley-record-1.json"))).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
});

test("docs/codebook.md tells every column of the CSV, in order", () => {
  const rows = [...read("docs/codebook.md").matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  expect(rows).toEqual([...csvColumns]);
});

test("docs/record.md tells every list of the record, and every kind and stance", () => {
  const page = read("docs/record.md");
  const lists = Object.keys(recordSchema.shape).filter((name) => !["schema", "dossier", "reader"].includes(name));
  expect(lists.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  for (const word of [...vocabularies.eventKinds, ...vocabularies.stances, ...vocabularies.dialogueStates])
    expect(page, word).toMatch(new RegExp(`\\b${word}\\b`));
});

test("the public names of the library", () => {
  expect(Object.keys(parley).sort()).toEqual([
    "InputError",
    "checkNode",
    "checkRecord",
    "decisionKinds",
    "exportRecord",
    "findSources",
    "openDossier",
    "readFolder",
    "readText",
    "sourceOfStdin",
  ]);
  const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, string> };
  expect(Object.keys(exports)).toEqual([
    ".",
    "./read",
    "./time",
    "./language",
    "./lang/en",
    "./schema",
    "./package.json",
  ]);
});

const examples = [...read("README.md").matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

/** What an example of the README prints; its package is the sources. */
async function printed(example: string, name: string): Promise<unknown[]> {
  const script = example
    .replace('"parley"', JSON.stringify(resolve("src/parley.ts")))
    .replace('"parley/language"', JSON.stringify(resolve("src/lang/en/language.ts")))
    .replace("talks.parley", join(folder, "talks.parley").replaceAll("\\", "/"));
  const lines = `printed_${name}`;
  const path = join(folder, `${name}.ts`);
  writeFileSync(path, script.replaceAll("console.log(", `(globalThis.${lines} ??= []).push(`));
  await import(path);
  return (globalThis as unknown as Record<string, unknown[]>)[lines] ?? [];
}

test("the README's library example runs", async () => {
  expect(examples).toHaveLength(2);
  expect(await printed(examples[0] ?? "", "library")).not.toEqual([]);
});

test("the README's example of the language layer prints what it says", async () => {
  const example = examples[1] ?? "";
  const said: unknown = JSON.parse((/\/\/ (\[.*\])/.exec(example)?.[1] ?? "").replace(/(\w+):/g, '"$1":'));
  expect((await printed(example, "language")).at(-1)).toEqual(said);
});

test("the changelog begins with the version of package.json", () => {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  expect(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
});
