// How the press tells positions in strikes, bids, trade and peace talks: answers without an object, provisos, refusals for lack
// of something, questions left open, demands told by a copula; and what only looks like one.
import { describe, expect, test } from "vitest";
import { type Staging, stancesOf } from "./staged.js";

const told = (text: string, staging: Staging = {}): string[] =>
  stancesOf(text, staging).told.map(({ actor, stance, term }) => `${actor} ${stance} ${term}`);

describe("whose stance it is", () => {
  test.each<[string, readonly string[], Staging?]>([
    ["The strike that Kestrel rejected began in May.", ["Kestrel rejects The strike"]],
    ["The talks ended after the Dockers rejected a shorter shift.", ["Dockers rejects a shorter shift"]],
    ["Minister of Transport Marlow opposed a ban on trawling.", ["Transport Marlow rejects a ban on trawling"]],
    ["Norland accused Sudmark of refusing to discuss the border.", ["Sudmark rejects the border"]],
    [
      "Norland wants the tribunal scrapped, and has proposed a joint court.",
      ["Norland demands the tribunal scrapped", "Norland proposes a joint court"],
    ],
    ["Alva (7 percent) opposes the merger.", ["Alva rejects the merger"]],
    [
      "Kestrel proposed a review of rosters. The Dockers say they are studying it.",
      ["Kestrel proposes a review of rosters", "Dockers noncommittal a review of rosters"],
      { pronouns: { they: "Dockers" } },
    ],
  ])("%s", (text, expected, staging) => {
    expect(told(text, staging)).toEqual(expected);
  });

  test("a branch, a board or a country that nobody else owns is the speaker's", () => {
    const content = "The branch has called on workers to throw the merger out";
    expect(told(`${content}, Marlow said.`, { said: [{ speaker: "Marlow", content }] })).toEqual([
      "Marlow rejects the merger",
    ]);
    const abroad = "her country was open to a review of the border";
    expect(told(`Marlow said ${abroad}.`, { said: [{ speaker: "Marlow", content: abroad }] })).toEqual([
      "Marlow supports a review of the border",
    ]);
  });

  test("the other side is never the speaker's, and the other of two that a report is about", () => {
    const content = "the other side insists on a ban on trawling";
    const members = { Marlow: "Norland" };
    expect(told(`${content}, Marlow said.`, { said: [{ speaker: "Marlow", content }], members })).toEqual([]);
    const text = `Norland met Sudmark. Norland left, and Sudmark left. Norland said ${content}.`;
    expect(told(text, { said: [{ speaker: "Norland", content }] })).toEqual(["Sudmark demands a ban on trawling"]);
  });

  test("nobody answers his own offer", () => {
    const content = "the offer was a fair one";
    expect(
      told(`Kestrel offered a rise of 3 percent. Marlow said ${content}.`, {
        said: [{ speaker: "Marlow", content }],
        members: { Marlow: "Kestrel" },
      }),
    ).toEqual(["Kestrel proposes a rise of 3 percent"]);
  });

  test("whoever concedes something is no matter", () => {
    expect(told('"It is late," conceded Marlow.')).toEqual([]);
  });
});

