// Which issue of the gold an issue of the record is: by the content words that their labels and terms share.
import { plainName } from "../folding.js";

const stopWords = new Set(
  "the a an of and or to in on for with by from at that this its his her their be is are was were not no any more than".split(
    " ",
  ),
);

/** The content words of a label, cut to six letters so that endings do not matter. */
export const contentWords = (label: string): ReadonlySet<string> =>
  new Set(
    plainName(label)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && !stopWords.has(word))
      .map((word) => word.slice(0, 6)),
  );

/**
 * Likeness of two bags of words, 0 where they are not alike: at least two words shared (one, where both have only one) that
 * make up half of the shorter. The share of the shorter, with a hundredth of the Jaccard index to break ties.
 */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const shorter = Math.min(a.size, b.size);
  if (!shorter || shared < Math.min(2, Math.max(a.size, b.size)) || shared / shorter < 0.5) return 0;
  return shared / shorter + (0.01 * shared) / (a.size + b.size - shared);
}

type Labelled = { readonly label: string; readonly terms?: readonly string[] };

const bagsOf = (issue: Labelled): readonly ReadonlySet<string>[] =>
  [issue.label, ...(issue.terms ?? [])].map(contentWords);

/** The gold issue that is most like an issue (the first of several), or null. */
export function mostAlike<Gold extends Labelled>(issue: Labelled, golds: readonly Gold[]): Gold | null {
  const bags = bagsOf(issue);
  let [best, top]: [Gold | null, number] = [null, 0];
  for (const gold of golds) {
    const likeness = Math.max(0, ...bagsOf(gold).flatMap((x) => bags.map((y) => likenessOf(x, y))));
    if (likeness > top) [best, top] = [gold, likeness];
  }
  return best;
}
