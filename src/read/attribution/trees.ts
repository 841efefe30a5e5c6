// What the dependency trees say of a cue: the clause that hangs on it as what is said. Asked where the scan over tags is unsure;
// a tree is right in four arcs of five, so a clause counts only where it begins and is built as one.
import { isAuxiliary, isFiniteVerb } from "./chunk.js";
import { type Ground, isA, lowerAt } from "./ground.js";

const highest = 40; // steps up a tree: hostile sentences cost no more

/** Whether token `index` is `above` or hangs somewhere below it. */
function isUnder(ground: Ground, index: number, above: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < highest; at = ground.tokens[at]?.head ?? -1, steps++)
    if (at === above) return true;
  return false;
}

/** The head of the clause that hangs on the cue at `cue` as what is said and stands in tokens [from, to), or -1. */
function saidHead(ground: Ground, cue: number, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const token = ground.tokens[i];
    if (token?.head === cue && token.relation === "ccomp") return i;
  }
  return -1;
}

/** Whether a clause with a subject of its own begins at token `from` and hangs on the cue as what is said. */
export function saidClauseAt(ground: Ground, cue: number, from: number, to: number): boolean {
  const head = saidHead(ground, cue, from, to);
  if (head <= from || lowerAt(ground, head - 1) === "," || !isUnder(ground, from, head)) return false;
  if (!isFiniteVerb(ground, head) && !isAuxiliary(ground, head - 1) && !isAuxiliary(ground, head - 2)) return false;
  for (let i = from; i < head; i++) if (isA(ground, i, "complementizer")) return false; // "said, however, that …"
  for (let i = from; i < head; i++) {
    const token = ground.tokens[i];
    if (token?.head === head && token.relation.startsWith("nsubj")) return true;
  }
  return false;
}
