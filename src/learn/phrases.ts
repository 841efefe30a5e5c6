// Known phrases in a run of tokens, matched for each class apart. Phrases are kept as the hashes of their words, beginning by
// beginning, in one table (open addressing): tens of thousands are loaded in no time. Which phrases there are is handed in.
import { feature, hashText } from "./hash.js";

/** Phrases of up to `longestPhrase` words. Classes are bits: class 0 is bit 1 << 0, at most `mostClasses` of them. Made by phraseTree. */
export type PhraseTree = {
  readonly keys: Int32Array; // hash of the words so far, 0 for an empty slot; the length is a power of two
  readonly values: Int32Array; // classes of these words, and `goesOn` where longer phrases begin with them
};

/** Classes there may be. */
export const mostClasses = 30;
const goesOn = 1 << mostClasses;

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

const hashOf = (form: string): number => hashText(phraseKey(form)) || 1;

/** Where a hash stands in the table, or the empty slot where it would stand. */
function slotOf(keys: Int32Array, hash: number): number {
  const mask = keys.length - 1;
  let slot = (hash ^ (hash >>> 16)) & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function grown({ keys, values }: PhraseTree): PhraseTree {
  const larger = { keys: new Int32Array(keys.length * 2), values: new Int32Array(keys.length * 2) };
  for (let i = 0; i < keys.length; i++) {
    const hash = keys[i] as number;
    if (hash === 0) continue;
    const slot = slotOf(larger.keys, hash);
    larger.keys[slot] = hash;
    larger.values[slot] = values[i] as number;
  }
  return larger;
}

/** A tree of phrases, each given as its words and the bits of its classes; the classes of a phrase given twice are joined. */
export function phraseTree(phrases: Iterable<readonly [words: readonly string[], bits: number]>): PhraseTree {
  let tree: PhraseTree = { keys: new Int32Array(1 << 17), values: new Int32Array(1 << 17) };
  let count = 0;
  for (const [words, bits] of phrases) {
    if (words.length > longestPhrase) continue;
    let hash = 0;
    for (let i = 0; i < words.length; i++) {
      const word = hashOf(words[i] as string);
      hash = i === 0 ? word : feature(0, hash, word);
      if (count * 2 >= tree.keys.length) tree = grown(tree);
      const slot = slotOf(tree.keys, hash);
      if (tree.keys[slot] === 0) count++;
      tree.keys[slot] = hash;
      tree.values[slot] = (tree.values[slot] as number) | (i === words.length - 1 ? bits : goesOn);
    }
  }
  return tree;
}

/** Classes of the words behind a hash, with `goesOn`; 0 where no phrase begins with them. */
const classesAt = (tree: PhraseTree, hash: number): number => tree.values[slotOf(tree.keys, hash)] as number;

/** The classes of a phrase, as bits; 0 where it is unknown. */
export function phraseBits(tree: PhraseTree, words: readonly string[]): number {
  if (words.length === 0) return 0;
  return (
    classesAt(
      tree,
      words.map(hashOf).reduce((hash, word) => feature(0, hash, word)),
    ) & ~goesOn
  );
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
  const hashes = Int32Array.from(forms, hashOf);
  const taken = new Int32Array(count); // classes whose phrase covers the token
  const found: number[] = []; // bits of the phrases that begin at a token, by their length - 1
  for (let start = 0; start < count; start++) {
    let hash = hashes[start] as number;
    let value = classesAt(tree, hash);
    found.length = 0;
    found.push(value & ~goesOn);
    for (let at = start + 1; (value & goesOn) !== 0 && at < count; at++) {
      hash = feature(0, hash, hashes[at] as number);
      value = classesAt(tree, hash);
      found.push(value & ~goesOn);
    }
    for (let length = found.length; length > 0; length--) {
      const bits = (found[length - 1] as number) & ~(taken[start] as number);
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
