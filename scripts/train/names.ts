// Trains the name tagger, document by document, with what it itself took the words of a document for.
import {
  begins,
  candidates,
  insides,
  labelOf,
  lasts,
  memoryOf,
  mostNameFeatures,
  type NameInput,
  type NameKind,
  NameTagger,
  nameFeatures,
  nameKinds,
  nameLabels,
  remember,
  transition,
  units,
} from "../../src/learn/names.js";
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { randomOf, shuffled } from "./random.js";

export type NameExample = { readonly input: NameInput; readonly gold: Int32Array };

/** Labels of `count` words with these names. */
export function labelsOf(
  count: number,
  names: readonly { readonly first: number; readonly last: number; readonly kind: NameKind }[],
): Int32Array {
  const labels = new Int32Array(count);
  for (const { first, last, kind } of names) {
    const k = nameKinds.indexOf(kind);
    for (let i = first; i < last; i++) {
      const part = last === first + 1 ? units : i === first ? begins : i === last - 1 ? lasts : insides;
      labels[i] = labelOf(k, part);
    }
  }
  return labels;
}

export function trainNames(
  documents: readonly (readonly NameExample[])[],
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): AveragedWeights {
  const model = new Perceptron(nameLabels, 2);
  const tagger = new NameTagger(model);
  const random = randomOf(seed);
  const features = new Int32Array(mostNameFeatures);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const sentences of shuffled(documents, random)) {
      const memory = memoryOf(sentences.map(({ input }) => input.words));
      for (const { input, gold } of sentences) {
        const found = tagger.labels(input, memory);
        model.tick();
        if (found.some((label, i) => label !== gold[i])) {
          const may = candidates(input);
          for (let i = 0; i < gold.length; i++) {
            if (may[i] === 0) continue;
            const [good, bad] = [gold[i] ?? 0, found[i] ?? 0];
            if (good !== bad) model.learn(features, nameFeatures(input, memory, i, features), good, bad);
            if (i === 0) continue;
            const [goodLast, badLast] = [gold[i - 1] ?? 0, found[i - 1] ?? 0];
            if (good === bad && goodLast === badLast) continue;
            model.nudge(transition(goodLast), good, 1);
            model.nudge(transition(badLast), bad, -1);
          }
          tagger.refresh();
        }
        remember(memory, input.words, found);
      }
    }
  }
  return model.averaged();
}
