// Trains what makes trees upon tags: parser, relations, punctuation; and gives the trees that models which did not see a sentence give it.
import type { Lexeme } from "../../src/learn/lexeme.js";
import { type ParseInput, parseInput, placeHeads, type TagKinds } from "../../src/learn/parse-features.js";
import { Parser, type SureActions } from "../../src/learn/parser.js";
import { type AveragedWeights, meanWeights } from "../../src/learn/perceptron.js";
import { marksOf } from "../../src/learn/punctuation.js";
import { Labeller, type SureRelations } from "../../src/learn/relations.js";
import { frozen, Scorer } from "../../src/learn/weights.js";
import { SureActionCounts, trainParser } from "./parser.js";
import { trainPunctuation } from "./punctuation.js";
import type { Recipe, Tell } from "./recipe.js";
import { sureRelations, trainRelations } from "./relations.js";
import { unmarkedHeads } from "./unmarked.js";

/** A sentence with its tags as predicted and its annotated tree. */
export type TreeSentence = {
  readonly words: readonly Lexeme[];
  readonly tags: Int32Array;
  readonly heads: Int32Array; // the root's is the length
  readonly labels: Int32Array;
};

/** A sentence as models see it that did not learn from it. */
export type Predicted = { readonly tags: Int32Array; readonly heads: Int32Array; readonly labels: Int32Array };

type Example = TreeSentence & {
  readonly isMark: Uint8Array;
  readonly input: ParseInput; // without punctuation, as are:
  readonly bare: Int32Array;
  readonly bareLabels: Int32Array;
};

function exampleOf(sentence: TreeSentence, kinds: TagKinds): Example {
  const { words, tags, heads: annotated, labels } = sentence;
  const isMark = marksOf(tags, kinds.isMark);
  const input = parseInput(words, tags, kinds, isMark);
  const bare = unmarkedHeads(annotated, isMark);
  const heads = annotated.slice(); // marks as annotated, the words as they are learned
  placeHeads(input, bare, heads);
  return { words, tags, heads, labels, isMark, input, bare, bareLabels: labels.filter((_, k) => isMark[k] === 0) };
}

const scorerOf = (weights: AveragedWeights): Scorer => new Scorer(frozen(weights, Number.POSITIVE_INFINITY));

/** Classes of the relations that are treated apart, and how many there are. */
export type RelationClasses = { readonly many: number; readonly root: number; readonly punct: number };

/** Trees by models that did not see the sentence, and in which contexts one action was right in practically all of them. */
function jackknife(
  examples: readonly Example[],
  classes: RelationClasses,
  sure: SureRelations,
  { folds, epochs }: Recipe,
): { readonly predicted: readonly Predicted[]; readonly sureActions: SureActions } {
  const predicted: Predicted[] = [];
  const counts = new SureActionCounts();
  const taught = { epochs: epochs.fold, seed: 1 };
  for (let fold = 0; fold < folds; fold++) {
    const part = examples.filter((_, i) => i % folds !== fold).map(asParsed);
    const parser = new Parser(scorerOf(trainParser(part, taught)), new Map());
    const labeller = new Labeller(
      scorerOf(trainRelations(part, classes.many, classes.root, sure, taught)),
      sure,
      classes.root,
    );
    for (const [i, example] of examples.entries()) {
      if (i % folds !== fold) continue;
      const { input, words, tags } = example;
      const found = counts.add(parser, asParsed(example));
      const heads = new Int32Array(words.length).fill(words.length);
      placeHeads(input, found, heads);
      const labels = new Int32Array(words.length).fill(classes.punct);
      for (const [k, label] of labeller.relations(found, input).entries()) labels[input.at[k] ?? 0] = label;
      predicted[i] = { tags, heads, labels };
    }
  }
  return { predicted, sureActions: counts.sure() };
}

const asParsed = ({ input, bare, bareLabels }: Example) => ({ input, heads: bare, labels: bareLabels });

export type TrainedTrees = {
  readonly parser: AveragedWeights;
  readonly sureActions: SureActions;
  readonly relations: AveragedWeights;
  readonly sure: SureRelations;
  readonly punctuation: AveragedWeights;
  readonly predicted: readonly Predicted[];
};

/** Parser, relations and punctuation of sentences. Deterministic. */
export function trainTrees(
  sentences: readonly TreeSentence[],
  kinds: TagKinds,
  classes: RelationClasses,
  recipe: Recipe,
  tell: Tell,
): TrainedTrees {
  const { seeds, epochs } = recipe;
  const examples = sentences.map((sentence) => exampleOf(sentence, kinds));
  const parsed = examples.map(asParsed);
  const sure = sureRelations(parsed);
  const { predicted, sureActions } = jackknife(examples, classes, sure, recipe);
  tell(`trees of training sentences jackknifed, ${sureActions.size} contexts are sure`);
  const parser = meanWeights(
    seeds.map((seed) =>
      trainParser(parsed, { epochs: epochs.parser, seed }, (epoch, right) =>
        tell(`parser, seed ${seed}, epoch ${epoch + 1}: ${(100 * right).toFixed(2)} of 100 actions cost nothing`),
      ),
    ),
  );
  tell(`parser: ${parser.keys.length} features`);
  const relations = meanWeights(
    seeds.map((seed) => trainRelations(parsed, classes.many, classes.root, sure, { epochs: epochs.relations, seed })),
  );
  tell(`relations: ${relations.keys.length} features, ${sure.size} kinds of arcs are sure`);
  const unhung = examples.flatMap(({ words, isMark, heads }, i) => {
    const trees = predicted[i];
    return trees ? [{ words, isMark, gold: heads, ...trees }] : [];
  });
  const punctuation = meanWeights(seeds.map((seed) => trainPunctuation(unhung, { epochs: epochs.punctuation, seed })));
  tell(`punctuation: ${punctuation.keys.length} features`);
  return { parser, sureActions, relations, sure, punctuation, predicted };
}
