// Search over a record alone: all words, phrases, whatever case and accents; what is found best stands first.
import { describe, expect, test } from "vitest";
import { lookupOf } from "../../src/query/lookup.js";
import { searchRecord, termsOf } from "../../src/query/search.js";
import { record } from "../pages/fixture.js";

const look = lookupOf(record);

test.each([
  ["river talks", ["river", "talks"]],
  ['"no result" Sable', ["no result", "sable"]],
  ["Éclair  ÉCLAIR", ["eclair"]],
  ['"" "', []],
  ["", []],
])("%s asks for %j", (asked, terms) => {
  expect(termsOf(asked)).toEqual(terms);
});

describe("finding", () => {
  test.each([
    ["nobody river", "statement"],
    ["mara oduya", "actor"],
    ["fixed share", "issue"],
    ["talks port sable", "event"],
    ["delegations", "event"],
  ])("%s finds a line of the kind %s", (asked, kind) => {
    expect(searchRecord(look, asked).map(({ entry }) => entry.kind)).toContain(kind);
  });
  test("every line found holds all words", () => {
    for (const { entry } of searchRecord(look, "sable brennland")) {
      const text = `${entry.head} ${entry.words}`.toLowerCase();
      expect(text).toContain("sable");
      expect(text).toContain("brennland");
    }
  });
  test.each(["", "   ", '""', "nothing of the kind", '"river the"'])("%j finds nothing", (asked) => {
    expect(searchRecord(look, asked)).toEqual([]);
  });
  test("lines whose name holds the words come before reports that hold them somewhere", () => {
    const kinds = searchRecord(look, "Oduya").map(({ entry }) => entry.kind);
    expect(kinds[0]).toBe("actor");
    expect(kinds.lastIndexOf("document")).toBe(kinds.length - 1);
  });
});
