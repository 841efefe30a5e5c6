// Verb groups of a sentence: main verb with its helpers, and what they say of time, mood and negation. Works on tags and closed
// classes of words, so that a wrong tag costs one group and not the sentence.
import type { AnalysedSentence } from "../analysis.js";
import { classAt, type Field, inTimex, isOf, lowerAt, tagAt } from "./field.js";
import type { EventVerbForm } from "./words.js";

export type Mood = "will" | "would" | "may" | "ought" | null;
export type VerbGroup = {
  readonly first: number; // first token: helper, "not" or the verb itself
  readonly verb: number; // the main verb
  readonly finite: boolean;
  readonly mood: Mood;
  readonly perfect: boolean;
  readonly pluperfect: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly past: boolean;
  readonly negated: boolean;
  readonly planned: boolean; // "is to", "is due to", "plans to"
  readonly governor: number | null; // the verb that this infinitive hangs on ("agreed to meet")
};

const moods = ["will", "would", "may", "ought"] as const;

function moodAt(field: Field, index: number): Mood {
  return moods.find((mood) => isOf(field, mood, index)) ?? null;
}

/** Whether a helper stands at `index`; the month of "on 27 May" is none. */
const isHelper = (field: Field, index: number): boolean =>
  !inTimex(field, index) &&
  (moodAt(field, index) !== null || isOf(field, "be", index) || isOf(field, "have", index) || isOf(field, "do", index));

function formOf(field: Field, index: number): EventVerbForm | null {
  const word = lowerAt(field, index);
  return field.words.verbs.get(word)?.[0]?.form ?? field.words.support.get(word)?.[0]?.form ?? null;
}

/** Whether an article or "its" stands at `index`, so that a noun phrase follows. */
const opensPhrase = (field: Field, index: number): boolean =>
  (tagAt(field, index) === "DET" || isOf(field, "possessive", index)) && !isOf(field, "itword", index);

/** "a US-brokered peace deal": a participle that a hyphen joins to the word before it, in front of its noun. */
export const isCompound = (field: Field, index: number): boolean =>
  lowerAt(field, index - 1) === "-" &&
  field.tokens[index - 1]?.start === field.tokens[index - 2]?.end &&
  field.tokens[index]?.start === field.tokens[index - 1]?.end &&
  ["NOUN", "ADJ", "PROPN"].includes(tagAt(field, index + 1));

/** "talks on pay": a bare form behind a preposition is a noun. */
const isNounBehind = (field: Field, index: number): boolean =>
  isOf(field, "nounprep", index - 1) &&
  tagAt(field, index - 1) === "ADP" &&
  !field.words.endings.progressive.test(lowerAt(field, index)) &&
  !["past", "participle"].includes(formOf(field, index) ?? "") &&
  ["PUNCT", "ADP", "CCONJ", "SCONJ"].includes(tagAt(field, index + 1));

/** "restart stalled trade talks", "of stalled talks": a participle between a verb or preposition and its noun. */
const isAttributive = (field: Field, index: number): boolean =>
  ["VERB", "ADP"].includes(tagAt(field, index - 1)) &&
  ["NOUN", "ADJ"].includes(tagAt(field, index + 1)) &&
  !inTimex(field, index - 1) &&
  field.words.endings.past.test(lowerAt(field, index)) &&
  !isHelper(field, index - 1);

