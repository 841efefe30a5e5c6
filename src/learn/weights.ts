// Weights at rest: features by open addressing, their rows sparse, each weight one byte on a logarithmic scale (linear steps
// lose the many small weights, which together decide). All arrays may lie in shared memory.
import type { AveragedWeights } from "./perceptron.js";

/** A frozen model: `keys` (0 = empty slot) → row `slots[i]`; the row's pairs of class and code are cells[2·starts[row] … 2·starts[row + 1]). */
export type Weights = {
  readonly classes: number;
  readonly scale: number; // largest weight
  readonly keys: Int32Array; // a power of two of slots
  readonly slots: Int32Array;
  readonly starts: Uint32Array;
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

/** Where a feature stands in open addressing. */
export const home = (key: number, mask: number): number => (key ^ (key >>> 16)) & mask;

/** Slots that a number of features takes: a power of two, at most 6 of 10 taken. */
export function capacityOf(features: number): number {
  let capacity = 16;
  while (capacity * 0.6 < features) capacity *= 2;
  return capacity;
}

/** Fills the arrays of a model from its packed form. */
export function unpack(packed: PackedWeights, into: Pick<Weights, "keys" | "slots" | "starts" | "cells">): Weights {
  const { keys, slots, starts, cells } = into;
  const mask = keys.length - 1;
  let start = 0;
  for (let row = 0; row < packed.keys.length; row++) {
    const key = packed.keys[row] ?? 0;
    let slot = home(key, mask);
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    slots[slot] = row;
    starts[row] = start;
    start += packed.counts[row] ?? 0;
  }
  starts[packed.keys.length] = start;
  cells.set(packed.cells);
  return { classes: packed.classes, scale: packed.scale, keys, slots, starts, cells };
}

/** Scores features with frozen weights. */
export class Scorer {
  readonly classes: number;
  readonly #weights: Weights;
  readonly #decoded: Float32Array;

  constructor(weights: Weights) {
    this.#weights = weights;
    this.classes = weights.classes;
    this.#decoded = decoded(weights.scale);
  }

  /** Adds the weights of `features[0 … count)` to `scores`. */
  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { keys, slots, starts, cells } = this.#weights;
    const decoded = this.#decoded;
    const mask = keys.length - 1;
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      let slot = (key ^ (key >>> 16)) & mask;
      let found = keys[slot];
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = keys[slot];
      }
      if (found === 0) continue;
      const row = slots[slot] as number;
      const end = 2 * (starts[row + 1] as number);
      for (let at = 2 * (starts[row] as number); at < end; at += 2) {
        const label = cells[at] as number;
        scores[label] = (scores[label] as number) + (decoded[cells[at + 1] as number] as number);
      }
    }
  }
}
