// "…, according to the clerk": the phrase hangs on the clause that it speaks of as a whole, not on the last noun or verb of it.
import type { Word } from "../annotation.js";
import { childrenOf, isUnder, pathToRoot, rootOf, subtreeOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { gather, isFiniteClause, topOf } from "./gather.js";
import type { RepairWords } from "./words.js";

/** Hangs a source behind "according to" on the verb of its clause: the highest one before it that no relative clause parts from it. */
export function raiseSources(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (const [mark, word] of words.entries()) {
    if (!repair.sourceMarks.has(word.form.toLowerCase()) || base(word.relation) !== "case") continue;
    changed = mark <= 1 ? lowered(changed, word.head) : raised(changed, mark, word.head);
  }
  return changed;
}

/** At the beginning of a sentence: below the main clause, also where the source was taken for the root. */
function lowered(words: readonly Word[], source: number): readonly Word[] {
  const stretch = { from: (subtreeEnd(words, source) ?? source) + 1, to: words.length - 1 };
  const top = topOf(words, stretch);
  if (top < 0 || !isFiniteClause(words, top)) return words;
  const root = rootOf(words);
  if (root !== source && words[source]?.head === root) return words;
  const edits = new Map<number, Edit>();
  const outer = words[source];
  gather(words, stretch, top, edits);
  if (outer && isUnder(words, top, source)) edits.set(top, { head: outer.head, relation: outer.relation });
  edits.set(source, { head: top, relation: "obl" });
  return edited(words, edits);
}

/** The last word of a nominal phrase, its clauses and whatever is no noun left out. */
function subtreeEnd(words: readonly Word[], source: number): number | undefined {
  const children = childrenOf(words);
  const inside: number[] = [source];
  for (const index of inside)
    for (const child of children[index] ?? [])
      if (
        !["conj", "parataxis", "ccomp", "advcl", "appos", "punct", "nsubj", "obj", "cop", "root"].includes(
          base(words[child]?.relation ?? ""),
        )
      )
        inside.push(child);
  return inside.sort((a, b) => a - b).at(-1);
}

function raised(words: readonly Word[], mark: number, source: number): readonly Word[] {
  if (words[mark - 1]?.form !== ",") return words;
  const path = pathToRoot(words, source).slice(1);
  const clauses = path.filter((index) => index < mark && isFiniteClause(words, index));
  const within = clauses.findIndex(
    (index) => words[index]?.relation === "acl:relcl" && closedBefore(words, index, mark),
  );
  const target = within >= 0 ? clauses[within] : clauses.at(-1);
  if (target === undefined || words[source]?.head === target) return words;
  return edited(words, new Map([[source, { head: target, relation: "obl" }]]));
}

/** Whether a relative clause is set off by a comma of its own, so that it can be what the source speaks of. */
function closedBefore(words: readonly Word[], clause: number, mark: number): boolean {
  const first = subtreeOf(words, clause)[0] ?? clause;
  return first > 0 && (words[first]?.form === "," || words[first - 1]?.form === ",") && clause < mark;
}
