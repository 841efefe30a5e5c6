// Conflicts between persons and Krippendorff's alpha: worked examples, and what must not count.
import { describe, expect, test } from "vitest";
import { agreementOf, alphaOf, conflictsIn } from "../../src/decide/agreement.js";
import { actionOf, entry, lineWith } from "./inputs.js";

const closed = lineWith("The bay remains closed", "statements");
const on = (day: string) => actionOf("date-statement", [closed, day]);

describe("alpha", () => {
  // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C and D: the reliability data there, by unit.
  const coded = ["111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3"];
  const byUnit = coded.map((unit) => [...unit]);
  test.each<readonly [string, readonly (readonly string[])[], number | null]>([
    [
      "all agree",
      [
        ["a", "a"],
        ["b", "b"],
      ],
      1,
    ],
    [
      "two coders, ten units, binary (example B of 2011)",
      [..."0000000000"].map((_, unit) => [[..."0100000000"][unit] ?? "", [..."1110010100"][unit] ?? ""]),
      0.095,
    ],
    ["four coders, missing values (example C of 2011)", byUnit, 0.743],
    [
      "always otherwise is worse than chance",
      [
        ["a", "b"],
        ["b", "a"],
      ],
      -0.5,
    ],
    [
      "one value says nothing",
      [
        ["a", "a"],
        ["a", "a"],
      ],
      null,
    ],
    ["nothing coded twice", [["a"], ["b"]], null],
    ["nothing", [], null],
  ])("%s", (_, units, expected) => {
    if (expected === null) expect(alphaOf(units)).toBeNull();
    else expect(alphaOf(units)).toBeCloseTo(expected, 3);
  });
});

describe("two persons", () => {
  const ada = entry(1, on("2031-06-04"), { author: "Ada" });
  test.each([
    ["the same is no conflict", on("2031-06-04"), []],
    [
      "another date is one, and the later has effect",
      on("2031-06-03"),
      [["statement: date", ["Ada", "2031-06-04"], ["Ben", "2031-06-03"]]],
    ],
    [
      "that there is no such statement is one",
      actionOf("reject-statement", [closed]),
      [["statement", ["Ada", "said"], ["Ben", "none"]]],
    ],
    ["another thing is none", actionOf("set-outlet", ["f-bay.txt", "The Gull"]), []],
  ])("%s", (_, action, expected) => {
    const log = [ada, entry(2, action, { author: "Ben" })];
    const found = conflictsIn(log).map(({ field, says }) => [
      field,
      ...says.map(({ author, value }) => [author, value]),
    ]);
    expect(found).toEqual(expected);
    expect(conflictsIn([...log].reverse())).toEqual(conflictsIn(log));
  });
  test("one's own last word counts, another's correction of it does not take it away", () => {
    const log = [
      ada,
      entry(2, on("2031-06-03"), { author: "Ada", supersedes: ada.id }),
      entry(3, on("2031-06-04"), { author: "Ben", supersedes: "c-0002" }),
    ];
    expect(conflictsIn(log)).toEqual([]);
    const { coders, fields } = agreementOf(log);
    expect(coders).toEqual(["Ada", "Ben"]);
    expect(fields.map(({ field, units }) => [field, units])).toEqual([
      ["statement", 1],
      ["statement: date", 1],
    ]);
    expect(fields.find(({ field }) => field === "statement: date")?.alpha).toBeCloseTo(0, 9);
  });
  test("what is withdrawn was not said", () => {
    const log = [
      ada,
      entry(2, { kind: "withdraw", on: [] }, { supersedes: ada.id }),
      entry(3, on("2031-06-03"), { author: "Ben" }),
    ];
    expect(agreementOf(log).units).toBe(0);
    expect(conflictsIn(log)).toEqual([]);
  });
});
