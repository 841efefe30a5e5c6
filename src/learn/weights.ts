// Weights at rest: features by open addressing, their rows sparse, each weight one byte on a logarithmic scale (linear steps
// lose the many small weights, which together decide). All arrays may lie in shared memory.
import type { AveragedWeights } from "./perceptron.js";

/**
 * A frozen model. With at most three classes (`few`), `table` holds buckets of two entries: 16 bits of the feature, which with the place of the
 * bucket tell it exactly, and the bytes of the second and third class against the first. With more, `table` holds pairs of a feature
 * (0 = empty), by open addressing, and where in `cells` its row begins: how many pairs, then pairs of class and byte.
 */
export type Weights = {
  readonly classes: number;
  readonly scale: number; // largest weight
  readonly table: Int32Array;
  readonly cells: Uint8Array;
};

const range = 800; // largest weight over the smallest that is told from 0
const steps = 127;

/** The byte of a weight: 0 for what is too small, 1 … 127 up, 129 … 255 down. */
function codeOf(weight: number, scale: number): number {
  const size = Math.abs(weight) / scale;
  if (size < 1 / range) return 0;
  const step = 1 + Math.round((Math.log(size * range) / Math.log(range)) * (steps - 1));
  return weight > 0 ? step : 128 + step;
}

/** The weight of each byte. */
export function decoded(scale: number): Float32Array {
  const weights = new Float32Array(256);
  for (let step = 1; step <= steps; step++) {
    const size = (scale / range) * range ** ((step - 1) / (steps - 1));
    weights[step] = size;
    weights[128 + step] = -size;
  }
  return weights;
}

const fewClasses = 3;
const isFew = (classes: number): boolean => classes <= fewClasses;

/** With few classes only the differences to the first one count. */
function againstFirst({ classes, keys, rows }: AveragedWeights): AveragedWeights {
  if (!isFew(classes)) return { classes, keys, rows };
  return { classes, keys, rows: rows.map((weight, i) => weight - (rows[i - (i % classes)] ?? 0)) };
}

/** Drops what does not fit into the buckets of few classes, the smallest weights first. Gives which features stay. */
function fitting(keys: Int32Array, sizes: Float32Array, kept: readonly number[]): number[] {
  const mask = bucketsOf(kept.length) - 1;
  const taken = new Uint8Array(mask + 1);
  const stay: number[] = [];
  for (const i of [...kept].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))) {
    const bucket = homeOf(keys[i] ?? 0, mask);
    if ((taken[bucket] ?? 0) === 2) continue;
    taken[bucket] = (taken[bucket] ?? 0) + 1;
    stay.push(i);
  }
  return stay.sort((a, b) => a - b);
}

/** At most `most` features with the largest weights, in bytes. Keys stay sorted. */
export function quantised(model: AveragedWeights, most: number): PackedWeights {
  const { classes, keys, rows } = againstFirst(model);
  let scale = 1e-9;
  const sizes = new Float32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    let [low, high] = [0, 0];
    for (let c = 0; c < classes; c++) {
      const weight = rows[i * classes + c] ?? 0;
      if (weight < low) low = weight;
      if (weight > high) high = weight;
    }
    sizes[i] = high - low;
    scale = Math.max(scale, high, -low);
  }
  const limit = keys.length > most ? (sizes.slice().sort()[keys.length - most] ?? 0) : 0;
  let chosen: number[] = [];
  for (let i = 0; i < keys.length; i++) if ((sizes[i] ?? 0) >= limit && (sizes[i] ?? 0) > scale / range) chosen.push(i);
  if (isFew(classes)) chosen = fitting(keys, sizes, chosen);
  const kept: number[] = [];
  const counts: number[] = [];
  const cells: number[] = [];
  for (const i of chosen) {
    const before = cells.length;
    for (let c = 0; c < classes; c++) {
      const code = codeOf(rows[i * classes + c] ?? 0, scale);
      if (code !== 0) cells.push(c, code);
    }
    if (cells.length === before) continue;
    kept.push(keys[i] ?? 0);
    counts.push((cells.length - before) / 2);
  }
  return {
    classes,
    scale,
    keys: Int32Array.from(kept),
    counts: Uint8Array.from(counts),
    cells: Uint8Array.from(cells),
    buckets: isFew(classes) ? bucketsOf(chosen.length) : 0,
  };
}

/** The form of a weight file: keys in order, cells of each. */
export type PackedWeights = {
  readonly classes: number;
  readonly scale: number;
  readonly keys: Int32Array;
  readonly counts: Uint8Array;
  readonly cells: Uint8Array;
  readonly buckets: number; // of few classes
};

