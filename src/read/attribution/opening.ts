// The circumstances that open a sentence before its speaker: "In a letter to the staff, a copy of which was seen, X wrote", "Reached by telephone on Friday, X said".
import { type Ground, isA, lowerAt, quoteOpening } from "./ground.js";
import { type Occasion, occasionAt } from "./occasion.js";

/** What of an occasion such an opening can tell. */
export type Opening = Pick<Occasion, "channel" | "timex">;

const nothing: Opening = { channel: null, timex: null };

/** Whether tokens [from, to) can stand between the opening and its speaker: nothing, or asides that a comma ends and that no other clause is joined to. */
function isAside(ground: Ground, from: number, to: number): boolean {
  if (from >= to) return true;
  if (lowerAt(ground, to - 1) !== ",") return false;
  for (let i = from; i < to; i++)
    if (isA(ground, i, "joiner") || /^[;:]$/.test(lowerAt(ground, i)) || quoteOpening(ground, i)) return false;
  return true;
}

/**
 * What the words from token `from` to the speaker at token `to` tell of the saying: only where they begin with a preposition or with a participle of
 * speaking ("asked", "reached", "speaking"); a day alone only behind such a participle or with a channel, as it may date anything else.
 */
export function openingOccasion(ground: Ground, from: number, to: number): Opening {
  const led = isA(ground, from, "speaking") || isA(ground, from, "reached");
  if (from >= to || !(led || isA(ground, from, "preposition"))) return nothing;
  const { channel, timex, end } = occasionAt(ground, led ? from + 1 : from, to, false);
  const asked = led && isA(ground, end, "question"); // "Asked on Friday whether …, X said"
  if (!asked && !isAside(ground, end, to)) return nothing;
  return led || channel ? { channel, timex } : nothing;
}
