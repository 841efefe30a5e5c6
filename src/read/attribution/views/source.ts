// Whose a view is, by the tree: the subject of its cue or of the verb it is joined to, the agent of a passive, the owner of a noun ("their fear of").
import { type Ground, isA, lowerAt } from "../ground.js";
import { type Arcs, childrenOf } from "./arcs.js";

/** Tokens [first, last). */
export type Words = { readonly first: number; readonly last: number };

const child = (ground: Ground, arcs: Arcs, index: number, relation: RegExp): number =>
  childrenOf(arcs, index).find((each) => relation.test(ground.tokens[each]?.relation ?? "")) ?? -1;

const cut = /^(?:acl:relcl|acl|advcl|parataxis|punct|appos|cc|conj|ccomp)$/;

/** The words of a subject: up to a relative clause or what else is said of it; an apposition with a name and what is joined to it belong to it. */
export function phraseOf(ground: Ground, arcs: Arcs, head: number): Words {
  const first = arcs.left[head] as number;
  let last = head + 1;
  for (const each of childrenOf(arcs, head)) {
    if (each < head) continue;
    const { relation = "" } = ground.tokens[each] ?? {};
    const left = arcs.left[each] as number;
    if (isA(ground, left, "relative") || (lowerAt(ground, left) === "," && isA(ground, left + 1, "relative"))) break;
    if (cut.test(relation) && relation !== "conj" && relation !== "appos") break;
    if (lowerAt(ground, last) === "," && relation !== "conj" && relation !== "appos") break;
    last = arcs.right[each] as number;
  }
  let from = first;
  while (from < head && ground.tokens[from]?.upos === "PUNCT") from++;
  if (isA(ground, from, "preposition") && ground.tokens[from]?.relation === "case") from++;
  return { first: from, last };
}

/** Who owns what a noun tells: "their fear", "the fear of the board"; -1 where nobody does. */
const ownerOf = (ground: Ground, arcs: Arcs, noun: number): number => child(ground, arcs, noun, /^nmod:poss$/);

/** The head of the source's words, or -1. */
export function sourceHead(ground: Ground, arcs: Arcs, cue: number): number {
  const own = ground.tokens[cue];
  if (own && own.upos !== "VERB") {
    const owner = ownerOf(ground, arcs, cue);
    if (owner >= 0) return owner;
  }
  let passive = false;
  for (let at = cue, steps = 0; at >= 0 && steps < 8; steps++) {
    const token = ground.tokens[at];
    if (!token) return -1;
    const has = childrenOf(arcs, at).some((each) => isA(ground, each, "have"));
    const led = child(ground, arcs, at, /^aux:pass$/) >= 0 || (!has && child(ground, arcs, at, /^nsubj:pass$/) >= 0);
    passive = led || (token.xpos === "VBN" && !has && at === cue);
    if (passive) return at === cue || token.upos === "VERB" ? child(ground, arcs, at, /^obl:agent$/) : -1;
    const subject = child(ground, arcs, at, /^nsubj(?::pass)?$/);
    if (subject >= 0) return subject;
    if (token.relation === "acl") {
      const agent = child(ground, arcs, at, /^obl:agent$/);
      return token.xpos === "VBN" ? agent : token.head;
    }
    if (token.relation === "acl:relcl") return token.head;
    if (!/^(?:conj|xcomp|advcl|obj|obl|nmod|ccomp|parataxis)$/.test(token.relation)) return -1;
    if (at !== cue && token.upos !== "VERB" && ownerOf(ground, arcs, at) >= 0) return ownerOf(ground, arcs, at);
    at = token.head;
  }
  return -1;
}
