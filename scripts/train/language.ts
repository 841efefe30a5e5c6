// The recipe: from treebanks and names to the parts of a weight file. Tags and trees for training the later models are jackknifed:
// those of each fifth come from models that did not see it.
import type { Upos } from "../../src/learn/annotation.js";
import type { TreebankSentence } from "../../src/learn/conllu.js";
import type { Parts } from "../../src/learn/image.js";
import type { NamedSentence } from "../../src/learn/iob2.js";
import { edge, type Lexeme, lexemes } from "../../src/learn/lexeme.js";
import { type ModelHead, tagKinds } from "../../src/learn/model.js";
import { type NameKind, nameKinds } from "../../src/learn/names.js";
import { parseInput, placeHeads } from "../../src/learn/parse-features.js";
import { Parser } from "../../src/learn/parser.js";
import { type AveragedWeights, meanWeights } from "../../src/learn/perceptron.js";
import { type PhraseTree, phraseHits } from "../../src/learn/phrases.js";
import { marksOf } from "../../src/learn/punctuation.js";
import { Labeller } from "../../src/learn/relations.js";
import { Tagger } from "../../src/learn/tagger.js";
import { frozen, quantised, Scorer } from "../../src/learn/weights.js";
import { gumNames } from "./gum-names.js";
import { trainLemmas } from "./lemmas.js";
import { labelsOf, type NameExample, trainNames } from "./names.js";
import { trainParser } from "./parser.js";
import { trainPunctuation } from "./punctuation.js";
import { sureRelations, trainRelations } from "./relations.js";
import { classesOf, lexiconOf, type TaggedSentence, trainTagger } from "./tagger.js";
import { unmarkedHeads } from "./unmarked.js";

export type Recipe = {
  readonly folds: number;
  readonly seeds: readonly number[];
  readonly epochs: {
    readonly tagger: number;
    readonly parser: number;
    readonly relations: number;
    readonly names: number;
    readonly fold: number;
  };
  /** Most features that are kept of each model. */
  readonly most: {
    readonly tagger: number;
    readonly parser: number;
    readonly relations: number;
    readonly names: number;
  };
};

export const recipe: Recipe = {
  folds: 5,
  seeds: [1, 2, 3, 4],
  epochs: { tagger: 10, parser: 16, relations: 10, names: 5, fold: 4 },
  most: { tagger: 225_000, parser: 600_000, relations: 150_000, names: 100_000 },
};

/** A rougher layer in a quarter of the time, to try things. */
export const quickRecipe: Recipe = {
  ...recipe,
  seeds: [1],
  epochs: { tagger: 5, parser: 5, relations: 5, names: 6, fold: 3 },
};

/** Weights as they are used, of all features. */
const scorerOf = (weights: AveragedWeights): Scorer => new Scorer(frozen(weights, Number.POSITIVE_INFINITY));

type Sentence = TaggedSentence & { readonly heads: Int32Array; readonly labels: Int32Array };

/** Tags and trees of every sentence by models that did not see it. */
type Predicted = { readonly tags: Int32Array; readonly heads: Int32Array; readonly labels: Int32Array };

type Names = readonly { readonly first: number; readonly last: number; readonly kind: NameKind }[];

const kindOf = (tag: string): NameKind => {
  const kind = tag.slice(2) as NameKind;
  return nameKinds.includes(kind) ? kind : "OTH";
};

/** Names of an IOB2 sentence, with what is no name of the three types as "OTH". */
function iobNames(tags: readonly string[]): Names {
  const names: { first: number; last: number; kind: NameKind }[] = [];
  for (const [i, tag] of tags.entries()) {
    const open = names.at(-1);
    if (tag.startsWith("B-")) names.push({ first: i, last: i + 1, kind: kindOf(tag) });
    else if (tag.startsWith("I-") && open?.last === i) open.last = i + 1;
  }
  return names;
}

export type TrainingData = {
  readonly sentences: readonly TreebankSentence[];
  readonly named: readonly NamedSentence[];
  readonly clusters: ReadonlyMap<string, number>;
  readonly phrases: PhraseTree;
};

type Tell = (line: string) => void;

