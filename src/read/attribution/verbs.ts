// Cue verbs in the active: "X said that …", '"…," said X', "…, X said, …", "X denied having …", ", adding that …".
import type { Timex } from "../../model/reading.js";
import { covers, type Range } from "../../model/span.js";
import { type Before, saidBefore, saidOn } from "./before.js";
import { firstBehind, type Said, saidBehind } from "./behind.js";
import { type Chunk, isAuxiliary, isFiniteVerb, isNominal, nounPhraseAfter, nounPhraseBefore } from "./chunk.js";
import { sentenceBefore } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteClosing, rangeOf, sentenceAt } from "./ground.js";
import { channelIn, channelOf, type Occasion, occasionAt, occasionBefore } from "./occasion.js";
import { quotesIn } from "./places.js";
import type { Site } from "./sites.js";
import { likeSubject, mainSubject, quotedBefore, type Source, sourceAfter, sourceBefore } from "./source.js";
import type { Cue } from "./words.js";

const longestAside = 25; // tokens

/** The words of the cue: verb and particle. */
export const cueRange = (ground: Ground, site: Site): Range | null => rangeOf(ground, site.at, site.last);

const endsContent = (ground: Ground, index: number): boolean =>
  /^[,-]$/.test(lowerAt(ground, index)) || quoteClosing(ground, index) !== undefined;

/** Who says it: the subject, or for a joined or participial cue the subject of the clause. */
function speakerFor(ground: Ground, site: Site): Source | null {
  const floor = site.stretch.from;
  const joined = isA(ground, site.first - 1, "joiner") || lowerAt(ground, site.first - 1) === ",";
  if (site.form === "ing" && !isA(ground, site.first, "be")) {
    const holder = nounPhraseBefore(ground, site.first, floor);
    if (holder && speaksItself(ground, holder)) return { range: rangeOf(ground, holder.first, holder.last), ...holder };
    return mainSubject(ground, floor, site.first);
  }
  if (site.infinitive) return mainSubject(ground, floor, site.first);
  const own = sourceBefore(ground, site, floor);
  return (
    own ?? (joined ? (likeSubject(ground, site.first, floor) ?? mainSubject(ground, floor, site.first - 1)) : null)
  );
}

/** "officials saying that …", "with their union saying …": the phrase before is the source, unless it is a writing ("a statement saying …"). */
function speaksItself(ground: Ground, holder: Chunk): boolean {
  for (let i = holder.first; i < holder.last; i++) {
    if (
      ground.words.writings.has(lowerAt(ground, i)) ||
      ground.words.channels.has(lowerAt(ground, i)) ||
      ground.words.nounCues.has(lowerAt(ground, i))
    )
      return false;
  }
  return true;
}

/** The parts that all readings of a site share. */
function partsOf(
  ground: Ground,
  site: Site,
  cue: Cue,
  source: Source | null,
  occasion: Occasion,
  found: { rule: string; content: readonly Range[]; score: number },
): Parts {
  const leads = !found.content.some((range) => range.end <= (ground.tokens[site.first]?.start ?? 0));
  const early = occasionBefore(ground, site, source, leads);
  const afterwards = isA(ground, site.stretch.from, "afterwards");
  const neither = source !== null && isA(ground, source.first, "neither"); // "Neither A nor B would say whether"
  const refused =
    cue.polarity === "refuses" ||
    cue.polarity === "silent" ||
    ((site.negated || neither) &&
      cue.mode !== "belief" &&
      cue.polarity === "plain" &&
      found.rule.endsWith(":question"));
  return {
    ...found,
    source: source?.range ?? null,
    cue: cueRange(ground, site),
    cueLemma: cue.particle ? `${cue.lemma} ${cue.particle}` : cue.lemma,
    mode: cue.mode,
    negated: refused || (cue.polarity === "denies") !== site.negated,
    refusal: refused,
    occasion: {
      ...occasion,
      channel:
        occasion.channel ?? asChannel(ground, source?.writing ?? null) ?? channelBefore(ground, site, source, leads),
      timex: occasion.timex ?? early ?? joinedTimex(ground, site, source),
      scene: occasion.scene === true || afterwards,
    },
    settled: settled(ground, site, source),
  };
}

/** "held a meeting of foreign ministers and reiterated that …": what was held. */
function joinedChannel(ground: Ground, source: Source, site: Site): Occasion["channel"] {
  if (!isA(ground, site.first - 1, "joiner")) return null;
  for (let i = source.last; i < site.first; i++) {
    const phrase = isA(ground, i, "article") ? nounPhraseAfter(ground, i, site.first) : null;
    const channel = phrase && isFiniteVerb(ground, i - 1) ? channelOf(ground, phrase.first, phrase.last) : null;
    if (channel) return channel;
  }
  return null;
}

/** The channel named before source and cue: "In an interview with the Gazette, X said", "held a meeting and said". */
function channelBefore(ground: Ground, site: Site, source: Source | null, leads: boolean): Occasion["channel"] {
  if (!source || source.first >= site.first) return null;
  const own = channelIn(ground, source.last, site.first);
  if (own || !leads) return own;
  const held = joinedChannel(ground, source, site);
  if (held) return held;
  let from = source.first;
  while (from > site.stretch.from && !isFiniteVerb(ground, from - 1) && !quoteClosing(ground, from - 1)) from--;
  return channelIn(ground, from, source.first);
}

