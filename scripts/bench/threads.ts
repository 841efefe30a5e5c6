// What a second thread gives: documents a second, read only (warm, nothing kept) and taken in as people do it (from the start
// of the threads to the last transaction), with one and with two. Rounds alternate, so that what else runs on the machine
// hits both; medians on the clock.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Preparer } from "../../src/dossier/kit.js";
import { inOrder, preparerHere } from "../../src/dossier/prepare.js";
import { sharedWeights } from "../../src/lang/en/language.js";
import { openDossier } from "../../src/parley.js";
import { threadPool } from "../../src/work/pool.js";
import { makeReader } from "../../src/work/reader.js";
import { reportOf } from "./corpus.js";

const largest = 10_000_000;
const readOnce = 400; // documents of a round
const takenOnce = 1000;
const rounds = 3;

/** Seconds that reading some reports takes. */
async function readAll(preparer: Preparer, from: number, count: number): Promise<number> {
  const sources = Array.from({ length: count }, (_, index) => reportOf(from + index));
  const start = performance.now();
  const results = inOrder(sources, preparer.window, (source) => preparer.prepare({ kind: "new", source }));
  for await (const _ of results);
  return (performance.now() - start) / 1000;
}

/** Seconds that a new dossier takes to take some reports in. */
async function takeAll(path: string, workers: number): Promise<number> {
  const dossier = await openDossier(path, { workers });
  const sources = Array.from({ length: takenOnce }, (_, index) => {
    const { uri, bytes } = reportOf(index);
    return { uri, path: null, load: async () => bytes };
  });
  const start = performance.now();
  await dossier.takeIn(sources);
  const seconds = (performance.now() - start) / 1000;
  await dossier.close();
  rmSync(path);
  return seconds;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** The figures of rounds that took so many seconds with one thread and with two. */
function figures(count: number, one: readonly number[], two: readonly number[]): string {
  const rate = (seconds: readonly number[]): string => (count / median(seconds)).toFixed(0);
  const ratios = one.map((seconds, round) => seconds / (two[round] ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  const spread = `${least.toFixed(2)}–${most.toFixed(2)}, ${ratios.length} rounds`;
  return `${rate(one)} and ${rate(two)} documents/s, × ${median(ratios).toFixed(2)} (${spread})`;
}

/** Prints both measures; dossiers are made in `folder`. */
export async function benchThreads(folder: string, print: (name: string, figure: string) => void): Promise<void> {
  const reader = makeReader(largest);
  const here = preparerHere(async () => reader);
  const pool = threadPool({
    threads: 2,
    data: () => ({ largest, weights: sharedWeights() }),
    reader: async () => reader,
  });
  await readAll(here, 1_000_000, readOnce);
  await readAll(pool, 1_000_000, 2 * readOnce);
  const [one, two]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    one.push(await readAll(here, round * readOnce, readOnce));
    two.push(await readAll(pool, round * readOnce, readOnce));
  }
  await pool.close();
  print(`read only, 1 and 2 threads (${readOnce} reports)`, figures(readOnce, one, two));
  const [alone, both]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    alone.push(await takeAll(join(folder, "alone.parley"), 1));
    both.push(await takeAll(join(folder, "both.parley"), 2));
  }
  print(`taken in, 1 and 2 threads (${takenOnce} reports)`, figures(takenOnce, alone, both));
}
