// The parse of a sentence as events look at it: what hangs on a token, and where a phrase begins and ends.
import type { Stretch } from "./clauses.js";
import { type Field, sentenceOf, tagAt } from "./field.js";

/** Tokens that hang on `index`, in order. Linear in the sentence. */
export function childrenOf(field: Field, index: number): readonly number[] {
  const sentence = sentenceOf(field, index);
  const found: number[] = [];
  for (let i = sentence?.first ?? 0; i < (sentence?.last ?? 0); i++) if (field.tokens[i]?.head === index) found.push(i);
  return found;
}

export const relationAt = (field: Field, index: number): string => field.tokens[index]?.relation ?? "";
export const lemmaAt = (field: Field, index: number): string => field.tokens[index]?.lemma ?? "";
export const headOf = (field: Field, index: number): number => field.tokens[index]?.head ?? -1;

/** Deepest phrase that is followed. */
const deepest = 12;

/** What hangs on a phrase but tells something else: relative clauses, asides. */
const elsewhere = /^(?:acl|advcl|parataxis|punct|discourse|cc|ccomp|xcomp)/;

/** First and last token of the phrase that `head` heads, without relative clauses and asides. */
export function phraseOf(field: Field, head: number, depth = 0): Stretch {
  let [from, to] = [head, head + 1];
  if (depth > deepest) return { from, to };
  for (const child of childrenOf(field, head)) {
    if (elsewhere.test(relationAt(field, child))) continue;
    const part = phraseOf(field, child, depth + 1);
    [from, to] = [Math.min(from, part.from), Math.max(to, part.to)];
  }
  return { from, to };
}

/** The one whose act it is: the subject of the predicate, or of the verb that it is joined to or hangs on; -1 where none is told. */
export function subjectHeadOf(field: Field, predicate: number, depth = 0): number {
  const own = childrenOf(field, predicate).find((child) => relationAt(field, child).startsWith("nsubj"));
  if (own !== undefined && relationAt(field, predicate).startsWith("acl:relcl") && tagAt(field, own) === "PRON")
    return headOf(field, predicate);
  if (own !== undefined || depth > 3) return own ?? -1;
  const [relation, head] = [relationAt(field, predicate), headOf(field, predicate)];
  if (head < 0) return -1;
  if (/^acl/.test(relation)) return head;
  return /^(?:conj|xcomp)/.test(relation) ? subjectHeadOf(field, head, depth + 1) : -1;
}
