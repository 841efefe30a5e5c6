// One line for each phenomenon of English news that the tagger knows, and for each look-alike that it must leave alone.
// A line: text, day of publication, then "words = TYPE value [mod]" of each time expression.
import { describe, expect, it } from "vitest";
import { found } from "./found.js";

type Line = readonly [text: string, published: string, ...wanted: string[]];

const read = (text: string, published: string): readonly string[] =>
  found(text, published).map(
    ({ words, type, value, mod }) => `${words} = ${type} ${value}${mod === null ? "" : ` ${mod}`}`,
  );

const lines = (table: readonly Line[]) =>
  it.each(table.map((line) => [line[0], line] as const))("%s", (_, [text, published, ...wanted]) => {
    expect(read(text, published)).toEqual(wanted);
  });

const day = "2022-01-12"; // a Wednesday

describe("ranges and lists", () =>
  lines([
    ["From January 10 to 13 they met.", day, "January 10 = DATE 2022-01-10", "13 = DATE 2022-01-13"],
    ["They met on January 10-13.", day, "January 10 = DATE 2022-01-10", "13 = DATE 2022-01-13"],
    [
      "It was cut in 2015, 2018, and also in October 2021.",
      day,
      "2015 = DATE 2015",
      "2018 = DATE 2018",
      "October 2021 = DATE 2021-10",
    ],
    ["They spoke between March and April 2018.", day, "March = DATE 2018-03", "April 2018 = DATE 2018-04"],
    ["It ran from November to February 2020.", day, "November = DATE 2019-11", "February 2020 = DATE 2020-02"],
    ["He served from 1990-94.", day, "1990 = DATE 1990", "94 = DATE 1994"],
    ["It held from March 2019 to June.", day, "March 2019 = DATE 2019-03", "June = DATE 2019-06"],
    ["From Monday to Friday they will rest.", day, "Monday = DATE 2022-01-17", "Friday = DATE 2022-01-14"],
  ]));

describe("days that are pointed at", () =>
  lines([
    ["They left on the 9th.", day, "the 9th = DATE 2022-01-09"],
    [
      "They left on 3 May 2015 and came back the same day.",
      day,
      "3 May 2015 = DATE 2015-05-03",
      "the same day = DATE 2015-05-03",
    ],
    [
      "They met on 4 March; the day before, they had dined.",
      "2022-03-12",
      "4 March = DATE 2022-03-04",
      "the day before = DATE 2022-03-03",
    ],
    ["Last December they signed.", day, "Last December = DATE 2021-12"],
    ["The plan fell a fortnight ago.", day, "a fortnight ago = DATE 2021-W52"],
    [
      "On Tuesday they met; on Friday they will meet again.",
      day,
      "Tuesday = DATE 2022-01-11",
      "Friday = DATE 2022-01-14",
    ],
    ["Talks Resume Today After Last Week's Failure.", day, "Today = DATE 2022-01-12", "Last Week = DATE 2022-W01"],
    ["They met in 2019 and were silent until then.", day, "2019 = DATE 2019", "then = DATE 2019"],
  ]));

describe("days and weeks from an end or a day", () =>
  lines([
    ["It rained in the last week of May.", day, "the last week of May = DATE 2022-W22"],
    ["It ends on the penultimate day of March.", day, "the penultimate day of March = DATE 2022-03-30"],
    ["They will meet on Friday week.", day, "Friday week = DATE 2022-01-21"],
    [
      "On January 3 they met. A week later they parted.",
      day,
      "January 3 = DATE 2022-01-03",
      "A week later = DATE 2022-01-10",
    ],
    ["On the 24th workers left.", day, "the 24th = DATE 2021-12-24"],
    ["They met at noon yesterday.", day, "noon yesterday = TIME 2022-01-11T12:00"],
  ]));

describe("quarters, seasons, decades, centuries", () =>
  lines([
    ["Sales rose in the fourth quarter of 2021.", day, "the fourth quarter of 2021 = DATE 2021-Q4"],
    ["Sales rose in the fiscal second quarter.", day, "the fiscal second quarter = DATE 2021-Q2"],
    [
      "Profit for the quarter ended September 30 fell.",
      day,
      "the quarter = DATE 2021-Q3",
      "September 30 = DATE 2021-09-30",
    ],
    [
      "It opened in the summer of 2019 and closed last fall.",
      day,
      "the summer of 2019 = DATE 2019-SU",
      "last fall = DATE 2021-FA",
    ],
    ["It dates from the 1990s, or the late '80s.", day, "the 1990s = DATE 199", "the late '80s = DATE 198 END"],
    ["As in the 19th century.", day, "the 19th century = DATE 18"],
    ["Net income for the year ended March 31 fell.", day, "the year = DURATION P1Y", "March 31 = DATE 2021-03-31"],
    ["The first half of 2021 was calm.", day, "The first half of 2021 = DATE 2021-H1"],
  ]));

