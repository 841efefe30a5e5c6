// Stances read from whole sentences: whose, which, on what, by whom, when; and what must not be read as one. Any text is read
// without throwing, and every stance points at words.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Staging, stancesOf } from "./staged.js";

const told = (text: string, staging: Staging = {}): string[] =>
  stancesOf(text, staging).told.map(({ actor, stance, term }) => `${actor} ${stance} ${term}`);

describe("who takes which stance on what", () => {
  test.each<[string, readonly string[], Staging?]>([
    [
      "Norland and Sudmark support a ban on trawling.",
      ["Norland supports a ban on trawling", "Sudmark supports a ban on trawling"],
    ],
    ["The Alliance, which met in May, rejected a truce.", ["Alliance rejects a truce"]],
    [
      "The Alliance welcomed the plan for an armistice but rejected a partition.",
      ["Alliance supports the plan for an armistice", "Alliance rejects a partition"],
    ],
    ["Norland will not accept a partition.", ["Norland rejects a partition"]],
    [
      "The Mediator handed both sides a two-point proposal. The harbour would open to ferries; and all captives would go home. Norland accepted the second point. Sudmark left the first point open.",
      [
        "Mediator proposes The harbour would open to ferries",
        "Mediator proposes all captives would go home",
        "Norland accepts all captives would go home",
        "Sudmark noncommittal The harbour would open to ferries",
      ],
    ],
    [
      "Norland turned the answers round. It rejected foreign observers and accepted a ceasefire.",
      ["Norland rejects foreign observers", "Norland accepts a ceasefire"],
    ],
    ["Norland's reply went out in May. It rejected foreign observers.", ["Norland rejects foreign observers"]],
    [
      "Norland accepted a ceasefire, rejected foreign observers and left the date of the exchange open.",
      [
        "Norland accepts a ceasefire",
        "Norland rejects foreign observers",
        "Norland noncommittal the date of the exchange",
      ],
    ],
    ["Norland demanded that the text name the guests.", ["Norland demands name the guests"]],
    [
      "Norland said yes under two conditions: the price must fall in dry years, and Sudmark must pay for the dam.",
      ["Norland demands the price must fall in dry years", "Norland demands pay for the dam"],
    ],
    ["Norland met two conditions: the price fell, and Sudmark paid for the dam.", []],
    ["The weather turned. It rejected foreign observers.", []],
    ["The talks collapsed, when Norland demanded a ceasefire.", ["Norland demands a ceasefire"]],
    ["Nobody knows when Norland demanded a ceasefire.", []],
    ["The Mediator handed both sides a letter. The harbour was calm; the captives slept.", []],
    ["Norland agreed on the margins to open the harbour.", ["Norland accepts open the harbour"]],
    [
      "Norland demanded the withdrawal of the garrison. Sudmark has since named dates, and the Alliance accepted them.",
      ["Norland demands the withdrawal of the garrison"],
    ],
    ["Norland refused to accept a partition.", ["Norland rejects a partition"]],
    ["Norland refused to rule out a partition.", ["Norland noncommittal a partition"]],
    ["Norland did not rule out a partition.", ["Norland noncommittal a partition"]],
    ["Norland no longer insists on a partition.", []],
    ["Norland dismissed the amnesty as a trap.", ["Norland rejects the amnesty"]],
    [
      "The Watchdog asked Kestrel to open its frozen accounts and is considering a fine.",
      ["Watchdog demands open its frozen accounts", "Watchdog noncommittal a fine"],
    ],
    ["The Dockers want 12 percent and a cap of six.", ["Dockers demands 12 percent", "Dockers demands a cap of six"]],
    [
      "The Dockers demand 8 percent, a shorter week and a guarantee of jobs.",
      ["Dockers demands 8 percent", "Dockers demands a shorter week", "Dockers demands a guarantee of jobs"],
    ],
    ["Norland demanded in return the lifting of the siege.", ["Norland demands the lifting of the siege"]],
    ["The Dockers demanded that any buyer keep the brand.", ["Dockers demands keep the brand"]],
    ["Norland insisted that the funds were enough.", []],
    [
      "Norland is ready to open a corridor in exchange for a list of names.",
      ["Norland conditional open a corridor", "Norland demands a list of names"],
    ],
    ["Orvane raised its offer to 61 crowns a share on Friday from 55 crowns.", ["Orvane proposes 61 crowns a share"]],
    [
      "The Dockers want a rise of 7 percent and the reinstatement of two sacked drivers.",
      ["Dockers demands a rise of 7 percent", "Dockers demands the reinstatement of two sacked drivers"],
    ],
    ["Norland wants at least 44 boats.", ["Norland demands 44 boats"]],
    ["Norland, however, is ready for a truce.", ["Norland supports a truce"]],
    ["Norland rejected the allegation.", []],
    ["Orvane raised its offer for Kestrel to 61 crowns a share.", ["Orvane proposes 61 crowns a share"]],
    ["Orvane backed the merger on Friday with most of the votes.", ["Orvane supports the merger"]],
    ["Orvane agreed to meet in the hall.", []],
    ["Orvane wants emissions to fall by a third.", ["Orvane demands emissions to fall by a third"]],
    ["Orvane is open to talks on pay.", ["Orvane supports talks on pay"]],
    ["Orvane is prepared to drop its demand for night shifts.", ["Orvane noncommittal night shifts"]],
    ["Orvane asked the board for an answer.", []],
    ["Orvane urged the owners to accept a smaller price.", ["Orvane supports a smaller price"]],
    ["Orvane and Kestrel agreed on anything except that they would speak.", []],
    [
      "Orvane's offer as before: no closure, a longer notice, the rest to be talked about.",
      ["Orvane proposes no closure", "Orvane proposes a longer notice"],
    ],
    ["Orvane raised its offer from 55 crowns a share to 61 crowns.", ["Orvane proposes 61 crowns"]],
    ["Norland did not respond to a request for comment.", []],
    ["Norland turned the partition down.", ["Norland rejects the partition"]],
    ["The members of the Alliance rejected a truce.", ["Alliance rejects a truce"]],
    ["Norland published a draft resolution against the crackdown on fishermen.", []],
    ["Norland published a draft treaty on fishing rights.", ["Norland proposes fishing rights"]],
    [
      "Norland offered its miners 3 percent on March 6 and 4.5 percent on March 16.",
      ["Norland proposes 3 percent", "Norland proposes 4.5 percent"],
    ],
    [
      "The Dockers oppose the cranes that Kestrel wants to bring in.",
      ["Dockers rejects the cranes that Kestrel wants to bring in", "Kestrel demands the cranes"],
    ],
    ["On overtime, Kestrel offered an increase of 2 hours.", ["Kestrel proposes overtime"]],
    [
      "Norland proposed to Sudmark to abandon the embargo and the blockade, as well as the overflights of the islands.",
      [
        "Norland proposes abandon the embargo",
        "Norland proposes the blockade",
        "Norland proposes the overflights of the islands",
      ],
    ],
    [
      "Norland made three demands: lifting the embargo, returning the archives and closing the radar station.",
      [
        "Norland demands lifting the embargo",
        "Norland demands returning the archives",
        "Norland demands closing the radar station",
      ],
    ],
    ["Norland was asked by Sudmark to release the crew.", ["Sudmark demands release the crew"]],
    [
      "Norland could live with a delay, provided that the quotas were lowered.",
      ["Norland conditional a delay", "Norland demands the quotas were lowered"],
    ],
    [
      "Sudmark proposed a truce with Norland, Eastmark and Westmark in May.",
      ["Sudmark proposes a truce with Norland, Eastmark and Westmark"],
    ],
  ])("%s", (text, expected, staging) => {
    expect(told(text, staging)).toEqual(expected);
  });
});

