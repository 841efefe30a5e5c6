// A made-up record of a thousand reports, in which there is very much of everything: long names, many outlets, parties, answers.
import { dayOf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../../src/model/ids.js";
import type { ParleyRecord } from "../../src/model/record.js";
import type { Span } from "../../src/model/span.js";
import { dialogueStates, eventKinds, stances } from "../../src/model/words.js";
import { record } from "./fixture.js";

const reports = 1000;
/** Twelve hex digits. */
export const hex = (number: number): string => number.toString(16).padStart(12, "0");
const names = Array.from({ length: 300 }, (_, index) => `Delegate ${index} of the river commission`);

/** The record. */
export function bigRecord(): ParleyRecord {
  const [model, person, event, statement, position] = [
    record.documents[1],
    record.actors[3],
    record.events[1],
    record.statements[1],
    record.positions[0],
  ];
  if (!model || !person || !event || !statement || !position) throw new Error("the fixture lacks what is copied");
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
    utterances: documents.slice(0, 400).map(({ id }, index) => ({
      id: `u-${hex(index)}`,
      speakers: [actors[index % 300]?.id ?? ("" as ActorId)],
      date: dayOf(19000 + index),
      statements: [index * 3, index * 3 + 1, index * 3 + 2].map((place) => `s-${hex(place)}` as StatementId),
      first: id,
      wordings: ["The river belongs to nobody", "Nobody owns the river"].map((text, place) => ({
        text,
        statements: [`s-${hex(index * 3 + place)}` as StatementId],
      })),
    })),
    timexes: [],
    series: Array.from({ length: 30 }, (_, index) => ({
      id: `r-${hex(index)}`,
      label: `Talks ${index}`,
      events: events.slice(index * 30, index * 30 + 30).map(({ id }) => id),
    })),
    issues: Array.from({ length: 250 }, (_, index) => ({
      id: `issue-${index}` as IssueId,
      label: `a fixed share of the water of the ${index}th tributary`,
      terms: Array.from({ length: 30 }, (_, place) => `share ${place} of the water`),
      evidence: documents.slice(index * 4, index * 4 + 4).map(({ id }) => at(id, "The river belongs to nobody")),
    })),
    positions: documents.flatMap(({ id }, index) =>
      [0, 1, 2].map((part) => ({
        ...position,
        id: `p-${hex(index * 3 + part)}`,
        issue: `issue-${index % 250}` as IssueId,
        actor: actors[(index + part) % 12]?.id ?? ("" as ActorId),
        stance: stances[(index + part) % stances.length] ?? ("demands" as const),
        date: dayOf(19000 + index),
        evidence: [at(id, "The river belongs to nobody")],
      })),
    ),
    proposals: documents.slice(0, 300).map(({ id }, index) => ({
      id: `o-${hex(index)}`,
      label: `Delegate ${index}: a fixed share`,
      by: [actors[index % 300]?.id ?? ("" as ActorId)],
      to: [actors[(index + 1) % 300]?.id ?? ("" as ActorId)],
      date: dayOf(19000 + index),
      event: events[index]?.id ?? null,
      provisions: [{ issue: `issue-${index % 250}` as IssueId, evidence: [at(id, "The river belongs to nobody")] }],
      answers: actors.slice(0, 20).map((actor) => ({
        actor: actor.id,
        stance: "rejects" as const,
        date: dayOf(19001 + index),
        evidence: [at(id, "She declined to comment")],
      })),
    })),
    discrepancies: events.slice(0, 300).map(({ id, reports: told }, index) => ({
      id: `x-${hex(index)}`,
      event: id,
      attribute: "duration" as const,
      kind: index % 2 === 0 ? ("contradiction" as const) : ("difference-in-detail" as const),
      values: ["PT6H", "PT4H"].map((value, place) => ({
        value,
        evidence: told.slice(place, place + 1).map(({ span }) => span),
      })),
    })),
    state: Array.from({ length: 300 }, (_, index) => ({
      id: `k-${hex(index)}`,
      between: [actors[index % 40]?.id, actors[(index % 40) + 1]?.id].filter((one) => one !== undefined),
      from: dayOf(19000 + index * 3),
      state: dialogueStates[index % dialogueStates.length] ?? ("open" as const),
      evidence: documents.slice(index, index + 2).map(({ id }) => at(id, "The river belongs to nobody")),
    })),
    problems: documents.map(({ id }, index) => ({
      id: `q-${hex(index)}`,
      span: at(id, "The two sides"),
      stage: "actors",
      reason: "Which parties are meant is not clear.",
      candidates: names.slice(0, 3),
    })),
  };
}
