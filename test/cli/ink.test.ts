// Lines for people: broken between parts, heads in the margin, marks where they have room.
import { expect, test } from "vitest";
import { inkOf, wrapParts } from "../../src/cli/ink.js";
import type { Io } from "../../src/cli/io.js";
import { headLines } from "../../src/cli/listing.js";
import { statements } from "../../src/cli/listings/statements.js";

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

const row = {
  id: "s-1",
  date: null,
  speakers: ["Ilse Brandt"],
  named: true,
  mode: "speech",
  kind: "indirect",
  cue: "appealed to",
  words: "both sides to talk",
  negated: false,
  refusal: false,
  within: null,
  via: [],
  addressee: null,
  channel: null,
  headline: false,
  outlet: "Corin Wire",
  evidence: {
    words: "",
    sentence: "",
    document: "d-1",
    uri: "a.txt",
    outlet: "Corin Wire",
    published: null,
    basis: "unknown",
    start: 0,
    end: 1,
  },
};
test.each([
  [{}, ["undated     Ilse Brandt", "            [appealed to] both sides to talk"]],
  [{ kind: "direct", cue: "said", words: "No." }, ["undated     Ilse Brandt", "            [said] “No.”"]],
  [{ cue: ":", words: "talks go on" }, ["undated     Ilse Brandt", "            talks go on"]],
  [
    { refusal: true, cue: "declined to comment", words: "" },
    ["undated     Ilse Brandt (declines to say)", "            [declined to comment]"],
  ],
  [
    { named: false, speakers: ["a diplomat"], channel: "radio" },
    ["undated     “a diplomat” (channel: radio)", "            [appealed to] both sides to talk"],
  ],
])("a statement %j", (part, expected) => {
  expect(statements.print({ ...row, ...part }, { ink, width: 60 }, null).slice(0, 2)).toEqual(expected);
});
