// "According to X, …", "…, according to X, …", "in the words of X, …": before, inside and behind what is said.
import type { Range } from "../../model/span.js";
import { behindColon, saidBefore, saidOn } from "./before.js";
import { firstBehind } from "./behind.js";
import { type Chunk, isFiniteVerb, nounPhraseAfter, withName } from "./chunk.js";
import { clauseEnd, clauseStartsAt, contentRange, quotePieces } from "./clause.js";
import type { Parts } from "./draft.js";
import { endsAs, type Ground, isA, lowerAt, quoteOpening, rangeOf, type Stretch, stretchAt } from "./ground.js";
import { channelOf, occasionAt } from "./occasion.js";

/** Length of the phrase "according to" at token `index`, or 0. */
function phraseAt(ground: Ground, index: number): number {
  const phrase = ground.words.accordingTo.find((words) =>
    words.every((word, i) => lowerAt(ground, index + i) === word),
  );
  return phrase?.length ?? 0;
}

/** All attributions of this kind. */
export function accordingTo(ground: Ground): Parts[] {
  return ground.tokens.flatMap(({ index }) => {
    const length = phraseAt(ground, index);
    return length > 0 ? (phraseParts(ground, index, length) ?? []) : [];
  });
}

function phraseParts(ground: Ground, at: number, length: number): Parts | null {
  const stretch = stretchAt(ground, at);
  const from = at + length;
  const behind = nounPhraseAfter(ground, from, stretch.to) ?? nounPhraseAfter(ground, from + 1, stretch.to); // "to court papers": no infinitive
  if (!behind) return null;
  const phrase = { first: from, last: behind.last };
  for (let i = phrase.first; i < phrase.last; i++) if (isA(ground, i, "no source")) return null;
  const named = withName(ground, phrase, stretch.to);
  const author = authorBehind(ground, named, stretch.to);
  const last = author?.last ?? named;
  const source = author ? rangeOf(ground, author.first, author.last) : rangeOf(ground, phrase.first, last);
  const told = occasionAt(ground, last, stretch.to, false);
  const occasion = author ? { ...told, channel: told.channel ?? channelOf(ground, phrase.first, named) } : told;
  const found = contentAround(ground, at, behindSource(ground, last, occasion.end, stretch), stretch);
  return (
    found && {
      rule: `according-to:${found.rule}`,
      source,
      cue: rangeOf(ground, at, at + length),
      cueLemma: "according to",
      mode: "speech",
      content: found.content,
      occasion,
      score: 0.9,
    }
  );
}

/** "a statement [issued by] the ministry": who is behind a writing, by a participle of giving it out; null where nobody is named so. */
function authorBehind(ground: Ground, at: number, to: number): Chunk | null {
  const given = ground.words.writings.has(lowerAt(ground, at - 1)) && isA(ground, at, "issued");
  return given && isA(ground, at + 1, "agent mark") ? nounPhraseAfter(ground, at + 2, to) : null;
}

/** "According to Ann Lee, the head of the union, the rest …", "…, who asked not to be named, the rest …": behind what is put in, where a clause follows it. */
function overApposition(ground: Ground, comma: number, to: number): number {
  if (isA(ground, comma + 1, "relative"))
    for (let i = comma + 2; i < Math.min(to, comma + 25); i++)
      if (lowerAt(ground, i) === ",") return clauseStartsAt(ground, i + 1, to) ? i : comma;
  for (let i = comma + 1; i < Math.min(to, comma + 25); i++) {
    if (isFiniteVerb(ground, i) && !isA(ground, comma + 1, "relative")) return comma;
    if (lowerAt(ground, i) === ",")
      return isA(ground, comma + 1, "determiner") && clauseStartsAt(ground, i + 1, to) && !isA(ground, i + 1, "joiner")
        ? i
        : comma;
  }
  return comma;
}

/** Behind the source with its apposition: at the comma that ends it, or the end of the stretch. */
function behindSource(ground: Ground, last: number, end: number, stretch: Stretch): number {
  for (let i = last; i < stretch.to; i++) {
    if (lowerAt(ground, i) === "," || quoteOpening(ground, i)) return i;
    const participle = i === last && endsAs(ground, i, "participle ending") && !endsAs(ground, i, "gerund ending"); // "a statement issued on Friday"
    if (i >= end && ground.tokens[i]?.upos === "VERB" && !isA(ground, i - 1, "relative") && !participle) return i;
  }
  return stretch.to;
}

/** What stands before, behind or around a phrase that says whose it is. */
export type Around = { readonly rule: string; readonly content: readonly Range[] };

/** What is said around the phrase that begins at token `at` and ends before `behind`. */
export function contentAround(ground: Ground, at: number, behind: number, stretch: Stretch): Around | null {
  const leads = at === stretch.from || isA(ground, at - 1, "joiner") || isA(ground, at - 1, "clause opener");
  const inRelative =
    lowerAt(ground, at - 1) === "," && (isA(ground, at - 2, "relative") || isA(ground, at - 2, "clause opener"));
  if (leads || inRelative) {
    const mark = lowerAt(ground, behind) === "," ? overApposition(ground, behind, stretch.to) : behind;
    const from = /^[,:]$/.test(lowerAt(ground, mark)) ? mark + 1 : mark;
    if (from >= stretch.to) return null;
    const quote = quoteOpening(ground, from);
    const to = clauseEnd(ground, from, stretch);
    if (quote && firstBehind(ground, quote.end, from) >= to - 1)
      return { rule: "before", content: quotePieces(ground, quote) };
    const words = contentRange(ground, from, to);
    return words && { rule: inRelative ? "inside-relative" : "before", content: [words] };
  }
  const before = saidBefore(ground, at, stretch);
  if (!before) {
    const words = contentRange(ground, stretch.from, at);
    return words && at > stretch.from ? { rule: "behind", content: [words] } : null;
  }
  const on = saidOn(ground, before, behind, stretch, true);
  const own = on ? before.content : behindColon(ground, before.content, null);
  return { rule: on ? "inside" : "behind", content: [...own, ...(on?.content ?? [])] };
}
