// What is said behind a verb of saying: "she said talks would resume", 'she said: "We are tired. We go home."'. The clause is the
// verb's ccomp, its subject is its own, and a quotation is one subtree.
import type { Word } from "../annotation.js";
import { childrenOf, pathToRoot } from "../tree.js";
import { base, type Edit, edited } from "./edits.js";
import { gather, holdsFinite, isFiniteClause, isIn, topOf, topsIn } from "./gather.js";
import { isQuote, quotedSpans } from "./quotes.js";
import { isCue, type RepairWords } from "./words.js";

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET"]);

const has = (words: readonly Word[], index: number, relation: string): boolean =>
  (childrenOf(words)[index] ?? []).some((child) => base(words[child]?.relation ?? "") === relation);

/** Children of a verb behind it that are no punctuation. */
const behind = (words: readonly Word[], verb: number): number[] =>
  (childrenOf(words)[verb] ?? []).filter((child) => child > verb && words[child]?.upos !== "PUNCT");

const taken: ReadonlySet<string> = new Set(["obj", "iobj", "obl", "obl:unmarked", "nsubj", "advmod"]);

/** Whether a finite clause behind the verb lacks a subject and is not opened by anything. */
const isHeadless = (words: readonly Word[], clause: number): boolean =>
  isFiniteClause(words, clause) &&
  !["expl", "csubj", "mark", "cc"].some((each) => has(words, clause, each)) &&
  (childrenOf(words)[clause] ?? []).every(
    (child) => base(words[child]?.relation ?? "") !== "nsubj" || has(words, child, "case"),
  );

