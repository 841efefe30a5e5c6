// The dependency parser: greedy arc-hybrid with three actions; relations are given to the finished tree by a model of their own.
import { actions, begin, isAllowed, isDone, left, right, type State, shift, take } from "./arc-hybrid.js";
import { mostParseFeatures, type ParseInput, parseFeatures } from "./parse-features.js";
import type { Scoring } from "./tagger.js";

/** The best allowed action by score; ties to the first. */
export function bestAction(state: State, scores: Float32Array): number {
  let best = -1;
  for (let action = 0; action < actions; action++) {
    if (!isAllowed(state, action)) continue;
    if (best < 0 || (scores[action] as number) > (scores[best] as number)) best = action;
  }
  return best;
}

/** The only allowed action, -1 where there is a choice. */
export function forcedAction(state: State): number {
  const [canShift, canLeft, canRight] = [isAllowed(state, shift), isAllowed(state, left), isAllowed(state, right)];
  if (canShift) return canLeft || canRight ? -1 : shift;
  return canLeft && canRight ? -1 : canLeft ? left : right;
}

/** Finds heads; one object a model, since it keeps its buffers. */
export class Parser {
  readonly #scoring: Scoring;
  readonly #features = new Int32Array(mostParseFeatures);
  readonly #scores = new Float32Array(actions);

  constructor(scoring: Scoring) {
    this.#scoring = scoring;
  }

  /** Head of each word: the number of a word, or the sentence's length for the root. */
  heads(input: ParseInput): Int32Array {
    const state = begin(input.length);
    while (!isDone(state)) {
      let action = forcedAction(state);
      if (action < 0) {
        const count = parseFeatures(state, input, this.#features);
        this.#scores.fill(0);
        this.#scoring.score(this.#features, count, this.#scores);
        action = bestAction(state, this.#scores);
      }
      take(state, action);
    }
    return state.heads;
  }
}
