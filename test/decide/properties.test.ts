// What holds for any decisions: undone in reverse they leave the first record, byte for byte; neither the order of intake nor
// that of two logs matters; texts that moved and readings that changed keep them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinkInput } from "../../src/link/input.js";
import type { Action, Decision } from "../../src/model/decision.js";
import { sha256 } from "../../src/model/ids.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { parseRecord } from "../../src/model/schema.js";
import { actionOf, base, decided, entry, inputs, lineWith } from "./inputs.js";

const bytes = (decisions: readonly Decision[], given = inputs): string =>
  JSON.stringify(decided(decisions, given).record);
const eventOn = (day: string): string =>
  base.events.find(({ date, kind }) => date === day && kind === "meeting")?.id ?? "";
const closed = lineWith("The bay remains closed", "statements");
const issues = base.issues.map(({ id }) => id);
const [position = ""] = base.positions.map(({ id }) => id);

/** Decisions of every kind, all made on the record without any. */
const pool: readonly Action[] = [
  actionOf("merge-actors", ["league", "ostrania"]),
  actionOf("merge-actors", ["ida-marlow", "piet-tessen"]),
  actionOf("split-actor", ["ida-marlow", "f-bay.txt"]),
  actionOf("split-actor", ["piet-tessen", "Tessen"]),
  actionOf("rename-actor", ["league", "League of Towns"]),
  actionOf("retype-actor", ["league", "body"]),
  actionOf("speaks-for", ["ida-marlow", "league"]),
  actionOf("speaks-for", ["piet-tessen"]),
  actionOf("reject-statement", [closed]),
  actionOf("attribute-statement", [closed, "piet-tessen"]),
  actionOf("attribute-statement", [closed, "league"]),
  actionOf("date-statement", [closed, "2031-06-04"]),
  actionOf("add-statement", ["Nothing is agreed", "piet-tessen"], { date: "2031-06-04" }),
  actionOf("merge-events", [eventOn("2031-03-10"), eventOn("2031-03-12")]),
  actionOf("split-event", [eventOn("2031-03-10"), "c-other.txt"]),
  actionOf("date-event", [eventOn("2031-03-10"), "2031-03-11"]),
  actionOf("retype-event", [eventOn("2031-03-09"), "visit"]),
  actionOf("reject-event", [eventOn("2031-03-12")]),
  actionOf("name-issue", [issues[0] ?? "", "Passage"]),
  actionOf("merge-issues", issues.slice(0, 2)),
  actionOf("define-issue", ["Ban", "a fishing ban in the bay"]),
  actionOf("set-position", [position, "conditional"]),
  actionOf("reject-position", [position]),
  actionOf("mark-furniture", ["Share this page with friends of Veldonia."]),
  actionOf("set-published", ["f-bay.txt", "2031-06-07"]),
  actionOf("set-outlet", ["f-bay.txt", "The Gull"]),
];
const action = fc.constantFrom(...pool);
const author = fc.constantFrom("Ada", "Ben");
const logOf = (written: readonly (readonly [Action, string])[], from = 1): readonly Decision[] =>
  written.map(([what, who], index) => entry(from + index, what, { author: who }));
const someLog = fc.array(fc.tuple(action, author), { maxLength: 6 });

test("any decisions undone in reverse leave the first record, byte for byte, and every one between", () => {
  fc.assert(
    fc.property(someLog, (written) => {
      const log: Decision[] = [];
      const stages: string[] = [bytes([])];
      for (const decision of logOf(written)) {
        log.push(decision);
        stages.push(bytes(log));
      }
      for (const decision of [...log].reverse()) {
        stages.pop();
        log.push(entry(log.length + 1, { kind: "withdraw", on: [] }, { supersedes: decision.id }));
        expect(bytes(log)).toBe(stages.at(-1));
      }
      expect(bytes(log)).toBe(JSON.stringify(base));
    }),
    { numRuns: 25 },
  );
});

test("a withdrawal that is withdrawn puts the decision in force again", () => {
  const [first, second, third] = [
    entry(1, pool[4] ?? { kind: "withdraw", on: [] }),
    entry(2, { kind: "withdraw", on: [] }, { supersedes: "c-0001" }),
    entry(3, { kind: "withdraw", on: [] }, { supersedes: "c-0002" }),
  ];
  expect(bytes([first, second])).toBe(bytes([]));
  expect(bytes([first, second, third])).toBe(bytes([first]));
  expect(bytes([first])).not.toBe(bytes([]));
});

const orders = fc.shuffledSubarray([...inputs], { minLength: inputs.length, maxLength: inputs.length });
test("the order of intake decides nothing, and the record is one that the schema takes", () => {
  fc.assert(
    fc.property(someLog, orders, (written, shuffled) => {
      const { record } = decided(logOf(written), shuffled);
      expect(JSON.stringify(record)).toBe(bytes(logOf(written)));
      expect(parseRecord(record, "the record")).toBe(record);
    }),
    { numRuns: 25 },
  );
});

