// Time expressions in their sentences: what is found, what it is resolved to, and what must not be found.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../src/model/edtf.js";
import { isTimexValue } from "../../src/model/timex.js";
import { findTimexes } from "../../src/time/time.js";
import { found, sentencesOf, told, words } from "./found.js";

type Case = readonly [text: string, published: string | null, ...wanted: string[]];

const check = ([text, published, ...wanted]: Case): void => {
  expect(told(text, published)).toEqual(wanted);
};

describe("limits lie ahead, whatever the tense around them", () => {
  it.each<Case>([
    ["The council set itself a deadline of November 14 for a decision.", "2022-07-08", "November 14 = 2022-11-14"],
    ["The union gave the company until the 14th to reply.", "2022-04-27", "the 14th = 2022-05-14"],
    ["It had until Friday to answer.", "2022-01-12", "Friday = 2022-01-14"],
    ["The talks lasted until November 14.", "2022-12-01", "November 14 = 2022-11-14"],
    ["The office remained shut until Friday.", "2022-01-12", "Friday = 2022-01-07"],
    ["The contract is to be signed on Monday.", "2022-01-12", "Monday = 2022-01-17"],
    ["They want it in writing until 2030.", "2022-01-12", "2030 = 2030"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("feasts that go by Easter", () => {
  it.each<Case>([
    ["They will meet again after Whitsun.", "2024-04-19", "Whitsun = 2024-05-19"],
    ["They parted on Good Friday.", "2022-04-20", "Good Friday = 2022-04-15"],
    ["The strike began on Easter Monday 2019.", "2022-04-20", "Easter Monday 2019 = 2019-04-22"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("lengths of quarters, and names that hold a time", () => {
  it.each<Case>([
    ["They spoke for a quarter of an hour.", "2022-01-12", "a quarter of an hour = PT15M"],
    ["They spoke for three quarters of an hour.", "2022-01-12", "three quarters of an hour = PT45M"],
    ["It sold a quarter of the shares.", "2022-01-12"],
    ["The Exchange Daily said so.", "2022-01-12"],
    ["It appears daily.", "2022-01-12", "daily = P1D"],
    ["It is to close at end-2027.", "2022-01-12", "end-2027 = 2027"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("year that the words do not say", () => {
  it.each<Case>([
    ["On June 29, the council named a new chair.", "2022-11-21", "June 29 = 2022-06-29"],
    ["On December 17, the ministry published its drafts.", "2022-01-22", "December 17 = 2021-12-17"],
    ["The two sides will meet on February 3.", "2022-11-21", "February 3 = 2023-02-03"],
    ["The strike will begin on March 29.", "2023-03-24", "March 29 = 2023-03-29"],
    ["The vote was announced on November 21 by the mayor.", "2022-11-21", "November 21 = 2022-11-21"],
    ["In October the company withdrew its offer.", "2022-01-12", "October = 2021-10"],
    ["The court will rule in October.", "2022-11-20", "October = 2023-10"],
    ["They parted on Tuesday, November 30.", "2022-01-12", "Tuesday, November 30 = 2021-11-30"],
    ["It was signed on 3 May of last year.", "2022-01-12", "3 May of last year = 2021-05-03"],
    ["Last December, the union sent its claim.", "2022-01-14", "Last December = 2021-12"],
    ["It was signed on February 29.", "2022-01-12", "February 29 = XXXX-02-29"],
    ["The board declared a dividend payable February 7.", "2022-01-12", "February 7 = 2022-02-07"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("month that the words do not say", () => {
  it.each<Case>([
    [
      "The deputy minister said on the 9th that talks will start from the 10th.",
      "2022-01-09",
      "the 9th = 2022-01-09",
      "the 10th = 2022-01-10",
    ],
    ["On the 28th, the ministers met.", "2022-01-12", "the 28th = 2021-12-28"],
    ["On the 2nd, the ministers will meet.", "2022-01-30", "the 2nd = 2022-02-02"],
    ["They will dine on the evening of the 9th.", "2022-01-09", "the evening of the 9th = 2022-01-09TEV"],
    [
      "Drafts came on December 15.¶ On the 17th they were published.",
      "2022-01-22",
      "December 15 = 2021-12-15",
      "the 17th = 2021-12-17",
    ],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("weekdays", () => {
  it.each<Case>([
    ["The ministry stated on Tuesday that it was ready.", "2021-11-30", "Tuesday = 2021-11-30"],
    ["The envoy arrived on Friday.", "2022-01-12", "Friday = 2022-01-07"],
    ["The talks will resume on Friday.", "2022-01-12", "Friday = 2022-01-14"],
    ["It is Mon, 10 Jan 2022 and he sat in the sun.", "2022-01-12", "Mon, 10 Jan 2022 = 2022-01-10"],
    ["They will reconvene the week after next.", "2022-01-12", "the week after next = 2022-W04"],
    ["The summit opens on Friday.", "2022-01-12", "Friday = 2022-01-14"],
    ["He told parliament on Thursday, would you believe it.", "2022-01-12", "Thursday = 2022-01-06"],
    ["On Monday, the board will vote.", "2022-01-12", "Monday = 2022-01-17"],
    [
      "Next Monday he returns, last Tuesday he left.",
      "2022-01-12",
      "Next Monday = 2022-01-17",
      "last Tuesday = 2022-01-11",
    ],
    ["They pray on Fridays.", "2022-01-12", "Fridays = XXXX-WXX-5"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("what was told before", () => {
  it.each<Case>([
    [
      "On January 21, they met.¶ On the same day, she spoke.",
      "2022-01-22",
      "January 21 = 2022-01-21",
      "the same day = 2022-01-21",
    ],
    [
      "On January 10, talks were held.\nThe day before, they had dined.",
      "2022-01-20",
      "January 10 = 2022-01-10",
      "The day before = 2022-01-09",
    ],
    [
      "They met on 3 May 2015.¶ Two days later the deal was off.",
      "2022-01-12",
      "3 May 2015 = 2015-05-03",
      "Two days later = 2015-05-05",
    ],
    [
      "He fled in June 1998 and came back later that year.",
      "2022-01-12",
      "June 1998 = 1998-06",
      "later that year = 1998",
    ],
    [
      "They left on 4 March.¶ The following day the port closed.",
      "2022-03-12",
      "4 March = 2022-03-04",
      "The following day = 2022-03-05",
    ],
    [
      "They left that month, and the rest that same evening.",
      "2022-01-12",
      "that month = 2022-01",
      "that same evening = 2022-01-12TEV",
    ],
    [
      "She said that Friday's talks and that May 9 had been hard.",
      "2022-05-18",
      "Friday = 2022-05-13",
      "May 9 = 2022-05-09",
    ],
    ["Two weeks ago the plan was dropped.", "2022-01-12", "Two weeks ago = 2021-W52"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));

  it("compares a year earlier with the quarter that is told, else with the year", () => {
    expect(told("Profit of the third quarter rose from what it was a year earlier.", "2021-11-02")).toEqual([
      "the third quarter = 2021-Q3",
      "a year earlier = 2020-Q3",
    ]);
    expect(told("The quarter was old, and the envoy had come a year ago.")).toEqual(["a year ago = 2021"]);
  });

  it("keeps a narrative of another time in its years", () => {
    const text =
      "1936\nThe general fell on 20 July.\nThe city held out until September.\n1937\nIn January the front moved.\nOn 8 February the port fell.";
    expect(told(text, "2009-12-19")).toEqual([
      "1936 = 1936",
      "20 July = 1936-07-20",
      "September = 1936-09",
      "1937 = 1937",
      "January = 1937-01",
      "8 February = 1937-02-08",
    ]);
  });

  it("takes old years in news for background only", () => {
    const text =
      "In 2014 and 2015 they quarrelled, as in 2011 and 1997.\nOn Tuesday they met.\nOn November 30 they parted.";
    expect(told(text, "2021-11-30").slice(4)).toEqual(["Tuesday = 2021-11-30", "November 30 = 2021-11-30"]);
  });
});

describe("without a day of publication", () => {
  it.each<Case>([
    ["On the 9th they met.", null, "the 9th = XXXX-XX-09"],
    ["On January 10 they met.", null, "January 10 = XXXX-01-10"],
    ["On Monday they met.", null, "Monday = XXXX-WXX-1"],
    ["They met yesterday and will meet next week.", null, "yesterday = PAST_REF", "next week = FUTURE_REF"],
    ["They met on 3 May 2015.", null, "3 May 2015 = 2015-05-03"],
  ])("%s", (...row) => check(row as unknown as Case));
});

describe("ranges and lists", () => {
  it.each<Case>([
    ["From January 10 to 13, three rounds were held.", "2022-01-14", "January 10 = 2022-01-10", "13 = 2022-01-13"],
    ["On January 10-13 three rounds were held.", "2022-01-14", "January 10 = 2022-01-10", "13 = 2022-01-13"],
    ["They met on 10–13 January 2022.", "2022-02-14", "10 = 2022-01-10", "13 January 2022 = 2022-01-13"],
    ["They met between 10 and 12 January.", "2022-02-14", "10 = 2022-01-10", "12 January = 2022-01-12"],
    ["They met on 5, 7 and 9 January.", "2022-02-14", "5 = 2022-01-05", "7 = 2022-01-07", "9 January = 2022-01-09"],
    [
      "It cut the mission in 2015, 2018, and also in October 2021.",
      "2021-11-30",
      "2015 = 2015",
      "2018 = 2018",
      "October 2021 = 2021-10",
    ],
    ["He served from 2004 to 2008.", "2022-01-12", "2004 = 2004", "2008 = 2008"],
    ["The war of 1914-1918 ended.", "2022-01-12", "1914 = 1914", "1918 = 1918"],
    ["On January 10, 12 ministers met.", "2022-01-12", "January 10 = 2022-01-10"],
  ])("%s (%s)", (...row) => check(row as unknown as Case));

  it("ties the ends of a range, and not the members of a list", () => {
    const ids = (text: string) => found(text).map(({ rangeId }) => rangeId);
    expect(ids("From January 3 to 7 they met, and from Monday to Wednesday they rested.")).toEqual([0, 0, 1, 1]);
    expect(ids("They met between 3 and 7 January.")).toEqual([0, 0]);
    expect(ids("They met on 3 and 7 January.")).toEqual([null, null]);
  });
});

describe("durations, sets and references", () => {
  it.each<readonly [string, string, string, string | null]>([
    ["They lasted an hour and a half.", "DURATION", "PT1H30M", null],
    ["They lasted almost eight hours.", "DURATION", "PT8H", "LESS_THAN"],
    ["They talked for two hours and 40 minutes.", "DURATION", "PT2H40M", null],
    ["It took more than three and a half years.", "DURATION", "P3Y6M", "MORE_THAN"],
    ["Signals of the past few days disappoint.", "DURATION", "PXD", null],
    ["A 90-minute call ended it.", "DURATION", "PT90M", null],
    ["They meet every two weeks.", "SET", "P2W", null],
    ["They have recently met.", "DATE", "PAST_REF", null],
    ["It is now closed.", "DATE", "PRESENT_REF", null],
    ["It will open in the near future.", "DATE", "FUTURE_REF", null],
    ["It closed in late December 2021.", "DATE", "2021-12", "END"],
    ["It closes by the end of March.", "DATE", "2022-03", "END"],
  ])("%s", (text, type, value, mod) => {
    expect(found(text).map((timex) => [timex.type, timex.value, timex.mod])).toEqual([[type, value, mod]]);
  });
});

describe("times of day", () => {
  it.each<Case>([
    ["It opens at 9 a.m. on Monday, January 17.", "2022-01-12", "9 a.m. on Monday, January 17 = 2022-01-17T09:00"],
    [
      "They will leave at six o'clock the next morning.",
      "2022-01-12",
      "six o'clock the next morning = 2022-01-13T06:00",
    ],
    [
      "He has until midnight on Tuesday, January 18.",
      "2022-01-12",
      "midnight on Tuesday, January 18 = 2022-01-18T24:00",
    ],
    ["The session resumed at 11:30 GMT.", "2022-01-12", "11:30 GMT = 2022-01-12T11:30+00:00"],
    [
      "It ended at four in the afternoon, at dawn on Sunday.",
      "2022-01-12",
      "four in the afternoon = 2022-01-12T16:00",
      "dawn on Sunday = 2022-01-09TMO",
    ],
    ["It ended at 4.30 p.m. yesterday.", "2022-01-12", "4.30 p.m. yesterday = 2022-01-11T16:30"],
    [
      "They dined late in the evening of December 30.",
      "2022-01-12",
      "late in the evening of December 30 = 2021-12-30TEV",
    ],
  ])("%s (%s)", (...row) => check(row as unknown as Case));
});

describe("known and implied", () => {
  it("says what was taken from elsewhere", () => {
    const implied = (text: string) => found(text).map((timex) => timex.implied);
    expect(implied("They met on March 3, 2021.")).toEqual([[]]);
    expect(implied("They met on January 3.")).toEqual([["year"]]);
    expect(implied("They met on the 3rd.")).toEqual([["year", "month"]]);
    expect(implied("They met on Monday.")).toEqual([["year", "month", "day"]]);
  });

  it("gives the same as EDTF where it is a date", () => {
    expect(found("They met last week.").map(({ edtf }) => edtf)).toEqual(["2022-01-03/2022-01-09"]);
    expect(found("They met on Monday evening.").map(({ edtf }) => edtf)).toEqual(["2022-01-10"]);
    expect(found("They met for two days.").map(({ edtf }) => edtf)).toEqual([null]);
  });
});

describe("no time expressions", () => {
  it.each([
    "The minister may leave, she may 3 times over.",
    "The second round ended without result; he came second.",
    "The 12th round and the 9th floor, Article 5 and Section 301.",
    "It costs $2015 and flies at 10,000 feet in version 2.0.",
    "Call 555-2015, room 1984, flight 1989.",
    "A 45-year-old driver and a man who is 50 years old.",
    "Foreign minister Jan Kavan marched with a sun hat.",
    "About three-quarters of the workers came, as many days as not.",
    "Come as soon as you can; it was at the moment when he fell.",
    "After the fall of the city, prices fell; spring water flows.",
    "Order 2021-33-03 and the score of 3:2.",
  ])("%s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."January|may|10|the 9th|-|to|and|, |2021|Monday|last|next|week|weeks|two|half|an|hour|ago|later|the|day|before|evening|of|in|will|said|.|\n|'90s|10:30|a.m.|Q3|every|$|“|early|mid-".split(
      "|",
    ),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join(" ")),
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join("")),
  );

  it("is read without throwing; timexes are in order, inside a sentence, of TIMEX3's grammar", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("2022-01-12", "2020-02-29", "1999-12-31", null), (text, published) => {
        const timexes = found(text, published);
        const sentences = sentencesOf(text);
        let free = 0;
        for (const timex of timexes) {
          expect(timex.start).toBeGreaterThanOrEqual(free);
          expect(timex.end).toBeGreaterThan(timex.start);
          expect(sentences.some(({ start, end }) => start <= timex.start && timex.end <= end)).toBe(true);
          expect(timex.words).toBe(timex.words.trim());
          expect(isTimexValue(timex.value)).toBe(true);
          if (timex.edtf !== null) expect(() => boundsOf(timex.edtf as NonNullable<typeof timex.edtf>)).not.toThrow();
          free = timex.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("outside its sentences is not read", () => {
    const text = "On January 3 they met. On January 4 they parted.";
    const timexes = findTimexes(text, { reference: null, sentences: [{ start: 23, end: text.length }] }, words);
    expect(timexes.map(({ start, end }) => text.slice(start, end))).toEqual(["January 4"]);
  });
});
