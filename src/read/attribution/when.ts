// When and by which channel something was said, looked for around the cue after the saying is found, whatever rule found it: a
// time or a channel that hangs on the cue in the tree, else one that no other verb parts from it. Then what the sentence before
// tells of the same occasion. Nothing is taken from inside the words said.
import type { Attribution, Timex } from "../../model/reading.js";
import { overlaps, type Range } from "../../model/span.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { isAuxiliary, isFiniteVerb, nounPhraseAfter } from "./chunk.js";
import { endsAs, type Ground, isA, lowerAt, quoteClosing } from "./ground.js";
import { channelIn, channelNamed, channelOf, mediumOf, phraseEnd } from "./occasion.js";
import { dayIn, firstFrom, sentenceOf, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";

/** Steps up the tree from a time to the cue it may hang on. */
const highest = 5;

/** What is looked around: the tokens of the cue, its sentence, and which tokens are words said. */
type Place = {
  readonly first: number;
  readonly last: number; // behind the cue
  readonly from: number;
  readonly to: number;
  readonly isSaid: (index: number) => boolean;
};

function placeOf(ground: Ground, each: RawAttribution): Place | null {
  if (!each.cue) return null;
  const sentence = sentenceOf(ground, each.cue.start);
  const cue = tokensIn(ground, each.cue);
  const [first, last] = [cue[0]?.index, cue.at(-1)?.index];
  if (!sentence || first === undefined || last === undefined) return null;
  const isSaid = (index: number): boolean => {
    const token = ground.tokens[index];
    return token !== undefined && each.content.some((part) => overlaps(part, token));
  };
  return { first, last: last + 1, from: sentence.first, to: sentence.last, isSaid };
}

/** Whether words at token `at` go with the cue: nothing said, no other finite verb and no other quotation lies between. */
function goesWith(ground: Ground, { first, last, isSaid }: Place, at: number): boolean {
  const [from, to] = at < first ? [at, first] : [last, at];
  if (ground.quoteOf[at] !== ground.quoteOf[first]) return false;
  for (let i = from; i < to; i++) {
    if (isSaid(i) || isA(ground, i, "relative") || isA(ground, i, "complementizer") || lowerAt(ground, i) === ";")
      return false;
    const own = isAuxiliary(ground, i) && at < first && i >= first - 4; // "X has on Friday said"
    const light = (["reached", "speaking", "issuing"] as const).some((name) => isA(ground, i, name));
    if (isFiniteVerb(ground, i) && !own && !light) return false;
    const turning =
      ground.tokens[i]?.upos === "VERB" && endsAs(ground, i, "gerund ending") && lowerAt(ground, i - 1) === ",";
    if (turning && !light) return false; // "said, sailing from the port on Friday"
  }
  return true;
}

/** Nouns through which a time may hang on a cue: "in a [statement] issued on Friday", "at the [talks] on Friday". */
const isOccasion = (ground: Ground, index: number): boolean =>
  ground.words.channels.has(lowerAt(ground, index)) ||
  ground.words.writings.has(lowerAt(ground, index)) ||
  isA(ground, index, "scene") ||
  isA(ground, index, "issuing");

/** Whether the time at tokens of `timex` hangs on the cue; `direct`: on the cue itself. */
function hangs(ground: Ground, { first, last }: Place, timex: Range): "direct" | "through" | null {
  const inside = tokensIn(ground, timex);
  let at = inside.find(({ head }) => !inside.some(({ index }) => index === head))?.index ?? -1;
  for (let steps = 0; at >= 0 && steps < highest; steps++) {
    const head = ground.tokens[at]?.head ?? -1;
    if (first <= head && head < last) return steps === 0 ? "direct" : "through";
    if (head < 0 || !isOccasion(ground, head)) return null;
    at = head;
  }
  return null;
}

/** Whether a time stands behind "before", "ahead of", "since", "until": it dates something else. */
function isElsewhere(ground: Ground, { last }: Place, token: number): boolean {
  for (let i = token - 1; i >= Math.max(last, token - 6); i--) {
    if (lowerAt(ground, i) === ",") return false;
    if (isA(ground, i, "later preposition") && !isA(ground, i, "scene preposition") && !isA(ground, i, "agent mark"))
      return true;
  }
  return false;
}

const isPast = (ground: Ground, { edtf }: Timex): boolean => {
  const published = ground.analysis.document.published.value;
  return published === null || edtf === null || edtf.slice(0, published.length) <= published;
};

const isDay = ({ type, edtf }: Pick<Timex, "type" | "edtf">): boolean =>
  (type === "DATE" || type === "TIME") && /^\d{4}-\d{2}/.test(edtf ?? "");

const dateOf = (timex: Timex | null | undefined): Attribution["date"] =>
  timex?.edtf ? { value: timex.edtf, evidence: { start: timex.start, end: timex.end } } : null;

/** The time in or right behind the words of a channel: "at [Monday]'s hearing", "a report it published [on Tuesday]". */
function timeBeside(ground: Ground, place: Place, channel: Attribution["channel"]): Timex | null {
  if (!channel) return null;
  const inside = tokensIn(ground, channel);
  const [begin, end] = [inside[0]?.index ?? place.to, (inside.at(-1)?.index ?? place.to) + 1];
  if (begin < place.from || end > place.to) return null;
  for (let i = Math.max(place.from, begin - 2); i < Math.min(place.to, end + 6); i++) {
    if (i >= end && (/^[,;]$/.test(lowerAt(ground, i)) || (isFiniteVerb(ground, i) && !isA(ground, i, "issuing"))))
      return null;
    const timex = ground.timexes[ground.timexOf[i] ?? -1];
    if (timex && isDay(timex) && isPast(ground, timex) && !(i >= end && place.isSaid(i))) return timex;
  }
  return null;
}

/** "Halden, which offered 4 percent [on Sept 5], says": a time before a comma that the tree hangs on another verb. */
function isAsidesOwn(ground: Ground, place: Place, timex: Range, token: number): boolean {
  if (token > place.first) return false;
  const inside = tokensIn(ground, timex);
  const head = inside.find((each) => !inside.some(({ index }) => index === each.head))?.head ?? -1;
  if (isCue(place, head) || ground.tokens[head]?.upos !== "VERB") return false;
  for (let i = token; i < place.first; i++) if (lowerAt(ground, i) === ",") return true;
  return false;
}

/** 'called it "serious" [on Tuesday]': right behind the words said, though the content was read up to the stop. */
const isBehindQuote = (ground: Ground, token: number): boolean =>
  isA(ground, token - 1, "preposition") && quoteClosing(ground, token - 2) !== undefined;

/** The time that belongs to the cue: by the tree, else the nearest that nothing parts from it. */
function timeOf(ground: Ground, place: Place): Timex | null {
  let best: { readonly timex: Timex; readonly cost: number } | null = null;
  const { tokens } = ground;
  const [start, end] = [tokens[place.from]?.start ?? 0, tokens[place.to - 1]?.end ?? 0];
  for (let at = firstFrom(ground.timexes, start); (ground.timexes[at]?.start ?? Infinity) < end; at++) {
    const timex = ground.timexes[at];
    const token = firstFrom(tokens, timex?.start ?? 0);
    if (!timex || !isDay(timex) || !isPast(ground, timex) || ground.quoteOf[token] !== ground.quoteOf[place.first])
      continue;
    const tree = hangs(ground, place, timex);
    const said = place.isSaid(token);
    const near =
      tree !== null ||
      isBehindQuote(ground, token) ||
      (goesWith(ground, place, token) && !isAsidesOwn(ground, place, timex, token));
    const own = said ? tree === "direct" || isBehindQuote(ground, token) : near;
    if (!own) continue;
    if (isElsewhere(ground, place, token)) continue;
    const cost = Math.abs(token - place.first) + (tree === null ? 50 : 0);
    if (!best || cost < best.cost) best = { timex, cost };
  }
  return best?.timex ?? null;
}

/** A medium with a name of its own in tokens [first, last): "on Radio One", "with the broadcaster Radio One". */
function namedMedium(ground: Ground, first: number, last: number): Attribution["channel"] {
  for (let i = first; i < last; i++) {
    const token = ground.tokens[i];
    if (token && token.text !== token.lower && i > first - 1) return mediumOf(ground, first, last);
  }
  return null;
}

/** "told [us]", "told [this newspaper]": whoever publishes the report is the channel. */
function ownMedium(ground: Ground, at: number): Attribution["channel"] {
  const { outlet } = ground.analysis.document;
  const token = ground.tokens[at];
  if (!token) return null;
  if (isA(ground, at, "us")) return outlet === null ? null : { start: token.start, end: token.end, name: outlet };
  const medium = ground.tokens[at + 1];
  if (!isA(ground, at, "this medium") || !medium || !ground.words.agencies.has(medium.lower)) return null;
  const name = ground.analysis.text.slice(token.start, medium.end);
  return { start: token.start, end: medium.end, name: outlet === null ? name : `${name} (${outlet})` };
}

/** The channel that a phrase around the cue names: "at a rally", "in a letter to staff", "on Channel Nine"; the nearest. */
function phraseChannel(ground: Ground, place: Place): Attribution["channel"] {
  let best: { readonly channel: NonNullable<Attribution["channel"]>; readonly cost: number } | null = null;
  for (let i = place.from; i < place.to; i++) {
    if (!isA(ground, i, "preposition") || isA(ground, i, "later preposition") || isCue(place, i)) continue;
    let end = Math.min(phraseEnd(ground, i, place.to), place.to);
    if (ground.words.channels.has(lowerAt(ground, end)) && end < place.to) end++; // "in a 14-page ruling", the noun read as a verb
    if (end <= i + 1) continue;
    const own = place.isSaid(i)
      ? hangsOnCue(ground, place, i + 1, end)
      : !place.isSaid(end - 1) && goesWith(ground, place, i);
    if (!own) continue;
    const channel = channelOf(ground, i + 1, end) ?? namedMedium(ground, i + 1, end);
    const cost = i < place.first ? place.first - i + 5 : i - place.last;
    if (channel && (!best || cost < best.cost)) best = { channel, cost };
  }
  return best?.channel ?? null;
}
const isCue = (place: Place, at: number): boolean => at >= place.first && at < place.last;

/** Whether a noun of tokens [from, to), outside any quotation, hangs on the cue itself. */
function hangsOnCue(ground: Ground, place: Place, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = ground.tokens[i];
    if (
      token &&
      isCue(place, token.head) &&
      token.relation.startsWith("obl") &&
      ground.quoteOf[i] === ground.quoteOf[place.first]
    )
      return true;
  }
  return false;
}

