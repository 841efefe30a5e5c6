import { describe, expect, test } from "vitest";
import { edtf } from "../../src/model/edtf.js";
import { dateText, durationText, monthHeading, timeOf } from "../../src/pages/dates.js";

describe("dates in words keep their precision", () => {
  test.each([
    ["2022-01-10", "10 January 2022", "10 Jan 2022"],
    ["2022-01", "January 2022", "Jan 2022"],
    ["2022", "2022", "2022"],
    ["2022-01-10/2022-01-13", "10–13 January 2022", "10–13 Jan 2022"],
    ["2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022", "30 Dec 2021 – 2 Jan 2022"],
    ["2022-01-30/2022-02-02", "30 January – 2 February 2022", "30 Jan – 2 Feb 2022"],
    ["2022-01/2022-03", "January – March 2022", "Jan – Mar 2022"],
    ["2016/..", "since 2016", "since 2016"],
    ["../2022-02-01", "until 1 February 2022", "until 1 Feb 2022"],
    ["2021-05~", "about May 2021", "about May 2021"],
    ["2021-05-03?", "3 May 2021?", "3 May 2021?"],
    ["2022-01-09T19:30+01:00", "9 January 2022, 19:30", "9 Jan 2022, 19:30"],
    ["2014/2015", "2014 – 2015", "2014 – 2015"],
  ])("%s", (value, long, short) => {
    expect(dateText(edtf(value))).toBe(long);
    expect(dateText(edtf(value), "short")).toBe(short);
  });
  test.each([
    ["2022-01-10", "January 2022"],
    ["2022", "2022"],
    ["2022-01-10/2022-02-13", "January 2022"],
    ["../2022-02-01", "February 2022"],
    ["2021-05~", "May 2021"],
  ])("the heading of %s is %s", (value, heading) => {
    expect(monthHeading(edtf(value))).toBe(heading);
  });
  test.each([
    ["2022-01-10", '<time datetime="2022-01-10">'],
    ["2022-01", '<time datetime="2022-01">'],
    ["2022-01-10/2022-01-13", '<span class="date" title="2022-01-10/2022-01-13 (interval)">'],
  ])("%s as an element", (value, start) => {
    expect(timeOf(edtf(value)).toString()).toContain(start);
  });
  test.each([
    ["PT8H", "8 hours"],
    ["PT1H30M", "1 hour 30 minutes"],
    ["P2D", "2 days"],
    ["P1W", "1 week"],
    ["PXD", "PXD"],
    ["PT8H LESS_THAN", "less than 8 hours"],
    ["PT6H APPROX", "about 6 hours"],
    ["about eight hours", "about eight hours"],
  ])("%s lasts %s", (value, words) => {
    expect(durationText(value)).toBe(words);
  });
});
