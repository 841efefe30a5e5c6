// Task `time` of the evaluation: TimeML is read with its offsets, and the figures are those of TempEval-3.
import { describe, expect, it } from "vitest";
import { effectsOf } from "../../scripts/eval/time/ablation.js";
import { stretchText } from "../../scripts/eval/time/others/values.js";
import { foundBy, otherTimeTaggers, trimmed } from "../../scripts/eval/time/others.js";
import { figuresOf, missesOf } from "../../scripts/eval/time/score.js";
import { developmentOf, readTml } from "../../scripts/eval/time/tml.js";
import { edtf } from "../../src/model/edtf.js";
import { findTimexes } from "../../src/time/time.js";
import { words } from "./found.js";

const source = `<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-04">May 4</TIMEX3></DCT>
<TEXT>
Ferry &amp; Sons <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2020-05-03">yesterday</TIMEX3> for <TIMEX3 tid="t2" type="DURATION" value="PT2H" mod="APPROX">about two hours</TIMEX3>.
</TEXT></TimeML>`;

describe("readTml", () => {
  const document = readTml("a", source);
  it("strips tags, decodes entities, and keeps offsets in what is left", () => {
    expect(document.text).toBe("\nFerry & Sons met yesterday for about two hours.\n");
    expect(document.reference).toBe("2020-05-04");
    expect(document.timexes.map(({ start, end, value, mod }) => [document.text.slice(start, end), value, mod])).toEqual(
      [
        ["yesterday", "2020-05-03", null],
        ["about two hours", "PT2H", "APPROX"],
      ],
    );
  });
});

describe("figuresOf", () => {
  it("counts strict and relaxed spans, and types and values of the relaxed ones", () => {
    const document = readTml("a", source);
    const at = (words: string, type: string, value: string) => {
      const start = document.text.indexOf(words);
      return { start, end: start + words.length, type, value, mod: null, rule: "r" };
    };
    const found = [
      at("yesterday", "DATE", "2020-05-03"),
      at("two hours", "DURATION", "PT3H"),
      at("Ferry", "DATE", "2020"),
    ];
    const scored = [{ document, found }];
    expect(figuresOf(scored).map((figure) => figure.kind === "f1" && [figure.right, figure.said, figure.gold])).toEqual(
      [
        [1, 3, 2],
        [2, 3, 2],
        [2, 3, 2],
        [1, 3, 2],
      ],
    );
    expect(missesOf(scored).map((line) => line.split(" ")[0])).toEqual(["value", "span", "spurious"]);
  });
});

describe("developmentOf", () => {
  it("takes documents 1, 6, 11 …, and the last three of a small folder", () => {
    const names = Array.from({ length: 21 }, (_, index) => `${index}`);
    expect(developmentOf(names)).toEqual(["0", "5", "10", "15", "20"]);
    expect(developmentOf(["a", "b", "c", "d"])).toEqual(["b", "c", "d"]);
  });
});

describe("other taggers", () => {
  it.each([
    ["on Monday,", "Monday"],
    ["from January 10", "January 10"],
    ["at 10 a.m.", "10 a.m."],
    ["in", "in"],
  ])("%s is cut to %s", (text, wanted) => {
    const { start, end } = trimmed({ start: 0, end: text.length }, text);
    expect(text.slice(start, end)).toBe(wanted);
  });

  it.each([
    ["2022-01-10", "2022-01-10", "2022-01-10"],
    ["2022-01-10", "2022-01-16", "2022-W02"],
    ["2022-01-15", "2022-01-16", "2022-W02-WE"],
    ["2022-02-01", "2022-02-28", "2022-02"],
    ["2021-10-01", "2021-12-31", "2021-Q4"],
    ["2021-01-01", "2021-12-31", "2021"],
    ["1990-01-01", "1999-12-31", "199"],
    ["2022-01-10", "2022-01-13", "2022-01-10"],
  ])("%s to %s is %s", (first, last, wanted) => expect(stretchText(first, last)).toBe(wanted));

  it.each(otherTimeTaggers.map((tagger) => [tagger.name, tagger] as const))("%s finds a day", (_, tagger) => {
    const found = foundBy(tagger, "They met. They parted on March 3, 2021.", [{ start: 10, end: 39 }], {
      year: 2022,
      month: 1,
      day: 12,
    });
    expect(found.map(({ start, end, value }) => [start, end, value])).toEqual([[25, 38, "2021-03-03"]]);
  });
});

describe("what a rule gains and loses", () => {
  it("is what changes without it", () => {
    const document = readTml("a", source);
    const read = (some: typeof words) => [
      {
        document,
        found: findTimexes(
          document.text,
          { reference: edtf("2020-05-04"), sentences: [{ start: 0, end: document.text.length }] },
          some,
        ),
      },
    ];
    const effects = effectsOf(words, read);
    expect(effects.find(({ rule }) => rule === "deictic")).toMatchObject({
      gains: 1,
      losses: 0,
      found: 1,
      spurious: 0,
    });
    expect(effects.find(({ rule }) => rule === "weekday")).toBeUndefined();
    const { gains = 0 } = effects.find(({ rule }) => rule === "duration") ?? {};
    expect(gains).toBe(1);
  });
});
