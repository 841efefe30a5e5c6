import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { fold, foldWords } from "../../src/text/fold.js";
import { bandKeys, containment, jaccard, minHash, shingles, wordsOf } from "../../src/text/shingles.js";
import { parseTable } from "../../src/text/tables.js";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("He said. ", "“Yes.” ", "\n", "<…> ", "\u00ad", "a-b ", "’s "), { maxLength: 30 })
    .map((parts) => parts.join("")),
);

describe("folding", () => {
  test("keeps the length of every text, so that offsets hold", () => {
    fc.assert(fc.property(anyText, (text) => fold(text).length === text.length && fold(fold(text)) === fold(text)));
  });
  test("one form for quotes, dashes and spaces", () => {
    expect(fold("“It’s”\u00a0– «so»")).toBe(`"It's" - "so"`);
    expect(foldWords("nego\u00adtiation\u00a0 NOW")).toBe("negotiation now");
  });
});

describe("shingles", () => {
  const set = (text: string) => shingles(wordsOf(text), 3);
  test("the same words in other case and punctuation are the same", () => {
    expect(jaccard(set("The talks ended, he said."), set("the talks ended he said"))).toBe(1);
  });
  test("an excerpt lies in its whole", () => {
    expect(
      containment(
        set("the talks ended without a result"),
        set("Late on Monday the talks ended without a result and they left"),
      ),
    ).toBe(1);
  });
  test("two sets that share most meet under a key; two that share nothing do not", () => {
    const long = Array.from({ length: 200 }, (_, i) => `word${i}`);
    const [a, b, c] = [long, [...long.slice(0, 190), ..."x y z".split(" ")], long.map((word) => `other${word}`)].map(
      (list) => new Set(bandKeys(minHash(shingles(list, 5)))),
    );
    expect([...(a ?? [])].some((key) => b?.has(key))).toBe(true);
    expect([...(a ?? [])].some((key) => c?.has(key))).toBe(false);
  });
});

describe("tables", () => {
  test("rows by column, with their line", () => {
    expect(parseTable("# about\nname | value\n\na | 1\nb\n", ["name", "value"], "t.txt")).toEqual([
      { name: "a", value: "1", line: 4 },
      { name: "b", value: "", line: 5 },
    ]);
  });
  test.each([
    ["name | other\n", "t.txt:1: the columns are"],
    ["name | value\na | 1 | 2\n", "t.txt:2: 3 cells for 2 columns"],
    ["# nothing\n", "t.txt: no header line"],
  ])("what is wrong is told with its line: %j", (text, message) => {
    expect(() => parseTable(text, ["name", "value"], "t.txt")).toThrow(InputError);
    expect(() => parseTable(text, ["name", "value"], "t.txt")).toThrow(message);
  });
});
