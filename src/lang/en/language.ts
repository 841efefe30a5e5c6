// The language layer of English, as the package's subpath parley/language: text in; sentences, tokens, lemmas, parts of speech, heads,
// relations and names out, with offsets. Weights (models/en/) are loaded when first asked for and can be shared between threads.
import { readFileSync } from "node:fs";
import type { LanguageModel, NameType, Word } from "../../learn/annotation.js";
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

export type { LanguageModel, NameSpan, NameType, Upos, Word } from "../../learn/annotation.js";

/** A token with its offsets in UTF-16 units, end exclusive. */
export type AnnotatedToken = Range & Word;
export type AnnotatedSentence = Range & { readonly tokens: readonly AnnotatedToken[] };
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

/** Annotates a text. Pure; linear in its length; never throws on any text. Sentences do not cross paragraphs. */
export function annotate(text: string): Annotation {
  words ??= sentenceWords();
  const layer = languageModel();
  const sentences: AnnotatedSentence[] = [];
  for (const paragraph of paragraphRanges(text)) {
    for (const sentence of sentenceRanges(text, paragraph, words)) {
      const ranges = tokenRanges(text, sentence.start, sentence.end, words);
      const analysed = layer.analyse(ranges.map(({ start, end }) => text.slice(start, end)));
      const tokens: AnnotatedToken[] = [];
      for (let i = 0; i < ranges.length; i++) {
        const { start, end } = ranges[i] as Range;
        const { form, lemma, upos, xpos, head, relation } = analysed[i] as Word;
        tokens.push({ start, end, form, lemma, upos, xpos, head, relation });
      }
      if (tokens.length > 0) sentences.push({ ...sentence, tokens });
    }
  }
  const names = layer
    .names(sentences.map(({ tokens }) => tokens))
    .flatMap(({ sentence, first, last, type }): AnnotatedName[] => {
      const tokens = sentences[sentence]?.tokens ?? [];
      const [from, to] = [tokens[first], tokens[last - 1]];
      return from && to ? [{ start: from.start, end: to.end, type }] : [];
    });
  return { sentences, names };
}
