// Duties that a speaker or a paper lays on another: "NATO must renounce X", said by Russia, is a demand of Russia.
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, lower, type Scene, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { subjectOf } from "./subject.js";
import { termsFrom } from "./terms.js";
import { dependents, phraseOf, subjectHead } from "./tree.js";
import { type Papers, sameParty, voiceAt } from "./voice.js";

/** The first word of what must be done behind the duty word at `at`; null where it lays no duty. */
function dutyAt(scene: Scene, at: number): number | null {
  if (isMention(scene, at) || !is(scene, "directive", at)) return null;
  let verb = is(scene, "plain-duty", at) ? at + 1 : is(scene, "infinitive", at + 1) ? at + 2 : -1;
  if (verb < 0) return null;
  while (upos(scene, verb) === "ADV" && !is(scene, "not", verb)) verb++;
  return is(scene, "auxiliary", verb) && !is(scene, "have", verb) ? null : verb;
}

/** What a duty is to undo: "[the merger] should be stopped"; null where it undoes nothing. */
function refusedBy(scene: Scene, at: number, { first, last }: Chunk): Chunk | null {
  for (let i = at + 1; i < last; i++)
    if (is(scene, "undoing", i) && is(scene, "be", i - 1)) {
      let end = i - 1;
      while (
        end > first &&
        (is(scene, "plain-duty", end - 1) ||
          is(scene, "auxiliary", end - 1) ||
          upos(scene, end - 1) === "ADV" ||
          lower(scene, end - 1) === '"')
      )
        end--;
      return { first, last: end };
    }
  return null;
}

/** A duty laid on nobody named: "the rebels must [lay down their arms]", "[the strikes] should [be called off]"; null where a party or a pronoun bears it. */
function dutyOfThing(scene: Scene, at: number): Chunk | null {
  if (!is(scene, "plain-duty", at) && !is(scene, "infinitive", at + 1)) return null; // "has been" lays no duty
  const helper = scene.tokens[at];
  const verb = helper?.relation.startsWith("aux") ? helper.head : (dependents(scene, at, "xcomp")[0] ?? -1);
  const head = verb < 0 ? null : (subjectHead(scene, verb) ?? subjectHead(scene, at));
  if (verb < at || head === null || head >= at || upos(scene, head) !== "NOUN" || isMention(scene, head)) return null;
  if (upos(scene, verb) !== "VERB" || is(scene, "idle", verb)) return null;
  if (is(scene, "collective", head)) return termsFrom(scene, verb)[0] ?? null;
  const passive = dependents(scene, verb, "aux:pass").length > 0;
  const behind = phraseOf(scene, verb, ["advcl", "conj", "cc", "parataxis", "acl"]);
  const acting = !passive && dependents(scene, verb, "obj", "xcomp").length > 0;
  if (acting && !is(scene, "vague", head) && !is(scene, "papers", head)) return termsFrom(scene, verb)[0] ?? null;
  return behind.last - behind.first < 24
    ? { first: phraseOf(scene, head).first, last: Math.max(verb + 1, behind.last) }
    : null;
}

/** Whether the clause of a duty is a condition or a doubt: "provided that Russia has to", "if they must". */
function isConditional(scene: Scene, at: number, floor: number): boolean {
  for (let i = at - 1; i >= floor && i > at - 8 && lower(scene, i) !== ","; i--) {
    if (is(scene, "doubt", i) || is(scene, "condition", i)) return true;
  }
  return false;
}

/** The duties of a sentence. */
export function dutyStances(
  scene: Scene,
  papers: readonly (Papers | null)[],
  first: number,
  last: number,
): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  for (let at = first; at < last; at++) {
    const verb = dutyAt(scene, at);
    const whole = isMention(scene, at) || !is(scene, "directive", at) ? null : dutyOfThing(scene, at);
    const speaking = voiceAt(scene, papers, at);
    if (whole && speaking.actors.length > 0 && !isConditional(scene, at, first)) {
      const [actors, toldBy] = [speaking.actors, speaking.papers !== null];
      const against = refusedBy(scene, at, whole);
      if (against) {
        const clause = whole;
        drafts.push({
          clause,
          at,
          term: against,
          actors,
          stance: "rejects",
          rule: "stances/duty-of",
          score: 0.5,
          papers: toldBy,
        });
        continue;
      }
      drafts.push({
        clause: whole,
        at,
        term: whole,
        actors,
        stance: "demands",
        rule: "stances/duty-of",
        score: 0.45,
        papers: toldBy,
      });
      continue;
    }
    if (verb === null || isConditional(scene, at, first)) continue;
    const voice = voiceAt(scene, papers, at);
    const subject = subjectOf(scene, verbGroup(scene, at).first);
    const [voices, bound] = [voice.actors, subject.actors];
    const thing = bound.length === 0 && (subject.paper || is(scene, "vague", subject.head)); // "any offer must include …"
    if (voices.length === 0 || (bound.length === 0 && !thing)) continue;
    const others = thing || bound.some((actor) => !voices.some((speaker) => sameParty(scene, actor, speaker)));
    const own = is(scene, "have", verb) && upos(scene, verb + 1) !== "VERB" && !is(scene, "be", verb);
    if (!others && !own) continue;
    for (const term of termsFrom(
      scene,
      (own && !others) || (thing && is(scene, "including", verb)) ? verb + 1 : verb,
    )) {
      if (term.last - term.first < 2 && lower(scene, term.first).length < 4) continue;
      const clause = { first: Math.min(subject.first, term.first), last: term.last };
      drafts.push({
        clause,
        at,
        term,
        actors: voices,
        stance: "demands",
        rule: "stances/duty",
        score: voice.papers ? 0.85 : is(scene, "sides", subject.head) ? 0.45 : 0.6, // "the parties must talk": no matter between them
        papers: voice.papers !== null,
      });
    }
  }
  return drafts;
}
