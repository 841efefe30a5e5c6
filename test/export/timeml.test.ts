// TimeML: well-formed, its times of the TIMEX3 grammar, its text that of the report.

import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { legal } from "../../src/export/xml.js";
import { edtf } from "../../src/model/edtf.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { isTimexValue } from "../../src/model/timex.js";
import { anyText, fixture, sample, textOf, withText } from "./written.js";

type Node = { readonly ":@"?: Readonly<Record<string, string>>; readonly "#text"?: string } & Readonly<
  Record<string, unknown>
>;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
});

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ":@") ?? "";
const childrenOf = (node: Node): readonly Node[] => (node[nameOf(node)] ?? []) as readonly Node[];
const textIn = (node: Node): string => node["#text"] ?? childrenOf(node).map(textIn).join("");
const allOf = (node: Node, name: string): readonly Node[] => [
  ...(nameOf(node) === name ? [node] : []),
  ...(node["#text"] === undefined ? childrenOf(node).flatMap((child) => allOf(child, name)) : []),
];
const attribute = (node: Node | undefined, name: string): string | undefined => node?.[":@"]?.[name];

async function documentsOf(record: ParleyRecord): Promise<readonly Node[]> {
  const xml = await textOf("timeml", record);
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as Node[]).flatMap((node) => allOf(node, "TimeML"));
}

describe("TimeML", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: a document for each report, with its text, its times and its words of saying", async (_, record) => {
    const documents = await documentsOf(record);
    expect(documents.length).toBe(record.documents.length);
    for (const [index, node] of documents.entries()) {
      const document = record.documents[index];
      const [text] = allOf(node, "TEXT");
      expect(text && textIn(text)).toBe(document?.text);
      const times = record.timexes.filter(({ span }) => span.doc === document?.id);
      const marked = allOf(node, "TIMEX3").filter((one) => attribute(one, "tid") !== "t0");
      expect(marked.map((one) => [attribute(one, "value"), textIn(one)])).toEqual(
        times.map(({ value, span }) => [value, document?.text.slice(span.start, span.end)]),
      );
      for (const one of allOf(node, "TIMEX3")) expect(isTimexValue(attribute(one, "value") ?? "")).toBe(true);
      const events = allOf(node, "EVENT").map((one) => attribute(one, "eid"));
      expect(events).toEqual(events.map((_eid, at) => `e${at + 1}`));
      expect(allOf(node, "MAKEINSTANCE").map((one) => attribute(one, "eventID"))).toEqual(events);
    }
  });
  test("the day of publication is the creation time; a report without one has none", async () => {
    const documents = await documentsOf(fixture);
    expect(
      documents.map((node) => attribute(allOf(node, "DCT").flatMap((dct) => allOf(dct, "TIMEX3"))[0], "value")),
    ).toEqual(fixture.documents.map(({ published }) => published.value ?? undefined));
  });
  test("what was said at a time of its own is linked to it", async () => {
    const [timex] = fixture.timexes;
    const statements = fixture.statements.map((statement) =>
      statement.cueSpan?.doc === timex?.span.doc
        ? { ...statement, date: edtf("2023-03-06"), evidence: { date: timex?.span ?? null, channel: null } }
        : statement,
    );
    const [document] = await documentsOf({ ...fixture, statements });
    const [link] = document ? allOf(document, "TLINK") : [];
    expect(link?.[":@"]).toEqual({ lid: "l1", eventInstanceID: "ei1", relatedToTime: "t1", relType: "IS_INCLUDED" });
    expect((await documentsOf(fixture)).flatMap((node) => allOf(node, "TLINK"))).toEqual([]);
  });
  test("of marks that cross or hold each other the first stands, and the text stays whole", async () => {
    const [timex] = fixture.timexes;
    if (!timex) throw new Error("the fixture has no times");
    const { doc, start, end } = timex.span; // "March 6"
    const timexes = [
      timex,
      { ...timex, id: "t-0000000000a1", span: { doc, start: start + 3, end: end + 5 } },
      { ...timex, id: "t-0000000000a2", span: { doc, start: start + 6, end } },
    ];
    const [first] = await documentsOf({ ...fixture, timexes });
    const [text] = first ? allOf(first, "TEXT") : [];
    expect(text && textIn(text)).toBe(fixture.documents[0]?.text);
    expect(text && allOf(text, "TIMEX3").map(textIn)).toEqual(["March 6"]);
  });
  test("any text is well-formed, as long as it was", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        if (text === "") return;
        const [first] = await documentsOf(withText(text));
        const [marked] = first ? allOf(first, "TEXT") : [];
        expect(marked && textIn(marked)).toBe(legal(text));
        expect(legal(text).length).toBe(text.length);
      }),
      { numRuns: 50 },
    );
  });
});
