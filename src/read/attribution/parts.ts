// What all readings of a cue verb share: who speaks, the circumstances, whether it is denied or refused.
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { type Chunk, isFiniteVerb, nounPhraseAfter, nounPhraseBefore } from "./chunk.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, quoteClosing, rangeOf } from "./ground.js";
import { channelIn, channelOf, type Occasion, occasionBefore } from "./occasion.js";
import { openingOccasion } from "./opening.js";
import type { Site } from "./sites.js";
import { likeSubject, mainSubject, type Source, sourceBefore } from "./source.js";
import type { Cue } from "./words.js";

/** The words of the cue: verb and particle. */
export const cueRange = (ground: Ground, site: Site): Range | null => rangeOf(ground, site.at, site.last);

/** Who says it: the subject, or for a joined or participial cue the subject of the clause. */
export function speakerFor(ground: Ground, site: Site): Source | null {
  const floor = behindSemicolon(ground, site);
  const joined = isA(ground, site.first - 1, "joiner") || lowerAt(ground, site.first - 1) === ",";
  if (site.form === "ing" && !isA(ground, site.first, "be")) {
    const holder = nounPhraseBefore(ground, site.first, floor);
    if (holder && speaksItself(ground, holder)) return { range: rangeOf(ground, holder.first, holder.last), ...holder };
    return asideSpeaker(ground, site, floor) ?? mainSubject(ground, floor, site.first);
  }
  if (site.infinitive) return mainSubject(ground, floor, site.first);
  const own = sourceBefore(ground, site, floor);
  return (
    own ?? (joined ? (likeSubject(ground, site.first, floor) ?? mainSubject(ground, floor, site.first - 1)) : null)
  );
}

/** "Norway has no plans, Vale said, adding that": who says what stands before says the rest. */
function asideSpeaker(ground: Ground, site: Site, floor: number): Source | null {
  if (lowerAt(ground, site.first - 1) !== ",") return null;
  let at = site.first - 2;
  while (at > floor && ((ground.timexOf[at] ?? -1) >= 0 || isA(ground, at, "preposition"))) at--;
  const readings = ground.words.cues.get(lowerAt(ground, at)) ?? [];
  const says = readings.some(({ cue, form }) => cue.frames.has("bare") && (form === "past" || form === "present"));
  const phrase = says ? nounPhraseBefore(ground, at, floor) : null;
  const aside = phrase && (lowerAt(ground, phrase.first - 1) === "," || quoteClosing(ground, phrase.first - 1));
  return phrase && aside ? { range: rangeOf(ground, phrase.first, phrase.last), ...phrase } : null;
}

/** Where the clauses of a cue begin: behind the last semicolon before it, outside quotations ("A confirmed it; B | called it good and said …"). */
function behindSemicolon(ground: Ground, site: Site): number {
  const quote = ground.quoteOf[site.at] ?? -1;
  for (let i = site.first - 1; i > site.stretch.from; i--)
    if (lowerAt(ground, i) === ";" && (ground.quoteOf[i] ?? -1) === quote) return i + 1;
  return site.stretch.from;
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
export function partsOf(
  ground: Ground,
  site: Site,
  cue: Cue,
  source: Source | null,
  occasion: Occasion,
  found: { rule: string; content: readonly Range[]; score: number },
): Parts {
  const leads = !found.content.some((range) => range.end <= (ground.tokens[site.first]?.start ?? 0));
  const early = occasionBefore(ground, site, source, leads);
  const opening =
    leads && source && source.first < site.first ? openingOccasion(ground, site.stretch.from, source.first) : null;
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
        occasion.channel ??
        asChannel(ground, source?.writing ?? null) ??
        channelBefore(ground, site, source, leads) ??
        opening?.channel ??
        null,
      timex: occasion.timex ?? early ?? joinedTimex(ground, site, source) ?? opening?.timex ?? null,
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
  const aside = lowerAt(ground, source.last) === "," && isA(ground, source.last + 1, "relative"); // "whose men from the council watched"
  const own = aside ? null : channelIn(ground, source.last, site.first);
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
