// Long reports in parts: the parts are the text, and every link to words leads to the part that holds them.
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { RecordDocument } from "../../src/model/record.js";
import { documentPage } from "../../src/pages/document.js";
import { layout } from "../../src/pages/layout.js";
import { linkTo, partsOf } from "../../src/pages/places.js";
import { contextFor, idOf, record } from "./fixture.js";

const model = record.documents.find(({ id }) => id === idOf("held"));
if (!model) throw new Error("the fixture lacks a report");
const withText = (text: string): RecordDocument => ({ ...model, text, novelty: [], furniture: [] });

test("the parts are the text, and none is long unless one line is", () => {
  const line = fc.string({ maxLength: 900 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const text = lines.join("\n");
      const parts = partsOf(withText(text));
      expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      for (const { start, end } of parts) expect(text.slice(start, end).trimEnd().length).toBeLessThanOrEqual(6900);
    }),
    { numRuns: 60 },
  );
});

describe("a long report", () => {
  const before = Array.from(
    { length: 90 },
    (_, at) => `Line ${at} of a long live report that tells one thing after the other, at length and in order.`,
  );
  const shift = `${before.join("\n")}\n`.length;
  const moved = JSON.parse(JSON.stringify(record), (_, value) =>
    value?.doc === model.id ? { ...value, start: value.start + shift, end: value.end + shift } : value,
  ) as typeof record;
  const long = {
    ...moved,
    documents: moved.documents.map((document) =>
      document.id === model.id ? { ...document, text: `${before.join("\n")}\n${model.text}` } : document,
    ),
  };
  const context = contextFor(long);
  const page = (query: string) => {
    const content = documentPage(context, model.id, new URLSearchParams(query));
    if (!content) throw new Error("no page");
    return parseHTML(layout(context, content)).document;
  };
  test("stands in parts, with the way from one to the next", () => {
    expect(page("").querySelector(".sum")?.textContent).toBe("Part 1 of 2: a long report.");
    expect(page("").querySelector("a[rel=next]")?.getAttribute("href")).toContain("page=2");
    expect(page("page=2").querySelector("a[rel=next]")).toBeNull();
  });
  test("every link to its words leads to the part in which they are a place", () => {
    const spans = context.index.spansIn(model.id);
    expect(spans.length).toBeGreaterThan(5);
    for (const span of spans) {
      const { search, hash } = new URL(linkTo(context, span), "http://localhost");
      expect(page(search.slice(1)).getElementById(hash.slice(1)), `${search} ${hash}`).not.toBeNull();
    }
  });
});
