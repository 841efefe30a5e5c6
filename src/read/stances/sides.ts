// Whom "it" at the head of a clause means where nobody else says so: the side that the sentence before begins with, by its
// name or by its paper ("Norland turned the answers round. It …", "Norland's reply went out. It …").
import { is, isMention, lower, type Scene, sentenceOf, upos } from "./scene.js";

const back = 3; // sentences

/** The side whose name a sentence begins with; null where it begins otherwise, or with a person. */
function sideAtHead(scene: Scene, first: number, last: number): readonly number[] | null {
  const start = is(scene, "determiner", first) ? first + 1 : first;
  if (!isMention(scene, start) || upos(scene, start) === "PRON") return null;
  let end = start;
  while (end < last && scene.mentionOf[end] === scene.mentionOf[start]) end++;
  const owns = lower(scene, end) === "'s" || lower(scene, end - 1) === "'s";
  const behind = lower(scene, end) === "'s" ? end + 1 : end;
  const leads = ["VERB", "AUX", "ADV"].includes(upos(scene, behind)) || (owns && is(scene, "papers", behind));
  const actor = scene.resolution.mentions[scene.mentionOf[start] ?? -1]?.actor ?? null;
  const known = actor !== null && scene.resolution.actors[actor]?.kind !== "person";
  return leads && known ? [actor] : null;
}

/** The side meant by an unresolved "it" at token `at`, by the sentences before it in its paragraph; none where they begin otherwise. */
export function sideMeant(scene: Scene, at: number): readonly number[] {
  if (!is(scene, "neuter", at) || isMention(scene, at)) return [];
  const here = scene.tokens[at]?.sentence ?? -1;
  const paragraph = scene.analysis.sentences[here]?.paragraph;
  for (let index = here - 1; index >= here - back; index--) {
    const sentence = scene.analysis.sentences[index];
    if (!sentence || sentence.paragraph !== paragraph) return [];
    const side = sideAtHead(scene, sentence.first, sentence.last);
    if (side) return side;
    if (!is(scene, "neuter", sentenceOf(scene, sentence.first).first)) return [];
  }
  return [];
}