/** The writing that somebody speaks by, as a channel. */
const asChannel = (ground: Ground, range: Range | null): Occasion["channel"] =>
  range && { ...range, name: ground.analysis.text.slice(range.start, range.end) };

/** "held a meeting on the 7th and reiterated that …": the time of the verb that a joined cue goes on from. */
function joinedTimex(ground: Ground, site: Site, source: Source | null): Timex | null {
  const joined = isA(ground, site.first - 1, "joiner") && source !== null && source.last < site.first - 2;
  for (let i = joined && source ? source.last : site.first; i < site.first; i++) {
    const timex = ground.timexes[ground.timexOf[i] ?? -1];
    if (timex) return timex;
  }
  return null;
}

/** Whether the cue tells of one occasion (not "has often said", "earlier said"): a date can be carried to it. */
function settled(ground: Ground, site: Site, source: Source | null): boolean {
  const from = Math.max(site.stretch.from, source && source.first < site.first ? source.last : site.first - 2);
  for (let i = from; i < site.at; i++) if (isA(ground, i, "unsettled")) return false;
  const opener = lowerAt(ground, site.stretch.from);
  return !ground.words.classes.unsettled.has(opener) && !isA(ground, site.last, "unsettled");
}

/** The source of "…, said X": not where X begins a clause of its own ("X, who left, said he would return"). */
function invertedSource(ground: Ground, site: Site): Source | null {
  if (!endsContent(ground, site.first - 1) || site.first !== site.at || site.form === "ing") return null;
  const found = sourceAfter(ground, site);
  if (!found || quoteClosing(ground, site.first - 1) || quoteClosing(ground, site.first - 2)) return found;
  const hears = site.cues.some((cue) => cue.frames.has("person"));
  return hears ||
    sourceBefore(ground, site, site.stretch.from) !== null ||
    isFiniteVerb(ground, found.last) ||
    isA(ground, found.last, "complementizer")
    ? null
    : found;
}

/** '"…," she was quoted as saying': what is quoted stands before the one quoted. */
function quotedAfter(ground: Ground, site: Site): Parts | null {
  if (site.form !== "ing" || !isA(ground, site.first - 1, "as-link")) return null;
  const cue = site.cues.find((each) => each.frames.has("quote"));
  const quoted = cue ? quotedBefore(ground, site.first - 1, site.stretch.from) : null;
  const before = quoted
    ? saidBefore(
        ground,
        quoted.via ? Math.min(quoted.via.first, quoted.source.first) : quoted.source.first,
        site.stretch,
      )
    : null;
  if (!cue || !quoted || !before?.quote) return null;
  const occasion = occasionAt(ground, site.last, site.stretch.to, false);
  const parts = partsOf(ground, site, cue, quoted.source, occasion, {
    rule: "quoted-as-saying",
    content: before.content,
    score: 0.9,
  });
  return quoted.via?.range ? { ...parts, via: [quoted.via.range] } : parts;
}

