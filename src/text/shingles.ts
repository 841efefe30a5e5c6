// Word shingles and MinHash (Broder 1997): how much two texts share, at constant cost a text. 32-bit FNV-1a hashes.

/** FNV-1a of a string, unsigned 32 bits. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Lower-case words of a text: letters and digits. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Hashes of the runs of `size` words. A text shorter than `size` gives one shingle of all its words. */
export function shingles(words: readonly string[], size: number): Set<number> {
  const out = new Set<number>();
  if (words.length === 0) return out;
  for (let i = 0; i + size <= Math.max(words.length, size); i++) out.add(hash32(words.slice(i, i + size).join(" ")));
  return out;
}

const multipliers = Array.from({ length: 64 }, (_, i) => (hash32(`multiplier ${i}`) | 1) >>> 0);

/** MinHash signature of 64 values. */
export function minHash(set: ReadonlySet<number>): readonly number[] {
  return multipliers.map((multiplier, i) => {
    let least = 0xffffffff;
    for (const value of set) {
      let mixed = Math.imul(value ^ (i * 0x9e3779b9), multiplier) >>> 0;
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < least) least = mixed;
    }
    return least;
  });
}

/** Keys under which similar sets meet: 21 bands of 3 rows find 94 % of the sets with half in common, and few that share a tenth. */
export const bandKeys = (signature: readonly number[]): string[] =>
  Array.from({ length: 21 }, (_, band) => `${band}:${signature.slice(band * 3, band * 3 + 3).join(",")}`);

/** Share of the smaller set that the other holds too. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const value of small) if (large.has(value)) shared++;
  return small.size === 0 ? 0 : shared / small.size;
}

/** Jaccard similarity of two sets. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const value of a) if (b.has(value)) shared++;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}
