// Which tellings are one event and which are two, what became of plans, and how rounds make a series; small reports for each.
import { describe, expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { fillTemplate } from "../../src/link/event-label.js";
import type { LinkInput } from "../../src/link/input.js";
import { link } from "../../src/link/link.js";
import { type ActorDraft, type EventDraft, report } from "./reports.js";

const actors: readonly ActorDraft[] = [
  { name: "Veldonia", key: "state:VE" },
  { name: "Ostrania", key: "state:OS" },
  { name: "Trovia", key: "state:TR" },
  { name: "League", key: "org:LE", kind: "organization" },
];
const persons: readonly ActorDraft[] = [
  { name: "Ida Marlow", kind: "person", of: "Veldonia" },
  { name: "Piet Tessen", kind: "person", of: "Ostrania" },
  { name: "Lea Orban", kind: "person", of: "Trovia" },
];

/** A report that tells one event in one clause; everybody that it names is in it. */
function tells(uri: string, published: string, clause: string, event: Omit<EventDraft, "clause">): LinkInput {
  const named = [...actors, ...persons].filter(({ name }) => clause.includes(name));
  const groups = actors.filter(({ name }) => !clause.includes(name) && named.some(({ of }) => of === name));
  const text =
    groups.length > 0 ? `${clause}. It was told in ${groups.map(({ name }) => name).join(" and in ")}.` : `${clause}.`;
  return report({
    uri,
    published,
    text,
    actors: [...named, ...groups],
    events: [{ ...event, clause, who: event.who ?? named.map(({ name }) => name) }],
  });
}

const options = { title: "A test", reader: "by hand", words: linkWords() };
const eventsOf = (...inputs: LinkInput[]) => link(inputs, [], options).events;

describe("one event", () => {
  test.each([
    [
      "a plan and its outcome",
      tells("a", "2031-03-01", "Veldonia and Ostrania will meet on March 5", {
        trigger: "meet",
        date: "2031-03-05",
        on: "March 5",
        status: "planned",
      }),
      tells("b", "2031-03-06", "Ostrania and Veldonia met on March 5 in Corrow", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
        place: "Corrow",
      }),
    ],
    [
      "told with a month by another",
      tells("a", "2031-03-06", "Veldonia and Ostrania held talks in Corrow on March 5", {
        trigger: "talks",
        date: "2031-03-05",
        on: "March 5",
        place: "Corrow",
      }),
      tells("b", "2031-04-20", "In March Veldonia and Ostrania held talks in Corrow", {
        trigger: "talks",
        date: "2031-03",
        on: "March",
        place: "Corrow",
      }),
    ],
    [
      "persons and their parties",
      tells("a", "2031-03-06", "Ida Marlow and Piet Tessen met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
      tells("b", "2031-03-06", "Veldonia and Ostrania met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
    ],
  ])("%s", (_, a, b) => {
    const events = eventsOf(a, b);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: "happened", date: "2031-03-05", sources: { reports: 2 } });
  });
});