describe("answers that name no matter", () => {
  test.each<[string, readonly string[]]>([
    [
      "Kestrel offered a shorter shift. The Dockers said no twice.",
      ["Kestrel proposes a shorter shift", "Dockers rejects a shorter shift"],
    ],
    [
      "Kestrel offered a shorter shift. The Dockers accepted on Monday.",
      ["Kestrel proposes a shorter shift", "Dockers accepts a shorter shift"],
    ],
    [
      "Kestrel offered a shorter shift. Sudmark has yet to reply.",
      ["Kestrel proposes a shorter shift", "Sudmark noncommittal a shorter shift"],
    ],
    [
      "Kestrel offered a shorter shift. Norland called on the Dockers to accept.",
      ["Kestrel proposes a shorter shift", "Norland supports a shorter shift"],
    ],
    ["The takeover was put to a vote in May. Alva voted against.", ["Alva rejects The takeover"]],
    ["The Dockers said no.", []],
    [
      "Marlow, who had opposed arbitration, now backs it.",
      ["Marlow rejects arbitration", "Marlow supports arbitration"],
    ],
    ["The accord was read in May. Alva said it would vote against it.", ["Alva rejects The accord"]],
    ["Kestrel offered a shorter shift. The Dockers refused to answer.", ["Kestrel proposes a shorter shift"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("conditions, lacks and questions", () => {
  test.each<[string, readonly string[]]>([
    [
      "Norland is ready to open a road, as long as the convoys are checked by monitors.",
      ["Norland conditional open a road", "Norland demands the convoys are checked by monitors"],
    ],
    [
      "The Watchdog cleared the merger subject to the sale of two mines.",
      ["Watchdog conditional the merger", "Watchdog demands the sale of two mines"],
    ],
    ["Norland cannot accept a text without a date for the withdrawal.", ["Norland demands a date for the withdrawal"]],
    ["The Dockers rejected a contract that does not cap overtime.", ["Dockers demands cap overtime"]],
    ["Norland rejected the plan without reading it.", []],
    ["Asked about the deadline, Marlow declined to comment.", ["Marlow noncommittal the deadline"]],
    ["Asked whether Kestrel would raise its price, Marlow refused to say.", ["Marlow noncommittal raise its price"]],
    ["Asked about the deadline, Marlow laughed.", []],
    [
      "Norland threatened to leave the room unless Sudmark lifts its ban on nickel.",
      ["Norland conditional leave the room", "Norland demands lifts its ban on nickel"],
    ],
    [
      "Kestrel made the withdrawal of the claim a condition for talks.",
      ["Kestrel demands the withdrawal of the claim"],
    ],
    ["The Dockers will not return to work until Kestrel reopens the books.", ["Dockers demands reopens the books"]],
    ["A referendum remains Norland's main demand.", ["Norland demands A referendum"]],
    ["Norland's main demand is the return of the islands.", ["Norland demands the return of the islands"]],
    ["Norland stuck to its demand for lower tariffs.", ["Norland demands lower tariffs"]],
    [
      "Norland wants a written guarantee: no base on the islands.",
      ["Norland demands a written guarantee", "Norland demands no base on the islands"],
    ],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("what stands between a cue and its matter", () => {
  test.each<[string, readonly string[]]>([
    ["Norland ruled out, in a talk with the radio, a ban on trawling.", ["Norland rejects a ban on trawling"]],
    ["Norland is not going to accept a partition.", ["Norland rejects a partition"]],
    ["Kestrel agreed in principle to an outside audit.", ["Kestrel accepts an outside audit"]],
    ["The Dockers made the return of sick pay a red line.", ["Dockers demands the return of sick pay"]],
    ["Norland decided on Monday not to close the harbour.", ["Norland rejects close the harbour"]],
    ["Kestrel offered 2 billion crowns on Monday to settle the claims.", ["Kestrel proposes 2 billion crowns"]],
    ["Kestrel offered a dividend of 8 crowns, to be paid in May.", ["Kestrel proposes a dividend of 8 crowns"]],
    ["Kestrel will rule out forced redundancies.", ["Kestrel rejects forced redundancies"]],
    ['There were "no plans" to close the dock.', []],
    [
      "The Dockers demand a rise of 7 percent, smaller crews and an end to overtime.",
      ["Dockers demands a rise of 7 percent", "Dockers demands smaller crews", "Dockers demands an end to overtime"],
    ],
    ["Norland threatened to tax cheese, wine and machinery.", ["Norland conditional tax cheese, wine and machinery"]],
    ["Kestrel ruled out restoring the bonuses, according to a memo.", ["Kestrel rejects restoring the bonuses"]],
    ["The Board recommended that owners reject a smaller price.", ["Board rejects a smaller price"]],
    ["The Board resolved to back the smaller quota.", ["Board supports the smaller quota"]],
    ["Norland agreed on Monday to open the harbour.", ["Norland accepts open the harbour"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("no stance", () => {
  test.each([
    "Norland neither accepted nor drank the wine.",
    "Norland made no demand for independence.",
    "The Board expects the last of the ships to be unloaded.",
    "Norland refused to give a figure.",
  ])("%s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("an insistence on what one will do oneself is no demand", () => {
    expect(told("Marlow insisted that he would stay out of the quarrel.")).toEqual([]);
  });

  test("a refusal denied beside a consent leaves the matter open", () => {
    expect(told("Norland neither accepted nor rejected a partition.")).toEqual(["Norland noncommittal a partition"]);
  });
});
