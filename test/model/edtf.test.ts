import readEdtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asEdtf,
  boundsOf,
  compareDates,
  compatible,
  dayNumber,
  dayOf,
  edtf,
  includesDate,
  intervalOf,
  plainOf,
  precisionOf,
} from "../../src/model/edtf.js";

const day = fc.integer({ min: dayNumber(1800, 1, 1), max: dayNumber(2199, 12, 31) }).map(dayOf);

describe("EDTF level 1, the part that the record uses", () => {
  test.each([
    ["2022-01-10", "2022-01-10", "2022-01-10", "day"],
    ["2021-10", "2021-10-01", "2021-10-31", "month"],
    ["2024-02", "2024-02-01", "2024-02-29", "month"],
    ["2014", "2014-01-01", "2014-12-31", "year"],
    ["2022-01-10/2022-01-13", "2022-01-10", "2022-01-13", "interval"],
    ["2022-01-09~", "2022-01-09", "2022-01-09", "day"],
    ["2022-01-10T10:30+01:00", "2022-01-10", "2022-01-10", "time"],
  ])("%s", (text, first, last, precision) => {
    const date = edtf(text);
    expect(boundsOf(date)).toEqual({ first: boundsOf(edtf(first)).first, last: boundsOf(edtf(last)).last });
    expect(precisionOf(date)).toBe(precision);
  });

  test("an open interval has an infinite end", () => {
    expect(boundsOf(edtf("2016/.."))).toEqual({ first: dayNumber(2016, 1, 1), last: Number.POSITIVE_INFINITY });
  });

  test.each(["", "2022-13", "2022-02-29", "2022-00-01", "22-01-10", "January", "2022-01-13/2022-01-10", "2022-1-1"])(
    "not a date: %s",
    (text) => {
      expect(asEdtf(text)).toBeNull();
      expect(() => edtf(text)).toThrow(RangeError);
    },
  );

  test("a day number and its day are the same day", () => {
    fc.assert(fc.property(day, (date) => dayOf(boundsOf(date).first) === date));
  });

  test("dates are in one total order, null last", () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
        expect(compareDates(a, null)).toBe(-1);
      }),
    );
    expect([edtf("2022-01-10"), null, edtf("2022"), edtf("2022-01")].sort(compareDates)).toEqual([
      "2022",
      "2022-01",
      "2022-01-10",
      null,
    ]);
  });

  test("a date lies in its month and year, and is compatible with them and with no other", () => {
    expect(includesDate(edtf("2022-01"), edtf("2022-01-10"))).toBe(true);
    expect(includesDate(edtf("2022-01-10"), edtf("2022-01"))).toBe(false);
    expect(compatible(edtf("2022-01"), edtf("2022-01-31/2022-02-02"))).toBe(true);
    expect(compatible(edtf("2022-01"), edtf("2022-02-01"))).toBe(false);
  });

  test("without time of day and without doubt; an interval of one day is that day", () => {
    expect(plainOf(edtf("2022-01-10T10:30Z"))).toBe("2022-01-10");
    expect(plainOf(edtf("2022-01-09~"))).toBe("2022-01-09");
    expect(intervalOf(edtf("2022-01-10"), edtf("2022-01-10"))).toBe("2022-01-10");
  });

  test("the edtf library reads the same days out of every date", () => {
    const month = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    const point = fc.oneof(
      day as fc.Arbitrary<string>,
      month.map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`),
      fc.integer({ min: 1900, max: 2100 }).map(String),
    );
    const date = fc.oneof(
      point,
      point.map((text) => `${text}~`),
      fc
        .tuple(point, point)
        .map(([a, b]) => (boundsOf(edtf(a)).first <= boundsOf(edtf(b)).first ? `${a}/${b}` : `${b}/${a}`)),
    );
    fc.assert(
      fc.property(date, (text) => {
        const ours = asEdtf(text);
        if (ours === null) return true; // an interval whose end begins before its start ends
        const theirs = readEdtf(text);
        const { first, last } = boundsOf(ours);
        expect([first, last]).toEqual([Math.floor(theirs.min / 864e5), Math.floor(theirs.max / 864e5)]);
        return true;
      }),
    );
  });
});
