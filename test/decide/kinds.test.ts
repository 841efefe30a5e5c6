// Every kind of decision: what it changes in the record, that the line says who decided, and what cannot be decided.
import { describe, expect, test } from "vitest";
import { kindsOfDecisions } from "../../src/decide/draft.js";
import { changesBetween } from "../../src/decide/effect.js";
import { InputError } from "../../src/model/errors.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { parseRecord } from "../../src/model/schema.js";
import { decisionKinds } from "../../src/model/words.js";
import { actionOf, base, decided, entry, lineWith } from "./inputs.js";

const talks = base.events.find(({ date, kind }) => date === "2031-03-10" && kind === "meeting")?.id ?? "";
const council = base.events.find(({ date }) => date === "2031-03-12")?.id ?? "";
const closed = lineWith("The bay remains closed", "statements");
const excluded = lineWith("A new dialogue with Veldonia is excluded", "statements");
const passage = base.issues.find(({ label }) => /passage/i.test(label))?.id ?? "";
const ban = base.issues.find(({ label }) => /fishing/i.test(label))?.id ?? "";
const refused = base.positions.find(({ stance, issue }) => stance === "rejects" && issue === passage)?.id ?? "";

const actor = (record: ParleyRecord, id: string) => record.actors.find((one) => one.id === id);
const statement = (record: ParleyRecord, id: string) => record.statements.find((one) => one.id === id);
const event = (record: ParleyRecord, id: string) => record.events.find((one) => one.id === id);
const document = (record: ParleyRecord, uri: string) => record.documents.find((one) => one.uri === uri);