/** The writing that says it: "[the summary] says", "according to [a report] published on Friday". */
function writingChannel(ground: Ground, source: Range | null): Attribution["channel"] {
  if (!source) return null;
  const inside = tokensIn(ground, source);
  const [head] = inside;
  if (!head) return null;
  const phrase = nounPhraseAfter(ground, head.index, (inside.at(-1)?.index ?? head.index) + 1);
  const at = inside.findIndex(({ lower }) => ground.words.writings.has(lower));
  const writing = inside[at];
  if (!phrase || !writing || writing.index >= phrase.last) return null;
  const next = inside[at + 1];
  if (next && (isA(ground, next.index, "clitic") || /^(?:NOUN|PROPN)$/.test(next.upos))) return null; // "the report's author"
  if (inside.slice(0, at).some(({ index }) => isA(ground, index, "joining") || isA(ground, index, "clitic")))
    return null;
  return channelNamed(ground, head.index, writing.index + 1);
}

/** Verbs that stand between a subject and what it gives: "has [put] out a statement"; index of the word behind. */
function behindGiving(ground: Ground, at: number): number {
  let verb = at;
  while (verb < at + 3 && (isAuxiliary(ground, verb) || ground.tokens[verb]?.upos === "ADV")) verb++;
  if (!isA(ground, verb, "giving")) return -1;
  return isA(ground, verb + 1, "particle") ? verb + 2 : verb + 1;
}

