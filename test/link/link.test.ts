// The record out of hand-made readings: rounds told by several reports, plans, look-alikes, series, states; and the same
// bytes in any order of intake.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkWords } from "../../src/lang/en/link.js";
import { link } from "../../src/link/link.js";
import { boundsOf } from "../../src/model/edtf.js";
import { parseRecord } from "../../src/model/schema.js";
import { dossier, reports } from "./dossier.js";

const options = { title: "A test", reader: "by hand", words: linkWords() };
const record = link(dossier, [], options);
const meeting = (date: string) => record.events.find((event) => event.kind === "meeting" && event.date === date);
const uriOf = new Map(record.documents.map(({ id, uri }) => [id, uri]));

describe("events told by several reports", () => {
  test("a round planned in one report and told as held in others is one event", () => {
    const talks = meeting("2031-03-10");
    expect(talks?.reports.map(({ span, statusAsTold }) => [uriOf.get(span.doc), statusAsTold])).toEqual([
      ["a-preview.txt", "planned"],
      ["b-wire.txt", "happened"],
      ["b-wire.txt", "happened"],
      ["d-reprint.txt", "happened"],
      ["c-other.txt", "happened"],
    ]);
    expect(talks).toMatchObject({
      status: "happened",
      basis: "told",
      place: "Brennick",
      duration: "PT8H",
      plan: { fate: "held" },
    });
    expect(talks?.sources).toEqual({ reports: 4, outlets: 4, independent: 3 });
  });

  test("a council's meeting is that of its parties", () => {
    const meetings = record.events.filter(({ date }) => date === "2031-03-12");
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.participants.map(({ actor }) => actor).sort()).toEqual([
      "league",
      "veldonia",
      "veldonia-league-council",
    ]);
  });

  test("the eve of the talks is not the talks; persons stand where persons meet", () => {
    const dinner = meeting("2031-03-09");
    expect(dinner?.plan?.fate).toBe("held");
    expect(dinner?.participants.map(({ actor }) => actor)).toEqual(["ida-marlow", "piet-tessen"]);
  });

  test("no two events share a span, and every event has an id of its own", () => {
    const spans = record.events.flatMap(({ id, reports: told }) =>
      told.map(({ span }) => [`${span.doc},${span.start},${span.end}`, id] as const),
    );
    expect(new Map(spans).size).toBe(spans.length);
    expect(new Set(record.events.map(({ id }) => id)).size).toBe(record.events.length);
  });
});

describe("what stands between the lines", () => {
  test("summed rounds make a series", () => {
    expect(record.series.map(({ events }) => events)).toEqual([[meeting("2031-03-10")?.id, meeting("2031-03-12")?.id]]);
  });

  test("durations that cannot both be right contradict each other", () => {
    expect(
      record.discrepancies.map(({ event, attribute, kind, values }) => [
        event,
        attribute,
        kind,
        values.map(({ value }) => value),
      ]),
    ).toEqual([[meeting("2031-03-10")?.id, "duration", "contradiction", ["almost eight hours", "about six hours"]]]);
  });

  test("the state of a track at dates", () => {
    const at = (day: string, between: string) =>
      record.state
        .filter((line) => line.between.join("+") === between && boundsOf(line.from).first <= Date.parse(day) / 864e5)
        .at(-1)?.state;
    expect(at("2031-03-09", "ostrania+veldonia")).toBe("scheduled");
    expect(at("2031-03-13", "league+veldonia")).toBe("inconclusive");
    expect(at("2031-06-03", "ostrania+veldonia")).toBe("closed");
    expect(at("2031-03-01", "ostrania+veldonia")).toBeUndefined();
  });

  test("one saying in two wordings is one utterance", () => {
    const said = record.utterances.filter(({ statements }) => statements.length > 1);
    expect(said.map(({ speakers, wordings }) => [speakers, wordings.length])).toEqual([[["ida-marlow"], 2]]);
  });

  test("a reprint tells nothing new", () => {
    const copy = record.documents.find(({ uri }) => uri === "d-reprint.txt");
    expect(copy?.duplicateOf).toBe(reports.wire.document.id);
    expect(copy?.novelty.map(({ kind }) => kind)).toEqual(["recycled", "recycled", "recycled", "recycled", "recycled"]);
  });
});

describe("the order of intake decides nothing", () => {
  test("50 shuffles give identical bytes", () => {
    const bytes = JSON.stringify(record);
    const orders = fc.shuffledSubarray([...dossier], { minLength: dossier.length, maxLength: dossier.length });
    fc.assert(
      fc.property(orders, (shuffled) => JSON.stringify(link(shuffled, [], options)) === bytes),
      { numRuns: 50 },
    );
  });

  test("a report taken in twice stands once", () => {
    expect(JSON.stringify(link([...dossier, ...dossier], [], options))).toBe(JSON.stringify(record));
  });
});

test("a decision that matches nothing breaks nothing", () => {
  const decision = {
    id: "x",
    at: "2031-04-01T00:00:00Z",
    author: "A",
    reason: null,
    supersedes: null,
    action: {
      kind: "merge",
      on: [{ span: { doc: reports.wire.document.id, start: 0, end: 5 }, words: "gone" }],
      value: null,
    },
  };
  expect(JSON.stringify(link(dossier, [decision], options))).toBe(JSON.stringify(record));
});

test("an empty dossier has an empty record", () => {
  expect(link([], [], options)).toMatchObject({
    dossier: { documents: 0, from: null, to: null },
    documents: [],
    events: [],
    state: [],
  });
});

test("the record is one that the schema takes, its keys in the order of the schema", () => {
  const parsed = parseRecord(JSON.parse(JSON.stringify(record)), "record.json");
  expect(JSON.stringify(parsed)).toBe(JSON.stringify(record));
});
