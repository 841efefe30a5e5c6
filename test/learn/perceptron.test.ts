// The averaged perceptron: it learns what can be separated, its averages are those that a naive count gives, rows come when they are due.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AveragedWeights, meanWeights, Perceptron } from "../../src/learn/perceptron.js";

const rowOf = (model: AveragedWeights, key: number): number[] | undefined => {
  const at = model.keys.indexOf(key);
  return at < 0 ? undefined : Array.from(model.rows.subarray(at * model.classes, (at + 1) * model.classes));
};
const scoresOf = (model: Perceptron, ...keys: number[]): number[] => {
  const scores = new Float32Array(model.classes);
  model.score(Int32Array.from(keys), keys.length, scores);
  return Array.from(scores);
};
const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

test("it learns a problem that can be separated", () => {
  // three classes of points in a plane by which coordinate is larger, or none
  const [bias, x, y] = [11, -22, 33];
  const examples = [...Array(60).keys()].map((i) => {
    const [a, b] = [i % 8, Math.floor(i / 8)];
    const keys = [bias, ...Array<number>(a).fill(x), ...Array<number>(b).fill(y)];
    return { keys, gold: a > b + 1 ? 0 : b > a + 1 ? 1 : 2 };
  });
  const model = new Perceptron(3);
  let wrong = 1;
  for (let epoch = 0; epoch < 200 && wrong > 0; epoch++) {
    wrong = 0;
    for (const { keys, gold } of examples) {
      const found = best(scoresOf(model, ...keys));
      model.tick();
      if (found === gold) continue;
      wrong++;
      model.learn(Int32Array.from(keys), keys.length, gold, found);
    }
  }
  expect(wrong).toBe(0);
});

/** Weights of one feature after each example, and their mean over the beginning and all examples: Collins' definition. */
function naiveMean(steps: readonly (readonly [good: number, bad: number] | null)[], classes: number): number[] {
  const weights = new Array<number>(classes).fill(0);
  const sums = new Array<number>(classes).fill(0);
  for (const step of [null, ...steps]) {
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + (weights[c] ?? 0); // as they stood when the example came
    if (!step) continue;
    weights[step[0]] = (weights[step[0]] ?? 0) + 1;
    weights[step[1]] = (weights[step[1]] ?? 0) - 1;
  }
  return sums.map((sum) => sum / (steps.length + 1));
}

test("the average of a small run, by hand", () => {
  const model = new Perceptron(2);
  for (const update of [true, false, true]) {
    model.tick();
    if (update) model.learn(Int32Array.of(5), 1, 0, 1);
  }
  // as they stood: 0 at the beginning, 0, 1, 1 when the examples came; then 2
  expect(scoresOf(model, 5)).toEqual([2, -2]);
  expect(rowOf(model.averaged(), 5)).toEqual([0.5, -0.5]);
});

test("averages are those that a naive count gives", () => {
  const step = fc.option(
    fc.tuple(fc.nat(3), fc.nat(3)).filter(([good, bad]) => good !== bad),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const model = new Perceptron(4);
      for (const each of steps) {
        model.tick();
        if (each) model.learn(Int32Array.of(-9, 77), 2, each[0], each[1]);
      }
      const expected = naiveMean(steps, 4);
      for (const key of [-9, 77])
        for (const [c, weight] of (rowOf(model.averaged(), key) ?? [0, 0, 0, 0]).entries())
          expect(weight).toBeCloseTo(expected[c] ?? 0, 5);
    }),
  );
});

describe("rows", () => {
  test("made at the first error", () => {
    const model = new Perceptron(2, 1);
    model.learn(Int32Array.of(1), 1, 0, 1);
    expect(scoresOf(model, 1)).toEqual([1, -1]);
  });
  test("made at the second error, which is the first that counts", () => {
    const model = new Perceptron(2, 2);
    model.learn(Int32Array.of(1, 2), 2, 0, 1);
    expect(scoresOf(model, 1, 2)).toEqual([0, 0]);
    expect(model.averaged().keys).toHaveLength(0);
    model.learn(Int32Array.of(1), 1, 0, 1);
    expect(scoresOf(model, 1)).toEqual([1, -1]);
    expect(scoresOf(model, 2)).toEqual([0, 0]);
    expect(Array.from(model.averaged().keys)).toEqual([1]);
  });
  test("nudged weights have theirs at once", () => {
    const model = new Perceptron(3, 2);
    model.nudge(4, 1, 0.5);
    expect(scoresOf(model, 4)).toEqual([0, 0.5, 0]);
  });
  test("of very many features, sorted, none lost or mixed up", () => {
    const model = new Perceptron(3);
    const key = (i: number): number => Math.imul(i + 1, 0x9e3779b1);
    for (let i = 0; i < 50_000; i++) model.learn(Int32Array.of(key(i)), 1, i % 3, (i + 1) % 3);
    for (const i of [0, 1, 2, 777, 33_333, 49_999])
      expect(scoresOf(model, key(i))).toEqual([0, 1, 2].map((c) => (c === i % 3 ? 1 : c === (i + 1) % 3 ? -1 : 0)));
    expect(scoresOf(model, key(50_000))).toEqual([0, 0, 0]);
    const { keys } = model.averaged();
    expect(keys).toHaveLength(50_000);
    expect(keys.every((each, i) => i === 0 || (keys[i - 1] ?? 0) < each)).toBe(true);
  });
});

test("the mean of several models takes a feature that one lacks for 0", () => {
  const one = { classes: 2, keys: Int32Array.of(-5, 3), rows: Float32Array.of(1, -1, 4, 2) };
  const other = { classes: 2, keys: Int32Array.of(3, 8), rows: Float32Array.of(0, 2, 6, -6) };
  const mean = meanWeights([one, other]);
  expect(Array.from(mean.keys)).toEqual([-5, 3, 8]);
  expect(Array.from(mean.rows)).toEqual([0.5, -0.5, 2, 2, 3, -3]);
  expect(meanWeights([one])).toEqual(one);
});
