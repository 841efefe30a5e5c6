// When a parse of a reported sentence is right. The one place where the conventions of task `speech` are told:
//
// What is scored. An attribution whose cue holds a form of a verb of speech or writing (the cue tables of English; not of
//   belief) or "according", with the cue, the whole source and a word of the content in one sentence, split as the reader
//   splits. A form behind a determiner or a possessive ("his claim") is a noun and no verb. Where a cue holds two verbs
//   ("declined to say"), the parse is right if it is right for one of them.
// The source's head. The token of the source under which most of the source stands, of those whose head is outside it.
// (a) The source head is right if it is the verb's nsubj (nsubj:pass too: "was quoted as saying"), or the obl:agent of a
//   passive cue (an obl whose case is "by" counts as one), or, for "according to", has "according" among its case words. A verb without a
//   subject of its own has that of the verb it hangs on by conj, xcomp, advcl or ccomp, or the noun it modifies (acl); a
//   relative pronoun as subject stands for that noun too. Where the cue holds other verbs ("released a statement saying"), their
//   subjects count too.
// The content. Its words (letters, digits, signs) inside the sentence, in pieces: runs that no other word parts.
// (b) The clause is right if every piece lies in one carrier, and no carrier that is needed holds a word of the cue or the
//   source. Carriers are the subtrees of the verb's ccomp, parataxis, csubj and xcomp; those of the ccomp, xcomp and
//   acl of another word of the cue ("the fact that"); and, where the verb itself hangs on a
//   clause by parataxis or advcl ("as X said"), that clause without the verb's subtree; for "according to" the clause that
//   the source hangs on, without the source's subtree. A carrier may hold more than the content.
// Phrases. Content that is no clause ("announced the closure", "urged both sides to return") has no such carrier: content in
//   one piece is right too if it is made up of whole dependents of words of the cue that lie inside it, none of them ccomp, csubj,
//   parataxis, conj or a clause with a subject of its own. A preposition or "to" that is marked as part of the cue ("called for") may stand in a carrier.
import type { Word } from "../../../src/learn/annotation.js";
import { childrenOf, subtreeOf } from "../../../src/learn/tree.js";
import { isWordForm, type Reported } from "./reported.js";

/** The words that the conventions look at, by form in lower case. */
export type SpeechWords = {
  readonly verbs: ReadonlySet<string>; // every form of a verb of speech
  readonly particles: ReadonlyMap<string, ReadonlySet<string>>; // of those that are such only with a particle: "make" clear
  readonly phrasal: ReadonlySet<string>; // those that take more than clauses and quotations
  readonly nominal: ReadonlySet<string>; // what stands before a noun: determiners, possessives, "'s"
  readonly according: ReadonlySet<string>;
  readonly complementizers: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly agentMarks: ReadonlySet<string>;
};

const lower = (reported: Reported, index: number): string => (reported.forms[index] ?? "").toLowerCase();

/** Tokens of the cue that may be its verb; for "according to" the token "according". None: the cue is not one of speech. */
export const cueVerbs = (reported: Reported, words: SpeechWords): readonly number[] =>
  [...reported.cue].filter((index) => {
    const form = lower(reported, index);
    if (words.according.has(form)) return true;
    if (words.nominal.has(lower(reported, index - 1))) return false;
    if (words.verbs.has(form)) return true;
    return [...(words.particles.get(form) ?? [])].some((particle) =>
      particle.split(" ").every((part, at) => lower(reported, index + 1 + at) === part),
    );
  });

export const shapes = [
  "cue first, that",
  "cue first, no that",
  "cue first, a phrase or an infinitive",
  "quotation or clause first, inverted",
  "quotation or clause first, not inverted",
  "cue in the middle",
  "passive with its agent",
  "according to",
] as const;
export type Shape = (typeof shapes)[number];

