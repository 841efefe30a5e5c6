// Trains the parser's actions: dynamic oracle, exploration from the second epoch on (Goldberg & Nivre 2012).
import { actions, begin, costs, isDone, take } from "../../src/learn/arc-hybrid.js";
import { mostParseFeatures, type ParseInput, parseFeatures } from "../../src/learn/parse-features.js";
import { bestAction, contextOf, forcedAction, type Parser, type SureActions } from "../../src/learn/parser.js";
import { type AveragedWeights, Perceptron } from "../../src/learn/perceptron.js";
import { randomOf, shuffled } from "./random.js";

export type ParseExample = { readonly input: ParseInput; readonly heads: Int32Array };

const explored = 0.9; // share of wrong actions that are followed

/** Averaged weights of the three actions. */
export function trainParser(
  examples: readonly ParseExample[],
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
  onEpoch?: (epoch: number, right: number) => void,
): AveragedWeights {
  const model = new Perceptron(actions, 2);
  const random = randomOf(seed);
  const features = new Int32Array(mostParseFeatures);
  const scores = new Float32Array(actions);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let [all, good] = [0, 0];
    for (const { input, heads } of shuffled(examples, random)) {
      const state = begin(input.length);
      while (!isDone(state)) {
        const forced = forcedAction(state);
        if (forced >= 0) {
          take(state, forced);
          continue;
        }
        const count = parseFeatures(state, input, features);
        scores.fill(0);
        model.score(features, count, scores);
        const best = bestAction(state, scores);
        const cost = costs(state, heads);
        const least = Math.min(...cost);
        model.tick();
        all++;
        let followed = best;
        if (cost[best] === least) good++;
        else {
          const masked = scores.map((score, action) => (cost[action] === least ? score : Number.NEGATIVE_INFINITY));
          const right = bestAction(state, masked);
          model.learn(features, count, right, best);
          if (epoch === 0 || random() >= explored) followed = right;
        }
        take(state, followed);
      }
    }
    onEpoch?.(epoch, good / all);
  }
  return model.averaged();
}

const sureCases = 30;
const sureShare = 0.99;

/** In which contexts one action is practically always right, on the way that a parser takes through sentences it has not seen. */
export class SureActionCounts {
  readonly #counts = new Map<number, { cases: number; readonly right: Int32Array }>();

  add(parser: Parser, { input, heads }: ParseExample): Int32Array {
    return parser.heads(input, (state) => {
      const context = contextOf(state, input);
      const seen = this.#counts.get(context) ?? { cases: 0, right: new Int32Array(actions) };
      this.#counts.set(context, seen);
      seen.cases++;
      const cost = costs(state, heads);
      const least = Math.min(...cost);
      for (let action = 0; action < actions; action++)
        if (cost[action] === least) seen.right[action] = (seen.right[action] ?? 0) + 1;
    });
  }

  sure(): SureActions {
    const sure = new Map<number, number>();
    for (const [context, { cases, right }] of this.#counts) {
      const most = right.indexOf(Math.max(...right));
      if (cases >= sureCases && (right[most] ?? 0) >= sureShare * cases) sure.set(context, most);
    }
    return sure;
  }
}