/** Everything that a weight file holds, trained. Deterministic. */
export function trainLanguage(data: TrainingData, { folds, seeds, epochs, most }: Recipe, tell: Tell): Parts {
  const relations = [...new Set(data.sentences.flatMap(({ words }) => words.map(({ relation }) => relation)))].sort();
  const relationIndex = new Map(relations.map((name, i) => [name, i]));
  const root = relationIndex.get("root") ?? 0;
  const sentences = data.sentences.map(
    ({ words }): Sentence => ({
      forms: words.map(({ form }) => form),
      tags: words.map(({ upos, xpos }) => `${upos}|${xpos}`),
      heads: Int32Array.from(words, ({ head }) => (head < 0 ? words.length : head)),
      labels: Int32Array.from(words, ({ relation }) => relationIndex.get(relation) ?? 0),
    }),
  );
  const classes = classesOf(sentences);
  const upos = [...new Set(classes.names.map((name) => name.split("|")[0] as Upos))].sort();
  const kinds = tagKinds({ tags: classes.names, upos });
  const { clusters } = data;

  const taggerOf = (part: readonly Sentence[], lexemeOf: (form: string) => Lexeme, count: number, seed: number) =>
    trainTagger(part, classes, lexemeOf, { epochs: count, seed });

  tell(`${sentences.length} sentences, ${classes.names.length} tags, ${relations.length} relations`);
  const lexicon = lexiconOf(sentences, classes.classOf, clusters);
  const lexemeOf = lexemes(lexicon);
  const tagger = meanWeights(seeds.map((seed) => taggerOf(sentences, lexemeOf, epochs.tagger, seed)));
  tell(`tagger: ${tagger.keys.length} features`);

  // jackknife: tags first, then trees on these tags
  const tags: Int32Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const part = sentences.filter((_, i) => i % folds !== fold);
    const foldLexeme = lexemes(lexiconOf(part, classes.classOf, clusters));
    const weights = taggerOf(part, foldLexeme, epochs.fold, 1);
    const foldTagger = new Tagger(scorerOf(weights), foldLexeme(edge), true);
    for (const [i, { forms }] of sentences.entries())
      if (i % folds === fold) tags[i] = foldTagger.tag(forms.map(foldLexeme));
  }
  const examples = sentences.map(({ forms, heads: gold, labels }, i) => {
    const words = forms.map(lexemeOf);
    const own = tags[i] ?? new Int32Array(forms.length);
    const isMark = marksOf(own, kinds.isMark);
    const input = parseInput(words, own, kinds, isMark);
    const heads = unmarkedHeads(gold, isMark);
    const all = gold.slice(); // marks as annotated, the words as they are learned
    placeHeads(input, heads, all);
    return { words, tags: own, isMark, input, heads, all, labels: labels.filter((_, k) => isMark[k] === 0) };
  });
  tell("tags of training sentences jackknifed");
  const sure = sureRelations(examples);
  const predicted: Predicted[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const part = examples.filter((_, i) => i % folds !== fold);
    const parser = new Parser(scorerOf(trainParser(part, { epochs: epochs.fold, seed: 1 })));
    const weights = trainRelations(part, relations.length, root, sure, { epochs: epochs.fold, seed: 1 });
    const labeller = new Labeller(scorerOf(weights), sure, root);
    for (const [i, { input, words }] of examples.entries()) {
      if (i % folds !== fold) continue;
      const found = parser.heads(input);
      const heads = new Int32Array(words.length).fill(words.length);
      placeHeads(input, found, heads);
      const labels = new Int32Array(words.length).fill(relationIndex.get("punct") ?? 0);
      for (const [k, label] of labeller.relations(found, input).entries()) labels[input.at[k] ?? 0] = label;
      predicted[i] = { tags: tags[i] ?? new Int32Array(0), heads, labels };
    }
  }
  tell("trees of training sentences jackknifed");

  const parser = meanWeights(
    seeds.map((seed) =>
      trainParser(examples, { epochs: epochs.parser, seed }, (epoch, right) =>
        tell(`parser, seed ${seed}, epoch ${epoch + 1}: ${(100 * right).toFixed(2)} of 100 actions cost nothing`),
      ),
    ),
  );
  tell(`parser: ${parser.keys.length} features`);
  const relationWeights = meanWeights(
    seeds.map((seed) => trainRelations(examples, relations.length, root, sure, { epochs: epochs.relations, seed })),
  );
  tell(`relations: ${relationWeights.keys.length} features, ${sure.size} kinds of arcs are sure`);

  const punctuation = trainPunctuation(
    examples.map(({ all, ...example }) => ({ ...example, heads: all })),
    { epochs: 5, seed: 1 },
  );
  tell(`punctuation: ${punctuation.keys.length} features`);

  // names: those of UNER on the sentences of EWT, and of GUM's entities whose head is a name
  const gold = new Map<string, Names>(data.named.map(({ id, tags: marks }) => [id, iobNames(marks)]));
  const documents = new Map<string, NameExample[]>();
  for (const [i, sentence] of data.sentences.entries()) {
    const names =
      gold.get(sentence.id) ?? (sentence.document.startsWith("GUM_") ? gumNames(sentence, data.phrases) : null);
    const trees = predicted[i];
    if (!names || !trees) continue;
    const words = sentence.words.map(({ form }) => lexemeOf(form));
    const input = {
      words,
      upos: Int32Array.from(trees.tags, (tag) => kinds.upos[tag] ?? -1),
      heads: Int32Array.from(trees.heads, (head) => (head === words.length ? -1 : head)),
      relations: trees.labels,
      hits: phraseHits(
        data.phrases,
        words.map(({ form }) => form),
      ),
    };
    const own = documents.get(sentence.document) ?? [];
    own.push({ input, gold: labelsOf(words.length, names) });
    documents.set(sentence.document, own);
  }
  const names = meanWeights(seeds.map((seed) => trainNames([...documents.values()], { epochs: epochs.names, seed })));
  tell(`names: ${documents.size} documents, ${names.keys.length} features`);

  const lines = (map: ReadonlyMap<string, number>): string => [...map].map(([word, n]) => `${word}\t${n}`).join("\n");
  const head: ModelHead = { tags: classes.names, upos, relations, sure: [...sure] };
  return {
    head,
    texts: {
      ambiguity: lines(lexicon.ambiguity),
      choices: [...lexicon.choices].map(([word, tags]) => `${word}\t${tags.join(" ")}`).join("\n"),
      clusters: lines(clusters),
      lemmas: trainLemmas(data.sentences.flatMap(({ words }) => words)),
    },
    weights: {
      tagger: quantised(tagger, most.tagger),
      parser: quantised(parser, most.parser),
      punctuation: quantised(punctuation, most.relations),
      relations: quantised(relationWeights, most.relations),
      names: quantised(names, most.names),
    },
  };
}
