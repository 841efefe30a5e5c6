// What the model of views looks at: whether a word tells a view, where what is viewed begins, and where it ends. Hashed as in learn/hash.ts.
import { feature, hashText } from "../../../learn/hash.js";
import type { Token } from "../../analysis.js";
import { type Ground, isA, lowerAt, quoteOpening } from "../ground.js";
import { type Arcs, childrenOf } from "./arcs.js";
import { nextTop, type Start, ways } from "./places.js";

export const mostFeatures = 64;

const hashes = new Map<string, number>();
const mostHashes = 1 << 16;

/** Hash of a word, remembered: the same few thousand words come again. */
function hashed(word: string): number {
  const known = hashes.get(word);
  if (known !== undefined) return known;
  const hash = hashText(word);
  if (hashes.size < mostHashes) hashes.set(word, hash);
  return hash;
}

const none = hashText("\u0003none");
const lemmaAt = (ground: Ground, index: number): number => {
  const token = ground.tokens[index];
  return token ? hashed(token.lemma) : none;
};
const relationAt = (ground: Ground, index: number): number => hashed(ground.tokens[index]?.relation ?? "");
const tagAt = (ground: Ground, index: number): number => hashed(ground.tokens[index]?.upos ?? "");

const kinds = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "xcomp",
  "ccomp",
  "advcl",
  "acl",
  "acl:relcl",
  "nmod",
  "nmod:poss",
  "compound:prt",
  "parataxis",
  "conj",
  "cop",
  "aux",
  "aux:pass",
  "mark",
  "case",
  "csubj",
  "amod",
  "det",
] as const;
const kindOf = new Map<string, number>(kinds.map((kind, index) => [kind, index]));

/** Bits of the relations that hang on a token. */
function shapeOf(ground: Ground, arcs: Arcs, index: number): number {
  let bits = 0;
  for (const child of childrenOf(arcs, index)) {
    const kind = kindOf.get(ground.tokens[child]?.relation ?? "");
    if (kind !== undefined) bits |= 1 << kind;
  }
  return bits;
}

const childBy = (ground: Ground, arcs: Arcs, index: number, ...relations: readonly string[]): number =>
  childrenOf(arcs, index).find((child) => relations.includes(ground.tokens[child]?.relation ?? "")) ?? -1;

/** The subject of a token, its own or that of the verb it is joined to; -1 where none is seen. */
export function subjectOf(ground: Ground, arcs: Arcs, index: number): number {
  for (let at = index, steps = 0; at >= 0 && steps < 6; at = ground.tokens[at]?.head ?? -1, steps++) {
    const own = childBy(ground, arcs, at, "nsubj", "nsubj:pass");
    if (own >= 0) return own;
    const relation = ground.tokens[at]?.relation ?? "";
    if (relation === "acl") return ground.tokens[at]?.head ?? -1;
    if (!/^(?:conj|xcomp|advcl)/.test(relation)) return -1;
  }
  return -1;
}

/** What sort of word a subject is: 0 none … 8. */
function sortOf(ground: Ground, subject: number): number {
  if (subject < 0) return 0;
  if ((ground.nameOf[subject] ?? -1) >= 0) return 1;
  if (isA(ground, subject, "self")) return 2;
  if (isA(ground, subject, "dummy subject")) return 3;
  if (isA(ground, subject, "someone")) return 4;
  if (isA(ground, subject, "relative")) return 5;
  if (isA(ground, subject, "person") || isA(ground, subject, "institution")) return 6;
  const upos = ground.tokens[subject]?.upos;
  return upos === "PRON" ? 7 : upos === "PROPN" ? 8 : 9;
}

/** Helpers of a verb: negated, modal, passive, infinitive. */
function helpersOf(ground: Ground, arcs: Arcs, index: number): number {
  let bits = 0;
  for (const child of childrenOf(arcs, index)) {
    if (isA(ground, child, "not")) bits |= 1;
    if (isA(ground, child, "modal")) bits |= 2;
    if (ground.tokens[child]?.relation === "aux:pass") bits |= 4;
    if (isA(ground, child, "infinitive mark")) bits |= 8;
    if (ground.tokens[child]?.relation === "cop") bits |= 16;
  }
  return bits;
}

/** Lemma of the preposition that leads the words of a token. */
const leadOf = (ground: Ground, arcs: Arcs, index: number): number =>
  index < 0 ? none : lemmaAt(ground, childBy(ground, arcs, index, "case", "mark"));

