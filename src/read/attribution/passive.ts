// Cue verbs in the passive: "It was announced by X that …", "This was announced by X" (of the sentence before), "X was quoted as saying that …", "Y was told that …".
import type { Timex } from "../../model/reading.js";
import type { Range } from "../../model/span.js";
import { saidBefore, saidOn } from "./before.js";
import { clauseContent } from "./behind.js";
import { nounPhraseBefore } from "./chunk.js";
import { clauseEnd, contentRange, holdsClause, sentenceBefore } from "./clause.js";
import type { Parts } from "./draft.js";
import { type Ground, isA, lowerAt, rangeOf } from "./ground.js";
import { type Occasion, occasionAt } from "./occasion.js";
import { cueRange } from "./parts.js";
import type { Site } from "./sites.js";
import { agentAfter, type Source } from "./source.js";
import type { Cue } from "./words.js";

/** "in the statement of the ministry", "in the report": the writing in which something is stated, as its source. */
function writingAfter(ground: Ground, site: Site): Source | null {
  if (!isA(ground, site.last, "containing mark")) return null;
  for (let i = site.last + 1; i < Math.min(site.stretch.to, site.last + 8); i++) {
    if (lowerAt(ground, i) === "," || isA(ground, i, "joiner")) return null;
    if (!ground.words.writings.has(lowerAt(ground, i))) continue;
    const from = site.last + 1;
    const owner =
      isA(ground, i + 1, "genitive mark") || isA(ground, i + 1, "agent mark")
        ? ownerAfter(ground, i + 2, site.stretch.to)
        : null;
    return owner ?? { range: rangeOf(ground, from, i + 1), first: from, last: i + 1 };
  }
  return null;
}

