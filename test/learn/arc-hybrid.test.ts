// The transition system and its oracle: whatever costs nothing leads to the gold tree, what it says an action costs is what is lost,
// and every run of allowed actions ends in one tree.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actions,
  begin,
  costs,
  isAllowed,
  isDone,
  left,
  right,
  type State,
  shift,
  stackAt,
  take,
} from "../../src/learn/arc-hybrid.js";
import { bestAction, forcedAction } from "../../src/learn/parser.js";
import { anyProjective, isOneTree, isProjective } from "./trees-projective.js";

const draws = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
const allowed = (state: State): number[] => [...Array(actions).keys()].filter((action) => isAllowed(state, action));
const drawn = <T>(from: readonly T[], numbers: readonly number[], at: number): T =>
  from[(numbers[at % numbers.length] ?? 0) % from.length] as T;

test("any actions without cost lead to exactly the gold tree", () => {
  fc.assert(
    fc.property(anyProjective(), draws, (gold, numbers) => {
      const state = begin(gold.length);
      for (let step = 0; !isDone(state); step++) {
        const free = [...costs(state, gold).entries()].flatMap(([action, cost]) => (cost === 0 ? [action] : []));
        expect(free.length).toBeGreaterThan(0);
        take(state, drawn(free, numbers, step));
      }
      expect(Array.from(state.heads)).toEqual(Array.from(gold));
    }),
    { numRuns: 400 },
  );
});

test("after errors, the cheapest actions lose no arc that was not lost already", () => {
  fc.assert(
    fc.property(anyProjective(), draws, fc.nat(30), (gold, numbers, astray) => {
      const state = begin(gold.length);
      let lost = 0;
      for (let step = 0; !isDone(state); step++) {
        const cost = costs(state, gold);
        const least = Math.min(...cost);
        const action = step < astray ? drawn(allowed(state), numbers, step) : cost.indexOf(least);
        lost += cost[action] ?? 0;
        take(state, action);
      }
      expect(state.heads.filter((head, word) => head !== gold[word])).toHaveLength(lost);
    }),
    { numRuns: 400 },
  );
});

test("any allowed actions end in a projective tree with one root, after two actions a word", () => {
  fc.assert(
    fc.property(fc.nat(40), draws, (length, numbers) => {
      const state = begin(length);
      let taken = 0;
      for (; !isDone(state); taken++) {
        const choice = allowed(state);
        expect(forcedAction(state)).toBe(choice.length === 1 ? choice[0] : -1);
        take(state, drawn(choice, numbers, taken));
      }
      expect(taken).toBe(2 * length);
      if (length === 0) return;
      expect(isOneTree(state.heads)).toBe(true);
      expect(isProjective(state.heads)).toBe(true);
    }),
  );
});

const run = (length: number, ...taken: number[]): State => {
  const state = begin(length);
  for (const action of taken) take(state, action);
  return state;
};

describe("what may be done", () => {
  test.each<[string, State, number[]]>([
    ["at the beginning only a shift", run(3), [shift]],
    ["with one word no arc to the right", run(3, shift), [shift, left]],
    ["with two words everything", run(3, shift, shift), [shift, left, right]],
    ["behind the last word the root takes no second word", run(2, shift, shift), [right]],
    ["the last one on the stack hangs on the root", run(2, shift, shift, right), [left]],
    ["a single word hangs on the root", run(1, shift), [left]],
  ])("%s", (_, state, expected) => {
    expect(allowed(state)).toEqual(expected);
  });

  test("what is not allowed costs infinitely much", () => {
    expect(costs(run(2, shift, shift), Int32Array.of(1, 2))).toEqual([Infinity, Infinity, expect.any(Number)]);
  });
});

test("actions hang words and remember the outermost dependents", () => {
  const state = run(4, shift, left, shift, shift, right); // 0 ← 1, 1 → 2
  expect(Array.from(state.heads)).toEqual([1, -1, 1, -1]);
  expect(state.left1[1]).toBe(0);
  expect(state.right1[1]).toBe(2);
  expect([state.left2[1], state.right2[1]]).toEqual([5, 5]); // none
  expect([stackAt(state, 0), stackAt(state, 1)]).toEqual([1, 5]);
});

test("the best allowed action is taken, of equal ones the first", () => {
  const state = run(3, shift, shift);
  expect(bestAction(state, Float32Array.of(0, 2, 1))).toBe(left);
  expect(bestAction(state, Float32Array.of(0, 2, 2))).toBe(left);
  expect(bestAction(run(3), Float32Array.of(-9, 2, 2))).toBe(shift);
  expect(bestAction(run(3, shift), Float32Array.of(1, 0, 9))).toBe(shift);
});
