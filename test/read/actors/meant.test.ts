// Whom words mean that name nobody: offices and spokesmen of persons, one of a pair, somebody by nationality, those who come later.
import { describe, expect, test } from "vitest";
import { cast } from "../names/naming.js";

const said: readonly [text: string, words: string, actors: readonly string[], nth?: number][] = [
  // offices, spokesmen and ministries of persons
  [
    "Norway slept. Norwegian Trade Minister Anna Vale left. Her ministry said no.",
    "Her ministry",
    ["Norwegian Trade Ministry"],
  ],
  [
    "Norway slept. Norwegian Trade Minister Anna Vale left. Her spokesman said no.",
    "Her spokesman",
    ["Norwegian Trade Ministry"],
  ],
  ["Anna Vale, the head of Orvela Logistics, left. Her office said no.", "Her office", ["Orvela Logistics"]],
  ["Anna Vale, the head of Orvela Logistics, left. Her lawyer said no.", "Her lawyer", ["Anna Vale"]],
  [
    "Anna Vale, the head of Orvela Logistics, left. Mrs Vale's people said no.",
    "Mrs Vale's people",
    ["Orvela Logistics"],
  ],
  ["Orvela Logistics left. Orvela's press office said no.", "Orvela's press office", ["Orvela Logistics"]],
  [
    "A spokesman for Orvela Logistics said no. Tom Vale left. The spokesman said yes.",
    "The spokesman",
    ["Orvela Logistics"],
  ],
  // one of a pair
  ["Peter Vale and Anna Orr spoke. His lawyer said no.", "His lawyer", ["Peter Vale"]],
  ["Peter Vale and Anna Orr spoke. She said no.", "She", ["Anna Orr"]],
  // by nationality
  ["Anna Vale said no. The Norwegian said it was late.", "The Norwegian", ["Anna Vale"]],
  ["Anna Vale said no. The Norwegian papers said it was late.", "The Norwegian papers", []],
  // nobody told of before
  ["Envoy Anna Vale met envoy Tom Orr. Two diplomats said it was late.", "Two diplomats", []],
  [
    "Envoy Anna Vale met envoy Tom Orr. The two diplomats said it was late.",
    "The two diplomats",
    ["Anna Vale", "Tom Orr"],
  ],
  ["Envoy Anna Vale came. An official said it was late. The diplomat said it was early.", "The diplomat", []],
  ["Finance Minister Tom Vale said no. The king said yes.", "The king", []],
  // who comes later
  [
    'The ships have left, the mayor said on Friday. "We are late," Anna Vale told reporters.',
    "the mayor",
    ["Anna Vale"],
  ],
  ["The ships have left, the mayor said on Friday. The rain fell, and Anna Vale slept.", "the mayor", []],
  // parts of a source that are not who speaks
  ["Anna Vale, head of the Crews Union (UQZ), said no.", "Anna Vale, head of the Crews Union (UQZ)", ["Anna Vale"]],
  ["Anna Vale of the group Orvela Rivers said no.", "Anna Vale of the group Orvela Rivers", ["Anna Vale"]],
  // parties
  ["The Joint Monitoring Mission met. Monitors said no.", "Monitors", ["Joint Monitoring Mission"]],
  ["The Joint Bakery Mission met. Monitors said no.", "Monitors", []],
  ["Jordan closed the road. The kingdom said no.", "The kingdom", ["Jordan"]],
  ["Denmark's Orvela Steel bid for Tarn Works. The Danes said no.", "The Danes", ["Orvela Steel"]],
  ["Denmark met Orvela Steel. The Danes said no.", "The Danes", ["Denmark"]],
];

describe("whom words mean", () => {
  for (const [text, words, actors, nth] of said)
    test(`${words}: ${text}`, () => {
      expect(cast(text).who(words, nth)).toEqual(actors);
    });
});

describe("forms of names", () => {
  const table: readonly [text: string, name: string, form: string][] = [
    ["On Friday Mrs van der Orvel left.", "van der Orvel", "Mrs van der Orvel"],
    ["The Northern People's Army (NPA) left, and the NPA said so.", "Northern People's Army", "NPA"],
    [
      "Orvela Works, the Anglo-Dutch maker of water pumps, said no.",
      "Orvela Works",
      "the Anglo-Dutch maker of water pumps",
    ],
  ];
  for (const [text, name, form] of table)
    test(`${form}: ${text}`, () => {
      expect(cast(text).actor(name)?.forms).toContain(form);
    });
  test("a Dutchman is no name", () => {
    expect(cast("Tom Vale said no. The Dutchman left.").actor("Dutchman")).toBeUndefined();
  });
});
