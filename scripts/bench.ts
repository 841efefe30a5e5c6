// `npm run bench`: what the reader and the dossier cost, on made-up reports: reading on one core and in threads (these alone:
// --threads), texts that nobody wrote (these alone: --hostile), memory, one more report in dossiers of 100, 1,000 and 10,000 (or --sizes 100,1000), the whole record, its size,
// and the start of the command line; with --pages 1000, instead, the size and the time of every page of a dossier of so many reports.
// With --fuzz 10000, instead: so many calls that nobody means, thrown at REST and MCP.
// Medians, with least and most; processor time where others may be at work on the machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { json } from "../src/export/json.js";
import { type Dossier, openDossier, type ParleyRecord, readText, type SourceFile } from "../src/parley.js";
import { bandKeys, jaccard, minHash, shingles, wordsOf } from "../src/text/shingles.js";
import { tokenRanges } from "../src/text/tokens.js";
import { benchAttribution } from "./bench/attribution.js";
import { reportOf } from "./bench/corpus.js";
import { fuzz } from "./bench/fuzz.js";
import { benchHostile } from "./bench/hostile.js";
import { benchPages } from "./bench/pages.js";
import { benchThreads } from "./bench/threads.js";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000,10000" },
    threads: { type: "boolean", default: false },
    hostile: { type: "boolean", default: false },
    pages: { type: "string" },
    fuzz: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
/** Sizes of dossiers; ends the program, saying why, where they are none. */
function sizesOf(option: string, text: string): readonly number[] {
  const given = text.split(",").map(Number);
  if (given.every((size) => Number.isInteger(size) && size > 0)) return given;
  console.error(`--${option} ${text}: write whole numbers, such as --${option} 100,1000`);
  process.exit(2);
}
const sizes = sizesOf("sizes", values.sizes);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const range = (numbers: readonly number[]): string =>
  `${median(numbers).toFixed(0)} ms (${Math.min(...numbers).toFixed(0)}–${Math.max(...numbers).toFixed(0)}, ${numbers.length} runs)`;
const print = (name: string, figure: string): void => console.log(`${name.padEnd(52)} ${figure}`);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

type Timed<T> = { readonly milliseconds: number; readonly processor: number; readonly value: T };

/** What a run takes: milliseconds on the clock, and of the processor (all threads of this process). */
async function timed<T>(run: () => Promise<T> | T): Promise<Timed<T>> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const { user, system } = process.cpuUsage(used);
  return { milliseconds: performance.now() - start, processor: (user + system) / 1000, value };
}

const textOf = (index: number): string => Buffer.from(reportOf(index).bytes).toString("utf8");
const sourceOf = (index: number): SourceFile => {
  const { uri, bytes } = reportOf(index);
  return { uri, path: null, load: async () => bytes };
};

/** What the reports are like: sentences that differ, and the share of reports that nearly repeat another. */
function describeCorpus(count: number): void {
  const sentences = new Set<string>();
  const holders = new Map<string, number[]>();
  const sets: ReadonlySet<number>[] = [];
  const repeated = new Set<number>();
  for (let index = 0; index < count; index++) {
    const text = textOf(index);
    for (const sentence of text.split(/(?<=[.”])\s+/)) sentences.add(sentence);
    const set = shingles(wordsOf(text), 5);
    sets.push(set);
    for (const key of bandKeys(minHash(set))) {
      const earlier = holders.get(key) ?? [];
      if (earlier.some((other) => jaccard(sets[other] ?? new Set(), set) >= 0.6)) repeated.add(index);
      holders.set(key, [...earlier.slice(-20), index]);
    }
  }
  print(`reports made (${count}): different sentences`, `${sentences.size}`);
  print("reports that nearly repeat another", `${repeated.size} (${((100 * repeated.size) / count).toFixed(2)} %)`);
}

async function benchReading(count: number): Promise<void> {
  const texts = Array.from({ length: count }, (_, index) => textOf(index));
  for (const text of texts.slice(0, 40)) await readText(text);
  const tokens = texts.reduce((sum, text) => sum + tokenRanges(text).length, 0);
  const rounds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { processor } = await timed(async () => {
      for (const text of texts) await readText(text);
    });
    rounds.push(processor);
  }
  const seconds = median(rounds) / 1000;
  print(
    `ingest and read, one core (${count} reports, ${Math.round(tokens / count)} tokens each)`,
    `${(count / seconds).toFixed(0)} documents/s, ${(tokens / seconds).toFixed(0)} tokens/s`,
  );
  print("memory after reading", megabytes(process.memoryUsage().rss));
  benchAttribution(texts, print);
}

