// The language layer of English, as the package's subpath parley/language: text in; sentences, tokens, lemmas, parts of speech, heads,
// relations and names out, with offsets. Weights (models/en/) are loaded when first asked for and can be shared between threads.
import { readFileSync } from "node:fs";
import type { LanguageModel, NameType, TaggedWord, Word } from "../../learn/annotation.js";
import { expand, openImage } from "../../learn/image.js";
import { modelOf } from "../../learn/model.js";
import { withRepairs } from "../../learn/repairs/repairs.js";
import type { Range } from "../../model/span.js";
import { paragraphRanges, sentenceRanges } from "../../text/sentences.js";
import { tokenRanges } from "../../text/tokens.js";
import { gazetteer } from "./gazetteer.js";
import { repairWords } from "./repairs.js";
import { sentenceWords } from "./sentences.js";
import { weightFile } from "./weights.js";

export type { LanguageModel, NameSpan, NameType, TaggedWord, Upos, Word } from "../../learn/annotation.js";

/** A token with its offsets in UTF-16 units, end exclusive. */
export type AnnotatedToken = Range & Word;
export type AnnotatedSentence = Range & { readonly tokens: readonly AnnotatedToken[] };
export type TaggedToken = Range & TaggedWord;
export type TaggedSentence = Range & { readonly tokens: readonly TaggedToken[] };
export type AnnotatedName = Range & { readonly type: NameType };
export type Annotation = {
  readonly sentences: readonly AnnotatedSentence[];
  readonly names: readonly AnnotatedName[];
};

let weights: SharedArrayBuffer | null = null;
let model: LanguageModel | null = null;

/** The weights of this thread, loaded now if they were not: to be handed to other threads. */
export function sharedWeights(): SharedArrayBuffer {
  weights ??= expand(readFileSync(weightFile()));
  return weights;
}

/** Takes the weights that another thread loaded. To be called before the model is first used. */
export function adoptWeights(shared: SharedArrayBuffer): void {
  weights = shared;
}

/** The trained model of English, without repairs: the same object at each call. */
export function rawModel(): LanguageModel {
  model ??= modelOf(openImage(sharedWeights()), gazetteer);
  return model;
}

let repaired: LanguageModel | null = null;

/** The language layer of English, trees of reported speech repaired: the same object at each call. */
export function languageModel(): LanguageModel {
  repaired ??= withRepairs(rawModel(), repairWords());
  return repaired;
}

let words: ReturnType<typeof sentenceWords> | null = null;

/** The sentences of a text with their tokens, as ranges. Sentences do not cross paragraphs. */
function cut(text: string): (Range & { readonly tokens: readonly Range[] })[] {
  words ??= sentenceWords();
  const found: (Range & { readonly tokens: readonly Range[] })[] = [];
  for (const paragraph of paragraphRanges(text))
    for (const sentence of sentenceRanges(text, paragraph, words)) {
      const tokens = tokenRanges(text, sentence.start, sentence.end, words);
      if (tokens.length > 0) found.push({ ...sentence, tokens });
    }
  return found;
}

const formsIn = (text: string, tokens: readonly Range[]): string[] =>
  tokens.map(({ start, end }) => text.slice(start, end));

/** Sentences, tokens, lemmas and tags of a text, without trees, names and repairs: several times as fast as `annotate`. Pure. */
export function tagText(text: string): readonly TaggedSentence[] {
  const ranges = cut(text);
  const tagged = languageModel().tagAll(ranges.map(({ tokens }) => formsIn(text, tokens)));
  return ranges.map(({ tokens: places, ...sentence }, index) => {
    const own = tagged[index] ?? [];
    const tokens: TaggedToken[] = [];
    for (let i = 0; i < places.length; i++) {
      const { start, end } = places[i] as Range;
      const { form, lemma, upos, xpos } = own[i] as TaggedWord;
      tokens.push({ start, end, form, lemma, upos, xpos });
    }
    return { ...sentence, tokens };
  });
}

/** Annotates a text. Pure; linear in its length; never throws on any text. */
export function annotate(text: string): Annotation {
  const layer = languageModel();
  const ranges = cut(text);
  const analysed = layer.analyseAll(ranges.map(({ tokens }) => formsIn(text, tokens)));
  const sentences = ranges.map(({ tokens: places, ...sentence }, index): AnnotatedSentence => {
    const own = analysed[index] ?? [];
    const tokens: AnnotatedToken[] = [];
    for (let i = 0; i < places.length; i++) {
      const { start, end } = places[i] as Range;
      const { form, lemma, upos, xpos, head, relation } = own[i] as Word;
      tokens.push({ start, end, form, lemma, upos, xpos, head, relation });
    }
    return { ...sentence, tokens };
  });
  const names = layer.names(analysed).flatMap(({ sentence, first, last, type }): AnnotatedName[] => {
    const tokens = sentences[sentence]?.tokens ?? [];
    const [from, to] = [tokens[first], tokens[last - 1]];
    return from && to ? [{ start: from.start, end: to.end, type }] : [];
  });
  return { sentences, names };
}
