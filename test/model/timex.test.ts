import { describe, expect, test } from "vitest";
import { edtfOfTimex, isTimexValue, minutesOf } from "../../src/model/timex.js";

describe("TIMEX3 values", () => {
  test.each([
    "2022-01-10",
    "2022-01",
    "2022",
    "202",
    "20",
    "2022-W02",
    "2022-W02-WE",
    "2021-Q4",
    "2022-SU",
    "2022-01-09TEV",
    "2022-01-09T10:30",
    "PT1H30M",
    "P2D",
    "PXD",
    "P1Y",
    "PRESENT_REF",
    "PAST_REF",
    "XXXX-WXX-5",
    "XXXX-01-10",
    "T10:30",
    "P2DE",
  ])("%s is one", (value) => {
    expect(isTimexValue(value)).toBe(true);
  });
  test.each(["", "P", "yesterday", "2022-13-99x", "10:30", "2022/01/10", "2022-01-10/2022-01-13"])(
    "%s is none",
    (value) => {
      expect(isTimexValue(value)).toBe(false);
    },
  );

  test.each([
    ["2022-01-10", "2022-01-10"],
    ["2022-01-09TEV", "2022-01-09"],
    ["2022-W02", "2022-01-10/2022-01-16"],
    ["2022-W02-WE", "2022-01-15/2022-01-16"],
    ["2021-Q4", "2021-10/2021-12"],
    ["2022-SU", "2022-06/2022-08"],
    ["199", "1990/1999"],
    ["PT1H", null],
    ["PRESENT_REF", null],
    ["XXXX-01-10", null],
  ])("%s means %s", (value, date) => {
    expect(edtfOfTimex(value)).toBe(date);
  });

  test.each([
    ["PT1H30M", 90],
    ["P2D", 2880],
    ["PT8H", 480],
    ["P1W", 10080],
    ["PXD", null],
  ])("%s is %s minutes", (value, minutes) => {
    expect(minutesOf(value)).toBe(minutes);
  });
});