describe("modifiers", () =>
  lines([
    ["It closed in early 2022.", day, "early 2022 = DATE 2022 START"],
    ["It closed in mid-January.", day, "mid-January = DATE 2022-01 MID"],
    ["It closed in late December 2021.", day, "late December 2021 = DATE 2021-12 END"],
    ["It opens around March 1.", day, "around March 1 = DATE 2022-03-01 APPROX"],
    ["It took about two weeks.", day, "about two weeks = DURATION P2W APPROX"],
    ["It took almost two weeks.", day, "almost two weeks = DURATION P2W LESS_THAN"],
    ["It took more than two weeks.", day, "more than two weeks = DURATION P2W MORE_THAN"],
    ["It takes up to six weeks.", day, "up to six weeks = DURATION P6W EQUAL_OR_LESS"],
    ["It takes at least six weeks.", day, "at least six weeks = DURATION P6W EQUAL_OR_MORE"],
    ["It must close by year's end.", day, "year's end = DATE 2022 END"],
  ]));

describe("lengths and what recurs", () =>
  lines([
    ["They lasted an hour and a half.", day, "an hour and a half = DURATION PT1H30M"],
    ["The past few days were calm.", day, "The past few days = DURATION PXD"],
    ["Deliveries resume within two to three weeks.", day, "two to three weeks = DURATION PXW"],
    ["The ten-day long siege ended.", day, "ten-day long = DURATION P10D"],
    ["They meet every Friday and every two years.", day, "every Friday = SET XXXX-WXX-5", "every two years = SET P2Y"],
    ["It earns two million euros a year.", day, "a year = SET P1Y"],
    ["They meet weekly, on Mondays.", day, "weekly = SET P1W", "Mondays = SET XXXX-WXX-1"],
  ]));

describe("times of day", () =>
  lines([
    ["It opens at 10 a.m. EST on January 14.", day, "10 a.m. EST on January 14 = TIME 2022-01-14T10:00-05:00"],
    ["It resumed at 11:30 GMT.", day, "11:30 GMT = TIME 2022-01-12T11:30+00:00"],
    ["They met at half past seven in the morning.", day, "half past seven in the morning = TIME 2022-01-12T07:30"],
    ["It ended at four on Saturday afternoon.", day, "four on Saturday afternoon = TIME 2022-01-08T16:00"],
    ["It ended on Monday evening.", day, "Monday evening = TIME 2022-01-10TEV"],
    ["They dined on the evening of the 9th.", day, "the evening of the 9th = TIME 2022-01-09TEV"],
  ]));

describe("holidays", () =>
  lines([
    ["They rested on Christmas Day.", day, "Christmas Day = DATE 2021-12-25"],
    ["They met last Thanksgiving.", day, "last Thanksgiving = DATE 2021-11-25"],
    ["They parted on Good Friday.", "2022-04-20", "Good Friday = DATE 2022-04-15"],
    ["They voted on Election Day 2020.", day, "Election Day 2020 = DATE 2020-11-03"],
  ]));

describe("vague references", () =>
  lines([
    ["They have recently met.", day, "recently = DATE PAST_REF"],
    ["They are currently in talks.", day, "currently = DATE PRESENT_REF"],
    ["It will open in the near future.", day, "the near future = DATE FUTURE_REF"],
    ["They will soon meet.", day, "soon = DATE FUTURE_REF"],
    ["In recent months they met.", day, "recent months = DATE PAST_REF"],
  ]));

describe("years", () =>
  lines([
    ["In nineteen ninety-six they met.", day, "nineteen ninety-six = DATE 1996"],
    ["Their 1998 offer failed.", day, "1998 = DATE 1998"],
    ["It fell in the spring of 480 BC.", day, "the spring of 480 BC = DATE BC0480-SP"],
    ["2019: the year of strikes", day, "2019 = DATE 2019"],
    ["Profit of the 2020 period fell.", day, "the 2020 period = DATE 2020"],
  ]));

describe("no time at all", () =>
  lines([
    ["They moved to the 9th floor, on the 9th hole.", day],
    ["The minister, May, may leave.", day],
    ["They remembered the March on Rome.", day],
    ["It refers to the 2011 Vienna Document.", day],
    ["The second round ended; the 12th round began.", day],
    ["A 45-year-old driver, 52 years old.", day],
    ["It costs $2015 and 1999 euros.", day],
    ["Version 2.0 runs on Windows 2000.", day],
    ["Flight 1989 and room 1984 were full.", day],
    ["He was soon replaced.", day],
    ["He is in his 30s.", day],
    ["The daily Morgenpost said so.", day],
    ['She was told so on "This Week".', day],
    ["Vision 2030 and Agenda 2063 are plans.", day],
    ["They sold 1950 shares to 2000 people.", day],
    ["The score was 3:2 after 1/1/1/1.", day],
  ]));

describe("quarters of financial years", () => {
  it("have their number, but no days of the calendar", () => {
    const told = (text: string) => found(text, day).map(({ rule, edtf }) => [rule, edtf]);
    expect(told("Sales rose in the third quarter.")).toEqual([["quarter", "2021-07/2021-09"]]);
    expect(told("Sales rose in the fiscal third quarter.")).toEqual([["fiscal-quarter", null]]);
    expect(told("Sales of the first quarter ended September 29 rose.")[0]).toEqual(["fiscal-quarter", null]);
    expect(told("Sales of the third quarter ended September 29 rose.")[0]).toEqual(["quarter", "2021-07/2021-09"]);
    expect(told("Sales of fiscal 2019 fell.")).toEqual([["fiscal-year", null]]);
  });
});
