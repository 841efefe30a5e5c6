// Stances named by nouns: "the Dockers' claim for 9 percent", "three key demands: A, B and C", "draft agreements on security
// guarantees" that somebody made public.
import { clauseTerms } from "./complements.js";
import type { StanceDraft } from "./draft.js";
import { dutiesBehind, listed } from "./lists.js";
import { type Chunk, is, isMention, isNominal, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { actorsOfPhrase, finiteBefore, finiteOwner, subjectOf } from "./subject.js";
import { opensPhrase, termsFrom } from "./terms.js";
import { phraseOf } from "./tree.js";
import { lastSpeaker, type Papers, voiceAt } from "./voice.js";

/** Who owns what the noun at `at` names: the possessive before it. */
function ownerBefore(scene: Scene, at: number, floor: number): { actors: readonly number[]; first: number } | null {
  let i = at - 1;
  while (
    i >= floor &&
    (upos(scene, i) === "ADJ" || upos(scene, i) === "NUM" || upos(scene, i) === "NOUN") &&
    !isMention(scene, i)
  )
    i--;
  if (i < floor) return null;
  if (lower(scene, i) === "'s" || lower(scene, i) === "'") i--;
  if (isMention(scene, i)) {
    const { actors, first } = actorsOfPhrase(scene, i, Math.max(floor, i - 6));
    return actors.length > 0 ? { actors, first } : null;
  }
  return null;
}

/** Who is named behind a noun as its author: "a proposal [by Kestrel] to close the yard", "a demand [from the Dockers] that"; with the token behind the name. */
function ownerBehind(scene: Scene, at: number): { actors: readonly number[]; first: number; behind: number } | null {
  if (!(is(scene, "by", at + 1) || is(scene, "author", at + 1))) return null;
  let last = at + 2;
  while (is(scene, "determiner", last) || (!isMention(scene, last) && isNominal(scene, last) && last < at + 5)) last++;
  if (!isMention(scene, last)) return null;
  while (scene.mentionOf[last + 1] === scene.mentionOf[last]) last++;
  const { actors } = actorsOfPhrase(scene, last, at + 2);
  return actors.length > 0 ? { actors, first: at, behind: last } : null;
}

/** A clause cut where the verb begins that the noun is the subject of: "the demand that ships land their catch | remains unresolved". */
function withinNoun(scene: Scene, noun: number, term: Chunk): Chunk {
  const { last } = phraseOf(scene, noun);
  const verb = upos(scene, last) === "VERB" || is(scene, "finite", last);
  return verb && last > term.first + 2 && last < term.last ? { first: term.first, last } : term;
}

/** Before the word that leads to the matter, over a copula and what it is not: "the complaint [is not about pay but] about the closure". */
function beforeLead(scene: Scene, at: number, leads: ReadonlySet<string>): number {
  if (!is(scene, "be", at + 1)) return at;
  if (!is(scene, "not", at + 2))
    return leads.has(lower(scene, at + 2)) && !is(scene, "infinitive", at + 2) ? at + 1 : at;
  const { last: end } = sentenceOf(scene, at);
  for (let i = at + 3; i + 1 < end && i < at + 14; i++)
    if (is(scene, "conjunction", i) && leads.has(lower(scene, i + 1))) return i;
  return at;
}

function leadTerms(scene: Scene, noun: number, leads: ReadonlySet<string>): Chunk[] {
  const at = beforeLead(scene, noun, leads);
  const next = lower(scene, at + 1);
  if (!leads.has(next)) return [];
  if (is(scene, "that", at + 1)) return clauseTerms(scene, at + 2).map((term) => withinNoun(scene, noun, term));
  const verbal = is(scene, "infinitive", at + 1) && (upos(scene, at + 2) === "VERB" || is(scene, "not", at + 2));
  if (is(scene, "infinitive", at + 1) && !verbal && !leads.has(`${next}+`)) return [];
  return verbal || opensPhrase(scene, at + 2) ? termsFrom(scene, at + 2).map((term) => beforeVerb(scene, term)) : [];
}

/** A term cut where the verb of the clause begins that it is the subject of: "a joint yard | arrived in May". */
function beforeVerb(scene: Scene, term: Chunk): Chunk {
  for (let i = term.first + 1; i < term.last; i++) {
    const token = scene.tokens[i];
    if (is(scene, "that", i) || is(scene, "relative", i)) break;
    const inflected = token?.upos === "VERB" && token.lower !== token.lemma && !token.lower.endsWith("ing");
    if (inflected && !isMention(scene, i) && !is(scene, "determiner", i - 1) && upos(scene, i - 1) !== "ADP")
      return { first: term.first, last: i };
  }
  return term;
}

/** Whether a hard word tells behind token `from` what a position is: "is impenetrable". */
function hardBehind(scene: Scene, from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 6; i++) if (is(scene, "hard", i)) return true;
  return false;
}

