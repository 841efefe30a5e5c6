// What somebody will not say: "X declined to comment", "X did not respond to a request for comment", "X would not say whether …".
import type { Range } from "../../model/span.js";
import { nounPhraseAfter } from "./chunk.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, rangeOf } from "./ground.js";
import { occasionAt } from "./occasion.js";
import { partsOf, speakerFor } from "./parts.js";
import type { Site } from "./sites.js";
import type { Source } from "./source.js";

/** Where an answer that nobody gave is told behind a negated verb: "did not respond to a request for comment", "would not comment"; or -1. */
function unansweredEnd(ground: Ground, site: Site): number {
  const { to } = site.stretch;
  if (
    isA(ground, site.last, "infinitive mark") &&
    isA(ground, site.last + 1, "refused act") &&
    !isA(ground, site.last + 1, "be")
  )
    return site.last + 2; // "did not wish to comment"
  if (isA(ground, site.at, "refused act") && !site.cues.some((cue) => cue.polarity === "silent" && cue.particle)) {
    const ends = site.last >= to || /^[.,;]$/.test(lowerAt(ground, site.last)) || isA(ground, site.last, "preposition");
    return ends || isA(ground, site.last, "joiner") || ground.tokens[site.last]?.upos === "ADV" ? site.last : -1;
  }
  const phrase = nounPhraseAfter(ground, site.last, to);
  for (let i = phrase?.first ?? to; i < (phrase?.last ?? to); i++)
    if (isA(ground, i, "asked for")) return phrase?.last ?? -1;
  return -1;
}

/** "comment on [whether they had met]": the question behind a preposition at `at`; null where none stands there. */
const questionBehind = (ground: Ground, site: Site, at: number): Range | null =>
  isA(ground, at, "preposition") && isA(ground, at + 1, "question")
    ? rangeOf(ground, at + 1, endOf(ground, site))
    : null;

/** "X did not comment". */
export function silence(ground: Ground, site: Site): Parts | null {
  const cue = site.negated && !site.infinitive ? site.cues.find((each) => each.polarity === "silent") : undefined;
  const end = cue ? unansweredEnd(ground, site) : -1;
  const source = end < 0 ? null : speakerFor(ground, site);
  if (!cue || !source) return null;
  const occasion = occasionAt(ground, end, site.stretch.to, false);
  const rest = questionBehind(ground, site, end) ?? rangeOf(ground, end, occasion.end);
  const content = isA(ground, site.at, "refused act") && rest && isA(ground, end, "preposition") ? [rest] : [];
  const found = { rule: `${cue.rule}:silence`, content, score: 0.85 };
  return { ...partsOf(ground, site, cue, source, occasion, found), cue: rangeOf(ground, site.first, end) };
}

/** "Asked [when the session would begin], the chair declined to say": the question that the sentence puts first. */
function askedBefore(ground: Ground, site: Site, source: Source): Range | null {
  const { from } = site.stretch;
  if (
    !isA(ground, from, "asked") ||
    !isA(ground, site.last + 1, "elliptic act") ||
    lowerAt(ground, source.first - 1) !== ","
  )
    return null;
  for (let i = from + 1; i < Math.min(from + 4, source.first - 1); i++)
    if (isA(ground, i, "question")) return rangeOf(ground, i, source.first - 1);
  return null;
}

/** "X declined to comment". */
export function refusing(ground: Ground, site: Site): Parts | null {
  const cue = site.cues.find((each) => each.polarity === "refuses");
  if (!cue || !isA(ground, site.last, "infinitive mark") || !isA(ground, site.last + 1, "refused act")) return null;
  const source = speakerFor(ground, site);
  if (!source) return null;
  const occasion = occasionAt(ground, site.last + 2, site.stretch.to, false);
  const rest = rangeOf(ground, site.last + 2, occasion.end);
  const whole = rangeOf(ground, site.at, site.last + 2);
  const question = isA(ground, site.last + 2, "question")
    ? rangeOf(ground, site.last + 2, endOf(ground, site))
    : questionBehind(ground, site, site.last + 2);
  const content = question ?? rest ?? askedBefore(ground, site, source);
  const parts = partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:refusal`,
    content: content ? [content] : [],
    score: 0.9,
  });
  return { ...parts, cue: whole };
}

function endOf(ground: Ground, site: Site): number {
  let to = site.stretch.to;
  while (to > site.last && /^[.,;!?"]$/.test(lowerAt(ground, to - 1))) to--;
  return to;
}
