// The heads of a text as numbers: known words, shapes of numbers, and one 0 for unknown ones in a row.
import { describe, expect, it } from "vitest";
import { Heads, shapes, Vocabulary } from "../../src/time/vocabulary.js";

const { short, four, long, mixed } = shapes;
const vocabulary = new Vocabulary();
const may = vocabulary.add("may");
const q = vocabulary.add("q");

describe("scan", () => {
  it.each([
    ["in may 5, 2016", [0, may, short, four], [0, 3, 7, 10]],
    ["no such words, mayor", [0], [0]],
    ["the '90s", [0, mixed], [0, 4]],
    ["q3 of 100", [q, short, 0, long], [0, 1, 3, 6]],
    ["today's may", [0, may], [0, 8]],
    ["", [], []],
  ])("%s", (text, ids, places) => {
    const heads = new Heads();
    vocabulary.scan(text, 0, text.length, heads);
    expect([...heads.ids.subarray(0, heads.count)]).toEqual(ids);
    expect([...heads.places.subarray(0, heads.count)]).toEqual(places);
  });

  it("begins nothing in the middle of a word", () => {
    const heads = new Heads();
    vocabulary.scan("dismay may", 3, 10, heads);
    expect([...heads.ids.subarray(0, heads.count)]).toEqual([may]);
  });
});
