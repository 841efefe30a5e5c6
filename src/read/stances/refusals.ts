// What a party says that it will not do: "the government would not intervene", said by the government.
import type { StanceDraft } from "./draft.js";
import { namesNothing } from "./lists.js";
import { type Chunk, is, isMention, isNominal, lower, type Scene, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { speakerMeant, subjectOf } from "./subject.js";
import { termsFrom } from "./terms.js";
import { dependents } from "./tree.js";
import { type Papers, sameParty, voiceAt } from "./voice.js";

/** The main verb behind "will not" at `at`; null where no plain verb stands there, or one that is no matter. */
function verbBehind(scene: Scene, at: number): number | null {
  if (!is(scene, "intending", at) || !is(scene, "not", at + 1)) return null;
  let verb = at + 2;
  while (upos(scene, verb) === "ADV" && !isMention(scene, verb)) verb++;
  const next = scene.tokens[verb + 1]?.lower;
  const told = (scene.words.cues.get(scene.tokens[verb]?.lower ?? "") ?? []).some(
    ({ cue }) => cue.words.length === 0 || cue.words[0] === next,
  ); // "will not accept", "will not give up": the cue's own rule tells it
  const idle = is(scene, "idle", verb) || is(scene, "auxiliary", verb) || told;
  return upos(scene, verb) === "VERB" && !idle ? verb : null;
}

/** The main verb behind a plain "will" or "would" at `at`: what a party says that it will do. */
function pledgedAt(scene: Scene, at: number): number | null {
  const helper = scene.tokens[at];
  const verb = helper?.relation === "aux" ? helper.head : -1;
  if (!is(scene, "intending", at) || verb <= at || verb > at + 3 || upos(scene, verb) !== "VERB") return null;
  for (let i = at + 1; i < verb; i++) if (is(scene, "not", i)) return null;
  const next = lower(scene, verb + 1);
  const told = (scene.words.cues.get(lower(scene, verb)) ?? []).some(
    ({ cue }) => cue.words.length === 0 || cue.words[0] === next,
  );
  const idle = is(scene, "idle", verb) || is(scene, "threat", verb) || is(scene, "auxiliary", verb) || told;
  return idle || dependents(scene, verb, "obj", "obl", "xcomp").length === 0 ? null : verb;
}

/** What a party promises that nobody will do: "No site would be closed, Halden said". Null where a plain verb or the "no" is missing. */
function promisedAt(scene: Scene, at: number, floor: number): Chunk | null {
  if (!is(scene, "intending", at) || !is(scene, "be", at + 1)) return null;
  const verb = at + 2;
  const told = is(scene, "idle", verb) || is(scene, "no-matter", verb) || scene.words.cues.has(lower(scene, verb));
  if (told || upos(scene, verb) !== "VERB" || lower(scene, verb).endsWith("ing")) return null;
  for (let i = at - 1; i >= floor && i > at - 8 && isNominalOrOf(scene, i); i--)
    if (is(scene, "nobody", i)) return { first: i, last: verb + 1 };
  return null;
}

const isNominalOrOf = (scene: Scene, index: number): boolean =>
  isNominal(scene, index) || is(scene, "nobody", index) || upos(scene, index) === "ADP";

/** The promises of a sentence that something will not be done. */
function promises(scene: Scene, papers: readonly (Papers | null)[], first: number, last: number): StanceDraft[] {
  const drafts: StanceDraft[] = [];
  for (let at = first; at < last; at++) {
    const term = promisedAt(scene, at, first);
    const voice = voiceAt(scene, papers, at);
    if (!term || voice.papers || voice.actors.length === 0) continue;
    drafts.push({
      clause: term,
      at,
      term,
      actors: voice.actors,
      stance: "proposes",
      rule: "stances/no-one-will",
      score: 0.5,
      papers: false,
    });
  }
  return drafts;
}

/** "would not take back its threat": a move in the dispute, and no matter of it. */
function namesNoMatter(scene: Scene, term: Chunk): boolean {
  for (let i = term.first + 1; i < term.last; i++) if (is(scene, "no-matter", i)) return true;
  return false;
}

/** The refusals of a sentence that stand in the words of the refusing party. */
export function refusals(scene: Scene, papers: readonly (Papers | null)[], first: number, last: number): StanceDraft[] {
  const drafts = promises(scene, papers, first, last);
  for (let at = first; at < last; at++) {
    const refused = verbBehind(scene, at);
    const verb = refused ?? pledgedAt(scene, at);
    const voice = voiceAt(scene, papers, at);
    if (verb === null || voice.papers || voice.actors.length === 0) continue;
    const subject = subjectOf(scene, verbGroup(scene, at).first);
    const { actors, first: begin } = subject;
    const meant = speakerMeant(scene, subject); // "The bank said it would not …"
    const own =
      meant.length > 0
        ? meant
        : actors.filter((actor) => voice.actors.some((speaker) => sameParty(scene, actor, speaker)));
    const pledge = meant.length > 0 || is(scene, "pledging", verb); // "it said that it would"; of "the bank said the bank would" only what promises
    if (own.length === 0 || (refused === null && !pledge)) continue;
    for (const term of termsFrom(scene, verb).slice(0, 1)) {
      if (namesNoMatter(scene, term) || namesNothing(scene, term)) continue;
      drafts.push({
        clause: { first: begin, last: term.last },
        at,
        term,
        actors: own,
        stance: refused === null ? "accepts" : "rejects",
        rule: refused === null ? "stances/will-do" : "stances/will-not",
        score: refused === null && (meant.length === 0 || !is(scene, "pledging", verb)) ? 0.4 : 0.5,
        papers: false,
      });
    }
  }
  return drafts;
}
