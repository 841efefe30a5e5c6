// Read: Document → Reading, a pure function. The stages in their order; each works on what the ones before it found.
import type { LanguageModel } from "../learn/annotation.js";
import type { Document } from "../model/document.js";
import type { Reading } from "../model/reading.js";
import type { SentenceWords } from "../text/sentences.js";
import type { TokenWords } from "../text/tokens.js";
import { findTimexes, type TimeWords } from "../time/time.js";
import { type ActorWords, resolveActors } from "./actors/actors.js";
import { analyse } from "./analyse.js";
import { findSaid, withActors, withHolders } from "./attribution/attribution.js";
import type { AttributionWords } from "./attribution/words.js";
import { findBackground } from "./events/background.js";
import { type EventWords, findTold } from "./events/events.js";
import { findNames, type NameWords } from "./names/names.js";
import { findStances, type StanceWords } from "./stances/stances.js";

/** Version of the reader: a change of what it reads changes it. */
export const readerVersion = "0.1.0";

/** What a language plugs in: its words, and what tags its tokens. */
export type ReadLanguage = {
  readonly sentence: SentenceWords & TokenWords;
  readonly layer: LanguageModel;
  readonly time: TimeWords;
  readonly names: NameWords;
  readonly actors: ActorWords;
  readonly attribution: AttributionWords;
  readonly events: EventWords;
  readonly stances: StanceWords;
};

/**
 * The reading of `document` (as `readText` of "parley" gives it), read as `language` says (English: `english()` of
 * "parley/lang/en"). Never throws on any text; the same document gives the same reading.
 */
export function read(document: Document, language: ReadLanguage): Reading {
  const analysis = analyse(document, language.sentence, language.layer);
  const timexes = findTimexes(
    analysis.text,
    { reference: document.published.value, sentences: analysis.sentences },
    language.time,
  );
  const names = findNames(analysis, timexes, language.names);
  const { said: raw, views: rawViews } = findSaid(analysis, names, timexes, language.attribution);
  const resolution = resolveActors(analysis, names, raw, language.actors);
  const attributions = withActors(raw, resolution, analysis);
  const views = withHolders(rawViews, resolution);
  const ground = { analysis, names, timexes, attributions, resolution };
  const { events, retellings } = findTold(ground, language.events);
  const stances = findStances({ ...ground, events }, language.stances);
  const background = findBackground({ ...ground, events }, language.events);
  const sentences = analysis.sentences.map(({ start, end, paragraph, role }) => ({ start, end, paragraph, role }));
  return {
    document: document.id,
    reader: readerVersion,
    sentences,
    timexes,
    actors: resolution.actors,
    mentions: resolution.mentions,
    attributions,
    views,
    events,
    retellings,
    stances,
    background,
    problems: resolution.problems,
  };
}
