// docs/time.md shows what parley/time says: its example is run, and what it prints is what stands behind it in comments.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as time from "../../src/lang/en/timex.js";

it("the example of docs/time.md prints what it says", () => {
  const example = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/time.md", "utf8"))?.[1] ?? "";
  const printed: string[] = [];
  const script = example.replace(/^import .*$/m, "");
  new Function("timexes", "timeml", "console", script)(time.timexes, time.timeml, {
    log: (...words: unknown[]) => printed.push(words.join(" ").trim()),
  });
  const said = [...example.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1]);
  expect(printed).toEqual(said);
  expect(said.length).toBeGreaterThan(4);
});
