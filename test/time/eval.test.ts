// Task `time` of the evaluation: TimeML is read with its offsets, and the figures are those of TempEval-3.
import { describe, expect, it } from "vitest";
import { figuresOf, missesOf } from "../../scripts/eval/time/score.js";
import { developmentOf, readTml } from "../../scripts/eval/time/tml.js";

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
