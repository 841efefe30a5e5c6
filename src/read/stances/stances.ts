// Stances: what one actor is reported to demand, offer, accept or reject, with the words that name the issue.
import type { StanceMention } from "../../model/reading.js";
import type { EventGround } from "../ground.js";

/** Words that reading stances needs of a language. */
export type StanceWords = Readonly<Record<string, never>>;

/** The stances told by a document, in order. */
export function findStances(_ground: EventGround, _words: StanceWords): readonly StanceMention[] {
  return [];
}
