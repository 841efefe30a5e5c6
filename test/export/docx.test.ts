// Word: read back with mammoth; the archive is without a clock.

import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import mammoth from "mammoth";
import { describe, expect, test, vi } from "vitest";
import { dateWords } from "../../src/export/date-words.js";
import { docx } from "../../src/export/docx.js";
import { withoutDates } from "../../src/export/zip-dates.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { anyText, bytesOf, fixture, sample, withEvent } from "./written.js";

const htmlOf = async (record: ParleyRecord): Promise<string> => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: await bytesOf("docx", record) });
  expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  return value;
};
const unescaped = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Entries of an archive: name, date and time as they stand, and the text. */
function entriesOf(bytes: Buffer) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const entry = {
      name,
      stamps: [bytes.readUInt32LE(at + 12), bytes.readUInt32LE(local + 10)],
      text: (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"),
    };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
}

describe("Word", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: headings, a line for each event and statement, footnotes with the reports' words", async (_, record) => {
    const html = await htmlOf(record);
    const text = unescaped(html);
    for (const heading of ["Chronicle", "Statements", "Who is who", "Sources"])
      expect(html).toContain(`<h1>${heading}</h1>`);
    for (const { label, date } of record.events) {
      expect(text).toContain(label.replace(/\s+/g, " "));
      expect(text).toContain(dateWords(date));
    }
    const notes = html.match(/<li id="footnote-\d+">/g) ?? [];
    expect(notes.length).toBeGreaterThanOrEqual(record.events.length);
    expect(text).toMatch(/, \d{4}-\d\d-\d\d: “.+”/);
    for (const { uri } of record.documents) expect(text).toContain(uri);
  });
  test("a record that is too long for Word says what is left out, section by section", async () => {
    const [bytes] = await docx({ ...fixture, state: [] }, 7);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes ?? []) });
    expect(value).toContain("The river belongs to nobody"); // 5 events and 2 statements
    expect(value).toContain("4 more: a Word file holds 7 lines.");
    expect(value).toContain("6 more: a Word file holds 7 lines."); // of who is who
    expect(await htmlOf(fixture)).not.toContain("more: a Word file");
  });
  test("every part is well-formed, and has no clock", async () => {
    const entries = entriesOf(await bytesOf("docx", fixture));
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["word/document.xml", "word/footnotes.xml", "docProps/core.xml"]),
    );
    for (const { name, text, stamps } of entries) {
      expect([name, XMLValidator.validate(text)]).toEqual([name, true]);
      expect([name, ...stamps]).toEqual([name, 0x00210000, 0x00210000]);
    }
    expect(entries.find(({ name }) => name === "docProps/core.xml")?.text).toContain("2023-03-08T00:00:00Z");
  });
  test("the same bytes years later", async () => {
    const before = await bytesOf("docx", fixture);
    vi.useFakeTimers({ now: new Date("2035-05-05T05:05:05Z"), toFake: ["Date"] });
    try {
      expect((await bytesOf("docx", fixture)).equals(before)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
  test("any text is text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const entries = entriesOf(await bytesOf("docx", withEvent({ label }, label)));
        for (const { name, text } of entries) expect([name, XMLValidator.validate(text)]).toEqual([name, true]);
      }),
      { numRuns: 20 },
    );
  });
  test("what is no archive is refused", () => {
    expect(() => withoutDates(new Uint8Array(100))).toThrow(RangeError);
    expect(() => withoutDates(new Uint8Array())).toThrow(RangeError);
  });
});
