// Days by how reports keep coming back to them.
import { expect, test } from "vitest";
import type { ParleyRecord } from "../../src/model/record.js";
import { datedReports, dayNamed, rankDays } from "../../src/query/days.js";

test("late and repeated mentions weigh more; the day of publication counts once", () => {
  const ranked = rankDays([
    { published: 100, named: [90, 90] },
    { published: 120, named: [90] },
    { published: 100, named: [99] },
    { published: null, named: [50] },
  ]);
  expect(ranked[0]?.day).toBe(90);
  expect(ranked.map(({ day }) => day)).toEqual([90, 100, 99, 50, 120]);
});

test.each([
  ["2022-01-10", 19002],
  ["2022-01-10TEV", 19002],
  ["2022-01-10T12:00", 19002],
  ["2022-01", null],
  ["2022-02-31", null],
  ["P2D", null],
  ["PRESENT_REF", null],
])("day of %s", (value, day) => expect(dayNamed(value)).toBe(day));

test("the reports of a record with the days that they name", () => {
  const span = (doc: string) => ({ doc, start: 0, end: 1 });
  const record = {
    documents: [
      { id: "d-1", published: { value: "2022-01-11" } },
      { id: "d-2", published: { value: null } },
    ],
    timexes: [
      { span: span("d-1"), value: "2022-01-10" },
      { span: span("d-1"), value: "2022" },
      { span: span("d-2"), value: "2022-01-10TEV" },
    ],
  } as unknown as ParleyRecord;
  expect(datedReports(record)).toEqual([
    { published: 19003, named: [19002] },
    { published: null, named: [19002] },
  ]);
});
