// The queue of review: what is doubtful and consequential comes first, what a person decided on does not come at all.
import { describe, expect, test } from "vitest";
import type { ParleyRecord } from "../../src/model/record.js";
import { reviewQueue } from "../../src/query/review.js";
import { record } from "../pages/fixture.js";

const [event] = record.events;
const [statement] = record.statements;
if (!event || !statement) throw new Error("the fixture has no lines");
const bare: ParleyRecord = {
  ...record,
  statements: [],
  events: [],
  positions: [],
  actors: [],
  problems: [],
  utterances: [],
  discrepancies: [],
};
const eventOf = (id: string, score: number, reports: number, decidedBy?: string): ParleyRecord["events"][number] => ({
  ...event,
  id: id as never,
  why: [
    { rule: "r", score: 0.9 },
    { rule: "least sure", score },
  ],
  plan: null,
  sources: { reports, outlets: 1, independent: 1 },
  ...(decidedBy === undefined ? {} : { decidedBy }),
});
const saidAs = (id: string, score: number | null, more: object = {}): ParleyRecord["statements"][number] => ({
  ...statement,
  id: id as never,
  why: { rule: "said", score },
  ...more,
});
const ids = (more: Partial<ParleyRecord>): readonly string[] => reviewQueue({ ...bare, ...more }).map(({ id }) => id);

describe("the order", () => {
  test("the less sure before the surer, where as much rests on both", () => {
    expect(ids({ events: [eventOf("e-a", 0.7, 2), eventOf("e-b", 0.3, 2), eventOf("e-c", 0.5, 2)] })).toEqual([
      "e-b",
      "e-c",
      "e-a",
    ]);
  });
  test("what more reports tell before what one tells, where both are as sure", () => {
    expect(ids({ events: [eventOf("e-a", 0.5, 1), eventOf("e-b", 0.5, 9)] })).toEqual(["e-b", "e-a"]);
  });
  test("is the same whatever the order of the record", () => {
    const events = [eventOf("e-a", 0.5, 2), eventOf("e-b", 0.5, 2)];
    expect(ids({ events })).toEqual(ids({ events: events.toReversed() }));
  });
});

describe("what is in it", () => {
  test.each<[string, Partial<ParleyRecord>, readonly string[]]>([
    ["a sure line is not", { events: [eventOf("e-a", 0.8, 5)] }, []],
    ["nor one that a person decided on", { events: [eventOf("e-a", 0.1, 5, "Ada")] }, []],
    ["nor an exact rule", { statements: [saidAs("s-a", null)] }, []],
    ["a doubtful statement is", { statements: [saidAs("s-a", 0.6)] }, ["s-a"]],
    [
      "one without a speaker is",
      { statements: [saidAs("s-a", 0.9, { speakers: [], speakerSpan: null, refusal: false })] },
      ["s-a"],
    ],
    [
      "a problem of reading is",
      {
        problems: [
          {
            id: "q-a",
            span: { doc: event.reports[0]?.span.doc ?? ("" as never), start: 0, end: 1 },
            stage: "actors",
            reason: "two answers",
            candidates: ["a", "b"],
          },
        ],
      },
      ["q-a"],
    ],
    [
      "a decision that misses is not: the log lists it",
      {
        problems: [
          {
            id: "q-a",
            span: { doc: event.reports[0]?.span.doc ?? ("" as never), start: 0, end: 1 },
            stage: "decisions",
            reason: "Decision c-1: x.",
            candidates: [],
          },
        ],
      },
      [],
    ],
  ])("%s", (_, more, expected) => {
    expect(ids(more)).toEqual(expected);
  });
  test("each says why in words", () => {
    const [line] = reviewQueue({ ...bare, events: [eventOf("e-a", 0.45, 2)] });
    expect(line?.why).toBe("least sure (0.45 of 1: doubtful)");
  });
});
