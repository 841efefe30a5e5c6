// Lines for people: broken between parts, heads in the margin, marks where they have room.
import { expect, test } from "vitest";
import { inkOf, wrapParts } from "../../src/cli/ink.js";
import type { Io } from "../../src/cli/io.js";
import { headLines } from "../../src/cli/listing.js";

const ink = inkOf({ env: {}, terminal: { in: false, out: false, err: false } } as unknown as Io);
const mark = ["[held]", "[held]"] as const;

test.each([
  [["Corin Wire", "a.txt 1–9", "e-1"], 40, ["  Corin Wire · a.txt 1–9 · e-1"]],
  [["Corin Wire", "a.txt 1–9", "e-1"], 26, ["  Corin Wire · a.txt 1–9", "  e-1"]],
  [["a part that is longer than a line", "e-1"], 20, ["  a part that is", "  longer than a line", "  e-1"]],
  [[], 20, []],
])("parts %j at %d", (parts, width, expected) => {
  expect(wrapParts(parts, width, "  ")).toEqual(expected);
});

test.each([
  ["2031-03-10", "Talks, Lasse", 40, ["2031-03-10  Talks, Lasse [held]"]],
  ["2031-03-10", "Talks, Lasse", 30, ["2031-03-10  Talks, Lasse", "            [held]"]],
  ["2031-03-10/2031-03-12", "Talks in Lasse", 40, ["2031-03-10/2031-03-12 Talks in Lasse", "            [held]"]],
  [
    "2031-03-10/2031-03-12",
    "Talks in Lasse and elsewhere",
    40,
    ["2031-03-10/2031-03-12 Talks in Lasse and", "            elsewhere [held]"],
  ],
])("head %s of %s at %d", (head, text, width, expected) => {
  expect(headLines(head, text, { ink, width }, undefined, [mark])).toEqual(expected);
});