const homeOf = (key: number, mask: number): number => (key ^ (key >>> 16)) & mask;

/** Buckets for a number of features of few classes: a power of two, at least 2^16 so that 16 bits tell the features of a bucket apart. */
function bucketsOf(features: number): number {
  let buckets = 1 << 16;
  while (buckets * 1.2 < features) buckets *= 2;
  return buckets;
}

/** Pairs for a number of features of many classes: a power of two, at most 7 of 10 taken. */
function pairsOf(features: number): number {
  let capacity = 16;
  while (capacity * 0.7 < features) capacity *= 2;
  return capacity;
}

/** Lengths of the arrays of a model. */
export function sizeOf(packed: {
  readonly classes: number;
  readonly features: number;
  readonly cells: number;
  readonly buckets: number;
}): { table: number; cells: number } {
  if (isFew(packed.classes)) return { table: 2 * packed.buckets, cells: 0 };
  return { table: 2 * pairsOf(packed.features), cells: packed.features + 2 * packed.cells };
}

/** Fills the arrays of a model from its packed form. */
export function unpack(packed: PackedWeights, into: Pick<Weights, "table" | "cells">): Weights {
  const { table, cells } = into;
  const { classes, scale, keys, counts } = packed;
  const mask = table.length / 2 - 1;
  let from = 0; // in packed.cells
  let to = 0; // in cells
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    const end = from + 2 * (counts[row] as number);
    let slot = homeOf(key, mask);
    if (isFew(classes)) {
      let value = key & ~0xffff;
      for (; from < end; from += 2) value |= (packed.cells[from + 1] as number) << (packed.cells[from] === 1 ? 8 : 0);
      table[table[2 * slot] === 0 ? 2 * slot : 2 * slot + 1] = value;
      continue;
    }
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    table[2 * slot + 1] = to;
    cells[to++] = counts[row] as number;
    while (from < end) cells[to++] = packed.cells[from++] as number;
  }
  return { classes, scale, table, cells };
}

/** Scores features with frozen weights. */
export class Scorer {
  readonly classes: number;
  readonly #table: Int32Array;
  readonly #cells: Uint8Array;
  readonly #decoded: Float32Array;
  readonly #mask: number;

  constructor({ classes, scale, table, cells }: Weights) {
    this.classes = classes;
    this.#table = table;
    this.#cells = cells;
    this.#decoded = decoded(scale);
    this.#mask = table.length / 2 - 1;
  }

  /** Adds the weights of `features[0 … count)` to `scores`. */
  score(features: Int32Array, count: number, scores: Float32Array): void {
    if (isFew(this.classes)) this.#scoreFew(features, count, scores);
    else this.#scoreMany(features, count, scores);
  }

  /** Without a branch on what is found: half of all lookups miss, and which ones cannot be foreseen. */
  #scoreFew(features: Int32Array, count: number, scores: Float32Array): void {
    const [table, decoded, mask] = [this.#table, this.#decoded, this.#mask];
    let second = 0;
    let third = 0;
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      const high = key >>> 16;
      const slot = 2 * ((key ^ high) & mask);
      const one = table[slot] as number;
      const two = table[slot + 1] as number;
      const bytes = (one & ((((one >>> 16) ^ high) - 1) >> 31)) | (two & ((((two >>> 16) ^ high) - 1) >> 31));
      second += decoded[(bytes >>> 8) & 255] as number;
      third += decoded[bytes & 255] as number;
    }
    scores[1] = (scores[1] as number) + second;
    if (this.classes > 2) scores[2] = (scores[2] as number) + third;
  }

  #scoreMany(features: Int32Array, count: number, scores: Float32Array): void {
    const [table, cells, decoded, mask] = [this.#table, this.#cells, this.#decoded, this.#mask];
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      let slot = (key ^ (key >>> 16)) & mask;
      let found = table[2 * slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = table[2 * slot] as number;
      }
      if (found === 0) continue;
      let at = table[2 * slot + 1] as number;
      const end = at + 2 * (cells[at] as number);
      for (at++; at <= end; at += 2) {
        const label = cells[at] as number;
        scores[label] = (scores[label] as number) + (decoded[cells[at + 1] as number] as number);
      }
    }
  }
}

/** Weights at rest, without a file between. */
export function frozen(model: AveragedWeights, most: number): Weights {
  const packed = quantised(model, most);
  const { classes, keys, cells, buckets } = packed;
  const size = sizeOf({ classes, features: keys.length, cells: cells.length / 2, buckets });
  return unpack(packed, { table: new Int32Array(size.table), cells: new Uint8Array(size.cells) });
}
