// The recipe: from treebanks and names to the parts of a weight file. Tags and trees for training the later models are jackknifed:
// those of each fifth come from models that did not see it.
import type { Upos } from "../../src/learn/annotation.js";
import type { TreebankSentence } from "../../src/learn/conllu.js";
import type { Parts } from "../../src/learn/image.js";
import type { NamedSentence } from "../../src/learn/iob2.js";
import type { Lexeme } from "../../src/learn/lexeme.js";
import { type ModelHead, tagKinds } from "../../src/learn/model.js";
import { type NameKind, nameKinds } from "../../src/learn/names.js";
import type { TagKinds } from "../../src/learn/parse-features.js";
import { meanWeights } from "../../src/learn/perceptron.js";
import { type PhraseTree, phraseHits } from "../../src/learn/phrases.js";
import { quantised } from "../../src/learn/weights.js";
import { gumNames } from "./gum-names.js";
import { trainLemmas } from "./lemmas.js";
import { labelsOf, type NameExample, trainNames } from "./names.js";
import type { Recipe, Tell } from "./recipe.js";
import { classesOf } from "./tagger.js";
import { trainTags } from "./tags.js";
import { type Predicted, trainTrees } from "./trees.js";

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

/** What the name tagger learns from, by document: names of UNER on the sentences of EWT, and of GUM's entities whose head is a name. */
function nameDocuments(
  { sentences, named, phrases }: TrainingData,
  lexemeOf: (form: string) => Lexeme,
  kinds: TagKinds,
  predicted: readonly Predicted[],
): NameExample[][] {
  const marked = new Map<string, Names>(named.map(({ id, tags }) => [id, iobNames(tags)]));
  const documents = new Map<string, NameExample[]>();
  for (const [i, sentence] of sentences.entries()) {
    const names =
      marked.get(sentence.id) ?? (sentence.document.startsWith("GUM_") ? gumNames(sentence, phrases) : null);
    const trees = predicted[i];
    if (!names || !trees) continue;
    const forms = sentence.words.map(({ form }) => form);
    const input = {
      words: forms.map(lexemeOf),
      upos: Int32Array.from(trees.tags, (tag) => kinds.upos[tag] ?? -1),
      heads: Int32Array.from(trees.heads, (head) => (head === forms.length ? -1 : head)),
      relations: trees.labels,
      hits: phraseHits(phrases, forms),
    };
    const own = documents.get(sentence.document) ?? [];
    own.push({ input, gold: labelsOf(forms.length, names) });
    documents.set(sentence.document, own);
  }
  return [...documents.values()];
}

/** Everything that a weight file holds, trained. Deterministic. */
export function trainLanguage(data: TrainingData, recipe: Recipe, tell: Tell): Parts {
  const { seeds, epochs, most } = recipe;
  const relations = [...new Set(data.sentences.flatMap(({ words }) => words.map(({ relation }) => relation)))].sort();
  const relationIndex = new Map(relations.map((name, i) => [name, i]));
  const relationClasses = {
    many: relations.length,
    root: relationIndex.get("root") ?? 0,
    punct: relationIndex.get("punct") ?? 0,
  };
  const tagged = data.sentences.map(({ words }) => ({
    forms: words.map(({ form }) => form),
    tags: words.map(({ upos, xpos }) => `${upos}|${xpos}`),
  }));
  tell(`${tagged.length} sentences, ${classesOf(tagged).names.length} tags, ${relations.length} relations`);
  const tags = trainTags(tagged, data.clusters, recipe, tell);
  const upos = [...new Set(tags.classes.map((name) => name.split("|")[0] as Upos))].sort();
  const kinds = tagKinds({ tags: tags.classes, upos });
  const trees = trainTrees(
    data.sentences.map(({ words }, i) => ({
      words: words.map(({ form }) => tags.lexemeOf(form)),
      tags: tags.jackknifed[i] ?? new Int32Array(words.length),
      heads: Int32Array.from(words, ({ head }) => (head < 0 ? words.length : head)),
      labels: Int32Array.from(words, ({ relation }) => relationIndex.get(relation) ?? 0),
    })),
    kinds,
    relationClasses,
    recipe,
    tell,
  );
  const documents = nameDocuments(data, tags.lexemeOf, kinds, trees.predicted);
  const names = meanWeights(seeds.map((seed) => trainNames(documents, { epochs: epochs.names, seed })));
  tell(`names: ${documents.length} documents, ${names.keys.length} features`);

  const lines = (map: ReadonlyMap<string, number>): string => [...map].map(([word, n]) => `${word}\t${n}`).join("\n");
  const head: ModelHead = {
    tags: tags.classes,
    sureTag: tags.sureTag,
    upos,
    relations,
    sure: [...trees.sure],
    sureActions: [...trees.sureActions],
  };
  return {
    head,
    texts: {
      ambiguity: lines(tags.lexicon.ambiguity),
      choices: [...tags.lexicon.choices].map(([word, own]) => `${word}\t${own.join(" ")}`).join("\n"),
      clusters: lines(data.clusters),
      lemmas: trainLemmas(data.sentences.flatMap(({ words }) => words)),
    },
    weights: {
      first: quantised(tags.first, most.first),
      tagger: quantised(tags.second, most.tagger),
      parser: quantised(trees.parser, most.parser),
      punctuation: quantised(trees.punctuation, most.punctuation),
      relations: quantised(trees.relations, most.relations),
      names: quantised(names, most.names),
    },
  };
}
