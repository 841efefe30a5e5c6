// A language is a folder of the same file names; every table can be read, names its columns and says what it is for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTable } from "../../src/text/tables.js";

const root = "src/lang";
const languages = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const model = readdirSync(join(root, "en")).sort();
const tables = languages.flatMap((language) =>
  readdirSync(join(root, language))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(root, language, name)),
);

test("English is there, with tables", () => {
  expect(languages).toContain("en");
  expect(tables.length).toBeGreaterThan(10);
});

describe.each(languages)("%s", (language) => {
  test("has the files that English has", () => {
    const files = new Set(readdirSync(join(root, language)));
    expect(model.filter((name) => !files.has(name))).toEqual([]);
  });
  test("is named by a BCP 47 tag", () => {
    expect(Intl.getCanonicalLocales(language)).toEqual([language]);
  });
});

describe.each(tables)("%s", (path) => {
  const text = readFileSync(path, "utf8");
  const header = text.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  const columns = header.split("|").map((cell) => cell.trim());
  test("says on its first line what it is for", () => {
    expect(text).toMatch(/^# .{20,}/);
  });
  test("has rows under its columns, none twice", () => {
    const rows = parseTable(text.replaceAll("\\|", "\\"), columns, path);
    expect(rows.length).toBeGreaterThan(0);
    const seen = rows.map(({ line: _line, ...cells }) => JSON.stringify(cells));
    expect(seen.filter((row, index) => seen.indexOf(row) !== index)).toEqual([]);
  });
});
