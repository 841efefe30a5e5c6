// parley/time: a text and the day of its report in, TIMEX3 out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimexValue, timeml, timexes } from "../../src/lang/en/timex.js";

describe("timeml", () => {
  it.each([
    [
      "They met on Monday & parted.",
      'They met on <TIMEX3 tid="t1" type="DATE" value="2022-01-10">Monday</TIMEX3> &amp; parted.',
    ],
    [
      "From January 10 to 13 they met.",
      'From <TIMEX3 tid="t1" type="DATE" value="2022-01-10">January 10</TIMEX3> to <TIMEX3 tid="t2" type="DATE" value="2022-01-13">13</TIMEX3><TIMEX3 tid="t3" type="DURATION" value="P4D" beginPoint="t1" endPoint="t2"/> they met.',
    ],
    [
      "The past two weeks were calm; so will be the next few days.",
      '<TIMEX3 tid="t1" type="DURATION" value="P2W" endPoint="t0">The past two weeks</TIMEX3> were calm; so will be <TIMEX3 tid="t2" type="DURATION" value="PXD" beginPoint="t0">the next few days</TIMEX3>.',
    ],
    [
      "It takes up to six weeks.",
      'It takes <TIMEX3 tid="t1" type="DURATION" value="P6W" mod="EQUAL_OR_LESS">up to six weeks</TIMEX3>.',
    ],
    ["a < b", "a &lt; b"],
  ])("%s", (text, wanted) => expect(timeml(text, "2022-01-12")).toBe(wanted));

  it("refuses a day that is none", () => {
    expect(() => timexes("They met.", "12 January")).toThrow();
  });
});

describe("any text, any day of publication", () => {
  const pieces = fc.constantFrom(
    ..."January|may|10|the 9th|-|to|and|, |2021|Monday|last|next|week|weeks|two|half|an|hour|ago|later|the|day|before|evening|of|in|will|said|.|\n|'90s|10:30|a.m.|Q3|every|$|“|early|mid-|BC|480|nineteen|ninety|since|then|the year|ended|fiscal|first|quarter|half past|at|soon|around|or so|thousand|Easter|&|<".split(
      "|",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join(" ")),
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join("")),
  );
  const days = fc.option(
    fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  );

  it("is read without throwing: in order, inside the text, in TIMEX3's grammar; and the text is in its TimeML", () => {
    fc.assert(
      fc.property(texts, days, (text, published) => {
        let free = 0;
        for (const timex of timexes(text, published)) {
          expect(timex.start).toBeGreaterThanOrEqual(free);
          expect(timex.end).toBeLessThanOrEqual(text.length);
          expect(timex.text).toBe(text.slice(timex.start, timex.end));
          expect(timex.text.trim()).not.toBe("");
          expect(isTimexValue(timex.value), timex.value).toBe(true);
          free = timex.end;
        }
        const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
        const plain = timeml(text, published).replace(/<[^>]*>/g, "");
        expect(plain.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "")).toBe(text);
      }),
      { numRuns: 600 },
    );
  });
});
