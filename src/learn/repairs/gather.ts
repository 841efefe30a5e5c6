// A stretch of a sentence as one subtree: of the words in it whose heads are outside, one is its top and the others hang on it.
import type { Word } from "../annotation.js";
import { childrenOf, subtreeOf } from "../tree.js";
import { base, type Edit } from "./edits.js";

/** Tokens [from … to], both inside. */
export type Stretch = { readonly from: number; readonly to: number };

export const isIn = ({ from, to }: Stretch, index: number): boolean => index >= from && index <= to;

const finite: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** Whether a word is the head of a finite clause: itself finite (or a participle with a subject, taggers mix them), or with a finite auxiliary or copula. */
export function isFiniteClause(words: readonly Word[], index: number, children = childrenOf(words)): boolean {
  const word = words[index];
  if (!word) return false;
  const own = children[index] ?? [];
  if (own.some((child) => words[child]?.xpos === "TO")) return false;
  const isVerb = word.upos === "VERB" || word.upos === "AUX";
  if (isVerb && finite.has(word.xpos)) return true;
  if (isVerb && word.xpos === "VBN" && own.some((child) => words[child]?.relation === "nsubj")) return true;
  return own.some((child) => {
    const relation = base(words[child]?.relation ?? "");
    return (relation === "aux" || relation === "cop") && finite.has(words[child]?.xpos ?? "");
  });
}

/** Whether a finite verb stands in the stretch. */
export function holdsFinite(words: readonly Word[], stretch: Stretch): boolean {
  const children = childrenOf(words);
  return words.some(
    ({ upos }, index) =>
      isIn(stretch, index) && (upos === "VERB" || upos === "AUX") && isFiniteClause(words, index, children),
  );
}

/** Whether a clause is adverbial and opened by a conjunction or a question word. */
export const isSubordinate = (
  words: readonly Word[],
  index: number,
  children: readonly (readonly number[])[] = childrenOf(words),
): boolean =>
  base(words[index]?.relation ?? "") === "advcl" &&
  (children[index] ?? []).some(
    (child) => child < index && (base(words[child]?.relation ?? "") === "mark" || words[child]?.xpos === "WRB"),
  );

/** Words of the stretch whose heads are outside it, punctuation left out. */
export const topsIn = (words: readonly Word[], stretch: Stretch): number[] =>
  words.flatMap(({ head, upos }, index) =>
    isIn(stretch, index) && !isIn(stretch, head) && upos !== "PUNCT" ? [index] : [],
  );

/** The word that heads a stretch best: the first finite clause that nothing subordinates; else a finite clause; else the largest part. */
export function topOf(words: readonly Word[], stretch: Stretch): number {
  const children = childrenOf(words);
  const tops = topsIn(words, stretch);
  const finiteTops = tops.filter((index) => isFiniteClause(words, index, children));
  const [main] = finiteTops.filter((index) => !isSubordinate(words, index, children));
  const size = (index: number): number =>
    subtreeOf(words, index, children).filter((each) => isIn(stretch, each)).length;
  return main ?? finiteTops[0] ?? tops.reduce((best, each) => (best < 0 || size(each) > size(best) ? each : best), -1);
}

const clausal: ReadonlySet<string> = new Set(["ccomp", "root", "parataxis", "acl", "csubj", "xcomp"]);

/** Hangs the other tops of a stretch on `top`; punctuation of the word `beside` (a reporting verb) stays there. */
export function gather(
  words: readonly Word[],
  stretch: Stretch,
  top: number,
  edits: Map<number, Edit>,
  beside = -1,
): void {
  for (const index of topsIn(words, stretch)) {
    if (index === top) continue;
    const relation = words[index]?.relation ?? "dep";
    edits.set(index, { head: top, relation: clausal.has(base(relation)) ? "parataxis" : relation });
  }
  for (const [index, word] of words.entries())
    if (isIn(stretch, index) && word.upos === "PUNCT" && !isIn(stretch, word.head) && word.head !== beside)
      edits.set(index, { head: top, relation: "punct" });
}