type Row = readonly [
  kind: (typeof decisionKinds)[number],
  args: readonly string[],
  more: { readonly in?: string; readonly date?: string },
  seen: (record: ParleyRecord) => unknown,
  expected: unknown,
];
const rows: readonly Row[] = [
  [
    "merge-actors",
    ["league", "ostrania"],
    {},
    (r) => [actor(r, "ostrania"), actor(r, "league")?.aliases.includes("Ostrania")],
    [undefined, true],
  ],
  [
    "split-actor",
    ["ida-marlow", "f-bay.txt"],
    {},
    (r) => [statement(r, closed)?.speakers, actor(r, "ida-marlow")?.decidedBy],
    [["marlow"], "Ada"],
  ],
  [
    "split-actor",
    ["piet-tessen", "Tessen"],
    {},
    (r) => [statement(r, excluded)?.speakers, actor(r, "tessen")?.decidedBy],
    [["tessen"], "Ada"],
  ],
  [
    "rename-actor",
    ["league", "League of Towns"],
    {},
    (r) => [actor(r, "league-of-towns")?.name, actor(r, "league")],
    ["League of Towns", undefined],
  ],
  [
    "retype-actor",
    ["league", "body"],
    {},
    (r) => [actor(r, "league")?.kind, actor(r, "league")?.decidedBy],
    ["body", "Ada"],
  ],
  [
    "speaks-for",
    ["ida-marlow", "league"],
    {},
    (r) => actor(r, "ida-marlow")?.memberOf.map((one) => one.actor),
    ["league"],
  ],
  ["speaks-for", ["ida-marlow"], {}, (r) => actor(r, "ida-marlow")?.memberOf, []],
  ["reject-statement", [closed], {}, (r) => statement(r, closed), undefined],
  [
    "attribute-statement",
    [closed, "piet-tessen"],
    {},
    (r) => [statement(r, closed)?.speakers, statement(r, closed)?.decidedBy],
    [["piet-tessen"], "Ada"],
  ],
  ["attribute-statement", [closed, "league"], {}, (r) => statement(r, closed)?.speakers, ["league"]], // named in other reports only
  ["attribute-statement", [closed], {}, (r) => statement(r, closed)?.speakers, []],
  [
    "date-statement",
    [closed, "2031-06-04"],
    {},
    (r) => [statement(r, closed)?.date, statement(r, closed)?.evidence.date],
    ["2031-06-04", null],
  ],
  ["date-statement", [excluded, "none"], {}, (r) => statement(r, excluded)?.date, null],
  [
    "add-statement",
    ["Nothing is agreed", "piet-tessen"],
    { date: "2031-06-04" },
    (r) =>
      r.statements
        .filter(({ why }) => why.rule === "decision")
        .map(({ speakers, date, decidedBy }) => [speakers, date, decidedBy]),
    [[["piet-tessen"], "2031-06-04", "Ada"]],
  ],
  [
    "merge-events",
    [talks, council],
    {},
    (r) => [r.events.filter(({ id }) => id === talks || id === council).length, event(r, talks)?.decidedBy],
    [1, "Ada"],
  ],
  [
    "split-event",
    [talks, "c-other.txt"],
    {},
    (r) => [
      r.events.filter(({ date, kind }) => date === "2031-03-10" && kind === "meeting").length,
      r.discrepancies.length,
    ],
    [2, 0],
  ],
  [
    "date-event",
    [talks, "2031-03-11"],
    {},
    (r) => [event(r, talks)?.date, event(r, talks)?.decidedBy],
    ["2031-03-11", "Ada"],
  ],
  ["retype-event", [talks, "visit"], {}, (r) => event(r, talks)?.kind, "visit"],
  ["reject-event", [talks], {}, (r) => [event(r, talks), event(r, council)?.id], [undefined, council]],
  [
    "name-issue",
    [passage, "Passage"],
    {},
    (r) => r.issues.filter(({ decidedBy }) => decidedBy).map(({ id, label }) => [id, label]),
    [["passage", "Passage"]],
  ],
  [
    "merge-issues",
    [passage, ban],
    {},
    (r) => [r.issues.length, new Set(r.positions.map(({ issue }) => issue)).size],
    [1, 1],
  ],
  [
    "define-issue",
    ["Closure", "The bay remains closed"],
    {},
    (r) => r.issues.find(({ id }) => id === "closure")?.terms,
    ["The bay remains closed"],
  ],
  [
    "define-issue",
    ["Ban", "a fishing ban in the bay"],
    {},
    (r) => r.positions.filter(({ issue }) => issue === "ban").map(({ stance }) => stance),
    ["demands"],
  ],
  [
    "set-position",
    [refused, "conditional"],
    {},
    (r) =>
      r.positions
        .filter(({ actor: who, issue }) => who === "ostrania" && issue === passage)
        .map(({ stance, decidedBy }) => [stance, decidedBy]),
    [["conditional", "Ada"]],
  ],
  [
    "set-position",
    ["ida-marlow", passage, "supports", "The bay remains closed"],
    { date: "2031-06-05" },
    (r) =>
      r.positions
        .filter(({ why }) => why.rule === "decision")
        .map(({ actor: who, stance, date }) => [who, stance, date]),
    [["veldonia", "supports", "2031-06-05"]],
  ],
  ["reject-position", [refused], {}, (r) => r.positions.some(({ id }) => id === refused), false],
  [
    "mark-furniture",
    ["The bay remains closed, Marlow added."],
    {},
    (r) => [statement(r, closed), document(r, "f-bay.txt")?.furniture.length, document(r, "f-bay.txt")?.decidedBy],
    [undefined, 1, "Ada"],
  ],
  [
    "set-published",
    ["f-bay.txt", "2031-06-07"],
    {},
    (r) => document(r, "f-bay.txt")?.published,
    { value: "2031-06-07", basis: "stated", evidence: [] },
  ],
  [
    "set-outlet",
    ["f-bay.txt", "The Gull"],
    {},
    (r) => [document(r, "f-bay.txt")?.outlet, document(r, "f-bay.txt")?.decidedBy],
    ["The Gull", "Ada"],
  ],
  ["confirm", [closed], {}, (r) => statement(r, closed)?.decidedBy, "Ada"],
  ["confirm", [talks], {}, (r) => r.events.find(({ id }) => id === talks)?.decidedBy, "Ada"],
  ["confirm", ["ida-marlow"], {}, (r) => r.actors.find(({ id }) => id === "ida-marlow")?.decidedBy, "Ada"],
];

