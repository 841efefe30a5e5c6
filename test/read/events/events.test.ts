// What findEvents makes of invented sentences: kind, day, state and parties of each telling; and what it leaves alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOf, linesOf, readText } from "./reading.js";

const told: readonly (readonly [string, readonly string[]])[] = [
  // diplomacy
  [
    "On January 10, a meeting of the Norwegian and Swedish delegations took place in Oslo.",
    ["meeting 2021-01-10 happened [Norway, Sweden]"],
  ],
  ["On March 12, Norway and Sweden will hold a dialogue in Oslo.", ["meeting 2021-03-12 planned [Norway, Sweden]"]],
  ["Norway and Sweden are to meet in Oslo on March 12.", ["meeting 2021-03-12 planned [Norway, Sweden]"]],
  ["Prime Minister Erna Holm visited Warsaw on Monday.", ["visit 2021-03-01 happened [Erna Holm]"]],
  [
    "Norway and Sweden held talks in 2015, in 2018 and also in 2019.",
    [
      "meeting 2015 happened [Norway, Sweden]",
      "meeting 2018 happened [Norway, Sweden]",
      "meeting 2019 happened [Norway, Sweden]",
    ],
  ],
  [
    "On January 12, a meeting of the Nordic Council was held in Oslo, and on January 13, consultations ended in Vienna.",
    ["meeting 2021-01-12 happened [Nordic Council]", "meeting 2021-01-13 happened []"],
  ],
  [
    "Following telephone conversations between Vaclav Havel and Lech Walesa, the border was opened.",
    ["call undated happened [Vaclav Havel, Lech Walesa]"],
  ],
  ["Norway expelled two diplomats of Sweden in 2018.", ["expulsion 2018 happened [Norway, Sweden]"]],
  [
    "The talks between Norway and Sweden, which were to be held in Oslo on March 9, have been postponed to March 16.",
    ["meeting 2021-03-16 planned [Norway, Sweden]"],
  ],
  [
    "The talks between Norway and Sweden ended in Oslo on February 24 after two days.",
    ["meeting 2021-02-23/2021-02-24 happened [Norway, Sweden]"],
  ],
  ["The talks between Norway and Sweden ended on February 24.", ["meeting 2021-02-24 happened [Norway, Sweden]"]],
  ["A border guard was shot near Oslo on February 24.", ["use-of-force 2021-02-24 happened []"]],
  // labour
  ["The strike at Bolt Terminals will begin on March 29.", ["strike 2021-03-29 planned []"]],
  [
    "The second round of talks between Bolt Terminals and the Dock Workers Union will not be held on Monday, March 8, but on March 11.",
    ["meeting 2021-03-08 cancelled [Bolt Terminals, Dock Workers Union]"],
  ],
  // courts and companies
  ["The Supreme Court ruled on March 3 that the merger was illegal.", ["decision 2021-03-03 happened [Supreme Court]"]],
  ["Acme Corp. rejected an offer of 3.8 billion dollars in October.", ["rejection 2020-10 happened [Acme Corp]"]],
  ["The hearing on March 8 was postponed to March 15.", ["other 2021-03-15 planned []"]],
  ["The president's visit to Oslo, scheduled for March 30, is cancelled.", ["visit 2021-03-30 cancelled []"]],
  ["Norway presented on March 1 a proposal to Sweden.", ["proposal 2021-03-01 happened [Norway, Sweden]"]],
  [
    "Acme Corp. appealed the fine, which the European Commission imposed in 2017.",
    ["sanction 2017 happened [European Commission]"],
  ],
  ["The previous round, held in January, ended in deadlock.", ["meeting 2021-01 happened []"]],
  ["Nurses at Brightwater Hospital will strike for three days from March 24.", ["strike 2021-03-24 planned []"]],
  ["The nurses ended a two-day strike on January 9.", ["strike 2021-01-09 happened []"]],
  // what ends before it begins, what somebody is asked to, what a condition tells, what must be done by a day
  [
    "The nurses suspended their two-day walkout on Tuesday, hours before it was due to begin.",
    ["strike 2021-03-02 cancelled []", "strike 2021-03-02 planned []"],
  ],
  ["The minister of Norway invited Sweden to a meeting on Tuesday.", ["meeting 2021-03-09 planned [Norway, Sweden]"]],
  ["Acme Corp. must file its answer no later than March 28.", ["deadline 2021-03-28 planned [Acme Corp]"]],
  ["The talks were postponed from March 8 to March 15.", ["meeting 2021-03-15 planned []"]],
  [
    "Norway and Sweden met in Oslo on March 1 and March 2.",
    ["meeting 2021-03-01/2021-03-02 happened [Norway, Sweden]"],
  ],
  ["The third round, in the same city, broke up on March 1.", ["meeting 2021-03-01 happened []"]],
  [
    "Talks in Oslo had broken down on March 1, when the prime minister of Norway, Erna Holm, rejected the offer of Sweden.",
    ["meeting 2021-03-01 happened []", "rejection 2021-03-01 happened [Erna Holm, Sweden]"],
  ],
  // mergers and disputes: offers with their day, what somebody counts, whose board it is
  ["Acme Corp. had set out its offer in a letter dated February 22.", ["proposal 2021-02-22 happened [Acme Corp]"]],
  [
    "Norway said on Tuesday Denmark had met Sweden in Oslo on March 1.",
    ["meeting 2021-03-01 happened [Denmark, Sweden]"],
  ],
  [
    "Norway has rejected the offer of Sweden, the government of Norway said on Monday.",
    ["rejection 2021-03-01 happened [Norway, Sweden]"],
  ],
  ["The two sides meet again on July 18.", ["meeting 2021-07-18 planned []"]],
  [
    "The European Commission opened an in-depth investigation on Monday into the purchase of Bolt Inc. by Acme Corp.",
    ["decision 2021-03-01 happened [European Commission, Bolt Inc]"],
  ],
  [
    "The European Commission opened a probe on Monday, saying the deal could raise prices, and set a deadline of May 14 for an answer.",
    ["deadline 2021-05-14 planned [European Commission]"],
  ],
  [
    "Delegates left Geneva on Friday without a treaty after ten days of negotiations that ran through the night.",
    ["meeting 2021-02-26 happened []"],
  ],
  [
    "The government of Norway and the Tarn Front rebel group signed an accord in Oslo on Monday.",
    ["agreement 2021-03-01 happened [Norway, Tarn Front]"],
  ],
  // climate
  [
    "Talks between France and Germany collapsed on Friday and resumed on Saturday.",
    ["meeting 2021-02-26 happened [France, Germany]", "meeting 2021-02-27 happened [France, Germany]"],
  ],
  [
    "Ministers from France and Germany are expected to meet in Paris in May.",
    ["meeting 2021-05 planned [France, Germany]"],
  ],
];

