// Reads the names and actors of a plain text, for the tests of both rooms. Attributions stand as the tests say: sources by their words.

import { english } from "../../../src/lang/en/read.js";
import type { Document } from "../../../src/model/document.js";
import type { DocumentId } from "../../../src/model/ids.js";
import { resolveActors } from "../../../src/read/actors/actors.js";
import { analyse } from "../../../src/read/analyse.js";
import { findAttributions } from "../../../src/read/attribution/attribution.js";
import { findNames } from "../../../src/read/names/names.js";
import { findTimexes } from "../../../src/time/time.js";

const language = english();

/** A document of plain text without metadata. */
function plainDocument(text: string, headline?: string): Document {
  const start = headline === undefined ? -1 : text.indexOf(headline);
  return {
    id: "d-000000000000" as DocumentId,
    textHash: "",
    uri: "test.txt",
    title: headline ?? null,
    titleRange: headline === undefined ? null : { start, end: start + headline.length },
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

/** Names and actors of a text. */
export function cast(text: string, headline?: string) {
  const analysis = analyse(plainDocument(text, headline), language.sentence, language.layer);
  const timexes = findTimexes(text, { reference: null, sentences: analysis.sentences }, language.time);
  const names = findNames(analysis, timexes, language.names);
  const attributions = findAttributions(analysis, names, timexes, language.attribution);
  const resolution = resolveActors(analysis, names, attributions, language.actors);
  const cut = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
  /** The actors that the nth occurrence of some words stands for, by name. */
  const who = (words: string, nth = 1): string[] => {
    let start = -1;
    for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`"${words}" is not in the text`);
    return resolution
      .resolve({ start, end: start + words.length })
      .map((index) => resolution.actors[index]?.name ?? "?");
  };
  const actor = (name: string) => resolution.actors.find((candidate) => candidate.name === name);
  const nameOf = (index: number | null): string | null =>
    index === null ? null : (resolution.actors[index]?.name ?? "?");
  return { text, analysis, names, resolution, cut, who, actor, nameOf };
}
