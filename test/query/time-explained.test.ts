// `explain` of a time expression: what its words say, what was taken from elsewhere, the rule with where it counted from.
import { describe, expect, it } from "vitest";
import { explain } from "../../src/query/explain.js";
import { lookupOf } from "../../src/query/lookup.js";
import { record } from "./record.js";

describe("explain a time expression", () => {
  it("keeps what the words say apart from what was taken from elsewhere", () => {
    const explained = explain(lookupOf(record), "t-000000000001");
    expect(explained?.heading).toBe("March 10 = 2031-03-10");
    expect(explained?.facts).toContainEqual({ name: "said by the words", value: "month 03, day 10" });
    expect(explained?.facts).toContainEqual({ name: "taken from elsewhere", value: "year 2031" });
    expect(explained?.rules).toEqual([
      {
        rule: "month-day",
        because: "counted from the day of publication",
        score: 0.9,
        sentence: "0.90 of 1: all but sure",
      },
    ]);
  });
});
