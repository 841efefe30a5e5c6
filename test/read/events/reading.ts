// Reads a few invented sentences as the reader does, for the tests of this folder.
import { ingest } from "../../../src/ingest/ingest.js";
import { ingestWords } from "../../../src/lang/en/ingest.js";
import { english } from "../../../src/lang/en/read.js";
import type { EventMention, Reading } from "../../../src/model/reading.js";
import { outlets } from "../../../src/outlets/index.js";
import { read } from "../../../src/read/read.js";

const language = english();
const kit = { words: ingestWords(), outlets, detectLanguage: () => "en", inferPublished: () => null };

export type Told = { readonly text: string; readonly reading: Reading };

/** The reading of `text`, published on `day` (a header line states it). */
export async function readText(text: string, day = "2021-03-04"): Promise<Told> {
  const document = await ingest({ uri: "invented.txt", bytes: new TextEncoder().encode(` date ${day} ${text}`) }, kit);
  return { text: document.text, reading: read(document, language) };
}

/** A telling as one line: kind, date, status, parties, rule. */
export function lineOf(told: Told, event: EventMention): string {
  const names = event.participants.map(({ actor }) => told.reading.actors[actor]?.name ?? "?");
  return `${event.kind} ${event.date ?? "undated"} ${event.status} [${names.join(", ")}]`;
}

export const linesOf = (told: Told): string[] => told.reading.events.map((event) => lineOf(told, event));
