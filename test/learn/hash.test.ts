// Hashes of texts and features: never "none", told apart by template, value and place, and evenly spread.
import fc from "fast-check";
import { expect, test } from "vitest";
import { feature, hashText } from "../../src/learn/hash.js";

test("a feature is never 0, which stands for none", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer(), fc.integer(), fc.integer(), (template, a, b, c) => {
      expect(feature(template, a, b, c)).not.toBe(0);
    }),
  );
  // the template and first value for which all mixing ends at 0: a product by the inverse of its odd factor
  let inverse = 1;
  for (let i = 0; i < 6; i++) inverse = Math.imul(inverse, 2 - Math.imul(0x85ebca6b, inverse));
  for (const template of [0, 7, 399]) {
    const value = Math.imul(-Math.imul(template + 1, 0x9e3779b1), inverse);
    expect(feature(template, value)).not.toBe(0);
    expect(feature(template, value)).not.toBe(feature(template, value + 1));
  }
});

test.each([
  ["the template", feature(1, 2, 3, 4), feature(2, 2, 3, 4)],
  ["the first value", feature(1, 2, 3, 4), feature(1, 3, 3, 4)],
  ["the second value", feature(1, 2, 3, 4), feature(1, 2, 4, 4)],
  ["the third value", feature(1, 2, 3, 4), feature(1, 2, 3, 5)],
  ["the order of values", feature(1, 2, 3, 4), feature(1, 3, 2, 4)],
  ["the order of letters", hashText("no"), hashText("on")],
  ["large and small letters", hashText("May"), hashText("may")],
  ["nothing and a space", hashText(""), hashText(" ")],
  ["scripts", hashText("Москва"), hashText("Moskva")],
])("a hash depends on %s", (_, one, other) => {
  expect(one).not.toBe(other);
});

test("the same value has the same hash, a signed 32-bit number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(hashText(text)).toBe(hashText(`${text}`));
      expect(hashText(text)).toBe(hashText(text) | 0);
      expect(feature(3, hashText(text))).toBe(feature(3, hashText(text)) | 0);
    }),
  );
});

test("features are spread: hardly any two meet, and every slot of a table gets its share", () => {
  const seen = new Set<number>();
  const slots = new Int32Array(256);
  const count = 300 * 256;
  for (let i = 0; i < count; i++) {
    const key = feature(i % 20, i >> 4, i & 15, i % 7);
    seen.add(key);
    const slot = (key ^ (key >>> 16)) & 255;
    slots[slot] = (slots[slot] ?? 0) + 1;
  }
  expect(seen.size).toBeGreaterThan(count - 12); // by chance less than one pair meets
  // 300 a slot, deviation √300 ≈ 17: within six of them
  expect(Math.min(...slots)).toBeGreaterThan(196);
  expect(Math.max(...slots)).toBeLessThan(404);
});
