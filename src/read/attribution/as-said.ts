// "As the minister noted, the road is open", "The road, as the minister noted, is open": a clause with "as" that says whose it is.
import { contentAround } from "./according.js";
import { isAuxiliary, isFiniteVerb, nounPhraseAfter, withName } from "./chunk.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, rangeOf, stretchAt } from "./ground.js";
import { occasionAt } from "./occasion.js";

import type { Cue } from "./words.js";

/** The reading of the verb at `at` that can be told so, and where it ends. */
function cueAt(ground: Ground, at: number): { cue: Cue; last: number } | null {
  const readings = ground.words.cues.get(lowerAt(ground, at)) ?? [];
  for (const { cue, form } of readings) {
    const plain = form !== "ing" && form !== "base" && cue.polarity === "plain" && cue.mode !== "belief";
    const parts = cue.particle?.split(" ") ?? [];
    const fits = parts.every((part, i) => lowerAt(ground, at + 1 + i) === part);
    if (plain && fits && (cue.frames.has("that") || cue.frames.has("quote")))
      return { cue, last: at + 1 + parts.length };
  }
  return null;
}

function asParts(ground: Ground, as: number): Parts | null {
  const stretch = stretchAt(ground, as);
  const opens = as === stretch.from || /^[,;(-]$/.test(lowerAt(ground, as - 1)) || isA(ground, as - 1, "joiner");
  const phrase = opens ? nounPhraseAfter(ground, as + 1, stretch.to) : null;
  if (!phrase) return null;
  let verb = withName(ground, phrase, stretch.to);
  if (lowerAt(ground, verb) === "," && verb > phrase.last) verb++;
  while (verb < stretch.to && (isAuxiliary(ground, verb) || ground.tokens[verb]?.upos === "ADV")) verb++;
  const found = isFiniteVerb(ground, verb) || isFiniteVerb(ground, verb - 1) ? cueAt(ground, verb) : null;
  if (!found) return null;
  const occasion = occasionAt(ground, found.last, stretch.to, found.cue.frames.has("person"));
  if (occasion.end < stretch.to && !/^[,.;)]$/.test(lowerAt(ground, occasion.end))) return null; // "as he said he would"
  const around = contentAround(ground, as, occasion.end, stretch);
  return (
    around && {
      rule: `${found.cue.rule}:as-x-said`,
      source: rangeOf(ground, phrase.first, withName(ground, phrase, stretch.to)),
      cue: rangeOf(ground, verb, found.last),
      cueLemma: found.cue.lemma,
      mode: found.cue.mode,
      content: around.content,
      occasion,
      score: 0.78,
    }
  );
}

/** All attributions of this kind. */
export const asSaid = (ground: Ground): Parts[] =>
  ground.tokens.flatMap(({ index }) => (isA(ground, index, "as-link") ? (asParts(ground, index) ?? []) : []));
