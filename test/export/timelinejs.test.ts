// TimelineJS: the fields that timeline.knightlab.com/docs/json-format.html documents, as a schema that knows no others.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { edtf } from "../../src/model/edtf.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

const date = z.strictObject({
  year: z.int().min(-271820).max(275760),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  hour: z.int().min(0).max(23).optional(),
  minute: z.int().min(0).max(59).optional(),
  second: z.int().min(0).max(59).optional(),
  millisecond: z.int().min(0).max(999).optional(),
  display_date: z.string().optional(),
});
const text = z.strictObject({ headline: z.string().optional(), text: z.string().optional() });
const media = z.strictObject({
  url: z.string(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  thumbnail: z.string().optional(),
  alt: z.string().optional(),
  title: z.string().optional(),
  link: z.string().optional(),
  link_target: z.string().optional(),
});
const slide = z.strictObject({
  start_date: date,
  end_date: date.optional(),
  text: text.optional(),
  media: media.optional(),
  group: z.string().optional(),
  display_date: z.string().optional(),
  background: z
    .strictObject({ url: z.string().optional(), alt: z.string().optional(), color: z.string().optional() })
    .optional(),
  autolink: z.boolean().optional(),
  unique_id: z.string().optional(),
});
const era = z.strictObject({ start_date: date, end_date: date, text: text.optional() });
const timeline = z.strictObject({
  events: z.array(slide),
  title: slide.partial({ start_date: true }).optional(),
  eras: z.array(era).optional(),
  scale: z.enum(["human", "cosmological"]).optional(),
});

const read = async (record: typeof fixture) => timeline.parse(JSON.parse(await textOf("timelinejs", record)));

describe("TimelineJS", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s has the documented fields only, and a slide for each dated event", async (_, record) => {
    const { events } = await read(record);
    expect(events.map(({ unique_id }) => unique_id)).toEqual(
      record.events.filter((event) => event.date !== null).map(({ id }) => id),
    );
    for (const one of events) expect(one.text?.text).toMatch(/: “.+”/);
  });
  test.each([
    ["2022", { start_date: { year: 2022 } }, "2022"],
    ["2022-01", { start_date: { year: 2022, month: 1 } }, "January 2022"],
    ["2022-01-10", { start_date: { year: 2022, month: 1, day: 10 } }, "10 January 2022"],
    ["2022-01-10~", { start_date: { year: 2022, month: 1, day: 10 } }, "about 10 January 2022"],
    [
      "2022-01-10T09:30+03:00",
      { start_date: { year: 2022, month: 1, day: 10, hour: 9, minute: 30 } },
      "10 January 2022, 09:30",
    ],
    [
      "2022-01-10/2022-01-13",
      { start_date: { year: 2022, month: 1, day: 10 }, end_date: { year: 2022, month: 1, day: 13 } },
      "10–13 January 2022",
    ],
    [
      "2022-01/2022-02",
      { start_date: { year: 2022, month: 1 }, end_date: { year: 2022, month: 2, day: 28 } },
      "January 2022 – February 2022",
    ],
    ["2016/..", { start_date: { year: 2016 } }, "since 2016"],
    ["../2016-05", { start_date: { year: 2016, month: 5 } }, "until May 2016"],
  ])("the date %s keeps its precision", async (value, dates, words) => {
    const { events } = await read(withEvent({ date: edtf(value) }));
    expect(events[0]).toMatchObject({ ...dates, display_date: words });
    expect(Object.keys(events[0]?.start_date ?? {})).toEqual(Object.keys(dates.start_date));
    expect(events[0]?.end_date === undefined).toBe(!("end_date" in dates));
  });
  test("lanes keep planned, happened and cancelled apart; the title counts what has no date", async () => {
    const { events, title } = await read(fixture);
    expect(events.map(({ group }) => group)).toEqual(["Happened", "Happened", "Cancelled", "Planned"]);
    expect(title?.text?.text).toContain("1 undated event is not shown.");
  });
  test("words of reports make no markup in slides", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const { events, title } = await read(withEvent({ label, outcome: label }, label));
        for (const words of [events[0]?.text?.headline, events[0]?.text?.text, title?.text?.headline])
          expect(words?.replaceAll(/<\/?p>/g, "")).not.toMatch(/[<>"]/);
      }),
      { numRuns: 50 },
    );
  });
});
