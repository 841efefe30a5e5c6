// Scope: two reports that run on the same words, where one ends and the other goes on with a further thing.
import { expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { link } from "../../src/link/link.js";
import { report } from "./reports.js";

const options = { title: "A test", reader: "by hand", words: linkWords() };
const tells = (uri: string, covers: string) =>
  report({
    uri,
    published: "2031-03-06",
    text: `On March 5, Veldonia published a draft treaty. ${covers}`,
    actors: [{ name: "Veldonia", key: "state:VE" }],
    events: [
      {
        clause: "On March 5, Veldonia published a draft treaty",
        trigger: "published",
        kind: "publication",
        date: "2031-03-05",
        on: "March 5",
        who: [["Veldonia", "agent"]],
        object: "a draft treaty",
      },
    ],
  });
const scopes = (a: string, b: string) =>
  link([tells("a.txt", a), tells("b.txt", b)], [], options).discrepancies.map(({ attribute, kind, values }) => [
    attribute,
    kind,
    values.map(({ value }) => value),
  ]);

test.each([
  [
    "It says that the League must leave the territory of Trovia.",
    "The League, it says, must leave the territory of Trovia and other states of the north.",
    [["scope", "difference-in-detail", ["Trovia", "Trovia and other states of the north"]]],
  ],
  [
    "It says that the League must leave the territory of Trovia.",
    "It says that the League must leave the territory of Trovia.",
    [],
  ],
  ["It says that the League must leave the territory of Trovia.", "It has nine articles.", []],
  [
    "It says that the League must leave the territory of Trovia.",
    "It says that the League must leave the territory of Trovia by June.",
    [],
  ],
])("%s / %s", (a, b, found) => {
  const sorted = scopes(a, b).map(([attribute, kind, values]) => [attribute, kind, [...(values ?? [])].sort()]);
  expect(sorted).toEqual(found);
});
