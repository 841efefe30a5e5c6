// Known phrases in a run of tokens: single words in one table, longer phrases as a tree of words, matched for each class apart
// (Aho-Corasick without failure links: phrases are short). Which phrases there are is handed in.

type Node = { bits: number; next: Map<string, Node> | null };

/** Phrases of up to `longestPhrase` words. Classes are bits: class 0 is bit 1 << 0. Made by phraseTree. */
export type PhraseTree = {
  readonly words: ReadonlyMap<string, number>; // classes of single words
  readonly next: ReadonlyMap<string, Node>; // longer phrases, by their first word
};

/**
 * What is known of each token, as bits of classes: `first`, `inside` and `last` of a phrase of several tokens, `whole` where the
 * token alone is one. Phrases of one class never overlap; those of different classes may ("Paris" in "Paris Saint-Germain").
 */
export type PhraseHits = {
  readonly first: Int32Array;
  readonly inside: Int32Array;
  readonly last: Int32Array;
  readonly whole: Int32Array;
};

/** Words in a phrase, at most; what is longer is left out. */
export const longestPhrase = 6;

const shouted = 5; // "ISRAEL" is Israel, "NATO" and "OPEC" are themselves
const mark = /\p{M}/gu;

/** How a word is looked up: without diacritics ("Erdoğan"), and with small letters behind the first where it is written in capitals ("ISRAEL"). */
export function phraseKey(form: string): string {
  let plain = true;
  for (let i = 0; i < form.length && plain; i++) plain = form.charCodeAt(i) < 128;
  const key = plain ? form : form.normalize("NFD").replace(mark, "").replace(/[’ʼ]/g, "'");
  const second = key.charCodeAt(1);
  const capitals = key.length >= shouted && second >= 65 && second <= 90 && key === key.toUpperCase();
  return capitals ? key.charAt(0) + key.slice(1).toLowerCase() : key;
}

function below(next: Map<string, Node>, key: string): Node {
  let node = next.get(key);
  if (node === undefined) {
    node = { bits: 0, next: null };
    next.set(key, node);
  }
  return node;
}

/** A tree of phrases, each given as its words and the bits of its classes; the classes of a phrase given twice are joined. */
export function phraseTree(phrases: Iterable<readonly [words: readonly string[], bits: number]>): PhraseTree {
  const words = new Map<string, number>();
  const root = new Map<string, Node>();
  for (const [phrase, bits] of phrases) {
    const first = phraseKey(phrase[0] ?? "");
    if (phrase.length === 1) words.set(first, (words.get(first) ?? 0) | bits);
    if (phrase.length < 2 || phrase.length > longestPhrase) continue;
    let node = below(root, first);
    for (let i = 1; i < phrase.length; i++) {
      node.next ??= new Map();
      node = below(node.next, phraseKey(phrase[i] ?? ""));
    }
    node.bits |= bits;
  }
  return { words, next: root };
}

/** The known phrases of a sentence, given its tokens: of each class the leftmost, and of those that begin together the longest. Linear in the number of tokens. */
export function phraseHits(tree: PhraseTree, forms: readonly string[]): PhraseHits {
  const count = forms.length;
  const hits: PhraseHits = {
    first: new Int32Array(count),
    inside: new Int32Array(count),
    last: new Int32Array(count),
    whole: new Int32Array(count),
  };
  const keys = forms.map(phraseKey);
  const taken = new Int32Array(count); // classes whose phrase covers the token
  const found: number[] = []; // bits of the phrases that begin at a token, by their length - 1
  for (let start = 0; start < count; start++) {
    const key = keys[start] ?? "";
    found.length = 0;
    found.push(tree.words.get(key) ?? 0);
    let node = tree.next.get(key);
    for (let at = start + 1; node !== undefined && at < count; at++) {
      node = node.next?.get(keys[at] ?? "");
      found.push(node?.bits ?? 0);
    }
    for (let length = found.length; length > 0; length--) {
      const bits = (found[length - 1] ?? 0) & ~(taken[start] ?? 0);
      if (bits !== 0) place(hits, taken, start, length, bits);
    }
  }
  return hits;
}

function place(hits: PhraseHits, taken: Int32Array, start: number, length: number, bits: number): void {
  const end = start + length - 1;
  for (let i = start; i <= end; i++) {
    const part = length === 1 ? hits.whole : i === start ? hits.first : i === end ? hits.last : hits.inside;
    part[i] = (part[i] ?? 0) | bits;
    taken[i] = (taken[i] ?? 0) | bits;
  }
}

/** The classes of a phrase, as bits; 0 where it is unknown. */
export function phraseBits(tree: PhraseTree, words: readonly string[]): number {
  const [first = "", ...others] = words.map(phraseKey);
  if (others.length === 0) return tree.words.get(first) ?? 0;
  let node = tree.next.get(first);
  for (const key of others) node = node?.next?.get(key);
  return node?.bits ?? 0;
}
