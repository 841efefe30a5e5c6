// Where what is said ends: at the end of the sentence, or before a clause that somebody else says or that the reporter adds.
import type { Range } from "../../model/span.js";
import type { Quotation } from "../../text/quotemarks.js";
import { isAuxiliary, isFiniteVerb, nounPhraseAfter } from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt, quoteOpening, rangeOf, type Stretch, sentenceAt } from "./ground.js";

/** Whether a finite cue verb stands at `index` (helpers skipped). */
function cueAt(ground: Ground, index: number, to: number): boolean {
  for (let i = index; i < Math.min(index + 4, to); i++) {
    const form = ground.words.cues.get(lowerAt(ground, i))?.find(({ cue }) => cue.particle === null)?.form;
    const tag = ground.tokens[i]?.upos;
    if (form && form !== "ing" && form !== "base" && (tag === "VERB" || form === "past")) return true;
    if (!isFiniteVerb(ground, i) && tag !== "ADV" && !isAuxiliary(ground, i) && !isA(ground, i, "not")) return false;
  }
  return false;
}

/** Over "at the town hall", "this week" before a subject. */
function overAdjuncts(ground: Ground, from: number, to: number): number {
  let at = from;
  for (let step = 0; step < 3; step++) {
    const phrase = isA(ground, at, "preposition") ? nounPhraseAfter(ground, at + 1, to) : null;
    if (phrase) at = phrase.last;
    while (at < to && (ground.timexOf[at] ?? -1) >= 0) at++;
  }
  return at;
}

/** Whether "mediator Ann Lee explained." begins at `from`: somebody else's cue behind what is said. */
function tailAt(ground: Ground, from: number, to: number): boolean {
  const phrase = nounPhraseAfter(ground, overAdjuncts(ground, from, to), to);
  const cues = phrase ? (ground.words.cues.get(lowerAt(ground, phrase.last)) ?? []) : [];
  if (!phrase || !cueAt(ground, phrase.last, phrase.last + 1) || !cues.some(({ cue }) => cue.frames.has("quote")))
    return false;
  const behind = phrase.last + 1;
  if (behind >= to || /^[.,;]$/.test(lowerAt(ground, behind)) || isA(ground, behind, "preposition")) return true;
  const named =
    ground.nameOf.slice(phrase.first, phrase.last).some((name) => name >= 0) || isA(ground, phrase.first, "pronoun");
  return named || (ground.timexOf[behind] ?? -1) >= 0;
}

/** ", which the minister said he could not confirm": a relative clause in which somebody else speaks. */
function othersRelative(ground: Ground, from: number, to: number): boolean {
  if (!isA(ground, from, "relative")) return false;
  for (let i = from + 1; i < Math.min(to, from + 14); i++) {
    if (cueAt(ground, i, i + 1)) return isA(ground, i + 1, "complementizer") || clauseStartsAt(ground, i + 1, to);
    if (isFiniteVerb(ground, i)) return false;
  }
  return false;
}

/** Whether the words behind the comma or conjunction at `index` belong to the reporter again. */
export function turnsAway(ground: Ground, index: number, to: number): boolean {
  const comma = lowerAt(ground, index) === ",";
  const next = comma ? index + 1 : index;
  const participle = isA(ground, next, "turning participle");
  const joined = isA(ground, next, "joiner") || isA(ground, next, "adversative");
  if (comma && (participle || (joined && isA(ground, next + 1, "turning participle")))) return true;
  if (comma && isA(ground, next, "adversative")) return true;
  if (comma && isA(ground, next, "as-link") && clauseStartsAt(ground, next + 1, to)) return true; // ", as both sides met again"
  if (comma && (tailAt(ground, next, to) || othersRelative(ground, next, to))) return true;
  if (!isA(ground, next, "turn")) return false;
  const clause = next + 1;
  if (cueAt(ground, clause, to) && isA(ground, next, "joiner")) return true;
  if (isA(ground, clause, "neither")) return false; // "they had expected nothing, and neither claimed it"
  const phrase = nounPhraseAfter(ground, clause, to);
  return phrase !== null && (cueAt(ground, phrase.last, to) || cueBehindName(ground, phrase.last, to));
}

/** "but its leader, Ann Lee, told …": the cue behind a name between commas. */
function cueBehindName(ground: Ground, comma: number, to: number): boolean {
  const name = lowerAt(ground, comma) === "," ? nounPhraseAfter(ground, comma + 1, to) : null;
  return (
    name !== null &&
    lowerAt(ground, name.last) === "," &&
    (ground.nameOf[name.last - 1] ?? -1) >= 0 &&
    cueAt(ground, name.last + 1, to)
  );
}

/** "said it would work with them [and still expected to close]": what the speaker believes is said too, where "it" is the speaker. */
function stillBelieves(ground: Ground, start: number, joiner: number, to: number): boolean {
  if (!isA(ground, start, "pronoun") || isA(ground, start, "self") || !isA(ground, joiner, "joiner")) return false;
  for (let i = joiner + 1; i < Math.min(joiner + 4, to); i++) {
    const readings = ground.words.cues.get(lowerAt(ground, i)) ?? [];
    if (readings.length > 0) return readings.every(({ cue }) => cue.mode === "belief");
    if (ground.tokens[i]?.upos !== "ADV") return false;
  }
  return false;
}

