// Who is the source of a cue verb: the subject before it, the inverted subject behind it, the agent of a passive, or the
// subject of the verb it is joined to.
import type { Range } from "../../model/span.js";
import {
  type Chunk,
  hasName,
  isAuxiliary,
  isFiniteVerb,
  nounPhraseAfter,
  nounPhraseBefore,
  withName,
} from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt, quoteClosing, rangeOf } from "./ground.js";
import type { Site } from "./sites.js";

/** A source, and the first token of it (where content before it must have ended). */
export type Source = {
  readonly range: Range | null;
  readonly first: number;
  readonly last: number;
  readonly writing?: Range | null;
};

/** "the ministry's statement", "the statement of the ministry": the ministry. Other phrases stay as they are. */
function speakerOf(ground: Ground, first: number, last: number): Range | null {
  for (let i = first; i < last; i++) {
    if (isA(ground, i, "clitic") && i + 1 < last && ground.words.writings.has(lowerAt(ground, last - 1)))
      return rangeOf(ground, first, i);
    if (isA(ground, i, "owner mark") && i > first && isWritingBefore(ground, first, i))
      return rangeOf(ground, i + 1, addressedAt(ground, i + 1, last));
  }
  return rangeOf(ground, first, isA(ground, last - 1, "reflexive") && last - 1 > first ? last - 1 : last);
}

/** "a letter [from]", "a memo circulated [by]": whether a writing stands before the mark of its owner. */
const isWritingBefore = (ground: Ground, first: number, mark: number): boolean => {
  const noun = isA(ground, mark - 1, "issuing") ? mark - 2 : mark - 1;
  return noun >= first && ground.words.writings.has(lowerAt(ground, noun));
};

/** "a letter from the union [to] its members": where the one it is addressed to begins. */
function addressedAt(ground: Ground, from: number, last: number): number {
  for (let i = from + 1; i < last; i++) if (isA(ground, i, "infinitive mark")) return i;
  return last;
}

const longestApposition = 40; // tokens
const longestShort = 7; // tokens
const longestTitle = 4; // tokens

/** A source of tokens [first, last); of "the ministry's statement" the ministry, with the writing kept apart. */
const source = (ground: Ground, first: number, last: number): Source => ({
  range: speakerOf(ground, first, last),
  first,
  last,
  writing: writingIn(ground, first, last),
});

/** The writing that a phrase is about: "the statement of the ministry" → "statement". Null where the phrase has no owner. */
function writingIn(ground: Ground, first: number, last: number): Range | null {
  for (let i = first; i < last; i++) {
    if (isA(ground, i, "clitic") && i + 1 < last && ground.words.writings.has(lowerAt(ground, last - 1)))
      return rangeOf(ground, last - 1, last);
    if (isA(ground, i, "owner mark") && i > first && isWritingBefore(ground, first, i)) {
      const noun = isA(ground, i - 1, "issuing") ? i - 2 : i - 1;
      return rangeOf(ground, noun, noun + 1);
    }
  }
  return null;
}

