// Where English tokens begin and end: a table for each kind of difficulty, "|" between the tokens; nothing is lost on any text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { englishTokens, phraseWords } from "../../src/lang/en/tokens.js";
import { bareWord, longestToken, tokenRanges } from "../../src/text/tokens.js";
import { anyText } from "./any-text.js";

const tokensOf = (text: string): string =>
  englishTokens(text)
    .map(({ start, end }) => text.slice(start, end))
    .join("|");

const tables: Readonly<Record<string, readonly (readonly [text: string, tokens: string])[]>> = {
  contractions: [
    ["It wasn’t Norland’s fault", "It|was|n’t|Norland|’s|fault"],
    ["They'll say they can't", "They|'ll|say|they|ca|n't"],
    ["She cannot and won't, he's gonna", "She|can|not|and|wo|n't|,|he|'s|gon|na"],
    ["dont ask", "do|nt|ask"],
    ["the DON'T list", "the|DO|N'T|list"],
    // no contractions
    ["IM and DONT", "IM|and|DONT"],
    ["a cannon fired", "a|cannon|fired"],
    ["O'Dell of Xi'an", "O'Dell|of|Xi'an"],
  ],
  possessives: [
    ["the dockers' pay", "the|dockers|'|pay"],
    ["the owner's pay", "the|owner|'s|pay"],
    ["Gen. Vale's, Orr’s", "Gen.|Vale|'s|,|Orr|’s"],
    ["'Sit down' was all", "'|Sit|down|'|was|all"],
    ["take 'em in '99", "take|'em|in|'99"],
  ],
  hyphens: [
    ["a two-day sit-in", "a|two|-|day|sit|-|in"],
    ["the re-elected co-chair sent an e-mail", "the|re-elected|co-chair|sent|an|e-mail"],
    ["in mid-1998", "in|mid-1998"],
    ["anti-Norland, pro-Sudmark", "anti|-|Norland|,|pro|-|Sudmark"],
    ["U.S.-led talks", "U.S.|-|led|talks"],
    ["they left -- late", "they|left|--|late"],
    ["they left—late", "they|left|—|late"],
  ],
  numbers: [
    ["1,234.5 tonnes", "1,234.5|tonnes"],
    ["notes 3,14 and 10,000", "notes|3|,|14|and|10,000"],
    ["$5bn, €7.5m and 12%", "$|5|bn|,|€|7.5|m|and|12|%"],
    ["10km at 5pm or 10:30am", "10|km|at|5|pm|or|10:30|am"],
    ["on the 9th in the 1980s", "on|the|9th|in|the|1980s"],
    ["the '90s and 80's", "the|'90s|and|80's"],
    ["from 5-10 to 5–10", "from|5|-|10|to|5|–|10"],
    ["on 12/03/1999, 1999-03-12 or 9/11", "on|12/03/1999|,|1999-03-12|or|9/11"],
    ["G20, Q3 and 5G", "G20|,|Q3|and|5G"],
    ["call +41 22 555 or 555-123-4567", "call|+41|22|555|or|555-123-4567"],
    ["of .5 or -5", "of|.5|or|-|5"],
  ],
  abbreviations: [
    ["The U.S. and the U.N. met.", "The|U.S.|and|the|U.N.|met|."],
    ["Mr. Vale of St. Orrin, Ph.D., spoke", "Mr.|Vale|of|St.|Orrin|,|Ph.D.|,|spoke"],
    ["at 9 a.m. on Jan. 10", "at|9|a.m.|on|Jan.|10"],
    ["Norland vs. Sudmark, No. 5", "Norland|vs.|Sudmark|,|No.|5"],
    ["J. R. Vale and Ann M. Orr", "J.|R.|Vale|and|Ann|M.|Orr"],
    ["R&D at A&E", "R&D|at|A&E"],
    // no abbreviations
    ["boats, cranes, etc.", "boats|,|cranes|,|etc|."],
    ["The answer is no. Or", "The|answer|is|no|.|Or"],
    ["It fell ill. Then", "It|fell|ill|.|Then"],
    ["This is plan B.", "This|is|plan|B|."],
    ["war and peace", "war|and|peace"],
  ],
  addresses: [
    ["see https://a.example/b?c=1.", "see|https://a.example/b?c=1|."],
    ["(www.quay.example/x)", "(|www.quay.example/x|)"],
    ["ask press.office@quay.example, or @quay", "ask|press.office@quay.example|,|or|@quay"],
    ["at quaywire.com's desk, in terms.pdf", "at|quaywire.com|'s|desk|,|in|terms.pdf"],
    ["and/or he/she", "and|/|or|he|/|she"],
    ["the end.Then", "the|end|.|Then"],
  ],
  marks: [
    ["He said: <…> no […] yes", "He|said|:|<…>|no|[…]|yes"],
    ["Wait... what?! No!!", "Wait|...|what|?!|No|!!"],
    ["“No,” ''maybe''", "“|No|,|”|''|maybe|''"],
    ["good :) news", "good|:)|news"],
    ["as told (see note:)", "as|told|(|see|note|:|)"],
    ["👩‍👩‍👧😀", "👩‍👩‍👧|😀"],
  ],
};

for (const [name, rows] of Object.entries(tables))
  describe(name, () => {
    test.each(rows)("%s", (text, tokens) => expect(tokensOf(text)).toBe(tokens));
  });

describe("any text", () => {
  test("nothing but white space is lost, in order, and no token is empty or endless", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ranges = englishTokens(text);
        let at = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start)).toMatch(/^\s*$/);
          expect([...text.slice(start, end)].length).toBeLessThanOrEqual(longestToken);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
    );
  });
  test("tokens of a part stand where they stand in the whole", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const own = englishTokens(text).map(({ start, end }) => ({
          start: start + before.length,
          end: end + before.length,
        }));
        expect(englishTokens(before + text, before.length, before.length + text.length)).toEqual(own);
      }),
    );
  });
});

test("without a language only marks, numbers and addresses are known", () => {
  const text = "it's 5km, Mr. Vale";
  expect(tokenRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "it's",
    "5km",
    ",",
    "Mr",
    ".",
    "Vale",
  ]);
});

test("rules compare words without the stop of their abbreviation", () => {
  expect(phraseWords("Acme Corp.")).toEqual(["Acme", "Corp"]);
  expect(phraseWords("the U.S. envoy’s")).toEqual(["the", "U.S.", "envoy", "'s"]);
  expect(["Gen.", "U.S.", "5.", "…", "."].map(bareWord)).toEqual(["Gen", "U.S.", "5.", "…", "."]);
});
