// Stances: what one actor is reported to demand, offer, accept or reject, with the words that name the matter. Cues with the
// frames of their complements, as frame lexicons have them (FrameNet; VerbNet), read over a shallow chunking.
import type { Edtf } from "../../model/edtf.js";
import type { StanceMention } from "../../model/reading.js";
import { overlaps } from "../../model/span.js";
import type { Stance } from "../../model/words.js";
import type { EventGround } from "../ground.js";
import { askedStances } from "./asked.js";
import { clauseTerms } from "./complements.js";
import { conditionStances } from "./conditions.js";
import type { StanceDraft } from "./draft.js";
import { dutyStances } from "./duties.js";
import { judgementStances } from "./judgements.js";
import { withLack } from "./lacking.js";
import { withMatter } from "./matters.js";
import { nounStances, paperStances } from "./nouns.js";
import { type Points, pointMeant, pointStances, pointsOf } from "./points.js";
import { predicateStances } from "./predicates.js";
import { refusals } from "./refusals.js";
import { is, isMention, isNominal, lower, rangeOf, type Scene, sceneOf, sentenceOf, upos } from "./scene.js";
import { opensPhrase, provisoAt, termsFrom } from "./terms.js";
import { topicFor } from "./topics.js";
import { verbStances } from "./verbs.js";
import { dateIn, lastSpeaker, type Papers, papersAt, sameParty, voiceAt } from "./voice.js";
import type { StanceWords } from "./words.js";

export type { StanceWords } from "./words.js";

const softened: ReadonlySet<Stance> = new Set<Stance>(["accepts", "supports", "proposes", "conditional"]);

/** The condition that is put behind a stance with "provided that": a demand of the same actor. */
function conditionOf(scene: Scene, draft: StanceDraft): StanceDraft[] {
  const { last } = sentenceOf(scene, draft.at);
  if (!softened.has(draft.stance)) return [];
  for (let i = draft.clause.last; i < last && i < draft.clause.last + 14; i++) {
    const clause = provisoAt(scene, i);
    const subject =
      scene.words.is("condition", `${lower(scene, i)} ${lower(scene, i + 1)}`) && is(scene, "infinitive", i + 1);
    const price = ((is(scene, "return", i) && is(scene, "about", i + 1)) || subject) && opensPhrase(scene, i + 2); // "in return for exclusive talks", "subject to the sale of the yard"
    if (clause === null && !price) continue;
    return (clause === null ? termsFrom(scene, i + 2) : clauseTerms(scene, clause)).map((term) => ({
      ...draft,
      clause: { first: draft.clause.first, last: term.last },
      at: i,
      term,
      stance: "demands",
      rule: "stances/condition",
      score: 0.6,
    }));
  }
  return [];
}

/** Whether a condition is put behind a stance in its sentence: "…, provided that". */
function conditioned(scene: Scene, draft: StanceDraft): boolean {
  const { last } = sentenceOf(scene, draft.at);
  for (let i = draft.clause.last; i < last && i < draft.clause.last + 14; i++) {
    const [one, two] = [lower(scene, i), `${lower(scene, i)} ${lower(scene, i + 1)}`];
    if (
      scene.words.is("condition", one) ||
      scene.words.is("condition", two) ||
      scene.words.is("condition", `${two} ${lower(scene, i + 2)}`)
    )
      return true;
  }
  return false;
}

/** When the stance was taken: a date beside it, else when it was said, else when the papers were made public. */
function dateOf(
  scene: Scene,
  draft: StanceDraft,
  told: Papers | null,
  attribution: number | null,
  own: boolean,
): Edtf | null {
  const { first, last } = sentenceOf(scene, draft.at);
  const said = attribution === null || draft.standing ? null : (scene.attributions[attribution]?.date?.value ?? null);
  if (draft.papers && told) return told.date;
  const term = draft.named ?? draft.term;
  const beside =
    dateIn(scene, term.last, Math.min(last, term.last + 4)) ??
    dateIn(scene, draft.clause.first, Math.min(last, draft.clause.last + 5), term);
  if (beside !== null && !(own && said !== null)) return beside;
  return said ?? (attribution === null && !draft.standing ? dateIn(scene, first, draft.clause.first) : null);
}

/** Whether a term begins with a verb as dictionaries have it: behind "to", "must", or a subject ("that any buyer [keep]"). */
function isAct(scene: Scene, first: number): true | null {
  const led = is(scene, "infinitive", first - 1) || is(scene, "directive", first - 1) || is(scene, "not", first - 1);
  const late = led && upos(scene, first) !== "VERB" && upos(scene, first + 1) === "VERB";
  const verb = late || upos(scene, first) === "ADV" ? first + 1 : first; // "immediately take measures"
  const token = scene.tokens[verb];
  if (!token || is(scene, "determiner", verb) || isMention(scene, verb)) return null;
  const asked = /s$/.test(token.lower) && upos(scene, first - 1) !== "VERB" && !led; // "unless Norland [lifts] its ban"
  const base = token.upos === "VERB" && (token.lower === token.lemma || asked) && (led || isNominal(scene, first - 1));
  const mistaken = token.upos === "NOUN" && upos(scene, first - 1) === "NOUN" && is(scene, "determiner", first + 1);
  const begins = is(scene, "determiner", first + 1) || is(scene, "particle", first + 1) || isMention(scene, first + 1);
  return base || mistaken || (is(scene, "infinitive", first - 1) && token.upos === "NOUN" && begins) ? true : null;
}

