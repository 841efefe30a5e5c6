// Whom "it" at the head of a clause means where nobody else says so: the side that the sentence before begins with, by its
// name or by its paper ("Norland turned the answers round. It …", "Norland's reply went out. It …").
import { is, isMention, lower, type Scene, sentenceOf, upos } from "./scene.js";

const back = 3; // sentences

/** The state or organization that an actor speaks for in this document; null where the document does not say. */
function partyOf(scene: Scene, actor: number): number | null {
  let at = actor;
  for (let depth = 0; depth < 5; depth++) {
    const known = scene.resolution.actors[at];
    if (!known) return null;
    if (known.kind === "state" || known.kind === "organization") return at;
    const above = known.memberOf[0]?.actor;
    if (above === undefined || above === at) return null;
    at = above;
  }
  return null;
}

const parties = (scene: Scene, actors: readonly number[]): number[] => [
  ...new Set(actors.flatMap((actor) => partyOf(scene, actor) ?? [])),
];

/** The two parties that the report as a whole is about: those named most, where nobody else comes near. */
function mainSides(scene: Scene): readonly number[] {
  const counts = new Map<number, number>();
  for (const { actor } of scene.resolution.mentions) {
    const party = actor === null ? null : partyOf(scene, actor);
    if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [one, two, three] = ranked;
  const clear = one && two && two[1] >= 2 && two[1] >= 1.5 * (three?.[1] ?? 0);
  return clear ? [one[0], two[0]].sort((a, b) => a - b) : [];
}

/** Whom "both sides", "the two countries" mean, where the noun of it stands at `end` and the phrase begins at `first`: the two that last did something together, else the two that the report is about. */
export function bothMeant(scene: Scene, first: number, end: number): readonly number[] {
  if (!is(scene, "sides", end)) return [];
  let both = false;
  for (let i = first; i < end; i++) if (is(scene, "both", i)) both = true;
  if (!both && !(is(scene, "sides-plain", end) && is(scene, "determiner", end - 1))) return [];
  const at = scene.tokens[first]?.start ?? 0;
  const before = scene.events.filter((event) => event.start < at).sort((a, b) => b.start - a.start);
  for (const { participants } of before) {
    const found = parties(
      scene,
      participants.filter(({ role }) => role !== "host").map(({ actor }) => actor),
    );
    if (found.length === 2) return found.sort((a, b) => a - b);
    if (found.length > 2) break;
  }
  return mainSides(scene);
}

/** Whom "the other side" means, said by somebody of one of the two sides that the report is about; none where they are not two. */
export function otherSide(scene: Scene, head: number, speakers: readonly number[]): readonly number[] {
  if (!is(scene, "one-side", head) || !is(scene, "opposite", head - 1) || speakers.length === 0) return [];
  const [sides, own] = [mainSides(scene), parties(scene, speakers)];
  const others = sides.filter((side) => !own.includes(side));
  return sides.length === 2 && others.length === 1 ? others : [];
}

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
