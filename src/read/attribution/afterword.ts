// The occasion that the next sentence tells: '"It is over," Keller said. She was speaking at a news conference on Friday.'
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { nounPhraseAfter } from "./chunk.js";
import { type Ground, isA } from "./ground.js";
import { type Occasion, occasionAt } from "./occasion.js";
import { sentenceOf, tokensIn } from "./places.js";

/** The occasion of a sentence "X was speaking at …", and whether it is told of the one whose words are `told`. */
function occasionOf(ground: Ground, sentence: AnalysedSentence, told: RawAttribution): Occasion | null {
  const subject = nounPhraseAfter(ground, sentence.first, sentence.last);
  if (!subject || !told.source) return null;
  const same =
    isA(ground, sentence.first, "someone") ||
    ground.tokens[subject.last - 1]?.lower === tokensIn(ground, told.source).at(-1)?.lower;
  const speaks = isA(ground, subject.last, "be") && isA(ground, subject.last + 1, "speaking");
  return same && speaks ? occasionAt(ground, subject.last + 2, sentence.last, false) : null;
}

/** `found` (in order) with day and channel for the last saying of a sentence, where the sentence behind it tells them and it has none itself. */
export function withAfterword(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const lastIn = new Map<number, number>();
  for (const [index, each] of found.entries()) {
    const at = sentenceOf(ground, each.cue?.start ?? each.content[0]?.start ?? 0);
    if (at?.role === "body" && each.within === null && each.settled !== false) lastIn.set(at.index, index);
  }
  const told = new Map<number, Occasion>();
  for (const [sentence, index] of lastIn) {
    const [next, saying] = [ground.analysis.sentences[sentence + 1], found[index]];
    const occasion = next?.role === "body" && saying ? occasionOf(ground, next, saying) : null;
    if (occasion) told.set(index, occasion);
  }
  return found.map((each, index) => {
    const { timex, channel } = told.get(index) ?? { timex: null, channel: null };
    const date =
      timex?.edtf && timex.type !== "DURATION"
        ? { value: timex.edtf, evidence: { start: timex.start, end: timex.end } }
        : null;
    return { ...each, date: each.date ?? date, channel: each.channel ?? channel };
  });
}
