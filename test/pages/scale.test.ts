// A dossier of a thousand reports: no page is heavier than 150 kB, whatever is in the record.
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId, EventId, StatementId } from "../../src/model/ids.js";
import type { ParleyRecord } from "../../src/model/record.js";
import type { Span } from "../../src/model/span.js";
import { eventKinds } from "../../src/model/words.js";
import { layout } from "../../src/pages/layout.js";
import { routes } from "../../src/pages/routes.js";
import { contextFor, record } from "./fixture.js";

const reports = 1000;
const heaviest = 150_000;
const hex = (number: number): string => number.toString(16).padStart(12, "0");
const names = Array.from({ length: 300 }, (_, index) => `Delegate ${index} of the river commission`);

function bigRecord(): ParleyRecord {
  const [model, person, event, statement] = [
    record.documents[1],
    record.actors[3],
    record.events[1],
    record.statements[1],
  ];
  if (!model || !person || !event || !statement) throw new Error("the fixture lacks what is copied");
  const documents = Array.from({ length: reports }, (_, index) => ({
    ...model,
    id: `d-${hex(index)}` as DocumentId,
    novelty: [],
    outlet: `Outlet ${index % 40} of the river lands`,
    published: { value: dayOf(19000 + index), basis: "stated" as const, evidence: [] },
  }));
  const at = (doc: DocumentId, words: string): Span => ({
    doc,
    start: model.text.indexOf(words),
    end: model.text.indexOf(words) + words.length,
  });
  const actors = names.map((name, index) => ({
    ...person,
    id: `delegate-${index}` as ActorId,
    name,
    aliases: [name],
    roles: [],
    memberOf: [],
    mentions: documents
      .filter((_, place) => place % 300 === index || index === 0)
      .map(({ id }) => at(id, "Mara Oduya")),
  }));
  const statements = documents.flatMap(({ id }, index) =>
    [0, 1, 2].map((part) => ({
      ...statement,
      id: `s-${hex(index * 3 + part)}` as StatementId,
      speakers: [actors[(index + part) % 300]?.id ?? ("" as ActorId)],
      cueSpan: at(id, "told"),
      speakerSpan: null,
      via: [],
      within: null,
      content: [at(id, "The river belongs to nobody")],
      date: dayOf(19000 + index),
    })),
  );
  const events = documents.map((_, index) => ({
    ...event,
    id: `e-${hex(index)}` as EventId,
    formerly: [],
    kind: eventKinds[index % eventKinds.length] ?? ("other" as const),
    date: dayOf(19000 + index),
    facts: [],
    plan: null,
    label: `Talks ${index} of the commission, Port Sable`,
    participants: [{ actor: actors[index % 300]?.id ?? ("" as ActorId), role: "participant" as const }],
    reports: (index === 0 ? documents : documents.slice(index, index + 3)).map((document) => ({
      span: at(document.id, "Aldovia and Brennland met in Port Sable on Monday"),
      dateAsTold: dayOf(19000 + index),
      statusAsTold: "happened" as const,
      statement: null,
    })),
  }));
  return {
    ...record,
    dossier: { title: "Big", documents: reports, from: dayOf(19000), to: dayOf(19999) },
    documents,
    actors,
    statements,
    events,
    utterances: [],
    timexes: [],
    series: [],
    proposals: [],
    positions: [],
    discrepancies: [],
    problems: [],
  };
}

describe("the picture of a thousand events", () => {
  const context = contextFor(bigRecord());
  const render = (query: string) => {
    const page = routes.find(({ name }) => name === "chronicle")?.render(context, "", new URLSearchParams(query));
    if (!page) throw new Error("no page");
    return parseHTML(layout(context, page)).document;
  };
  test.each(["", "lanes=party"])(
    "counts what it cannot show one by one, and each number leads to as many lines (%s)",
    (query) => {
      const marks = [...render(query).querySelectorAll(".picture .wide a")];
      expect(marks.length).toBeGreaterThan(10);
      expect(marks.length).toBeLessThanOrEqual(110);
      for (const mark of marks.slice(0, 6)) {
        const count = Number(
          /: ([\d,]+) events?$/.exec(mark.querySelector("title")?.textContent ?? "")?.[1]?.replace(",", ""),
        );
        const asked = new URL(mark.getAttribute("href") ?? "", "http://localhost").search;
        expect(render(asked).querySelector(".sum")?.textContent).toContain(`${count.toLocaleString("en-GB")} event`);
      }
    },
  );
});

describe("pages of a thousand reports", () => {
  const context = contextFor(bigRecord());
  test.each([
    ["chronicle", "", ""],
    ["chronicle", "", "lanes=party"],
    ["chronicle", "", "page=2"],
    ["chronicle", "", "actor=delegate-0"],
    ["statements", "", ""],
    ["statements", "", "page=9"],
    ["statements", "", "actor=delegate-0"],
    ["actors", "", ""],
    ["documents", "", ""],
    ["documents", "", "page=10"],
    ["event", `e-${hex(0)}`, ""],
    ["event", `e-${hex(0)}`, "page=3"],
    ["event", `e-${hex(1)}`, ""],
    ["actor", "delegate-0", ""],
    ["actor", "delegate-1", ""],
    ["document", `d-${hex(0)}`, ""],
  ] as const)("%s %s %s", (name, id, query) => {
    const page = routes.find((route) => route.name === name)?.render(context, id, new URLSearchParams(query));
    if (!page) throw new Error("no page");
    const bytes = new TextEncoder().encode(layout(context, page)).length;
    expect(bytes).toBeGreaterThan(2000);
    expect(bytes).toBeLessThan(heaviest);
  });
});
