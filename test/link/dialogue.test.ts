// State of the dialogue: what one report makes of a track, and what does not count as saying anything about it.
import { describe, expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { link } from "../../src/link/link.js";
import { type EventDraft, report, type SayingDraft } from "./reports.js";

const options = { title: "A test", reader: "by hand", words: linkWords() };
const sides = [
  { name: "Veldonia", key: "state:VE" },
  { name: "Ostrania", key: "state:OS" },
] as const;

function states(
  text: string,
  published: string | null,
  more: { events?: EventDraft[]; says?: SayingDraft[]; past?: string[] } = {},
) {
  return link([report({ uri: "a.txt", published, text, actors: sides, ...more })], [], options).state.map(
    ({ from, state }) => [from, state],
  );
}

describe("what is said of the dialogue", () => {
  test.each([
    ["Veldonia has suspended the talks with Ostrania.", [["2031-03-06", "suspended"]]],
    ["There is no opportunity for a dialogue between Veldonia and Ostrania.", [["2031-03-06", "closed"]]],
    [
      "Veldonia called on Ostrania to return to the negotiating table and to resume talks.",
      [["2031-03-06", "suspended"]],
    ],
    ["Veldonia has suspended the railway to Ostrania.", []],
    ["Veldonia would have suspended the talks with Ostrania.", []],
    ["Veldonia has suspended the talks.", []],
  ])("%s", (text, expected) => expect(states(text, "2031-03-06")).toEqual(expected));

  test("not where no report is dated, nor where it is told as past", () => {
    expect(states("Veldonia has suspended the talks with Ostrania.", null)).toEqual([]);
    const past = "Veldonia had suspended the talks with Ostrania.";
    expect(states(past, "2031-03-06", { past: [past] })).toEqual([]);
  });
});

const talks = (text: string, more: Partial<EventDraft> = {}) =>
  states(text, "2031-03-06", {
    events: [
      {
        clause: "Veldonia and Ostrania held talks on March 5",
        trigger: "talks",
        date: "2031-03-05",
        on: "March 5",
        who: ["Veldonia", "Ostrania"],
        ...more,
      },
    ],
  });

test.each([
  ["Veldonia and Ostrania held talks on March 5. They ended without result.", [["2031-03-05", "inconclusive"]]],
  ["Veldonia and Ostrania held talks on March 5. A deal was reached at dawn.", [["2031-03-05", "agreed"]]],
  ["Veldonia and Ostrania held talks on March 5. It rained.", [["2031-03-05", "open"]]],
])("%s", (text, expected) => expect(talks(text)).toEqual(expected));

test("a plan counts from the day on which it was known", () => {
  const clause = "Veldonia and Ostrania will hold talks on March 9";
  const events: EventDraft[] = [
    { clause, trigger: "talks", date: "2031-03-09", on: "March 9", status: "planned", who: ["Veldonia", "Ostrania"] },
  ];
  expect(states(`${clause}.`, "2031-03-06", { events })).toEqual([["2031-03-06", "scheduled"]]);
  expect(states(`${clause}.`, null, { events })).toEqual([]);
});

describe("talks of which no sides are told", () => {
  const met: EventDraft = {
    clause: "Veldonia and Ostrania held talks on March 5",
    trigger: "talks",
    date: "2031-03-05",
    on: "March 5",
    who: ["Veldonia", "Ostrania"],
  };
  const round: EventDraft = {
    clause: "A round was held on March 12",
    trigger: "round",
    date: "2031-03-12",
    on: "March 12",
  };
  const first = report({
    uri: "a.txt",
    published: "2031-03-06",
    text: `${met.clause}. They ended without result.`,
    actors: sides,
    events: [met],
  });
  const second = (events: EventDraft[], text: string) =>
    report({ uri: "b.txt", published: "2031-03-13", text, actors: sides, events });

  test("are of the dossier's main dialogue", () => {
    const text = `${round.clause}. A deal was reached at dawn. Veldonia and Ostrania rejoiced.`;
    const { state } = link([first, second([round], text)], [], options);
    expect(state.map(({ between, from, state: now }) => [between.join(), from, now])).toEqual([
      ["ostrania,veldonia", "2031-03-05", "inconclusive"],
      ["ostrania,veldonia", "2031-03-12", "agreed"],
    ]);
  });

  test("a mere meeting of one side is not", () => {
    const parade: EventDraft = {
      clause: "Veldonia met its generals on March 12",
      trigger: "met",
      date: "2031-03-12",
      on: "March 12",
      who: ["Veldonia"],
    };
    const { state } = link([first, second([parade], `${parade.clause}. A deal was reached at dawn.`)], [], options);
    expect(state.map(({ from }) => from)).toEqual(["2031-03-05"]);
  });
});