describe("what the speaker says of himself and of others", () => {
  const said = (content: string, speaker = "Marlow") => ({
    said: [{ speaker, content, date: "2020-02-01" }],
    members: { Marlow: "Norland" },
  });

  test("another's stance is ascribed to him by the speaker", () => {
    const content = "Sudmark ignores the fishing quota";
    expect(stancesOf(`Marlow said that ${content}.`, said(content)).told).toMatchObject([
      { actor: "Sudmark", stance: "ignores", term: "the fishing quota", by: ["Marlow"] },
    ]);
  });

  test("his own party's is declared, with the date of saying", () => {
    const content = "Norland rejects the fishing quota";
    expect(stancesOf(`Marlow said that ${content}.`, said(content)).told).toMatchObject([
      { actor: "Norland", stance: "rejects", by: [], date: "2020-02-01" },
    ]);
  });

  test.each([
    ["Sudmark must withdraw its patrol boats", ["Marlow demands withdraw its patrol boats"]],
    ["Norland must have a guarantee of free passage", ["Marlow demands a guarantee of free passage"]],
    ["Norland must sleep", []],
    ["Norland would not pay the levy", ["Norland rejects pay the levy"]],
    ["Norland would not say more", []],
    ["Norland would not take back its threat of a blockade", []],
    ["no harbour would be closed before May", ["Marlow proposes no harbour would be closed"]],
    ["no treaty would be signed", []],
    ["a partition was out of the question", ["Marlow rejects a partition"]],
  ])("Marlow said that %s.", (content, expected) => {
    expect(told(`Marlow said that ${content}.`, said(content))).toEqual(expected);
  });

  test("what somebody denies is no stance", () => {
    const content = "Norland had accepted a partition";
    expect(told(`Marlow denied that ${content}.`, { said: [{ speaker: "Marlow", content, negated: true }] })).toEqual(
      [],
    );
  });

  test('"it" and "the offer" mean the matter put forward by another just before', () => {
    expect(
      told("Kestrel offered a rise of 3 percent. The Pilots turned it down. The Pilots rejected the offer."),
    ).toEqual([
      "Kestrel proposes a rise of 3 percent",
      "Pilots rejects a rise of 3 percent",
      "Pilots rejects a rise of 3 percent",
    ]);
  });

  test("papers speak for their author", () => {
    const text =
      "On March 3, Norland published draft agreements on fishing rights. It follows from the documents that Sudmark must renounce any trawling in the bay. They provide that the Alliance leaves the islands.";
    expect(stancesOf(text).told.map(({ actor, stance, term, date }) => [actor, stance, term, date])).toEqual([
      ["Norland", "proposes", "fishing rights", "2020-03-01"],
      ["Norland", "demands", "renounce any trawling in the bay", "2020-03-01"],
      ["Norland", "proposes", "the Alliance leaves the islands", "2020-03-01"],
    ]);
  });
});

