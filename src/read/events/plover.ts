// The PLOVER root of what one party does to another: words of a lexicon found over the parse between the two, then what
// tense, mood and negation make of it (a promise of help is AGREE, a threat of force THREATEN, no help REJECT).
// After the pattern coders of PETRARCH and UniversalPetrarch (Norris, Schrodt and Beieler 2017), over Universal Dependencies.
import type { Range } from "../../model/span.js";
import type { Token } from "../analysis.js";

/** A sense: the lemma that heads it and the words that must hang on it, each a choice. */
export type PloverSense = { readonly root: string; readonly needs: readonly ReadonlySet<string>[] };
export type PloverWords = {
  readonly senses: ReadonlyMap<string, readonly PloverSense[]>; // by the lemma of the head
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>; // negations, willing …
};
export type Coded = { readonly root: string; readonly trigger: number };

/** Roots that are good to the other side: what is only promised of them is AGREE, what is denied of them REJECT. */
const friendly: ReadonlySet<string> = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"]);
/** Roots that are bad for the other side: what is only announced of them is THREATEN. */
const hostile: ReadonlySet<string> = new Set(["SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"]);

type Tree = {
  readonly tokens: readonly Token[];
  readonly words: PloverWords;
  readonly children: ReadonlyMap<number, readonly number[]>;
};

function treeOf(tokens: readonly Token[], words: PloverWords): Tree {
  const children = new Map<number, number[]>();
  for (const { index, head } of tokens) {
    const list = children.get(head);
    if (list) list.push(index);
    else children.set(head, [index]);
  }
  return { tokens, words, children };
}

const deepest = 3;

/** Whether one of `choice` hangs on token `at`, at most three steps down. */
function hangs(
  tree: Tree,
  byIndex: ReadonlyMap<number, Token>,
  at: number,
  choice: ReadonlySet<string>,
  depth = 0,
): boolean {
  return (tree.children.get(at) ?? []).some((child) => {
    const token = byIndex.get(child);
    if (token && (choice.has(token.lemma) || choice.has(token.lower))) return true;
    return depth + 1 < deepest && hangs(tree, byIndex, child, choice, depth + 1);
  });
}

type Found = Coded & { readonly width: number };

/** The senses that the token at `at` may have, the most precise of each root. */
function sensesAt(tree: Tree, byIndex: ReadonlyMap<number, Token>, token: Token): readonly Found[] {
  if (token.upos === "PROPN" || token.upos === "DET" || token.upos === "AUX") return [];
  return (tree.words.senses.get(token.lemma) ?? [])
    .filter(({ needs }) => needs.every((choice) => hangs(tree, byIndex, token.index, choice)))
    .map(({ root, needs }) => ({ root, trigger: token.index, width: needs.length + 1 }));
}

/** Heads from `at` up to the root, at most `most`; the token itself first. */
function pathUp(byIndex: ReadonlyMap<number, Token>, at: number, most = 40): number[] {
  const path: number[] = [];
  for (let i = at; byIndex.has(i) && path.length < most && !path.includes(i); i = byIndex.get(i)?.head ?? -1)
    path.push(i);
  return path;
}

/** The head of the words in a range: the token whose head lies outside of it. */
function headIn(tokens: readonly Token[], range: Range): Token | undefined {
  const own = tokens.filter(({ start, end }) => start < range.end && range.start < end);
  const inside = new Set(own.map(({ index }) => index));
  return own.find(({ head, upos }) => !inside.has(head) && upos !== "PUNCT") ?? own[0];
}

const nominal = /^(?:nmod|compound|amod|appos|conj|flat|det|case|nummod|acl)/;

/** The predicate that the source stands at: up from it through what only names it. */
function governorOf(byIndex: ReadonlyMap<number, Token>, source: Token): Token | undefined {
  let at: Token | undefined = source;
  for (let steps = 0; at && steps < 8 && nominal.test(at.relation); steps++) at = byIndex.get(at.head);
  return at ? (byIndex.get(at.head) ?? at) : undefined;
}

const isOf = (tree: Tree, name: string, token: Token | undefined): boolean =>
  token !== undefined && (tree.words.classes.get(name)?.has(token.lower) ?? false);

/** What tense, mood and negation of the trigger make of its root. */
function moodOf(tree: Tree, byIndex: ReadonlyMap<number, Token>, coded: Found): string {
  const own = (at: number): (Token | undefined)[] => (tree.children.get(at) ?? []).map((child) => byIndex.get(child));
  const trigger = byIndex.get(coded.trigger);
  const around = own(coded.trigger);
  const above = trigger && /^(?:xcomp|ccomp|obj|advcl)/.test(trigger.relation) ? byIndex.get(trigger.head) : undefined;
  const denied = [...around, ...(above ? own(above.index) : [])].some((token) => isOf(tree, "not", token));
  if (denied && (friendly.has(coded.root) || coded.root === "AGREE")) return "REJECT";
  const isAhead =
    around.some((token) => isOf(tree, "ahead", token)) ||
    isOf(tree, "intending", above) ||
    (above !== undefined && own(above.index).some((token) => isOf(tree, "ahead", token)));
  if (isAhead && friendly.has(coded.root)) return "AGREE";
  if (isAhead && hostile.has(coded.root)) return "THREATEN";
  const asked = around.some((token) => isOf(tree, "must", token));
  return asked && !hostile.has(coded.root) ? "REQUEST" : coded.root;
}

/**
 * The root of what `source` does to `target` in one sentence (its tokens), and the token that tells it; null where no word
 * of the lexicon stands there. Without a source or target the sentence's main predicate counts.
 */
export function codeBetween(
  tokens: readonly Token[],
  source: Range | null,
  target: Range | null,
  words: PloverWords,
): Coded | null {
  const tree = treeOf(tokens, words);
  const byIndex = new Map(tokens.map((token) => [token.index, token]));
  const doer = source ? headIn(tokens, source) : undefined;
  const other = target ? headIn(tokens, target) : undefined;
  const governor = doer ? governorOf(byIndex, doer) : tokens.find(({ head }) => !byIndex.has(head));
  const toTarget = new Set(other ? pathUp(byIndex, other.index) : []);
  const toSource = new Set(doer ? pathUp(byIndex, doer.index) : []);
  let best: (Found & { score: number }) | null = null;
  for (const token of tokens) {
    for (const found of sensesAt(tree, byIndex, token)) {
      const path = pathUp(byIndex, token.index);
      const steps = governor ? path.indexOf(governor.index) : path.length;
      const near = steps >= 0 ? 10 - 2 * steps : toSource.has(token.index) ? 6 : 0;
      const holds = toTarget.has(token.index) ? 3 : 0;
      const behind = doer && token.index < doer.index && token.upos !== "VERB" ? -1 : 0;
      const score = near + holds + behind + 1.5 * (found.width - 1) + (token.upos === "VERB" ? 1 : 0);
      if (!best || score > best.score) best = { ...found, score };
    }
  }
  return best ? { root: moodOf(tree, byIndex, best), trigger: best.trigger } : null;
}

/** The root that the word at `index` tells by itself, with what hangs on it; null where the lexicon has none. `tokens`: of its sentence. */
export function rootAt(tokens: readonly Token[], index: number, words: PloverWords): string | null {
  const byIndex = new Map(tokens.map((token) => [token.index, token]));
  const token = byIndex.get(index);
  const tree = treeOf(tokens, words);
  const found = token ? [...sensesAt(tree, byIndex, token)].sort((a, b) => b.width - a.width)[0] : undefined;
  return found ? moodOf(tree, byIndex, found) : null;
}
