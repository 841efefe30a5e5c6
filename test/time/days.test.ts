// Our arithmetic on days against the Temporal polyfill: the same answers for every day of the calendar that both know.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type Day,
  dayAt,
  dayValue,
  isDay,
  numberOf,
  weekdayAt,
  weekValue,
} from "../../src/time/days.js";

/** Days from year 1 to 9999, as numbers since 1970-01-01. */
const numbers = fc.integer({ min: -719_162, max: 2_932_896 });
const theirs = ({ year, month, day }: Day): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day });
const epoch = Temporal.PlainDate.from("1970-01-01");

describe("days", () => {
  it("are the same as Temporal's, forth and back", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const day = dayAt(number);
        const date = epoch.add({ days: number });
        expect(dayValue(day)).toBe(date.toString());
        expect(numberOf(day)).toBe(number);
        expect(weekdayAt(number)).toBe(date.dayOfWeek);
        expect(weekValue(day)).toBe(
          `${String(date.yearOfWeek).padStart(4, "0")}-W${String(date.weekOfYear).padStart(2, "0")}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("add days and months as Temporal does, the last of a month where it is shorter", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 2_800_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.integer({ min: -1200, max: 1200 }),
        (number, days, months) => {
          const day = dayAt(number);
          expect(dayValue(addDays(day, days))).toBe(theirs(day).add({ days }).toString());
          expect(dayValue(addMonths(day, months))).toBe(
            theirs(day).add({ months }, { overflow: "constrain" }).toString(),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("know which days there are", () => {
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 1, max: 9999 }),
          month: fc.integer({ min: 0, max: 14 }),
          day: fc.integer({ min: 0, max: 33 }),
        }),
        (day) => {
          let there = true;
          try {
            Temporal.PlainDate.from({ ...day }, { overflow: "reject" });
          } catch {
            there = false;
          }
          expect(isDay(day)).toBe(there);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