/** "More from [the minister]'s press conference": whose occasion a sentence names, and by which channel. */
function ownedOccasion(ground: Ground, { first: from, last: to }: AnalysedSentence): RawAttribution["scene"] {
  for (let i = from + 1; i < to - 1; i++) {
    if (!isA(ground, i, "clitic")) continue;
    const end = nounPhraseAfter(ground, i + 1, to)?.last ?? i + 1;
    const channel = channelOf(ground, i + 1, end);
    const name = ground.nameOf[i - 1] ?? -1;
    let begin = i - 1;
    while (begin > from && name >= 0 && ground.nameOf[begin - 1] === name) begin--;
    const [head, tail] = [ground.tokens[begin], ground.tokens[i - 1]];
    if (channel && head && tail && name >= 0)
      return { subject: { start: head.start, end: tail.end }, date: null, channel };
  }
  return null;
}

/** Whether a sentence names an occasion told before: "as he left [the talks]". */
function namesScene(ground: Ground, { first: from, last: to }: AnalysedSentence): boolean {
  for (let i = from + 1; i < to; i++)
    if (isA(ground, i, "scene") && isA(ground, i - 1, "article") && !isA(ground, i - 1, "indefinite")) return true;
  return false;
}

/** Paragraphs that are looked back for the day of a scene. */
const farthest = 3;

/** The day of the nearest sentence before that tells of such a scene with its day. */
function dayOfScene(ground: Ground, sentence: AnalysedSentence): Timex | null {
  for (let index = sentence.index - 1; index >= 0; index--) {
    const before = ground.analysis.sentences[index];
    if (!before || before.paragraph < sentence.paragraph - farthest) return null;
    const day = before.role === "body" ? dayIn(ground, before) : null;
    for (let i = before.first; day && i < before.last; i++) if (isA(ground, i, "scene")) return day;
  }
  return null;
}