/** The mention of a draft for one of its actors. */
function mentionsOf(scene: Scene, papers: readonly (Papers | null)[], draft: StanceDraft): StanceMention[] {
  const [range, term] = [rangeOf(scene, draft.clause), rangeOf(scene, draft.term)];
  if (!range || !term) return [];
  const voice = voiceAt(scene, papers, draft.at);
  const speaking =
    voice.papers || voice.attribution === null ? null : { actors: voice.actors, attribution: voice.attribution };
  const heard =
    speaking ?? (draft.rule === "stances/demand-of" && voice.actors.length === 0 ? lastSpeaker(scene, draft.at) : null);
  const stance: Stance = softened.has(draft.stance) && conditioned(scene, draft) ? "conditional" : draft.stance;
  const token = scene.tokens[draft.at];
  const event = scene.events.findIndex(({ trigger }) => token !== undefined && overlaps(trigger, token));
  const act = isAct(scene, draft.term.first);
  return draft.actors.map((actor) => {
    const own = heard === null || heard.actors.some((speaker) => speaker === actor || sameParty(scene, speaker, actor));
    return {
      ...range,
      term,
      ...(act ? { act } : {}),
      ...(draft.turned ? { turned: true as const } : {}),
      actor,
      stance,
      by: draft.by && draft.by.length > 0 ? draft.by : own ? [] : (heard?.actors ?? []),
      date: dateOf(scene, draft, papers[token?.sentence ?? -1] ?? null, heard?.attribution ?? null, own),
      attribution: heard?.attribution ?? null,
      event: event < 0 ? null : event,
      why: { rule: draft.rule, score: draft.score },
    };
  });
}

/** Of drafts of one actor on overlapping terms the surer one stays, then the earlier. */
function distinct(scene: Scene, drafts: readonly StanceDraft[]): StanceDraft[] {
  const kept: StanceDraft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.score - a.score || a.at - b.at)) {
    const clash = kept.some(
      (other) =>
        other.term.first < draft.term.last &&
        draft.term.first < other.term.last &&
        other.actors.some((actor) => draft.actors.some((one) => one === actor || sameParty(scene, one, actor))),
    );
    if (!clash) kept.push(draft);
  }
  return kept.sort((a, b) => a.at - b.at || a.term.first - b.term.first);
}

/** Marks what a word before the first of several terms turns round too: "abandon the base and [the exercises]", "not to open the base, [hold exercises]". */
function withTurns(scene: Scene, drafts: readonly StanceDraft[]): readonly StanceDraft[] {
  return drafts.map((draft) => {
    const lead = drafts.find(
      ({ at, rule, stance }) => at === draft.at && rule === draft.rule && stance === draft.stance,
    );
    if (!lead || lead.term.first >= draft.term.first || !is(scene, "turning-act", lead.term.first)) return draft;
    const { first } = draft.term;
    const verb = scene.tokens[first];
    const bare = verb?.upos === "VERB" && verb.lower === verb.lemma && !is(scene, "infinitive", first - 1);
    const thing = is(scene, "determiner", first) || upos(scene, first) === "NOUN" || upos(scene, first) === "ADJ";
    const turned = is(scene, "not", lead.term.first) ? bare : thing;
    return turned ? { ...draft, turned: true as const } : draft;
  });
}

/** The stances told by a document, in order. */
export function findStances(ground: EventGround, words: StanceWords): readonly StanceMention[] {
  const scene = sceneOf(ground, words);
  const papers = papersAt(scene);
  const drafts: StanceDraft[] = [];
  let points: Points | null = null;
  for (const [index, { first, last }] of scene.analysis.sentences.entries()) {
    const told = papers[index];
    const here = distinct(scene, [
      ...(told?.sentence === index ? paperStances(scene, told) : []),
      ...verbStances(scene, papers, first, last),
      ...nounStances(scene, papers, first, last),
      ...dutyStances(scene, papers, first, last),
      ...refusals(scene, papers, first, last),
      ...conditionStances(scene, papers, first, last),
      ...judgementStances(scene, papers, first, last),
      ...askedStances(scene, first, last),
      ...predicateStances(scene, first, last),
    ]);
    if (points && told && points.papers.sentence === index - 1) drafts.push(...pointStances(points));
    points = (told?.sentence === index ? pointsOf(scene, told) : null) ?? points;
    for (const draft of withTurns(scene, here).map((each) => withLack(scene, each))) {
      const meant = pointMeant(scene, draft.term, points);
      if (meant) drafts.push({ ...draft, term: meant, named: draft.term });
      if (meant) continue;
      const clear = withMatter(scene, { ...draft, term: topicFor(scene, draft.at, draft.term) }, drafts);
      if (clear) drafts.push(clear, ...conditionOf(scene, draft));
    }
  }
  return drafts.flatMap((draft) => mentionsOf(scene, papers, draft));
}
