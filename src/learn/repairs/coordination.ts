// "the Ministry of Foreign Affairs of Russia and the State Department": a second long name is coordinated with the first one, and
// not with the last noun inside it.
import type { Word } from "../annotation.js";
import { attach, childrenOf, pathToRoot } from "../tree.js";
import { base } from "./edits.js";
import type { RepairWords } from "./words.js";

const isBody = (word: Word | undefined, { bodies }: RepairWords): boolean =>
  word !== undefined && (bodies.has(word.form.toLowerCase()) || bodies.has(word.lemma.toLowerCase()));

/** Coordinates a name of a body with the body inside whose name it was hung. */
export function joinLongNames(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (const [index, word] of words.entries()) {
    if (base(word.relation) !== "conj" || !isBody(word, repair) || isBody(changed[word.head], repair)) continue;
    const hasArticle = (childrenOf(changed)[index] ?? []).some((child) => changed[child]?.relation === "det");
    if (!hasArticle) continue;
    const above = pathToRoot(changed, word.head).slice(1);
    const inside = [word.head, ...above];
    const at = inside.findIndex((each) => isBody(changed[each], repair));
    const outer = inside[at];
    const isOneName = inside
      .slice(0, at)
      .every((each) => ["nmod", "compound", "flat"].includes(base(changed[each]?.relation ?? "")));
    if (outer !== undefined && outer < index && isOneName) changed = attach(changed, index, outer, word.relation);
  }
  return changed;
}