describe("findEvents", () => {
  it.each(told)("%s", async (text, lines) => {
    expect(linesOf(await readText(text))).toEqual(expect.arrayContaining([...lines]));
  });

  it.each([
    "Norway holds talks with Sweden regularly.",
    "The dialogue needs patience and goodwill.",
    "Norway and Sweden could meet in Oslo on March 12 if the ice melts.",
    "No talks were held in Oslo on January 12.",
    "Norway demands a meeting with Sweden.",
    "The company proposed nothing.",
    "The Vienna Document of 2011 is long.",
    "We will negotiate on Saturday.",
    "The company had low costs on March 3.",
    "The strike price is ten dollars.",
    "Should the talks fail, the nurses would walk out on March 12.",
    "Acme Corp. must file its answer in writing.",
  ])("tells no event: %s", async (text) => {
    const reading = await readText(text);
    expect(
      reading.reading.events
        .filter(({ status, kind }) => status !== "denied" && kind !== "statement")
        .map((event) => lineOf(reading, event)),
    ).toEqual([]);
  });
});

describe("tellings that go on", () => {
  it("a pronoun takes over day and kind, and adds its own", async () => {
    const { reading } = await readText(
      "On January 21, Norway and Sweden held talks in Oslo. They lasted an hour and a half.",
    );
    expect(reading.events.map(({ date, refersTo, duration }) => [date, refersTo, duration?.value ?? null])).toEqual([
      ["2021-01-21", null, null],
      ["2021-01-21", 0, "PT1H30M"],
    ]);
  });
  it("the day that comes later dates the telling before", async () => {
    const { reading } = await readText(
      "President Vaclav Havel told President Lech Walesa in a telephone conversation that the border was open. The conversation took place on January 30.",
    );
    const call = reading.events.find(({ date }) => date === "2021-01-30");
    expect(call?.kind).toBe("call");
    expect(call?.refersTo).toBe(0);
  });
  it("several at once", async () => {
    const { reading } = await readText(
      "From January 10 to 13, Norway held three rounds of negotiations with Sweden and Denmark.",
    );
    expect(reading.events.map(({ sums, date }) => [sums, date])).toEqual([[3, "2021-01-10/2021-01-13"]]);
  });
  it("the detail of the sentence before", async () => {
    const { reading } = await readText(
      "Last December, Norway sent drafts of treaties to Sweden and Denmark. In particular, Norway proposed to Sweden to open the border.",
    );
    expect(reading.events.map(({ kind, date, refersTo }) => [kind, date, refersTo])).toEqual([
      ["proposal", "2020-12", null],
      ["proposal", "2020-12", 0],
    ]);
  });
});