/** The shape of a sentence, from what is marked alone; `verb` is the first of its cue verbs. */
export function shapeOf(reported: Reported, verb: number, words: SpeechWords): Shape {
  if (words.according.has(lower(reported, verb))) return "according to";
  const content = [...reported.content].filter((index) => isWordForm(reported.forms[index] ?? ""));
  const [firstOfContent = 0] = content;
  const [firstOfSource = 0] = reported.source;
  const isPassive = [...reported.cue].some((index) => words.be.has(lower(reported, index)));
  if (isPassive && firstOfSource > verb && words.agentMarks.has(lower(reported, firstOfSource - 1)))
    return "passive with its agent";
  const before = content.some((index) => index < verb);
  const behind = content.some((index) => index > verb);
  if (before && behind) return "cue in the middle";
  if (before)
    return firstOfSource > verb ? "quotation or clause first, inverted" : "quotation or clause first, not inverted";
  if ([firstOfContent, firstOfContent - 1].some((index) => words.complementizers.has(lower(reported, index))))
    return "cue first, that";
  return words.phrasal.has(lower(reported, verb)) ? "cue first, a phrase or an infinitive" : "cue first, no that";
}

const base = (relation: string): string => relation.split(":")[0] ?? relation;

type Tree = {
  readonly words: readonly Word[];
  readonly children: readonly (readonly number[])[];
};
const relationOf = ({ words }: Tree, index: number): string => words[index]?.relation ?? "";
const headOf = ({ words }: Tree, index: number): number => words[index]?.head ?? -1;
const below = ({ words, children }: Tree, index: number): readonly number[] => subtreeOf(words, index, children);

/** The token under which most of the source stands, of those whose head is outside it. */
function sourceHead(tree: Tree, source: ReadonlySet<number>): number {
  const tops = [...source].filter((index) => !source.has(headOf(tree, index)));
  const weight = (top: number): number => below(tree, top).filter((index) => source.has(index)).length;
  return tops.reduce((best, top) => (best < 0 || weight(top) > weight(best) ? top : best), -1);
}

/** What stands as the subject (or the agent) of a verb, its own or another's. */
function subjectsOf(tree: Tree, verb: number, words: SpeechWords): readonly number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  for (let at = verb; at >= 0 && !seen.has(at); at = headOf(tree, at)) {
    seen.add(at);
    const own = (tree.children[at] ?? []).filter((child) => {
      const relation = relationOf(tree, child);
      return base(relation) === "nsubj" || relation === "obl:agent" || hasCase(tree, child, words.agentMarks);
    });
    found.push(...own);
    const relation = base(relationOf(tree, at));
    if (relation === "acl") return [...found, headOf(tree, at)];
    if (own.length > 0 || !["conj", "xcomp", "advcl", "ccomp"].includes(relation)) return found;
  }
  return found;
}

const hasCase = (tree: Tree, index: number, marks: ReadonlySet<string>): boolean =>
  base(relationOf(tree, index)) === "obl" &&
  (tree.children[index] ?? []).some(
    (child) => base(relationOf(tree, child)) === "case" && marks.has((tree.words[child]?.form ?? "").toLowerCase()),
  );

/** The pieces of the content: runs of its words that no other word parts. */
function piecesOf(reported: Reported): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  let last: number[] | null = null;
  for (const [index, form] of reported.forms.entries()) {
    if (!isWordForm(form)) continue;
    if (!reported.content.has(index)) last = null;
    else if (last) last.push(index);
    else {
      last = [index];
      pieces.push(last);
    }
  }
  return pieces;
}

type Carrier = ReadonlySet<number>;
const minus = (all: readonly number[], some: readonly number[]): Carrier => {
  const gone = new Set(some);
  return new Set(all.filter((index) => !gone.has(index)));
};

