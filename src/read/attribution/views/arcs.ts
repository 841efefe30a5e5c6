// The trees of a document's sentences downwards: who hangs on a token, and from where to where the words below it reach.
import type { Token } from "../../analysis.js";

/** By token of the document. A token's words: [left, right), itself and all that hangs below it. */
export type Arcs = {
  readonly children: readonly (readonly number[])[]; // in order, at most sixty
  readonly left: Int32Array;
  readonly right: Int32Array;
};

const highest = 40; // steps up a tree: hostile sentences cost no more
const mostChildren = 60; // on one token: the same
const nobody: readonly number[] = [];

/** The arcs of all tokens. Linear in their number. */
export function arcsOf(tokens: readonly Token[]): Arcs {
  const children: number[][] = [];
  const left = new Int32Array(tokens.length);
  const right = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    left[i] = i;
    right[i] = i + 1;
  }
  for (const { index, head } of tokens) {
    if (head < 0) continue;
    const own = children[head];
    if (own && own.length < mostChildren) own.push(index);
    else if (!own) children[head] = [index];
    for (let at = head, steps = 0; at >= 0 && steps < highest; at = tokens[at]?.head ?? -1, steps++) {
      if (index < (left[at] as number)) left[at] = index;
      if (index + 1 > (right[at] as number)) right[at] = index + 1;
    }
  }
  return { children, left, right };
}

/** What hangs directly on token `index`, in order. */
export const childrenOf = (arcs: Arcs, index: number): readonly number[] => arcs.children[index] ?? nobody;
