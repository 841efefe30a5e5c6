// The averaged perceptron (Collins 2002) over hashed features, for training. Averages are kept as w − u/t (Daumé 2006, fig. 2.3),
// rows are made lazily, on an error or only on the second one (rare features teach little and cost memory).

/** Averaged weights: row i of `classes` values belongs to feature keys[i]. */
export type AveragedWeights = {
  readonly classes: number;
  readonly keys: Int32Array;
  readonly rows: Float32Array; // keys.length × classes
};

const empty = -1; // no row, no error yet; -1 − n: n errors, no row yet

/** Weights that learn. State: rows of weights, and the same weighted by time for the average. */
export class Perceptron {
  readonly classes: number;
  readonly #createAt: number;
  #keys = new Int32Array(1 << 16);
  #rowOf = new Int32Array(1 << 16).fill(empty);
  #used = 0;
  #rows = 0;
  #weights: Float32Array;
  #moments: Float32Array;
  #time = 1;

  /** `createAt`: at which update of a feature its row is made. */
  constructor(classes: number, createAt = 1) {
    this.classes = classes;
    this.#createAt = createAt;
    this.#weights = new Float32Array(classes << 12);
    this.#moments = new Float32Array(classes << 12);
  }

  /** One more example was seen. */
  tick(): void {
    this.#time++;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key ^ (key >>> 16)) & mask;
    while (this.#rowOf[slot] !== empty && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Adds the weights of `features[0 … count)` to `scores`. */
  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { classes } = this;
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf[this.#slot(features[i] ?? 0)] ?? empty;
      if (row < 0) continue;
      const at = row * classes;
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (this.#weights[at + c] ?? 0);
    }
  }

  /** One error: the weights of `features[0 … count)` go up for `good` and down for `bad`. */
  learn(features: Int32Array, count: number, good: number, bad: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.#rowFor(features[i] ?? 0);
      if (row < 0) continue;
      const at = row * this.classes;
      this.#add(at + good, 1);
      this.#add(at + bad, -1);
    }
  }

  /** Changes one weight of one feature, whose row is made at once. */
  nudge(key: number, label: number, amount: number): void {
    let row = this.#rowFor(key);
    while (row < 0) row = this.#rowFor(key);
    this.#add(row * this.classes + label, amount);
  }

  #add(at: number, amount: number): void {
    this.#weights[at] = (this.#weights[at] ?? 0) + amount;
    this.#moments[at] = (this.#moments[at] ?? 0) + amount * this.#time;
  }

  /** The row of a feature, made now where this is its `createAt`-th error; -1 where it has none yet. */
  #rowFor(key: number): number {
    const slot = this.#slot(key);
    const known = this.#rowOf[slot] ?? empty;
    if (known >= 0) return known;
    if (known === empty) {
      this.#keys[slot] = key;
      this.#used++;
    }
    const errors = -known; // 1 where it was empty
    const row = errors < this.#createAt ? -1 - errors : this.#rows++;
    this.#rowOf[slot] = row;
    if (row >= 0 && this.#rows * this.classes > this.#weights.length) {
      this.#weights = enlarged(this.#weights);
      this.#moments = enlarged(this.#moments);
    }
    if (this.#used * 2 > this.#keys.length) this.#grow();
    return row < 0 ? -1 : row;
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rowOf];
    this.#keys = new Int32Array(keys.length * 2);
    this.#rowOf = new Int32Array(keys.length * 2).fill(empty);
    for (let i = 0; i < keys.length; i++) {
      const row = rows[i] ?? empty;
      if (row === empty) continue;
      const slot = this.#slot(keys[i] ?? 0);
      this.#keys[slot] = keys[i] ?? 0;
      this.#rowOf[slot] = row;
    }
  }

  /** The average over all moments so far, sorted by key. */
  averaged(): AveragedWeights {
    const { classes } = this;
    const found: { key: number; row: number }[] = [];
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const row = this.#rowOf[slot] ?? empty;
      if (row >= 0) found.push({ key: this.#keys[slot] ?? 0, row });
    }
    found.sort((a, b) => a.key - b.key);
    const keys = Int32Array.from(found, ({ key }) => key);
    const rows = new Float32Array(found.length * classes);
    for (const [i, { row }] of found.entries()) {
      for (let c = 0; c < classes; c++) {
        const at = row * classes + c;
        rows[i * classes + c] = (this.#weights[at] ?? 0) - (this.#moments[at] ?? 0) / this.#time;
      }
    }
    return { classes, keys, rows };
  }
}

function enlarged(array: Float32Array): Float32Array {
  const larger = new Float32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The mean of several models of the same features (of different seeds). */
export function meanWeights(models: readonly AveragedWeights[]): AveragedWeights {
  const classes = models[0]?.classes ?? 0;
  const keys = Int32Array.from(new Set(models.flatMap((model) => Array.from(model.keys)))).sort();
  const rows = new Float32Array(keys.length * classes);
  for (const model of models) {
    let at = 0;
    for (let i = 0; i < model.keys.length; i++) {
      while (keys[at] !== model.keys[i]) at++;
      for (let c = 0; c < classes; c++) {
        const to = at * classes + c;
        rows[to] = (rows[to] ?? 0) + (model.rows[i * classes + c] ?? 0) / models.length;
      }
    }
  }
  return { classes, keys, rows };
}
