// Stances that need the tree: conditions and what they ask for, judgements, duties laid on things, subjects far from their verb,
// lists that begin bare; and what looks like one of them and is none.
import { describe, expect, test } from "vitest";
import { type Staging, stancesOf } from "./staged.js";

const told = (text: string, staging: Staging = {}): string[] =>
  stancesOf(text, staging).told.map(({ actor, stance, term }) => `${actor} ${stance} ${term}`);
const said = (content: string): Staging => ({ said: [{ speaker: "Marlow", content }], members: { Marlow: "Norland" } });

describe("conditions", () => {
  test.each<[string, readonly string[]]>([
    [
      "The Dockers would suspend the overtime ban if Kestrel withdrew its plan for the cranes.",
      ["Dockers conditional suspend the overtime ban", "Dockers demands withdrew its plan for the cranes"],
    ],
    ["Norland would strike back if Sudmark invaded the islands.", []],
    ["Norland signed the treaty if anybody read it.", []],
    ["Norland might accept a federal system.", ["Norland conditional a federal system"]],
    ["Norland might reject a federal system.", []],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("judgements", () => {
  test.each<[string, readonly string[]]>([
    [
      "Kestrel offered a rise of 3 percent. The Pilots described the offer as insulting.",
      ["Kestrel proposes a rise of 3 percent", "Pilots rejects a rise of 3 percent"],
    ],
    [
      "Kestrel offered a rise of 3 percent. The Pilots called it a basis for discussion.",
      ["Kestrel proposes a rise of 3 percent", "Pilots noncommittal a rise of 3 percent"],
    ],
    ["The Pilots described the weather as insulting.", []],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ["the quota of 2 million tonnes was too low", ["Marlow rejects the quota of 2 million tonnes"]],
    ["the closure of the yard would destroy the town", ["Marlow rejects the closure of the yard"]],
    ["the hall was too cold", []],
  ])("Marlow said that %s.", (content, expected) => {
    expect(told(`Marlow said that ${content}.`, said(content))).toEqual(expected);
  });
});

describe("duties of things and of people without a name", () => {
  test.each<[string, readonly string[]]>([
    ["the rebels must lay down their arms", ["Marlow demands lay down their arms"]],
    ["the blockade should be lifted", ["Marlow demands the blockade should be lifted"]],
    ["the merger should be stopped", ["Marlow rejects the merger"]],
    ["the envoy has been expelled", []],
  ])("Marlow said that %s.", (content, expected) => {
    expect(told(`Marlow said that ${content}.`, said(content))).toEqual(expected);
  });
});

describe("who it is, and on what", () => {
  test.each<[string, readonly string[], Staging?]>([
    [
      "Norland demands autonomy for the islands, the release of the crew and a share of the tolls.",
      [
        "Norland demands autonomy for the islands",
        "Norland demands the release of the crew",
        "Norland demands a share of the tolls",
      ],
    ],
    [
      "The Dockers asked for a 32-hour week and for sick pay.",
      ["Dockers demands a 32-hour week", "Dockers demands sick pay"],
    ],
    ["Norland accepted in principle the opening of a corridor.", ["Norland accepts the opening of a corridor"]],
    ["Norland decided not to intervene in the dispute.", ["Norland rejects intervene in the dispute"]],
    ["Norland vowed to challenge the ratification.", ["Norland rejects the ratification"]],
    [
      "Norland insists that Sunday become a day like any other.",
      ["Norland demands Sunday become a day like any other"],
    ],
    [
      "The Dockers threw out a proposal by Kestrel to close the yard.",
      ["Dockers rejects a proposal by Kestrel to close the yard", "Kestrel proposes close the yard"],
    ],
    [
      "Norland supported a fund proposed by Sudmark.",
      ["Norland supports a fund proposed by Sudmark", "Sudmark proposes a fund"],
    ],
    ["Norland rejected the suggestion that it had lied.", []],
    ["Norland was not considering an offer.", []],
  ])("%s", (text, expected, staging) => {
    expect(told(text, staging)).toEqual(expected);
  });

  test("a pronoun in reported words is whoever speaks", () => {
    const content = "it favoured arbitration";
    expect(told(`Marlow said that ${content}.`, said(content))).toEqual(["Marlow supports arbitration"]);
  });
});
