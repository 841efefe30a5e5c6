import { expect, test } from "vitest";
import { gerund } from "../../../src/lang/en/stances.js";

test.each([
  ["limit", "limiting"],
  ["permit", "permitting"],
  ["offer", "offering"],
  ["transfer", "transferring"],
  ["begin", "beginning"],
  ["stop", "stopping"],
  ["open", "opening"],
  ["close", "closing"],
  ["agree", "agreeing"],
  ["lie", "lying"],
  ["keep", "keeping"],
  ["withdraw", "withdrawing"],
])("%s → %s", (verb, form) => {
  expect(gerund(verb)).toBe(form);
});
