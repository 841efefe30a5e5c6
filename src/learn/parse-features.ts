// What the parser looks at: the words, tags and clusters around the top of the stack and the front of the buffer, their outermost
// dependents, counts, distances, and the punctuation between (after Zhang & Nivre 2011).
import { type State, stackAt } from "./arc-hybrid.js";
import { feature, hashText } from "./hash.js";
import type { Lexeme } from "./lexeme.js";

/** A sentence as the parser sees it, without its punctuation: values by word, then the root's, then those of "no word". */
export type ParseInput = {
  readonly length: number;
  readonly at: Int32Array; // where each word stands in the sentence
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly upos: Int32Array;
  readonly cluster: Int32Array;
  readonly ambiguity: Int32Array; // the tags the word may have
  readonly suffix: Int32Array;
  readonly shape: Int32Array;
  readonly gap: Int32Array; // punctuation directly before the word
  readonly marks: Int32Array; // how many marks stand before the word
  readonly quoted: Int32Array; // 1 inside quotation marks
  readonly verb: Int32Array; // tag of the next verb or auxiliary behind the word, 0 for none
};

const rootWord = hashText("\u0003root");
const noWord = hashText("\u0003none");

/** What the classes of the tagger are: the number of their part of speech, and 1 for punctuation, for verbs and auxiliaries. */
export type TagKinds = { readonly upos: Int32Array; readonly isMark: Uint8Array; readonly isVerb: Uint8Array };

/** `isMark`: 1 for each word that is punctuation. */
export function parseInput(
  words: readonly Lexeme[],
  tags: Int32Array,
  kinds: TagKinds,
  isMark: Uint8Array,
): ParseInput {
  let length = 0;
  for (let i = 0; i < words.length; i++) if (isMark[i] === 0) length++;
  const make = (): Int32Array => new Int32Array(length + 2);
  const input: ParseInput = {
    length,
    at: make(),
    word: make(),
    tag: make(),
    upos: make(),
    cluster: make(),
    ambiguity: make(),
    suffix: make(),
    shape: make(),
    gap: make(),
    marks: make(),
    quoted: make(),
    verb: make(),
  };
  let [gap, marks, quoted, n] = [0, 0, 0, 0];
  for (let i = 0; i < words.length; i++) {
    const lexeme = words[i] as Lexeme;
    if (isMark[i] === 1) {
      gap = gap === 0 ? lexeme.hash : Math.imul(gap, 31) ^ lexeme.hash;
      if (lexeme.form === '"' || lexeme.form === "''") quoted = 1 - quoted;
      marks++;
      continue;
    }
    input.at[n] = i;
    input.word[n] = lexeme.hash;
    input.tag[n] = tags[i] as number;
    input.upos[n] = kinds.upos[tags[i] as number] as number;
    input.cluster[n] = lexeme.cluster;
    input.ambiguity[n] = lexeme.ambiguity;
    input.suffix[n] = lexeme.suffix3;
    input.shape[n] = lexeme.shape;
    input.gap[n] = gap;
    input.marks[n] = marks;
    input.quoted[n] = quoted;
    gap = 0;
    n++;
  }
  let verb = 0;
  for (let i = length - 1; i >= 0; i--) {
    input.verb[i] = verb;
    if (kinds.isVerb[input.tag[i] as number] === 1) verb = (input.tag[i] as number) + 1;
  }
  input.at[length] = words.length;
  input.gap[length] = gap;
  input.marks[length] = marks;
  input.word[length] = rootWord;
  input.word[length + 1] = noWord;
  input.tag[length] = 250;
  input.tag[length + 1] = 251;
  input.upos[length] = 250;
  input.upos[length + 1] = 251;
  input.cluster[length] = 65_000;
  input.cluster[length + 1] = 65_001;
  return input;
}

/** Heads inside of the input as heads in the sentence; those of punctuation are left as they are. */
export function placeHeads(input: ParseInput, heads: Int32Array, into: Int32Array): void {
  for (let i = 0; i < input.length; i++) into[input.at[i] as number] = input.at[heads[i] as number] as number;
}

/** Distance in steps that matter. */
export const distanceOf = (from: number, to: number): number => {
  const d = to - from;
  return d <= 4 ? d : d <= 6 ? 5 : d <= 10 ? 6 : d <= 20 ? 7 : 8;
};

