// The notebook of docs/library.md: its cells run one after the other, and print what they say.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "parley-library-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cells = [...readFileSync("docs/library.md", "utf8").matchAll(/```js\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? "",
);

test("every cell prints what it says", async () => {
  expect(cells.length).toBeGreaterThan(3);
  const said = cells.flatMap((cell) => [...cell.matchAll(/console\.log\(.*\/\/ → (.*)$/gm)].map((match) => match[1]));
  expect(said).toHaveLength(cells.join("").split("console.log(").length - 1);
  const script = cells
    .join("\n")
    .replaceAll('"parley"', JSON.stringify(resolve("src/parley.ts")))
    .replaceAll('"d3"', JSON.stringify(resolve("node_modules/d3/dist/d3.mjs")))
    .replaceAll('"talks.parley"', JSON.stringify(join(folder, "talks.parley")))
    .replaceAll('"samples/', `"${resolve("samples").replaceAll("\\", "/")}/`)
    .replaceAll("console.log(", "(globalThis.printed_notebook ??= []).push(");
  const path = join(folder, "notebook.ts");
  writeFileSync(path, script);
  await import(path);
  const { printed_notebook: printed = [] } = globalThis as { printed_notebook?: unknown[] };
  expect(printed.map(String)).toEqual(said);
});
