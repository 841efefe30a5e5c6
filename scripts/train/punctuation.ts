// Trains on which side punctuation hangs.
import type { Lexeme } from "../../src/learn/lexeme.js";
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { onLeft, onRight, PunctuationHanger } from "../../src/learn/punctuation.js";
import { randomOf, shuffled } from "./random.js";

export type PunctuationExample = {
  readonly words: readonly Lexeme[];
  readonly tags: Int32Array;
  readonly isMark: Uint8Array;
  readonly heads: Int32Array; // gold, of all words; the root's is the length
};

export function trainPunctuation(
  examples: readonly PunctuationExample[],
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): AveragedWeights {
  const model = new Perceptron(2, 2);
  const hanger = new PunctuationHanger(model);
  const random = randomOf(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { words, tags, isMark, heads } of shuffled(examples, random)) {
      hanger.hang(words, tags, isMark, heads.slice(), (word, left, right, side, count) => {
        const gold = heads[word];
        model.tick();
        if (gold === left && side !== onLeft) model.learn(hanger.buffer, count, onLeft, onRight);
        if (gold === right && side !== onRight) model.learn(hanger.buffer, count, onRight, onLeft);
      });
    }
  }
  return model.averaged();
}
