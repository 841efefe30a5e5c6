// Who tells what, first, otherwise; who cites whom; what came again; who met whom; what is new since a day.
import { describe, expect, test } from "vitest";
import { edtf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId } from "../../src/model/ids.js";
import { pairsIn } from "../../src/query/company.js";
import { citations, coverageRows, outletRows, reprintsIn } from "../../src/query/coverage.js";
import { lookupOf } from "../../src/query/lookup.js";
import { newsSince, usualSince } from "../../src/query/news.js";
import { idOf, record } from "../pages/fixture.js";

const look = lookupOf(record);
const outlet = (id: DocumentId): string => look.outlet(id);

describe("coverage", () => {
  const rows = coverageRows(look, outlet);
  const talks = rows.find(({ event }) => event.id === "e-00000000000b");
  test("who tells it first is the earliest report, nobody else", () => {
    expect(talks?.told.get("Fennwire")?.isFirst).toBe(true);
    expect(talks?.told.get("The Sable Courier")?.isFirst).toBe(false);
  });
  test("otherwise: the value that fewer reports tell", () => {
    expect(talks?.told.get("The Sable Courier")?.otherwise).toEqual(["duration"]);
    expect(talks?.told.get("Fennwire")?.otherwise).toEqual([]);
  });
  test("outlets are counted, those with the most reports first", () => {
    const outlets = outletRows(look, rows, outlet);
    expect(outlets[0]).toMatchObject({ outlet: "Fennwire", reprints: 0 });
    expect(outlets.find((one) => one.outlet.startsWith("Brennland"))).toMatchObject({ reprints: 1, first: 0 });
    expect(outlets.reduce((sum, { documents }) => sum + documents.length, 0)).toBe(record.documents.length);
  });
  test("the chain of a statement is a citation, a reprint stands under its original", () => {
    expect(citations(look, outlet).map(({ outlet: from, source }) => [from, source])).toContainEqual([
      "The Sable Courier",
      "Fennwire",
    ]);
    expect(reprintsIn(look).map(({ original, again }) => [original.id, again.map(({ id }) => id)])).toEqual([
      [idOf("held"), [idOf("reprint")]],
    ]);
  });
});

describe("pairs", () => {
  const talks = record.events.filter(({ kind }) => kind === "meeting");
  test("those who take part together, the most often first; nobody with himself", () => {
    const pairs = pairsIn(talks, (id) => [id]);
    expect(pairs[0]).toMatchObject({ a: "aldovia", b: "brennland" });
    for (const { a, b } of pairs) expect(a < b).toBe(true);
    for (const [index, pair] of pairs.entries())
      expect(pair.events.length).toBeLessThanOrEqual(pairs[index - 1]?.events.length ?? Infinity);
  });
  test("counted for whom they stand for", () => {
    expect(pairsIn(talks, () => ["one" as ActorId])).toEqual([]);
    expect(pairsIn(talks, () => [])).toEqual([]);
  });
});

describe("news", () => {
  test("the usual day is the one before the last report", () => {
    expect(usualSince(record)).toBe("2023-03-07");
    expect(usualSince({ ...record, documents: [] })).toBeNull();
  });
  test("since a day: reports after it, events only they tell, events that were told otherwise", () => {
    const news = newsSince(record, edtf("2023-03-01"));
    expect(news.reports.map(({ document }) => document.published.value)).toEqual([
      "2023-03-08",
      "2023-03-07",
      "2023-03-07",
    ]);
    expect(news.changed.map(({ event, before }) => [event.id, before])).toContainEqual(["e-00000000000b", "planned"]);
    for (const { reports } of news.first) for (const { span } of reports) expect(span.doc).not.toBe(idOf("preview"));
    expect(news.discrepancies.length).toBe(1);
  });
  test("after the last report nothing is new; an undated report never is", () => {
    const none = newsSince(record, edtf("2023-03-08"));
    expect([none.reports, none.first, none.changed, none.positions, none.discrepancies].flat()).toEqual([]);
    const all = newsSince(record, edtf("1900"));
    expect(all.reports.map(({ document }) => document.id)).not.toContain(idOf("odd"));
  });
  test("recycled sentences are no news", () => {
    const reprint = newsSince(record, edtf("2023-03-07")).reports[0];
    expect(reprint?.fresh).toEqual([]);
    expect(reprint?.recycled).toBeGreaterThan(0);
  });
});
