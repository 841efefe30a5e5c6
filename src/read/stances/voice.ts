// Whose stance it is where no subject says so: the speaker of the words, or the author of the papers that are being told.
import { boundsOf, type Edtf } from "../../model/edtf.js";
import { type Chunk, is, isMention, lower, type Scene, sentenceOf, upos } from "./scene.js";
import { verbGroup } from "./sites.js";
import { subjectOf } from "./subject.js";

/** Papers that somebody handed over or made public, from the sentence that tells it on. */
export type Papers = {
  readonly authors: readonly number[];
  readonly date: Edtf | null;
  readonly sentence: number;
  readonly paragraph: number;
  readonly noun: number;
};

/** Whether a date lies behind the report's own: a stance was taken before it was told. */
function isAhead(scene: Scene, date: Edtf): boolean {
  const published = scene.analysis.document.published.value;
  return published !== null && boundsOf(date).first > boundsOf(published).last;
}

/** The first date among tokens that tells when: bare or behind "on", "in"; not one of the matter itself (`without`) or behind "of", "until". */
export function dateIn(scene: Scene, first: number, last: number, without?: Chunk): Edtf | null {
  for (let i = first; i < last; i++) {
    if (lower(scene, i) === "," && is(scene, "relative", i + 1) && !isMention(scene, i + 1)) {
      let close = i + 1; // ", which met on Monday,": the aside's own time
      while (close < last && lower(scene, close) !== ",") close++;
      if (close < last) i = close;
      continue;
    }
    if (without && i >= without.first && i < without.last) continue;
    if (scene.timexOf[i] === scene.timexOf[i - 1]) continue;
    if (upos(scene, i - 1) === "ADP" && !is(scene, "tail-before", i - 1)) continue;
    const timex = scene.timexes[scene.timexOf[i] ?? -1];
    if (timex && (timex.type === "DATE" || timex.type === "TIME") && timex.edtf !== null && !isAhead(scene, timex.edtf))
      return timex.edtf;
  }
  return null;
}

/** Papers whose handing over a sentence tells: "On Friday the ministry published two draft treaties". */
export function papersIn(scene: Scene, sentence: number): Papers | null {
  const { first, last, paragraph } = scene.analysis.sentences[sentence] ?? { first: 0, last: 0, paragraph: 0 };
  for (let i = first; i < last; i++) {
    if (!is(scene, "handing", i) || isMention(scene, i)) continue;
    const { actors } = subjectOf(scene, verbGroup(scene, i).first);
    if (actors.length === 0) continue;
    for (let k = i + 1; k < last && k < i + 12; k++) {
      if (lower(scene, k) === "," || is(scene, "finite", k)) break;
      if (is(scene, "papers", k))
        return { authors: actors, date: dateIn(scene, first, last), sentence, paragraph, noun: k };
    }
  }
  return null;
}

/** The papers being told at each sentence: from where they are handed over or named again, for three more sentences of the paragraph. */
export function papersAt(scene: Scene): readonly (Papers | null)[] {
  let current: Papers | null = null;
  let anchor = { sentence: -1, paragraph: -1 };
  return scene.analysis.sentences.map((sentence, index) => {
    const handed = papersIn(scene, index);
    current = handed ?? current;
    if (handed || (current && namesPapers(scene, sentence.first, sentence.last)))
      anchor = { sentence: index, paragraph: sentence.paragraph };
    return current && anchor.paragraph === sentence.paragraph && index - anchor.sentence <= 3 ? current : null;
  });
}

function namesPapers(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last && i < first + 8; i++)
    if (is(scene, "papers", i) && is(scene, "determiner", i - 1) && !isMention(scene, i)) return true;
  return false;
}

export type Voice = {
  readonly actors: readonly number[];
  readonly attribution: number | null;
  readonly papers: Papers | null;
};

/** Who speaks at a token: the speakers of the words it stands in, else the author of the papers being told. */
export function voiceAt(scene: Scene, papers: readonly (Papers | null)[], index: number): Voice {
  const at = scene.attributionOf[index] ?? -1;
  const speakers = scene.attributions[at]?.speakers ?? [];
  if (speakers.length > 0) return { actors: speakers, attribution: at, papers: null };
  const told = papers[scene.tokens[index]?.sentence ?? -1] ?? null;
  if (told) return { actors: told.authors, attribution: at >= 0 ? at : null, papers: told };
  return { actors: [], attribution: at >= 0 ? at : null, papers: null };
}

/** The last speaker named before a token in its paragraph, for a sentence that goes on in his words without naming him. */
export function lastSpeaker(scene: Scene, index: number): { actors: readonly number[]; attribution: number } | null {
  const sentence = scene.analysis.sentences[scene.tokens[index]?.sentence ?? -1];
  const here = sentenceOf(scene, index).first;
  const start = scene.tokens[here]?.start ?? 0;
  const from = scene.analysis.sentences.find(({ paragraph }) => paragraph === sentence?.paragraph)?.start ?? 0;
  let found: { actors: readonly number[]; attribution: number } | null = null;
  for (const [at, { cue, speakers }] of scene.attributions.entries()) {
    if (!cue || cue.start < from || cue.end > start || speakers.length === 0) continue;
    const inner = scene.attributions.some(
      ({ content }, other) => other !== at && content.some((part) => part.start <= cue.start && cue.end <= part.end),
    ); // "if the regulator asked for it, he told": who is quoted in another's words goes on speaking in no sentence
    if (!inner) found = { actors: speakers, attribution: at };
  }
  return found;
}

/** The actors that an actor speaks for in this document, itself first. */
export function circleOf(scene: Scene, actor: number): ReadonlySet<number> {
  const circle = new Set([actor]);
  for (const member of circle)
    for (const { actor: group } of scene.resolution.actors[member]?.memberOf ?? []) circle.add(group);
  return circle;
}

/** Whether two actors speak for one party, as far as this document says. */
export const sameParty = (scene: Scene, a: number, b: number): boolean => {
  const [x, y] = [circleOf(scene, a), circleOf(scene, b)];
  return [...x].some((member) => y.has(member) && (member === a || member === b || x.size > 1));
};
