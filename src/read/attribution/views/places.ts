// Where a view can be told: tokens that can tell it, and from where to where what is viewed can reach. The model chooses among these.
import type { Token } from "../../analysis.js";
import { type Ground, isA, lowerAt, sentenceAt } from "../ground.js";
import { type Arcs, childrenOf } from "./arcs.js";

/** How what is viewed hangs on its cue: as a whole, behind its preposition, on an object ("raised [questions] about"), the same behind a preposition, as the subject, as subject and complement. */
export const ways = ["whole", "behind", "hung", "hung-behind", "subject", "around"] as const;
export type Way = (typeof ways)[number];
export type Start = {
  readonly at: number; // token
  readonly way: Way;
  readonly by: number; // the token that hangs on the cue
  readonly top: number; // the head of what is viewed
  readonly second: number; // "around": where the second piece begins; else -1
};

const cuePos = new Set(["VERB", "NOUN", "ADJ"]);
const skipped = new Set(["punct", "cc", "compound:prt", "aux", "aux:pass", "cop", "discourse", "vocative", "expl"]);
const leading = new Set(["case", "mark"]);
const hanging = /^(?:nmod|acl|ccomp|xcomp|obl|advcl|appos)/;
const mostEnds = 60;
const longestView = 200; // tokens

/** Whether a token can be a cue by its part of speech. */
export const canTell = (token: Token): boolean => cuePos.has(token.upos);

/** Where the words of `top` begin, right of `cue`, with the quotation mark before them. */
function beginning(ground: Ground, arcs: Arcs, cue: number, top: number): number {
  const left = Math.max(arcs.left[top] as number, cue + 1);
  return left < top || lowerAt(ground, left - 1) !== '"' || left - 1 <= cue ? left : left - 1;
}

/** Behind the preposition or conjunction that leads the words of `top`; -1 where none does. "to" before a verb and "that" lead nothing. */
function behindLead(ground: Ground, arcs: Arcs, from: number, top: number): number {
  const lead = ground.tokens[from];
  if (lead?.head !== top || !leading.has(lead.relation)) return -1;
  if (isA(ground, from, "complementizer") || (lead.upos === "PART" && lead.relation === "mark")) return -1;
  const fixed = childrenOf(arcs, from).at(-1) ?? from; // "because of"
  return fixed > from && ground.tokens[fixed]?.relation === "fixed" ? fixed + 1 : from + 1;
}

/** Where what the cue views can begin. */
export function startsOf(ground: Ground, arcs: Arcs, cue: number): Start[] {
  const starts: Start[] = [];
  const add = (top: number, by: number, way: "whole" | "hung"): void => {
    const at = beginning(ground, arcs, cue, top);
    if (starts.some((start) => start.at === at)) return;
    starts.push({ at, way, by, top, second: -1 });
    const behind = behindLead(ground, arcs, at, top);
    if (behind > 0 && behind < (arcs.right[top] as number))
      starts.push({ at: behind, way: way === "whole" ? "behind" : "hung-behind", by, top, second: -1 });
  };
  const children = childrenOf(arcs, cue);
  for (const child of children) {
    const relation = ground.tokens[child]?.relation ?? "";
    if (child < cue || skipped.has(relation)) continue;
    add(child, child, "whole");
    if (!/^(?:obj|obl|xcomp|nsubj)/.test(relation)) continue;
    for (const below of childrenOf(arcs, child))
      if (below > child && hanging.test(ground.tokens[below]?.relation ?? "")) add(below, child, "hung");
  }
  const subject = children.find((child) => child < cue && /^[nc]subj/.test(ground.tokens[child]?.relation ?? ""));
  if (subject === undefined) return starts;
  const at = arcs.left[subject] as number;
  starts.push({ at, way: "subject", by: subject, top: subject, second: -1 });
  const next = starts.find((start) => start.at > cue && start.way === "whole");
  if (next) starts.push({ at, way: "around", by: subject, top: next.top, second: next.at });
  return starts;
}

/** Where what begins at token `from` can end: behind a word that more is hung on from there, before a mark, at the end of the sentence. */
export function endsOf(ground: Ground, arcs: Arcs, from: number): number[] {
  const last = Math.min(sentenceAt(ground, from)?.last ?? from + 1, from + longestView);
  const ends: number[] = [];
  const opens = new Set<number>();
  for (let i = from + 1; i < last; i++) {
    const { head, upos } = ground.tokens[i] as Token;
    if (upos !== "PUNCT" && head < (arcs.left[i] as number)) opens.add(arcs.left[i] as number);
  }
  for (let end = from + 1; end <= last && ends.length < mostEnds; end++) {
    if (ground.tokens[end - 1]?.upos === "PUNCT") continue;
    if (end === last || opens.has(end) || ground.tokens[end]?.upos === "PUNCT") ends.push(end);
  }
  return ends;
}

/** The first token of the largest phrase that begins at `end` and hangs on something before it, or -1. */
export function nextTop(ground: Ground, arcs: Arcs, end: number): number {
  let top = -1;
  for (let at = end, steps = 0; at >= 0 && steps < 40; at = ground.tokens[at]?.head ?? -1, steps++) {
    if ((arcs.left[at] as number) !== end) break;
    top = at;
  }
  return top;
}