test("two logs merged are the same in either order, however they are interleaved", () => {
  fc.assert(
    fc.property(someLog, someLog, fc.infiniteStream(fc.boolean()), (mine, theirs, coin) => {
      const [a, b] = [logOf(mine), logOf(theirs, 4)]; // some of the same time
      const other = b.map((decision) => ({ ...decision, id: `${decision.id}-b` }));
      const mixed: Decision[] = [];
      const [left, right] = [[...a], [...other]];
      while (left.length + right.length > 0) {
        const next = (coin.next().value && left.length > 0 ? left : right).shift() ?? left.shift();
        if (next) mixed.push(next);
      }
      expect(bytes([...other, ...a])).toBe(bytes([...a, ...other]));
      expect(bytes(mixed)).toBe(bytes([...a, ...other]));
      expect(bytes([...a, ...other, ...a])).toBe(bytes([...a, ...other]));
    }),
    { numRuns: 20 },
  );
});

/** Everything in a value that stands in a text, moved by so many letters. */
function moved<T>(value: T, by: number): T {
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, by)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    (name === "start" || name === "end") && typeof inner === "number" ? inner + by : moved(inner, by),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A report whose text begins with other words, as a newer reader of its page may give it. */
function under(head: string): (input: LinkInput) => LinkInput {
  return ({ document, reading }) => {
    const text = head + document.text;
    return {
      document: { ...moved(document, head.length), text, textHash: sha256(text) },
      reading: moved(reading, head.length),
    };
  };
}

/** A reading that cuts what is said a word shorter, and lists it in another order. */
function readOtherwise({ document, reading }: LinkInput): LinkInput {
  const attributions = [...reading.attributions].reverse().map((one) => ({
    ...one,
    content: one.content.map(({ start, end }) => {
      const cut = document.text.slice(start, end).lastIndexOf(" ");
      return { start, end: cut > 0 ? start + cut : end };
    }),
  }));
  return { document, reading: { ...reading, attributions } };
}

/** A reading that takes the mark after a word for a part of it, as another tokenisation may. */
function cutOtherwise({ document, reading }: LinkInput): LinkInput {
  const wider = <T extends { readonly start: number; readonly end: number }>(range: T): T =>
    /[.,;:’'”)]/u.test(document.text.charAt(range.end)) ? { ...range, end: range.end + 1 } : range;
  return {
    document,
    reading: {
      ...reading,
      sentences: reading.sentences.map(wider),
      mentions: reading.mentions.map(wider),
      attributions: reading.attributions.map((one) => ({
        ...one,
        content: one.content.map(wider),
        cue: one.cue && wider(one.cue),
        source: one.source && wider(one.source),
      })),
      events: reading.events.map((event) => ({ ...wider(event), trigger: wider(event.trigger) })),
      stances: reading.stances.map((stance) => wider(stance)),
    },
  };
}

/** A record without offsets and what is made of them: who, when, what. */
const gist = ({ actors, statements, events, issues: matters, positions, documents }: ParleyRecord): unknown => ({
  documents: documents.map(({ outlet, published, furniture, decidedBy }) => [
    outlet,
    published.value,
    furniture.length,
    decidedBy,
  ]),
  actors: actors.map(({ id, kind, memberOf, decidedBy }) => [id, kind, memberOf.map(({ actor }) => actor), decidedBy]),
  statements: statements.map(({ speakers, date, decidedBy }) => JSON.stringify([speakers, date, decidedBy])).sort(),
  events: events.map(({ kind, date, status, decidedBy }) => JSON.stringify([kind, date, status, decidedBy])).sort(),
  issues: matters.map(({ id, decidedBy }) => [id, decidedBy]),
  positions: positions
    .map(({ actor, issue, stance, decidedBy }) => JSON.stringify([actor, issue, stance, decidedBy]))
    .sort(),
});

describe("decisions hold when", () => {
  test.each([
    ["texts moved", under("Skip to content. Veldonia, Ostrania, Marlow and Tessen in the news.\n\n")],
    ["texts moved by more than they are long", under(`${"All news of the day. ".repeat(60)}\n\n`)],
    ["another reader cuts what is said otherwise, and lists it otherwise", readOtherwise],
    ["words are cut otherwise", cutOtherwise],
    ["all of that at once", (input: LinkInput) => cutOtherwise(readOtherwise(under("Skip to content.\n\n")(input)))],
  ])("%s", (_, change) => {
    fc.assert(
      fc.property(someLog, orders, (written, shuffled) => {
        const log = logOf(written);
        const [before, after] = [decided(log), decided(log, shuffled.map(change))];
        expect(after.applied.unmatched.map(({ id }) => id)).toEqual(before.applied.unmatched.map(({ id }) => id));
        expect(gist(after.record)).toEqual(gist(before.record));
      }),
      { numRuns: 25 },
    );
  });

  test("the report is taken in again from another address", () => {
    const away = inputs.map(({ document, reading }) => {
      if (document.uri !== "f-bay.txt") return { document, reading };
      const id = "d-aaaaaaaaaaaa" as typeof document.id;
      return { document: { ...document, id, uri: "g.txt" }, reading: { ...reading, document: id } };
    });
    const { record, applied } = decided([entry(1, actionOf("date-statement", [closed, "2031-06-04"]))], away);
    expect(applied.unmatched).toEqual([]);
    expect(record.statements.filter(({ decidedBy }) => decidedBy === "Ada").map(({ date }) => date)).toEqual([
      "2031-06-04",
    ]);
  });
});
