// Issues: what is one matter in other words, what is not, how a matter is named, and what founds none.
import { describe, expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { labelOf } from "../../src/link/issue-label.js";
import { compareMatters, matterOf } from "../../src/link/issue-terms.js";
import { linkedOf, type StanceDraft, told } from "./told.js";

const words = linkWords();
const names = new Set(["league", "norlan", "veldon"]);
const matter = (text: string) => matterOf(text, { words: words.issues, stopwords: words.stopwords, actorStems: names });
const alike = (a: string, b: string): boolean => {
  const [left, right] = [matter(a), matter(b)];
  return left !== null && right !== null && compareMatters(left, right) >= 0.5;
};

test.each([
  ["non-expansion of the League", "the League's eastward expansion"],
  ["preventing League enlargement", "the accession of Norland to the League"],
  ["the possibility of a compromise on the issue of Norland's membership", "any further enlargement of the League"],
  ["refuse to conduct any military activity on the territory of Norland", "renounce all military activity in Norland"],
  ["the deployment of radar stations in the north", "not to place radar stations near the border"],
  ["a rise of 3 percent", "9 percent"],
  ["the withdrawal of the troops", "withdraw their forces from the border"],
  ["an increase of 4.5 percent", "a wage rise of 8 percent"],
  ["hold new consultations", "resume contacts with Norland"],
  ["a third round of talks", "sit down at the negotiating table again"],
  ["talks on prisoners", "the release of 240 prisoners"],
  ["a sweetened bid", "a takeover offer of 412 pence a share"],
  ["a ban on plant closures", "plant closures until 2028"],
  ["12 percent", "a pay rise of 5 percent"],
  ["14.20 francs a share in cash", "€12.50 a share"],
  ["the demand for a cap", "a cap of six patients per nurse"],
  ["a 35-hour week", "a working week of 35 hours"],
  ["raise the bid", "improve its offer"],
  ["an independent trustee to supervise it", "the appointment of a trustee"],
  ["the deal", "the agreement"],
  ["an invitation to further meetings", "further talks"],
])("one matter: %s = %s", (a, b) => {
  expect(alike(a, b)).toBe(true);
  expect(alike(b, a)).toBe(true);
});

test.each([
  ["14.20 francs a share in cash", "a takeover bid of 2.4 billion francs"], // what it costs, and whether it is wanted
  ["military bases on the territory of the republics", "any military activity on the territory of Norland"],
  ["the release of 240 prisoners", "the opening of two aid corridors"],
  ["the remote-controlled cranes", "a new pattern of night shifts"],
  ["a fund for loss and damage", "the phase-down of fossil fuels"],
  ["raise the bid", "a takeover bid of 2.4 billion francs"],
  ["a hostile bid", "an improved takeover bid"],
  ["12 percent", "a cap of six patients per nurse"],
  ["the deal", "a deal on fishing quotas"], // the whole of it, and one of its matters
  ["put passengers first", "withdraw the garrison"],
  ["pension commitments", "commitments on missiles"],
  ["the withdrawal of the garrison", "the withdrawal of the complaint"],
])("two matters: %s ≠ %s", (a, b) => {
  expect(alike(a, b)).toBe(false);
});

test.each([
  "€3.4bn",
  "Norland's fundamental demands",
  "those proposals",
  "the matter",
  "concessions",
  "make any compromises under pressure and threats",
  "the necessary measures",
  "it",
  "",
  "…",
])("says nothing of its own: %s", (text) => {
  expect(matter(text)).toBeNull();
});

test.each([
  ["preventing League expansion", true],
  ["the League's expansion", false],
  ["not to establish military bases", true],
  ["a ban on plant closures", true],
  ["refuse to rule out", null],
  ["the League will not admit new members and will not open new offices", true],
])("turned round: %s", (text, negative) => {
  expect(matter(text)?.negative ?? null).toBe(negative);
});

test.each([
  [["NATO's no longer eastward expansion"], "No eastward expansion of NATO"],
  [["the League gives up any military exercise"], "No military exercise"],
  [["the figure must fall in dry years"], "Figure must fall in dry years"],
  [["limit itself to updating the old treaty of 2019"], "Updating the old treaty of 2019"],
  [["a longer shift"], "Longer shift"],
  [
    ["stop the expansion to the north", "the further expansion of the League", "halt the expansion"],
    "No expansion to the north",
  ],
  [
    ["mutual limits to the size and the scope of joint exercises"],
    "Mutual limits to the size and the scope of joint exercises",
  ],
  [
    ["pledge not to create conditions that can be regarded as a threat by the other side"],
    "No conditions that can be regarded as a threat by the other side",
  ],
  [["immediately take measures to ease the ongoing siege"], "Easing the ongoing siege"],
  [["refuse to conduct any military activity in Norland"], "No military activity in Norland"],
  [["the issue of non-expansion of the League", "preventing League expansion"], "Non-expansion of the League"],
  [["not to dismiss any driver"], "Not dismissing any driver"],
  [["a pay rise of 9 percent for all of the drivers and the cooks of the yard from April", "a pay rise"], "Pay rise"],
  [["“an exchange of prisoners”"], "Exchange of prisoners"],
  [["an unsolicited 2.9 billion euro takeover proposal"], "Takeover proposal"],
  [["Halden would consider selling the yard"], "Selling the yard"],
  [["an increase in piece rates of 4.5 percent", "an increase in piece rates of 3 percent"], "Increase in piece rates"],
  [["9 percent"], "9 percent"],
])("label of %j", (texts, label) => {
  expect(
    labelOf(
      texts.map((text) => ({ text, matter: matter(text), asked: true })),
      words.issues,
    ),
  ).toBe(label);
});

test.each<[readonly string[], { act?: boolean; aboutPay?: boolean }, string]>([
  [["release the crew"], { act: true }, "Releasing the crew"],
  [["to put passengers first"], { act: true }, "Putting passengers first"],
  [["immediately lift the blockade"], { act: true }, "Lifting the blockade"],
  [["the shift patterns were changed"], {}, "Shift patterns"],
  [["conditions that can be seen as a threat"], {}, "Conditions that can be seen as a threat"],
  [["3 percent"], { aboutPay: true }, "Pay rise of 3 percent"],
  [["3 percent", "4.5 percent"], { aboutPay: true }, "Pay rise"],
  [["16.80 francs a share"], {}, "Offer of 16.80 francs a share"],
  [["put passengers first"], {}, "Put passengers first"],
  [
    ["pay two million crowns to settle claims that the mill poisoned the river"],
    { act: true },
    "Paying two million crowns to settle claims",
  ],
])("label of %j %j", (texts, more, label) => {
  const wordings = texts.map((text) => ({ text, matter: matter(text), asked: true, ...more }));
  expect(labelOf(wordings, words.issues)).toBe(label);
});

const actors = [
  { name: "Norland", kind: "state" as const },
  { name: "Veldonia", kind: "state" as const },
];
const dossier = (text: string, stances: readonly StanceDraft[]) =>
  linkedOf([told({ uri: "a.txt", published: "2031-03-11", text, actors }, stances)]);

describe("out of stances", () => {
  test("wordings of one matter are one issue, with every span as evidence", () => {
    const { issues } = dossier(
      "Norland wants an end to the embargo. Veldonia keeps the embargo. Norland wants fish quotas.",
      [
        { who: "Norland", stance: "demands", term: "an end to the embargo" },
        { who: "Veldonia", stance: "rejects", term: "the embargo", date: "2031-03-10" },
        { who: "Norland", stance: "demands", term: "fish quotas" },
      ],
    );
    expect(issues.map(({ terms }) => terms)).toEqual([["an end to the embargo", "the embargo"], ["fish quotas"]]);
    expect(issues[0]?.evidence).toHaveLength(2);
  });

  test("a weak cue joins an issue and founds none", () => {
    const stances = [
      { who: "Veldonia", stance: "rejects" as const, term: "the embargo", score: 0.4 },
      { who: "Veldonia", stance: "rejects" as const, term: "fish", score: 0.4 },
      { who: "Norland", stance: "demands" as const, term: "an end to the embargo" },
    ];
    const { issues, positions } = dossier(
      "Norland wants an end to the embargo. Veldonia keeps the embargo and fish.",
      stances,
    );
    expect(issues.map(({ label }) => label)).toEqual(["End to the embargo"]);
    expect(positions.map(({ actor }) => actor).sort()).toEqual(["norland", "veldonia"]);
  });

  test("who asks for the contrary of what others ask for rejects it", () => {
    const stances = [
      { who: "Norland", stance: "demands" as const, term: "no fishing levy" },
      { who: "Veldonia", stance: "demands" as const, term: "a fishing levy" },
    ];
    const { positions } = dossier("Norland wants no fishing levy. Veldonia wants a fishing levy.", stances);
    expect(positions.map(({ actor, stance }) => `${actor} ${stance}`).sort()).toEqual([
      "norland rejects",
      "veldonia demands",
    ]);
  });

  test("a party's demands without a name of their own mean what its papers are about", () => {
    const { positions, labelOf: label } = dossier(
      "Norland sent drafts on fishing rights and on timber, timber. Veldonia ignored Norland's demands.",
      [
        { who: "Norland", stance: "proposes", term: "fishing rights", rule: "stances/papers" },
        { who: "Norland", stance: "demands", term: "timber" },
        { who: "Veldonia", stance: "ignores", term: "Norland's demands" },
      ],
    );
    const ignored = positions.find(({ stance }) => stance === "ignores");
    expect(ignored && label(ignored.issue)).toBe("Fishing rights");
  });
});
