// Judgements of an offer or a demand: "described the offer as insulting", "called the timetable far too slow", "the price is too
// low, the board said". The matter is the thing judged; the word that judges says whether it is refused or welcomed.
import type { Stance } from "../../model/words.js";
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, lower, type Scene, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { subjectOf } from "./subject.js";
import { dependents, phraseOf, relationOf, subjectHead } from "./tree.js";
import { type Papers, voiceAt } from "./voice.js";

/** What a judging word says of its thing; null where it judges nothing. "too slow", "not enough" refuse. */
function judged(scene: Scene, word: number): Stance | null {
  const behind = dependents(scene, word, "advmod", "det");
  const negated = behind.some((at) => is(scene, "not", at));
  if (behind.some((at) => is(scene, "too", at)) && upos(scene, word) === "ADJ") return negated ? null : "rejects";
  if (is(scene, "enough", word) || behind.some((at) => is(scene, "enough", at))) return negated ? "rejects" : null;
  const described = [word, ...dependents(scene, word, "amod", "compound", "conj")];
  if (described.some((at) => is(scene, "bad", at))) return negated ? "noncommittal" : "rejects";
  if (described.some((at) => is(scene, "good", at))) return negated ? "rejects" : "supports";
  if (described.some((at) => is(scene, "lukewarm", at))) return negated ? null : "noncommittal";
  return null;
}

/** The judging word behind a verb such as "describe" or "call". */
function judgingWord(scene: Scene, verb: number): number | null {
  const found = dependents(scene, verb, "xcomp", "obl", "obj", "ccomp", "advcl").filter((at) => at > verb + 1);
  return found.find((at) => judged(scene, at) !== null) ?? null;
}

/** "[it] a basis for discussion", "[the offer] as insulting": the thing between the verb and what is said of it. */
function thingBetween(scene: Scene, verb: number, word: number): Chunk | null {
  const head = dependents(scene, verb, "obj", "nsubj", "xcomp").find((at) => at > verb && at < word);
  if (head === undefined) return null;
  const phrase = phraseOf(scene, head, ["acl", "parataxis", "xcomp", "advcl"]);
  const last = Math.min(phrase.last, phraseOf(scene, word).first);
  return last > phrase.first ? { first: Math.max(phrase.first, verb + 1), last } : null;
}

/** Whether a phrase names what can be refused or welcomed: an offer, a demand, a price; "it" and "that" mean the last of them. */
function isJudgeable(scene: Scene, { first, last }: Chunk): boolean {
  for (let i = first; i < last; i++) if (is(scene, "vague", i) || is(scene, "offered", i)) return true;
  return false;
}

/** A phrase cut where a clause without its pronoun begins: "a quota of the kind | we were shown". */
function beforeClause(scene: Scene, { first, last }: Chunk): Chunk {
  for (let i = first + 1; i + 1 < last; i++)
    if (is(scene, "pronoun", i) && is(scene, "auxiliary", i + 1)) return { first, last: i };
  return { first, last };
}

/** The judgements of a sentence. */
export function judgementStances(
  scene: Scene,
  papers: readonly (Papers | null)[],
  first: number,
  last: number,
): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  const add = (term: Chunk, at: number, actors: readonly number[], stance: Stance, rule: string, word = at): void => {
    const judgeable = isJudgeable(scene, term) || (is(scene, "flat", word) && !isMention(scene, term.last - 1));
    if (actors.length === 0 || term.last <= term.first || !judgeable) return;
    const clause = { first: Math.min(term.first, at), last: Math.max(term.last, at + 1) };
    drafts.push({ clause, at, term, actors, stance, rule: `stances/${rule}`, score: 0.6, papers: false });
  };
  for (let at = first; at < last; at++) {
    if (isMention(scene, at)) continue;
    if (is(scene, "judging", at)) {
      const word = judgingWord(scene, at);
      const stance = word === null ? null : judged(scene, word);
      const term = word === null ? null : thingBetween(scene, at, word);
      const judge = subjectOf(scene, verbGroup(scene, at).first).actors;
      if (stance && term && word !== null) add(term, at, judge, stance, "judged-as", word);
      continue;
    }
    const subject = subjectHead(scene, at);
    const voice = voiceAt(scene, papers, at);
    if (subject === null || subject > at || voice.papers || isMention(scene, subject)) continue;
    if (dependents(scene, at, "cop").length === 0 && !is(scene, "falling-short", at)) continue;
    const stance = is(scene, "falling-short", at) ? "rejects" : judged(scene, at);
    const known = upos(scene, subject) === "NOUN" || is(scene, "neuter", subject) || lower(scene, subject) === "that";
    if (stance === null || !known || relationOf(scene, subject).includes("expl")) continue;
    add(beforeClause(scene, phraseOf(scene, subject, ["acl"])), at, voice.actors, stance, "judged");
  }
  return drafts;
}