/** What the sentence before, in the same paragraph, tells of an occasion, with the one it tells it of. */
function sceneBefore(ground: Ground, sentence: AnalysedSentence): RawAttribution["scene"] {
  const before = ground.analysis.sentences[sentence.index - 1];
  if (!before || before.paragraph !== sentence.paragraph || before.role !== "body") return null;
  const subject = mainSubject(ground, before.first, before.last);
  if (!subject?.range) return ownedOccasion(ground, before);
  const object = behindGiving(ground, subject.last);
  const given = object < 0 ? null : nounPhraseAfter(ground, object, before.last);
  const channel =
    (given ? channelOf(ground, given.first, given.last) : null) ?? channelIn(ground, subject.last, before.last);
  const day = dayIn(ground, before);
  const timex = day ?? (namesScene(ground, before) ? dayOfScene(ground, before) : null);
  const date = timex && isPast(ground, timex) ? dateOf(timex) : null;
  if (!channel && !(date && day === null)) return ownedOccasion(ground, before);
  return { subject: subject.range, date: channel || day === null ? date : null, channel };
}

/** "…published a letter. … , he [writes]": the writing that the sentence, or one before it in the paragraph, speaks of. */
function writingBefore(ground: Ground, place: Place): Attribution["channel"] {
  const own = ground.analysis.sentences[ground.tokens[place.first]?.sentence ?? -1];
  if (!own) return null;
  for (let i = place.first - 1; i >= 0; i--) {
    const sentence = ground.analysis.sentences[ground.tokens[i]?.sentence ?? -1];
    if (!sentence || sentence.paragraph !== own.paragraph || own.index - sentence.index > farthest) return null;
    const noun = ground.tokens[i];
    if (noun && ground.words.writings.has(noun.lower) && ground.words.channels.has(noun.lower) && !place.isSaid(i))
      return channelNamed(ground, i, i + 1);
  }
  return null;
}

/** Tokens behind a preposition within which its scene is named: "after [three days of talks]". */
const sceneReach = 6;

/** "told reporters after three days of talks", "said on the same day": the day of the nearest sentence before that tells of it. */
function timeAtScene(ground: Ground, place: Place, own: AnalysedSentence | undefined): Timex | null {
  if (!own) return null;
  for (let i = place.last; i < place.to && !place.isSaid(i) && lowerAt(ground, i) !== ","; i++) {
    if (isA(ground, i, "same") && (ground.timexOf[i] ?? -1) >= 0) return dayBefore(ground, own);
    if (!isA(ground, i, "scene preposition") || isA(ground, i + 1, "indefinite")) continue;
    for (let at = i + 1; at < Math.min(i + sceneReach, place.to) && lowerAt(ground, at) !== ","; at++)
      if (isA(ground, at, "scene")) return dayOfScene(ground, own);
  }
  return null;
}

/** The last day told in the sentences before, some paragraphs back at most, that is not to come. */
function dayBefore(ground: Ground, sentence: AnalysedSentence): Timex | null {
  for (let index = sentence.index - 1; index >= 0; index--) {
    const before = ground.analysis.sentences[index];
    if (!before || before.paragraph < sentence.paragraph - farthest) return null;
    const day = before.role === "body" ? dayIn(ground, before) : null;
    if (day && isPast(ground, day)) return day;
  }
  return null;
}

/**
 * The time that the sentence before lends: to what is told "an hour later", to what is said to "them" who are told of there, and
 * to what "had" been said then, where a time opens that sentence.
 */
function timeBefore(ground: Ground, place: Place, own: AnalysedSentence | undefined): Timex | null {
  const before = own ? ground.analysis.sentences[own.index - 1] : undefined;
  if (!own || before?.role !== "body" || own.paragraph - before.paragraph > 1) return null;
  const day = dayIn(ground, before);
  const near = day && isPast(ground, day) ? day : null;
  for (let i = place.from; i < Math.min(place.first, place.from + 6); i++)
    if (
      isA(ground, i, "time adverb") &&
      (ground.timexOf[i] ?? -1) >= 0 &&
      !isDay(ground.timexes[ground.timexOf[i] ?? -1] ?? noTime)
    )
      return near;
  if (before.paragraph !== own.paragraph) return null;
  if (isA(ground, place.last, "hearer") && isA(ground, place.last + 1, "hearer") === false) return near;
  if (!isA(ground, place.first - 1, "past helper")) return null;
  const opening = ground.timexes[firstFrom(ground.timexes, before.start)];
  return opening && opening.start < before.start + opens && isDay(opening) && isPast(ground, opening) ? opening : near;
}
/** Characters of a sentence within which a time opens it. */
const opens = 12;
const noTime = { type: "DURATION", edtf: null } as const;

