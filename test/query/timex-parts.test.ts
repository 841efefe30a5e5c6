// The parts of a value: what the words say apart from what was taken from elsewhere.
import { describe, expect, it } from "vitest";
import { impliedParts, saidParts } from "../../src/query/timex-parts.js";

describe("parts of a value", () => {
  it.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ["2022-01-09", ["year", "month"], ["day 09"], ["year 2022", "month 01"]],
    ["2021-03-03", [], ["year 2021", "month 03", "day 03"], []],
    ["2022-01-09TEV", ["year", "month", "day"], ["time of day EV"], ["year 2022", "month 01", "day 09"]],
    ["2022-W02", ["year", "month", "day"], [], ["year 2022", "week 02"]],
    ["2021-Q4", ["year"], ["quarter 4"], ["year 2021"]],
    ["2021-SU", ["year"], ["season SU"], ["year 2021"]],
    ["XXXX-01-10", [], ["month 01", "day 10"], []],
    ["P2D", [], [], []],
    ["PAST_REF", [], [], []],
    ["199", [], [], []],
  ])("%s (%s implied)", (value, implied, said, elsewhere) => {
    expect(saidParts({ value, implied })).toEqual(said);
    expect(impliedParts({ value, implied })).toEqual(elsewhere);
  });
});