describe("no stance", () => {
  test.each([
    "The proposals of Norland were discussed in Sudmark.",
    "If Norland accepted a partition, the Alliance would leave.",
    "Nobody knows whether Norland accepts a partition.",
    "Norland demands.",
    "Norland declined to comment.",
    "Norland wants to thank Sudmark.",
    "The demanded sum was paid in May.",
    "Norland offered.",
    "A rejected bid, a lost year.",
  ])("%s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

const pieces = [
  "Norland",
  "Sudmark",
  "demands",
  "rejected",
  "that",
  "to",
  "withdraw",
  "the",
  "embargo",
  ",",
  ":",
  "and",
  "as well as",
  '"',
  "“",
  "”",
  "must",
  "not",
  "3 percent",
  "on Monday",
  ".",
  "\n\n",
  "offered",
  "draft agreements",
  "published",
  "which",
  "is",
  "unacceptable",
  "by",
  "asked",
  "were",
  "ready",
  "provided that",
  "—",
  "(",
  ")",
  "it",
  "of",
];

test("any text gives stances that point at words and actors", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
      fc.string({ maxLength: 20 }),
      (parts, noise) => {
        const text = `${parts.join(" ")} ${noise}`;
        for (const mention of stancesOf(text).mentions) {
          for (const range of [mention, mention.term]) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThan(range.start);
            expect(range.end).toBeLessThanOrEqual(text.length);
          }
          expect(text.slice(mention.term.start, mention.term.end).trim()).not.toBe("");
          expect(mention.actor).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("the time of an aside is not the time of the stance", () => {
  const dates = (text: string) => stancesOf(text).told.map(({ date }) => date);
  const [beside] = dates("Norland rejected a partition on Monday.");
  expect(beside).not.toBeNull();
  expect(dates("Norland, which met on Monday, rejected a partition.")).toEqual([null]);
});
