// Every row of the tables that ingest reads with, by its own example and counter-example.
import { describe, expect, test } from "vitest";
import { furnitureRows, imprintRows, ingestWords, translationRows } from "../../src/lang/en/ingest.js";
import { fold } from "../../src/text/fold.js";

describe("furniture.txt", () => {
  test.each(furnitureRows().map(({ rule, example, counter }) => [rule.name, rule, example, counter] as const))(
    "%s",
    (_name, rule, example, counter) => {
      expect(rule.pattern.test(fold(example)), `marks "${example}"`).toBe(true);
      expect(rule.pattern.test(fold(counter)), `leaves "${counter}"`).toBe(false);
    },
  );
  test("no row has two names", () => {
    const names = furnitureRows().map(({ rule }) => rule.name);
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("translation.txt", () => {
  test.each(translationRows().map(({ pattern, example, counter }) => [example, pattern, counter] as const))(
    "%s",
    (example, pattern, counter) => {
      expect(pattern.test(fold(example))).toBe(true);
      expect(pattern.test(fold(counter))).toBe(false);
    },
  );
  test("the language is read out of the line", () => {
    const { translation, languages } = ingestWords();
    const match = translation
      .map((pattern) => pattern.exec("Translated from Russian by A. Petrenko"))
      .find((found) => found !== null);
    expect(languages.get(match?.groups?.language?.toLowerCase() ?? "")).toBe("ru");
  });
});

describe("imprint.txt", () => {
  test.each(imprintRows().map((row) => [row.rule.name, row] as const))(
    "%s",
    (_name, { rule, example, outlet, counter }) => {
      expect(rule.pattern.exec(fold(example))?.groups?.outlet).toBe(outlet);
      expect(rule.pattern.test(fold(counter)), `leaves "${counter}"`).toBe(false);
    },
  );
});