/** Features of whether token `cue` tells a view, into `into`; gives how many. */
export function cueFeatures(ground: Ground, arcs: Arcs, cue: number, into: Int32Array): number {
  const token = ground.tokens[cue] as Token;
  const word = feature(700, hashed(token.lemma), hashed(token.upos));
  const shape = shapeOf(ground, arcs, cue);
  const subject = subjectOf(ground, arcs, cue);
  const sort = sortOf(ground, subject);
  const object = childBy(ground, arcs, cue, "obj");
  const oblique =
    childrenOf(arcs, cue).find(
      (child) => child > cue && /^(?:obl|nmod|advcl|acl)/.test(ground.tokens[child]?.relation ?? ""),
    ) ?? -1;
  const helpers = helpersOf(ground, arcs, cue);
  const relation = hashed(token.relation);
  const lead = leadOf(ground, arcs, oblique);
  const quoted = (ground.quoteOf[cue] ?? -1) >= 0 ? 1 : 0;
  const opens = quoteOpening(ground, cue + 1) ? 1 : 0;
  const clause = childBy(ground, arcs, cue, "ccomp", "xcomp");
  let n = 0;
  into[n++] = feature(701, word);
  into[n++] = feature(702, word, shape);
  into[n++] = feature(703, shape, hashed(token.upos));
  into[n++] = feature(704, word, relation);
  into[n++] = feature(705, relation, shape);
  into[n++] = feature(706, word, sort);
  into[n++] = feature(707, sort, shape);
  into[n++] = feature(708, word, lemmaAt(ground, cue + 1));
  into[n++] = feature(709, word, lemmaAt(ground, cue - 1));
  into[n++] = feature(710, word, lead);
  into[n++] = feature(711, word, lemmaAt(ground, object));
  into[n++] = feature(712, word, lemmaAt(ground, token.head));
  into[n++] = feature(713, word, hashed(token.xpos));
  into[n++] = feature(714, quoted, sort, shape);
  into[n++] = feature(715, word, quoted);
  into[n++] = feature(716, lemmaAt(ground, object), tagAt(ground, object));
  into[n++] = feature(717, lemmaAt(ground, subject), relationAt(ground, subject));
  into[n++] = feature(718, word, helpers);
  into[n++] = feature(719, helpers, sort, shape);
  into[n++] = feature(720, hashed(token.lemma.slice(-3)), hashed(token.upos), shape);
  into[n++] = feature(721, relation, lemmaAt(ground, token.head));
  into[n++] = feature(722, word, tagAt(ground, object), tagAt(ground, oblique));
  into[n++] = feature(723, lead, hashed(token.upos), relation);
  into[n++] = feature(724, word, lemmaAt(ground, childBy(ground, arcs, cue, "compound:prt")));
  into[n++] = feature(725, word, opens);
  into[n++] = feature(726, lemmaAt(ground, cue + 1), tagAt(ground, cue + 2), hashed(token.upos));
  into[n++] = feature(727, lemmaAt(ground, cue - 1), hashed(token.upos));
  into[n++] = feature(728, lead, lemmaAt(ground, object));
  into[n++] = feature(729, word, lemmaAt(ground, clause));
  into[n++] = feature(730, lemmaAt(ground, object), lemmaAt(ground, subject));
  into[n++] = feature(731, sort, relation, hashed(token.upos));
  into[n++] = feature(732, hashed(lowerAt(ground, cue)), hashed(token.upos));
  into[n++] = feature(733, word, lemmaAt(ground, subject));
  into[n++] = feature(734, object >= 0 ? ((ground.nameOf[object] ?? -1) >= 0 ? 1 : 2) : 0, word);
  into[n++] = feature(735, lemmaAt(ground, childBy(ground, arcs, cue, "amod", "nmod:poss")), word);
  return n;
}

const bucket = (distance: number): number => (distance < 6 ? distance : distance < 12 ? 6 : distance < 25 ? 7 : 8);