/** Whether a token is a verb: by its tag, or because it is the past of a verb of events where a noun cannot stand. */
function isVerb(field: Field, index: number): boolean {
  if (inTimex(field, index) || (isOf(field, "dating", index) && inTimex(field, index + 1))) return false;
  const tag = tagAt(field, index);
  const before = tagAt(field, index - 1);
  const word = lowerAt(field, index);
  const form = formOf(field, index);
  if (tag === "VERB") {
    if (isCompound(field, index) || isNounBehind(field, index)) return false;
    const participle = (before === "VERB" && opensPhrase(field, index - 2)) || isAttributive(field, index);
    return (
      !participle && (!opensPhrase(field, index - 1) || isHelper(field, index - 1) || isOf(field, "itword", index - 1))
    );
  }
  if (form === "present" || form === "base")
    return (
      isHeadlineVerb(field, index) ||
      (tag === "NOUN" && isOf(field, "relative", index - 1)) ||
      (form === "present" && endsCondition(field, index))
    );
  if (form === "past" || form === "participle")
    return (
      tag !== "ADP" &&
      before !== "DET" &&
      (field.mentionOf[index] ?? -1) < 0 &&
      (field.words.endings.past.test(word)
        ? tag !== "ADJ" || isHelper(field, index - 1) || takesTools(field, index)
        : tag === "AUX" || (isOf(field, "be", index - 1) && (tag === "NOUN" || tag === "ADJ")))
    );
  return false;
}

/** "Some 900 downed tools": a past behind a figure that the rest of its rule follows, whatever its tag. */
const takesTools = (field: Field, index: number): boolean =>
  tagAt(field, index - 1) === "NUM" &&
  (field.words.verbs.get(lowerAt(field, index)) ?? []).some(
    ({ rest }) => rest.length > 0 && rest.every((word, i) => lowerAt(field, index + 1 + i) === word),
  );

/** "if the meeting fails, …": a present tagged as a noun that ends a condition without any other verb. */
function endsCondition(field: Field, index: number): boolean {
  if (tagAt(field, index) !== "NOUN" || tagAt(field, index - 1) !== "NOUN" || lowerAt(field, index + 1) !== ",")
    return false;
  for (let i = index - 1; i >= Math.max(0, index - longestCondition); i--) {
    if (tagAt(field, i) === "SCONJ") return isOf(field, "subordinate", i);
    if (["VERB", "AUX", "PUNCT"].includes(tagAt(field, i))) return false;
  }
  return false;
}

/** Most tokens between "if" and its verb. */
const longestCondition = 12;

/** "Kestrel lifts pay offer", "Russia, US end talks": a verb that was taken for a noun, in a headline, behind its first noun. */
function isHeadlineVerb(field: Field, index: number): boolean {
  const sentence = field.ground.analysis.sentences[field.tokens[index]?.sentence ?? -1];
  if (sentence?.role !== "headline" || index <= sentence.first || index + 1 >= sentence.last) return false;
  if (!["NOUN", "PROPN"].includes(tagAt(field, index)) || !["NOUN", "PROPN"].includes(tagAt(field, index - 1)))
    return false;
  for (let i = sentence.first; i < index; i++) {
    if (tagAt(field, i) === "VERB" || tagAt(field, i) === "AUX" || isOf(field, "ofword", i + 1)) return false;
  }
  return !isOf(field, "ofword", index + 1);
}

const isSkipped = (field: Field, index: number): boolean =>
  isOf(field, "not", index) ||
  (tagAt(field, index) === "ADV" && !inTimex(field, index)) ||
  isOf(field, "midverb", index) ||
  isLooseAdjective(field, index);

/** "had last met": an adverb that looks like an adjective, between helper and past. */
const isLooseAdjective = (field: Field, index: number): boolean =>
  tagAt(field, index) === "ADJ" &&
  isOf(field, "have", index - 1) &&
  ["past", "participle"].includes(formOf(field, index + 1) ?? "") &&
  tagAt(field, index + 1) === "VERB";

type Raw = { -readonly [K in keyof VerbGroup]: VerbGroup[K] };
const blank = (index: number): Raw => ({
  first: index,
  verb: index,
  finite: true,
  mood: null,
  perfect: false,
  pluperfect: false,
  passive: false,
  progressive: false,
  past: false,
  negated: false,
  planned: false,
  governor: null,
});

function takeHelper(field: Field, raw: Raw, index: number): void {
  raw.mood ??= moodAt(field, index);
  if (isOf(field, "have", index)) [raw.perfect, raw.pluperfect] = [true, isOf(field, "pasthave", index)];
  if (isOf(field, "pastbe", index) || isOf(field, "pasthave", index) || isOf(field, "pastdo", index)) raw.past = true;
}

