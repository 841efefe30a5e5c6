// What somebody is asked about and leaves without an answer: "Asked about the deadline, she declined to comment".
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { subjectOf } from "./subject.js";
import { termsFrom } from "./terms.js";

/** What the sentence begins by asking about; null where it does not. */
function questionOf(scene: Scene, first: number): Chunk | null {
  if (!is(scene, "asked", first)) return null;
  if (is(scene, "about", first + 1)) return termsFrom(scene, first + 2)[0] ?? null;
  if (!is(scene, "doubt", first + 1)) return null;
  const { last: end } = sentenceOf(scene, first);
  for (let i = first + 2; i < end && i < first + 14 && lower(scene, i) !== ","; i++)
    if (is(scene, "intending", i) && upos(scene, i + 1) === "VERB") return termsFrom(scene, i + 1)[0] ?? null;
  return null;
}

/** The verb by which an answer is declined behind token `from`: "refused to say", "would not comment"; null where none stands there. */
function declinedAt(scene: Scene, from: number, end: number): number | null {
  for (let i = from; i < end && lower(scene, i) !== '"'; i++) {
    const declined = is(scene, "declining", i) && is(scene, "infinitive", i + 1) && is(scene, "commenting", i + 2);
    if (declined) return i;
    if (is(scene, "auxiliary", i) && is(scene, "not", i + 1) && is(scene, "commenting", i + 2)) return i;
  }
  return null;
}

/** The questions of a sentence that were left open. */
export function askedStances(scene: Scene, first: number, last: number): StanceDraft[] {
  const begin = lower(scene, first) === '"' ? first + 1 : first;
  const term = questionOf(scene, begin);
  const at = term === null ? null : declinedAt(scene, term.last, last);
  if (term === null || at === null) return [];
  const { actors } = subjectOf(scene, verbGroup(scene, at).first);
  if (actors.length === 0) return [];
  const clause = { first: begin, last: Math.max(at + 1, term.last) };
  return [{ clause, at, term, actors, stance: "noncommittal", rule: "stances/asked", score: 0.55, papers: false }];
}
