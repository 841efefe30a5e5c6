// Projective trees for properties, made without the parser: heads by word, the root's is the number of words.
import fc from "fast-check";

/** Hangs words [from … to) below `above`: one of them, the rest on its two sides in runs of their own. */
function hang(heads: Int32Array, from: number, to: number, above: number, draw: () => number): void {
  if (from >= to) return;
  const top = from + (draw() % (to - from));
  heads[top] = above;
  for (let at = from; at < top; ) {
    const end = at + 1 + (draw() % (top - at));
    hang(heads, at, end, top, draw);
    at = end;
  }
  for (let at = top + 1; at < to; ) {
    const end = at + 1 + (draw() % (to - at));
    hang(heads, at, end, top, draw);
    at = end;
  }
}

/** Heads of any projective tree of 1 to `longest` words with one root. */
export const anyProjective = (longest = 24): fc.Arbitrary<Int32Array> =>
  fc
    .tuple(fc.integer({ min: 1, max: longest }), fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }))
    .map(([length, numbers]) => {
      let at = 0;
      const heads = new Int32Array(length);
      hang(heads, 0, length, length, () => numbers[at++ % numbers.length] ?? 0);
      return heads;
    });

/** Whether no two arcs cross, the root's from behind the last word. */
export function isProjective(heads: Int32Array): boolean {
  const arcs = Array.from(heads, (head, word) => [Math.min(head, word), Math.max(head, word)] as const);
  return arcs.every(([a, b]) => arcs.every(([c, d]) => !(a < c && c < b && b < d)));
}

/** Whether heads are a tree with one root. */
export function isOneTree(heads: Int32Array): boolean {
  const length = heads.length;
  if (heads.filter((head) => head === length).length !== 1) return false;
  return heads.every((_, word) => {
    let at = word;
    for (let steps = 0; at !== length; steps++) {
      if (steps > length || at < 0 || at > length) return false;
      at = heads[at] ?? -1;
    }
    return true;
  });
}