/** The verb of an infinitive that begins at "to", or -1. */
function infinitiveAt(field: Field, index: number, to: number): number {
  if (!isOf(field, "toword", index)) return -1;
  let next = index + 1;
  while (next < to && isSkipped(field, next) && next < index + 3) next++;
  const form = formOf(field, next);
  return next < to &&
    (tagAt(field, next) === "VERB" || tagAt(field, next) === "AUX" || form === "base") &&
    !inTimex(field, next)
    ? next
    : -1;
}

/** The group that begins at `start` (a helper or a verb), and the token behind it. */
function groupFrom(field: Field, start: number, to: number): { group: VerbGroup; next: number } | null {
  const raw = blank(start);
  let i = start;
  let last = -1;
  let lastBe = false;
  while (i < to) {
    if (isHelper(field, i) && tagAt(field, i) !== "NOUN") {
      takeHelper(field, raw, i);
      lastBe = isOf(field, "be", i);
      last = i++;
    } else if (last >= 0 && isSkipped(field, i)) {
      if (isOf(field, "not", i)) raw.negated = true;
      i += Math.max(1, classAt(field, "not", i));
    } else break;
  }
  const due = last >= 0 && lastBe ? classAt(field, "due", i) : 0;
  const chained = infinitiveAt(field, i + due, to);
  if (last >= 0 && chained >= 0 && (lastBe || due > 0 || isOf(field, "have", last)))
    return finishChain(field, raw, chained, to);
  if (i < to && isVerb(field, i)) {
    raw.verb = i;
    const word = lowerAt(field, i);
    raw.progressive = lastBe && field.words.endings.progressive.test(word);
    raw.passive = lastBe && field.words.endings.participle.test(word);
    const form = formOf(field, i);
    // "meet" ends like a past, and is none.
    if (last < 0)
      raw.past = form === "past" || form === "participle" || (form !== "base" && field.words.endings.past.test(word));
    return { group: raw, next: i + 1 };
  }
  if (last < 0) return null;
  raw.verb = last;
  return { group: raw, next: Math.max(last + 1, start + 1) };
}

/** "is to meet", "is due to convene": the planned verb is the main one. */
function finishChain(field: Field, raw: Raw, verb: number, to: number): { group: VerbGroup; next: number } {
  raw.planned = true;
  raw.verb = verb;
  if (isOf(field, "be", verb) && verb + 1 < to && isVerb(field, verb + 1)) {
    raw.verb = verb + 1;
    raw.passive = true;
  }
  return { group: raw, next: raw.verb + 1 };
}

/** The verb groups of a sentence in order; infinitives know the verb they hang on. */
export function verbGroups(field: Field, sentence: AnalysedSentence): readonly VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = sentence.first;
  while (i < sentence.last) {
    const infinitive = infinitiveAt(field, i, sentence.last);
    const governor = groups.at(-1);
    if (infinitive >= 0) {
      const passive = isOf(field, "be", infinitive) && isVerb(field, infinitive + 1);
      const verb = passive ? infinitive + 1 : infinitive;
      const planned =
        governor !== undefined && field.words.planners.has(lowerAt(field, governor.verb)) && governor.verb > i - 6;
      groups.push({ ...blank(i), verb, passive, finite: false, planned, governor: governor?.verb ?? null });
      i = verb + 1;
      continue;
    }
    const starts = (isHelper(field, i) && tagAt(field, i) !== "NOUN" && !isOf(field, "possess", i)) || isVerb(field, i);
    const found = starts ? groupFrom(field, i, sentence.last) : null;
    if (!found) {
      i++;
      continue;
    }
    const { group } = found;
    const nonfinite = group.first === group.verb && field.words.endings.progressive.test(lowerAt(field, group.verb));
    groups.push(nonfinite ? { ...group, finite: false } : group);
    i = found.next;
  }
  return groups;
}
