// Dependency trees as lists of heads: children, subtrees, paths, and whether a list of heads is a tree at all. Indices are
// positions in the sentence; -1 stands above the root. Everything here is pure, linear, and safe on heads that are no tree.

export type Headed = { readonly head: number };

/** Children that were asked for, by the list of words: lists of words never change, and repairs ask again and again. */
const known = new WeakMap<readonly Headed[], readonly (readonly number[])[]>();

/** The children of every word, ascending. */
export function childrenOf(words: readonly Headed[]): readonly (readonly number[])[] {
  const found = known.get(words);
  if (found) return found;
  const children: number[][] = words.map(() => []);
  for (let index = 0; index < words.length; index++) children[words[index]?.head ?? -1]?.push(index);
  known.set(words, children);
  return children;
}

/** Index of the first word without a head; -1 where there is none. */
export const rootOf = (words: readonly Headed[]): number => words.findIndex(({ head }) => head < 0);

/** The word and what stands above it, up to the root; ends at a cycle. */
export function pathToRoot(words: readonly Headed[], index: number): readonly number[] {
  const path: number[] = [];
  for (let at = index; at >= 0 && at < words.length && path.length < words.length; at = words[at]?.head ?? -1)
    path.push(at);
  return path;
}

/** Whether `index` is `above` or stands somewhere below it. */
export function isUnder(words: readonly Headed[], index: number, above: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps++)
    if (at === above) return true;
  return false;
}

/** The word and everything below it, ascending. `children` saves making them again. */
export function subtreeOf(
  words: readonly Headed[],
  index: number,
  children: readonly (readonly number[])[] = childrenOf(words),
): readonly number[] {
  const found = [index];
  const seen = new Uint8Array(words.length);
  seen[index] = 1;
  for (let at = 0; at < found.length; at++)
    for (const child of children[found[at] ?? -1] ?? []) {
      if (seen[child] === 1) continue; // a cycle
      seen[child] = 1;
      found.push(child);
    }
  return found.sort((a, b) => a - b);
}

/** Everything below the word, without it, ascending. */
export const descendantsOf = (words: readonly Headed[], index: number): readonly number[] =>
  subtreeOf(words, index).filter((at) => at !== index);

/** Whether the heads are a tree: exactly one root, every head a word of the sentence, no cycle. No words are no tree. */
export function isTree(words: readonly Headed[]): boolean {
  const length = words.length;
  const round = new Int32Array(length); // in which walk up a word was met
  let roots = 0;
  for (let index = 0; index < length; index++) {
    for (let at = index; at >= 0; ) {
      const met = round[at] as number;
      if (met === index + 1) return false;
      if (met !== 0) break;
      round[at] = index + 1;
      const head = words[at]?.head ?? -2;
      if (!Number.isInteger(head) || head < -1 || head >= length) return false;
      if (head === -1) roots++;
      at = head;
    }
  }
  return roots === 1;
}

/**
 * The words with one of them hung below another. Unchanged where that would make no tree: `head` is below `index`, is no
 * word, or `index` is the root.
 */
export function attach<W extends Headed & { readonly relation: string }>(
  words: readonly W[],
  index: number,
  head: number,
  relation: string,
): readonly W[] {
  const word = words[index];
  if (!word || word.head < 0 || !words[head] || isUnder(words, head, index)) return words;
  if (word.head === head && word.relation === relation) return words;
  return words.map((each, at) => (at === index ? { ...each, head, relation } : each));
}
