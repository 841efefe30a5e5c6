// Two tellings of one duration: only what no length of time fits both is a contradiction.
import { expect, test } from "vitest";
import { compareDurations, type DurationTold } from "../../src/link/durations.js";

const told = (value: string, mod: string | null = null): DurationTold => ({ value, mod });

test.each([
  ["almost eight hours, 7.5 hours", told("PT8H", "LESS_THAN"), told("PT7H30M"), "difference-in-detail"],
  ["almost eight hours, eight hours", told("PT8H", "LESS_THAN"), told("PT8H"), "difference-in-detail"],
  ["nearly eight hours, six hours", told("PT8H", "LESS_THAN"), told("PT6H"), "contradiction"],
  ["almost eight hours, about six hours", told("PT8H", "LESS_THAN"), told("PT6H", "APPROX"), "contradiction"],
  [
    "more than two hours, two hours and ten minutes",
    told("PT2H", "MORE_THAN"),
    told("PT2H10M"),
    "difference-in-detail",
  ],
  ["90 minutes, an hour and a half", told("PT90M"), told("PT1H30M"), null],
  ["about two hours, two hours", told("PT2H", "APPROX"), told("PT2H"), null],
  ["about two hours, almost two hours", told("PT2H", "APPROX"), told("PT2H", "LESS_THAN"), "difference-in-detail"],
  ["four hours twice", told("PT4H"), told("PT4H"), null],
  ["several hours, four hours", told("PTXH"), told("PT4H"), null],
])("%s", (_, a, b, kind) => {
  expect(compareDurations(a, b)).toBe(kind);
  expect(compareDurations(b, a)).toBe(kind);
});
