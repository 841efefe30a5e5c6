// A raw attribution from its parts: kind by the quotation marks its content stands in, one maker for all rules.

import type { Timex } from "../../model/reading.js";
import { covers, type Range } from "../../model/span.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { type Ground, isA, lowerAt, stretchAt } from "./ground.js";
import { type Occasion, occasionAt, sceneTimex } from "./occasion.js";
import { openingOccasion } from "./opening.js";
import { dayIn, firstFrom, quotesIn, sentenceOf, tokensIn } from "./places.js";
import { mainSubject } from "./source.js";

export type Parts = {
  readonly rule: string;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly cueLemma: string | null;
  readonly mode: RawAttribution["mode"];
  readonly content: readonly Range[];
  readonly negated?: boolean;
  readonly refusal?: boolean;
  readonly occasion?: Omit<Occasion, "end"> | null;
  readonly via?: readonly Range[];
  readonly continues?: number | null;
  readonly score?: number;
  readonly settled?: boolean; // told of one occasion; absent: yes
};

/** direct: all of the content stood in quotation marks; mixed: some. One quoted word or two (scare quotes) still make it mixed. */
function kindOf(ground: Ground, content: readonly Range[], depth: number): RawAttribution["kind"] {
  const quoted = content.map((range) => quotesIn(ground, range).filter((quote) => quote.depth >= depth));
  if (content.length > 0 && content.every((range, i) => quoted[i]?.some((quote) => covers(quote, range))))
    return "direct";
  return quoted.some((quotes) => quotes.length > 0) ? "mixed" : "indirect";
}

/** Whether the source is a definite writing and nothing more: "the document", "its statement". */
function isWriting(ground: Ground, source: Range | null): boolean {
  if (!source) return false;
  const [first, second, third] = tokensIn(ground, source);
  const head = third ?? second;
  return (
    first !== undefined &&
    head?.end === source.end &&
    isA(ground, first.index, "article") &&
    ground.words.writings.has(head.lower)
  );
}

/** Whether the source is "a spokesman", "a company spokeswoman", or a pronoun of a person. */
function unnamedKind(ground: Ground, source: Range | null): "spokesperson" | "pronoun" | null {
  const words = source ? tokensIn(ground, source) : [];
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length > 3) return null;
  if (isA(ground, last.index, "spokesperson")) return isA(ground, first.index, "determiner") ? "spokesperson" : null;
  return words.length === 1 && isA(ground, first.index, "pronoun") && isA(ground, first.index, "someone")
    ? "pronoun"
    : null;
}

/** Subject, day and channel of the sentence before, in the same paragraph: whoever it tells of may be speaking on that occasion. */
function sceneBefore(ground: Ground, sentence: AnalysedSentence): NonNullable<RawAttribution["scene"]> | null {
  const before = ground.analysis.sentences[sentence.index - 1];
  const subject =
    before && before.paragraph === sentence.paragraph ? mainSubject(ground, before.first, before.last) : null;
  if (!before || !subject?.range) return null;
  const opening = openingOccasion(ground, before.first, subject.first); // "Reached by telephone on Friday, X disagreed."
  const channel = opening.channel ?? givenChannel(ground, subject.last);
  const timex = dayIn(ground, before) ?? opening.timex;
  const date = timex && isPast(ground, timex) && !datesAside(ground, timex) ? dateOf(timex) : null;
  return date || channel ? { subject: subject.range, date, channel } : null;
}

/** "X [gave an interview]", "X [spoke at a rally]": the channel that the verb behind a subject tells of. */
const givenChannel = (ground: Ground, verb: number): RawAttribution["channel"] =>
  isA(ground, verb, "giving")
    ? occasionAt(ground, verb + 1, stretchAt(ground, verb).to, !isA(ground, verb + 1, "preposition")).channel
    : null;

/** Whether a day stands in a relative clause ("who came on Tuesday"): it dates that, not the sentence. */
function datesAside(ground: Ground, { start }: Range): boolean {
  for (let i = firstFrom(ground.tokens, start) - 1; i > 0 && !/^[,;.]$/.test(lowerAt(ground, i)); i--)
    if (isA(ground, i, "relative") && lowerAt(ground, i - 1) === ",") return true;
  return false;
}

const dateOf = (timex: Timex): RawAttribution["date"] =>
  timex.edtf && timex.type !== "DURATION"
    ? { value: timex.edtf, evidence: { start: timex.start, end: timex.end } }
    : null;

/** Nothing was said after the report of it was published. */
function isPast(ground: Ground, timex: Timex): boolean {
  const published = ground.analysis.document.published.value;
  return published === null || timex.edtf === null || timex.edtf.slice(0, published.length) <= published;
}

/** The attribution made of `parts`. */
export function draft(ground: Ground, parts: Parts): RawAttribution {
  const { occasion } = parts;
  const at = parts.cue?.start ?? parts.content[0]?.start ?? 0;
  // what has no cue stands in no other words
  const holder = parts.cue
    ? quotesIn(ground, parts.cue).filter((quote) => quote.inner.start <= at && at < quote.inner.end).length
    : 0;
  const sentence = sentenceOf(ground, at);
  const timex = occasion?.timex ?? (occasion?.scene ? sceneTimex(ground, at) : null);
  const date = timex && isPast(ground, timex) ? dateOf(timex) : null;
  return {
    source: parts.source,
    cue: parts.cue,
    cueLemma: parts.cueLemma,
    mode: parts.mode,
    content: parts.content,
    kind: kindOf(ground, parts.content, holder),
    negated: parts.negated ?? false,
    refusal: parts.refusal ?? false,
    within: null,
    channel: occasion?.channel ?? null,
    date,
    headline: sentence?.role === "headline",
    why: { rule: parts.rule, score: parts.score ?? 0.8 },
    continues: parts.continues ?? null,
    addressee: occasion?.addressee ?? null,
    via: parts.via ?? [],
    settled: parts.settled ?? true,
    scene: (date && occasion?.channel) || !sentence ? null : sceneBefore(ground, sentence),
    unnamed: unnamedKind(ground, parts.source),
    byWriting: isWriting(ground, parts.source),
  };
}