describe("details", () => {
  it.each([
    ["Norway and Sweden held a meeting behind closed doors in Oslo on January 10.", "format", "closed-door"],
    ["Norway and Sweden held talks in Oslo on January 10.", "place", "Oslo"],
    ["The talks between Norway and Sweden ended without results on January 10.", "outcome", "without result"],
  ] as const)("%s", async (text, field, name) => {
    const { reading } = await readText(text);
    expect(reading.events[0]?.[field]?.name).toBe(name);
  });
  it("counts votes", async () => {
    const { reading } = await readText("Members of the Dock Workers Union voted 94 to 28 for a strike on March 1.");
    expect(
      reading.events.find(({ kind }) => kind === "vote")?.quantities.map(({ value, unit }) => `${value} ${unit}`),
    ).toEqual(["94 votes", "28 votes"]);
  });
});

const pieces = [
  "Norway",
  "Sweden",
  "talks",
  "held",
  "will",
  "meet",
  "on Monday",
  "January 10",
  ",",
  "and",
  "who",
  "which",
  "the",
  "meeting",
  "of",
  "ended",
  '"',
  "said",
  "that",
  "proposed",
  "strike",
  ".",
  "They",
  "lasted",
  "two hours",
  "after",
  "in Oslo",
  "not",
  "to",
];

describe("properties", () => {
  it("any text: ranges inside the text, no two tellings with one range, references to earlier tellings, the same twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), async (words) => {
        const first = await readText(`${words.join(" ")}.`);
        const { events } = first.reading;
        for (const [index, event] of events.entries()) {
          expect(event.start).toBeLessThan(event.end);
          expect(event.end).toBeLessThanOrEqual(first.text.length);
          expect(event.trigger.start).toBeGreaterThanOrEqual(event.start);
          if (event.refersTo !== null) expect(event.refersTo).toBeLessThan(index);
        }
        expect(new Set(events.map(({ start, end }) => `${start}-${end}`)).size).toBe(events.length);
        expect((await readText(`${words.join(" ")}.`)).reading.events).toEqual(events);
      }),
      { numRuns: 150 },
    );
  });
});

describe("details of events", () => {
  it.each<readonly [string, string | null, number | null]>([
    ["Norway and Sweden completed consultations on fishing on Monday that lasted almost eight hours.", "PT8H", null],
    ["Norway and Sweden held a second round of talks on fishing in Oslo on Monday.", null, 2],
    ["Norway and Sweden held talks in Oslo on Monday, two months after an election.", null, null],
    ["Norway and Sweden met in Oslo on March 1 for a fourth round of talks.", null, 4],
  ])("%s", async (text, duration, round) => {
    const { reading } = await readText(text);
    expect(reading.events[0]?.duration?.value ?? null).toBe(duration);
    expect(reading.events[0]?.round?.number ?? null).toBe(round);
  });

  it("leaves out a dateline in front of the first sentence", async () => {
    const told = await readText(
      "OSLO, March 3 (Northern Press) - Norway and Sweden signed a treaty on Tuesday in the castle.",
    );
    expect(linesOf(told)).toEqual(["agreement 2021-03-02 happened [Norway, Sweden]"]);
  });

  it("reads a place that stands alone between commas", async () => {
    const { text, reading } = await readText(
      "On March 1, local time, Oslo, Norway, the Danish and Swedish delegations held talks.",
    );
    const place = reading.events[0]?.place;
    expect(place ? text.slice(place.start, place.end) : null).toBe("Oslo");
  });
});
