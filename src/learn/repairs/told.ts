// What is said behind a verb of saying: "she said talks would resume", 'she said: "We are tired. We go home."'. The clause is the
// verb's ccomp, its subject is its own, and a quotation is one subtree.
import type { Word } from "../annotation.js";
import { childrenOf, subtreeOf } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { gather, holdsFinite, isFiniteClause, isIn, topOf, topsIn } from "./gather.js";
import { quotedSpans } from "./quotes.js";
import { isCue, type RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET"]);

const has = (words: readonly Word[], index: number, relation: string): boolean =>
  (childrenOf(words)[index] ?? []).some((child) => base(words[child]?.relation ?? "") === relation);

/** Children of a verb behind it that are no punctuation. */
const behind = (words: readonly Word[], verb: number): number[] =>
  (childrenOf(words)[verb] ?? []).filter((child) => child > verb && words[child]?.upos !== "PUNCT");

/** "said the talks would resume", with the subject taken for the object of "said": back to its clause. */
function returnSubject(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  if (repair.hearerCues.has(words[verb]?.form.toLowerCase() ?? "")) return words;
  const children = behind(words, verb);
  for (const [at, object] of children.entries()) {
    const clause = children[at + 1];
    if (clause === undefined || base(words[object]?.relation ?? "") !== "obj") continue;
    if (!nominal.has(words[object]?.upos ?? "") || has(words, object, "case")) continue;
    const relation = base(words[clause]?.relation ?? "");
    if (!["ccomp", "xcomp", "parataxis", "advcl", "conj"].includes(relation)) continue;
    if (
      !isFiniteClause(words, clause) ||
      has(words, clause, "nsubj") ||
      has(words, clause, "mark") ||
      has(words, clause, "cc")
    )
      continue;
    return edited(
      words,
      new Map([
        [object, { head: clause, relation: "nsubj" }],
        [clause, { head: verb, relation: "ccomp" }],
      ]),
    );
  }
  return words;
}

/** Whether a question word opens the clause or heads it: "when the talks resume", "what this means". */
const isAsked = (words: readonly Word[], clause: number): boolean =>
  [clause, ...(childrenOf(words)[clause] ?? [])].some(
    (index) => /^W/.test(words[index]?.xpos ?? "") && index <= clause,
  );

/** A finite clause directly behind the verb that was given another relation is its ccomp. */
function nameClause(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const children = behind(words, verb);
  if (children.some((child) => base(words[child]?.relation ?? "") === "ccomp")) return words;
  for (const child of children) {
    const relation = base(words[child]?.relation ?? "");
    if (!["obj", "obl", "advcl", "nmod", "acl", "conj", "xcomp", "parataxis", "dep", "nsubj"].includes(relation))
      continue;
    if (!isFiniteClause(words, child) || has(words, child, "cc") || isAsked(words, child)) continue;
    const isOpen = !has(words, child, "mark") && (has(words, child, "nsubj") || has(words, child, "expl"));
    if ((isOpen && relation !== "parataxis") || hasOpener(words, child, repair))
      return edited(words, new Map([[child, { head: verb, relation: "ccomp" }]]));
  }
  return words;
}

/** The word that opens a clause behind the verb ("that"), with no other verb between; -1 for none. */
function openerBehind(words: readonly Word[], verb: number, { complementizers }: RepairWords): number {
  for (let at = verb + 1; at < words.length && at <= verb + 20; at++) {
    if (words[at]?.upos === "VERB") return -1;
    if (complementizers.has(words[at]?.form.toLowerCase() ?? "") && words[at]?.upos !== "DET") return at;
  }
  return -1;
}

/** What stands between "that" and the verb of its clause, or behind it in a second clause, belongs to the clause. */
function fillClause(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const children = behind(words, verb);
  const clause = children.find((child) => base(words[child]?.relation ?? "") === "ccomp");
  if (clause === undefined) return words;
  const edits = new Map<number, Edit>();
  const opener = openerBehind(words, verb, repair);
  if (opener >= 0 && opener < clause) {
    const hasSubject = has(words, clause, "nsubj") || has(words, clause, "csubj");
    for (const child of topsIn(words, { from: opener, to: clause })) {
      if (child === clause || child <= opener) continue;
      const word = words[child];
      const isBare = nominal.has(word?.upos ?? "") && !has(words, child, "case");
      const relation = isBare && !hasSubject ? "nsubj" : word?.relation === "obj" ? "obl" : (word?.relation ?? "dep");
      edits.set(child, { head: clause, relation: base(relation) === "ccomp" ? "advcl" : relation });
    }
    if (words[opener]?.head !== clause) edits.set(opener, { head: clause, relation: "mark" });
  }
  for (const child of children) {
    const relation = base(words[child]?.relation ?? "");
    const isOther = isCue(words, child, repair) && !hasOpener(words, child, repair);
    if (child <= clause || isOther) continue;
    if (relation === "ccomp")
      edits.set(child, { head: clause, relation: has(words, child, "cc") ? "conj" : "parataxis" });
    else if (relation === "conj" && hasOpener(words, child, repair)) edits.set(child, { head: clause, relation });
  }
  return edited(words, edits);
}

const hasOpener = (words: readonly Word[], clause: number, { complementizers }: RepairWords): boolean =>
  (childrenOf(words)[clause] ?? []).some(
    (child) => words[child]?.relation === "mark" && complementizers.has(words[child]?.form.toLowerCase() ?? ""),
  );

/** A quotation behind the verb as one subtree below it. */
function joinQuotation(words: readonly Word[], verb: number): readonly Word[] {
  const quotation = quotedSpans(words).find(({ open }) => open > verb);
  if (!quotation) return words;
  const { open, close } = quotation;
  const before = words[open - 1];
  const leadsIn = before?.form === "," || before?.form === ":" || open === verb + 1 || has(words, verb, "ccomp");
  const stretch = { from: open + 1, to: close - 1 };
  if (!leadsIn || before === undefined || !holdsFinite(words, stretch)) return words;
  const isNext = words.slice(verb + 1, open).every(({ upos }) => upos !== "VERB" && upos !== "AUX");
  if (!isNext) return words;
  const top = topOf(words, stretch);
  if (top < 0 || subtreeOf(words, top).includes(verb)) return words;
  const edits = new Map<number, Edit>();
  gather(words, stretch, top, edits);
  const isLeadIn = before.form === "," || before.form === ":" || open === verb + 1;
  if (isLeadIn) edits.set(top, { head: verb, relation: "ccomp" });
  else if (topsIn(words, stretch).length < 2) return words;
  for (const [index, word] of words.entries())
    if (
      !isIn(stretch, index) &&
      index !== verb &&
      isIn(stretch, word.head) &&
      word.upos !== "PUNCT" &&
      index > verb &&
      index < open
    )
      edits.set(index, { head: verb, relation: word.relation });
  return edited(words, edits);
}

/** Every verb of saying with what is said behind it as its clause. */
export function joinTold(words: readonly Word[], repair: RepairWords): readonly Word[] {
  let changed = words;
  for (let verb = 0; verb < words.length; verb++) {
    if (!isCue(changed, verb, repair)) continue;
    changed = returnSubject(changed, verb, repair);
    changed = nameClause(changed, verb, repair);
    changed = fillClause(changed, verb, repair);
    changed = joinQuotation(changed, verb);
  }
  return changed;
}
