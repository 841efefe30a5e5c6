// JSON-LD: expanded and turned into triples by the JSON-LD processor, in safe mode (a term that means nothing fails), offline.
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import type { ParleyRecord } from "../../src/model/record.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

/** Nothing may be fetched: the context stands in the file. */
const offline = {
  safe: true,
  documentLoader: async (url: string): Promise<never> => {
    throw new Error(`${url} was to be fetched`);
  },
};
const prov = "http://www.w3.org/ns/prov#";
const schema = "https://schema.org/";
type Node = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> & { readonly "@id": string };

const expanded = async (record: ParleyRecord): Promise<readonly Node[]> =>
  (await jsonld.expand(JSON.parse(await textOf("jsonld", record)), offline)) as unknown as readonly Node[];

/** Predicates of all triples. */
async function predicates(record: ParleyRecord): Promise<ReadonlySet<string>> {
  const quads = (await jsonld.toRDF(JSON.parse(await textOf("jsonld", record)), offline)) as {
    readonly predicate: { readonly value: string };
  }[];
  return new Set(quads.map(({ predicate }) => predicate.value));
}

describe("JSON-LD", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: each line of the record is a node with its evidence", async (_, record) => {
    const nodes = new Map((await expanded(record)).map((node) => [node["@id"], node]));
    const lines = [
      ...record.statements.map(({ id, content, cueSpan }) => ({
        id: `urn:parley:${id}`,
        spans: content.length || (cueSpan ? 1 : 0),
      })),
      ...record.events.map(({ id, reports }) => ({ id: `urn:parley:${id}`, spans: reports.length })),
      ...record.positions.map(({ id, evidence }) => ({ id: `urn:parley:${id}`, spans: evidence.length })),
      ...record.actors.map(({ id }) => ({ id: `urn:parley:actor:${id}`, spans: 1 })),
      ...record.issues.map(({ id, evidence }) => ({ id: `urn:parley:issue:${id}`, spans: evidence.length })),
    ];
    for (const { id, spans } of lines) {
      const evidence = nodes.get(id)?.[`${prov}wasDerivedFrom`] ?? [];
      expect([id, evidence.length]).toEqual([id, spans]);
      for (const one of evidence as readonly Node[]) {
        const document = one[`${prov}wasQuotedFrom`]?.[0]?.["@id"];
        expect(nodes.has(String(document))).toBe(true);
        expect(one[`${schema}text`]?.[0]?.["@value"]).toBeTruthy();
      }
    }
    for (const { id, outlet } of record.documents) {
      const publisher = nodes.get(`urn:parley:${id}`)?.[`${schema}publisher`]?.[0] as Node | undefined;
      expect(publisher?.[`${schema}name`]?.[0]?.["@value"] ?? null).toBe(outlet);
    }
  });
  test("every id that a node points to is a node", async () => {
    const nodes = await expanded(sample());
    const ids = new Set(nodes.map((node) => node["@id"]));
    const pointed = [...JSON.stringify(nodes).matchAll(/"@id":"(urn:parley:[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(pointed.length).toBeGreaterThan(100);
    expect(pointed.filter((id) => !ids.has(id))).toEqual([]);
  });
  test("triples use schema.org, PROV and our own terms, and nothing else", async () => {
    for (const predicate of await predicates(fixture))
      expect(predicate).toMatch(
        /^(?:https:\/\/schema\.org\/|http:\/\/www\.w3\.org\/(?:ns\/prov#|1999\/02\/22-rdf-syntax-ns#)|https:\/\/parley\.invalid\/ns#)/,
      );
  });
  test.each([
    ["planned", null, "EventScheduled"],
    ["planned", "moved", "EventRescheduled"],
    ["cancelled", null, "EventCancelled"],
    ["unknown", null, undefined],
  ] as const)("an event that is %s (plan: %s) is %s", async (status, fate, expected) => {
    const record = withEvent({ status, plan: fate && { announced: [], fate } });
    const node = (await expanded(record)).find((one) => one["@id"] === `urn:parley:${record.events[0]?.id}`);
    expect(node?.[`${schema}eventStatus`]?.[0]?.["@id"]).toBe(expected && `${schema}${expected}`);
  });
  test("any text is a value, never a term", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const record = withEvent({ label, place: label });
        const node = (await expanded(record)).find((one) => one["@id"] === `urn:parley:${record.events[0]?.id}`);
        expect(node?.[`${schema}name`]?.[0]?.["@value"]).toBe(label);
      }),
      { numRuns: 30 },
    );
  });
});
