// Trains which word punctuation hangs on, over trees as the parser makes them for sentences it has not seen.
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { isHead, isNotHead, PunctuationHanger, type Unhung } from "../../src/learn/punctuation.js";
import { randomOf, shuffled } from "./random.js";

/** `gold`: heads of the marks. */
export type PunctuationExample = Unhung & { readonly gold: Int32Array };

export function trainPunctuation(
  examples: readonly PunctuationExample[],
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): AveragedWeights {
  const model = new Perceptron(2, 2);
  const hanger = new PunctuationHanger(model);
  const random = randomOf(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { gold, ...sentence } of shuffled(examples, random)) {
      hanger.hang({ ...sentence, heads: sentence.heads.slice() }, (mark, words, chosen, features) => {
        model.tick();
        const right = words.indexOf(gold[mark] ?? -1);
        if (right < 0 || right === chosen) return;
        model.learn(hanger.buffer, features(right), isHead, isNotHead);
        model.learn(hanger.buffer, features(chosen), isNotHead, isHead);
      });
    }
  }
  return model.averaged();
}
