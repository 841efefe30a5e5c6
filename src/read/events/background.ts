// Background: sentences that the report itself tells as past.
import type { Range } from "../../model/span.js";
import type { EventGround } from "../ground.js";
import type { EventWords } from "./words.js";

/** The sentences that the report tells as past, in order. */
export function findBackground(_ground: EventGround, _words: EventWords): readonly Range[] {
  return [];
}