/** The subject of the verb of the clause that a list closes: "its envoy said yes under two conditions: …". */
function saidHere(scene: Scene, at: number, floor: number): { actors: readonly number[]; first: number } | null {
  const verb = finiteBefore(scene, at, floor);
  if (verb < 0) return null;
  const { actors, first } = subjectOf(scene, verbGroup(scene, verb).first);
  return actors.length > 0 ? { actors, first } : null;
}

/** The subject of the clause whose own the noun is: "Norland stuck to [its] demand for"; null where no possessive pronoun stands before the noun. */
function ownOf(scene: Scene, at: number, floor: number): { actors: readonly number[]; first: number } | null {
  let i = at - 1;
  while (i > floor && ["ADJ", "NUM", "NOUN"].includes(upos(scene, i))) i--;
  const verb = is(scene, "holding", i - 1) ? i - 1 : i - 2;
  if (!is(scene, "holding", verb) || !is(scene, "possessive", i) || verb <= floor) return null;
  const { actors, first } = subjectOf(scene, verbGroup(scene, verb).first);
  return actors.length > 0 ? { actors, first } : null;
}

/** The stances that the nouns of a sentence name. */
export function nounStances(
  scene: Scene,
  papers: readonly (Papers | null)[],
  first: number,
  last: number,
): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  for (let at = first; at < last; at++) {
    const noun = scene.words.nouns.get(lower(scene, at));
    if (
      !noun ||
      is(scene, "nobody", at - 1) ||
      isMention(scene, at) ||
      !(isNominal(scene, at) || is(scene, "determiner", at - 1))
    )
      continue;
    const items = noun.leads.has(":") ? listed(scene, at) : null;
    const author = ownerBehind(scene, at);
    const terms = items ?? leadTerms(scene, author?.behind ?? at, noun.leads);
    if (terms.length === 0 || (noun.leads.has("hard") && !hardBehind(scene, terms[0]?.last ?? at, last))) continue;
    const voice = voiceAt(scene, papers, at);
    const known = author ?? ownerBefore(scene, at, first) ?? ownOf(scene, at, first);
    const owner =
      known ??
      finiteOwner(scene, at, first) ??
      (items && voice.actors.length > 0 ? { actors: voice.actors, first: at } : null) ??
      (items && dutiesBehind(scene, at) ? saidHere(scene, at, first) : null) ??
      (items && at === first ? { actors: lastSpeaker(scene, at)?.actors ?? [], first: at } : null); // "Demands as before: …"
    if (!owner) continue;
    for (const term of terms) {
      drafts.push({
        clause: { first: Math.min(owner.first, at), last: term.last },
        at,
        term,
        actors: owner.actors,
        stance: noun.stance,
        rule: `stances/${noun.rule}`,
        score: items ? 0.9 : noun.score,
        standing: known !== null && !items,
        papers: voice.papers !== null,
      });
    }
  }
  return drafts;
}

/** What papers made public are about: "published draft agreements … on [security guarantees]" is a proposal of it. */
export function paperStances(scene: Scene, papers: Papers): StanceDraft[] {
  const { last: end } = sentenceOf(scene, papers.noun);
  for (let i = papers.noun + 1; i < end && i < papers.noun + 22; i++) {
    if (lower(scene, i) === "," && lower(scene, i + 1) !== "and") break;
    if (
      !is(scene, "about", i) ||
      !(isMention(scene, i - 1) || is(scene, "papers", i - 1)) ||
      !opensPhrase(scene, i + 1) ||
      isMention(scene, i + 1) ||
      (scene.timexOf[i + 1] ?? -1) >= 0 ||
      is(scene, "determiner", i + 1)
    )
      continue;
    return termsFrom(scene, i + 1)
      .slice(0, 1)
      .map((term) => ({
        clause: { first: papers.noun, last: term.last },
        at: papers.noun,
        term,
        actors: papers.authors,
        stance: "proposes" as const,
        rule: "stances/papers",
        score: 0.7,
        papers: true,
      }));
  }
  return [];
}
