// The reference of the library: made from the doc comments, up to date, and no function without one that tells what goes in and
// what comes out.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { described, entries, referencePage } from "../../scripts/reference.js";

const all = described();

test("docs/reference.md is what the sources say (npm run docs)", () => {
  expect(readFileSync("docs/reference.md", "utf8")).toBe(referencePage(all));
});

test("its entries are those of the package", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, string> };
  const code = Object.entries(exports).filter(([, file]) => file.endsWith(".js"));
  expect(entries.map(({ name, file }) => [name.replace("parley", "."), file])).toEqual(
    code.map(([name, file]) => [name, file.replace("./dist/", "").replace(/\.js$/, ".ts")]),
  );
});

describe("every function", () => {
  const functions = all.filter(({ kind }) => kind === "function");
  test("there are some in each entry", () => {
    expect([...new Set(functions.map(({ entry }) => entry))]).toEqual(entries.map(({ name }) => name));
  });
  test.each(functions.map((one) => [`${one.entry} ${one.name}`, one] as const))("%s tells what it is", (_, one) => {
    expect(one.comment.split(/\s+/).length).toBeGreaterThan(5);
    const [, taken = "", gives = ""] =
      /^(?:async )?(?:function|const) \w+\(?([\s\S]*?)\)?: ([^;]*);$/.exec(one.code) ?? [];
    expect(gives, one.code).not.toBe("");
    // What stands in braces has comments of its own; of several plain parameters the comment names each but the first.
    const plain = [...taken.matchAll(/(?:^|, )\s*(\w+)(?:: | = )/g)].map((match) => match[1] ?? "").slice(1);
    expect(plain.filter((name) => !new RegExp(`\\b${name}\\b`).test(one.comment))).toEqual([]);
  });
});

test("every type of the library has its sentence", () => {
  const bare = all.filter(({ kind, entry, comment }) => kind === "type" && entry === "parley" && comment === "");
  expect(bare.map(({ name }) => name)).toEqual([]);
});
