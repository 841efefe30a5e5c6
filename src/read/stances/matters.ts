// What a term is about: whether it says anything of its own, and for "it", "the offer", "Moscow's demands" the matter meant,
// if exactly one stands near enough before it.
import type { Stance } from "../../model/words.js";
import type { StanceDraft } from "./draft.js";
import { type Chunk, is, isMention, lower, type Scene, upos } from "./scene.js";
import { sameParty } from "./voice.js";

const far = 6; // sentences

/** Whether a term holds a word that says what it is about. */
export function saysMatter(scene: Scene, term: Chunk): boolean {
  for (let i = term.first; i < term.last; i++) {
    if (
      (is(scene, "vague", i) && upos(scene, i) !== "VERB") ||
      is(scene, "determiner", i) ||
      isMention(scene, i) ||
      is(scene, "auxiliary", i) ||
      (scene.timexOf[i] ?? -1) >= 0
    )
      continue;
    if (
      ["NOUN", "PROPN", "VERB", "NUM"].includes(upos(scene, i)) &&
      (lower(scene, i).length > 2 || upos(scene, i) === "NUM")
    )
      return true;
  }
  return false;
}

const isVague = (scene: Scene, term: Chunk): boolean => {
  for (let i = term.first; i < term.last; i++) if (is(scene, "vague", i)) return true;
  return false;
};

const namesOwner = (scene: Scene, term: Chunk): boolean => {
  for (let i = term.first; i < term.last; i++) if (isMention(scene, i) && upos(scene, i) !== "PRON") return true;
  return false;
};

/** "a hostile bid": no offer told before, but one of another kind. */
const isOfItsKind = (scene: Scene, term: Chunk): boolean =>
  is(scene, "own-kind", term.first) && upos(scene, term.first + 1) === "ADJ";

/** The nearest thing told before a pronoun that it can mean by number: token of the noun; null where none is near. */
function nounMeantBy(scene: Scene, at: number): number | null {
  const many = is(scene, "many", at);
  const floor = Math.max(0, at - 60);
  for (let i = at - 1; i >= floor; i--) {
    const noun = upos(scene, i) === "NOUN" && !isMention(scene, i);
    if (noun && (!many || /s$/.test(lower(scene, i)))) return i;
  }
  return null;
}

/** Whether a bare pronoun cannot mean the matter told before: another thing of its number stands nearer ("named dates … accepted [them]"). */
function meansOther(scene: Scene, { first, last }: Chunk, matter: Chunk): boolean {
  if (last - first !== 1 || !is(scene, "many", first)) return false;
  const noun = nounMeantBy(scene, first);
  return noun === null || noun < matter.first || noun >= matter.last;
}

/** What the vague words of a term stand for: an offer, a demand, or either. */
function kindMeant(scene: Scene, { first, last }: Chunk): "proposes" | "demands" | null {
  for (let i = last - 1; i >= first; i--) {
    if (is(scene, "an-offer", i)) return "proposes";
    if (is(scene, "a-demand", i)) return "demands";
  }
  return null;
}

const back = 150; // tokens
const answers: ReadonlySet<Stance> = new Set<Stance>(["accepts", "rejects", "supports"]);

/** The last deal or offer named before a vote or an answer that names none: "[the takeover] … Investors voted yes". */
function dealBefore(scene: Scene, at: number): Chunk | null {
  const sentence = scene.tokens[at]?.sentence ?? 0;
  for (let i = at - 1; i >= 0 && i > at - back && sentence - (scene.tokens[i]?.sentence ?? 0) <= far; i--) {
    if (!is(scene, "deal-word", i) || upos(scene, i) !== "NOUN" || isMention(scene, i)) continue;
    let first = i;
    while (first > 0 && ["NOUN", "PROPN", "ADJ"].includes(upos(scene, first - 1)) && !isMention(scene, first - 1))
      first--;
    if (is(scene, "determiner", first - 1)) return { first: first - 1, last: i + 1 };
  }
  return null;
}

/** Whether a draft is the condition of an offer told in the same sentence: "it" means the offer. */
const isConditionOf = (scene: Scene, draft: StanceDraft, drafts: readonly StanceDraft[]): boolean =>
  draft.rule === "stances/condition" &&
  drafts.some(
    (other) =>
      other !== draft &&
      other.stance === "proposes" &&
      scene.tokens[other.at]?.sentence === scene.tokens[draft.at]?.sentence,
  );

/** The draft with the matter that its vague words mean; null where they mean none. */
export function withMatter(scene: Scene, draft: StanceDraft, earlier: readonly StanceDraft[]): StanceDraft | null {
  if (!draft.implied && saysMatter(scene, draft.term)) return draft;
  if (!draft.implied && !isVague(scene, draft.term)) return null;
  if (!draft.implied && (namesOwner(scene, draft.term) || isOfItsKind(scene, draft.term))) return draft;
  const sentence = scene.tokens[draft.at]?.sentence ?? 0;
  const own = earlier.findLast(
    ({ actors, at }) => scene.tokens[at]?.sentence === sentence && actors.some((actor) => draft.actors.includes(actor)),
  );
  if (own && is(scene, "neuter", draft.term.first)) return { ...draft, term: own.term, named: draft.term }; // "who had opposed arbitration, now backs it"
  const settled = is(scene, "a-deal", draft.term.last - 1); // "rejected the settlement" that another agreed to
  const near = earlier.filter((other) => {
    const distance = sentence - (scene.tokens[other.at]?.sentence ?? 0);
    return (
      distance >= 0 &&
      distance <= (draft.implied ? 2 : far) &&
      (other.stance === "demands" || other.stance === "proposes" || (settled && other.stance === "accepts")) &&
      (other.score >= 0.5 || !draft.implied) &&
      !(is(scene, "neuter", draft.term.first) && isConditionOf(scene, other, earlier)) &&
      !other.actors.some((actor) => draft.actors.some((one) => one === actor || sameParty(scene, one, actor)))
    );
  });
  if (is(scene, "own-kind", draft.term.first)) return null; // "not considering an offer": none that was told
  const kind = kindMeant(scene, draft.term);
  const nearest = near.at(-1);
  const close = nearest !== undefined && sentence - (scene.tokens[nearest.at]?.sentence ?? 0) <= 2;
  const answering = kind === null && !close && (draft.stance === "rejects" || draft.stance === "accepts"); // "dismissed it": an offer, where no demand stands near
  const last =
    near.findLast(({ stance }) => stance === (settled ? "accepts" : answering ? "proposes" : kind)) ??
    ((kind === "proposes" && draft.score < 0.7) || answering ? undefined : nearest);
  const bare = draft.implied || (is(scene, "neuter", draft.term.first) && answers.has(draft.stance));
  const deal = bare && !last ? dealBefore(scene, draft.at) : null;
  if (deal) return { ...draft, term: deal, score: Math.max(0.4, Math.round((draft.score - 0.15) * 100) / 100) };
  if (last && !draft.implied && meansOther(scene, draft.term, last.term)) return null;
  if (last)
    return {
      ...draft,
      term: last.term,
      named: draft.term,
      score: Math.max(0.4, Math.round((draft.score - 0.2) * 100) / 100),
    };
  return null;
}
