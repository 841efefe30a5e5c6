// Every line of the tables of events tells its example and leaves its counter-example alone.
import { describe, expect, it } from "vitest";
import { eventActRows, eventRows, retoldNounRows } from "../../../src/lang/en/events.js";
import { lineOf, readText } from "./reading.js";

const isOfRow = (rule: string, name: string): boolean => rule.split("/").includes(name);

describe("tables of events", () => {
  it.each(eventRows().map((row) => [`${row.table} ${row.name}`, row] as const))("%s", async (_name, row) => {
    const told = await readText(row.example);
    const found = told.reading.events.filter((event) => isOfRow(event.why.rule, row.name));
    expect(
      found.length,
      `${row.example} → ${told.reading.events.map((event) => `${event.why.rule}: ${lineOf(told, event)}`).join("; ")}`,
    ).toBeGreaterThan(0);
    if (row.table !== "events-support.txt") expect(found[0]?.kind).toBe(row.kind);
    const counter = await readText(row.counter);
    expect(
      counter.reading.events
        .filter((event) => isOfRow(event.why.rule, row.name))
        .map((event) => lineOf(counter, event)),
    ).toEqual([]);
  });
});

describe("events-acts.txt: what a day makes an event", () => {
  const kindsOf = async (text: string): Promise<string[]> =>
    (await readText(text)).reading.events.map(({ kind }): string => kind);
  it.each(eventActRows().map((row) => [`${row.kind}: ${row.example}`, row] as const))("%s", async (_name, row) => {
    if (row.kind === "none") {
      expect(await kindsOf(row.example)).toEqual([]);
      expect(await kindsOf(row.counter)).not.toEqual([]);
    } else {
      expect(await kindsOf(row.example)).toContain(row.kind);
      expect(await kindsOf(row.counter)).not.toContain(row.kind);
    }
  });
});

describe("events-retold.txt: nouns that tell one again", () => {
  const retold = async (text: string): Promise<string[]> =>
    ((await readText(text)).reading.retellings ?? [])
      .filter(({ why }) => why.rule.startsWith("retold/"))
      .map(({ kind }): string => kind);
  it.each(retoldNounRows().map((row) => [`${row.kind}: ${row.example}`, row] as const))("%s", async (_name, row) => {
    expect(await retold(row.example)).toContain(row.kind);
    expect(await retold(row.counter)).not.toContain(row.kind);
  });
});