const addOne = (dossier: Dossier, index: number): Promise<Timed<unknown>> =>
  timed(() => dossier.takeIn([sourceOf(index)]));

/** Characters of the record's JSON, as it is exported. */
function lengthOf(record: ParleyRecord): number {
  let length = 0;
  for (const piece of json(record)) length += piece.length;
  return length;
}

async function benchDossier(size: number, folder: string): Promise<number> {
  const dossier = await openDossier(join(folder, `${size}.parley`));
  const filled = await timed(() => dossier.takeIn(Array.from({ length: size }, (_, index) => sourceOf(index))));
  print(
    `dossier of ${size}: taken in`,
    `${(filled.milliseconds / 1000).toFixed(1)} s, ${(size / (filled.milliseconds / 1000)).toFixed(0)} documents/s`,
  );
  const runs: Timed<unknown>[] = [];
  for (let run = 0; run < 21; run++) runs.push(await addOne(dossier, 1_000_000 + size * 20 + run));
  const warm = runs.slice(1);
  const costs = warm.map(({ processor }) => processor);
  print(`dossier of ${size}: one more report`, range(warm.map(({ milliseconds }) => milliseconds)));
  print(`dossier of ${size}: one more report, processor`, range(costs));
  const linked = await timed(() => dossier.record());
  const held = linked.value.documents.length;
  print(
    `dossier of ${size}: the whole record, linked afresh`,
    `${(linked.milliseconds / 1000).toFixed(2)} s, ${(linked.processor / held).toFixed(2)} ms of the processor a document`,
  );
  const length = lengthOf(linked.value);
  print(
    `dossier of ${size}: the record as JSON`,
    `${megabytes(length)}, ${(length / held / 1000).toFixed(1)} kB a document`,
  );
  const again = await timed(() => dossier.record());
  print(`dossier of ${size}: the whole record again`, `${again.milliseconds.toFixed(0)} ms`);
  print(`dossier of ${size}: memory`, megabytes(process.memoryUsage().rss));
  await dossier.close();
  return median(costs);
}

function benchStart(): void {
  const cli = fileURLToPath(new URL("../src/cli/index.js", import.meta.url));
  const runs = Array.from({ length: 11 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [cli, "--help"]);
    return performance.now() - start;
  });
  print("parley --help, whole process", range(runs.slice(1)));
}

/** Throws calls at a small dossier and prints what they got. Ends with an error at the first that broke something. */
async function benchFuzz(runs: number, folder: string): Promise<void> {
  const dossier = await openDossier(join(folder, "fuzz.parley"));
  await dossier.takeIn(Array.from({ length: 5 }, (_, index) => sourceOf(index)));
  const { milliseconds, value } = await timed(() => fuzz(dossier, runs, Number(values.seed)));
  for (const [what, count] of [...value.got].sort()) print(what, String(count));
  const bad = (await dossier.check()).filter(({ state }) => state === "bad");
  print("broken", `${value.broken.length + bad.length}`);
  print(`${runs} calls`, `${(milliseconds / 1000).toFixed(1)} s`);
  await dossier.close();
}

async function benchAll(folder: string): Promise<void> {
  benchStart();
  describeCorpus(Math.max(2000, ...sizes));
  await benchReading(300);
  await benchThreads(folder, print);
  benchHostile(print);
  const costs: number[] = [];
  for (const size of sizes) costs.push(await benchDossier(size, folder));
  const [least, most] = [costs[0] ?? 0, costs.at(-1) ?? 0];
  if (costs.length > 1)
    print(`one more report, processor: at ${sizes.at(-1)} against at ${sizes[0]}`, `× ${(most / least).toFixed(2)}`);
}

const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  if (values.hostile) benchHostile(print);
  else if (values.fuzz !== undefined) for (const runs of sizesOf("fuzz", values.fuzz)) await benchFuzz(runs, folder);
  else if (values.pages !== undefined) {
    for (const size of sizesOf("pages", values.pages)) if (!(await benchPages(size, folder))) process.exitCode = 1;
  } else await (values.threads ? benchThreads(folder, print) : benchAll(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
