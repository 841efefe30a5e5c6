// What the language layer costs: tokens a second from raw text beside other taggers, size of the weights, and load time and
// memory of a process that does nothing else.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import type { OtherTagger } from "./others.js";

const rounds = 8; // a program that has just begun is slow
const loads = 3;
const weightsFile = "models/en/language.br";

export type Worker = Pick<OtherTagger, "name" | "work">;
export type Speed = { readonly name: string; readonly tokensPerSecond: number };

/** Seconds of the processor that a run takes; others may be at work on the machine. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Tokens (of the gold, the same for each) a second: the best of some rounds, in each of which all take their turn. */
export function speedsOf(
  workers: readonly Worker[],
  texts: readonly string[],
  tokens: number,
  times: number = rounds,
): readonly Speed[] {
  const best = workers.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < times; round++) {
    workers.forEach(({ work }, index) => {
      const seconds = secondsOf(() => {
        for (const text of texts) work(text);
      });
      best[index] = Math.min(best[index] ?? seconds, seconds);
    });
  }
  return workers.map(({ name }, index) => ({ name, tokensPerSecond: tokens / (best[index] ?? Number.NaN) }));
}

/** One line a worker. The first is ours, and of it the first `parts`; of each other, how often ours are as fast. */
export function speedLines(speeds: readonly Speed[], parts = 1): readonly string[] {
  const ours = speeds.slice(0, parts);
  return speeds.map(({ name, tokensPerSecond }, index) => {
    const ratios = ours.map((own) => `${(own.tokensPerSecond / tokensPerSecond).toFixed(2)} ×`).join(", ");
    const times = index < parts ? "" : `   ours is ${ratios} as fast`;
    return `${`raw text, one core: ${name}`.padEnd(48)} ${Math.round(tokensPerSecond).toLocaleString("en").padStart(9)} tokens/s${times}`;
  });
}

/** Bytes of the layer's weights as they are shipped; 0 where there are none. */
export const weightBytes = (file: string = weightsFile): number => (existsSync(file) ? statSync(file).size : 0);

const paragraph =
  "The harbour board of Port Elgin met the dockers' union on Tuesday. “We shall not sign before the berths are safe,” " +
  "its chair, Mara Lindqvist, told reporters in the town hall. Talks go on next week.";

export type Alone = {
  readonly load: number; // milliseconds on the clock
  readonly processor: number; // of which others at work on the machine take no part
  readonly first: number;
  readonly memory: number;
  readonly before: number;
};

/** A process of its own that loads the language layer and reads one paragraph: milliseconds, and bytes of memory before and after. Null where it fails. */
export function aloneIn(roof: string): Alone | null {
  const script = `
    const before = process.memoryUsage().rss;
    const [start, used] = [performance.now(), process.cpuUsage()];
    const { languageModel, annotate } = await import(${JSON.stringify(roof)});
    languageModel().analyse(["We", "agree", "."]);
    const [loaded, own] = [performance.now(), process.cpuUsage(used)];
    annotate(${JSON.stringify(paragraph)});
    const load = loaded - start, first = performance.now() - loaded, processor = (own.user + own.system) / 1000;
    console.log(JSON.stringify({ load, processor, first, memory: process.memoryUsage().rss, before }));`;
  const runs = Array.from({ length: loads }, () => {
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    return status === 0 ? (JSON.parse(stdout) as Alone) : null;
  });
  return runs.reduce((best, run) => (run && (!best || run.load < best.load) ? run : best), null);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Lines on weights, load time and memory. */
export function aloneLines(alone: Alone | null, weights: number): readonly string[] {
  const line = (name: string, value: string): string => `${name.padEnd(48)} ${value}`;
  return [
    line("weights as shipped", weights ? megabytes(weights) : `none at ${weightsFile}`),
    ...(alone
      ? [
          line(
            "load, a process of its own, best of three",
            `${alone.load.toFixed(0)} ms (${alone.processor.toFixed(0)} ms of the processor)`,
          ),
          line("first paragraph", `${alone.first.toFixed(0)} ms`),
          line("memory of that process", `${megabytes(alone.memory)} (${megabytes(alone.before)} before)`),
        ]
      : [line("load, a process of its own", "failed")]),
  ];
}
