// Reported speech that goes on without a cue: "The talks had been hard, he said. There was no plan B. Nobody would be blackmailed, he added."
// Tense shows it (free indirect speech): in a report that tells in the past, "had" and "would" behind a saying are the speaker's.
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { isFiniteVerb } from "./chunk.js";
import { contentRange } from "./clause.js";
import { draft } from "./draft.js";
import { type Ground, isA } from "./ground.js";
import { inOrder } from "./loose.js";
import { dayIn, firstFrom, quotesIn, sentenceOf } from "./places.js";

const reports = (each: RawAttribution): boolean =>
  each.kind !== "direct" && each.mode === "speech" && each.within === null && !each.refusal && each.cue !== null;

/** The first finite verb of a sentence, or -1. */
function verbOf(ground: Ground, { first, last }: AnalysedSentence): number {
  for (let i = first; i < last; i++) if (isFiniteVerb(ground, i)) return i;
  return -1;
}

/** Whether a sentence is told in the tense of reported speech, and nothing in it dates an event or quotes anybody. */
function isBackshifted(ground: Ground, sentence: AnalysedSentence): boolean {
  return (
    sentence.role === "body" &&
    isA(ground, verbOf(ground, sentence), "backshifted") &&
    dayIn(ground, sentence) === null &&
    quotesIn(ground, sentence).length === 0
  );
}

/** Whether a sentence begins with a pronoun or "there", and goes on with "had" or "would": nothing but what was said before. */
function isBare(ground: Ground, sentence: AnalysedSentence): boolean {
  const { first } = sentence;
  const opens = isA(ground, first, "pronoun") || isA(ground, first, "existential");
  return (
    opens && isA(ground, first + 1, "backshifted") && isA(ground, first + 1, "shifting") && !isA(ground, first, "self")
  );
}

/** Whether the same one goes on: a pronoun, or the same words. */
function sameSource(ground: Ground, a: RawAttribution, b: RawAttribution): boolean {
  if (!a.source || !b.source) return false;
  const { text } = ground.analysis;
  const at = firstFrom(ground.tokens, b.source.start);
  const last = (range: { start: number; end: number }): string =>
    text.slice(range.start, range.end).split(/\s+/).at(-1) ?? "";
  return isA(ground, at, "pronoun") || last(a.source) === last(b.source);
}

/** Adds to `found` (in order) the sentences that go on with what is reported before them. */
export function withFreeSpeech(ground: Ground, found: readonly RawAttribution[]): RawAttribution[] {
  const { sentences } = ground.analysis;
  const bySentence = new Map<number, number[]>();
  const claimed = new Set<number>();
  for (const [index, each] of found.entries()) {
    for (const range of [...each.content, ...(each.cue ? [each.cue] : [])]) {
      const at = sentenceOf(ground, range.start);
      for (let i = at?.index ?? sentences.length; (sentences[i]?.start ?? Infinity) < range.end; i++) claimed.add(i);
      if (at && range === each.cue) bySentence.set(at.index, [...(bySentence.get(at.index) ?? []), index]);
    }
  }
  const more: RawAttribution[] = [];
  for (const sentence of sentences) {
    const host = (bySentence.get(sentence.index) ?? [])
      .filter((index) => reports(found[index] as RawAttribution))
      .at(-1);
    const told = host === undefined ? undefined : found[host];
    if (host === undefined || !told || !isLast(told, sentence)) continue;
    const run = runBehind(ground, sentence, claimed);
    const closing = (bySentence.get(sentence.index + run.length + 1) ?? []).map((index) => found[index]);
    const next = sentences[sentence.index + run.length + 1];
    const closed =
      next?.paragraph === sentence.paragraph &&
      closing.some((each) => each && reports(each) && sameSource(ground, told, each));
    const bare = run.findIndex((each) => !isBare(ground, each));
    for (const each of closed ? run : run.slice(0, bare < 0 ? run.length : bare)) {
      const content = contentRange(ground, each.first, each.last);
      if (!content) continue;
      const rule = closed ? "free:between" : "free:behind";
      const parts = {
        rule,
        source: null,
        cue: null,
        cueLemma: null,
        mode: "speech" as const,
        content: [content],
        continues: host,
      };
      more.push(draft(ground, { ...parts, score: closed ? 0.6 : 0.5 }));
    }
  }
  return inOrder([...found, ...more]);
}

/** Whether nothing else is told behind a saying in its sentence. */
const isLast = (each: RawAttribution, { end }: AnalysedSentence): boolean =>
  Math.max(each.cue?.end ?? 0, ...each.content.map((range) => range.end)) >= end - 2;

/** The sentences behind `sentence` in its paragraph that nobody's words claim and that are told in the tense of reported speech. */
function runBehind(ground: Ground, sentence: AnalysedSentence, claimed: ReadonlySet<number>): AnalysedSentence[] {
  const run: AnalysedSentence[] = [];
  for (let i = sentence.index + 1; ; i++) {
    const next = ground.analysis.sentences[i];
    if (next?.paragraph !== sentence.paragraph || claimed.has(i) || !isBackshifted(ground, next)) return run;
    run.push(next);
  }
}
