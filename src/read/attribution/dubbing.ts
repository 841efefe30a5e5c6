// "what the council calls "a first warning"", "for what he described as talks about talks": a name or a judgement given in passing.

import type { Range } from "../../model/span.js";
import { firstBehind } from "./behind.js";
import { isAuxiliary, nounPhraseAfter } from "./chunk.js";
import { contentRange, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteOpening, rangeOf, stretchAt } from "./ground.js";

const longestSubject = 12; // tokens

/** The words that are given: a quotation with the noun behind it, or a noun phrase. */
function givenAt(ground: Ground, at: number, to: number): Range[] {
  const inner = isA(ground, at, "determiner") ? quoteOpening(ground, at + 1) : undefined; // 'a "working visit"'
  const quote = quoteOpening(ground, at) ?? inner;
  const from = quote ? firstBehind(ground, quote.end, at) : at;
  const phrase = nounPhraseAfter(ground, from, to);
  if (quote && !phrase) {
    const whole = inner ? contentRange(ground, at, from) : null;
    return whole ? [whole] : quotePieces(ground, quote);
  }
  const range = phrase && contentRange(ground, at, phrase.last);
  return range ? [range] : [];
}

function dubbingAt(ground: Ground, what: number): Parts | null {
  const { to } = stretchAt(ground, what);
  const subject = nounPhraseAfter(ground, what + 1, Math.min(to, what + longestSubject));
  if (!subject) return null;
  let verb = subject.last;
  while (verb < to && (isAuxiliary(ground, verb) || ground.tokens[verb]?.upos === "ADV")) verb++;
  const cue = ground.words.cues
    .get(lowerAt(ground, verb))
    ?.find(
      ({ cue: reading, form }) => form !== "ing" && [...reading.frames].some((frame) => frame.startsWith("object")),
    )?.cue;
  if (!cue || !(cue.frames.has("object") || cue.frames.has("object-as"))) return null;
  const as = isA(ground, verb + 1, "as-link");
  if (!as && !cue.frames.has("object")) return null;
  const content = givenAt(ground, verb + (as ? 2 : 1), to);
  return content.length > 0
    ? {
        rule: `${cue.rule}:what`,
        source: rangeOf(ground, subject.first, subject.last),
        cue: rangeOf(ground, verb, verb + 1),
        cueLemma: cue.lemma,
        mode: cue.mode,
        content,
        score: 0.8,
      }
    : null;
}

/** All attributions of this kind. */
export const dubbings = (ground: Ground): Parts[] =>
  ground.tokens.flatMap(({ index }) => (isA(ground, index, "what") ? (dubbingAt(ground, index) ?? []) : []));
