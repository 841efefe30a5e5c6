// How alike two stretches of words are: the stems of their content words, weighed by how much they say. Stems are the
// first six letters, which brings "expansion" and "expand", "negotiations" and "negotiate" near enough together.
import { wordsOf } from "../text/shingles.js";

export type Bag = ReadonlySet<string>;

/** Stems of the content words of a text. */
export function bagOf(text: string, stopwords: ReadonlySet<string>): Bag {
  const bag = new Set<string>();
  for (const word of wordsOf(text.replace(/['’]s\b/g, "")))
    if (!stopwords.has(word) && (word.length > 2 || /\d/.test(word))) bag.add(word.slice(0, 6));
  return bag;
}

export const sharedOf = (a: Bag, b: Bag): number => {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
};

/** Share of the shorter text's stems that the other holds too, 0–1; 0 where fewer than `least` are shared. */
export function overlapOf(a: Bag, b: Bag, least = 1): number {
  const [shared, small] = [sharedOf(a, b), Math.min(a.size, b.size)];
  return small === 0 || shared < least ? 0 : shared / small;
}

/** Shared stems over all stems, 0–1. */
export function jaccardOf(a: Bag, b: Bag): number {
  const shared = sharedOf(a, b);
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}
