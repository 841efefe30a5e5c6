// Words found again: where they stood, where they moved to, and where they are not, or not for sure.
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeIn, placesOf, pointAt } from "../../src/decide/anchor.js";
import type { DocumentId } from "../../src/model/ids.js";

const id = "d-0123456789ab" as DocumentId;
const at = (text: string, words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let more = nth; more > 0; more--) start = text.indexOf(words, start + 1);
  return pointAt({ id, text }, start, start + words.length);
};
const text = "Marlow met Tessen. Tessen left early. Later Tessen came back.";

test.each([
  ["where they stood", text, text, "Tessen", 1, 19],
  ["after what stands before them grew", text, `News. ${text}`, "Tessen", 1, 25],
  ["by what stands around them, not by the nearest offset", text, `Tessen again. ${text}`, "Tessen", 2, 58],
  ["with other white space", "They agreed on a ban.", "They agreed\n  on a ban.", "agreed on", 0, 5],
  ["nowhere, where they are gone", text, "Marlow met nobody.", "Tessen", 0, null],
  ["nowhere, where two places are alike", "x Tessen y", "aaaa Tessen bbbb", "Marlow", 0, null],
])("%s", (_, before, after, words, nth, expected) => {
  const pointed = before.includes(words) ? at(before, words, nth) : { ...at(before, "Tessen"), words };
  expect(placeIn(after, pointed)?.start ?? null).toBe(expected);
});

test("words without surroundings (older entries) are those nearest to the old place; two equally near are none", () => {
  const bare = { span: { doc: id, start: 10, end: 12 }, words: "ab" };
  expect(placeIn("ab........x.ab", bare)?.start).toBe(12);
  expect(placeIn("......ab......ab", bare)).toBeNull();
});

test("any stretch of any text is found where it stands, and after any words before it if it stands there once", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3 }), fc.nat(), fc.nat(), fc.string(), (whole, a, b, head) => {
      const [start, end] = [a % whole.length, (b % whole.length) + 1].sort((x, y) => x - y) as [number, number];
      if (start >= end) return;
      const pointed = pointAt({ id, text: whole }, start, end);
      expect(placeIn(whole, pointed)).toEqual({ start, end });
      const moved = head + whole;
      if (pointed.words.trim() === pointed.words && placesOf(moved, pointed.words).length === 1)
        expect(placeIn(moved, pointed)).toEqual({ start: start + head.length, end: end + head.length });
    }),
  );
});