/** "said the talks would resume", with the subject taken for the object of "said": back to its clause. */
function returnSubject(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const takesHearer = repair.hearerCues.has(words[verb]?.form.toLowerCase() ?? "");
  const children = behind(words, verb);
  const isNoun = (index: number | undefined): index is number =>
    index !== undefined &&
    taken.has(words[index]?.relation ?? "") &&
    nominal.has(words[index]?.upos ?? "") &&
    !isTime(words[index], repair) &&
    !has(words, index, "case");
  const [last] = children.filter(isNoun).slice(-1);
  const above = words[verb]?.head ?? -1;
  if (isNoun(last) && above > last && isHeadless(words, above) && !takesHearer) return exchanged(words, verb, last);
  const least = takesHearer ? 1 : 0; // the first noun behind "told" may be the hearer
  for (const [at, object] of children.entries()) {
    const clause = children[at + 1];
    if (clause === undefined || !isNoun(object) || children.slice(0, at).filter(isNoun).length < least) continue;
    const relation = base(words[clause]?.relation ?? "");
    if (!["ccomp", "xcomp", "parataxis", "advcl", "conj"].includes(relation) || !isHeadless(words, clause)) continue;
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

/** "saying the offer would lapse", with "saying" hung on its own clause: they change places. */
function exchanged(words: readonly Word[], verb: number, subject: number): readonly Word[] {
  const clause = words[verb]?.head ?? -1;
  const outer = words[clause];
  if (!outer || words.slice(verb, clause).some(({ form }) => form === ",")) return words;
  const edits = new Map<number, Edit>([
    [subject, { head: clause, relation: "nsubj" }],
    [clause, { head: verb, relation: "ccomp" }],
    [verb, { head: outer.head, relation: outer.relation }],
  ]);
  for (const child of childrenOf(words)[clause] ?? [])
    if (child < verb) edits.set(child, { head: verb, relation: words[child]?.relation ?? "dep" });
  return edited(words, edits);
}

const isTime = (word: Word | undefined, { weekdays, months, times }: RepairWords): boolean =>
  word !== undefined && [weekdays, months, times].some((set) => set.has(word.form.toLowerCase()));

/** Whether a question word opens the clause or heads it: "when the talks resume", "what this means". */
const isAsked = (words: readonly Word[], clause: number): boolean =>
  [clause, ...(childrenOf(words)[clause] ?? [])].some(
    (index) => /^W/.test(words[index]?.xpos ?? "") && index <= clause,
  );

/** A finite clause directly behind the verb that was given another relation is its ccomp. */
function nameClause(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const form = words[verb]?.form.toLowerCase() ?? "";
  const children = behind(words, verb);
  if (children.some((child) => base(words[child]?.relation ?? "") === "ccomp")) return words;
  for (const child of children) {
    const relation = base(words[child]?.relation ?? "");
    if (!["obj", "obl", "advcl", "nmod", "acl", "conj", "xcomp", "parataxis", "dep", "nsubj"].includes(relation))
      continue;
    if (!isFiniteClause(words, child) || has(words, child, "cc") || isAsked(words, child)) continue;
    const isOpen = !has(words, child, "mark") && (has(words, child, "nsubj") || has(words, child, "expl"));
    const isQuestion = repair.askingCues.has(form) && hasMark(words, child, repair.questionMarks);
    if ((isOpen && relation !== "parataxis") || hasOpener(words, child, repair) || isQuestion)
      return edited(words, new Map([[child, { head: verb, relation: "ccomp" }]]));
  }
  return words;
}

/** The word that opens a clause behind the verb ("that"), with no other verb between; -1 for none. */
function openerBehind(words: readonly Word[], verb: number, { complementizers }: RepairWords): number {
  for (let at = verb + 1; at < words.length && at <= verb + 20 && words[at]?.upos !== "VERB"; at++) {
    if (complementizers.has(words[at]?.form.toLowerCase() ?? "") && words[at]?.upos !== "DET") return at;
  }
  return -1;
}

/** "said that closing the port was wrong": the clause that is the subject, and not the main one, was opened by "that". */
function nameSubjectClause(words: readonly Word[], verb: number, repair: RepairWords): readonly Word[] {
  const opener = openerBehind(words, verb, repair);
  const subject = opener < 0 ? -1 : (words[opener]?.head ?? -1);
  const children = behind(words, verb);
  const clause = children[children.indexOf(subject) + 1];
  if (subject <= opener || words[subject]?.xpos !== "VBG" || words[subject]?.head !== verb || clause === undefined)
    return words;
  if (!isHeadless(words, clause)) return words;
  return edited(
    words,
    new Map([
      [subject, { head: clause, relation: "csubj" }],
      [opener, { head: clause, relation: "mark" }],
      [clause, { head: verb, relation: "ccomp" }],
    ]),
  );
}

/** "warned that if the port is shut, the talks will end": what "if" opens hangs on the clause behind it, which is what is said. */
function lowerCondition(words: readonly Word[], verb: number): readonly Word[] {
  const children = behind(words, verb);
  const condition = children.find((child) => base(words[child]?.relation ?? "") === "ccomp") ?? -1;
  const marks = (childrenOf(words)[condition] ?? []).filter((child) => words[child]?.relation === "mark");
  const [opener, conjunction] = marks;
  const clause = children[children.indexOf(condition) + 1];
  if (condition < 0 || opener === undefined || conjunction === undefined || clause === undefined) return words;
  const isLoose = ["conj", "parataxis", "ccomp", "advcl"].includes(base(words[clause]?.relation ?? ""));
  const isOpen = !has(words, clause, "cc") && !has(words, clause, "mark") && has(words, clause, "nsubj");
  if (
    !isLoose ||
    !isOpen ||
    conjunction !== opener + 1 ||
    words.slice(condition, clause).every(({ form }) => form !== ",")
  )
    return words;
  return edited(
    words,
    new Map([
      [clause, { head: verb, relation: "ccomp" }],
      [condition, { head: clause, relation: "advcl" }],
      [opener, { head: clause, relation: "mark" }],
    ]),
  );
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
    else if (relation === "conj" && (hasOpener(words, child, repair) || goesOn(words, child)))
      edits.set(child, { head: clause, relation });
  }
  return edited(words, edits);
}

/** "… and would come back", "to listen and try": a modal or a bare infinitive without a subject goes on with what is said. */
const goesOn = (words: readonly Word[], clause: number): boolean =>
  !has(words, clause, "nsubj") &&
  (words[clause]?.xpos === "VB" || (childrenOf(words)[clause] ?? []).some((child) => words[child]?.xpos === "MD"));

const hasMark = (words: readonly Word[], clause: number, marks: ReadonlySet<string>): boolean =>
  (childrenOf(words)[clause] ?? []).some(
    (child) => words[child]?.relation === "mark" && marks.has(words[child]?.form.toLowerCase() ?? ""),
  );

const hasOpener = (words: readonly Word[], clause: number, { complementizers }: RepairWords): boolean =>
  hasMark(words, clause, complementizers);

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
  if (top < 0) return words;
  const edits = new Map<number, Edit>();
  const path = pathToRoot(words, verb);
  const above = path.findIndex((index) => isIn(stretch, index));
  const raised = path[above - 1];
  const outer = words[path.slice(above).find((index) => !isIn(stretch, words[index]?.head ?? -1)) ?? -1];
  gather(words, stretch, top, edits);
  if (above >= 0 && raised !== undefined && outer) edits.set(raised, { head: outer.head, relation: outer.relation });
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
  const quotes = words.some(({ form }) => isQuote(form));
  let changed = words;
  for (let verb = 0; verb < words.length; verb++) {
    if (!isCue(changed, verb, repair)) continue;
    changed = nameSubjectClause(changed, verb, repair);
    changed = returnSubject(changed, verb, repair);
    changed = nameClause(changed, verb, repair);
    changed = lowerCondition(changed, verb);
    changed = fillClause(changed, verb, repair);
    if (quotes) changed = joinQuotation(changed, verb);
  }
  return changed;
}
