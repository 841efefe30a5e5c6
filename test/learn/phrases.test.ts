import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestPhrase, phraseBits, phraseHits, phraseKey, phraseTree } from "../../src/learn/phrases.js";

const [place, given, club, office] = [1, 2, 4, 8];
const tree = phraseTree([
  [["Paris"], place],
  [["Paris"], given],
  [["Paris", "Saint", "-", "Germain"], club],
  [["New", "York"], place],
  [["York"], place],
  [["New", "York", "State"], place],
  [["Foreign", "Minister"], office],
  [["Minister"], office],
  [["Erdoğan"], given],
  [["OPEC"], club],
  [["a", "b", "c", "d", "e", "f", "g"], club],
]);

/** What the tokens are, a cell a token: "F2" first of a phrase of class bits 2, "W" whole, "I" inside, "L" last. */
function seen(sentence: string): string {
  const hits = phraseHits(tree, sentence.split(" "));
  return sentence
    .split(" ")
    .map((_, i) => {
      const cell = [
        ["F", hits.first],
        ["I", hits.inside],
        ["L", hits.last],
        ["W", hits.whole],
      ] as const;
      return (
        cell
          .filter(([, part]) => part[i] !== 0)
          .map(([name, part]) => `${name}${part[i]}`)
          .join("+") || "."
      );
    })
    .join(" ");
}

describe("known phrases", () => {
  it.each([
    ["one word, both its classes", "in Paris today", ". W3 ."],
    ["the longest of one class", "in New York State", ". F1 I1 L1"],
    ["one class does not overlap itself", "New York", "F1 L1"],
    ["the shorter where the longer breaks off", "New York Times", "F1 L1 ."],
    ["classes may overlap", "Paris Saint - Germain won", "F4+W3 I4 I4 L4 ."],
    ["a phrase holds the word of its class", "Foreign Minister", "F8 L8"],
    ["the word alone", "Minister", "W8"],
    ["the phrase at the end", "of New York", ". F1 L1"],
    ["half a phrase at the end", "of New", ". ."],
    ["capitals", "PARIS", "W3"],
    ["an acronym as it is", "OPEC", "W4"],
    ["without diacritics", "Erdogan", "W2"],
    ["with them", "Erdoğan", "W2"],
  ])("%s", (_, sentence, expected) => {
    expect(seen(sentence)).toBe(expected);
  });

  it.each([["paris"], ["new york"], ["Opec"], ["Yorks minister"]])("does not take %s", (sentence) => {
    expect(seen(sentence).replace(/[ .]/g, "")).toBe("");
  });

  it("leaves out phrases that are too long, and empty ones", () => {
    expect(phraseBits(tree, ["a", "b", "c", "d", "e", "f", "g"])).toBe(0);
    expect(phraseBits(phraseTree([[[], 1]]), [])).toBe(0);
    expect(longestPhrase).toBe(6);
  });

  it("tells the classes of a phrase", () => {
    expect(phraseBits(tree, ["Paris"])).toBe(3);
    expect(phraseBits(tree, ["New", "York"])).toBe(1);
    expect(phraseBits(tree, ["New"])).toBe(0);
    expect(phraseBits(tree, ["New", "York", "State", "Line"])).toBe(0);
  });

  it("looks words up by one key", () => {
    expect(["ISRAEL", "NATO", "McCain", "İSTANBUL", "São", "a", "", "12:30", "U.S."].map(phraseKey)).toEqual([
      "Israel",
      "NATO",
      "McCain",
      "Istanbul",
      "Sao",
      "a",
      "",
      "12:30",
      "U.S.",
    ]);
  });

  it("covers each token once a class, and finds again every phrase that was put in", () => {
    const word = fc.constantFrom("a", "b", "c");
    const phrases = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 4)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 20 }), (known, sentence) => {
        const own = phraseTree(known);
        for (const [words, bits] of known) expect(phraseBits(own, words) & bits).toBe(bits);
        const hits = phraseHits(own, sentence);
        let open = 0;
        for (const i of sentence.keys()) {
          const [first = 0, inside = 0, last = 0, whole = 0] = [hits.first, hits.inside, hits.last, hits.whole].map(
            (part) => part[i] ?? 0,
          );

          expect(
            (first & inside) | (first & last) | (first & whole) | (inside & last) | (inside & whole) | (last & whole),
          ).toBe(0);
          expect(inside | last).toBe(open); // a phrase goes on until its last word
          open = first | inside;
        }
        expect(open).toBe(0);
      }),
    );
  });

  it("takes a long run of one word in linear time", () => {
    const forms = Array.from({ length: 200_000 }, () => "New");
    expect(phraseHits(tree, forms).whole.length).toBe(200_000);
  });
});
