// A record made by spoiling a gold corpus: lines dropped, shifted, mislabelled and merged at random (seeded), so that every
// measure has something right and something wrong to count.

import { randomOf } from "../../scripts/bench/corpus.js";
import { findWords, foldText } from "../../scripts/eval/folding.js";
import { type GoldCorpus, listOf, type Words, wordsOf } from "../../scripts/eval/gold/corpus.js";
import { type Edtf, edtf } from "../../src/model/edtf.js";
import type { ActorId, DocumentId, EventId, IssueId, StatementId } from "../../src/model/ids.js";
import type {
  Actor,
  Event,
  ParleyRecord,
  Position,
  RecordDocument,
  RecordTimex,
  Statement,
  StateOfDialogue,
} from "../../src/model/record.js";
import type { Span } from "../../src/model/span.js";
import { type DialogueState, eventKinds, eventStatuses, stances, statementKinds } from "../../src/model/words.js";

type Texts = Readonly<Record<string, string>>;
type Spoiler = {
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(values: readonly T[], fallback: T) => T;
  readonly span: (file: string, words: Words) => Span | null;
};

const why = { rule: "spoiled", score: null };
const asDate = (value: string | null | undefined): Edtf | null => (value ? edtf(value) : null);
const idOf = (file: string): DocumentId => `d-${file}` as DocumentId;

