// What somebody wants who refuses a thing for lack of it: "will not sign a contract that does not [cap class sizes]", "cannot
// accept a text without [a date]".
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { opensPhrase, termsFrom } from "./terms.js";

/** Where begins what the thing of a term lacks; null where it lacks nothing. */
function lackedAt(scene: Scene, { first, last }: Chunk): number | null {
  for (let i = first + 1; i + 1 < last; i++) {
    const ing = upos(scene, i + 1) === "VERB" && lower(scene, i + 1).endsWith("ing");
    if (is(scene, "lacking", i)) return opensPhrase(scene, i + 1) && !ing ? i + 1 : null;
    if (!is(scene, "relative", i) && !is(scene, "that", i)) continue;
    const not = is(scene, "auxiliary", i + 1) && is(scene, "not", i + 2) ? i + 3 : null;
    return not !== null && upos(scene, not) === "VERB" ? not : null;
  }
  return null;
}

/** What a sentence begins by calling for: "Without [a limit on hours] there will be no deal"; null where it does not. */
function withoutAhead(scene: Scene, at: number): Chunk | null {
  const { first } = sentenceOf(scene, at);
  const begin = lower(scene, first) === '"' ? first + 1 : first;
  if (!is(scene, "lacking", begin) || !opensPhrase(scene, begin + 1)) return null;
  const [term] = termsFrom(scene, begin + 1);
  if (!term) return null;
  for (let i = term.first + 1; i < term.last; i++) if (is(scene, "there", i)) return { first: term.first, last: i };
  return term.last <= at ? term : null;
}

/** The draft, turned into a demand where it refuses a thing for what it lacks. */
export function withLack(scene: Scene, draft: StanceDraft): StanceDraft {
  if (draft.stance !== "rejects") return draft;
  const ahead = draft.rule === "stances/will-be-no" ? withoutAhead(scene, draft.at) : null;
  if (ahead) return { ...draft, term: ahead, stance: "demands", rule: "stances/lacking" };
  const from = lackedAt(scene, draft.term);
  const [term] = from === null ? [] : termsFrom(scene, from);
  return term ? { ...draft, term, stance: "demands", rule: "stances/lacking" } : draft;
}
