// A ground for findStances without the stages before it: capitalised names and bare collectives are mentions, who says what is given.

import { languageModel } from "../../../src/lang/en/language.js";
import { sentenceWords } from "../../../src/lang/en/sentences.js";
import { stanceWords } from "../../../src/lang/en/stances.js";
import type { Document } from "../../../src/model/document.js";
import type { Edtf } from "../../../src/model/edtf.js";
import { documentId } from "../../../src/model/ids.js";
import type { Attribution, LocalActor, Mention, StanceMention, Timex } from "../../../src/model/reading.js";
import type { Range } from "../../../src/model/span.js";
import { analyse } from "../../../src/read/analyse.js";
import { findStances } from "../../../src/read/stances/stances.js";

const words = stanceWords();
const why = { rule: "test", score: null };
const notNames = new Set([
  "The",
  "They",
  "It",
  "There",
  "On",
  "In",
  "A",
  "An",
  "He",
  "She",
  "We",
  "Both",
  "Asked",
  "Three",
  "No",
  "Neither",
  "But",
  "If",
  "As",
  "At",
  "Under",
  "Monday",
  "Tuesday",
  "Friday",
  "May",
  "March",
]);

export type Said = {
  readonly speaker: string;
  readonly content: string;
  readonly date?: string;
  readonly negated?: boolean;
};
export type Told = {
  readonly actor: string;
  readonly stance: string;
  readonly term: string;
  readonly by: readonly string[];
  readonly date: string | null;
  readonly rule: string;
};
export type Staging = {
  readonly said?: readonly Said[];
  readonly pronouns?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, string>>;
};

function documentOf(text: string): Document {
  const bytes = new TextEncoder().encode(text);
  return {
    id: documentId("test.txt", bytes),
    textHash: "",
    uri: "test.txt",
    title: null,
    titleRange: null,
    outlet: null,
    byline: null,
    published: { value: null, basis: "unknown", evidence: [] },
    dateline: null,
    language: "en",
    translatedFrom: null,
    text,
    furniture: [],
  } as unknown as Document;
}

function timexesOf(text: string): Timex[] {
  const found = [
    ...text.matchAll(
      /\b(?:January|February|March|April|May|June|December) \d+\b|\b(?:Monday|Tuesday|Friday)\b|\bMay\b|\b1997\b|\bSeptember\b/g,
    ),
  ];
  return found.map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: "DATE",
    value: match[0],
    mod: null,
    edtf: "2020-03-01" as Edtf,
    rangeId: null,
    implied: [],
    rule: "test",
  }));
}

/** Stances of a text whose names are its capitalised words; "we" and "I" are whoever speaks. */
export function stancesOf(text: string, staging: Staging = {}): { told: Told[]; mentions: readonly StanceMention[] } {
  const document = documentOf(text);
  const analysis = analyse(document, { ...sentenceWords(), saying: new Set<string>() }, languageModel());
  const actors: LocalActor[] = [];
  const actorOf = (name: string): number => {
    const known = actors.findIndex((actor) => actor.name === name);
    if (known >= 0) return known;
    actors.push({ kind: "organization", name, key: null, forms: [name], roles: [], memberOf: [] });
    return actors.length - 1;
  };
  const mentions: Mention[] = [];
  for (const match of text.matchAll(/\b[A-Z][\p{L}]+(?: [A-Z][\p{L}]+)*/gu)) {
    let [start, name] = [match.index, match[0]];
    const head = name.split(" ")[0] ?? "";
    if (notNames.has(head)) [start, name] = [start + head.length + 1, name.slice(head.length + 1)];
    if (name === "" || notNames.has(name)) continue;
    mentions.push({ start, end: start + name.length, form: "name", actor: actorOf(name), why });
  }
  for (const [pronoun, name] of Object.entries(staging.pronouns ?? {})) {
    for (const match of text.matchAll(new RegExp(`\\b${pronoun}\\b`, "g")))
      mentions.push({
        start: match.index,
        end: match.index + pronoun.length,
        form: "pronoun",
        actor: actorOf(name),
        why,
      });
  }
  for (const [member, group] of Object.entries(staging.members ?? {})) {
    const [at, of] = [actorOf(member), actorOf(group)];
    const actor = actors[at];
    if (actor) actors[at] = { ...actor, memberOf: [{ actor: of, evidence: { start: 0, end: 1 } }] };
  }
  mentions.sort((a, b) => a.start - b.start);
  const attributions = (staging.said ?? []).map(({ speaker, content, date, negated = false }): Attribution => {
    const start = text.indexOf(content);
    return {
      speakers: [actorOf(speaker)],
      source: null,
      cue: null,
      cueLemma: null,
      mode: "speech",
      content: [{ start, end: start + content.length }],
      kind: "indirect",
      negated,
      refusal: false,
      within: null,
      via: [],
      addressee: null,
      channel: null,
      date: date === undefined ? null : { value: date as Edtf, evidence: { start: 0, end: 1 } },
      headline: false,
      why,
    };
  });
  const resolve = (range: Range): number[] => {
    const mention = mentions.find(({ start, end }) => start === range.start && end === range.end);
    return mention?.actor === undefined || mention.actor === null ? [] : [mention.actor];
  };
  const ground = {
    analysis,
    names: [],
    timexes: timexesOf(text),
    attributions,
    resolution: { actors, mentions, problems: [], resolve },
    events: [],
  };
  const found = findStances(ground, words);
  const told = found.map(({ actor, stance, term, by, date, why: { rule } }) => ({
    actor: actors[actor]?.name ?? "",
    stance,
    term: text.slice(term.start, term.end),
    by: by.map((each) => actors[each]?.name ?? ""),
    date,
    rule,
  }));
  return { told, mentions: found };
}
