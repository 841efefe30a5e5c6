// The day of publication from inside a text: what is told as past and as coming, with which words as evidence, or nothing.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferPublished } from "../../src/time/published.js";
import { words } from "./found.js";

const among = (dates: readonly string[]) => ({
  years: new Set(dates.map((date) => Number(date.slice(0, 4)))),
  has: (day: string) => dates.includes(day),
});
const infer = (text: string, others: readonly string[] = []) => {
  const published = inferPublished(text, [], words, { others: among(others) });
  return published && [published.value, ...published.evidence.map(({ start, end }) => text.slice(start, end))];
};

const preview =
  "The employers will sit down with the union from the 10th. Their speaker said on the 9th that he expected nothing. " +
  "On March 10 the first round will be held at the harbour office. On the 12th the mediator will report. " +
  "The last round was held on November 30, 2018.";
const report =
  "From March 10 to 13, three rounds were held. On March 10 the union met the employers. On March 12 it met the mayor. " +
  "On March 13 the talks ended without a result.";

describe("day of publication", () => {
  it("is the last day told as past before what is announced, in the year after the last date with a year", () => {
    expect(infer(preview)).toEqual(["2019-03-09~", "the 9th", "March 10", "November 30, 2018"]);
  });

  it("runs over New Year", () => {
    expect(
      infer(
        "The court heard both banks on January 5. On January 20 it will rule. They had gone to court on December 2, 2020.",
      ),
    ).toEqual(["2021-01-05~", "January 5", "December 2, 2020"]);
  });

  it("takes the month behind the last date where only bare days follow", () => {
    expect(
      infer(
        "On the 8th, the delegations met. On the 9th, their speakers said that on the 11th they will meet again. A call was held on May 30, 2017.",
      ),
    ).toEqual(["2017-06-09~", "the 9th", "May 30, 2017"]);
  });

  it("takes the year from a weekday beside a day, if one year alone agrees", () => {
    expect(
      infer("On Monday, March 5, the ministers met; on March 4 they had dined. The treaty of June 2017 was discussed."),
    ).toEqual(["2018-03-05~", "Monday, March 5", "June 2017"]);
  });

  it("is that of a date with its year in the lead", () => {
    expect(infer("On 14 March 2023 the airline said it would buy its rival.\nNothing else was told.")).toEqual([
      "2023-03-14~",
      "14 March 2023",
    ]);
  });

  it("takes the year from other reports that date the same days", () => {
    expect(infer(report)).toBeNull();
    expect(infer(report, ["2019-03-10", "2019-03-12", "2018-11-30", "2020-03-10"])?.[0]).toBe("2019-03-13~");
    expect(infer(report, ["2019-03-10", "2018-11-30"])).toBeNull();
    expect(infer(report, ["2019-03-10", "2019-03-12", "2020-03-10", "2020-03-12"])).toBeNull();
  });
});

describe("with a dateline", () => {
  const text =
    "PORT TOWN, March 10. /WIRE/. The talks will not be held on March 13 but three days later, the office said on Friday. The company came with nothing on March 16.";
  const dateline = { start: 0, end: text.indexOf(" The talks") };
  it("is the dateline's day, exactly, as soon as something gives the year", () => {
    expect(inferPublished(text, [], words, { dateline })).toBeNull();
    expect(inferPublished(text, [], words, { dateline, others: among(["2023-03-13", "2023-03-16"]) })?.value).toBe(
      "2023-03-10",
    );
    expect(
      inferPublished(`${text} Their first round was held on December 2, 2022.`, [], words, { dateline })?.value,
    ).toBe("2023-03-10");
  });
});

describe("unknown rather than guessed", () => {
  it.each([
    ["nothing is dated", "The parties met and parted."],
    ["only a weekday", "The parties met on Monday and will meet on Friday."],
    ["days without any year", report],
    [
      "an old date only",
      "The strike, the first since October 2016, began on March 29. On April 1 the parties will meet.",
    ],
    [
      "a far date with a year",
      "The treaty was signed on April 2, 2014. On March 10 they met; on March 12 they will meet again.",
    ],
    [
      "history behind the lead",
      "The town is quiet.\nThe port is old.\nIts people are few.\nThe bridge was built on 3 May 1901.",
    ],
    ["a date that is to come", "The fair will open on 3 May 2031."],
  ])("%s", (_, text) => {
    expect(infer(text)).toBeNull();
  });

  it("nothing is read from furniture", () => {
    const text = `${preview.slice(0, 58)}\nRead more: published on 1 April 2020 it was.`;
    const start = text.indexOf("Read more");
    expect(inferPublished(text, [{ start, end: text.length }], words)).toBeNull();
    expect(inferPublished(text, [], words)).not.toBeNull();
  });

  it("never throws, and its evidence lies in the text", () => {
    const pieces = fc.constantFrom(
      ..."On the 9th|January 10|March 3, 2021|will meet|met|said|. |, |\n|Monday|2019|from 3 to 7 May|since".split("|"),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const text = list.join(" ");
        const published = inferPublished(text, [], words);
        if (!published) return;
        expect(published.basis).toBe("inferred");
        expect(published.value).toMatch(/^\d{4}-\d\d-\d\d~$/);
        expect(published.evidence.length).toBeGreaterThan(0);
        for (const { start, end } of published.evidence) expect(text.slice(start, end).trim()).not.toBe("");
      }),
    );
  });
});
