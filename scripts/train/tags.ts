// Trains both passes of the tagger, and gives the tags that models which did not see a sentence give it: later models are taught upon these.
import { edge, type Lexeme, type Lexicon, lexemes } from "../../src/learn/lexeme.js";
import { type AveragedWeights, meanWeights } from "../../src/learn/perceptron.js";
import { type FirstTags, firstTags, Tagger, TagScorer } from "../../src/learn/tagger.js";
import { frozen, Scorer } from "../../src/learn/weights.js";
import type { Recipe, Tell } from "./recipe.js";
import {
  classesOf,
  lexiconOf,
  sureMargin,
  type TagExample,
  type TaggedSentence,
  trainFirstTags,
  trainTagger,
} from "./tagger.js";

/** How often a tag of the first pass is right that stands. */
const sureShare = 0.995;

export type TrainedTags = {
  readonly classes: readonly string[];
  readonly lexicon: Lexicon;
  readonly lexemeOf: (form: string) => Lexeme;
  readonly first: AveragedWeights;
  readonly second: AveragedWeights;
  readonly sureTag: number;
  readonly jackknifed: readonly Int32Array[]; // tags of each sentence
};

type LexemeOf = (form: string) => Lexeme;

/** The tagger of sentences, and their jackknifed tags. Deterministic. */
export function trainTags(
  sentences: readonly TaggedSentence[],
  clusters: ReadonlyMap<string, number>,
  { folds, seeds, epochs, most }: Recipe,
  tell: Tell,
): TrainedTags {
  const classes = classesOf(sentences);
  const many = classes.names.length;
  const gold = sentences.map(({ tags }) => tags.map(classes.classOf));
  const numbers = sentences.map((_, i) => i);
  const example = (i: number, of: LexemeOf): TagExample => ({
    words: sentences[i]?.forms.map(of) ?? [],
    gold: gold[i] ?? [],
  });
  /** Models taught on all folds but one say something of the sentences of that one. */
  const jackknife = <Said>(taught: (of: LexemeOf, part: readonly number[]) => (i: number) => Said): Said[] => {
    const said: Said[] = [];
    for (let fold = 0; fold < folds; fold++) {
      const part = numbers.filter((i) => i % folds !== fold);
      const seen = part.flatMap((i) => sentences[i] ?? []);
      const say = taught(lexemes(lexiconOf(seen, classes.classOf, clusters)), part);
      for (let i = fold; i < sentences.length; i += folds) said[i] = say(i);
    }
    return said;
  };
  const mean = (some: readonly number[], train: (seed: number) => AveragedWeights): AveragedWeights =>
    meanWeights(some.map(train));
  const few = seeds.slice(0, 2);

  const first = jackknife((of, part) => {
    const seen = part.map((i) => example(i, of));
    const weights = mean(few, (seed) => trainFirstTags(seen, many, of(edge), { epochs: epochs.first, seed }));
    const pass = new TagScorer(new Scorer(frozen(weights, most.first)), of(edge), 0);
    return (i) => firstTags(pass, example(i, of).words);
  });
  const none: FirstTags = { tags: new Int32Array(0), margins: new Float32Array(0) };
  const withFirst = (i: number, of: LexemeOf) => ({ ...example(i, of), first: first[i] ?? none });
  const lexicon = lexiconOf(sentences, classes.classOf, clusters);
  const lexemeOf = lexemes(lexicon);
  const every = numbers.map((i) => withFirst(i, lexemeOf));
  const sureTag = sureMargin(every, sureShare);
  const jackknifed = jackknife((of, part) => {
    const seen = part.map((i) => withFirst(i, of));
    const weights = mean(few, (seed) => trainTagger(seen, many, of(edge), sureTag, { epochs: epochs.tagger, seed }));
    const scorer = new Scorer(frozen(weights, Number.POSITIVE_INFINITY));
    const tagger = new Tagger(scorer, scorer, of(edge), sureTag); // only its second pass is used
    return (i) => tagger.retag(example(i, of).words, first[i] ?? none);
  });
  tell("tags of training sentences jackknifed");
  const firstPass = mean(seeds, (seed) => trainFirstTags(every, many, lexemeOf(edge), { epochs: epochs.first, seed }));
  const second = mean(seeds, (seed) =>
    trainTagger(every, many, lexemeOf(edge), sureTag, { epochs: epochs.tagger, seed }),
  );
  tell(`tagger: ${firstPass.keys.length} and ${second.keys.length} features, sure from ${sureTag.toFixed(2)} on`);
  return { classes: classes.names, lexicon, lexemeOf, first: firstPass, second, sureTag, jackknifed };
}
