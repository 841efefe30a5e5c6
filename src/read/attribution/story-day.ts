// The day at which a report has arrived when somebody speaks: that of the clause told last before, in the same sentence, in the paragraph
// or the one before it. A saying in the past that nothing else dates was said then ("The two spoke on Tuesday. The minister warned …").
import { asEdtf } from "../../model/edtf.js";
import type { Attribution, Timex } from "../../model/reading.js";
import type { AnalysedSentence } from "../analysis.js";
import type { RawAttribution } from "../draft.js";
import { dateOf, isPast, type Place } from "./around.js";
import { isAuxiliary, isFiniteVerb } from "./chunk.js";
import { type Ground, isA, lowerAt } from "./ground.js";
import { firstFrom } from "./places.js";

/** Sentences back in which the day is looked for. */
const farthest = 6;

/** Paragraphs likewise. */
const paragraphs = 2;

const isFullDay = (timex: Timex): boolean =>
  (timex.type === "DATE" || timex.type === "TIME") &&
  /^\d{4}-\d{2}-\d{2}/.test(timex.edtf ?? "") &&
  !timex.edtf?.includes("/");

/** Whether a time tells when the story goes on: in no relative clause, behind no "since" or "until", and with its verb in the past. */
function tellsStory(ground: Ground, timex: Timex, { first, last }: AnalysedSentence): boolean {
  const at = firstFrom(ground.tokens, timex.start);
  if ((ground.quoteOf[at] ?? -1) >= 0) return false;
  for (let i = at - 1; i >= first && i > at - 3; i--) {
    if (lowerAt(ground, i) === ",") break;
    if (isA(ground, i, "later preposition") && !isA(ground, i, "agent mark")) return false;
    if (isA(ground, i, "subordinator")) return false;
  }
  for (let i = at - 1; i >= Math.max(first, at - clause) && lowerAt(ground, i) !== ","; i--) {
    if (isA(ground, i, "relative") && !isA(ground, i, "complementizer")) return false;
    if (isA(ground, i, "complementizer")) return false;
  }
  const verb = verbOf(ground, at);
  const [from, to] = verb < 0 ? [Math.max(first, at - reach), Math.min(last, at + reach)] : [verb, verb + 1];
  if (verb >= 0 && isPerfect(ground, verb)) return false; // "had said on Friday": before the story
  for (let i = from; i < to; i++)
    if ((isFiniteVerb(ground, i) || isAuxiliary(ground, i)) && /^VB[DN]$/.test(ground.tokens[i]?.xpos ?? ""))
      return true;
  return false;
}

/** Tokens around a time within which a verb in the past is looked for, where the tree tells none. */
const reach = 30;

/** Tokens before a time in which the opening of its clause is looked for, and times of one sentence: hostile text has no end. */
const clause = 60;
const mostTimes = 12;

/** The verb that a time hangs on, over a few nouns; -1 where the tree tells none. */
function verbOf(ground: Ground, token: number): number {
  let at = token;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    if (ground.tokens[at]?.upos === "VERB") return at;
    at = ground.tokens[at]?.head ?? -1;
  }
  return -1;
}

/** "had said", "has been said": whether a verb is in the perfect. */
function isPerfect(ground: Ground, verb: number): boolean {
  for (let i = verb - 1; i > verb - 4 && (isAuxiliary(ground, i) || ground.tokens[i]?.upos === "ADV"); i--)
    if (isA(ground, i, "have") || isA(ground, i, "past helper")) return true;
  return false;
}

/** The days that tell the story in a sentence before offset `end`. */
function daysIn(ground: Ground, sentence: AnalysedSentence, end: number): Timex[] {
  const found: Timex[] = [];
  const behind = firstFrom(ground.timexes, end);
  for (let i = behind - 1; i >= Math.max(0, behind - mostTimes); i--) {
    const timex = ground.timexes[i];
    if (!timex || timex.start < sentence.start) break;
    if (isFullDay(timex) && isPast(ground, timex) && tellsStory(ground, timex, sentence)) found.unshift(timex);
  }
  return found;
}

/** The day of a time; uncertain where a paragraph begins between it and the saying. */
function dated(timex: Timex, uncertain: boolean): Attribution["date"] {
  const date = dateOf(timex);
  const value = asEdtf(`${(date?.value ?? "").slice(0, 10)}${uncertain ? "?" : ""}`);
  return date && value ? { ...date, value } : null;
}

/** The day of the story at a saying; null where none or several are told. */
export function storyDay(
  ground: Ground,
  each: RawAttribution,
  place: Place,
  own: AnalysedSentence,
): Attribution["date"] {
  const tag = ground.tokens[place.last - 1]?.xpos ?? "";
  if (!/^(?:VB[DN]|NN)/.test(tag) || each.mode === "belief" || each.settled === false) return null;
  const cue = ground.tokens[place.first]?.start ?? own.start;
  for (let index = own.index; index >= Math.max(0, own.index - farthest); index--) {
    const sentence = ground.analysis.sentences[index];
    if (sentence?.role !== "body") return null;
    if (own.paragraph - sentence.paragraph > paragraphs) return null;
    if (index === own.index && each.within !== null) continue; // what another tells was said before he told it
    const days = daysIn(ground, sentence, index === own.index ? cue : sentence.end);
    const values = new Set(days.map(({ edtf }) => edtf?.slice(0, 10)));
    if (values.size > 1) return null;
    if (days[0]) return dated(days[0], own.paragraph !== sentence.paragraph);
  }
  return null;
}
