// Trains the tagger: what words are seen as, which are certain, and the weights.

import { hashText } from "../../src/learn/hash.js";
import type { Lexeme, Lexicon } from "../../src/learn/lexeme.js";
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { type FirstTags, TagScorer } from "../../src/learn/tagger.js";
import { randomOf, shuffled } from "./random.js";

export type TaggedSentence = { readonly forms: readonly string[]; readonly tags: readonly string[] };

const rareTag = 4; // a joint tag seen less often is learned as the commonest of its part of speech

/** The classes of the tagger ("NOUN|NN"), the most frequent first, and the class of each tag. */
export function classesOf(sentences: readonly TaggedSentence[]): { names: string[]; classOf: (tag: string) => number } {
  const counts = new Map<string, number>();
  for (const { tags } of sentences) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const names = [...counts.entries()]
    .filter(([, count]) => count >= rareTag)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const classOf = (tag: string): number => {
    const own = index.get(tag);
    if (own !== undefined) return own;
    const upos = tag.split("|")[0];
    return Math.max(
      0,
      names.findIndex((name) => name.startsWith(`${upos}|`)),
    );
  };
  return { names, classOf };
}

const settled = 100; // a word seen as often has only the tags that it was seen with
const unusual = 0.001; // share of its cases below which a tag of such a word is taken for an error
const counted = 3; // a word seen less often is treated as one never seen

/** What words are seen as in training. `norm` as in src/learn/lexeme.ts. */
export function lexiconOf(
  sentences: readonly TaggedSentence[],
  classOf: (tag: string) => number,
  clusters: ReadonlyMap<string, number>,
): Lexicon {
  const norms = new Map<string, Map<number, number>>();
  const forms = new Map<string, Map<number, number>>();
  const count = (map: Map<string, Map<number, number>>, key: string, tag: number): void => {
    const tags = map.get(key) ?? new Map<number, number>();
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    map.set(key, tags);
  };
  for (const { forms: words, tags } of sentences) {
    for (const [i, form] of words.entries()) {
      const tag = classOf(tags[i] ?? "");
      count(norms, form.toLowerCase().replace(/\p{N}/gu, "0"), tag);
      count(forms, form, tag);
    }
  }
  const ambiguity = new Map<string, number>();
  for (const [norm, tags] of norms) {
    const all = [...tags.values()].reduce((a, b) => a + b, 0);
    if (all < counted) continue;
    const seen = [...tags].filter(([, n]) => n / all >= 0.02).map(([tag]) => tag);
    const [most] = [...tags].sort((a, b) => b[1] - a[1])[0] ?? [0];
    ambiguity.set(norm, hashText(`${most}:${seen.sort((a, b) => a - b).join(",")}`));
  }
  const choices = new Map<string, readonly number[]>();
  for (const [form, tags] of forms) {
    const all = [...tags.values()].reduce((a, b) => a + b, 0);
    if (all < settled) continue;
    const usual = [...tags].filter(([, n]) => n / all >= unusual).map(([tag]) => tag);
    choices.set(
      form,
      usual.sort((a, b) => a - b),
    );
  }
  return { ambiguity, choices, clusters };
}

export type TaggerOptions = { readonly epochs: number; readonly seed: number };

/** A sentence to learn from: words, and the class of each. */
export type TagExample = { readonly words: readonly Lexeme[]; readonly gold: readonly number[] };

/** What one word teaches: nothing where it can have one class only, or not the right one. */
function teach(
  model: Perceptron,
  pass: TagScorer,
  { words, gold }: TagExample,
  i: number,
  tags: Int32Array | null,
): number {
  const best = pass.best(words, i, tags);
  const right = gold[i] ?? 0;
  const choices = words[i]?.choices;
  if (choices?.length === 1) return best;
  model.tick();
  if (best !== right && (choices?.includes(right) ?? true))
    model.learn(pass.buffer, pass.features(words, i, tags), right, best);
  return best;
}

/** Averaged weights of the first pass. */
export function trainFirstTags(
  examples: readonly TagExample[],
  classes: number,
  edgeWord: Lexeme,
  { epochs, seed }: TaggerOptions,
): AveragedWeights {
  const model = new Perceptron(classes);
  const pass = new TagScorer(model, edgeWord, -1);
  const random = randomOf(seed);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const example of shuffled(examples, random))
      for (let i = 0; i < example.words.length; i++) teach(model, pass, example, i, null);
  return model.averaged();
}

/** Averaged weights of the second pass. `first`: tags of the first pass, by a model that has not seen the sentence; `sure`: see `Tagger`. */
export function trainTagger(
  examples: readonly (TagExample & { readonly first: FirstTags })[],
  classes: number,
  edgeWord: Lexeme,
  sure: number,
  { epochs, seed }: TaggerOptions,
): AveragedWeights {
  const model = new Perceptron(classes);
  const pass = new TagScorer(model, edgeWord, -1);
  const random = randomOf(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffled(examples, random)) {
      const tags = example.first.tags.slice();
      for (let i = 0; i < tags.length; i++)
        if ((example.first.margins[i] ?? 0) < sure) tags[i] = teach(model, pass, example, i, tags);
    }
  }
  return model.averaged();
}

/** The smallest margin from which on tags of the first pass are right as often as `share`. */
export function sureMargin(
  examples: readonly { readonly gold: readonly number[]; readonly first: FirstTags }[],
  share: number,
): number {
  const seen = examples
    .flatMap(({ gold, first }) =>
      gold.map((tag, i) => ({ right: tag === first.tags[i], margin: first.margins[i] ?? 0 })),
    )
    .filter(({ margin }) => margin !== Number.POSITIVE_INFINITY)
    .sort((a, b) => b.margin - a.margin);
  let [right, sure] = [0, Number.POSITIVE_INFINITY];
  for (const [i, word] of seen.entries()) {
    if (word.right) right++;
    if (right / (i + 1) >= share) sure = word.margin;
  }
  return sure;
}
