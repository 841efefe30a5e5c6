// Pairs of quotation marks: directed and plain, double and single, nested, over several paragraphs; apostrophes are none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { quotations } from "../../src/text/quotemarks.js";
import { paragraphRanges } from "../../src/text/sentences.js";

const innerOf = (text: string): string[] =>
  quotations(text, paragraphRanges(text)).map(
    (quote) => `${quote.depth}:${quote.pieces.map((piece) => text.slice(piece.start, piece.end)).join("¶")}`,
  );

const table: readonly [text: string, ...inner: string[]][] = [
  ['"No," she said.', "0:No,"],
  ["“No,” she said, “not today.”", "0:No,", "0:not today."],
  ["«No», he said, „and never”.", "0:No", "0:and never"],
  ["''No,'' he said.", "0:No,"],
  ['He calls us an "enemy" and a "threat".', "0:enemy", "0:threat"],
  ["\"He told me, 'Sit down.' I sat.\"", "0:He told me, 'Sit down.' I sat.", "1:Sit down."],
  ["“They call us “the enemy” here.”", "0:They call us “the enemy” here.", "1:the enemy"],
  ["The paper ‘Myths of the sea’ is out.", "0:Myths of the sea"],
  ['"One.\n\n"Two.\n\n"Three."', "0:One.¶Two.¶Three."],
  ['"One.\n\nHe left.', "0:One."],
  ["‘s ‘''a ", "0:a"], // the first half of a double mark closes no single one
  // no quotations
  ["The dockers' pay and the owner's pay"],
  ["rock 'n' roll in the '90s"],
  ["It is 6' long and 5\u2032 wide."],
];
for (const [text, ...inner] of table) test(text, () => expect(innerOf(text)).toEqual(inner));

test("any text: marks enclose what is inside, quotations never cross", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('"', "'", "“", "”", "‘", "’", "a", "s", " ", ".", ",", "\n\n", "''"), { maxLength: 60 }),
      (parts) => {
        const text = parts.join("");
        const found = quotations(text, paragraphRanges(text));
        for (const quote of found) {
          expect(
            quote.start < quote.inner.start &&
              quote.inner.start <= quote.inner.end &&
              quote.inner.end <= quote.end &&
              quote.end <= text.length,
          ).toBe(true);
          for (const piece of quote.pieces)
            expect(quote.start < piece.start && piece.start < piece.end && piece.end <= quote.end).toBe(true);
          for (const other of found)
            expect(quote.start < other.start && other.start < quote.end && quote.end < other.end).toBe(false);
        }
      },
    ),
  );
});