/** Features of a place where what the cue views begins; `order` is its place among the others. */
export function startFeatures(
  ground: Ground,
  arcs: Arcs,
  cue: number,
  start: Start,
  order: number,
  into: Int32Array,
): number {
  const token = ground.tokens[cue] as Token;
  const word = hashed(token.lemma);
  const upos = hashed(token.upos);
  const way = ways.indexOf(start.way);
  const by = relationAt(ground, start.by);
  const top = relationAt(ground, start.top);
  const path = feature(740, by, start.top === start.by ? 0 : top, way);
  const at = start.second >= 0 ? start.second : start.at;
  const first = lemmaAt(ground, at);
  const shape = shapeOf(ground, arcs, cue);
  const helpers = helpersOf(ground, arcs, cue);
  let n = 0;
  into[n++] = feature(741, path, upos);
  into[n++] = feature(742, path, word);
  into[n++] = feature(743, path, shape, upos);
  into[n++] = feature(744, word, first, way);
  into[n++] = feature(745, first, path);
  into[n++] = feature(746, order, path);
  into[n++] = feature(747, order, way, upos);
  into[n++] = feature(748, bucket(Math.abs(at - cue)), path);
  into[n++] = feature(749, path, lemmaAt(ground, start.by));
  into[n++] = feature(750, lemmaAt(ground, at - 1), word, way);
  into[n++] = feature(751, lemmaAt(ground, at - 1), path);
  into[n++] = feature(752, tagAt(ground, at), path);
  into[n++] = feature(753, helpers, path);
  into[n++] = feature(754, word, helpers, way);
  into[n++] = feature(755, quoteOpening(ground, at) ? 1 : 0, path);
  into[n++] = feature(756, (ground.timexOf[at] ?? -1) >= 0 ? 1 : 0, way);
  into[n++] = feature(757, leadOf(ground, arcs, start.top), word, path);
  into[n++] = feature(758, leadOf(ground, arcs, start.top), lemmaAt(ground, start.by), path);
  into[n++] = feature(759, relationAt(ground, cue), path);
  into[n++] = feature(760, tagAt(ground, start.top), path);
  return n;
}

/** Features of a place where what begins at `start` ends. */
export function endFeatures(
  ground: Ground,
  arcs: Arcs,
  cue: number,
  start: Start,
  end: number,
  into: Int32Array,
): number {
  const from = start.second >= 0 ? start.second : start.at;
  const token = ground.tokens[cue] as Token;
  const word = hashed(token.lemma);
  const sentenceEnd = ground.analysis.sentences[token.sentence]?.last ?? end;
  let stop = sentenceEnd;
  while (stop > end && ground.tokens[stop - 1]?.upos === "PUNCT") stop--;
  const mark = ground.tokens[end]?.upos === "PUNCT" && end < sentenceEnd ? lemmaAt(ground, end) : none;
  const after = mark === none ? end : end + 1;
  const top = nextTop(ground, arcs, after);
  const head = top < 0 ? -1 : (ground.tokens[top]?.head ?? -1);
  const place = end >= stop ? 0 : head < 0 ? 1 : head === cue ? 2 : head === start.by ? 3 : head >= from ? 4 : 5;
  const whole =
    (end === arcs.right[start.top] ? 1 : 0) +
    (end === arcs.right[start.by] ? 2 : 0) +
    (end === arcs.right[cue] ? 4 : 0) +
    (end >= stop ? 8 : 0);
  const next = relationAt(ground, top);
  const by = feature(761, relationAt(ground, start.by), relationAt(ground, start.top), ways.indexOf(start.way));
  const open = (ground.quoteOf[end] ?? -1) === (ground.quoteOf[from] ?? -1) ? 0 : 1;
  const length = bucket(end - from);
  let n = 0;
  into[n++] = feature(762, whole, place);
  into[n++] = feature(763, whole, place, by);
  into[n++] = feature(764, next, place, by);
  into[n++] = feature(765, next, place, mark);
  into[n++] = feature(766, lemmaAt(ground, after), place, mark);
  into[n++] = feature(767, lemmaAt(ground, after), mark, by);
  into[n++] = feature(768, word, whole, place);
  into[n++] = feature(769, word, next, place);
  into[n++] = feature(770, length, whole, place);
  into[n++] = feature(771, open, whole, mark);
  into[n++] = feature(772, mark, lemmaAt(ground, after), tagAt(ground, after + 1));
  into[n++] = feature(773, lemmaAt(ground, end - 1), next);
  into[n++] = feature(774, tagAt(ground, end - 1), tagAt(ground, after), mark);
  into[n++] = feature(775, bucket(stop - end), place, whole);
  into[n++] = feature(776, next, by, lemmaAt(ground, after));
  into[n++] = feature(777, lemmaAt(ground, head), lemmaAt(ground, after), next);
  into[n++] = feature(778, (ground.timexOf[after] ?? -1) >= 0 ? 1 : 0, place, by);
  into[n++] = feature(779, quoteOpening(ground, from) ? 1 : 0, lowerAt(ground, end) === '"' ? 1 : 0, whole);
  return n;
}
