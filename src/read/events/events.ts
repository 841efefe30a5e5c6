// Events told by one document: triggers with participants, time, place, duration and status.
import type { EventMention } from "../../model/reading.js";
import type { ReadGround } from "../ground.js";

/** Words that reading events needs of a language. */
export type EventWords = Readonly<Record<string, never>>;

/** The tellings of events in a document, in order. */
export function findEvents(_ground: ReadGround, _words: EventWords): readonly EventMention[] {
  return [];
}
