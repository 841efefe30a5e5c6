// compromise (MIT): sentences and tags of its own, to be measured beside ours. Its tags become universal parts of speech by the
// table below, the first that fits; that is all that is known here of its words.
import nlp from "compromise";
import type { OtherTagger, TaggedSpan } from "./others.js";

const table: readonly (readonly [string, string])[] = [
  ["There", "PRON"],
  ["Expression", "INTJ"],
  ["Emoji", "SYM"],
  ["Emoticon", "SYM"],
  ["Ordinal", "ADJ"],
  ["Modal", "AUX"],
  ["Copula", "AUX"],
  ["Auxiliary", "AUX"],
  ["Negative", "PART"],
  ["Demonym", "ADJ"],
  ["Particle", "ADP"],
  ["Pronoun", "PRON"],
  ["ProperNoun", "PROPN"],
  ["Person", "PROPN"],
  ["Place", "PROPN"],
  ["Organization", "PROPN"],
  ["WeekDay", "PROPN"],
  ["Month", "PROPN"],
  ["Holiday", "PROPN"],
  ["Value", "NUM"],
  ["NumericValue", "NUM"],
  ["Verb", "VERB"],
  ["Noun", "NOUN"],
  ["Adjective", "ADJ"],
  ["Adverb", "ADV"],
  ["QuestionWord", "PRON"],
  ["Determiner", "DET"],
  ["Preposition", "ADP"],
  ["Conjunction", "CCONJ"],
  ["Condition", "SCONJ"],
  ["Url", "X"],
  ["Email", "X"],
];

/** Function words whose tag in compromise says too little, as Universal Dependencies has them. */
const words: ReadonlyMap<string, string> = new Map([
  ..."my your his her its our their what who whom which".split(" ").map((word) => [word, "PRON"] as const),
  ..."when where why how here now so even yet however".split(" ").map((word) => [word, "ADV"] as const),
  ..."because although though while since whether if unless until".split(" ").map((word) => [word, "SCONJ"] as const),
]);

type Term = {
  readonly text: string;
  readonly normal: string;
  readonly implicit?: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
};
type Sentence = { readonly terms: readonly Term[] };

/** The universal part of speech of a term, given the tags of the next. */
export function uposOf(
  { tags, normal, implicit }: Pick<Term, "tags" | "normal" | "implicit">,
  nextTags: readonly string[],
): string {
  const word = implicit || normal;
  if (word === "to") return nextTags.includes("Verb") ? "PART" : "ADP";
  const own = new Set(tags);
  return words.get(word) ?? table.find(([tag]) => own.has(tag))?.[1] ?? "X";
}

const sentencesOf = (text: string): readonly Sentence[] =>
  nlp(text).json({ offset: true, terms: { offset: true, tags: true } }) as readonly Sentence[];

/** A contraction's later words have no text of their own: they lie on the characters of its first. */
function tag(text: string): readonly TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (const { terms } of sentencesOf(text)) {
    for (const [index, term] of terms.entries()) {
      const last = spans.at(-1);
      const { start, length } = term.offset;
      const place = term.text === "" && last ? last : { start, end: start + length };
      spans.push({ start: place.start, end: place.end, upos: uposOf(term, terms[index + 1]?.tags ?? []) });
    }
  }
  return spans;
}

const work = (text: string): number =>
  (nlp(text).json({ terms: { tags: true } }) as readonly Sentence[]).reduce((n, { terms }) => n + terms.length, 0);

export const compromise: OtherTagger = { name: "compromise", spaced: false, tag, work };
