// A punctuation mark heads nothing: where a parser made it the head of a clause (a quotation mark at the beginning of a
// sentence), the clause's own head takes its place.
import type { Word } from "../annotation.js";
import { childrenOf, subtreeOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { isFiniteClause } from "./gather.js";
import { isQuote } from "./quotes.js";

const isMark = (word: Word | undefined): boolean => word !== undefined && (word.upos === "PUNCT" || isQuote(word.form));
const clausal: ReadonlySet<string> = new Set(["ccomp", "acl", "csubj", "xcomp", "advcl"]);

/** Gives what hangs on a punctuation mark to the finite clause among it, or to the largest part. */
export function unheadPunctuation(words: readonly Word[]): readonly Word[] {
  let changed = words;
  for (const [mark, word] of words.entries()) {
    const children = childrenOf(changed);
    if ((children[mark] ?? []).length === 0 || !isMark(word)) continue;
    const own = (children[mark] ?? []).filter((child) => !isMark(changed[child]));
    if (own.length === 0) continue;
    const weight = (child: number): number =>
      (isFiniteClause(changed, child, children) ? 1000 : 0) + subtreeOf(changed, child, children).length;
    const heir = own.reduce((best, child) => (weight(child) > weight(best) ? child : best));
    const outer = changed[mark];
    const edits = new Map<number, Edit>();
    for (const child of children[mark] ?? []) {
      const relation = changed[child]?.relation ?? "dep";
      edits.set(child, { head: heir, relation: clausal.has(base(relation)) ? "parataxis" : relation });
    }
    edits.set(heir, {
      head: outer?.head ?? -1,
      relation: outer?.relation === "punct" ? "dep" : (outer?.relation ?? "root"),
    });
    edits.set(mark, { head: heir, relation: "punct" });
    changed = edited(changed, edits);
  }
  return changed;
}
