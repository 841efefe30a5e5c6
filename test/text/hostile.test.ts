// Texts that nobody wrote: what is made of them grows no faster than they do, and no sentence or token is endless. How long it
// takes and how much memory: scripts/bench/hostile.ts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceWords } from "../../src/lang/en/sentences.js";
import { quotations } from "../../src/text/quotemarks.js";
import { cutLong, longestSentence } from "../../src/text/sentence-cuts.js";
import { paragraphRanges, sentenceRanges } from "../../src/text/sentences.js";
import { longestToken, tokenRanges } from "../../src/text/tokens.js";

const words = sentenceWords();

type Made = { readonly sentences: number; readonly tokens: number; readonly covered: number; readonly most: number };

/** What is made of a text: how many sentences and tokens, the characters that tokens cover, and the most tokens of a sentence. */
function madeOf(text: string): Made {
  let [sentences, tokens, covered, most] = [0, 0, 0, 0];
  for (const paragraph of paragraphRanges(text))
    for (const { start, end } of sentenceRanges(text, paragraph, words)) {
      const ranges = tokenRanges(text, start, end, words);
      sentences++;
      tokens += ranges.length;
      covered += ranges.reduce((sum, range) => sum + range.end - range.start, 0);
      most = Math.max(most, ranges.length);
      expect(ranges.every((range) => range.end - range.start <= 2 * longestToken)).toBe(true);
    }
  return { sentences, tokens, covered, most };
}

const units: Readonly<Record<string, string>> = {
  "no space": "a",
  "no full stop": "the talks went on ",
  "only quotes": '"',
  "only directed quotes": "“",
  "only emoji": "😀",
  Chinese: "谈判继续",
  "only newlines": "\n",
  "open brackets": "(",
  "full stops": ".",
  "full stops apart": ". ",
  hyphens: "a-b",
  "dotted letters": "a.b.",
  "mail without its site": "a.b@",
  "single quotes that open": " 'as' 'b",
  abbreviations: "Gen. ",
  "half of a pair": "\ud83d",
};
const size = 40_000;

describe("texts that nobody wrote", () => {
  test.each(Object.entries(units))("%s", (_, unit) => {
    const text = (characters: number): string => unit.repeat(Math.ceil(characters / unit.length));
    const [once, twice] = [madeOf(text(size)), madeOf(text(2 * size))];
    expect(once.covered).toBe(text(size).replace(/\s/g, "").length);
    expect(twice.covered).toBe(text(2 * size).replace(/\s/g, "").length);
    expect(twice.most).toBeLessThanOrEqual(1.5 * longestSentence); // contractions and clitics are counted as one
    expect(twice.tokens).toBeLessThanOrEqual(2 * once.tokens + 2);
    expect(twice.sentences).toBeLessThanOrEqual(2 * once.sentences + 2);
    expect(quotations(text(size), paragraphRanges(text(size))).length).toBeLessThanOrEqual(size);
  });
  test("a paragraph of marks alone quotes nothing, and the next one is read as ever", () => {
    const text = `"Yes."\n${'"a'.repeat(5000)}\n"No," he said.`;
    const found = quotations(text, paragraphRanges(text)).map(({ inner }) => text.slice(inner.start, inner.end));
    expect(found).toEqual(["Yes.", "No,"]);
  });
  test("a quotation that opens again in each of many paragraphs keeps all of them", () => {
    const text = `${'"No.\n'.repeat(3000)}"No."`;
    expect(quotations(text, paragraphRanges(text)).map(({ pieces }) => pieces.length)).toEqual([3001]);
  });
});

describe("long sentences", () => {
  test("are cut at white space where there is some, else hard", () => {
    const spaced = "ab ".repeat(3000);
    const pieces = cutLong(spaced, { start: 0, end: spaced.length });
    expect(pieces.length).toBe(2);
    expect(pieces.every(({ start }) => start === 0 || spaced.charAt(start - 1) === " ")).toBe(true);
    expect(cutLong("(".repeat(4500), { start: 0, end: 4500 }).map(({ start, end }) => end - start)).toEqual([
      2000, 2000, 500,
    ]);
  });
  test("of usual length stay whole", () => {
    expect(cutLong("The talks ended.", { start: 0, end: 16 })).toEqual([{ start: 0, end: 16 }]);
  });
  test("their pieces hold every character once, on any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("(", "a", " ", "😀", "谈", ". ", "\ud83d"), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 100, max: 400 }),
        (parts, times) => {
          const text = parts.join("").repeat(times);
          const pieces = cutLong(text, { start: 0, end: text.length });
          expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
          expect(pieces.every(({ start, end }) => start < end)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