describe("two events", () => {
  test.each([
    [
      "the eve",
      tells("a", "2031-03-06", "Veldonia and Ostrania met on March 4", {
        trigger: "met",
        date: "2031-03-04",
        on: "March 4",
      }),
      tells("b", "2031-03-06", "Veldonia and Ostrania met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
    ],
    [
      "another side",
      tells("a", "2031-03-06", "Veldonia and Ostrania met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
      tells("b", "2031-03-06", "Veldonia and Trovia met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
    ],
    [
      "another person",
      tells("a", "2031-03-06", "Ida Marlow and Piet Tessen met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
      tells("b", "2031-03-06", "Ida Marlow and Lea Orban met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
    ],
    [
      "the reply and the reply to it",
      tells("a", "2031-03-06", "Veldonia answered Ostrania on March 5", {
        kind: "response",
        trigger: "answered",
        date: "2031-03-05",
        on: "March 5",
        who: [
          ["Veldonia", "agent"],
          ["Ostrania", "target"],
        ],
      }),
      tells("b", "2031-03-06", "Ostrania answered Veldonia on March 5", {
        kind: "response",
        trigger: "answered",
        date: "2031-03-05",
        on: "March 5",
        who: [
          ["Ostrania", "agent"],
          ["Veldonia", "target"],
        ],
      }),
    ],
    [
      "two speakers of one side",
      tells("a", "2031-03-06", "Veldonia spoke of it on March 5", {
        kind: "statement",
        trigger: "spoke",
        date: "2031-03-05",
        on: "March 5",
        who: [["Veldonia", "agent"]],
      }),
      tells("b", "2031-03-06", "Ida Marlow spoke of it on March 5", {
        kind: "statement",
        trigger: "spoke",
        date: "2031-03-05",
        on: "March 5",
        who: [["Ida Marlow", "agent"]],
      }),
    ],
    [
      "what is summed up and one of it",
      tells("a", "2031-03-06", "Veldonia and Ostrania held two rounds on March 5", {
        trigger: "rounds",
        date: "2031-03-05",
        on: "March 5",
        sums: 2,
      }),
      tells("b", "2031-03-06", "Veldonia and Ostrania met on March 5", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
      }),
    ],
    [
      "two places",
      tells("a", "2031-03-06", "Veldonia and Ostrania met on March 5 in Corrow", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
        place: "Corrow",
      }),
      tells("b", "2031-03-06", "Veldonia and Ostrania met on March 5 in Brennick", {
        trigger: "met",
        date: "2031-03-05",
        on: "March 5",
        place: "Brennick",
      }),
    ],
  ])("%s", (_, a, b) => expect(eventsOf(a, b)).toHaveLength(2));
});

test("what fits two events joins neither, and says so", () => {
  const march = (uri: string, day: string) =>
    tells(uri, "2031-03-20", `Veldonia and Ostrania met in Corrow on March ${day}`, {
      trigger: "met",
      date: `2031-03-${day}`,
      on: `March ${day}`,
      place: "Corrow",
    });
  const vague = tells("c", "2031-05-02", "In March Veldonia and Ostrania met in Corrow", {
    trigger: "met",
    date: "2031-03",
    on: "March",
    place: "Corrow",
  });
  const record = link([march("a", "05"), march("b", "17"), vague], [], options);
  expect(record.events).toHaveLength(3);
  expect(record.problems.map(({ stage, candidates }) => [stage, candidates.length])).toEqual([["events", 2]]);
});

describe("what became of a plan", () => {
  const plan = (published: string, day: string, status: "planned" | "cancelled" = "planned") =>
    tells(`p${published}${day}`, published, `The second round of Veldonia and Ostrania on March ${day}`, {
      trigger: "round",
      date: `2031-03-${day}`,
      on: `March ${day}`,
      status,
      round: ["second round", 2],
    });
  const held = tells("held", "2031-03-17", "Veldonia and Ostrania held the second round on March 16", {
    trigger: "round",
    date: "2031-03-16",
    on: "March 16",
    round: ["second round", 2],
  });
  const later = tells("later", "2031-04-20", "Trovia and the League met on April 19", {
    trigger: "met",
    date: "2031-04-19",
    on: "April 19",
  });
  const fates = (...inputs: LinkInput[]) =>
    eventsOf(...inputs)
      .filter(({ round }) => round === 2)
      .map(({ date, plan: told }) => [date, told?.fate]);
  test("pending, held, moved, cancelled, lapsed", () => {
    expect(fates(plan("2031-03-08", "13"))).toEqual([["2031-03-13", "pending"]]);
    expect(fates(plan("2031-03-10", "16"), held)).toEqual([["2031-03-16", "held"]]);
    expect(fates(plan("2031-03-08", "13"), held)).toEqual([
      ["2031-03-13", "moved"],
      ["2031-03-16", undefined],
    ]);
    expect(fates(plan("2031-03-08", "13"), plan("2031-03-10", "13", "cancelled"))).toEqual([
      ["2031-03-13", "cancelled"],
    ]);
    expect(fates(plan("2031-03-08", "13"), later)).toEqual([["2031-03-13", "lapsed"]]);
  });
});

test("numbered rounds of the same parties are a series; those of others and what was moved are not in it", () => {
  const round = (number: number, day: string, sides: string, status: "happened" | "planned" = "happened") =>
    tells(`r${number}${sides}${day}`, "2031-03-30", `Round ${number} of ${sides} on March ${day}`, {
      trigger: "Round",
      date: `2031-03-${day}`,
      on: `March ${day}`,
      round: [`Round ${number}`, number],
      status,
    });
  const record = link(
    [
      round(1, "02", "Veldonia and Ostrania"),
      round(2, "07", "Veldonia and Ostrania", "planned"),
      round(2, "09", "Veldonia and Ostrania"),
      round(3, "20", "Veldonia and Ostrania"),
      round(2, "11", "Veldonia and Trovia"),
    ],
    [],
    options,
  );
  const dates = new Map(record.events.map(({ id, date }) => [id, date]));
  expect(record.series.map(({ label, events }) => [label, events.map((id) => dates.get(id))])).toEqual([
    ["Veldonia–Ostrania: 3 rounds", ["2031-03-02", "2031-03-09", "2031-03-20"]],
  ]);
});

test("figures for one thing that differ contradict each other; another unit does not", () => {
  const ballot = (uri: string, words: string, value: number, unit = "votes") =>
    tells(uri, "2031-03-06", `Veldonia held a ballot on March 5 with ${words} in favour`, {
      kind: "vote",
      trigger: "ballot",
      date: "2031-03-05",
      on: "March 5",
      who: [["Veldonia", "agent"]],
      counts: [[words, value, unit, "in favour"]],
    });
  const found = (...inputs: LinkInput[]) =>
    link(inputs, [], options).discrepancies.map(({ attribute, kind }) => [attribute, kind]);
  expect(found(ballot("a", "1,684 votes", 1684), ballot("b", "1,486 votes", 1486))).toEqual([
    ["number", "contradiction"],
  ]);
  expect(found(ballot("a", "1,684 votes", 1684), ballot("b", "1,684 of them", 1684))).toEqual([]);
  expect(found(ballot("a", "1,684 votes", 1684), ballot("b", "88 percent", 88, "percent"))).toEqual([]);
});

test.each([
  ["[{parties} ]{trigger}[, {place}]", { parties: "A–B", trigger: "talks", place: "C" }, "A–B talks, C"],
  ["[{parties} ]{trigger}[, {place}]", { trigger: "talks" }, "talks"],
  ["[{agent}: ]proposal[ to {target}][: {object}]", { agent: "A", object: "a treaty" }, "A: proposal: a treaty"],
  ["[{agent} publishes ]{object}", {}, ""],
])("%s", (template, values, label) => expect(fillTemplate(template, new Map(Object.entries(values)))).toBe(label));

describe("a vote of which nobody is named", () => {
  const vote = (uri: string, published: string, text: string) =>
    report({
      uri,
      published,
      text: `Members voted. ${text}`,
      actors: actors.filter(({ name }) => text.includes(name)),
      events: [{ clause: "Members voted", trigger: "voted", kind: "vote", who: [] }],
    });
  test("is one where two reports are on the same parties, and two where they are not", () => {
    const first = vote("a", "2031-03-05", "The League bargains with Veldonia.");
    const labels = (other: LinkInput) => eventsOf(first, other).map(({ label }) => label);
    expect(labels(vote("b", "2031-03-06", "Veldonia awaits the League."))).toEqual(["Vote of members"]);
    expect(labels(vote("b", "2031-03-06", "Ostrania awaits Trovia."))).toHaveLength(2);
  });
});

test("a meeting of nobody named is not lent the sides of the only dialogue by a report on others", () => {
  const talks = tells("a", "2031-03-06", "Veldonia and Ostrania held talks on March 5", {
    trigger: "talks",
    date: "2031-03-05",
    on: "March 5",
  });
  const other = tells("b", "2031-04-06", "A meeting took place in Trovia on April 5", {
    trigger: "meeting",
    date: "2031-04-05",
    on: "April 5",
    who: [],
  });
  const { state } = link([talks, other], [], options);
  expect(state.map(({ from }) => from)).toEqual(["2031-03-05"]);
});
