import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceWords } from "../../src/lang/en/sentences.js";
import { englishTokens } from "../../src/lang/en/tokens.js";
import { InputError } from "../../src/model/errors.js";
import { fold, foldWords } from "../../src/text/fold.js";
import { paragraphRanges, sentenceRanges } from "../../src/text/sentences.js";
import { bandKeys, containment, jaccard, minHash, shingles, wordsOf } from "../../src/text/shingles.js";
import { parseTable } from "../../src/text/tables.js";

const words = sentenceWords();
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("He said. ", "“Yes.” ", "U.S. ", "\n", "Mr. ", "<…> ", "?! ", "\u00ad", "a-b ", "’s "), {
      maxLength: 30,
    })
    .map((parts) => parts.join("")),
);
const sentencesOf = (text: string): string[] =>
  paragraphRanges(text)
    .flatMap((paragraph) => sentenceRanges(text, paragraph, words))
    .map(({ start, end }) => text.slice(start, end));
const tokensOf = (text: string): string[] => englishTokens(text).map(({ start, end }) => text.slice(start, end));

describe("folding", () => {
  test("keeps the length of every text, so that offsets hold", () => {
    fc.assert(fc.property(anyText, (text) => fold(text).length === text.length && fold(fold(text)) === fold(text)));
  });
  test("one form for quotes, dashes and spaces", () => {
    expect(fold("“It’s”\u00a0– «so»")).toBe(`"It's" - "so"`);
    expect(foldWords("nego\u00adtiation\u00a0 NOW")).toBe("negotiation now");
  });
});

describe("tokens", () => {
  test.each([
    ["The U.S. and the U.N. met.", ["The", "U.S.", "and", "the", "U.N.", "met", "."]],
    ["It wasn’t Russia’s 1.5-hour talk", ["It", "was", "n’t", "Russia", "’s", "1.5", "-", "hour", "talk"]],
    ["He said: <…> no", ["He", "said", ":", "<…>", "no"]],
    ["on the 9th at 10:30", ["on", "the", "9th", "at", "10:30"]],
    ["see https://a.example/b?c=1 now", ["see", "https://a.example/b?c=1", "now"]],
  ])("%s", (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
  test("lose nothing but white space, in order", () => {
    fc.assert(fc.property(anyText, (text) => tokensOf(text).join("").replace(/\s/g, "") === text.replace(/\s/g, "")));
  });
});

describe("sentences", () => {
  test.each([
    [
      "He spoke with Gen. Vale. They met on Jan. 10. It ended.",
      ["He spoke with Gen. Vale.", "They met on Jan. 10.", "It ended."],
    ],
    ["“Will it hold?” the ministry asked. Nobody knew.", ["“Will it hold?” the ministry asked.", "Nobody knew."]],
    ["It was No. 5 on the list. He left.", ["It was No. 5 on the list.", "He left."]],
    ["“It will hold.” Nobody knew.", ["“It will hold.”", "Nobody knew."]],
    ["The U.S. said no. The talks ended.", ["The U.S. said no.", "The talks ended."]],
    [
      "They meet on Tuesday at 9 a.m. Vale has called it a last try.",
      ["They meet on Tuesday at 9 a.m.", "Vale has called it a last try."],
    ],
    ["They meet at 9 a.m. Moscow time on Friday.", ["They meet at 9 a.m. Moscow time on Friday."]],
    ["She wrote it on X. He read it.", ["She wrote it on X.", "He read it."]],
    ["First line\nSecond line", ["First line", "Second line"]],
    ["J. R. Vale left. So did he.", ["J. R. Vale left.", "So did he."]],
  ])("%s", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
  test("hold every character that is no white space, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => sentencesOf(text).join("").replace(/\s/g, "") === text.replace(/\s/g, "")),
    );
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
