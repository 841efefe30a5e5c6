// The log of decisions: its order, what is in force, and what is taken for a log from outside.
import { describe, expect, test } from "vitest";
import { type Decision, parseDecisions } from "../../src/model/decision.js";
import { inForce, inLogOrder, supersededBy } from "../../src/model/decision-log.js";
import { InputError } from "../../src/model/errors.js";
import type { DocumentId } from "../../src/model/ids.js";

const on = [{ span: { doc: "d-0123456789ab" as DocumentId, start: 0, end: 4 }, words: "Bank" }];
const entry = (id: string, second: number, supersedes: string | null = null): Decision => ({
  id,
  at: `2031-01-01T00:00:0${second}Z`,
  author: "Ada",
  reason: null,
  supersedes,
  action: { kind: "rename-actor", on, name: id },
});
const back = (id: string, second: number, of: string): Decision => ({
  ...entry(id, second, of),
  action: { kind: "withdraw", on: [] },
});
const ids = (decisions: readonly { readonly id: string }[]): string => decisions.map(({ id }) => id).join(" ");

test.each<readonly [string, readonly Decision[], string]>([
  ["all, by time, then id", [entry("c", 2), entry("b", 1), entry("a", 2)], "b a c"],
  ["none that another supersedes", [entry("a", 1), entry("b", 2, "a")], "b"],
  ["the last of several words on one thing", [entry("a", 1), entry("b", 2, "a"), entry("c", 3, "b")], "c"],
  ["the word before one that is taken back", [entry("a", 1), entry("b", 2, "a"), back("c", 3, "b")], "a"],
  [
    "the last word when its withdrawal is taken back",
    [entry("a", 1), entry("b", 2, "a"), back("c", 3, "b"), back("d", 4, "c")],
    "b",
  ],
  [
    "the word before the last, when that is taken back",
    [entry("a", 1), entry("b", 2, "a"), entry("c", 3, "b"), back("d", 4, "c")],
    "b",
  ],
  ["one that only an earlier entry names", [entry("a", 1, "b"), entry("b", 2)], "a b"],
  ["the same entry once", [entry("a", 1), entry("a", 1)], "a"],
  ["no withdrawal", [{ ...entry("a", 1), action: { kind: "withdraw", on: [] } }], ""],
  ["nothing of a kind that is not known", [{ ...entry("a", 1), action: { kind: "merge", on, value: null } }], ""],
])("in force: %s", (_, log, expected) => {
  expect(ids(inForce(log))).toBe(expected);
  expect(ids(inForce([...log].reverse()))).toBe(expected);
});

test("two that supersede the same: the later is named", () => {
  const log = [entry("a", 1), entry("b", 2, "a"), entry("c", 3, "a")];
  expect(supersededBy(log).get("a")?.id).toBe("c");
  expect(ids(inLogOrder(log))).toBe("a b c");
});

describe("a log from outside", () => {
  test("is taken as it is, entries of older versions too", () => {
    const log = [entry("a", 1), { ...entry("b", 2), action: { kind: "merge", on, value: null } }];
    expect(parseDecisions(JSON.parse(JSON.stringify(log)), "log.json")).toEqual(log);
  });
  test.each<readonly [string, unknown, RegExp]>([
    ["no list", { a: 1 }, /^log\.json: no log of decisions/],
    ["a text", "decisions", /no log of decisions/],
    ["an entry without an author", [{ ...entry("a", 1), author: " " }], /0\.author/],
    ["a time that is none", [{ ...entry("a", 1), at: "yesterday" }], /0\.at: is no time in UTC/],
    [
      "words of no length",
      [{ ...entry("a", 1), action: { kind: "rename-actor", on: [{ ...on[0], words: "" }], name: "x" } }],
      /0\.action/,
    ],
    ["a kind without what it needs", [{ ...entry("a", 1), action: { kind: "rename-actor", on } }], /0\.action/],
  ])("%s is refused, with its place", (_, input, message) => {
    expect(() => parseDecisions(input, "log.json")).toThrow(InputError);
    expect(() => parseDecisions(input, "log.json")).toThrow(message);
  });
});
