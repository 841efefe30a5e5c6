// Every line of the tables of stances does what its example says, and nothing at its counter-example.
import { expect, test } from "vitest";
import { stanceRows } from "../../../src/lang/en/stances.js";
import { stancesOf } from "./staged.js";

/** Who speaks in an example: the name before a closing "said". */
const saidBy = (text: string) => {
  const match = /^(?:"(.*?),"|(.*?),) (\w+) said\.$/.exec(text);
  const content = match?.[1] ?? match?.[2];
  return match && content !== undefined ? { said: [{ speaker: match[3] ?? "", content }] } : {};
};

for (const { name, example, counter } of stanceRows()) {
  test(`stances/${name}: ${example}`, () => {
    const term = /\[(.*?)\]/.exec(example)?.[1];
    const text = example.replace(/[[\]]/g, "");
    const found = stancesOf(text, saidBy(text)).told.filter(({ rule }) => rule === `stances/${name}`);
    expect(found.map((told) => told.term)).toContain(term);
  });
  test(`stances/${name}, not: ${counter}`, () => {
    expect(stancesOf(counter, saidBy(counter)).told.filter(({ rule }) => rule === `stances/${name}`)).toEqual([]);
  });
}
