// What the formats are made from: dates in words, XML text, JSON lists, and pieces.

import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { dateWords, durationWords } from "../../src/export/date-words.js";
import { type Exporter, piecesOf } from "../../src/export/index.js";
import { jsonLinesList, jsonWithList } from "../../src/export/json-list.js";
import { attributes, escapeXml, legal } from "../../src/export/xml.js";
import { edtf } from "../../src/model/edtf.js";
import { anyText, fixture } from "./written.js";

describe("dates in words", () => {
  test.each([
    ["2022-01-10", "10 January 2022"],
    ["2022-01", "January 2022"],
    ["2022", "2022"],
    ["2022~", "about 2022"],
    ["2022-03?", "March 2022 (uncertain)"],
    ["2022-01-10T09:30+03:00", "10 January 2022, 09:30"],
    ["2022-01-10/2022-01-13", "10–13 January 2022"],
    ["2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"],
    ["2022-01-10/2022-01-13~", "10 January 2022 – about 13 January 2022"],
    ["2016/..", "since 2016"],
    ["../2016-05", "until May 2016"],
  ])("%s is %s", (date, words) => {
    expect(dateWords(edtf(date))).toBe(words);
  });
  test("no date is undated", () => expect(dateWords(null)).toBe("undated"));
  test.each([
    ["PT6H", "6 hours"],
    ["PT1H30M", "1 hour 30 minutes"],
    ["P2D", "2 days"],
    ["P1M", "1 month"],
    ["PXD", "some days"],
    ["P1.5Y", "1.5 years"],
    ["P2DE", "2 decades"],
    ["PTMO", "PTMO"],
    ["PRESENT_REF", "PRESENT_REF"],
  ])("the duration %s is %s", (value, words) => {
    expect(durationWords(value)).toBe(words);
  });
});

describe("XML", () => {
  test("any text is well-formed between tags and in attributes, and comes back", () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = `<a${attributes({ b: text, c: null })}>x${escapeXml(text)}</a>`;
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(legal(text).length).toBe(text.length);
        const { a } = parser.parse(xml) as { a: { "#text": string; b: string } };
        expect(a["#text"]).toBe(`x${legal(text)}`);
      }),
    );
  });
  test.each([
    ["\u0000\u0008\u000b\u001f\ufffe\uffff", "\ufffd".repeat(6)],
    ["\ud83d and \udc00", "\ufffd and \ufffd"],
    ["\t\n🕊", "\t\n🕊"],
  ])("%j becomes %j", (text, expected) => {
    expect(legal(text)).toBe(expected);
  });
});

describe("JSON lists", () => {
  test("they are the JSON of the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (list, head) => {
        expect(JSON.parse([...jsonLinesList(list)].join(""))).toEqual(JSON.parse(JSON.stringify(list)));
        const { __proto__: _none, list: _list, ...plain } = head;
        const whole = JSON.parse(JSON.stringify({ ...plain, list })) as unknown;
        expect(JSON.parse([...jsonWithList(plain, "list", list)].join(""))).toEqual(whole);
      }),
    );
  });
});

describe("pieces", () => {
  const exporter = (parts: readonly (string | Uint8Array)[]): Exporter => ({
    name: "test",
    mediaType: "text/plain",
    extension: "txt",
    about: "for this test",
    load: async () => () => parts,
  });
  test("short texts are joined, bytes stand in their place", async () => {
    const bytes = new Uint8Array([1, 2]);
    expect([...(await piecesOf(exporter(["a", "b", bytes, "c"]), fixture))]).toEqual(["ab", bytes, "c"]);
    expect([...(await piecesOf(exporter([]), fixture))]).toEqual([]);
    const long = "x".repeat(70_000);
    expect([...(await piecesOf(exporter(["a", long, "b"]), fixture))]).toEqual([`a${long}`, "b"]);
  });
});
