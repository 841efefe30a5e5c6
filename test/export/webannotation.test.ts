// Web Annotations: their shape by the model's rules, their meaning by the JSON-LD processor, their places by the text.
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { codePointsOf } from "../../src/export/code-points.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { annoContext } from "./anno-context.js";
import { anyText, fixture, sample, textOf, withText } from "./written.js";

const purposes = z.enum(["assessing", "classifying", "describing", "identifying", "questioning", "tagging"]);
const selectors = z.tuple([
  z.strictObject({ type: z.literal("TextPositionSelector"), start: z.int().min(0), end: z.int().min(1) }),
  z.strictObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
]);
const annotation = z.strictObject({
  id: z.string().startsWith("urn:parley:annotation-"),
  type: z.literal("Annotation"),
  motivation: purposes,
  body: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({
          type: z.literal("TextualBody"),
          value: z.string(),
          format: z.literal("text/plain"),
          purpose: purposes,
        }),
        z.strictObject({
          type: z.literal("SpecificResource"),
          source: z.string().startsWith("urn:parley:"),
          purpose: purposes,
        }),
      ]),
    )
    .min(1),
  target: z
    .array(z.strictObject({ type: z.literal("SpecificResource"), source: z.string(), selector: selectors }))
    .min(1),
});
const page = z.strictObject({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  id: z.string(),
  type: z.literal("AnnotationPage"),
  generator: z.strictObject({ id: z.string(), type: z.literal("Software"), name: z.string() }),
  partOf: z.strictObject({ id: z.string(), type: z.literal("AnnotationCollection"), label: z.string() }),
  "dcterms:references": z.array(z.looseObject({ id: z.string() })),
  startIndex: z.literal(0),
  items: z.array(annotation),
});
const read = async (record: ParleyRecord) => page.parse(JSON.parse(await textOf("webannotation", record)));

/** Each selector of an export finds its words in the text of its report, by code points and by quotation. */
async function expectPlaces(record: ParleyRecord): Promise<number> {
  const texts = new Map(record.documents.map(({ id, text }) => [`urn:parley:${id}`, text]));
  const { items } = await read(record);
  for (const { target } of items)
    for (const { source, selector } of target) {
      const text = texts.get(source) ?? "";
      const [{ start, end }, { exact, prefix, suffix }] = selector;
      expect([...text].slice(start, end).join("")).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
    }
  return items.length;
}

describe("Web Annotation", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: each annotation stands on its words", async (_, record) => {
    const { items, "dcterms:references": sources } = await read(record);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(await expectPlaces(record)).toBeGreaterThan(record.timexes.length + record.statements.length);
    expect(sources.map((source) => source["dc:publisher"] ?? null)).toEqual(
      record.documents.map(({ outlet }) => outlet),
    );
  });
  test("the JSON-LD processor finds a meaning for every term", async () => {
    const [node] = (await jsonld.expand(JSON.parse(await textOf("webannotation", fixture)), {
      safe: true,
      documentLoader: async (url: string) => {
        if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`${url} was to be fetched`);
        return { documentUrl: url, document: annoContext };
      },
    })) as unknown as Record<string, { "@list": unknown[] }[]>[];
    const { items } = await read(fixture);
    expect(node?.["http://www.w3.org/ns/activitystreams#items"]?.[0]?.["@list"]).toHaveLength(items.length);
  });
  test("offsets are code points, whatever stands in the text", async () => {
    await expectPlaces(withText("🕊 peace 🕊🕊 talks"));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, at) => {
        const characters = [...text];
        const whole = at % (characters.length + 1);
        expect(codePointsOf(text)(characters.slice(0, whole).join("").length)).toBe(whole);
      }),
    );
  });
  test("any text can be annotated", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        if (text !== "" && text.isWellFormed()) await expectPlaces(withText(text));
      }),
      { numRuns: 50 },
    );
  });
});