function ownerAfter(ground: Ground, from: number, to: number): Source | null {
  let last = from;
  while (
    last < to &&
    !/^[,.;:"]$/.test(lowerAt(ground, last)) &&
    !isA(ground, last, "relative") &&
    ground.tokens[last]?.upos !== "VERB"
  )
    last++;
  return last > from ? { range: rangeOf(ground, from, last), first: from, last } : null;
}

/** Where the circumstances of a passive are read: behind the agent, and what stands between cue and agent. */
function circumstances(ground: Ground, site: Site, agent: Source | null): Occasion {
  const near = occasionAt(ground, site.last, site.stretch.to, false);
  if (!agent) return near;
  let at = agent.last;
  let late: Occasion = occasionAt(ground, at, site.stretch.to, false);
  if (lowerAt(ground, at) === "," && ground.tokens[at + 1]?.upos === "VERB") {
    at += 2;
    late = occasionAt(ground, at, site.stretch.to, false);
  }
  return {
    end: late.end,
    addressee: late.addressee ?? near.addressee,
    channel: late.channel ?? near.channel,
    timex: near.timex ?? late.timex ?? timexBehind(ground, agent.last, site.stretch.to),
  };
}

/** The first time expression behind the agent: "by his aide, who briefed reporters on Friday". */
function timexBehind(ground: Ground, from: number, to: number): Timex | null {
  for (let i = from; i < to; i++) {
    const timex = ground.timexes[ground.timexOf[i] ?? -1];
    if (timex) return timex;
  }
  return null;
}

/** "The deal was described by Keller as a wish list", "… as a wish list by Keller": what is judged, and how. */
function dubbedBy(ground: Ground, site: Site): Parts | null {
  const cue = site.cues.find((each) => each.frames.has("object-as"));
  const agent = cue ? agentAfter(ground, site) : null;
  const subject = agent ? nounPhraseBefore(ground, site.first, site.stretch.from) : null;
  if (!cue || !agent || !subject) return null;
  const early = isA(ground, site.last, "as-link");
  const as = early ? site.last : agent.last;
  if (!isA(ground, as, "as-link")) return null;
  const end = early ? agent.first - 1 : clauseEnd(ground, as + 1, site.stretch);
  const [judged, how] = [rangeOf(ground, subject.first, subject.last), contentRange(ground, as, end)];
  return judged && how
    ? {
        rule: `${cue.rule}:was-called`,
        source: agent.range,
        cue: cueRange(ground, site),
        cueLemma: cue.lemma,
        mode: cue.mode,
        content: [judged, how],
        score: 0.8,
        negated: site.negated,
      }
    : null;
}

/** What a passive cue attributes to whom, or null. */
export function passiveSaying(ground: Ground, site: Site): Parts | null {
  if (!site.passive || site.infinitive) return null;
  const dubbed = dubbedBy(ground, site);
  if (dubbed) return dubbed;
  const cue = site.cues.find((each) => each.frames.has("that") || each.frames.has("quote"));
  if (!cue) return null;
  const agent = agentAfter(ground, site) ?? writingAfter(ground, site);
  const occasion = circumstances(ground, site, agent);
  const behind = agent ? agent.last : occasion.end;
  const that = [behind, occasion.end, site.last].find((at) => isA(ground, at, "complementizer"));
  const subject = lowerAt(ground, site.first - 1);
  const parts = (rule: string, content: readonly Range[], score: number): Parts => ({
    rule: `${cue.rule}:${rule}`,
    source: agent?.range ?? null,
    cue: cueRange(ground, site),
    cueLemma: cue.lemma,
    mode: cue.mode,
    content,
    score,
    occasion,
    negated: (cue.polarity === "denies") !== site.negated,
  });
  if (that !== undefined) {
    const content = clauseContent(ground, site, that + 1).content;
    if (isA(ground, site.first - 1, "expletive")) return parts("it-was-said", content, 0.85);
    return toldThat(ground, site, cue, parts("was-told", content, 0.7), content);
  }
  if (!agent) return null;
  const inserted = toldBetween(ground, site, cue, agent);
  if (inserted) return { ...parts("was-told-between", inserted.content, 0.7), occasion: { ...occasion, ...inserted } };
  if (isA(ground, site.first - 1, "pointer") && site.first - 1 <= site.stretch.from + 1) {
    const content = sentenceBefore(ground, site.at);
    return content && { ...parts("this-was-said", [content], 0.85) };
  }
  return subject === "," ? null : clauseBefore(ground, site, parts);
}

/** "The board was told that …": the told one is the subject. */
function toldThat(ground: Ground, site: Site, cue: Cue, made: Parts, content: readonly Range[]): Parts | null {
  const hearer = cue.frames.has("person") ? nounPhraseBefore(ground, site.first, site.stretch.from) : null;
  if (!hearer || content.length === 0 || !made.occasion) return null;
  return { ...made, occasion: { ...made.occasion, addressee: rangeOf(ground, hearer.first, hearer.last) } };
}

/** "The talks, he had been told by a friend, lasted four hours": what was told stands around cue and hearer. */
function toldBetween(
  ground: Ground,
  site: Site,
  cue: Cue,
  agent: Source,
): (Pick<Parts, "content"> & { addressee: Range | null }) | null {
  const hearer = cue.frames.has("person") ? nounPhraseBefore(ground, site.first, site.stretch.from) : null;
  const before = hearer ? saidBefore(ground, hearer.first, site.stretch) : null;
  if (!hearer || !before) return null;
  let comma = agent.last;
  while (comma < site.stretch.to && !/^[,;:"]$/.test(lowerAt(ground, comma))) comma++; // "by somebody who was there, …"
  const on = saidOn(ground, before, comma, site.stretch);
  if (!before.clause && !on) return null;
  return {
    content: [...before.content, ...(on?.content ?? [])],
    addressee: rangeOf(ground, hearer.first, hearer.last),
  };
}

/** "That the talks had failed was confirmed by X" and "…, it was announced by X" are rare; here only the second. */
function clauseBefore(
  ground: Ground,
  site: Site,
  parts: (rule: string, content: readonly Range[], score: number) => Parts,
): Parts | null {
  const [from, comma] = [site.stretch.from, site.first - 2];
  if (!isA(ground, site.first - 1, "pointer") || lowerAt(ground, comma) !== "," || !holdsClause(ground, from, comma))
    return null;
  const content = contentRange(ground, from, comma);
  return content && parts("it-was-said-after", [content], 0.8);
}