/** "Anna Vale, 66, head of the union, said": back over the appositions between commas, to the nearest name or else the nearest phrase. */
function overApposition(ground: Ground, comma: number, floor: number): Source | null {
  let nearest: Source | null = null;
  let right = comma;
  for (let i = comma - 1; i > floor && i > comma - longestApposition; i--) {
    i = overTitle(ground, i);
    if (/^[";:]$/.test(lowerAt(ground, i))) break;
    if (lowerAt(ground, i) !== ",") continue;
    if (isA(ground, i + 1, "joiner")) break; // ", but its leader, Ann Lee, said"
    const aside = right === comma && isAsideSaying(ground, i + 1, right);
    const relative =
      aside || isA(ground, i + 1, "relative") || opensParticiple(ground, i + 1) || isA(ground, i + 1, "preposition");
    if (!relative && holdsFinite(ground, i + 1, right)) break;
    const phrase = nounPhraseBefore(ground, i, floor);
    right = i;
    if (!phrase) continue;
    const named = relative && !aside ? namedBefore(ground, phrase, floor) : null;
    const found = relative
      ? source(ground, named?.first ?? phrase.first, phrase.last)
      : source(ground, phrase.first, comma);
    if (hasName(ground, phrase.first, phrase.last) || isA(ground, phrase.first, "subject")) return found;
    nearest ??= found;
    if (relative) break;
  }
  return nearest;
}

/** "a statement issued by [the ministry]": who gives out a writing; "[a pilot hired by the ministry]": the whole; null where the phrase is no agent. */
function withAgent(ground: Ground, agent: Chunk, floor: number): Source | null {
  const participle = agent.first - 2;
  if (!isA(ground, participle + 1, "agent mark") || !opensParticiple(ground, participle)) return null;
  const head = nounPhraseBefore(ground, participle, floor);
  if (!head || head.last !== participle) return null;
  const given = isA(ground, participle, "issued") && ground.words.writings.has(lowerAt(ground, head.last - 1));
  return given
    ? {
        range: rangeOf(ground, agent.first, agent.last),
        first: head.first,
        last: agent.last,
        writing: rangeOf(ground, head.last - 1, head.last),
      }
    : { range: rangeOf(ground, head.first, agent.last), first: head.first, last: agent.last };
}

/** 'the channel ["Rondo 1"]': the token before the opening mark of a short title that ends at token `close`, or `close` itself. */
function overTitle(ground: Ground, close: number): number {
  if (!quoteClosing(ground, close)) return close;
  for (let i = close - 1; i > close - longestTitle - 2; i--)
    if (lowerAt(ground, i) === '"')
      return ground.words.agencies.has(lowerAt(ground, i - 1)) || ground.words.channels.has(lowerAt(ground, i - 1))
        ? i - 1
        : close;
  return close;
}

/** ", the same person said,": a saying put in between a subject and its verb. */
function isAsideSaying(ground: Ground, from: number, to: number): boolean {
  const phrase = nounPhraseAfter(ground, from, to);
  if (!phrase) return false;
  const readings = ground.words.cues.get(lowerAt(ground, phrase.last)) ?? [];
  const says = readings.some(({ cue, form }) => cue.frames.has("bare") && (form === "past" || form === "present"));
  return says && (phrase.last + 1 === to || (to - phrase.last < 5 && !holdsFinite(ground, phrase.last + 1, to)));
}

/** "Ann Lee, a partner at Norvik, which owns the mill, urged": the name before what is said of her. Null where no name stands there alone. */
function namedBefore(ground: Ground, { first }: Chunk, floor: number): Chunk | null {
  const plain = ground.tokens[first]?.upos === "NOUN" && (ground.nameOf[first] ?? -1) < 0; // ", leader of the union, who"
  if ((!plain && !isA(ground, first, "determiner")) || lowerAt(ground, first - 1) !== ",") return null;
  const phrase = nounPhraseBefore(ground, first - 1, floor);
  const name = phrase ? (ground.nameOf[phrase.last - 1] ?? -1) : -1;
  if (!phrase || name < 0 || !plain) return name < 0 ? null : phrase;
  let begin = phrase.last - 1;
  while (ground.nameOf[begin - 1] === name) begin--;
  return { first: begin, last: phrase.last };
}

/** ", speaking in Geneva,": what is inserted tells what the source was doing. */
const opensParticiple = (ground: Ground, index: number): boolean =>
  ground.tokens[index]?.upos === "VERB" && endsAs(ground, index, "participle ending");

function holdsFinite(ground: Ground, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (isA(ground, i, "relative")) return false; // "a worker who lives here": the verb is the worker's
    if (isFiniteVerb(ground, i)) return true;
  }
  return false;
}

/** "the United Quay Workers (UQW) said": with what stands in brackets. */
function overParenthesis(ground: Ground, close: number, floor: number): Source | null {
  let open = close;
  while (open > floor && open > close - 8 && lowerAt(ground, open) !== "(") open--;
  const phrase = lowerAt(ground, open) === "(" ? nounPhraseBefore(ground, open, floor) : null;
  return phrase && source(ground, phrase.first, close + 1);
}

/** "media quoted the minister as saying": the one quoted before "as", and who quotes (null in the passive). */
export function quotedBefore(ground: Ground, as: number, floor: number): { source: Source; via: Source | null } | null {
  for (let i = as - 1; i >= Math.max(floor, as - 14); i--) {
    if (!isA(ground, i, "citing")) continue;
    if (i === as - 1 || isA(ground, i + 1, "agent mark")) {
      const phrase = passiveSubject(ground, i, floor);
      const by = isA(ground, i + 1, "agent mark") ? nounPhraseAfter(ground, i + 2, as) : null;
      return phrase && { source: phrase, via: by && source(ground, by.first, by.last) };
    }
    const phrase = nounPhraseAfter(ground, i + 1, as);
    const teller = nounPhraseBefore(ground, i, floor);
    return (
      phrase && {
        source: source(ground, phrase.first, phrase.last),
        via: teller && source(ground, teller.first, teller.last),
      }
    );
  }
  return null;
}

/** The subject of "was quoted" whose participle is token `verb`. */
function passiveSubject(ground: Ground, verb: number, floor: number): Source | null {
  let at = verb;
  while (at > floor && (isA(ground, at - 1, "auxiliary") || ground.tokens[at - 1]?.upos === "ADV")) at--;
  if (lowerAt(ground, at - 1) === ",") return overApposition(ground, at - 1, floor);
  const phrase = nounPhraseBefore(ground, at, floor);
  return phrase && source(ground, phrase.first, phrase.last);
}

/** "a diplomat who has followed the talks said": the subject whose relative clause ends before `end`. */
function relativeSubject(ground: Ground, end: number, floor: number): Source | null {
  let verbs = 0;
  for (let i = end - 1; i > Math.max(floor, end - 20); i--) {
    if (/^[,;:"]$/.test(lowerAt(ground, i))) return null;
    if (isFiniteVerb(ground, i)) verbs++;
    if (!isA(ground, i, "relative")) continue;
    const phrase = verbs > 0 && isFiniteVerb(ground, i + 1) ? nounPhraseBefore(ground, i, floor) : null;
    return phrase && source(ground, phrase.first, phrase.last);
  }
  return null;
}

/** The subject that stands before the verb group, or null. */
/** A short beginning of a sentence that no phrase is seen in ("Nine out of ten say", a name tagged as something else): all of it. */
function shortSubject(ground: Ground, site: Site, floor: number): Source | null {
  let from = site.first;
  while (
    from > floor &&
    from > site.first - longestShort &&
    !quoteClosing(ground, from - 1) &&
    ground.tokens[from - 1]?.upos !== "PUNCT"
  )
    from--;
  const first = ground.tokens[from];
  if (!first || from === site.first || first.text === first.lower || (from > floor && !quoteClosing(ground, from - 1)))
    return null;
  for (let i = from; i < site.first; i++) {
    const named = i > floor && ground.tokens[i]?.text !== ground.tokens[i]?.lower; // a capital inside a sentence: a name, whatever its tag
    if (
      (ground.timexOf[i] ?? -1) >= 0 ||
      (!named && isFiniteVerb(ground, i)) ||
      (i > from && isA(ground, i, "clause word"))
    )
      return null;
  }
  const only = site.first === from + 1 && isA(ground, from, "clause opener");
  return only || isA(ground, from, "preposition") ? null : source(ground, from, site.first);
}

export function sourceBefore(ground: Ground, site: Site, floor: number): Source | null {
  let at = site.first - 1;
  while (
    at > floor &&
    ((ground.timexOf[at] ?? -1) >= 0 || (ground.tokens[at]?.upos === "ADV" && !isA(ground, at, "existential")))
  )
    at--;
  if (isA(ground, at, "preposition") && at < site.first - 1) at--;
  if (at < floor) return null;
  const word = lowerAt(ground, at);
  if (isA(ground, at, "relative") && (at > floor || !isA(ground, at, "complementizer"))) {
    const end = lowerAt(ground, at - 1) === "," ? at - 1 : at;
    const phrase = nounPhraseBefore(ground, end, floor);
    const named = phrase && namedBefore(ground, phrase, floor); // "Ann Lee, the mayor, who wants"
    return phrase && source(ground, named?.first ?? phrase.first, phrase.last);
  }
  if (word === ",") return overApposition(ground, at, floor);
  if (word === ")") return overParenthesis(ground, at, floor);
  if (isA(ground, at, "reflexive")) return mainSubject(ground, floor, at); // "limited himself to saying"
  const phrase = nounPhraseBefore(ground, at + 1, floor);
  const whole = phrase && withAgent(ground, phrase, floor);
  if (whole) return whole;
  const inRelative = phrase ? ground.tokens[phrase.first - 1]?.upos !== "PUNCT" : ground.tokens[at]?.upos === "VERB";
  const outer =
    inRelative && !(phrase && isEmbedded(ground, phrase))
      ? relativeSubject(ground, phrase?.first ?? at + 1, floor)
      : null;
  if (outer) return { range: rangeOf(ground, outer.first, site.first), first: outer.first, last: site.first };
  if (!phrase) return shortSubject(ground, site, floor);
  const dull =
    isA(ground, phrase.first, "expletive") &&
    phrase.last === phrase.first + 1 &&
    !isA(ground, phrase.first, "dummy subject");
  if (dull) return null;
  return source(ground, behindThat(ground, phrase), phrase.last);
}

/** "a sign that | investors doubt": the subject of a clause begins behind its "that". */
function behindThat(ground: Ground, { first, last }: Chunk): number {
  for (let i = last - 2; i > first; i--)
    if (isA(ground, i, "complementizer") && ["NOUN", "PROPN"].includes(ground.tokens[i - 1]?.upos ?? "")) return i + 1;
  return first;
}

/** "a man who was there said | Lohmann had told them": a name directly behind a verb of saying is the subject of what is said. */
function isEmbedded(ground: Ground, { first, last }: Chunk): boolean {
  const readings = ground.words.cues.get(lowerAt(ground, first - 1)) ?? [];
  const says = readings.some(({ cue, form }) => cue.frames.has("bare") && (form === "past" || form === "present"));
  return says && (hasName(ground, first, last) || isA(ground, first, "pronoun"));
}

/** The subject behind the cue: "said the minister". */
export function sourceAfter(ground: Ground, site: Site): Source | null {
  const phrase = nounPhraseAfter(ground, site.last, site.stretch.to);
  if (!phrase) return null;
  return source(ground, phrase.first, withName(ground, phrase, site.stretch.to));
}

/** "by" and the agent behind a passive, not further than the end of the stretch. */
export function agentAfter(ground: Ground, site: Site): Source | null {
  for (let i = site.last; i < Math.min(site.stretch.to, site.last + 12); i++) {
    if (/^[,;:"]$/.test(lowerAt(ground, i)) || isA(ground, i, "complementizer")) return null;
    if (!isA(ground, i, "agent mark")) continue;
    const phrase = nounPhraseAfter(ground, i + 1, site.stretch.to);
    return phrase && source(ground, phrase.first, phrase.last);
  }
  return null;
}

/** "said that Biden had urged them to wait and had made clear that …": the subject of the verb with the same helper, inside what is said; null elsewhere. */
export function likeSubject(ground: Ground, first: number, floor: number): Source | null {
  const helper = isAuxiliary(ground, first) ? lowerAt(ground, first) : "";
  for (
    let i = first - 2;
    helper !== "" && i > floor && (ground.quoteOf[i] ?? -1) === (ground.quoteOf[first] ?? -1);
    i--
  ) {
    if (lowerAt(ground, i) !== helper) continue;
    const phrase = nounPhraseBefore(ground, i, floor);
    return phrase && isA(ground, phrase.first - 1, "complementizer") ? source(ground, phrase.first, phrase.last) : null;
  }
  return null;
}

/** Left over the adverbs and times between a subject and its verb: "Halden Foods | on Monday turned down". */
function overTime(ground: Ground, verb: number, floor: number): number {
  let at = verb;
  while (at > floor && ((ground.timexOf[at - 1] ?? -1) >= 0 || ground.tokens[at - 1]?.upos === "ADV")) at--;
  return at < verb && at > floor && isA(ground, at - 1, "preposition") ? at - 1 : at;
}

/** The subject of the first finite verb of the stretch before `end`: what a joined or participial cue goes on with. */
export function mainSubject(ground: Ground, floor: number, end: number): Source | null {
  for (let i = floor + 1; i < end; i++) {
    if (!isFiniteVerb(ground, i) || (ground.quoteOf[i] ?? -1) !== (ground.quoteOf[end] ?? -1)) continue;
    const before = overTime(ground, i, floor);
    const phrase = nounPhraseBefore(ground, before, floor);
    if (phrase) return source(ground, phrase.first, phrase.last);
    if (lowerAt(ground, before - 1) === ",") return overApposition(ground, before - 1, floor);
  }
  const name = ground.nameOf[floor] ?? -1; // no verb was seen: a name that the sentence begins with
  let last = floor;
  while (name >= 0 && last < end && ground.nameOf[last] === name) last++;
  return last > floor ? source(ground, floor, last) : null;
}