/** In a live report what is said in the present is said on its day; the stamps of its entries show it. */
function liveDay(ground: Ground, place: Place): Attribution["date"] {
  const { published, furniture } = ground.analysis.document;
  const [evidence] = published.evidence;
  const live = furniture.filter(({ reason }) => reason === "live report").length >= entries;
  const tag = ground.tokens[place.last - 1]?.xpos;
  if (!live || published.basis !== "stated" || published.value === null || !evidence) return null;
  return tag !== "VBD" && tag !== "VBN" && tag !== "VBG" ? { value: published.value, evidence } : null;
}
/** Stamped entries that make a live report. */
const entries = 3;

/** The channel of one saying, where it has none yet. */
function channelFor(ground: Ground, each: RawAttribution, place: Place): Attribution["channel"] {
  const hearer = nounPhraseAfter(ground, place.last, place.to);
  return (
    each.channel ??
    ownMedium(ground, place.last) ??
    (hearer && !place.isSaid(place.last) && each.cueLemma === "tell"
      ? namedMedium(ground, hearer.first, hearer.last)
      : null) ??
    phraseChannel(ground, place) ??
    writingChannel(ground, each.source) ??
    (each.cueLemma === "write" ? writingBefore(ground, place) : null)
  );
}

/** `found` with day, channel and scene for those that have none. Never inside another's words, and not for what is told of many occasions. */
export function withOccasions(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  return carried(
    ground,
    found.map((each) => {
      const place = placeOf(ground, each);
      if (!place || each.headline) return each;
      const sentence = sentenceOf(ground, each.cue?.start ?? 0);
      const channel = channelFor(ground, each, place);
      const date =
        each.date ??
        dateOf(
          timeOf(ground, place) ??
            timeBeside(ground, place, channel) ??
            timeAtScene(ground, place, sentence) ??
            timeBefore(ground, place, sentence),
        ) ??
        liveDay(ground, place);
      const own = each.scene;
      const scene =
        sentence && !(own?.date && own.channel) ? (merged(own, sceneBefore(ground, sentence)) ?? null) : own;
      return { ...each, channel: longEnough(ground, channel), date, ...(scene === undefined ? {} : { scene }) };
    }),
  );
}

/** "on X": a name of one letter keeps the word in front of it. */
function longEnough({ analysis }: Ground, channel: Attribution["channel"]): Attribution["channel"] {
  if (!channel || channel.name.length > 1) return channel;
  const before = /\p{L}+ $/u.exec(analysis.text.slice(Math.max(0, channel.start - 12), channel.start))?.[0] ?? "";
  return { ...channel, start: channel.start - before.length, name: `${before}${channel.name}` };
}

/** "The deputy mayor told the Post … . \"I have the list,\" she joked": day and channel go on to a pronoun in the next sentence of the paragraph. */
function carried(ground: Ground, found: readonly RawAttribution[]): readonly RawAttribution[] {
  const done: RawAttribution[] = [];
  for (const each of found) {
    const before = done.findLast(({ within, source }) => within === null && source !== null);
    const [own, other] = [each, before].map((said) => (said?.cue ? sentenceOf(ground, said.cue.start) : undefined));
    const near = own && other && own.paragraph === other.paragraph && own.index - other.index <= 1;
    const shown = !near && each.scene && isPronoun(ground, each.source) && each.within === null ? each.scene : null;
    const goesOn = near && each.within === null && each.settled !== false && isPronoun(ground, each.source) && before;
    done.push(
      goesOn
        ? { ...each, date: each.date ?? before.date, channel: each.channel ?? (each.refusal ? null : before.channel) }
        : shown
          ? { ...each, date: each.date ?? shown.date, channel: each.channel ?? shown.channel }
          : each,
    );
  }
  return done;
}

const isPronoun = (ground: Ground, source: Range | null): boolean => {
  const [only, ...more] = source ? tokensIn(ground, source) : [];
  return only !== undefined && more.length === 0 && isA(ground, only.index, "someone");
};

/** A scene with what another tells of it besides, where both are of the same subject. */
function merged(own: RawAttribution["scene"], other: RawAttribution["scene"]): RawAttribution["scene"] {
  if (!own || !other) return own ?? other;
  if (own.subject.start !== other.subject.start) return own;
  return { ...own, date: own.date ?? other.date, channel: own.channel ?? other.channel };
}
