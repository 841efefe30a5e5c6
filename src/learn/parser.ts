// The dependency parser: greedy arc-hybrid with three actions; relations are given to the finished tree by a model of their own.
import { actions, begin, isAllowed, isDone, left, right, type State, shift, stackAt, take } from "./arc-hybrid.js";
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

/** What a state looks like at its coarsest: the tags around the place of decision, and whether punctuation stands there. Below 2^25. */
export function contextOf(state: State, { length, tag, marks }: ParseInput): number {
  const top = stackAt(state, 0);
  const front = state.front;
  const next = front + 1 <= length ? front + 1 : length + 1;
  const between = top < length && marks[front] !== marks[top] ? 1 : 0;
  return (((tag[top] as number) * 256 + (tag[front] as number)) * 256 + (tag[next] as number)) * 2 + between;
}

/** Contexts that need no model: practically always one action is right there. */
export type SureActions = ReadonlyMap<number, number>;

/** Finds heads; one object a model, since it keeps its buffers. */
export class Parser {
  readonly #scoring: Scoring;
  readonly #sure: SureActions;
  readonly #features = new Int32Array(mostParseFeatures);
  readonly #scores = new Float32Array(actions);

  constructor(scoring: Scoring, sure: SureActions) {
    this.#scoring = scoring;
    this.#sure = sure;
  }

  /** Head of each word: the number of a word, or the sentence's length for the root. `onChoice` hears of each state and what was done. */
  heads(input: ParseInput, onChoice?: (state: State, action: number) => void): Int32Array {
    const state = begin(input.length);
    while (!isDone(state)) {
      let action = forcedAction(state);
      const chosen = action < 0;
      if (chosen) action = this.#sure.get(contextOf(state, input)) ?? -1;
      if (action < 0 || !isAllowed(state, action)) {
        const count = parseFeatures(state, input, this.#features);
        this.#scores.fill(0);
        this.#scoring.score(this.#features, count, this.#scores);
        action = bestAction(state, this.#scores);
      }
      if (chosen) onChoice?.(state, action);
      take(state, action);
    }
    return state.heads;
  }
}
