// The points of a paper: "handed both sides a two-point plan. The bridge would open; the prisoners would go home." Each clause
// is a provision, and "the second point" means the second of them wherever it is told later.
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, lower, type Scene, sentenceOf } from "./scene.js";
import { trimTail } from "./terms.js";
import type { Papers } from "./voice.js";

/** The provisions of one paper, in its order. */
export type Points = { readonly terms: readonly Chunk[]; readonly papers: Papers };

/** The clauses of a sentence that semicolons part; none where it has none. */
function clausesOf(scene: Scene, sentence: Chunk): Chunk[] {
  const found: Chunk[] = [];
  let first = sentence.first;
  for (let i = sentence.first; i <= sentence.last; i++) {
    if (i < sentence.last && !/^[;.]$/.test(lower(scene, i))) continue;
    while (first < i && is(scene, "conjunction", first)) first++;
    const trimmed = trimTail(scene, { first, last: i });
    const chunk = trimmed.last === i - 1 ? { first, last: i } : trimmed; // "would go [home]"
    if (chunk.last > chunk.first + 1) found.push(chunk);
    first = i + 1;
  }
  return found.length > 1 ? found : [];
}

/** The points that the sentence behind a handing-over lists; null where the paper has no points, or no list follows. */
export function pointsOf(scene: Scene, papers: Papers): Points | null {
  const { first, last } = sentenceOf(scene, papers.noun);
  let told = false;
  for (let i = first; i < last; i++) if (is(scene, "point", i) && !isMention(scene, i)) told = true;
  const next = scene.analysis.sentences[papers.sentence + 1];
  if (!told || !next || next.paragraph !== papers.paragraph) return null;
  const terms = clausesOf(scene, { first: next.first, last: next.last });
  return terms.length > 0 ? { terms, papers } : null;
}

/** What the authors of a paper propose by its points. */
export function pointStances({ terms, papers }: Points): StanceDraft[] {
  return terms.map((term) => ({
    clause: term,
    at: term.first,
    term,
    actors: papers.authors,
    stance: "proposes",
    rule: "stances/points",
    score: 0.7,
    papers: true,
  }));
}

/** The point that a term names by its number: "the second point", "the third"; null where it names none. */
export function pointMeant(scene: Scene, { first, last }: Chunk, points: Points | null): Chunk | null {
  const begin = is(scene, "determiner", first) ? first + 1 : first;
  const nth = scene.words.ordinal(lower(scene, begin));
  const alone = last === begin + 1 || (last === begin + 2 && is(scene, "point", begin + 1));
  return nth !== null && alone ? (points?.terms[nth - 1] ?? null) : null;
}
