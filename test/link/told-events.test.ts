// From invented reports to events: plans put off, bodies that met to decide, meetings told again, two voices in one report, labels.
import { describe, expect, test } from "vitest";
import { ingest } from "../../src/ingest/ingest.js";
import { ingestWords } from "../../src/lang/en/ingest.js";
import { linkWords } from "../../src/lang/en/link.js";
import { english } from "../../src/lang/en/read.js";
import { link } from "../../src/link/link.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { outlets } from "../../src/outlets/index.js";
import { read } from "../../src/read/read.js";

const language = english();
const kit = { words: ingestWords(), outlets, detectLanguage: () => "en", inferPublished: () => null };

/** The record of reports, each with the day of its publication. */
async function recordOf(...reports: readonly (readonly [string, string])[]): Promise<ParleyRecord> {
  const inputs = [];
  for (const [index, [day, text]] of reports.entries()) {
    const bytes = new TextEncoder().encode(` date ${day} ${text}`);
    const document = await ingest({ uri: `report-${index}.txt`, bytes }, kit);
    inputs.push({ document, reading: read(document, language) });
  }
  return link(inputs, [], { title: "A test", reader: "test", words: linkWords() });
}

const lineOf = ({ kind, date, status, plan }: ParleyRecord["events"][number]): string =>
  `${kind} ${date} ${status} ${plan?.fate ?? "no plan"}`;

describe("plans", () => {
  test("what was put off is moved, and what it was put off to is held", async () => {
    const record = await recordOf(
      ["2021-03-01", "Norway and Sweden will meet in Oslo on March 8."],
      [
        "2021-03-12",
        "Norway and Sweden met in Oslo on Thursday. The meeting, originally pencilled in for Monday, had been put back by three days.",
      ],
    );
    expect(record.events.map(lineOf)).toEqual(["meeting 2021-03-08 planned moved", "meeting 2021-03-11 happened held"]);
  });

  test("a body that is to meet, and what it decides that day", async () => {
    const record = await recordOf(
      ["2021-03-01", "The Nordic Council is due to meet on Thursday."],
      ["2021-03-08", "The Nordic Council resolved on March 4 to open the border."],
    );
    expect(record.events.map(lineOf)).toEqual(["decision 2021-03-04 happened held"]);
  });

  test("a body that is to meet, and what another decides that day, are two", async () => {
    const record = await recordOf(
      ["2021-03-01", "The Nordic Council is due to meet on Thursday."],
      ["2021-03-08", "The European Commission resolved on March 4 to open the border."],
    );
    expect(record.events.map(({ kind }) => kind).sort()).toEqual(["decision", "meeting"]);
  });
});

test("one place by two spellings", async () => {
  const record = await recordOf(
    ["2021-03-09", "Norway and Sweden met in Duesseldorf on March 8."],
    ["2021-03-10", "Norway and Sweden met in Düsseldorf on March 8."],
  );
  expect(record.events.map(lineOf)).toEqual(["meeting 2021-03-08 happened no plan"]);
});

describe("series", () => {
  test("those who meet again", async () => {
    const record = await recordOf([
      "2021-03-09",
      "Norway and Sweden met in Oslo on March 8. Norway and Sweden are to meet again on March 18.",
    ]);
    expect(record.series.map(({ events }) => events.length)).toEqual([2]);
  });

  test("others who meet, or the same without a word of it, are none", async () => {
    const record = await recordOf([
      "2021-03-09",
      "Norway and Sweden met in Oslo on March 8. Norway and Denmark are to meet on March 18.",
    ]);
    expect(record.series).toEqual([]);
  });
});

describe("two voices of one report", () => {
  test("how long it was", async () => {
    const record = await recordOf([
      "2021-03-09",
      "Vaclav Havel met Lech Walesa for five hours in Oslo on March 8. Sweden confirmed the meeting but put it at around three hours.",
    ]);
    expect(record.discrepancies.map(({ attribute, kind }) => `${attribute} ${kind}`)).toEqual([
      "duration contradiction",
    ]);
  });

  test("one voice says nothing against itself", async () => {
    const record = await recordOf([
      "2021-03-09",
      "Vaclav Havel met Lech Walesa for five hours in Oslo on March 8. The meeting lasted five hours.",
    ]);
    expect(record.discrepancies).toEqual([]);
  });
});

test.each([
  ["A hearing on March 8 is planned.", "Hearing, March 8"],
  ["Norway and Sweden spoke after the general meeting in Oslo on February 8.", "General meeting, Oslo"],
])("a label is never the bare noun: %s", async (text, label) => {
  const record = await recordOf(["2021-03-01", text]);
  expect(record.events.map((event) => event.label)).toContain(label);
});

test.each([
  [
    "the clause from mark to mark, with what stands before its verb",
    "On 24 April the two sides, tired of talking, parted without a date.",
    "The two sides, tired of talking, parted without a date",
  ],
  [
    "a long sentence from comma to comma",
    "On 24 April Norway and Sweden parted without a date for more, since neither of the delegations in the hall had brought what was needed to go on.",
    "Norway and Sweden parted without a date for more",
  ],
])("what no kind names is labelled by its clause: %s", async (_, text, label) => {
  const record = await recordOf(["2031-04-26", text]);
  expect(record.events.map((event) => event.label)).toContain(label);
});

describe("a day apart", () => {
  test("talks that ended at dawn began the day before", async () => {
    const record = await recordOf(
      ["2021-03-07", "Norway and Sweden began talks in Oslo on Saturday, March 6, 2021."],
      ["2021-03-08", "The talks between Norway and Sweden ended at dawn on Sunday."],
    );
    expect(record.events.map(lineOf)).toEqual(["meeting 2021-03-06 happened no plan"]);
    expect(record.discrepancies).toEqual([]);
  });

  test("talks that ended in the evening of the next day are others", async () => {
    const record = await recordOf(
      ["2021-03-07", "Norway and Sweden held talks in Oslo on Saturday, March 6, 2021."],
      ["2021-03-08", "The talks between Norway and Sweden ended on Sunday evening."],
    );
    expect(record.events).toHaveLength(2);
  });

  test("one signing that two reports date otherwise is a contradiction", async () => {
    const record = await recordOf(
      ["2021-03-16", "The ceasefire agreement of Norway and Sweden was signed in Geneva on March 14, 2021."],
      ["2021-03-17", "The ceasefire between Norway and Sweden was signed in Geneva on March 13, 2021."],
    );
    expect(record.events).toHaveLength(1);
    expect(record.discrepancies.map(({ attribute, kind }) => `${attribute} ${kind}`)).toEqual(["date contradiction"]);
  });
});

test.each([
  [
    '"The government," Erna Holm told parliament on Friday, "would not intervene."',
    /The government,? would not intervene/,
  ],
  ["On Friday Erna Holm warned of swift and severe costs.", /warned of swift and severe costs/],
  ["Erna Holm gave her verdict on Friday.", /gave her verdict/],
  ["A border guard was shot dead on Friday.", /^Border guard was shot dead/],
])("a label says something: %s", async (text, label) => {
  const record = await recordOf(["2021-03-08", `Prime Minister Erna Holm met nobody. ${text}`]);
  expect(record.events.map((event) => event.label)).toEqual([expect.stringMatching(label)]);
});