function spoilerOf(texts: Texts, seed: number): Spoiler {
  const random = randomOf(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(values: readonly T[], fallback: T): T => values[Math.floor(random() * values.length)] ?? fallback;
  const span = (file: string, words: Words): Span | null => {
    const text = texts[file];
    if (text === undefined) return null;
    const range = findWords(foldText(text), wordsOf(words).text, wordsOf(words).nth);
    if (!range) return null;
    const shift = chance(0.2) ? Math.floor(random() * 30) - 15 : 0;
    const start = Math.max(0, range.start + shift);
    return { doc: idOf(file), start, end: Math.max(start + 1, chance(0.2) ? range.end - 10 : range.end + shift) };
  };
  return { chance, pick, span };
}

function documentsOf(gold: GoldCorpus, texts: Texts, { chance, span }: Spoiler): RecordDocument[] {
  return gold.documents
    .filter(() => !chance(0.1))
    .map((document) => ({
      id: idOf(document.file),
      textHash: "",
      uri: `folder/${document.file}`,
      byline: null,
      language: "en",
      translatedFrom: null,
      title: chance(0.3) ? null : document.title,
      outlet: chance(0.3) ? "Somebody" : document.outlet,
      published: {
        value: chance(0.2) ? null : asDate(chance(0.3) ? "2022-01-12" : document.published),
        basis: "stated",
        evidence: [],
      },
      text: texts[document.file] ?? "",
      furniture: (document.furniture ?? []).flatMap((words) => {
        const found = chance(0.2) ? null : span(document.file, words);
        return found ? [{ span: found, reason: "share" }] : [];
      }),
      duplicateOf: document.duplicateOf && chance(0.7) ? idOf(document.duplicateOf) : null,
      replaces: null,
      novelty: (document.background ?? []).flatMap((words) => {
        const found = span(document.file, words);
        return found ? [{ span: found, kind: chance(0.3) ? "new" : "background", earlier: null } as const] : [];
      }),
    }));
}

function actorsOf(gold: GoldCorpus, texts: Texts, { chance, pick, span }: Spoiler): Actor[] {
  const spoiled = gold.actors
    .filter(() => !chance(0.1))
    .map((actor) => {
      const aliases = [actor.name, ...(actor.aliases ?? [])].filter(() => !chance(0.15));
      const stolen = chance(0.15)
        ? [
            pick(
              gold.actors.map((other) => other.name),
              actor.name,
            ),
          ]
        : [];
      const mentions = Object.keys(texts).flatMap((file) =>
        [...aliases, ...(chance(0.1) ? ["the"] : [])].flatMap((alias) => span(file, alias) ?? []),
      );
      return {
        id: `r-${actor.id}` as ActorId,
        kind: chance(0.2) ? ("body" as const) : actor.kind,
        name: actor.name,
        aliases: [...aliases, ...stolen],
        roles: chance(0.1) ? [{ title: "chair", of: null, from: null, to: null, evidence: [] }] : [],
        memberOf: [],
        mentions,
        why: [],
      };
    });
  return [
    ...spoiled,
    {
      id: "nobody" as ActorId,
      kind: "person",
      name: "Nobody At All",
      aliases: ["Nobody At All"],
      roles: [],
      memberOf: [],
      mentions: [],
      why: [],
    },
  ];
}

function timexesOf(gold: GoldCorpus, { chance, pick, span }: Spoiler): RecordTimex[] {
  return gold.timexes
    .filter(() => !chance(0.15))
    .flatMap((timex, i) => {
      const found = span(timex.file, timex);
      return found
        ? [
            {
              id: `t-${i}`,
              span: found,
              type: chance(0.1) ? "SET" : (timex.type as RecordTimex["type"]),
              value: chance(0.2) ? "2022-01-12" : pick([timex.value, ...(timex.alt ?? [])], timex.value),
              mod: null,
              range: null,
              implied: [],
              why: { rule: "test", score: null },
            },
          ]
        : [];
    });
}

function statementsOf(gold: GoldCorpus, { chance, pick, span }: Spoiler): Statement[] {
  return gold.statements
    .filter(() => !chance(0.15))
    .map((statement, i) => ({
      id: `s-${i}` as StatementId,
      speakers: (chance(0.2)
        ? [
            pick(
              gold.actors.map((actor) => actor.id),
              "",
            ),
          ]
        : listOf(statement.speaker)
      ).map((id) => `r-${id}` as ActorId),
      speakerSpan: null,
      cueSpan: null,
      mode: "speech",
      content: statement.content.flatMap((words) => span(statement.file, words) ?? []),
      kind: chance(0.2) ? pick(statementKinds, "direct") : statement.kind,
      negated: chance(0.1) !== (statement.negated ?? false),
      refusal: false,
      within: null,
      via: [],
      addressee: null,
      channel: chance(0.3) ? "a channel" : statement.channel,
      date: chance(0.3) ? null : asDate(statement.date),
      headline: false,
      evidence: { date: null, channel: null },
      why,
    }));
}

function eventsOf(gold: GoldCorpus, { chance, pick, span }: Spoiler): Event[] {
  const events = gold.events
    .filter(() => !chance(0.1))
    .map((event, i): Event => {
      const merged = chance(0.2) ? pick(gold.events, event).mentions : [];
      const reports = [...event.mentions, ...merged]
        .filter(() => !chance(0.15))
        .flatMap((mention) => {
          const found = span(mention.file, mention);
          return found ? [{ span: found, dateAsTold: null, statusAsTold: "happened" as const, statement: null }] : [];
        });
      return {
        id: `e-${i}` as EventId,
        formerly: [],
        kind: chance(0.2) ? pick(eventKinds, "other") : event.kind,
        plover: null,
        label: event.label,
        date: chance(0.2) ? null : asDate(chance(0.1) ? "2022-01-12" : event.date),
        status: chance(0.2) ? pick(eventStatuses, "unknown") : (event.status as Event["status"]),
        basis: "told",
        participants: (event.participants ?? [])
          .filter(() => !chance(0.2))
          .map((id) => ({ actor: `r-${id}` as ActorId, role: "participant" })),
        place: null,
        duration: null,
        format: null,
        round: null,
        outcome: null,
        quantities: [],
        facts: [],
        plan: event.fate ? { announced: [], fate: chance(0.3) ? "pending" : event.fate } : null,
        sources: { reports: 1, outlets: 1, independent: 1 },
        reports,
        why: [],
      };
    });
  return chance(0.5) ? events : events.toReversed();
}

const readId = (events: readonly Event[], gold: GoldCorpus, id: string): EventId =>
  events.find((event) => event.label === gold.events.find((one) => one.id === id)?.label)?.id ?? ("e-none" as EventId);

function positionsOf(gold: GoldCorpus, anywhere: readonly Span[], { chance, pick }: Spoiler): Position[] {
  return gold.positions
    .filter(() => !chance(0.2))
    .map((position, i) => ({
      id: `p-${i}`,
      issue: `i-${position.issue}` as IssueId,
      actor: `r-${position.actor}` as ActorId,
      stance: chance(0.2) ? pick(stances, "demands") : (listOf(position.stance)[0] as Position["stance"]),
      basis: chance(0.3) ? "ascribed" : "declared",
      by: chance(0.5) ? ["r-usa" as ActorId] : [],
      date: null,
      evidence: chance(0.1) ? [] : anywhere,
      statement: null,
      moved: false,
      why,
    }));
}

function stateOf(gold: GoldCorpus, anywhere: readonly Span[], { chance, pick }: Spoiler): StateOfDialogue[] {
  return (gold.state ?? [])
    .filter(() => !chance(0.2))
    .map((state, i) => ({
      id: `x-${i}`,
      between: [],
      from: edtf(state.at),
      state: (chance(0.3) ? "open" : pick(listOf(state.state), "open")) as DialogueState,
      evidence: anywhere,
    }));
}

/** A record that tells what the gold tells, with faults; the same seed makes the same faults. */
export function fakeRecord(gold: GoldCorpus, texts: Texts, seed: number): ParleyRecord {
  const spoiler = spoilerOf(texts, seed);
  const { chance } = spoiler;
  const documents = documentsOf(gold, texts, spoiler);
  const events = eventsOf(gold, spoiler);
  const anywhere: Span[] = documents
    .slice(0, 1)
    .map((document) => ({ doc: document.id, start: 0, end: chance(0.1) ? 1e6 : 5 }));
  return {
    schema: "parley-record/1",
    dossier: { title: "", documents: documents.length, from: null, to: null },
    reader: { version: "0", models: [] },
    documents,
    actors: actorsOf(gold, texts, spoiler),
    timexes: timexesOf(gold, spoiler),
    statements: statementsOf(gold, spoiler),
    utterances: [],
    events,
    series: (gold.series ?? []).map((series, i) => ({
      id: `r-${i}`,
      label: series.label,
      events: [...series.events, ...(chance(0.4) ? (series.not ?? []) : [])].map((id) => readId(events, gold, id)),
    })),
    proposals: [],
    issues: gold.issues
      .filter(() => !chance(0.15))
      .map((issue) => ({
        id: `i-${issue.id}` as IssueId,
        label: chance(0.3) ? "something else entirely" : issue.label,
        terms: (issue.terms ?? []).filter(() => !chance(0.3)),
        evidence: anywhere,
      })),
    positions: positionsOf(gold, anywhere, spoiler),
    discrepancies: gold.discrepancies.map((discrepancy, i) => ({
      id: `y-${i}`,
      event: readId(events, gold, discrepancy.event),
      attribute: chance(0.2) ? "place" : discrepancy.attribute,
      kind: chance(0.5) ? "contradiction" : "difference-in-detail",
      values: [
        { value: "one", evidence: anywhere },
        { value: "two", evidence: [] },
      ],
    })),
    state: stateOf(gold, anywhere, spoiler),
    problems: [],
  };
}
