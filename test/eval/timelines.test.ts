// Task timelines: the days of a timeline, Date-F1 inside its window, and a run over an invented topic.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOptions } from "../../scripts/eval/options.js";
import { chosen, dateF1, mentionCount, pubCount } from "../../scripts/eval/timelines/score.js";
import { plainText, timelineDays } from "../../scripts/eval/timelines/t17.js";
import { runTimelines } from "../../scripts/eval/timelines/task.js";
import { boundsOf, edtf } from "../../src/model/edtf.js";

const day = (text: string): number => boundsOf(edtf(text)).first;

test("a timeline's days, once each", () =>
  expect(timelineDays("2021-03-02\nThe vote .\n-----\n2021-03-01\nTalks .\n2021-03-02\nMore .\n")).toEqual([
    "2021-03-01",
    "2021-03-02",
  ]));

test("text as a newspaper prints it", () =>
  expect(plainText("It ``is n't'' so -LRB- yet -RRB- .")).toBe('It "isn\'t" so (yet).'));

test("counts, and F1 inside the window", () => {
  const reports = [
    { published: day("2021-03-03"), sentences: [[day("2021-03-01"), day("2021-03-01")], [day("2021-03-01")]] },
    { published: day("2021-03-03"), sentences: [[day("2020-01-01")]] },
  ];
  expect(pubCount(reports)).toEqual([{ day: day("2021-03-03"), weight: 2 }]);
  expect(mentionCount(reports)[0]).toEqual({ day: day("2021-03-01"), weight: 2 });
  expect(chosen(mentionCount(reports), ["2021-02-28", "2021-03-01"])).toEqual(["2021-03-01"]);
  expect(dateF1(mentionCount(reports), ["2021-02-28", "2021-03-01"])).toBeCloseTo(2 / 3);
  expect(dateF1([], ["2021-03-01"])).toBe(0);
});

test("what reports come back to weighs more than what one day prints", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-t17-"));
  const put = (date: string, file: string, text: string): void => {
    mkdirSync(join(folder, "dam", "InputDocs", date), { recursive: true });
    writeFileSync(join(folder, "dam", "InputDocs", date, file), text);
  };
  put("2021-03-05", "a.txt", "The dam opened today .\n");
  put("2021-03-05", "b.txt", "Fish died .\n");
  put("2021-03-20", "c.txt", "The dam broke on March 1 . Since March 1 fish have died .\n");
  put("2021-03-30", "d.txt", "After the dam broke on March 1 , 2021 the valley was dry .\n");
  mkdirSync(join(folder, "dam", "timelines"));
  writeFileSync(join(folder, "dam", "timelines", "own.txt"), "2021-03-01\nThe dam breaks .\n");
  const file = join(folder, "told.jsonl");
  const lines: string[] = [];
  const options = readOptions(["timelines", "--data", folder, "--predictions", file]);
  expect(options && (await runTimelines(options, (line) => lines.push(line)))).toBe(true);
  expect(lines[0]).toContain("Date-F1 1.000");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ topic: "dam", timeline: "own.txt", dates: ["2021-03-01"] });
});
