// Grouping by pairs: the same groups whatever the order of the pairs, and never against what may not stand together.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cluster, type Pair, pairsByKey } from "../../src/link/cluster.js";

const size = 12;
const pair = fc
  .record({ a: fc.nat(size - 1), b: fc.nat(size - 1), score: fc.integer({ min: 1, max: 9 }) })
  .filter(({ a, b }) => a < b);
const apart = (left: readonly number[], right: readonly number[]): boolean =>
  left.every((i) => right.every((j) => (i + j) % 5 !== 0));

test("the order of the pairs decides nothing; every index is in one group; what is apart stays apart", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(pair, { selector: ({ a, b }) => `${a},${b}` }),
      fc.infiniteStream(fc.nat()),
      (pairs, keys) => {
        const shuffled = pairs
          .map((one): [number, Pair] => [keys.next().value ?? 0, one])
          .sort((x, y) => x[0] - y[0])
          .map(([, one]) => one);
        const groups = cluster(size, pairs, apart);
        expect(cluster(size, shuffled, apart)).toEqual(groups);
        expect(groups.flat().sort((x, y) => x - y)).toEqual(Array.from({ length: size }, (_, index) => index));
        for (const members of groups)
          for (const i of members) for (const j of members) if (i !== j) expect((i + j) % 5).not.toBe(0);
      },
    ),
  );
});

test("indices that share a key are paired once, with so many before them", () => {
  expect(pairsByKey([["x", "y"], ["x", "y"], ["z"], ["x"]], 5)).toEqual([
    [0, 1],
    [0, 3],
    [1, 3],
  ]);
  const pairs = pairsByKey(
    Array.from({ length: 100 }, () => ["same"]),
    3,
  );
  expect(pairs).toHaveLength(99 * 3 - 3);
});
