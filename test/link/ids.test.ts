// Ids: of the first evidence, of the next where that is taken, never twice; slugs that people can read.
import { expect, test } from "vitest";
import { idMaker, slugMaker } from "../../src/link/ids.js";
import type { DocumentId } from "../../src/model/ids.js";
import type { Span } from "../../src/model/span.js";

const span = (start: number): Span => ({ doc: "d-000000000001" as DocumentId, start, end: start + 5 });

test("an id is of the first evidence, and no two lines have one", () => {
  const make = idMaker("e");
  const [first, second, third] = [make([span(1)]), make([span(1), span(9)]), make([span(1)])];
  expect(first).toMatch(/^e-[0-9a-f]{12}$/);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(second).toBe(idMaker("e")([span(9)]));
  expect(() => make([])).toThrow(RangeError);
});

test.each([
  [
    ["Ida Marlow", "Ida Marlow"],
    ["ida-marlow", "ida-marlow-2"],
  ],
  [["Zoë O’Brien"], ["zoe-obrien"]],
  [["…"], ["unnamed"]],
  [["Москва"], ["moskva"]],
])("%j", (names, ids) => {
  const slug = slugMaker();
  expect(names.map(slug)).toEqual(ids);
});