/** Subtrees that may stand for the content of a cue verb, or of a noun in its cue ("drew attention to the fact that"). */
function carriersOf(tree: Tree, verb: number, cue: ReadonlySet<number>): readonly Carrier[] {
  const clauses = [...new Set([verb, ...cue])].flatMap((head) =>
    (tree.children[head] ?? [])
      .filter((child) =>
        clausal[head === verb ? "verb" : "noun"].some((each) => each === base(relationOf(tree, child))),
      )
      .map((child): Carrier => new Set(below(tree, child))),
  );
  if (!["parataxis", "advcl"].includes(base(relationOf(tree, verb)))) return clauses;
  return [...clauses, minus(below(tree, headOf(tree, verb)), below(tree, verb))];
}

const clausal = { verb: ["ccomp", "parataxis", "csubj", "xcomp"], noun: ["ccomp", "xcomp", "acl"] } as const;

const hasSubject = (tree: Tree, index: number): boolean =>
  (tree.children[index] ?? []).some((child) => ["nsubj", "expl"].includes(base(relationOf(tree, child))));

const clauses: readonly string[] = ["parataxis", "conj", "ccomp", "csubj"];

/** Whether a piece is made up of whole dependents of the verb. */
function isPhrases(tree: Tree, verb: number, piece: readonly number[], cue: ReadonlySet<number>): boolean {
  const wanted = new Set(piece);
  const words = (child: number): readonly number[] =>
    below(tree, child).filter((index) => isWordForm(tree.words[index]?.form ?? ""));
  const isJoint = (index: number): boolean => ["case", "mark"].includes(base(relationOf(tree, index)));
  const whole = [...new Set([verb, ...cue])]
    .flatMap((head) => tree.children[head] ?? [])
    .filter((child) => !clauses.includes(base(relationOf(tree, child))) && !hasSubject(tree, child))
    .map(words)
    .filter((subtree) => subtree.every((index) => wanted.has(index) || (cue.has(index) && isJoint(index))));
  const covered = new Set(whole.flat());
  return piece.every((index) => covered.has(index));
}

export type Verdict = { readonly source: boolean; readonly content: boolean };

/** The other verbs of a cue: "released a statement saying". */
const otherVerbs = (tree: Tree, { cue }: Reported): number[] =>
  [...cue].filter((index) => tree.words[index]?.upos === "VERB");

function verdictFor(tree: Tree, reported: Reported, verb: number, words: SpeechWords): Verdict {
  const head = sourceHead(tree, reported.source);
  const isAccording = words.according.has(lower(reported, verb));
  const source = isAccording
    ? headOf(tree, verb) === head && base(relationOf(tree, verb)) === "case"
    : [verb, ...otherVerbs(tree, reported)].some((each) => subjectsOf(tree, each, words).includes(head));
  const carriers = isAccording
    ? [minus(below(tree, headOf(tree, head)), below(tree, head))]
    : carriersOf(tree, verb, reported.cue);
  const isLet = (index: number): boolean =>
    !isWordForm(reported.forms[index] ?? "") ||
    (reported.cue.has(index) && ["case", "mark"].includes(base(relationOf(tree, index))));
  const clean = carriers.filter((carrier) =>
    [...reported.cue, ...reported.source].every((index) => !carrier.has(index) || isLet(index)),
  );
  const pieces = piecesOf(reported);
  const content = pieces.every(
    (piece) =>
      clean.some((carrier) => piece.every((index) => carrier.has(index))) ||
      (!isAccording && pieces.length === 1 && isPhrases(tree, verb, piece, reported.cue)),
  );
  return { source, content };
}

/** Whether a parse of the sentence has the right source head and the whole clause: for the cue verb for which most is right. */
export function judge(reported: Reported, parsed: readonly Word[], words: SpeechWords): Verdict {
  const tree = { words: parsed, children: childrenOf(parsed) };
  const verdicts = cueVerbs(reported, words).map((verb) => verdictFor(tree, reported, verb, words));
  const rank = ({ source, content }: Verdict): number => (source ? 1 : 0) + (content ? 1 : 0);
  return verdicts.reduce((best, each) => (rank(each) > rank(best) ? each : best), { source: false, content: false });
}
