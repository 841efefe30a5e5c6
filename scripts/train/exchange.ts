// Word classes by exchange (Martin, Liermann & Ney 1998; the neighbours are words, not classes, as in Uszkoreit & Brants 2008, but on
// both sides): each word in turn moves to the class whose members stand between the most similar neighbours.

/** A word's neighbours: which (word before, or word after + `offset`), and how often. */
export type Neighbours = { readonly which: Int32Array; readonly times: Int32Array };

/** n · ln n, from a table. */
function entropies(size: number): Float64Array {
  const table = new Float64Array(size);
  for (let n = 2; n < size; n++) table[n] = n * Math.log(n);
  return table;
}

/** Neighbours of each of `vocabulary` words in sentences of word numbers (-1: not in the vocabulary; counts as one word more). */
export function neighboursOf(sentences: Iterable<Int32Array>, vocabulary: number): Neighbours[] {
  const offset = vocabulary + 2; // rare words, and the edge of a sentence
  const counts: Map<number, number>[] = Array.from({ length: vocabulary }, () => new Map());
  const bump = (map: Map<number, number> | undefined, key: number): void => {
    map?.set(key, (map.get(key) ?? 0) + 1);
  };
  const number = (sentence: Int32Array, i: number): number => {
    if (i < 0 || i >= sentence.length) return vocabulary + 1;
    const word = sentence[i] ?? -1;
    return word < 0 ? vocabulary : word;
  };
  for (const sentence of sentences) {
    for (let i = 0; i < sentence.length; i++) {
      const own = counts[sentence[i] ?? -1];
      if (own === undefined) continue;
      bump(own, number(sentence, i - 1));
      bump(own, offset + number(sentence, i + 1));
    }
  }
  return counts.map((map) => ({ which: Int32Array.from(map.keys()), times: Int32Array.from(map.values()) }));
}

/**
 * The class (0 to `classes` - 1) of each word, given its neighbours; words in falling order of frequency. `rounds` passes over all
 * words, fewer where nothing moves any more. Deterministic: the first words begin in classes of their own, the others where they fit best.
 */
export function exchange(
  words: readonly Neighbours[],
  classes: number,
  rounds: number,
  tell: (line: string) => void,
): Int32Array {
  const contexts = 2 * (words.length + 2);
  const totals = words.map(({ times }) => times.reduce((sum, n) => sum + n, 0));
  const table = entropies(totals.reduce((sum, n) => sum + n, 0) + 2);
  const counts = new Int32Array(contexts * classes); // of a context beside a class
  const sizes = new Int32Array(classes);
  const classOf = new Int32Array(words.length).fill(-1);
  const gains = new Float64Array(classes);
  const value = (n: number): number => table[n] as number;

  const move = (word: number, to: number, sign: number): void => {
    const { which, times } = words[word] as Neighbours;
    for (let k = 0; k < which.length; k++) {
      const at = (which[k] as number) * classes + to;
      counts[at] = (counts[at] as number) + sign * (times[k] as number);
    }
    sizes[to] = (sizes[to] as number) + sign * (totals[word] as number);
  };
  /** The class that gains most from the word; ties go to the lower number. */
  const best = (word: number): number => {
    const { which, times } = words[word] as Neighbours;
    const total = totals[word] as number;
    for (let c = 0; c < classes; c++) gains[c] = value(sizes[c] as number) - value((sizes[c] as number) + total);
    for (let k = 0; k < which.length; k++) {
      const row = (which[k] as number) * classes;
      const n = times[k] as number;
      const alone = value(n);
      for (let c = 0; c < classes; c++) {
        const there = counts[row + c] as number;
        gains[c] = (gains[c] as number) + (there === 0 ? alone : value(there + n) - value(there));
      }
    }
    let found = 0;
    for (let c = 1; c < classes; c++) if ((gains[c] as number) > (gains[found] as number)) found = c;
    return found;
  };

  for (let round = 0; round <= rounds; round++) {
    let moved = 0;
    for (let word = 0; word < words.length; word++) {
      const from = classOf[word] as number;
      if (from >= 0) move(word, from, -1);
      const to = round === 0 && word < classes ? word : best(word);
      if (to !== from) moved++;
      classOf[word] = to;
      move(word, to, 1);
    }
    tell(`round ${round}: ${moved} of ${words.length} words moved`);
    if (moved < words.length / 200) break;
  }
  return classOf;
}
