// GraphML: well-formed, and read by graphology as a network that says what the record says.

import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { MultiGraph } from "graphology";
import { parse } from "graphology-graphml";
import { describe, expect, test } from "vitest";
import { legal } from "../../src/export/xml.js";
import type { ActorId } from "../../src/model/ids.js";
import type { ParleyRecord } from "../../src/model/record.js";
import { anyText, fixture, sample, textOf, withEvent } from "./written.js";

async function graphOf(record: ParleyRecord) {
  const xml = await textOf("graphml", record);
  expect(XMLValidator.validate(xml)).toBe(true);
  return parse(MultiGraph, xml);
}
/** Edges of a relation, as "source → target". */
async function edgesOf(record: ParleyRecord, relation: string): Promise<string[]> {
  const graph = await graphOf(record);
  return graph
    .filterEdges((_, attributes) => attributes.relation === relation)
    .map((edge) => `${graph.source(edge)} → ${graph.target(edge)}`);
}
const [aldovia, brennland] = ["aldovia", "brennland"] as ActorId[] as [ActorId, ActorId];

describe("GraphML", () => {
  test.each([
    ["the fixture", fixture],
    ["the sample", sample()],
  ])("%s: a node for each actor and event, with evidence; an edge for each part taken", async (_, record) => {
    const graph = await graphOf(record);
    expect(graph.nodes()).toEqual([...record.actors, ...record.events].map(({ id }) => id));
    for (const { id, label, status, reports } of record.events) {
      expect(graph.getNodeAttributes(id)).toMatchObject({ label, status, type: "event" });
      expect(graph.getNodeAttribute(id, "evidence").split("\n").length).toBe(
        new Set(reports.map(({ span }) => JSON.stringify(span))).size,
      );
    }
    graph.forEachEdge((_edge, attributes) => {
      expect(attributes.evidence).toMatch(/, (?:\d{4}-\d\d-\d\d|undated): “/);
      expect(attributes.weight).toBeGreaterThan(0);
    });
    const parts = new Set(
      record.events.flatMap(({ id, participants }) => participants.map(({ actor, role }) => `${actor} ${id} ${role}`)),
    );
    expect((await edgesOf(record, "took part")).length).toBe(parts.size);
  });
  test("who met whom is one edge without direction, weighed by how often", async () => {
    const graph = await graphOf(fixture);
    const [met, ...more] = graph.filterEdges((_, attributes) => attributes.relation === "met");
    expect(more).toEqual([]);
    expect(graph.getEdgeAttributes(met)).toMatchObject({ weight: 2, first: "2022-10", last: "2023-03-06" });
    expect((await textOf("graphml", fixture)).match(/directed="false"/g)).toHaveLength(1);
  });
  test.each([
    ["happened", "met", 1],
    ["planned", "to meet", 1],
    ["planned", "met", 1], // the other meeting of the two
    ["cancelled", "to meet", 0],
  ] as const)("a meeting that is %s: %s", async (status, relation, count) => {
    expect(await edgesOf(withEvent({ status }), relation)).toHaveLength(count);
  });
  test("who spoke to whom, from speaker to addressee, once for all the times", async () => {
    const statements = fixture.statements.map((statement) => ({
      ...statement,
      speakers: [aldovia],
      addressee: brennland,
    }));
    const record = { ...fixture, statements };
    expect(await edgesOf(record, "spoke to")).toEqual(["aldovia → brennland"]);
    expect(await edgesOf(fixture, "spoke to")).toEqual([]);
    const graph = await graphOf(record);
    const [edge] = graph.filterEdges((_, attributes) => attributes.relation === "spoke to");
    expect(graph.getEdgeAttribute(edge, "weight")).toBe(statements.length);
  });
  test("any text is a value", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (label) => {
        const record = withEvent({ label: `x${label}` });
        const graph = await graphOf(record);
        expect(graph.getNodeAttribute(record.events[0]?.id, "label")).toBe(legal(`x${label}`));
      }),
      { numRuns: 50 },
    );
  });
});