/** Token behind the last word of a clause that begins at `start`. Quotations are crossed whole. */
export function clauseEnd(ground: Ground, start: number, stretch: Stretch): number {
  for (let i = start; i < stretch.to; i++) {
    const quote = quoteOpening(ground, i);
    if (quote) {
      while (i + 1 < stretch.to && (ground.tokens[i + 1]?.end ?? 0) <= quote.end) i++;
      const saysWho = cueAt(ground, i + 1, i + 2) || tailAt(ground, i + 1, stretch.to);
      if (start < i && ground.analysis.text.charAt(quote.inner.end - 1) === "," && saysWho) return i + 1;
      continue;
    }
    const word = lowerAt(ground, i);
    if (word === ";" && i > start) return i;
    const joinsNames =
      isA(ground, i, "joiner") && (ground.nameOf[i - 1] ?? -1) >= 0 && (ground.nameOf[i + 1] ?? -1) >= 0;
    const open = joinsNames && !holdsClause(ground, start, i); // "said Seoul and Tokyo had …": no clause yet
    const turns = i > start && !open && (word === "," || isA(ground, i, "turn")) && turnsAway(ground, i, stretch.to);
    if (turns && !stillBelieves(ground, start, i, stretch.to)) return i;
  }
  return stretch.to;
}

/** Tokens [from, to) without closing punctuation and outer quotation marks, as characters; null where nothing is left. */
export function contentRange(ground: Ground, from: number, to: number): Range | null {
  let [first, last] = [from, to];
  while (last > first && (/^[,;.:-]$/.test(lowerAt(ground, last - 1)) || isA(ground, last - 1, "joiner"))) last--;
  while (first < last && /^[,;:-]$/.test(lowerAt(ground, first))) first++;
  const opening = quoteOpening(ground, first);
  const end = ground.tokens[last - 1]?.end ?? 0;
  if (opening && opening.end === end) return trimmed(ground, opening.inner);
  return rangeOf(ground, first, last);
}

/** A quotation's words without the comma before its closing mark. */
export function trimmed(ground: Ground, range: Range): Range | null {
  let { start, end } = range;
  const { text } = ground.analysis;
  while (end > start && /[\s,]/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return start < end ? { start, end } : null;
}

/** The pieces of a quotation, one for each paragraph. */
export const quotePieces = (ground: Ground, quote: Quotation): Range[] =>
  quote.pieces.flatMap((piece) => trimmed(ground, piece) ?? []);

/** Whether tokens [from, to) hold a clause: at least a subject's word and a finite verb. */
export function holdsClause(ground: Ground, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isFiniteVerb(ground, i)) return true;
  return false;
}

/** "Seoul and Tokyo had agreed": two names as one subject. */
function joinedNames(ground: Ground, before: number, joiner: number, to: number): boolean {
  const named = (ground.nameOf[before] ?? -1) >= 0 && (ground.nameOf[joiner + 1] ?? -1) >= 0;
  const second = named ? nounPhraseAfter(ground, joiner + 1, to) : null;
  return second !== null && isFiniteVerb(ground, second.last);
}

/** "succeeding in March is harder": a gerund as subject. */
function gerundStarts(ground: Ground, from: number, to: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + 9); i++) {
    if (/^[,;:"]$/.test(lowerAt(ground, i)) || isA(ground, i, "clause word")) return false;
    if (isFiniteVerb(ground, i)) return true;
  }
  return false;
}

/** Whether a finite verb follows what is inserted behind a subject: "the operator, Kestrel Terminals, would …", "the days when … are gone". */
function insertionEnds(ground: Ground, from: number, to: number): boolean {
  const comma = lowerAt(ground, from) === ",";
  let verbs = 0;
  for (let i = from + 1; i < Math.min(to, from + 22); i++) {
    if (isFiniteVerb(ground, i) && !isFiniteVerb(ground, i - 1) && ground.tokens[i - 1]?.upos !== "AUX") verbs++;
    if (!comma && verbs > 1) return true;
    if (comma && lowerAt(ground, i) === ",") {
      const relative = isA(ground, from + 1, "relative");
      return (!relative || verbs > 0) && (isFiniteVerb(ground, i + 1) || isFiniteVerb(ground, i + 2));
    }
  }
  return false;
}

/** Whether a bare clause (noun phrase, then a finite verb) begins at `from`. */
export function clauseStartsAt(ground: Ground, from: number, to: number): boolean {
  if (isA(ground, from, "pronoun"))
    return from + 1 < to && !/^[.,;:]$/.test(lowerAt(ground, from + 1)) && !isA(ground, from + 1, "preposition"); // "said it on the radio"
  if (ground.tokens[from]?.upos === "VERB" && endsAs(ground, from, "gerund ending"))
    return gerundStarts(ground, from, to);
  const plural = ground.tokens[from]?.upos === "VERB" && lowerAt(ground, from).endsWith("s"); // "said states like …": no second finite verb
  if (plural) return gerundStarts(ground, from, to);
  if (isA(ground, from, "complementizer")) return isAuxiliary(ground, from + 1); // "thinks that is early"
  const there = isA(ground, from, "existential");
  const phrase = there ? { last: from + 1 } : nounPhraseAfter(ground, from, to);
  if (!phrase) return false;
  for (let i = phrase.last; i < Math.min(to, phrase.last + 9); i++) {
    if (isFiniteVerb(ground, i)) return true;
    if (isA(ground, i, "joiner")) return joinedNames(ground, phrase.last - 1, i, to);
    if (/^[;:]$/.test(lowerAt(ground, i))) return false;
    if (lowerAt(ground, i) === "," || (isA(ground, i, "relative") && !isA(ground, i - 1, "hung")))
      return insertionEnds(ground, i, to);
  }
  return false;
}

/** The sentence before the one of token `index`, as content; null at the beginning and behind a headline. */
export function sentenceBefore(ground: Ground, index: number): Range | null {
  const own = sentenceAt(ground, index);
  const before = own && ground.analysis.sentences[own.index - 1];
  if (!own || !before || before.role !== own.role) return null;
  return contentRange(ground, before.first, before.last);
}
