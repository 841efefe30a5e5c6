// Conditions: "the union would call off the strike if the yard withdrew its plan" is a conditional stance on the strike and a
// demand for the withdrawal. Read over the dependency tree: a clause under "if", "unless", "only after" and what it hangs on.

import type { StanceDraft } from "./draft.js";
import { namesNothing } from "./lists.js";
import { type Chunk, is, isMention, type Scene, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { speakerMeant, subjectOf } from "./subject.js";
import { termsFrom } from "./terms.js";
import { dependents, headOf, phraseOf, relationOf, subjectHead } from "./tree.js";
import { type Papers, sameParty, voiceAt } from "./voice.js";

type Condition = { readonly mark: number; readonly verb: number; readonly main: number };

/** A clause of a condition that begins with the token at `mark`, with its verb and the verb that it is put to. */
function conditionAt(scene: Scene, mark: number): Condition | null {
  if (relationOf(scene, mark) !== "mark" || isMention(scene, mark)) return null;
  const only = is(scene, "only", mark - 1);
  if (!is(scene, "if", mark) && !(only && is(scene, "only-behind", mark))) return null;
  const verb = headOf(scene, mark);
  const main = headOf(scene, verb);
  const relation = relationOf(scene, verb);
  const told = relation.startsWith("advcl") || (relation === "ccomp" && (only || is(scene, "unless", mark)));
  return told && main >= 0 ? { mark, verb, main } : null;
}

/** The verb group's helpers and those of the verbs that it is the infinitive of: "[would be prepared] to discuss". */
function isOpen(scene: Scene, main: number): boolean {
  for (let at = main, steps = 0; at >= 0 && steps < 4; steps++) {
    const helpers = dependents(scene, at, "aux", "cop");
    if (helpers.some((helper) => is(scene, "open-helper", helper))) return true;
    if (is(scene, "open-word", at)) return true;
    if (!relationOf(scene, at).startsWith("xcomp")) return false;
    at = headOf(scene, at);
  }
  return false;
}

const topOf = (scene: Scene, main: number): number => {
  let top = main;
  while (relationOf(scene, top).startsWith("xcomp") && headOf(scene, top) >= 0) top = headOf(scene, top);
  return top;
};

const isPassive = (scene: Scene, verb: number): boolean => dependents(scene, verb, "aux:pass").length > 0;
const isNegated = (scene: Scene, verb: number): boolean =>
  dependents(scene, verb, "advmod").some((word) => is(scene, "not", word));

type Owner = { readonly actors: readonly number[]; readonly thing: number | null };

/** Who puts the condition: the subject of the main clause where it is a party, else whoever speaks. `thing`: the subject that is no party. */
function ownerOf(scene: Scene, papers: readonly (Papers | null)[], main: number): Owner {
  const top = topOf(scene, main);
  const voice = voiceAt(scene, papers, main);
  const subject = subjectOf(scene, verbGroup(scene, top).first);
  const speaking = speakerMeant(scene, subject);
  const head = subjectHead(scene, top);
  if (speaking.length > 0) return { actors: speaking, thing: null };
  if (subject.actors.length === 0)
    return {
      actors: voice.papers ? [] : voice.actors,
      thing: head !== null && upos(scene, head) !== "PRON" ? head : null,
    };
  const own =
    voice.actors.length === 0 ||
    subject.actors.some((actor) => voice.actors.some((speaker) => sameParty(scene, actor, speaker)));
  return { actors: own ? subject.actors : [], thing: null };
}

/** The words that name what the verb of a clause tells: from the verb, or with its subject where that is no party. */
function termOf(scene: Scene, verb: number, withSubject: boolean): Chunk | null {
  const subject = subjectHead(scene, verb);
  if (withSubject && subject !== null && subject < verb) {
    const { last } = phraseOf(scene, verb, ["advcl", "cc", "conj", "parataxis"]);
    const first = phraseOf(scene, subject).first;
    return last - first <= 22 ? { first, last } : { first, last: verb + 1 };
  }
  return termsFrom(scene, verb)[0] ?? null;
}

const says = (scene: Scene, term: Chunk): boolean => {
  if (namesNothing(scene, term) || is(scene, "no-matter", term.last - 1)) return false;
  for (let i = term.first; i < term.last; i++)
    if (upos(scene, i) === "NOUN" && !is(scene, "vague", i) && (scene.timexOf[i] ?? -1) < 0) return true;
  return false;
};

/** What the condition asks for: what another is to do, or what is to be done. */
function askedFor(scene: Scene, { verb }: Condition, owner: readonly number[]): Chunk | null {
  const head = subjectHead(scene, verb);
  if (head === null || is(scene, "idle", verb) || is(scene, "auxiliary", verb)) return null;
  const subject = subjectOf(scene, verbGroup(scene, verb).first);
  const own =
    is(scene, "pronoun", head) || subject.actors.some((actor) => owner.some((one) => sameParty(scene, one, actor)));
  if (own || upos(scene, head) === "PRON") return null;
  const party = subject.actors.length > 0 || is(scene, "collective", head);
  const infinitive = dependents(scene, verb, "xcomp")[0]; // "if the company agrees to [reopen the books]"
  const given = is(scene, "giving", verb) && infinitive !== undefined ? infinitive : verb;
  return termOf(scene, given, !party);
}

/** The conditional stances of a sentence, and the demands that they put as conditions. */
export function conditionStances(
  scene: Scene,
  papers: readonly (Papers | null)[],
  first: number,
  last: number,
): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  for (let mark = first; mark < last; mark++) {
    const condition = conditionAt(scene, mark);
    if (!condition || !isOpen(scene, condition.main)) continue;
    const { actors, thing } = ownerOf(scene, papers, condition.main);
    if (actors.length === 0) continue;
    const draft = (term: Chunk, stance: "conditional" | "demands", rule: string, score: number): StanceDraft => ({
      clause: { first: Math.min(term.first, condition.mark), last: Math.max(term.last, condition.mark + 1) },
      at: stance === "demands" ? condition.verb : condition.main,
      term,
      actors,
      stance,
      rule: `stances/${rule}`,
      score,
      papers: false,
    });
    const lifted = isNegated(scene, condition.verb) || is(scene, "unless", condition.mark);
    const threat = is(scene, "threat", condition.main) || is(scene, "threat", topOf(scene, condition.main));
    const given = termOf(scene, condition.main, thing !== null || isPassive(scene, condition.main));
    if (given && !lifted && !threat && says(scene, given)) drafts.push(draft(given, "conditional", "given-if", 0.55));
    const withheld = threat || isNegated(scene, condition.main) || isNegated(scene, topOf(scene, condition.main)); // "will not return until"
    const asked = withheld === lifted ? askedFor(scene, condition, actors) : null; // who will respond if another invades does not ask for it
    if (asked && says(scene, asked)) drafts.push(draft(asked, "demands", "asked-if", 0.55));
  }
  return drafts;
}
