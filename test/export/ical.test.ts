// iCalendar: read back with ical.js, the parser of Thunderbird.
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { folded } from "../../src/export/fold.js";
import { legal } from "../../src/export/xml.js";
import { edtf } from "../../src/model/edtf.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

type Entry = InstanceType<typeof ICAL.Event>;
const calendarOf = async (record: ParleyRecord) =>
  new ICAL.Component(ICAL.parse(await textOf("ical", record)) as unknown[]);
const entriesOf = async (record: ParleyRecord): Promise<Entry[]> =>
  (await calendarOf(record)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const propertyOf = (entry: Entry | undefined, name: string): string =>
  String(entry?.component.getFirstPropertyValue(name));

describe("iCalendar", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s is a calendar with the properties that RFC 5545 demands", async (_, record) => {
    const calendar = await calendarOf(record);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toBeTruthy();
    const entries = await entriesOf(record);
    expect(entries.length).toBeGreaterThan(0);
    const uids = entries.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const entry of entries) {
      const event = record.events.find(({ id }) => entry.uid === `${id}@parley.invalid`);
      expect(event).toBeDefined();
      expect(propertyOf(entry, "dtstamp")).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      expect(entry.description).toMatch(/, \d{4}-\d\d-\d\d: “.+”/); // outlet, day and words of a report
    }
  });
  test("every line is at most 75 bytes and ends in CR LF", async () => {
    const text = await textOf("ical", fixture);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });
  test("a line of any characters is folded between them and unfolds to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 30, maxLength: 400 }), (text) => {
        const line = text.toWellFormed().replace(/[\r\n]/g, "");
        const parts = folded(`${line}\r\nEND`).split("\r\n");
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.join("\r\n").replaceAll("\r\n ", "")).toBe(`${line}\r\nEND`);
        for (const part of parts) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });
  test.each([
    ["happened", null, "CONFIRMED"],
    ["planned", null, "TENTATIVE"],
    ["planned", "lapsed", "TENTATIVE"],
    ["planned", "cancelled", "CANCELLED"],
    ["planned", "moved", "CANCELLED"], // the entry of its new day is another
    ["cancelled", null, "CANCELLED"],
    ["denied", null, "CANCELLED"],
    ["hypothetical", null, "TENTATIVE"],
    ["unknown", null, "TENTATIVE"],
  ] as const)("what is %s (plan: %s) is %s", async (status, fate, expected) => {
    const [entry] = await entriesOf(withEvent({ status, plan: fate && { announced: [], fate } }));
    expect(propertyOf(entry, "status")).toBe(expected);
  });
  test.each([
    ["2022-01-10", "2022-01-10", "2022-01-11", "talks"],
    ["2022-01-10/2022-01-13", "2022-01-10", "2022-01-14", "talks (10–13 January 2022)"],
    ["2022-02", "2022-02-01", "2022-03-01", "talks (February 2022)"],
    ["2022-01-10~", "2022-01-10", "2022-01-11", "talks (about 10 January 2022)"],
    ["2022-01-10T09:30:00+03:00", "2022-01-10T06:30:00Z", "2022-01-10T08:00:00Z", "talks"],
    ["2022-01-10T23:30Z", "2022-01-10T23:30:00Z", "2022-01-11T01:00:00Z", "talks"],
    ["2022-01-10T09:30", "2022-01-10T09:30:00", "2022-01-10T11:00:00", "talks"],
  ])("%s stands from %s to %s", async (value, start, end, summary) => {
    const [entry] = await entriesOf(withEvent({ date: edtf(value), duration: "PT1H30M", label: "talks" }));
    expect([entry?.startDate.toString(), entry?.endDate.toString(), entry?.summary]).toEqual([start, end, summary]);
    expect(entry?.startDate.isDate).toBe(!value.includes("T"));
    expect(propertyOf(entry, "x-parley-edtf")).toBe(value);
  });
  test("a time without an offset is the same in every time zone", async () => {
    const { TZ } = process.env;
    try {
      const written = new Set<string>();
      for (const zone of ["UTC", "Asia/Tokyo", "America/New_York"]) {
        process.env.TZ = zone;
        expect(new Date(2022, 0, 10).getTimezoneOffset()).toBe({ UTC: 0, "Asia/Tokyo": -540 }[zone] ?? 300);
        written.add(await textOf("ical", withEvent({ date: edtf("2022-01-10T09:30") })));
      }
      expect(written.size).toBe(1);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });
  test.each([["2014"], ["2016/.."], ["../2016"], ["2022-01/2022-12"], [null]])(
    "%s is no entry, and counted",
    async (value) => {
      const record = withEvent({ date: value === null ? null : edtf(value) });
      expect((await entriesOf(record)).map(({ uid }) => uid)).not.toContain(`${record.events[0]?.id}@parley.invalid`);
      expect((await calendarOf(record)).getFirstPropertyValue("x-wr-caldesc")).toMatch(/^2 of 5 events/);
    },
  );
  test("any text comes back as it was, on one property", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const label = text.replace(/\r\n?/g, "\n");
        const entries = await entriesOf(withEvent({ date: edtf("2022-01-10"), label }, text));
        expect(entries.length).toBe(4);
        expect(propertyOf(entries[0], "summary")).toBe(legal(label));
      }),
      { numRuns: 50 },
    );
  });
});
