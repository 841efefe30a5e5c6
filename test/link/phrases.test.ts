// Every line of the table of states matches its example and not its counter-example; gaps reach four words and no further.
import { describe, expect, test } from "vitest";
import { stateRows } from "../../src/lang/en/link.js";
import { compilePhrase, findPhrase } from "../../src/link/phrases.js";
import { wordsOf } from "../../src/text/shingles.js";

describe("lang/en/link-states.txt", () => {
  test.each(stateRows())("$name: $example", (row) => {
    const phrase = compilePhrase(row);
    expect(findPhrase(wordsOf(row.example), [phrase])?.name).toBe(row.name);
    expect(findPhrase(wordsOf(row.counter), [phrase])).toBeNull();
  });
});

const phrase = compilePhrase({ name: "x", phrase: "no * deal/accord was reached", state: "inconclusive" });
test.each([
  ["no deal was reached", true],
  ["in the end no big and final accord was reached", true],
  ["no one two three four five deal was reached", false],
  ["no deal was ever reached", false],
  ["deal was reached", false],
  ["", false],
])("%s", (text, matches) => {
  expect(findPhrase(wordsOf(text), [phrase]) !== null).toBe(matches);
});
