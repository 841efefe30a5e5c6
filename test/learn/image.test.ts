// Weight files: what was written comes back, in one buffer that other threads read as it is; bytes that are no such file are one clear error.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { weightFile } from "../../src/lang/en/weights.js";
import { feature } from "../../src/learn/hash.js";
import { expand, openImage, type Parts, writeParts } from "../../src/learn/image.js";
import { frozen, quantised, Scorer } from "../../src/learn/weights.js";
import { compile } from "../compiled.js";

const learned = (classes: number, features: number) => ({
  classes,
  keys: Int32Array.from({ length: features }, (_, i) => feature(7, i)).sort(),
  rows: Float32Array.from({ length: classes * features }, (_, i) => ((i * 37) % 11) - 5),
});
const models = { small: learned(3, 500), wide: learned(40, 300), none: learned(5, 0) };
const parts: Parts = {
  head: { tags: ["NOUN|NN"], note: "“ä” ✓" },
  texts: { words: "Zürich\t1\n🙂\t2", empty: "" },
  weights: {
    small: quantised(models.small, 1000),
    wide: quantised(models.wide, 1000),
    none: quantised(models.none, 1000),
  },
};
const bytes = writeParts(parts);

const scoresOf = (scorer: Scorer, key: number): number[] => {
  const scores = new Float32Array(scorer.classes);
  scorer.score(Int32Array.of(key), 1, scores);
  return Array.from(scores);
};

describe("what was written", () => {
  const image = openImage(expand(bytes));
  test("comes back: head and texts", () => {
    expect(image.head).toEqual(parts.head);
    expect([image.text("words"), image.text("empty"), image.text("never")]).toEqual(["Zürich\t1\n🙂\t2", "", ""]);
  });
  test.each(["small", "wide", "none"] as const)("comes back: weights %s", (name) => {
    const [direct, read] = [new Scorer(frozen(models[name], 1000)), new Scorer(image.weights(name))];
    for (const key of [...models[name].keys, 5, -5]) expect(scoresOf(read, key)).toEqual(scoresOf(direct, key));
  });
  test("is the same bytes each time", () => {
    expect(Buffer.compare(writeParts(parts), bytes)).toBe(0);
  });
  test("lies in the buffer itself: nothing is copied", () => {
    const buffer = expand(bytes);
    const { table, cells } = openImage(buffer).weights("wide");
    expect(table.buffer).toBe(buffer);
    expect(cells.buffer).toBe(buffer);
  });
  test("a part that is not there is named", () => {
    expect(() => image.weights("never")).toThrow('the weight file has no part "never"');
  });
});

describe("bytes that are no weight file are one clear error", () => {
  const plain = brotliDecompressSync(bytes);
  const otherFormat = Buffer.from(plain);
  otherFormat.write("9", otherFormat.indexOf('"format":') + 9);
  test.each([
    ["nothing", Buffer.alloc(0)],
    ["text", Buffer.from("version https://example.org/spec/v1")],
    ["half of the file", bytes.subarray(0, bytes.length >> 1)],
    ["a file with damage in it", Buffer.from(bytes).fill(0, 40, 80)],
    ["brotli of something else", brotliCompressSync("no weights")],
    ["brotli of nothing", brotliCompressSync("")],
    ["JSON of something else", brotliCompressSync(Buffer.concat([Buffer.of(2, 0, 0, 0), Buffer.from("{}")]))],
    ["another format", brotliCompressSync(otherFormat)],
    ["sections that end early", brotliCompressSync(plain.subarray(0, -1))],
    ["sections that go on", brotliCompressSync(Buffer.concat([plain, Buffer.of(0)]))],
  ])("%s", (_, damaged) => {
    expect(() => expand(damaged)).toThrow(
      /^these are no weights of this version of Parley, or damaged ones: install it again/,
    );
  });
});

describe("between threads", () => {
  let build = "";
  beforeAll(() => {
    build = compile("image");
  });
  const inThread = <T>(code: string, workerData: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(code, { eval: true, workerData });
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  const load = (path: string): string => `await import(${JSON.stringify(pathToFileURL(join(build, path)).href)})`;

  test("the buffer that one expanded is used by another", async () => {
    const buffer = expand(bytes);
    const keys = [...models.wide.keys.subarray(0, 20)];
    const found = await inThread<number[][]>(
      `(async () => {
        const { workerData: { buffer, keys }, parentPort } = require("node:worker_threads");
        const { openImage } = ${load("src/learn/image.js")};
        const { Scorer } = ${load("src/learn/weights.js")};
        const scorer = new Scorer(openImage(buffer).weights("wide"));
        parentPort.postMessage(keys.map((key) => {
          const scores = new Float32Array(scorer.classes);
          scorer.score(Int32Array.of(key), 1, scores);
          return Array.from(scores);
        }));
      })()`,
      { buffer, keys },
    );
    const own = new Scorer(openImage(buffer).weights("wide"));
    expect(found).toEqual(keys.map((key) => scoresOf(own, key)));
  });

  test("the language layer annotates with adopted weights as with its own, and never loads them", async () => {
    const text =
      "The minister said in Bern on Monday that the talks had failed.\nInes Okafor of the European Union left.";
    const { sharedWeights, annotate } = await import("../../src/lang/en/language.js");
    expect(sharedWeights()).toBe(sharedWeights());
    const found = await inThread<{ annotation: unknown; same: boolean }>(
      `(async () => {
        const { workerData: { shared, text }, parentPort } = require("node:worker_threads");
        const { adoptWeights, annotate, sharedWeights } = ${load("src/lang/en/language.js")};
        adoptWeights(shared);
        parentPort.postMessage({ annotation: annotate(text), same: sharedWeights() === shared });
      })()`,
      { shared: sharedWeights(), text },
    );
    expect(found.same).toBe(true);
    expect(found.annotation).toEqual(annotate(text));
    expect(expand(readFileSync(weightFile())).byteLength).toBe(sharedWeights().byteLength);
  });
});
