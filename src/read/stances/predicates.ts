// Demands and conditions told by a copula: "a referendum remains the rebels' main demand", "the union's main demand is [a shorter
// week]", "made the withdrawal of the troops a condition for talks".
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, lower, type Scene, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { actorsOfPhrase, subjectOf } from "./subject.js";
import { opensPhrase, termsFrom, trimTail } from "./terms.js";
import { phraseOf, subjectHead } from "./tree.js";

type Owner = { readonly actors: readonly number[]; readonly first: number };

/** Who owns the demand at `noun`, before it: "[the rebels'] main demand". */
function ownerOf(scene: Scene, noun: number, floor: number): Owner | null {
  let i = noun - 1;
  while (i > floor && (upos(scene, i) === "ADJ" || is(scene, "central", i)) && !isMention(scene, i)) i--;
  if (lower(scene, i) === "'s" || lower(scene, i) === "'") i--;
  if (i < floor || !isMention(scene, i)) return null;
  const { actors, first } = actorsOfPhrase(scene, i, floor);
  return actors.length > 0 ? { actors, first } : null;
}

const isRedLine = (scene: Scene, at: number): boolean => is(scene, "lines", at) && is(scene, "red", at - 1);

/** Whether the noun at `at` names a demand or a condition. */
const isDemand = (scene: Scene, at: number): boolean =>
  (is(scene, "a-demand", at) || is(scene, "goal", at) || isRedLine(scene, at)) &&
  !isMention(scene, at) &&
  upos(scene, at) === "NOUN";

/** The thing that a copula calls a demand: "[a referendum on autonomy] remains the rebels' demand". */
function calledSo(scene: Scene, noun: number, owner: Owner): Chunk | null {
  const subject = subjectHead(scene, noun) ?? subjectHead(scene, scene.tokens[noun]?.head ?? -1);
  if (subject === null || subject >= owner.first || upos(scene, subject) === "PRON" || isMention(scene, subject))
    return null;
  const copula =
    is(scene, "be", owner.first - 1) || is(scene, "copular", owner.first - 1) || is(scene, "copula", owner.first - 1);
  return copula ? trimTail(scene, phraseOf(scene, subject, ["acl:relcl", "advcl", "parataxis"])) : null;
}

/** What a party made a condition: "Norland made [the withdrawal] a condition". */
function madeCondition(scene: Scene, noun: number, floor: number): { term: Chunk; owner: Owner } | null {
  const article = isRedLine(scene, noun) ? noun - 2 : noun - 1;
  if (!is(scene, "own-kind", article)) return null;
  let verb = article - 1;
  while (verb > floor && verb > noun - 16 && !is(scene, "making-one", verb)) verb--;
  if (!is(scene, "making-one", verb) || !opensPhrase(scene, verb + 1) || verb + 1 >= article) return null;
  const { actors, first } = subjectOf(scene, verbGroup(scene, verb).first);
  return actors.length > 0 ? { term: { first: verb + 1, last: article }, owner: { actors, first } } : null;
}

/** The demands that predicates of a sentence tell. */
export function predicateStances(scene: Scene, first: number, last: number): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  for (let at = first; at < last; at++) {
    if (!isDemand(scene, at)) continue;
    const made = madeCondition(scene, at, first);
    const owner = made?.owner ?? ownerOf(scene, at, first);
    if (!owner) continue;
    const led =
      (is(scene, "be", at + 1) || is(scene, "copula", at + 1)) &&
      opensPhrase(scene, at + 2) &&
      !is(scene, "not", at + 2);
    const called = made ? null : calledSo(scene, at, owner);
    const terms = made ? [made.term] : led ? termsFrom(scene, at + 2) : called ? [called] : [];
    for (const term of terms) {
      const clause = { first: Math.min(owner.first, term.first), last: Math.max(at + 1, term.last) };
      drafts.push({
        clause,
        at,
        term,
        actors: owner.actors,
        stance: "demands",
        rule: "stances/predicate",
        score: 0.75,
        papers: false,
      });
    }
  }
  return drafts;
}
