// "…, according to the clerk": the source hangs on the clause that it speaks of as a whole, not on the last noun or verb of it.
// Before the clause and inside it, whatever the source has swallowed goes back to the clause.
import type { Word } from "../annotation.js";
import { childrenOf, isUnder, pathToRoot, rootOf, subtreeOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { gather, isFiniteClause, topOf, topsIn } from "./gather.js";
import { isQuote } from "./quotes.js";
import { linkInside } from "./reports.js";
import type { RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM"]);

/** "According to her" with "according" taken for a verb: a case word of the source, as treebanks have it. */
function unverbed(words: readonly Word[], mark: number): readonly Word[] {
  const word = words[mark];
  const children = childrenOf(words)[mark] ?? [];
  const source = children.find(
    (child) => child > mark + 1 && ["obj", "obl", "nmod", "xcomp"].includes(base(words[child]?.relation ?? "")),
  );
  if (!word || word.upos === "ADP" || base(word.relation) === "case" || source === undefined) return words;
  if (!nominal.has(words[source]?.upos ?? "")) return words;
  const edits = new Map<number, Edit>([
    [source, { head: word.head, relation: word.head < 0 ? "root" : "obl" }],
    [mark, { head: source, relation: "case" }],
    [mark + 1, { head: mark, relation: "fixed" }],
  ]);
  for (const child of children)
    if (child !== source && child !== mark + 1)
      edits.set(child, { head: source, relation: words[child]?.relation ?? "dep" });
  return edited(words, edits);
}

/** Gives every source behind "according to" its place. */
export function raiseSources(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (const [mark, word] of words.entries()) {
    if (!repair.sourceMarks.has(word.form.toLowerCase())) continue;
    changed = unverbed(changed, mark);
    const source = changed[mark]?.head ?? -1;
    if (base(changed[mark]?.relation ?? "") !== "case" || source < mark) continue;
    const comma = words.findIndex(({ form }, index) => index > source && form === ",");
    const isFirst = words.slice(0, mark).every(({ upos }) => ["PUNCT", "CCONJ", "ADV"].includes(upos)) && mark <= 3;
    if (isFirst) changed = comma < 0 ? changed : before(changed, source, comma);
    else if (words[mark - 1]?.form === "," || isQuote(words[mark - 1]?.form ?? ""))
      changed = between(changed, mark, source, comma) ?? behind(changed, mark, source);
  }
  return changed;
}

/** At the beginning of a sentence: below the main clause, also where the source was taken for the root or the subject. */
function before(words: readonly Word[], source: number, comma: number): readonly Word[] {
  const stretch = { from: comma + 1, to: words.length - 1 };
  const top = topOf(words, stretch);
  if (top < 0 || !isFiniteClause(words, top)) return words;
  const edits = new Map<number, Edit>();
  const hasSubject = (childrenOf(words)[top] ?? []).some(
    (child) => child > comma && base(words[child]?.relation ?? "") === "nsubj",
  );
  gather(words, stretch, top, edits, source);
  for (const index of topsIn(words, stretch)) {
    const hasCase = (childrenOf(words)[index] ?? []).some((child) => words[child]?.relation === "case");
    if (index < top && !hasSubject && !hasCase && nominal.has(words[index]?.upos ?? ""))
      edits.set(index, { head: top, relation: "nsubj" });
  }
  const outer = words[source];
  if (outer && isUnder(words, top, source)) edits.set(top, { head: outer.head, relation: outer.relation });
  if (rootOf(words) === top || isUnder(words, top, source)) edits.set(source, { head: top, relation: "obl" });
  return edited(words, edits);
}

/** Inside the clause, where what stands before the source is no clause by itself; null where it is. */
function between(words: readonly Word[], mark: number, source: number, comma: number): readonly Word[] | null {
  if (comma < 0 || comma > source + 12) return null;
  const left = { from: 0, to: mark - 2 };
  const right = { from: comma + 1, to: words.length - 2 };
  const top = topOf(words, right);
  if (topOf(words, left) < 0 || isFiniteClause(words, topOf(words, left)) || top < 0 || !isFiniteClause(words, top))
    return null;
  const edits = new Map<number, Edit>();
  linkInside(words, { verb: source, left, right }, "obl", edits);
  return edited(words, edits);
}

/** Behind the clause: on the highest finite verb above it, or on a relative clause that a comma parts from what it is of. */
function behind(words: readonly Word[], mark: number, source: number): readonly Word[] {
  const clauses = pathToRoot(words, source).filter((index) => index < mark && isFiniteClause(words, index));
  const within = clauses.find((index) => words[index]?.relation === "acl:relcl" && isPartedOff(words, index, mark));
  const target = within ?? clauses.at(-1);
  if (target === undefined) return words;
  const edits = new Map<number, Edit>();
  edits.set(source, { head: target, relation: "obl" });
  for (let at = source + 1; at < words.length && words[at]?.form !== ","; at++) {
    const word = words[at];
    if (!word || word.head >= mark || word.upos === "PUNCT") continue;
    const isLoose = ["nmod", "obl", "acl", "advcl", "conj", "appos", "ccomp", "xcomp"].includes(base(word.relation));
    if (isLoose) edits.set(at, { head: source, relation: word.upos === "VERB" ? "acl" : "nmod" });
  }
  return edited(words, edits);
}

/** Whether a comma stands before a clause, so that it can be what the source speaks of. */
function isPartedOff(words: readonly Word[], clause: number, mark: number): boolean {
  const first = subtreeOf(words, clause)[0] ?? clause;
  return clause < mark && first > 0 && (words[first]?.form === "," || words[first - 1]?.form === ",");
}
