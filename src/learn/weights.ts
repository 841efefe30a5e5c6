// Weights at rest: features by open addressing, their rows sparse, each weight one byte on a logarithmic scale (linear steps
// lose the many small weights, which together decide). All arrays may lie in shared memory.
import type { AveragedWeights } from "./perceptron.js";

/**
 * A frozen model. `table`: pairs of a feature (0 = empty) and a number, by open addressing. With at most four classes the number holds
 * the bytes of all of them; with more it is where in `cells` the feature's row begins: how many pairs, then pairs of class and byte.
 */
export type Weights = {
  readonly classes: number;
  readonly scale: number; // largest weight
  readonly table: Int32Array; // twice a power of two
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

/** At most `most` features with the largest weights, in bytes. Keys stay sorted. */
export function quantised(model: AveragedWeights, most: number): PackedWeights {
  const { classes, keys, rows } = model;
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
  const kept: number[] = [];
  const counts: number[] = [];
  const cells: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if ((sizes[i] ?? 0) < limit) continue;
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
  };
}

/** The form of a weight file: keys in order, cells of each. */
export type PackedWeights = {
  readonly classes: number;
  readonly scale: number;
  readonly keys: Int32Array;
  readonly counts: Uint8Array;
  readonly cells: Uint8Array;
};

/** Slots that a number of features takes: a power of two, at most 7 of 10 taken. */
export function capacityOf(features: number): number {
  let capacity = 16;
  while (capacity * 0.7 < features) capacity *= 2;
  return capacity;
}

const packedClasses = 4;

/** Bytes of the rows of a packed model. */
export const cellsOf = ({ classes, features, cells }: { classes: number; features: number; cells: number }): number =>
  classes <= packedClasses ? 0 : features + 2 * cells;

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
    let slot = (key ^ (key >>> 16)) & mask;
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    if (classes <= packedClasses) {
      let value = 0;
      for (; from < end; from += 2) value |= (packed.cells[from + 1] as number) << (8 * (packed.cells[from] as number));
      table[2 * slot + 1] = value;
      continue;
    }
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
    if (this.classes <= packedClasses) this.#scoreFew(features, count, scores);
    else this.#scoreMany(features, count, scores);
  }

  #scoreFew(features: Int32Array, count: number, scores: Float32Array): void {
    const [table, decoded, mask] = [this.#table, this.#decoded, this.#mask];
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      let slot = (key ^ (key >>> 16)) & mask;
      let found = table[2 * slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = table[2 * slot] as number;
      }
      if (found === 0) continue;
      const value = table[2 * slot + 1] as number;
      a += decoded[value & 255] as number;
      b += decoded[(value >>> 8) & 255] as number;
      c += decoded[(value >>> 16) & 255] as number;
      d += decoded[value >>> 24] as number;
    }
    const sums = [a, b, c, d];
    for (let label = 0; label < this.classes; label++)
      scores[label] = (scores[label] as number) + (sums[label] as number);
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
  const { classes, keys, cells } = packed;
  return unpack(packed, {
    table: new Int32Array(2 * capacityOf(keys.length)),
    cells: new Uint8Array(cellsOf({ classes, features: keys.length, cells: cells.length / 2 })),
  });
}