/** '"…," X said', '"…," said X', "…, X said, …". */
function sayingAfter(ground: Ground, site: Site): Parts | null {
  const { stretch } = site;
  const cue = site.cues.find((each) => each.frames.has("quote"));
  const modal =
    site.form === "base" && ground.tokens.slice(site.first, site.at).some((token) => isAuxiliary(ground, token.index));
  if (!cue || site.infinitive || site.passive || modal) return null;
  const inverted = invertedSource(ground, site);
  const joinedTo = inverted ? null : sourceBefore(ground, site, stretch.from);
  const source = inverted ?? joinedTo;
  if (!source) return null;
  const asSaid = !inverted && isA(ground, source.first - 1, "as-link"); // '"…," as she put it'
  const before = saidBefore(ground, inverted ? site.first : source.first - (asSaid ? 1 : 0), stretch);
  if (!before || (asSaid && !before.quote)) return null;
  const plain = cue.frames.has("bare") || cue.frames.has("that");
  if (!before.quote && !plain) return null;
  const occasion = occasionAt(
    ground,
    inverted ? source.last : site.last,
    stretch.to,
    !inverted && site.cues.some((each) => each.frames.has("person")),
  );
  const end = before.quote ? overAside(ground, occasion.end, stretch.to) : occasion.end;
  if (!before.quote && !inverted && isA(ground, occasion.end, "complementizer")) return null;
  const on = saidOn(ground, before, end, stretch);
  if (!before.quote && !before.clause && !on && !(inHeadline(ground, site) && saysMore(ground, before, source)))
    return null;
  const content = [...before.content, ...(on?.content ?? [])];
  const rule = inverted ? "said-x" : on ? "x-said-between" : "x-said-after";
  return partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:${rule}`,
    content,
    score: before.quote ? 0.95 : 0.8,
  });
}

/** Whether a headline's words before its cue are more than a name ("Belmora, rebels say close to a deal"). */
function saysMore(ground: Ground, { from }: Before, source: Source): boolean {
  for (let i = from; i < source.first - 1; i++) if ((ground.nameOf[i] ?? -1) < 0) return source.first - 1 - from > 1;
  return false;
}

const inHeadline = (ground: Ground, site: Site): boolean => sentenceAt(ground, site.at)?.role === "headline";

/** Behind 'said Ann Lee, head of the union, on the steps of the hall': the comma or colon that leads to the second piece of the quotation. */
function overAside(ground: Ground, at: number, to: number): number {
  for (let i = at; i < Math.min(to, at + longestAside); i++) {
    if (lowerAt(ground, i) === '"') return i - 1 >= at && /^[,:]$/.test(lowerAt(ground, i - 1)) ? i - 1 : at;
    if (lowerAt(ground, i) === ";" || (ground.words.cues.has(lowerAt(ground, i)) && ground.tokens[i]?.upos === "VERB"))
      return at;
  }
  return at;
}

/** "X said that …", 'X said: "…"', "X urged Y to …". */
function sayingBehind(ground: Ground, site: Site, said: Said): Parts | null {
  if (site.passive && !(said.cue.frames.has("object") && said.frame === "object")) return null;
  const quoted =
    site.form === "ing" && isA(ground, site.first - 1, "as-link")
      ? quotedBefore(ground, site.first - 1, site.stretch.from)
      : null;
  const source = quoted?.source ?? speakerFor(ground, site);
  if (!source || (site.form === "ing" && isA(ground, source.first, "dummy subject"))) return null;
  const question = said.frame === "that" && isA(ground, said.from, "question") ? ":question" : "";
  const rule = `${said.cue.rule}:${said.frame}${question}`;
  const score = said.frame === "bare" ? 0.75 : 0.9;
  const parts = partsOf(ground, site, said.cue, source, said.occasion, { rule, content: said.content, score });
  return quoted?.via?.range ? { ...parts, rule: "quoted-as-saying", via: [quoted.via.range] } : parts;
}

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
function silence(ground: Ground, site: Site): Parts | null {
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

/** "X declined to comment". */
function refusing(ground: Ground, site: Site): Parts | null {
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
  const parts = partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:refusal`,
    content: question ? [question] : rest ? [rest] : [],
    score: 0.9,
  });
  return { ...parts, cue: whole };
}

function endOf(ground: Ground, site: Site): number {
  let to = site.stretch.to;
  while (to > site.last && /^[.,;!?"]$/.test(lowerAt(ground, to - 1))) to--;
  return to;
}

/** "The minister announced this on Friday": what is said is the sentence before. */
function sayingThis(ground: Ground, site: Site): Parts | null {
  const cue = site.cues.find((each) => each.frames.has("that") && each.mode !== "belief");
  const bare = !isNominal(ground, site.last + 1) || (ground.timexOf[site.last + 1] ?? -1) >= 0;
  if (!cue || site.passive || site.infinitive || !isA(ground, site.last, "this") || !bare) return null;
  const source = sourceBefore(ground, site, site.stretch.from);
  const content = sentenceBefore(ground, site.at);
  if (!source || !content) return null;
  const occasion = occasionAt(ground, site.last + 1, site.stretch.to, false);
  return partsOf(ground, site, cue, source, occasion, {
    rule: `${cue.rule}:x-said-this`,
    content: [content],
    score: 0.8,
  });
}

/** What the cue verb at `site` attributes to whom, or null. */
export function sayingAt(ground: Ground, site: Site): Parts | null {
  const refusal = refusing(ground, site) ?? silence(ground, site);
  if (refusal) return refusal;
  const said = saidBehind(ground, site);
  const after = quotedAfter(ground, site) ?? sayingAfter(ground, site);
  if (!said && !after) return sayingThis(ground, site);
  if (!said) return after;
  if (!after) return sayingBehind(ground, site, said);
  return prefersBefore(ground, site, said, after) ? after : (sayingBehind(ground, site, said) ?? after);
}

/** Whether the words before the cue are what is said although something stands behind it too. */
function prefersBefore(ground: Ground, site: Site, said: Said, after: Parts): boolean {
  if (said.frame === "that" && isA(ground, said.from - 1, "complementizer")) return false;
  const start = ground.tokens[site.first]?.start ?? 0;
  const quoted = after.content.some((range) =>
    quotesIn(ground, range).some((quote) => quote.end <= start && covers(quote, range)),
  );
  if (quoted) return true;
  if (after.rule.endsWith(":said-x")) return sourceBefore(ground, site, site.stretch.from) === null;
  if (after.content.length > 1) return said.frame !== "quote" || !opensSentence(ground, said);
  return (
    said.frame !== "bare" &&
    said.frame !== "quote" &&
    said.frame !== "that" &&
    said.frame !== "inf" &&
    said.frame !== "person-inf"
  );
}

const opensSentence = (ground: Ground, said: Said): boolean => {
  const [range] = said.content;
  const first = range ? ground.tokens[firstBehind(ground, range.start, said.from)] : undefined;
  return first !== undefined && first.text !== first.lower;
};
