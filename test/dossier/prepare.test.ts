// Results in the order of their inputs, and no more of them under way than was said.
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../src/dossier/prepare.js";

/** Takes all that `start` gives, until one throws. */
async function taken<Out>(results: AsyncIterable<Out>, onTaken: () => void = () => {}): Promise<readonly Out[]> {
  const all: Out[] = [];
  for await (const result of results) {
    all.push(result);
    await setTimeout(0);
    onTaken();
  }
  return all;
}

test("the order is that of the inputs, whatever takes longest; never more than the window are begun and not done with", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 24 }), fc.integer({ min: 1, max: 7 }), async (delays, window) => {
      let [open, most] = [0, 0];
      const start = async ([index, delay]: readonly [number, number]): Promise<number> => {
        most = Math.max(most, ++open);
        await setTimeout(delay);
        return index;
      };
      const results = await taken(inOrder([...delays.entries()], window, start), () => open--);
      expect(results).toEqual([...delays.keys()]);
      expect(most).toBe(Math.min(window, delays.length));
    }),
    { numRuns: 40 },
  );
});

test("what one throws is thrown in its turn: those before it are taken, none after it is begun anew", async () => {
  const begun: number[] = [];
  const start = async (input: number): Promise<number> => {
    begun.push(input);
    if (input === 3) throw new Error("three");
    await setTimeout(10 - input);
    return input;
  };
  const done: number[] = [];
  const taking = async (): Promise<void> => {
    for await (const result of inOrder([1, 2, 3, 4, 5, 6, 7, 8], 4, start)) done.push(result);
  };
  await expect(taking()).rejects.toThrow("three");
  expect([done, begun]).toEqual([
    [1, 2],
    [1, 2, 3, 4, 5, 6],
  ]);
});