export const mostParseFeatures = 120;

/** Features of a state into `into`; gives how many. */
export function parseFeatures(state: State, input: ParseInput, into: Int32Array): number {
  const { word: W, tag: T, upos: P, cluster: C } = input;
  const none = input.length + 1;
  const s0 = stackAt(state, 0);
  const s1 = stackAt(state, 1);
  const s2 = stackAt(state, 2);
  const b0 = state.front;
  const b1 = b0 + 1 <= input.length ? b0 + 1 : none;
  const b2 = b0 + 2 <= input.length ? b0 + 2 : none;
  const b3 = b0 + 3 <= input.length ? b0 + 3 : none;
  const s0l = state.left1[s0] as number;
  const s0r = state.right1[s0] as number;
  const s0l2 = state.left2[s0] as number;
  const s0r2 = state.right2[s0] as number;
  const s1l = state.left1[s1] as number;
  const s1r = state.right1[s1] as number;
  const s1r2 = state.right2[s1] as number;
  const b0l = state.left1[b0] as number;
  const b0l2 = state.left2[b0] as number;
  const [s0w, s1w, b0w, b1w] = [W[s0] as number, W[s1] as number, W[b0] as number, W[b1] as number];
  const [s0t, s1t, s2t, b0t] = [T[s0] as number, T[s1] as number, T[s2] as number, T[b0] as number];
  const [b1t, b2t, b3t] = [T[b1] as number, T[b2] as number, T[b3] as number];
  const [s0p, s1p, b0p, b1p] = [P[s0] as number, P[s1] as number, P[b0] as number, P[b1] as number];
  const [s0c, s1c, b0c] = [C[s0] as number, C[s1] as number, C[b0] as number];
  const near = s0 < none ? distanceOf(s0, b0) : 0;
  const far = s1 < none ? distanceOf(s1, s0) : 0;
  const s0v = (state.leftCount[s0] as number) * 16 + (state.rightCount[s0] as number);
  const s1v = (state.leftCount[s1] as number) * 16 + (state.rightCount[s1] as number);
  const b0v = state.leftCount[b0] as number;
  const between = s0 < none ? Math.min(3, (input.marks[b0] as number) - (input.marks[s0] as number)) : 0;
  const between1 = s1 < none ? Math.min(3, (input.marks[s0] as number) - (input.marks[s1] as number)) : 0;
  const b0g = input.gap[b0] as number;
  const b1g = input.gap[b1] as number;
  const s0g = input.gap[s0] as number;
  const quotes = (input.quoted[s0] as number) * 4 + (input.quoted[s1] as number) * 2 + (input.quoted[b0] as number);
  const pair = s0t * 256 + b0t;
  const pair1 = s1t * 256 + s0t;
  let n = 0;
  // one word
  into[n++] = feature(100, s0w, s0t);
  into[n++] = feature(101, s0w);
  into[n++] = feature(102, s0t);
  into[n++] = feature(103, s1w, s1t);
  into[n++] = feature(104, s1w);
  into[n++] = feature(105, s1t);
  into[n++] = feature(106, b0w, b0t);
  into[n++] = feature(107, b0w);
  into[n++] = feature(108, b0t);
  into[n++] = feature(109, b1w, b1t);
  into[n++] = feature(110, b1w);
  into[n++] = feature(111, b1t, b2t);
  into[n++] = feature(112, W[b2] as number, b2t);
  into[n++] = feature(113, W[s2] as number, s2t);
  // two words
  into[n++] = feature(114, s0w, b0w, pair);
  into[n++] = feature(115, s0w, b0w);
  into[n++] = feature(116, s0w, pair);
  into[n++] = feature(117, pair, b0w);
  into[n++] = feature(118, pair);
  into[n++] = feature(119, s1w, s0w);
  into[n++] = feature(120, s1w, pair1);
  into[n++] = feature(121, pair1, s0w);
  into[n++] = feature(122, pair1);
  into[n++] = feature(123, b0t, b1t);
  into[n++] = feature(124, b0w, b1t);
  into[n++] = feature(125, s1t, b0t);
  into[n++] = feature(126, s1w, b0t);
  into[n++] = feature(127, s1t, b0w);
  into[n++] = feature(128, s1w, b0w);
  // three and more
  into[n++] = feature(129, pair, b1t);
  into[n++] = feature(130, pair, b1t * 256 + b2t);
  into[n++] = feature(131, pair1, b0t);
  into[n++] = feature(132, pair1, s2t);
  into[n++] = feature(133, pair1, b0t * 256 + b1t);
  into[n++] = feature(134, b0t, b1t, b2t);
  into[n++] = feature(135, s0w, b0t, b1t);
  into[n++] = feature(136, pair1, b0w);
  into[n++] = feature(137, s1w, s0t, b0t);
  into[n++] = feature(138, s1t, s0w, b0t);
  into[n++] = feature(139, s0p * 256 + b0p, b1w);
  into[n++] = feature(140, pair, b2t * 256 + b3t);
  // dependents
  into[n++] = feature(141, pair, T[s0l] as number);
  into[n++] = feature(142, pair, T[s0r] as number);
  into[n++] = feature(143, pair, T[b0l] as number);
  into[n++] = feature(144, pair1, T[s1r] as number);
  into[n++] = feature(145, pair1, T[s0l] as number);
  into[n++] = feature(146, pair1, T[s0r] as number);
  into[n++] = feature(147, pair1, T[s1l] as number);
  into[n++] = feature(148, s0t, T[s0l] as number, T[s0l2] as number);
  into[n++] = feature(149, s0t, T[s0r] as number, T[s0r2] as number);
  into[n++] = feature(150, b0t, T[b0l] as number, T[b0l2] as number);
  into[n++] = feature(151, s1t, T[s1r] as number, T[s1r2] as number);
  into[n++] = feature(152, s0t, W[s0l] as number);
  into[n++] = feature(153, s0t, W[s0r] as number);
  into[n++] = feature(154, b0t, W[b0l] as number);
  into[n++] = feature(155, s1t, W[s1r] as number);
  into[n++] = feature(156, pair1, W[s0l] as number);
  into[n++] = feature(157, s1w, W[s0l] as number, s0t);
  into[n++] = feature(158, s1w, T[s1r] as number, s0t);
  into[n++] = feature(159, s0w, T[s0r] as number, b0t);
  // counts
  into[n++] = feature(160, s0w, s0v);
  into[n++] = feature(161, s0t, s0v);
  into[n++] = feature(162, s1w, s1v);
  into[n++] = feature(163, s1t, s1v);
  into[n++] = feature(164, b0t, b0v);
  into[n++] = feature(165, pair, s0v);
  // distances and what lies between
  into[n++] = feature(166, pair, near);
  into[n++] = feature(169, pair1, far);
  into[n++] = feature(172, pair, between * 16 + quotes);
  into[n++] = feature(173, pair1, between1 * 16 + quotes);
  into[n++] = feature(174, s1p * 256 + s0p, b0p * 256 + b1p, between * 4 + between1);
  into[n++] = feature(175, state.depth > 3 ? 3 : state.depth, b0 === input.length ? 1 : 0, b0t);
  // punctuation
  into[n++] = feature(182, pair, b0g);
  into[n++] = feature(183, b0t, b1g, b1t);
  into[n++] = feature(184, pair1, s0g);
  into[n++] = feature(185, pair, b0g, b1g);
  into[n++] = feature(186, pair1, s0g, b0g);
  into[n++] = feature(187, s0t, b0g);
  into[n++] = feature(188, b0t, b0g);
  into[n++] = feature(189, s0w, b0g);
  into[n++] = feature(190, s1t, s0g, b0g);
  // the verb to come
  const verb = input.verb[b0] as number;
  into[n++] = feature(605, pair, verb);
  into[n++] = feature(606, s0w, b0t, verb);
  into[n++] = feature(607, pair1, b0t, verb);
  // clusters
  into[n++] = feature(176, s0c, b0c, pair);
  into[n++] = feature(177, s1c, s0c, pair1);
  into[n++] = feature(178, s0c, b0t);
  into[n++] = feature(179, s0t, b0c);
  into[n++] = feature(180, s1c, s0t);
  into[n++] = feature(181, s1t, s0c);
  return n;
}
