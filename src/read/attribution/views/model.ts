// The trained model of views: three small rankers over places. Learned by scripts/train/views.ts, loaded by the language.
import type { Scoring } from "../../../learn/tagger.js";
import type { Ground } from "../ground.js";
import type { Arcs } from "./arcs.js";
import { cueFeatures, endFeatures, mostFeatures, startFeatures } from "./features.js";
import { endsOf, type Start, startsOf } from "./places.js";
import type { ViewScoring } from "./weights.js";

const features = new Int32Array(mostFeatures);
const scores = new Float32Array(2);

/** By how much yes is above no for the first `count` features. */
function margin(scoring: Scoring, count: number): number {
  scores.fill(0);
  scoring.score(features, count, scores);
  return (scores[1] as number) - (scores[0] as number);
}

/** How surely token `cue` tells a view. */
export const cueScore = (model: ViewScoring, ground: Ground, arcs: Arcs, cue: number): number =>
  margin(model.cue, cueFeatures(ground, arcs, cue, features));

/** Where what `cue` views most likely begins; null where nothing hangs on it. */
export function bestStart(model: ViewScoring, ground: Ground, arcs: Arcs, cue: number): Start | null {
  let [best, most]: [Start | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const [order, start] of startsOf(ground, arcs, cue).entries()) {
    const score = margin(model.start, startFeatures(ground, arcs, cue, start, order, features));
    if (score > most) [best, most] = [start, score];
  }
  return best;
}

/** Where what begins at `start` most likely ends (token, exclusive). */
export function bestEnd(model: ViewScoring, ground: Ground, arcs: Arcs, cue: number, start: Start): number {
  if (start.way === "subject") return arcs.right[start.top] as number;
  const from = start.second >= 0 ? start.second : start.at;
  let [best, most] = [from + 1, Number.NEGATIVE_INFINITY];
  for (const end of endsOf(ground, arcs, from)) {
    const score = margin(model.end, endFeatures(ground, arcs, cue, start, end, features));
    if (score > most) [best, most] = [end, score];
  }
  return best;
}
