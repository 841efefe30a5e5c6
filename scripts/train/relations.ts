// Trains the relations of arcs on trees as the parser gives them: gold heads, tags as predicted.
import type { ParseInput } from "../../src/learn/parse-features.js";
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { arcKind, Labeller } from "../../src/learn/relations.js";
import { randomOf, shuffled } from "./random.js";

export type RelationExample = {
  readonly input: ParseInput;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
};

/** Kinds of arcs that have one relation in ≥ 99 of 100 and at least 50 cases. */
export function sureRelations(examples: readonly RelationExample[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const { input, heads, labels } of examples) {
    for (let i = 0; i < heads.length; i++) {
      const kind = arcKind(input, i, heads[i] ?? 0);
      const labelCounts = counts.get(kind) ?? new Map<number, number>();
      labelCounts.set(labels[i] ?? 0, (labelCounts.get(labels[i] ?? 0) ?? 0) + 1);
      counts.set(kind, labelCounts);
    }
  }
  const sure = new Map<number, number>();
  for (const [kind, labelCounts] of counts) {
    const all = [...labelCounts.values()].reduce((a, b) => a + b, 0);
    const [label, count] = [...labelCounts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
    if (all >= 50 && count / all >= 0.99) sure.set(kind, label);
  }
  return sure;
}

export function trainRelations(
  examples: readonly RelationExample[],
  classes: number,
  root: number,
  sure: ReadonlyMap<number, number>,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): AveragedWeights {
  const model = new Perceptron(classes, 2);
  const labeller = new Labeller(model, sure, root);
  const random = randomOf(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { input, heads, labels } of shuffled(examples, random)) {
      labeller.relations(heads, input, (word, label, count) => {
        model.tick();
        const right = labels[word] ?? 0;
        if (right !== label && right !== root) model.learn(labeller.buffer, count, right, label);
      });
    }
  }
  return model.averaged();
}
