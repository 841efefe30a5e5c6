// A matter told at the head of the sentence: "On overtime, the company offered an increase". What follows only says how much
// or how long; the head says of what.
import { type Chunk, is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";

const longest = 9;

/** The noun phrase that a sentence puts first behind "on", "as for"; null where it puts none. */
function topicOf(scene: Scene, at: number): Chunk | null {
  const { first, last } = sentenceOf(scene, at);
  if (!is(scene, "about", first) || isMention(scene, first + 1) || (scene.timexOf[first + 1] ?? -1) >= 0) return null;
  let end = first + 1;
  while (end < last && end < first + longest && (isNominal(scene, end) || upos(scene, end) === "ADP")) end++;
  return lower(scene, end) === "," && end > first + 1 && end < at ? { first: first + 1, last: end } : null;
}

/** Whether a term only says how much or how long. */
function onlyDegree(scene: Scene, term: Chunk): boolean {
  for (let i = term.first; i < term.last; i++) {
    if ((scene.timexOf[i] ?? -1) >= 0 || is(scene, "degree", i) || is(scene, "determiner", i) || is(scene, "vague", i))
      continue;
    if (["NOUN", "PROPN", "VERB"].includes(upos(scene, i)) || isMention(scene, i)) return false;
  }
  return true;
}

/** The term, or the topic of the sentence where the term only says how much. */
export function topicFor(scene: Scene, at: number, term: Chunk): Chunk {
  return onlyDegree(scene, term) ? (topicOf(scene, at) ?? term) : term;
}
