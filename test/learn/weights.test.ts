// Weights at rest: how far a feature sets classes apart is what was learned, within a step of the scale; what is too small or one
// too many is gone, nothing else.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feature } from "../../src/learn/hash.js";
import type { AveragedWeights } from "../../src/learn/perceptron.js";
import { decoded, frozen, Scorer } from "../../src/learn/weights.js";

const halfStep = 800 ** (0.5 / 126) - 1 + 1e-4; // of the scale from the largest weight down to 1/800 of it, in 126 steps

/** Any model of `classes` classes: some weights are 0, sizes over five orders of magnitude. */
const anyModel = (classes: number): fc.Arbitrary<AveragedWeights> =>
  fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 60 }).chain((drawn) => {
    const keys = Int32Array.from(drawn, (n) => feature(1, n)).sort();
    const size = { minLength: keys.length * classes, maxLength: keys.length * classes };
    const weight = fc.oneof(
      fc.constant(0),
      fc
        .tuple(fc.constantFrom(-1, 1), fc.double({ min: -4, max: 1, noNaN: true }))
        .map(([sign, power]) => sign * 10 ** power),
    );
    return fc.array(weight, size).map((rows) => ({ classes, keys, rows: Float32Array.from(rows) }));
  });

/** Scores above that of the first class: what decides. */
const apart = (scores: Float32Array): number[] => Array.from(scores, (score) => score - (scores[0] ?? 0));
const scoresOf = (scorer: Scorer, ...keys: number[]): Float32Array => {
  const scores = new Float32Array(scorer.classes);
  scorer.score(Int32Array.from(keys), keys.length, scores);
  return scores;
};
const rowOf = ({ classes, rows }: AveragedWeights, i: number): Float32Array =>
  rows.slice(i * classes, (i + 1) * classes);
const all = (model: AveragedWeights): Scorer => new Scorer(frozen(model, Number.POSITIVE_INFINITY));

describe.each([2, 3, 5, 60, 200])("%i classes", (classes) => {
  test("a feature sets classes apart as it was learned to", () => {
    fc.assert(
      fc.property(anyModel(classes), (model) => {
        const scorer = all(model);
        const largest = model.rows.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
        for (const [i, key] of model.keys.entries()) {
          const was = rowOf(model, i);
          const gold = apart(was);
          for (const [c, found] of apart(scoresOf(scorer, key)).entries()) {
            const sizes = Math.abs(was[c] ?? 0) + Math.abs(was[0] ?? 0);
            expect(Math.abs(found - (gold[c] ?? 0))).toBeLessThanOrEqual(halfStep * sizes + (4 * largest) / 800);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("several features are summed onto the scores, unknown ones add nothing", () => {
    fc.assert(
      fc.property(anyModel(classes), (model) => {
        const scorer = all(model);
        const keys = Array.from(model.keys);
        const strangers = keys.map((key) => feature(2, key));
        const sums = new Float32Array(classes);
        for (const key of keys)
          for (const [c, score] of scoresOf(scorer, key).entries()) sums[c] = (sums[c] ?? 0) + score;
        const scores = new Float32Array(classes).fill(1);
        scorer.score(Int32Array.of(...strangers, ...keys, keys[0] ?? 0), 2 * keys.length, scores); // the last one is not counted
        for (const [c, score] of scores.entries()) expect(score - (sums[c] ?? 0)).toBeCloseTo(1, 2);
      }),
      { numRuns: 20 },
    );
  });
});

test("small weights are not lost beside large ones, as linear steps would lose them", () => {
  const keys = Int32Array.of(3, 4)
    .map((n) => feature(0, n))
    .sort();
  const scorer = all({ classes: 5, keys, rows: Float32Array.of(0, 0, 9, 0, -9, 0, 0.02, 0, -0.03, 0) });
  const small = scoresOf(scorer, keys[1] ?? 0);
  expect(small[1]).toBeGreaterThan(0.0194);
  expect(small[1]).toBeLessThan(0.0206);
  expect(small[3]).toBeLessThan(-0.029);
});

test("bytes tell 127 sizes up and as many down, the largest exactly", () => {
  const weights = decoded(6);
  expect(weights[0]).toBe(0);
  expect(weights[127]).toBeCloseTo(6, 4);
  expect(weights[255]).toBeCloseTo(-6, 4);
  for (let step = 2; step < 128; step++) expect(weights[step]).toBeGreaterThan(weights[step - 1] ?? 0);
  expect(new Set(weights).size).toBe(255); // 128 is not used
});

test.each([
  [3, 2],
  [6, 2],
  [6, 1],
])("of features of %i classes the %i that set them furthest apart are kept", (classes, most) => {
  const spread = [0.5, 4, 0.1, 2, 1];
  const keys = Int32Array.from(spread, (_, i) => feature(9, i)).sort();
  const rows = new Float32Array(keys.length * classes);
  for (const [i, size] of spread.entries()) {
    rows[i * classes + 1] = size;
    rows[i * classes + 2] = -size;
  }
  const scorer = new Scorer(frozen({ classes, keys, rows }, most));
  const kept = spread.filter((_, i) => scoresOf(scorer, keys[i] ?? 0).some((score) => score !== 0));
  expect(kept).toEqual(most === 2 ? [4, 2] : [4]);
});

test("a model without features scores nothing", () => {
  for (const classes of [3, 9]) {
    const scorer = all({ classes, keys: new Int32Array(0), rows: new Float32Array(0) });
    expect(scoresOf(scorer, 1, -1, 77)).toEqual(new Float32Array(classes));
  }
});
