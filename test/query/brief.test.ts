// The brief: every line that tells something cites who tells it, nothing of a report is copied, a day cuts what is new, and as
// few words as asked for are written.
import { describe, expect, test } from "vitest";
import type { Edtf } from "../../src/model/edtf.js";
import { type BriefOptions, briefOf } from "../../src/query/brief.js";
import { lookupOf } from "../../src/query/lookup.js";
import { record } from "./record.js";

const options: BriefOptions = { since: null, words: 400, dateText: (date) => date };
const brief = (more: Partial<BriefOptions> = {}) => briefOf(lookupOf(record), { ...options, ...more });

describe("brief", () => {
  test("all lines but the first cite sources, and all that are cited are listed", () => {
    const { background, fresh, moved, ahead, sources } = brief({ since: "2000-01-01" as Edtf });
    const lines = [...background.slice(1), ...fresh, ...moved, ...ahead];
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.sources.length, line.text).toBeGreaterThan(0);
    const known = new Set(sources.map(({ number }) => number));
    for (const number of lines.flatMap((line) => line.sources)) expect(known.has(number)).toBe(true);
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, index) => index + 1));
  });
  test("no sentence of a report stands in it", () => {
    const { background, fresh, moved, ahead } = brief({ since: "2000-01-01" as Edtf });
    const written = [...background, ...fresh, ...moved, ...ahead].map(({ text }) => text).join(" ");
    for (const { text } of record.documents)
      for (const sentence of text.split(/(?<=[.!?])\s+/)) expect(written).not.toContain(sentence);
  });
  test("a later day leaves less that is new; without a day nothing is", () => {
    expect(brief().fresh).toEqual([]);
    expect(brief({ since: "2999-01-01" as Edtf }).fresh).toEqual([]);
  });
  test("fewer words give fewer lines, and never none", () => {
    const short = brief({ words: 20 }).background;
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThan(brief().background.length);
  });
  test("the same record gives the same brief", () => {
    expect(brief()).toEqual(brief());
  });
});