describe("each kind has its effect", () => {
  test.each(rows)("%s %j", (kind, args, more, seen, expected) => {
    const { record, applied } = decided([entry(1, actionOf(kind, args, more))]);
    expect(applied.unmatched).toEqual([]);
    expect(record.problems.filter(({ stage }) => stage === "decisions")).toEqual([]);
    expect(seen(record)).toEqual(expected);
    expect(seen(base)).not.toEqual(expected);
    expect(changesBetween(base, record)).not.toEqual([]);
    expect(parseRecord(record, "the record")).toBe(record);
  });
  test("no kind is without a row, and each says what it takes", () => {
    expect([...new Set(rows.map(([kind]) => kind))].sort()).toEqual([...decisionKinds].sort());
    expect(kindsOfDecisions.filter(({ takes, about }) => takes === "" || about === "")).toEqual([]);
  });
});

describe("what a decision cannot be about", () => {
  test.each([
    ["frobnicate", ["x"], /no kind of decision/],
    ["merge-actors", ["league"], /takes: ACTOR ACTOR/],
    ["merge-actors", ["league", "League"], /Nothing to merge/],
    ["merge-events", [talks, talks], /Nothing to merge/],
    ["retype-actor", ["league", "planet"], /no kind of actor/],
    ["rename-actor", ["league", " "], /takes: ACTOR NAME/],
    ["date-event", [talks, "soonish"], /no date/],
    ["date-event", ["e-000000000000", "2031"], /no document has these words/],
    ["add-statement", ["Veldonia"], /stand at \d+ places/],
    ["split-actor", ["league", "Leagues"], /Nothing to split/],
    ["split-event", [council, "e-later.txt"], /Nothing to split/],
    ["reject-position", ["p-000000000000"], /no position has this id/],
    ["set-position", [refused, "hopes"], /no stance/],
    ["set-outlet", ["g.txt", "The Gull"], /no document has this id/],
  ])("%s %j", (kind, args, message) => {
    expect(() => actionOf(kind, args)).toThrow(InputError);
    expect(() => actionOf(kind, args)).toThrow(message);
  });
});

describe("what is not there any more", () => {
  const action = actionOf("date-statement", [closed, "2031-06-04"]);
  test("a decision whose words are gone is kept apart, with its words, and changes nothing", () => {
    const [on] = action.on;
    const gone = on && { ...action, on: [{ ...on, words: "The bay is open" }] };
    const { record, applied } = decided([entry(1, gone ?? action)]);
    expect(JSON.stringify(record)).toBe(JSON.stringify(base));
    expect(applied.unmatched).toEqual([{ id: "c-0001", why: expect.stringContaining("The bay is open") }]);
  });
  test("one of a kind that this version does not know is kept, and told", () => {
    const { record, applied } = decided([entry(1, { kind: "praise", on: [], value: "very much" })]);
    expect(JSON.stringify(record)).toBe(JSON.stringify(base));
    expect(applied.unmatched).toEqual([{ id: "c-0001", why: expect.stringContaining("“praise”") }]);
  });
  test("one on a statement that another rejected says that there is none", () => {
    const both = [entry(1, actionOf("reject-statement", [closed])), entry(2, action)];
    expect(decided(both).applied.unmatched).toEqual([{ id: "c-0002", why: expect.stringContaining("no statement") }]);
  });
  test("one whose words name no actor there is a problem of the record", () => {
    const [on] = actionOf("mark-furniture", ["remains closed"]).on;
    const { record } = decided([entry(1, { kind: "retype-actor", on: on ? [on] : [], to: "body" })]);
    expect(record.problems.filter(({ stage }) => stage === "decisions").map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Decision c-0001: /),
    ]);
  });
});
