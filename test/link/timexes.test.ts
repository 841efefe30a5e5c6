// Time expressions of the record say which rule found them and what their implied parts were counted from.
import { describe, expect, it } from "vitest";
import { linkTimexes } from "../../src/link/timexes.js";
import type { Document } from "../../src/model/document.js";
import type { Reading } from "../../src/model/reading.js";
import { found } from "../time/found.js";

const text =
  "On Monday they met, and the next day they parted. Between March and April 2018 they will meet for two hours.";
const record = linkTimexes([
  {
    document: { id: "d-000000000001", text } as unknown as Document,
    reading: { timexes: found(text) } as unknown as Reading,
  },
]);

describe("why a time expression means what it means", () => {
  it("names the rule, and the source of what is implied", () => {
    expect(record.map(({ span, why }) => [text.slice(span.start, span.end), why.rule, why.score])).toEqual([
      ["Monday", "weekday: counted from the day of publication, which the words beside it look back from", 0.95],
      ["the next day", "relative: counted from what the report told before", 0.85],
      ["March", "month: counted from the date that it shares a range or list with", 0.95],
      ["April 2018", "month", null],
      ["two hours", "duration", null],
    ]);
  });

  it("gives the two ends of a range one id", () => {
    const [march, april] = record.filter(({ value }) => value.startsWith("2018"));
    expect(march?.range).not.toBeNull();
    expect(march?.range).toBe(april?.range);
  });
});
