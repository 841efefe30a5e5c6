// Every row of the rule table: its example gives the words and the value that it says, its counter-example nothing of the rule.
import { describe, expect, it } from "vitest";
import { calendarRows, timexRows } from "../../src/lang/en/time.js";
import { found } from "./found.js";

describe("rules of timexes.txt", () => {
  it.each(timexRows().map((row) => [row.rule, row] as const))("%s", (rule, { example, counter }) => {
    const [text = "", wanted] = example.split(" => ");
    const timexes = found(text).filter((timex) => timex.rule === rule);
    expect(timexes.map(({ words, value }) => `${words} = ${value}`)).toContain(wanted);
    expect(found(counter).filter((timex) => timex.rule === rule)).toEqual([]);
  });

  it("has rules of distinct names", () => {
    const names = timexRows().map((row) => row.rule);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("repeats no group and no slot, so that matching stays linear", () => {
    for (const { rule, pattern } of timexRows()) expect(pattern, rule).not.toMatch(/\)[*+]|\)\{\d|\}[+*]/);
  });

  it("has calendar words in lower case and once in a class", () => {
    const keys = calendarRows().map((row) => `${row.class} ${row.word}`);
    expect(keys.filter((key) => key !== key.toLowerCase())).toEqual([]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
